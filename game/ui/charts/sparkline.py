"""A small line without axes, its last value marked."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.art import svg_of
from game.ui.theme import Colour
from game.ui.view import View

ROOM = 4.0


def draw_sparkline(
    surface: pygame.Surface,
    view: View,
    rect: pygame.FRect,
    values: Sequence[float],
    colour: Colour,
) -> None:
    """Draw the values from left to right over the whole rectangle; a flat line for equal ones."""
    if len(values) < 2:
        return
    least, most = min(values), max(values)
    span = (most - least) or 1.0
    across, high = rect.width - 2 * ROOM, rect.height - 2 * ROOM
    points = [
        (
            ROOM + across * index / (len(values) - 1),
            ROOM + high * (1 - (value - least) / span) if most > least else ROOM + high / 2,
        )
        for index, value in enumerate(values)
    ]
    line = "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    x, y = points[-1]
    base = rect.height - ROOM / 2
    body = (
        f'<path d="M{points[0][0]:.2f} {base:g}L{line}L{x:.2f} {base:g}Z" fill="{colour}" '
        f'fill-opacity="0.14"/><path d="M{line}" fill="none" stroke="{colour}" stroke-width="2" '
        f'stroke-linejoin="round" stroke-linecap="round"/>'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="3" fill="{colour}"/>'
    )
    image = view.art.drawn(svg_of(rect.width, rect.height, body), rect.size, view.scale)
    surface.blit(image, view.pixels(rect).topleft)
