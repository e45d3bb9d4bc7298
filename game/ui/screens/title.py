"""The title: the umbrella opens, the profiles stand below it, a saved life can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.core.text import Text
from game.play.library_view import PackView
from game.ui import theme
from game.ui.animation import Tween, ease_in_out
from game.ui.input import KeyPress
from game.ui.screen import HelpAsked, Result, SettingsAsked, WidgetScreen
from game.ui.screens.profile_panel import ProfileCard, SavedLife
from game.ui.screens.profile_row import ProfileRow
from game.ui.screens.title_pack import TitlePack
from game.ui.title_picture import TitlePicture
from game.ui.view import View
from game.ui.widgets import Button, Pressed, Signal, Widget

OPENING_SECONDS: Final = 1.2
UMBRELLA_HEIGHTS: Final = (168.0, 128.0, 100.0, 76.0, 0.0)
"""Of the umbrella above the name: smaller, then gone, as the cards need the room."""
FOOT_PADDING: Final = 12.0
HEAD_TOP: Final = 20.0
FOOT_GAP: Final = 20.0
LEAST_WORDS: Final = 430.0
"""Width the words of the foot want beside its buttons, at the usual text size."""
LOADING_HEIGHT: Final = 330.0
LARGEST_MOTTO: Final = 1.25


@dataclass(frozen=True, slots=True)
class LifeChosen(Result):
    """A new life is to begin."""

    profile: str


@dataclass(frozen=True, slots=True)
class LifeContinued(Result):
    """The saved life goes on."""

    slot: str


@dataclass(frozen=True, slots=True)
class QuitAsked(Result):
    """The game is to end."""


@dataclass(frozen=True, slots=True)
class TwinsWished(Result):
    """Two lives of a profile are to be watched side by side."""

    profile: str


@dataclass(frozen=True, slots=True)
class LibraryAsked(Result):
    """The scenarios are wanted."""


TWINS, SCENARIOS = "twins", "scenarios"
FOOT: Final[dict[str, Result]] = {
    "settings": SettingsAsked(), "help": HelpAsked(), "quit": QuitAsked(),
}  # fmt: skip


class TitleScreen(WidgetScreen):
    """Shown before anything is loaded; ``show`` brings the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.row = ProfileRow()
        self.saved: SavedLife | None = None
        self.notice: Text | None = None
        self.pack: TitlePack | None = None
        self.opening = Tween(0.0, 1.0, OPENING_SECONDS, ease=ease_in_out)
        self.picture = TitlePicture()
        self._foot = pygame.FRect(0, 0, 0, 0)
        self._words_room = self._words_height = self._words_middle = 0.0
        self._umbrella = UMBRELLA_HEIGHTS[0]
        self._name_top = 0.0
        self._seconds = 0.0

    @property
    def is_moving(self) -> bool:
        """While the umbrella opens, and as long as the scene moves."""
        return not self.opening.is_done or self.view.has_motion or super().is_moving

    def show(
        self,
        cards: Sequence[ProfileCard],
        saved: SavedLife | None,
        notice: Text | None = None,
        pack: PackView | None = None,
    ) -> None:
        """Bring the profiles, the saved life, a line to say once, and the pack if it has a name."""
        self.pack = TitlePack(pack) if pack is not None else None
        self.row = ProfileRow(cards, saved)
        self.saved, self.notice = saved, notice
        self.ring.focus("continue" if saved else f"live.{cards[0].id}" if cards else "")
        self.ring.follows = False
        self.is_dirty = True

    def build(self, view: View) -> Sequence[Widget]:
        """Foot, head, and the cards in what is left between them."""
        foot = self._build_foot(view)
        bottom = self._foot.top - FOOT_GAP
        height = room = 0.0
        for self._umbrella in UMBRELLA_HEIGHTS:
            room = bottom - self._head_height(view)
            height = self.row.arrange(view, room) or LOADING_HEIGHT
            if height <= room and not self.row.is_crowded:
                break
        spare = max(0.0, room - height)
        self._name_top = self._umbrella + HEAD_TOP + spare * 0.15
        self.areas = (self.row.area,) if self.row.panels else ()
        if not self.row.panels:
            return foot
        cards = self.row.place(view, self._head_height(view) + spare * 0.5, bottom)
        area = self.row.area
        self.place(area.name, area.rect, can_scroll=True, is_sideways=area.is_sideways)
        return [*cards, *foot]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        """The street, the umbrella and the name, the cards, the foot."""
        self.picture.draw_street(surface, view, self._seconds)
        if self._umbrella > 0:
            middle = (view.width / 2, self._name_top - 6)
            self.picture.draw_umbrella(surface, view, middle, self._umbrella, self.opening.value)
        self._paint_name(surface, view)
        focused = self.ring.focused
        self.row.draw(surface, view, focused.name if focused is not None else "")
        self._paint_foot(surface, view)

    def update(self, seconds: float) -> Result | None:
        """Open the umbrella."""
        self._seconds += seconds
        if not self.opening.is_done:
            self.opening.advance(seconds if self.view.has_motion else OPENING_SECONDS)
            self.is_dirty = True
        return super().update(seconds)

    def react(self, signal: Signal) -> Result | None:
        """Every button leads somewhere."""
        match signal:
            case Pressed(name="continue") if self.saved is not None:
                return LifeContinued(self.saved.slot)
            case Pressed(name=name) if name.startswith("live."):
                return LifeChosen(name.removeprefix("live."))
            case Pressed(name=name):
                return self._leave_by(name)
        return None

    def key(self, event: KeyPress) -> Result | None:
        """T and S do what the buttons of the foot do."""
        names = {pygame.K_t: TWINS, pygame.K_s: SCENARIOS}
        name = names.get(event.key, "")
        return self._leave_by(name) if name in self._foot_names else None

    def _leave_by(self, name: str) -> Result | None:
        """What a button of the foot leads to: the twins are those of the card in focus."""
        if name == TWINS:
            ids = [panel.card.id for panel in self.row.panels if panel.card.is_playable]
            focused = self.ring.focused
            here = focused.name.removeprefix("live.") if focused is not None else ""
            if focused is not None and focused.name == "continue" and self.saved is not None:
                here = self.saved.profile
            return TwinsWished(here if here in ids else ids[0]) if ids else None
        return LibraryAsked() if name == SCENARIOS else FOOT.get(name)

    @property
    def _foot_names(self) -> list[str]:
        """The buttons of the foot; what needs a pack comes with the cards."""
        return [*((TWINS, SCENARIOS) if self.row.panels else ()), *FOOT]

    def back(self) -> Result | None:
        """Escape on the title asks for nothing: closing the window ends the game."""
        return None

    def keys(self) -> Sequence[str]:
        """Rows of the help: what needs a pack comes with the cards."""
        return [name for name in (TWINS, SCENARIOS) if name in self._foot_names]

    def _has_motto(self, view: View) -> bool:
        """At large text it gives way to the name of the pack."""
        return self.pack is None or view.text_factor <= LARGEST_MOTTO

    def _head_height(self, view: View) -> float:
        lines = view.type.line_height(_name_style(view))
        if self._has_motto(view):
            lines += view.type.line_height(theme.TEXT)
        pack = self.pack.height(view) if self.pack is not None else 0.0
        return self._umbrella + HEAD_TOP + lines + pack + 22

    def _paint_name(self, surface: pygame.Surface, view: View) -> None:
        middle = view.width / 2
        name = view.type.draw(
            surface, view.say("title.name"), (middle, self._name_top), _name_style(view), theme.INK,
            anchor="midtop",
        )  # fmt: skip
        below = name.bottom
        if self._has_motto(view):
            below = view.type.draw(
                surface, view.say("title.motto"), (middle, below), theme.TEXT, theme.INK,
                anchor="midtop",
            ).bottom  # fmt: skip
        if self.pack is not None:
            self.pack.draw(surface, view, below)
        if not self.row.panels:
            words, place = view.say("title.opening"), (middle, name.bottom + 90)
            view.type.draw(surface, words, place, theme.TEXT, theme.INK, anchor="midtop")

    def _build_foot(self, view: View) -> list[Widget]:
        """Words on the darkened road: what the game is; and quiet buttons beside or below them."""
        labels = {name: view.say(f"title.{name}") for name in self._foot_names}
        height = Button.least_height(view)
        right = view.width - theme.EDGE
        widgets: list[Widget] = []
        for name in reversed(labels):
            width = Button.size(view, labels[name])[0] - 12
            rect = pygame.FRect(right - width, 0, width, height)
            widgets.insert(0, Button(name, rect, labels[name], inside="foot"))
            right -= width + 8
        self._words_room = right - theme.EDGE - theme.GUTTER
        is_stacked = self._words_room < LEAST_WORDS * view.text_factor
        if is_stacked:
            self._words_room = view.width - 2 * theme.EDGE
        self._words_height = sum(
            view.type.measure(line, theme.NOTE, self._words_room).height
            for line in self._foot_lines(view)
        )
        tall = max(height, self._words_height) + 2 * FOOT_PADDING
        if is_stacked:
            tall = height + self._words_height + 2 * FOOT_PADDING + 4
        self._foot = pygame.FRect(0, view.height - 8 - tall, view.width, tall)
        self._words_middle = self._foot.centery
        for widget in widgets:
            widget.rect.centery = self._foot.centery
            if is_stacked:
                widget.rect.bottom = self._foot.bottom - FOOT_PADDING
        if is_stacked:
            self._words_middle = self._foot.top + FOOT_PADDING + self._words_height / 2
        self.place("foot", self._foot)
        return widgets

    def _foot_lines(self, view: View) -> list[str]:
        keys = "title.keys" if self.saved is None else "title.keys_saved"
        lines = [view.say("title.independent"), view.say(keys)]
        if self.notice is not None:
            lines.insert(0, f"**{view.read(self.notice)}**")
        return lines if view.text_factor <= 1.5 else lines[:-1]

    def _paint_foot(self, surface: pygame.Surface, view: View) -> None:
        self.picture.draw_shade(surface, view, self._foot.top)
        lines, room = self._foot_lines(view), self._words_room
        y = self._words_middle - self._words_height / 2
        for index, line in enumerate(lines):
            is_last = index == len(lines) - 1 and index > 0
            colour = theme.LINE if is_last else theme.PAPER_LIGHT
            y = view.type.draw(
                surface, line, (theme.EDGE, y), theme.NOTE, colour, max_width=room
            ).bottom


def _name_style(view: View) -> theme.Style:
    """The larger the text, the smaller a step of the type scale the name needs."""
    if view.text_factor <= 1.25:
        return theme.DISPLAY
    return theme.HEADLINE if view.text_factor <= 1.5 else theme.TITLE
