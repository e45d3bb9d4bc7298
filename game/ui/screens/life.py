"""The life screen: street, umbrella, plan and ribbon; years pass, events stop them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.core.text import Text
from game.play.shock_view import ShockView
from game.play.views import CardView, LifeView, ResultView, Stage
from game.ui import theme
from game.ui.animation import Tween
from game.ui.input import Event, KeyPress, PointerDown
from game.ui.screen import AdviserAsked, Back, HelpAsked, Result, TwinAsked, WidgetScreen
from game.ui.screens.life_clock import Clock
from game.ui.screens.life_cover import TurningUmbrella
from game.ui.screens.life_paper import LifePaper, LifeShown
from game.ui.screens.playthrough import LifeEnded, PlanAsked, Playthrough
from game.ui.screens.scene_picture import ScenePicture
from game.ui.view import View
from game.ui.widgets import Chosen, Pressed, ScrollArea, Signal, Widget
from game.ui.widgets.ring import PRESS_KEYS

FAREWELL_SECONDS = 2.5
"""How long the caption of the last year stands; any key goes on."""
GUARD_SECONDS = 0.4
DIGITS = {key: index for index, key in enumerate(
    (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5, pygame.K_6))}  # fmt: skip
PLAN_NEXT_YEAR = Text(
    "This year is under way: the plan opens on the next birthday.",
    "今年的事已经定了，下个生日再打开方案。",
)
KEYS_EXPLAINED = (pygame.K_SPACE, pygame.K_RIGHT, pygame.K_p)
UNDO_KEYS = (pygame.K_z, pygame.K_BACKSPACE)


class LifeScreen(WidgetScreen):
    """A life being played, from the first card to the last year."""

    def __init__(
        self,
        session: Playthrough,
        shocks: Callable[[int], ShockView | None] | None = None,
        *,
        has_adviser: bool = False,
        has_twins: bool = False,
    ) -> None:
        super().__init__()
        self.session = session
        self.shocks = shocks
        """The bill an option leaves, under any cover: asked before the option is taken."""
        self.has_adviser = has_adviser
        self.has_twins = has_twins
        self.clock = Clock()
        self.area = ScrollArea("card.words")
        self.tab = "umbrella"
        self.life: LifeView = session.life()
        self.content: CardView | ResultView | None = None
        self.caption: tuple[int, Text] | None = None
        self._seen: CardView | ResultView | str | None = "nothing yet"
        self._farewell = 0.0
        self._guard = 0.0
        """Seconds in which a card that came by itself takes no answer from Space or Enter."""
        self._knows_keys = False
        """Whether the player has used one of the keys while years pass."""
        self._shock: ShockView | None = None
        self._coming: ShockView | None = None
        """Of the answer just given."""
        self._scene = ScenePicture()
        self._ease = Tween(1.0, 1.0, 0.0)
        self.cover = TurningUmbrella(self.life.umbrella)
        self._look()

    @property
    def is_moving(self) -> bool:
        """Rain falls and years pass; without motion only the years do."""
        is_turning = not (self._ease.is_done and self.cover.is_done)
        is_ending = self.session.stage is Stage.OVER
        return self.view.has_motion or is_turning or is_ending or self.clock.is_running

    def build(self, view: View) -> Sequence[Widget]:
        """Bar, panel, ribbon and, where there is one, the card."""
        shown = LifeShown(
            life=self.life, content=self.content, caption=self.caption, shock=self._shock,
            tab=self.tab, is_paused=self.clock.is_paused, explains_keys=self._explains_keys,
            has_adviser=self.has_adviser, eased=self._ease.value,
        )  # fmt: skip
        self._paper = LifePaper(view, self.area, shown)
        self.areas = (self.area,) if self._paper.card is not None else ()
        self._show_from_top()
        self._placed.extend(self._paper.boxes())
        return self._paper.widgets

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """The scene over the whole window, paper above it."""
        self._scene.draw(surface, view, self.life, self.cover.shown)
        self._paper.draw(surface, self.cover.shown, self.clock.share_of_year)
        self._under_card: tuple[pygame.Rect, pygame.Surface] | None = None
        card = self._paper.card
        if card is not None:
            if not self._ease.is_done:
                place = view.pixels(card.rect.inflate(60, 60)).clip(surface.get_rect())
                self._under_card = place, surface.subsurface(place).copy()
            card.draw(surface)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything; a card that is easing in lets through what lies under it."""
        super().draw(surface)
        if self._under_card is not None:
            place, under = self._under_card
            under.set_alpha(round(255 * (1 - self._ease.value)))
            surface.blit(under, place)

    def handle(self, event: Event) -> Result | None:
        """While years pass, Space pauses and the right arrow leaps; else widgets come first."""
        if self.session.stage is Stage.OVER and isinstance(event, KeyPress | PointerDown):
            return LifeEnded()
        if isinstance(event, KeyPress) and self.content is None and not event.has_control:
            self._knows_keys = self._knows_keys or event.key in KEYS_EXPLAINED
            if event.key == pygame.K_SPACE:
                return self._press("play")
            if event.key == pygame.K_RIGHT:
                return self._press("leap")
        if isinstance(event, KeyPress) and event.key in PRESS_KEYS and self._guard > 0:
            # Meant for the years that passed: it must not answer a card nobody has read.
            return None
        if isinstance(event, KeyPress) and self.clock.is_leaping and event.key == pygame.K_RIGHT:
            return self._press("leap")
        if isinstance(event, KeyPress) and event.key == pygame.K_RIGHT and self._is_on_answer():
            # Pressed to leap, a moment after the card has come: it must not lose its place.
            return None
        return super().handle(event)

    @property
    def _explains_keys(self) -> bool:
        """While paused; and in the first years, until one of the keys has been used."""
        is_new = self.clock.has_slow_years and not self._knows_keys
        return self._waits_for(Stage.YEAR) and (is_new or self.clock.is_paused)

    def _is_on_answer(self) -> bool:
        focused = self.ring.focused
        return self._paper.card is not None and focused in self._paper.card.widgets

    def key(self, event: KeyPress) -> Result | None:
        """Digits choose as letters; Z and Backspace undo; P opens the plan; T shows the twins."""
        if event.key in DIGITS:
            return self._press(f"option.{DIGITS[event.key]}")
        if event.key in UNDO_KEYS:
            return self._press("undo")
        if event.key == pygame.K_p and self.content is None and not self.life.is_retired:
            return self._press("plan")
        if event.key == pygame.K_t and self.has_twins:
            self.clock.stop()
            return TwinAsked()
        return None

    def react(self, signal: Signal) -> Result | None:
        """Answer a button or a tab."""
        if isinstance(signal, Chosen):
            self.tab = signal.option
            self.refresh()
        if isinstance(signal, Pressed):
            return self._press(signal.name)
        return None

    def update(self, seconds: float) -> Result | None:
        """Let time pass: cards ease in, the umbrella turns, years go by."""
        super().update(seconds)
        self._guard = max(0.0, self._guard - seconds)
        self._scene.advance(seconds, is_riding=self.clock.is_running)
        is_easing = not self._ease.is_done
        if is_easing or not self.cover.is_done:
            self._ease.advance(seconds)
            self.cover.advance(seconds)
            self.is_dirty = True
        if is_easing:
            self.refresh()
        if self.session.stage is Stage.OVER:
            self._farewell += seconds
        if self.session.stage is not Stage.YEAR:
            return self._routed()
        if self.clock.advance(seconds):
            return self._close_year()
        self.is_dirty = self.is_dirty or self.clock.is_running
        return None

    @property
    def has_rain(self) -> bool:
        """Rain is heard as long as it is seen."""
        return self._scene.is_wet

    def go_on(self) -> None:
        """Come back from the plan: the umbrella turns to its new cover."""
        self._look()

    def take_up(self, old: LifeScreen) -> None:
        """Stand as the screen of the same life did, before its pack was edited."""
        self.clock, self.tab, self.caption = old.clock, old.tab, old.caption
        self._knows_keys = old._knows_keys
        if old.ring.focused is not None:
            self.ring.focus(old.ring.focused.name)

    def figures(self) -> Sequence[str]:
        """Ids of the figures of law shown here."""
        return ("life",)

    def keys(self) -> Sequence[str]:
        """Rows of the help: a card has other keys than years that pass."""
        found: list[str] = []
        if isinstance(self.content, CardView) and self.content.options:
            found += ["choose", *(["ask"] if self.has_adviser else [])]
        if self.content is None:
            found += ["years", "plan"]
        if self.session.can_undo:
            found.append("undo")
        return [*found, *(["twins"] if self.has_twins else []), "back"]

    def _press(self, name: str) -> Result | None:
        """Do what a button stands for."""
        head, _, tail = name.partition(".")
        if head == "option":
            self._choose(int(tail))
        elif name == "continue":
            self._go_on()
        elif name == "play":
            self.clock.toggle()
            self.refresh()
        elif name == "leap":
            self.clock.leap()
            self.refresh()
        elif name == "undo":
            self._undo()
        elif name == "help":
            return HelpAsked()
        elif name == "leave":
            return Back()
        elif name == "adviser":
            return AdviserAsked()
        elif name == "plan" and self.session.stage is not Stage.OVER:
            return self._open_plan()
        return self._routed()

    def _choose(self, index: int) -> None:
        card = self.content
        if isinstance(card, CardView) and index < len(card.options) and card.options[index].is_open:
            self._answer(index)
            self._look()

    def _go_on(self) -> None:
        if isinstance(self.content, CardView):
            self._answer(0)
        else:
            self.session.put_away()
        self._look()

    def _answer(self, index: int) -> None:
        """Take an option, once it is known what its bill would be under other cover."""
        self._coming = self.shocks(index) if self.shocks is not None else None
        self.session.choose(index)

    def _undo(self) -> None:
        if self.session.can_undo and self.session.undo():
            self.clock.stop()
            self._look()

    def _open_plan(self) -> Result | None:
        """The plan opens between two answers, not over an open card."""
        if self._waits_for(Stage.YEAR):
            self.session.open_plan()
            if self._waits_for(Stage.PLAN):
                return PlanAsked()
        else:
            return None
        self.caption = (self.life.age, PLAN_NEXT_YEAR)
        self.refresh()
        return None

    def _waits_for(self, stage: Stage) -> bool:
        return self.session.stage is stage

    def _close_year(self) -> Result | None:
        year = self.session.close_year()
        self.caption = (year.age, year.lines[0]) if year.lines else None
        paid_before = self.life.ribbon.paid_years
        self.clock.year_closed(is_quiet=self.session.stage is Stage.YEAR)
        self._look()
        self._guard = GUARD_SECONDS if self.content is not None else 0.0
        if self.life.ribbon.paid_years > paid_before and not self.clock.is_leaping:
            self.view.sound.play("coin")
        return self._routed()

    def _routed(self) -> Result | None:
        """What is shown elsewhere: the plan, the review."""
        if self.session.stage is Stage.PLAN:
            return PlanAsked()
        is_read = self.caption is None or self._farewell >= FAREWELL_SECONDS
        return LifeEnded() if self.session.stage is Stage.OVER and is_read else None

    def _look(self) -> None:
        """Take what the session shows now."""
        content = self._content()
        life = self.session.life()
        if isinstance(content, ResultView):
            # What came of a card is read in the season of the card.
            life = replace(life, season=self.life.season)
        self.life = life
        moves = self._view is not None and self.view.has_motion
        self._scene.show(self.life, is_passing=content is None)
        self.cover.turn(self.life.umbrella, theme.UMBRELLA_SECONDS if moves else 0.0)
        if moves and content is not None and content is not self.content:
            self._ease = Tween(0.0, 1.0, theme.CARD_SECONDS)
        if content is not self.content:
            self.area.offset = 0.0
            if content is not None and self._view is not None:
                self.view.sound.play("paper" if isinstance(content, CardView) else "page")
        if content is not self.content:
            self._shock = self._coming if isinstance(content, ResultView) else None
        self.content = content
        if content is not None:
            self.clock.stop_leap()
        if self._view is not None:
            self.refresh()
            self._focus_first()

    def _content(self) -> CardView | ResultView | None:
        if self.session.stage is Stage.CARD:
            return self.session.card()
        return self.session.result() if self.session.stage is Stage.RESULT else None

    def _focus_first(self) -> None:
        """The first open option, or the button that goes on; else the one that pauses."""
        card = self._paper.card
        if card is None:
            self.ring.focus("play")
        else:
            first = next((widget.name for widget in card.widgets if widget.is_enabled), "")
            self.ring.focus(first)

    def _show_from_top(self) -> None:
        """A new card that does not fit is read from its top, not from the first answer.

        Without a card nothing has the ring: no hint lies over the street while years pass.
        """
        if self._seen is not self.content:
            self._seen = self.content
            self.ring.is_visible = self._paper.card is not None and self.area.overflow < 1
