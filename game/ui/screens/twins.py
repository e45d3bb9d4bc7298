"""Twins: one person, one luck, two plans, side by side; the years pass for both together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.play.twin_view import Twins, TwinStory, TwinYear
from game.ui import theme
from game.ui.input import Event, KeyPress
from game.ui.screen import Closed, Result, WidgetScreen
from game.ui.screens.scene_picture import ScenePicture
from game.ui.screens.twins_card import TwinCard, card_left, head_lines
from game.ui.screens.twins_choice import TwinsChoice
from game.ui.screens.twins_foot import TwinsFoot
from game.ui.title_picture import TitlePicture
from game.ui.view import View
from game.ui.widgets import Pressed, ScrollArea, Signal, Switched, Widget

DIVIDER: Final = 4.0
HEAD_TOP: Final = 14.0
HEAD_PADDING: Final = (30.0, 7.0)
GAP: Final = 14.0
YEAR_SECONDS: Final = 0.8
"""A year of two lives takes a little longer than one of a single life: there is more to see."""
LEAP_SECONDS: Final = 0.07
KEYS: Final = {
    pygame.K_SPACE: "run", pygame.K_RIGHT: "leap", pygame.K_n: "step", pygame.K_x: "swap",
    pygame.K_c: "plans", pygame.K_r: "again",
}  # fmt: skip


class TwinsScreen(WidgetScreen):
    """Two living pictures, a card in each, and a chart of both wealths below."""

    def __init__(
        self, twins: Twins, chosen: tuple[str, str] | None = None, *, is_choosing: bool = False
    ) -> None:
        super().__init__()
        self.twins = twins
        plans = [plan.id for plan in twins.plans()]
        self.chosen = chosen or (plans[0], plans[1])
        self.is_choosing = is_choosing
        self.is_swapped = False
        self.is_running = False
        self.is_leaping = False
        self.index = 0
        self.area = ScrollArea("choice.body")
        self._scenes = (ScenePicture(), ScenePicture())
        self._ground = TitlePicture()
        self._passed = 0.0
        self.story: TwinStory | None = None
        if not is_choosing:
            self._begin()

    @property
    def year(self) -> TwinYear | None:
        """The year that is shown."""
        return self.story.years[self.index] if self.story is not None else None

    @property
    def is_at_end(self) -> bool:
        """Whether both lives are over."""
        return self.story is not None and self.index == len(self.story.years) - 1

    @property
    def is_moving(self) -> bool:
        """Rain falls and years pass; without motion only the years do."""
        is_waiting = self.story is None and not self.is_choosing
        return self.view.has_motion or self.is_running or is_waiting or super().is_moving

    @property
    def has_rain(self) -> bool:
        """Rain is heard as long as it is seen."""
        return any(scene.is_wet for scene in self._scenes)

    def build(self, view: View) -> Sequence[Widget]:
        """The head, and below it the choice of plans or the two cards and the chart."""
        self._halves = _halves(view)
        self._head = self._lay_head(view)
        self.place("head", self._head)
        free = pygame.FRect(0, self._head.bottom + GAP, view.width, 0)
        free.height = view.height - GAP - free.top
        self._cards: list[TwinCard] = []
        self._choice: TwinsChoice | None = None
        self._foot: TwinsFoot | None = None
        if self.is_choosing:
            choice = TwinsChoice(view, free, self.area, self.twins.plans(), self.chosen)
            self._choice = choice
            self.areas = (self.area,)
            self._placed.extend(choice.boxes())
            return choice.widgets
        self.areas = ()
        story, year = self.story, self.year
        foot = TwinsFoot(
            view, story, self.index, is_running=self.is_running, is_swapped=self.is_swapped,
            can_choose=len(self.twins.plans()) > 2,
        )  # fmt: skip
        self._foot = foot
        self._placed.extend(foot.boxes())
        if story is None or year is None:
            return foot.widgets
        free.height = foot.rect.top - GAP - free.top
        for place, side in enumerate(self._order):
            half = self._halves[place]
            bounds = pygame.FRect(half.left, free.top, half.width, free.height)
            card = TwinCard(view, bounds, story, year, side)
            self._cards.append(card)
            self._placed.extend(card.boxes())
        return foot.widgets

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """Two streets, the line between them, paper above."""
        self._paint_scenes(surface, view)
        view.card(surface, self._head, theme.PAPER, radius=self._head.height / 2)
        upper, lower = head_lines(view, self.year)
        high = view.type.line_height(theme.SUBHEAD)
        y = self._head.top + HEAD_PADDING[1]
        at = (self._head.centerx, y)
        view.type.draw(surface, upper, at, theme.HEADING, theme.INK, anchor="midtop")
        at = (at[0], y + view.type.line_height(theme.HEADING))
        view.type.draw(surface, lower, at, theme.NOTE, theme.MUTE_TEXT, anchor="midtop")
        for card in self._cards:
            card.draw(surface)
        if self._foot is not None:
            self._foot.draw(surface)
        if self._choice is not None:
            self._choice.draw(surface)
        if self.story is None and not self.is_choosing:
            at = (view.width / 2, self._head.bottom + 2 * high)
            words = view.say("twins.waiting")
            view.type.draw(surface, words, at, theme.SUBHEAD, theme.INK, anchor="midtop")

    def handle(self, event: Event) -> Result | None:
        """The keys of the two lives come before the widgets, except while plans are chosen."""
        if isinstance(event, KeyPress) and not self.is_choosing and not event.has_control:
            name = KEYS.get(event.key)
            if name is not None:
                self._press(name)
                return None
        return super().handle(event)

    def react(self, signal: Signal) -> Result | None:
        """Answer a button, or take a plan for one of the two."""
        match signal:
            case Switched(name=name):
                side, _, plan = name.partition(".")
                left, right = self.chosen
                self.chosen = (plan, right) if side == "left" else (left, plan)
                self.refresh()
            case Pressed(name="begin"):
                self._begin()
                self.refresh()
            case Pressed(name=name):
                self._press(name)
        return None

    def back(self) -> Result | None:
        """From the choice back to the two lives, if there are any; else away."""
        if self.is_choosing and self.story is not None:
            self.is_choosing = False
            self.refresh()
            return None
        return Closed()

    def update(self, seconds: float) -> Result | None:
        """Let years pass; stop at a storm and at the end."""
        super().update(seconds)
        self._take_story()
        for scene in self._scenes:
            scene.advance(seconds, is_riding=self.is_running)
        if not self.is_running or self.story is None:
            return None
        self._passed += seconds
        if self._passed >= (LEAP_SECONDS if self.is_leaping else YEAR_SECONDS):
            self._passed = 0.0
            self._step()
        return None

    def figures(self) -> Sequence[str]:
        """Ids of the figures of law shown here."""
        return ("review",)

    def keys(self) -> Sequence[str]:
        """Rows of the help."""
        if self.is_choosing:
            return ("back",)
        can_choose = len(self.twins.plans()) > 2
        return ("run", "step", "swap", *(("plans",) if can_choose else ()), "back")

    @property
    def _order(self) -> tuple[int, int]:
        """Which life stands at the left, which at the right."""
        return (1, 0) if self.is_swapped else (0, 1)

    def _begin(self) -> None:
        self.is_choosing = False
        self.story, self.index = None, 0
        self.twins.begin(*self.chosen)
        self._take_story()

    def _take_story(self) -> None:
        """The two lives, once they are lived."""
        if self.story is None and not self.is_choosing:
            self.story = self.twins.story()
            if self.story is not None:
                self.ring.focus("run")
                self._look(is_passing=False)

    def _press(self, name: str) -> None:
        """Do what a button or a key stands for."""
        if name == "plans" and len(self.twins.plans()) > 2:
            self.is_choosing, self.is_running = True, False
        elif name == "swap":
            self.is_swapped = not self.is_swapped
        elif self.story is None:
            return
        elif name == "again" or (name == "run" and self.is_at_end):
            self.index, self.is_running, self.is_leaping = 0, name == "run", False
        elif name == "run":
            self.is_running, self.is_leaping = not self.is_running, False
        elif name == "leap" and not self.is_at_end:
            self.is_running = self.is_leaping = True
        elif name == "step":
            self.is_running = False
            self._step()
        self._passed = 0.0
        self._look(is_passing=self.is_running)

    def show_year(self, index: int) -> None:
        """Show one of the years at once."""
        self.index = index
        self._look(is_passing=False)

    def _step(self) -> None:
        """The next year; a storm stops what runs."""
        if self.story is None or self.is_at_end:
            self.is_running = False
        else:
            self.index += 1
            year = self.story.years[self.index]
            if year.storm is not None or self.is_at_end:
                self.is_running = self.is_leaping = False
                self.view.sound.play("bell" if self.is_at_end else "paper")
        self._look(is_passing=self.is_running)

    def _look(self, *, is_passing: bool) -> None:
        year = self.year
        if year is not None:
            for scene, side in zip(self._scenes, year.sides, strict=True):
                scene.show(side, is_passing=is_passing)
        if self._view is not None:
            self.refresh()

    def _paint_scenes(self, surface: pygame.Surface, view: View) -> None:
        year = self.year
        if year is None:
            self._ground.draw_street(surface, view, 0.0)
            return
        for place, side in enumerate(self._order):
            life = year.sides[side]
            self._scenes[side].draw(
                surface, view, life, life.umbrella, self._halves[place],
                has_person=life.is_alive, free_to=card_left(view, self._halves[place]),
            )  # fmt: skip
        line = pygame.FRect(view.width / 2 - DIVIDER / 2, 0, DIVIDER, view.height)
        surface.fill(theme.PAPER, view.pixels(line))

    def _lay_head(self, view: View) -> pygame.FRect:
        """The slip at the top, as wide as its words."""
        upper, lower = head_lines(view, self.year)
        measure = view.type.measure
        width = max(measure(upper, theme.HEADING).width, measure(lower, theme.NOTE).width)
        height = view.type.line_height(theme.HEADING) + view.type.line_height(theme.NOTE)
        rect = pygame.FRect(0, HEAD_TOP, width + 2 * HEAD_PADDING[0], height + 2 * HEAD_PADDING[1])
        rect.centerx = view.width / 2
        return rect


def _halves(view: View) -> tuple[pygame.FRect, pygame.FRect]:
    """The two parts of the window."""
    half = view.width / 2
    return pygame.FRect(0, 0, half, view.height), pygame.FRect(half, 0, half, view.height)
