"""Small signs drawn by hand: a check, an exclamation mark, the pause of a player's button."""

from __future__ import annotations

from itertools import pairwise

import pygame

from game.ui import theme
from game.ui.theme import Colour
from game.ui.view import View

CHECK = ((0.28, 0.53), (0.44, 0.69), (0.74, 0.34))
OVERSAMPLING = 4


def draw_sign(surface: pygame.Surface, view: View, rect: pygame.FRect, *, is_good: bool) -> None:
    """A jade disc with a check, or a red one with an exclamation mark."""
    place = view.pixels(rect)
    side = max(4, place.width)
    large = side * OVERSAMPLING
    sheet = pygame.Surface((large, large), pygame.SRCALPHA)
    fill: Colour = theme.JADE_TEXT if is_good else theme.RED_TEXT
    pygame.draw.circle(sheet, fill, (large / 2, large / 2), large / 2)
    if is_good:
        _stroke(sheet, [(x * large, y * large) for x, y in CHECK], large * 0.09)
    else:
        _stroke(sheet, [(large / 2, large * 0.26), (large / 2, large * 0.56)], large * 0.1)
        pygame.draw.circle(sheet, theme.PAPER_LIGHT, (large / 2, large * 0.73), large * 0.065)
    surface.blit(pygame.transform.smoothscale(sheet, (side, side)), place)


def _stroke(sheet: pygame.Surface, points: list[tuple[float, float]], width: float) -> None:
    """A line with round ends and joints."""
    for start, end in pairwise(points):
        along = pygame.Vector2(end) - pygame.Vector2(start)
        aside = along.normalize().rotate(90) * width / 2
        corners = [start + aside, end + aside, end - aside, start - aside]
        pygame.draw.polygon(sheet, theme.PAPER_LIGHT, corners)
    for point in points:
        pygame.draw.circle(sheet, theme.PAPER_LIGHT, point, width / 2)
