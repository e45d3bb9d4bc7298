"""The picture behind the title: the street at dawn, and the umbrella that opens over the name."""

from __future__ import annotations

import pygame

from game.ui.scene.umbrella import draw_title_umbrella
from game.ui.theme import mixed
from game.ui.view import View


class TitlePicture:
    def draw_street(self, surface: pygame.Surface, view: View, seconds: float) -> None:
        h = surface.get_height()
        for y in range(h):
            surface.fill(
                mixed("#b3cbd6", "#f3dfc3", min(1, y / h * 1.4)), (0, y, surface.get_width(), 1)
            )
        surface.fill("#82888c", (0, int(h * 0.72), surface.get_width(), h))

    def draw_umbrella(
        self,
        surface: pygame.Surface,
        view: View,
        foot: tuple[float, float],
        height: float,
        opening: float,
    ) -> None:
        """The umbrella, its foot at a place, ``opening`` 0 closed to 1 open."""
        draw_title_umbrella(surface, view.art, foot, height, view.scale, opening)
