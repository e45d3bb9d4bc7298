"""Hatching: parallel strokes inside a convex shape, so that a tint is told without colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TypeAlias

from game.ui.theme import Colour

Point: TypeAlias = tuple[float, float]


def hatching(
    corners: Sequence[Point], colour: Colour, *, step: float = 6.0, width: float = 1.4
) -> str:
    """SVG strokes rising to the right, ``step`` apart, clipped to a convex polygon."""
    sums = [x + y for x, y in corners]
    strokes = []
    for index in range(ceil(min(sums) / step), floor(max(sums) / step) + 1):
        ends = _crossings(corners, index * step)
        if len(ends) == 2:
            (x1, y1), (x2, y2) = ends
            strokes.append(f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}")
    if not strokes:
        return ""
    path = "".join(strokes)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width:g}" fill="none"/>'


def _crossings(corners: Sequence[Point], total: float) -> list[Point]:
    """Where the line x + y = total crosses the outline: the two ends farthest apart."""
    found: list[Point] = []
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        a, b = x1 + y1 - total, x2 + y2 - total
        if (a < 0) != (b < 0):
            share = a / (a - b)
            found.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share))
    return [min(found), max(found)] if len(found) >= 2 and min(found) != max(found) else []
