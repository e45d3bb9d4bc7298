"""The quiet caption of the year that has just passed."""

from __future__ import annotations

import pygame

from game.core.text import Text
from game.ui import theme
from game.ui.screen import Box
from game.ui.screens.column import Column
from game.ui.view import View

WIDTH = 470.0
PADDING = 16.0


class LifeCaption:
    """A small slip of paper near the foot of the scene: the age, and one line of that year."""

    def __init__(self, view: View, bounds: pygame.FRect, age: int, line: Text) -> None:
        self.view = view
        width = min(bounds.width, WIDTH * (0.3 + 0.7 * view.text_factor))
        age_words = view.say("life.age", age=age)
        self._age = age_words
        self._age_width = view.type.measure(age_words, theme.LABEL).width + 14
        words = view.read(line)
        room = width - 2 * PADDING - self._age_width
        size = view.type.measure(words, theme.TEXT, room)
        used = size.width + 2 * PADDING + self._age_width
        height = min(bounds.height, size.height + PADDING)
        self.rect = pygame.FRect(0, 0, used, height)
        self.rect.bottomright = bounds.bottomright
        self.column = Column(
            view, self.rect.left + PADDING + self._age_width, self.rect.top + PADDING / 2, room,
            "caption",
        )  # fmt: skip
        self.column.words(words, theme.TEXT, theme.INK_SOFT)

    def boxes(self) -> list[Box]:
        """The slip."""
        return [Box("caption", self.rect)]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the slip."""
        self.view.card(surface, self.rect, theme.PAPER, radius=theme.BUTTON_RADIUS)
        at = (self.rect.left + PADDING, self.rect.top + PADDING / 2)
        self.view.type.draw(surface, self._age, at, theme.LABEL, theme.INK)
        self.column.draw(surface)
