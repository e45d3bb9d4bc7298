"""The canvas: where a scene is drawn, in units of a picture 720 high that stands on its bottom."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

HEIGHT = 720.0
"""Of a scene, in units; a higher rectangle shows more sky."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """A rectangle of a surface; places count from its left, and from 720 units above its bottom."""

    surface: pygame.Surface
    rect: pygame.FRect
    scale: float

    @property
    def pixels(self) -> pygame.Rect:
        """The rectangle in whole pixels."""
        left, top = round(self.rect.left * self.scale), round(self.rect.top * self.scale)
        right, bottom = round(self.rect.right * self.scale), round(self.rect.bottom * self.scale)
        return pygame.Rect(left, top, right - left, bottom - top)

    @property
    def top(self) -> float:
        """The upper edge in the canvas' own units: 0, or less where there is more sky."""
        return HEIGHT - self.rect.height

    def size(self, wide: float, high: float) -> tuple[int, int]:
        """A size in whole pixels."""
        return max(1, round(wide * self.scale)), max(1, round(high * self.scale))

    def at(self, x: float, y: float) -> tuple[int, int]:
        """A place in whole pixels."""
        down = self.rect.bottom - HEIGHT + y
        return round((self.rect.left + x) * self.scale), round(down * self.scale)

    def blit(self, image: pygame.Surface, x: float, y: float) -> None:
        """Draw a picture with its upper left corner at a place."""
        self.surface.blit(image, self.at(x, y))
