"""The street behind a life, and the still, washed-out one behind plan and review."""

from __future__ import annotations

import pygame

from game.play.views import LifeView, UmbrellaView
from game.ui import theme
from game.ui.view import View


class ScenePicture:
    def draw(self, surface: pygame.Surface, view: View, life: LifeView, umbrella: UmbrellaView, share: float) -> None:
        surface.fill(theme.SLATE)

    def advance(self, seconds: float) -> None:
        pass


class Backdrop:
    def draw(self, surface: pygame.Surface, view: View, life: LifeView, *, is_dark: bool) -> None:
        surface.fill(theme.NIGHT if is_dark else "#e9e5dc")
