"""Numbers that matter, in sand tiles, and the one hint of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import theme
from game.ui.screens.column import Column

TILE_GAP = 12.0
TILE_PADDING = 14.0
TILE_RADIUS = 12.0
LEAST_TILE = 152.0
VALUES = (theme.NUMBER, theme.HEADING, theme.SUBHEAD, theme.LABEL)


@dataclass(frozen=True, slots=True)
class NumberTile:
    """A number, what it is, and the same number of the plan held to compare."""

    value: str
    note: str
    held: str = ""


def lay_tiles(column: Column, tiles: Sequence[NumberTile]) -> None:
    """As many tiles in a row as are wide enough for their words."""
    view = column.view
    least = LEAST_TILE * view.text_factor
    count = max(1, min(3, int((column.width + TILE_GAP) / (least + TILE_GAP))))
    # Two and one look torn: the first alone, then the two others.
    rows = [tiles[:1], tiles[1:]] if count == 2 else [
        tiles[start : start + count] for start in range(0, len(tiles), count)
    ]  # fmt: skip
    for row in rows:
        width = (column.width - TILE_GAP * (len(row) - 1)) / len(row)
        inner = width - 2 * TILE_PADDING
        notes = max(view.type.measure(tile.note, theme.NOTE, inner).height for tile in row)
        value = max(_value_height(column, tile, inner) for tile in row)
        height = value + notes + 18
        if any(tile.held for tile in row):
            height += view.type.line_height(theme.NOTE_BOLD)
        top = column.y
        for index, tile in enumerate(row):
            left = column.left + index * (width + TILE_GAP)
            _lay_tile(column, pygame.FRect(left, top, width, height), tile, value)
        column.space(TILE_GAP)
    column.space(-TILE_GAP)


def lay_hint(column: Column, words: str) -> None:
    """One thing worth knowing now, for this life."""
    view = column.view
    inner = Column(view, column.left + 14, column.y + 8, column.width - 28)
    inner.words(words, theme.NOTE, theme.INK_SOFT)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        view.fill(surface, rect, theme.RED_TINT, TILE_RADIUS)
        inner.draw(surface)

    column.picture(inner.height + 16, paint, "hint")


def _value_style(column: Column, tile: NumberTile, room: float) -> theme.Style:
    """Large for a number; smaller for words in its place, which may then take two lines."""
    fits = column.view.type.fits
    return next((each for each in VALUES if fits(tile.value, each, room)), VALUES[-1])


def _value_height(column: Column, tile: NumberTile, room: float) -> float:
    style = _value_style(column, tile, room)
    least = column.view.type.line_height(theme.TITLE)
    return max(least, column.view.type.measure(tile.value, style, room).height)


def _lay_tile(column: Column, rect: pygame.FRect, tile: NumberTile, high: float) -> None:
    """A tile whose number takes so much height."""
    view = column.view
    inner = rect.width - 2 * TILE_PADDING
    style = _value_style(column, tile, inner)

    def paint(surface: pygame.Surface) -> None:
        view.fill(surface, rect, theme.SAND, TILE_RADIUS)
        left, y = rect.left + TILE_PADDING, rect.top + 8
        middle = (left, y + high / 2)
        view.type.draw(
            surface, tile.value, middle, style, theme.INK, anchor="midleft", max_width=inner
        )
        y += high
        if tile.held:
            words = view.say("plan.held", value=tile.held)
            view.type.draw(surface, words, (left, y), theme.NOTE_BOLD, theme.SLATE)
            y += view.type.line_height(theme.NOTE_BOLD)
        view.type.draw(surface, tile.note, (left, y), theme.NOTE, theme.MUTE_TEXT, max_width=inner)

    column.add(rect, paint, tile.value)
