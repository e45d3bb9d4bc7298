"""The demonstration: a life plays by itself in the window, with captions, and leaves no trace.

A pilot presses the very keys a player would; whatever the screens do, they do for real.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.core.text import Text
from game.play.options import PlayOptions
from game.play.packs import playable_scenario
from game.play.views import CardView, ResultView
from game.ui import theme
from game.ui.app import App
from game.ui.input import KeyPress
from game.ui.lives import PackLives
from game.ui.one_life import OneLife
from game.ui.runs import Lives
from game.ui.screen import Result, Screen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.review import ReviewScreen
from game.ui.screens.title import LifeChosen, TitleScreen
from game.ui.widgets import Chosen, Pressed

SECONDS_A_WORD: Final = 0.28
"""Reading aloud takes about 3.5 words a second; two Chinese signs count as a word."""
LEAST_SECONDS: Final = 3.0
TITLE_SECONDS: Final = 4.0
PLAN_SECONDS: Final = 4.5
REVIEW_SECONDS: Final = 20.0
CAPTION: Final = theme.SUBHEAD
STRIP_PADDING: Final = 14.0
TWO_LINES_FROM: Final = 175
FIRST_PLAN: Final = (("pension", "EMPLOYEE"), ("medical", "EMPLOYEE"))
EXPECTED: Final = "ask.3000"
DEMO_SEED: Final = 7


@dataclass(frozen=True, slots=True)
class Step:
    """What the pilot does next, after how long, and the caption until then."""

    seconds: float
    caption: str
    act: object


def run_demo(options: PlayOptions, pace: float) -> int:
    """Open the window and let a life play; Escape ends it."""
    return DemoApp(options, pace).run()


def load_demo(options: PlayOptions) -> Lives:
    """The pack, without saves."""
    seed = DEMO_SEED if options.seed is None else options.seed
    scenario = playable_scenario(options.pack)
    return PackLives(scenario, None, seed, pack=options.pack, has_desk=True)


class DemoApp(App):
    """The game with a pilot at the keys."""

    def __init__(self, options: PlayOptions, pace: float) -> None:
        super().__init__(options, load_demo)
        self.pace = pace
        self._plan_steps = 0
        self._step: Step | None = None
        self._waited = 0.0
        self._cards = self._results = 0

    def step(self, events: list[pygame.event.Event], seconds: float) -> None:
        """One round of the game, with the pilot's press when its time has come."""
        super().step(events, seconds)
        if not self.screens or not self._is_open or self.screens[-1].is_overlay:
            return
        if self._step is None:
            self._step = self._next(self.screens[-1])
            self.is_stale = True
        if self._step is None:
            return
        self._waited += seconds
        if self._waited >= self._step.seconds / self.pace:
            step, self._step, self._waited = self._step, None, 0.0
            self._do(step.act)

    def _hear(self, event: pygame.event.Event) -> None:
        """Escape ends the demonstration, unless a sheet is open."""
        is_escape = event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
        if is_escape and not self.screens[-1].is_overlay:
            self._leave()
        else:
            super()._hear(event)

    @property
    def canvas(self) -> pygame.Surface:
        """The window without the strip at its foot, where no word of a screen is covered."""
        width, height = self.window.size
        return self.window.surface.subsurface((0, 0, width, height - self._strip_pixels()))

    def adorn(self, surface: pygame.Surface) -> None:
        """The caption, on the strip."""
        high = self._strip_pixels()
        strip = pygame.Rect(0, surface.get_height() - high, surface.get_width(), high)
        surface.fill(theme.NIGHT, strip)
        caption = self._step.caption if self._step is not None else "demo.years"
        if self._step is not None or isinstance(self.screens[-1], LifeScreen):
            view = self.view()
            middle = (strip.centerx / view.scale, strip.centery / view.scale)
            view.type.draw(
                surface, view.say(caption), middle, CAPTION, theme.PAPER_LIGHT,
                anchor="center", max_width=view.width - 2 * theme.EDGE,
            )  # fmt: skip

    def _strip_pixels(self) -> int:
        """Height of the strip: two lines where the text is large."""
        lines = 1 if self.settings.text_percent < TWO_LINES_FROM else 2
        high = CAPTION.size * CAPTION.leading * self.settings.text_percent / 100 * lines
        return round((high + STRIP_PADDING) * self.window.size[1] / theme.UNITS_HIGH)

    def _next(self, top: Screen) -> Step | None:
        """What to do on the screen that is up."""
        if isinstance(top, TitleScreen):
            assert self.router.lives is not None
            profile = self.router.lives.cards()[0].id
            return Step(TITLE_SECONDS, "demo.title", LifeChosen(profile=profile))
        if isinstance(top, PlanScreen):
            return self._next_of_plan(top)
        if isinstance(top, LifeScreen):
            return self._next_of_life(top)
        if isinstance(top, ReviewScreen):
            return Step(REVIEW_SECONDS, "demo.review", None)
        return None

    def _next_of_plan(self, top: PlanScreen) -> Step:
        if top.is_asking:
            self._plan_steps = 0
            return Step(PLAN_SECONDS, "demo.expect", Pressed(name=EXPECTED))
        if self._plan_steps < len(FIRST_PLAN):
            name, option = FIRST_PLAN[self._plan_steps]
            self._plan_steps += 1
            return Step(PLAN_SECONDS, f"demo.{name}", Chosen(name=name, option=option))
        return Step(PLAN_SECONDS, "demo.keep", Pressed(name="keep"))

    def _next_of_life(self, top: LifeScreen) -> Step | None:
        content = top.content
        if isinstance(content, CardView):
            words = [content.text, *(option.label for option in content.options)]
            assert isinstance(self.router.life, OneLife)
            key = KeyPress(key=pygame.K_1 + self.router.life.session.default_option())
            self._cards += 1
            return Step(self._reading(words), self._in_turn("demo.card", self._cards), key)
        if isinstance(content, ResultView):
            words = [content.text, content.frequency]
            self._results += 1
            caption = self._in_turn("demo.result", self._results)
            return Step(self._reading(words), caption, KeyPress(key=pygame.K_RETURN))
        return None

    def _in_turn(self, head: str, number: int) -> str:
        """The caption for the first, second … card or result; after the last it begins again."""
        keys = self.words.under(head)
        return keys[(number - 1) % len(keys)]

    def _reading(self, texts: list[Text]) -> float:
        if self.settings.language == "zh":
            return max(LEAST_SECONDS, sum(len(text.zh) for text in texts) / 2 * SECONDS_A_WORD)
        count = sum(len(text.en.split()) for text in texts)
        return max(LEAST_SECONDS, count * SECONDS_A_WORD)

    def _do(self, act: object) -> None:
        top = self.screens[-1]
        if act is None:
            self._leave()
        elif isinstance(act, KeyPress):
            self._give(act)
        elif isinstance(act, Pressed | Chosen):
            assert isinstance(top, PlanScreen)
            self._move_by(top.react(act))
            self.is_stale = True
        elif isinstance(act, Result):
            self._move_by(act)
