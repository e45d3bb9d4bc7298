"""Of the review: the same person on the same luck with other cover, in a table."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.text import yuan
from game.play.turning_view import ComparedLife
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.theme import Style
from game.ui.view import View

HEADS = ("month", "bills", "floor", "score")
LABEL_SHARE = 0.36
CELL_GAP = 14.0
ROW_PADDING = 9.0


def lay_compared(
    column: Column, lives: Sequence[ComparedLife] | None, age: int, air: float = 0.0
) -> None:
    """One row a life; the player's own is tinted."""
    view = column.view
    column.words(view.say("review.compared_note"), theme.NOTE, theme.MUTE_TEXT)
    column.space(8 + air)
    if lives is None:
        column.words(view.say("review.compared_wait"), theme.TEXT, theme.MUTE_TEXT)
        return
    heads = [view.say(f"review.head_{head}", age=age) for head in HEADS]
    _lay_row(column, "", heads, (theme.NOTE, theme.NOTE_BOLD), 0.0, is_tinted=False)
    player = next((life for life in lives if life.is_player), None)
    for life in lives:
        column.rule(1, 1)
        label = theme.LABEL if life.is_player else theme.TEXT
        cells = cell_words(view, life, player, age)
        styles = (label, theme.LABEL)
        _lay_row(column, view.read(life.label), cells, styles, air, is_tinted=life.is_player)
    column.space(6)
    if len(lives) == 1:
        column.words(view.say("review.compared_same"), theme.TEXT, theme.INK_SOFT)
    column.words(view.say("review.compared_bills"), theme.NOTE, theme.MUTE_TEXT)


def cell_words(
    view: View, life: ComparedLife, player: ComparedLife | None, age: int = 0
) -> list[str]:
    """The four figures of a row; where it lived longer or shorter, the years say so.

    A life that ended before old age, which begins at ``age``, has no month of it to show.
    """
    language = view.language
    score = "" if life.score is None else f"{life.score:.0f}"
    if life.score is None or (player is not None and life.lived_to != player.lived_to):
        score = view.say("review.lived_to", age=life.lived_to)
    none = view.say("review.not_applicable")
    is_old = life.lived_to >= age
    return [
        yuan(life.yuan_per_month, language) if is_old else none, yuan(life.bills, language),
        floor_words(view, life.years_below_floor) if is_old else none, score,
    ]  # fmt: skip


def floor_words(view: View, years: float) -> str:
    """How many years of old age were lived on less than the basket."""
    if years < 0.05:
        return view.say("review.floor_none")
    key = "review.floor_year" if abs(years - 1) < 0.05 else "review.floor_years"
    return view.say(key, years=years)


def _lay_row(
    column: Column, label: str, cells: Sequence[str], styles: tuple[Style, Style], air: float,
    *, is_tinted: bool,
) -> None:  # fmt: skip
    """A label, and cells that end at the right of their columns."""
    view = column.view
    measure = view.type.measure
    label_room = column.width * LABEL_SHARE - CELL_GAP
    wide = column.width * (1 - LABEL_SHARE) / len(cells)
    room = wide - CELL_GAP
    heights = [measure(cell, styles[1], room).height for cell in cells if cell]
    high = max([*heights, measure(label, styles[0], label_room).height if label else 0.0])
    padding = ROW_PADDING + air if label else 2.0
    rect = pygame.FRect(column.left, column.y, column.width, high + 2 * padding)

    def paint(surface: pygame.Surface) -> None:
        if is_tinted:
            view.fill(surface, rect, theme.JADE_TINT, 8.0)
        at = (rect.left + 8, rect.centery)
        view.type.draw(
            surface, label, at, styles[0], theme.INK, anchor="midleft", max_width=label_room - 8
        )
        for index, cell in enumerate(cells):
            right = rect.left + column.width * LABEL_SHARE + wide * (index + 1) - 8
            view.type.draw(
                surface, cell, (right, rect.centery), styles[1], theme.INK, anchor="midright",
                max_width=room, align="right",
            )  # fmt: skip

    column.add(rect, paint, label[:12] or "heads")
