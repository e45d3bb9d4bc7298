"""The picture behind the title: the street at dawn, and the umbrella that opens over the name."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.scene import Scene, SceneState, draw_title_umbrella
from game.ui.view import View

STREET: Final = SceneState(has_person=False, weather="dawn", years=14)


class TitlePicture:
    """The empty street; it keeps its layers between frames."""

    def __init__(self) -> None:
        self._scene: Scene | None = None

    def draw_street(self, surface: pygame.Surface, view: View, seconds: float) -> None:
        """The street over the whole window."""
        if self._scene is None or self._scene.art is not view.art:
            self._scene = Scene(view.art)
        self._scene.draw(surface, view.window, view.scale, STREET, seconds, view.has_motion)

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
