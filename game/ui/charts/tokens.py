"""Tokens: one small coin with a hole for each paid year, in groups of ten."""

from __future__ import annotations

from math import ceil

import pygame

from game.ui.art import svg_of
from game.ui.view import View

GAP = 2.0
GROUP = 10
GROUP_GAP = 7.0


def tokens_width(count: int, size: float) -> float:
    """Width of so many tokens in one row, in units."""
    if count <= 0:
        return 0.0
    return count * (size + GAP) - GAP + (ceil(count / GROUP) - 1) * GROUP_GAP


def draw_tokens(
    surface: pygame.Surface,
    view: View,
    at: tuple[float, float],
    count: int,
    *,
    size: float = 9.0,
    rows_of: int | None = None,
) -> pygame.FRect:
    """Draw ``count`` tokens from a left middle point and return the room they take.

    Args:
        surface: what is drawn on.
        view: gives scale and art.
        at: left end and middle of the first row, in units.
        count: paid years.
        size: of a coin, in units.
        rows_of: coins a row; None sets all in one row.
    """
    coin = view.art.drawn(coin_svg(), (size, size), view.scale)
    per_row = rows_of or max(1, count)
    blits = []
    for index in range(count):
        row, column = divmod(index, per_row)
        x = at[0] + column * (size + GAP) + (column // GROUP) * GROUP_GAP
        y = at[1] - size / 2 + row * (size + 2 * GAP)
        blits.append((coin, (round(x * view.scale), round(y * view.scale))))
    surface.fblits(blits)
    rows = max(1, ceil(count / per_row))
    height = rows * (size + 2 * GAP) - 2 * GAP
    width = tokens_width(min(count, per_row), size)
    return pygame.FRect(at[0], at[1] - size / 2, width, height)


def coin_svg() -> str:
    """An old round coin with its square hole."""
    return svg_of(
        20, 20,
        '<circle cx="10" cy="10" r="9.4" fill="#d99a2b"/>'
        '<circle cx="10" cy="10" r="9" fill="none" stroke="#a8741a" stroke-width="1.4"/>'
        '<path d="M4.2 7.2A6.6 6.6 0 0 1 9.4 3.5" fill="none" stroke="#f6d894" '
        'stroke-width="1.6" stroke-linecap="round"/>'
        '<rect x="7" y="7" width="6" height="6" rx="0.6" fill="#fffdf8" stroke="#a8741a" '
        'stroke-width="1.2"/>',
    )  # fmt: skip
