"""The scenario library: what can be played, who made it, what differs from the official figures."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.play.library_view import PackView
from game.play.shelf import Shelf
from game.ui import theme
from game.ui.screen import CheckAsked, PackChosen, Result
from game.ui.screens.column import Column
from game.ui.sheet import SheetScreen
from game.ui.view import View
from game.ui.widgets import Pressed, Signal, Widget

ROW_GAP = 10.0
PADDING = 14.0
MOST_NAMED = 3
"""Differing figures that are named; the others are counted."""


class LibraryScreen(SheetScreen):
    """A sheet with one row a pack; rows appear as they are read."""

    card_width = 860.0

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.packs: tuple[PackView, ...] = shelf.packs
        self._was_read = shelf.is_read

    def heading(self, view: View) -> str:
        """The name of the sheet."""
        return view.say("library.title")

    def note(self, view: View) -> str:
        """How a pack comes here."""
        return view.say("library.note", folder=str(self.shelf.own))

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("library.done")

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """One row a pack, under a heading for where they come from."""
        column = Column(view, left, top, width, "packs")
        widgets: list[Widget] = []
        origin = ""
        for number, pack in enumerate(self.packs):
            if pack.origin != origin:
                origin = pack.origin
                column.space(10 if number else 0)
                column.words(view.say(f"library.{origin}"), theme.NOTE_BOLD, theme.MUTE_TEXT)
                column.space(4)
            rect = pygame.FRect(left, column.y, width, 0)
            row = PackRow(f"pack.{number}", rect, pack, area=self.area)
            rect.height = row.height(view, width)
            column.room(rect.height)
            column.space(ROW_GAP)
            widgets.append(row)
        if not self.shelf.is_read:
            column.words(view.say("library.reading"), theme.TEXT, theme.MUTE_TEXT)
        self._column = column
        return widgets, column.y

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the headings; the rows draw themselves."""
        self._column.draw(surface)

    def react(self, signal: Signal) -> Result | None:
        """Open a pack, or show what is wrong with it."""
        if isinstance(signal, Pressed) and signal.name.startswith("pack."):
            pack = self.packs[int(signal.name.removeprefix("pack."))]
            return PackChosen(pack.path) if pack.is_playable else CheckAsked(pack.path)
        return super().react(signal)

    def update(self, seconds: float) -> Result | None:
        """Let time pass; packs appear as they are read."""
        super().update(seconds)
        if self.packs != self.shelf.packs or self._was_read != self.shelf.is_read:
            self.packs, self._was_read = self.shelf.packs, self.shelf.is_read
            self.refresh()
        return None


class PackRow(Widget):
    """A pack: its title, what it is, who made it, and what differs from the official figures."""

    focus_gap = -theme.FOCUS_WIDTH + 1.0

    def __init__(self, name: str, rect: pygame.FRect, pack: PackView, **place: object) -> None:
        super().__init__(name, rect, **place)  # type: ignore[arg-type]
        self.pack = pack

    def height(self, view: View, width: float) -> float:
        """Height of its lines at this width."""
        return self._lay(view, width).height + 2 * PADDING - 6

    def press(self) -> Signal | None:
        """Tell that it was pressed."""
        return Pressed(name=self.name)

    def draw(self, surface: pygame.Surface, view: View) -> None:
        """Draw the row."""
        fill = theme.HOVER if self.is_hovered or self.is_pressed else theme.WHITE
        view.card(
            surface, self.rect, fill, radius=theme.BUTTON_RADIUS, has_shadow=False,
            outline=theme.CONTROL_LINE if self.is_hovered else theme.LINE,
        )  # fmt: skip
        self._lay(view, self.rect.width).draw(surface)

    def _lay(self, view: View, width: float) -> Column:
        pack = self.pack
        left, top = self.rect.left + PADDING + 2, self.rect.top + PADDING - 3
        column = Column(view, left, top, width - 2 * PADDING - 4)
        length = view.say("library.minutes", minutes=pack.minutes) if pack.minutes else ""
        column.row(
            view.read(pack.title), theme.SUBHEAD, theme.INK, length, theme.NOTE_BOLD,
            theme.MUTE_TEXT,
        )  # fmt: skip
        column.words(view.read(pack.summary), theme.NOTE, theme.INK_SOFT)
        column.words(" · ".join(facts(view, pack)), theme.NOTE, theme.MUTE_TEXT)
        if not pack.is_playable:
            problem = view.say("library.unplayable", problem=pack.problem)
            column.words(problem, theme.NOTE, theme.RED_TEXT)
        elif pack.differing:
            column.words(differing_words(view, pack.differing), theme.NOTE, theme.GOLD_TEXT)
        return column


def facts(view: View, pack: PackView) -> Sequence[str]:
    """Languages, authors and, where it plays by the official figures, that it does."""
    words = [view.say(f"library.language_{each}") for each in pack.languages]
    found = [" / ".join(words)] if words else []
    if pack.authors:
        found.append(view.say("library.by", names=", ".join(pack.authors)))
    if pack.is_invented:
        found.append(view.say("library.invented"))
    elif pack.is_playable and not pack.differing:
        found.append(view.say("library.as_base"))
    return found or [pack.path]


def differing_words(view: View, differing: Sequence[object]) -> str:
    """“Its own figures in 5 places: a, b, c, and 2 more”."""
    names = [view.read(each) for each in differing[:MOST_NAMED]]  # type: ignore[arg-type]
    joined = ("、" if view.language == "zh" else ", ").join(names)
    more = len(differing) - len(names)
    key = "library.differs_more" if more else "library.differs"
    return view.say(key, count=len(differing), names=joined, more=more)
