"""The sources of the figures on a screen: what, how much, since when, from where, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui import theme
from game.ui.sheet import SheetScreen
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from game.play.views import FigureView

STATUS: dict[str, tuple[Colour, Colour]] = {
    "official": (theme.JADE_TINT, theme.JADE_TEXT),
    "estimate": (theme.GOLD_TINT, theme.GOLD_TEXT),
    "assumed": (theme.RED_TINT, theme.RED_TEXT),
    "placeholder": (theme.RED_TINT, theme.RED_TEXT),
}
ROW_GAP = 22.0


class SourcesScreen(SheetScreen):
    """A sheet of rows given as data."""

    card_width = 860.0

    def __init__(self, figures: Sequence[FigureView]) -> None:
        super().__init__()
        self.rows = tuple(figures)
        self._origin = (0.0, 0.0, 0.0)

    def heading(self, view: View) -> str:
        """The name of the sheet."""
        return view.say("sources.title")

    def note(self, view: View) -> str:
        """What the rows are, or that there are none."""
        return view.say("sources.note" if self.rows else "sources.none")

    def done(self, view: View) -> str:
        """The button's words."""
        return view.say("sources.done")

    def body(self, view: View, left: float, top: float, width: float) -> tuple[list[Widget], float]:
        """Only words: nothing to press."""
        self._origin = (left, top, width)
        return [], self._lines(None, view)

    def paint_body(self, surface: pygame.Surface, view: View) -> None:
        """Draw the rows."""
        self._lines(surface, view)

    def _lines(self, surface: pygame.Surface | None, view: View) -> float:
        left, top, width = self._origin
        for row in self.rows:
            top = self._line(surface, view, row, pygame.FRect(left, top, width, 0)) + ROW_GAP
        return top - ROW_GAP if self.rows else top

    def _line(
        self, surface: pygame.Surface | None, view: View, row: FigureView, rect: pygame.FRect
    ) -> float:
        """One figure: label and value, then its source; returns the bottom."""
        value = view.read(row.value)
        if row.since:
            value = view.say("sources.value", value=value, since=row.since)
        value_width = min(view.type.measure(value, theme.LABEL).width, rect.width * 0.5)
        room = rect.width - value_width - 20
        label = view.read(row.label)
        head = max(
            view.type.measure(label, theme.LABEL, room).height,
            view.type.measure(value, theme.LABEL, value_width + 1).height,
        )
        status = view.say(f"sources.{row.status}")
        pill = view.type.measure(status, theme.NOTE_BOLD).width + 20
        words = " · ".join(part for part in (view.read(row.source), view.read(row.note)) if part)
        below = max(
            view.type.line_height(theme.NOTE) + 4,
            view.type.measure(words, theme.NOTE, rect.width - pill - 12).height,
        )
        if surface is not None:
            view.type.draw(surface, label, rect.topleft, theme.LABEL, theme.INK, max_width=room)
            view.type.draw(
                surface, value, rect.topright, theme.LABEL, theme.INK, anchor="topright",
                max_width=value_width + 1,
            )  # fmt: skip
            fill, colour = STATUS[row.status]
            chip = pygame.FRect(
                rect.left, rect.top + head + 2, pill, view.type.line_height(theme.NOTE) + 4
            )
            view.fill(surface, chip, fill, chip.height / 2)
            view.type.draw(surface, status, chip.center, theme.NOTE_BOLD, colour, anchor="center")
            view.type.draw(
                surface, words, (chip.right + 12, chip.top + 2), theme.NOTE, theme.MUTE_TEXT,
                max_width=rect.width - pill - 12,
            )  # fmt: skip
            view.rule(surface, rect.left, rect.right, rect.top + head + below + ROW_GAP / 2 + 1)
        return rect.top + head + 2 + below
