"""Who paid a bill: one stacked bar, and a row of words for each payer."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.text import yuan
from game.play.views import PayerView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.theme import Colour
from game.ui.view import View

OWN = theme.RED
OTHERS: tuple[Colour, ...] = (theme.JADE, theme.GOLD, theme.SLATE, theme.TAUPE)
BAR_HEIGHT = 14.0
KEY_SIDE = 10.0
KEY_GAP = 8.0
LEAST_SLICE = 4.0


def payer_colours(payers: Sequence[PayerView]) -> list[Colour]:
    """Red for oneself, the others in the order they are asked."""
    found: list[Colour] = []
    others = 0
    for payer in payers:
        found.append(OWN if payer.is_self else OTHERS[others % len(OTHERS)])
        others += not payer.is_self
    return found


def draw_slices(
    surface: pygame.Surface,
    view: View,
    rect: pygame.FRect,
    payers: Sequence[PayerView],
    colours: Sequence[Colour] = (),
) -> None:
    """The stacked bar: a slice for everyone who pays something, a hair of paper between them."""
    paying = [payer for payer in payers if payer.yuan > 0]
    colours = colours or payer_colours(paying)
    total = sum(payer.yuan for payer in paying)
    if total <= 0:
        view.fill(surface, rect, theme.TRACK, rect.height / 2)
        return
    left = rect.left
    for index, (payer, colour) in enumerate(zip(paying, colours, strict=True)):
        width = rect.width * payer.yuan / total
        slice_ = pygame.FRect(left, rect.top, max(LEAST_SLICE, width - 2), rect.height)
        if index == len(paying) - 1:
            slice_.width = max(LEAST_SLICE, rect.right - left)
            slice_.right = rect.right
        view.fill(surface, slice_, colour, min(4.0, slice_.width / 2))
        left += width


class PayerBar:
    """A bill's bar with its rows, laid into a column."""

    def __init__(self, view: View, total: float, payers: Sequence[PayerView]) -> None:
        self.view = view
        self.total = total
        self.payers = [payer for payer in payers if payer.yuan > 0 or payer.is_self]

    def lay(self, column: Column) -> None:
        """Head, bar and one row for each payer."""
        view = self.view
        column.row(
            view.say("life.who_paid"), theme.LABEL, theme.INK,
            yuan(self.total, view.language), theme.LABEL, theme.INK,
        )  # fmt: skip
        column.space(4)
        column.picture(
            BAR_HEIGHT, lambda surface, rect: draw_slices(surface, view, rect, self.payers), "bar"
        )
        column.space(6)
        colours = payer_colours(self.payers)
        for payer, colour in zip(self.payers, colours, strict=True):
            top = column.y
            rect = column.row(
                view.read(payer.who), theme.NOTE, theme.INK_SOFT,
                yuan(payer.yuan, view.language), theme.NOTE_BOLD, theme.INK,
                inset=KEY_SIDE + KEY_GAP,
            )  # fmt: skip
            self._lay_key(column, top + rect.height / 2, colour)

    def _lay_key(self, column: Column, middle: float, colour: Colour) -> None:
        key = pygame.FRect(column.left, middle - KEY_SIDE / 2, KEY_SIDE, KEY_SIDE)
        column.add(key, lambda surface: self.view.fill(surface, key, colour, 3.0), "key")
