"""The picture behind the title: the street at dawn, and the umbrella that opens over the name."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui import theme
from game.ui.scene import Ahead, Scene, SceneState, Wish, draw_title_umbrella
from game.ui.view import View

STREET: Final = SceneState(has_person=False, weather="dawn", years=14)
FIRST: Final = (
    SceneState(season=3, weather="dawn", years=2, has_mother=False),
    SceneState(season=3, weather="rain", years=2, has_person=False),
)
"""The scenes a life begins with: the street, and the one behind the first plan."""
SHADE_ALPHA: Final = 190
SHADE_REACH: Final = 64.0
"""How far above the words of the foot the road begins to darken."""


class TitlePicture:
    """The empty street; it keeps its layers between frames."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._shade: tuple[tuple[int, int], pygame.Surface] | None = None

    def draw_street(self, surface: pygame.Surface, view: View, seconds: float) -> None:
        """The street over the whole window."""
        if self._scene is None or self._scene.art is not view.art:
            self._scene = Scene(view.art)
            if view.has_motion:
                wish = Wish(rect=view.window, scale=view.scale, states=FIRST)
                Ahead(self._scene).want(wish)
        self._scene.draw(surface, view.window, view.scale, STREET, seconds, view.has_motion)

    def draw_shade(self, surface: pygame.Surface, view: View, top: float) -> None:
        """Night over the foot of the window, under pale words; it fades out above their top."""
        start = round((top - SHADE_REACH) * view.scale)
        size = (surface.get_width(), surface.get_height() - start)
        if self._shade is None or self._shade[0] != size:
            column = pygame.Surface((1, size[1]), pygame.SRCALPHA)
            for row in range(size[1]):
                share = min(1.0, row / (SHADE_REACH * view.scale))
                alpha = round(SHADE_ALPHA * share * share * (3 - 2 * share))
                column.set_at((0, row), (*theme.rgb(theme.NIGHT), alpha))
            self._shade = (size, pygame.transform.scale(column, size))
        surface.blit(self._shade[1], (0, start))

    def draw_umbrella(
        self,
        surface: pygame.Surface,
        view: View,
        foot: tuple[float, float],
        height: float,
        opening: float,
    ) -> None:
        """The umbrella, its foot at a place; ``opening`` 0 is closed, 1 open."""
        draw_title_umbrella(surface, view.art, foot, height, view.scale, opening)
