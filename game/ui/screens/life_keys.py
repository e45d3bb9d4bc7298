"""The keys of a life, said once: how to pause, to leap, to change the plan."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui import theme
from game.ui.screen import Box
from game.ui.view import View

KEYS: Final = ("pause", "leap", "plan")
PADDING = 14.0
CAP_PADDING = 8.0
CAP_GAP = 7.0
KEY_GAP = 20.0
ROW_GAP = 6.0


class KeySlip:
    """A slip of paper under the bar while years pass or stand; its keys wrap where they must."""

    def __init__(
        self, view: View, bounds: pygame.FRect, *, is_paused: bool, has_plan: bool
    ) -> None:
        self.view = view
        self.is_paused = is_paused
        self._line = view.type.line_height(theme.NOTE) + 6
        room = bounds.width - 2 * PADDING
        self._places: list[tuple[str, float, float]] = []
        x = y = widest = 0.0
        for key in KEYS if has_plan else KEYS[:-1]:
            width = self._width(key)
            if x and x + width > room:
                x, y = 0.0, y + self._line + ROW_GAP
            self._places.append((key, x, y))
            x += width + KEY_GAP
            widest = max(widest, x - KEY_GAP)
        size = (widest + 2 * PADDING, y + self._line + PADDING)
        self.rect = pygame.FRect(bounds.topleft, size)

    def boxes(self) -> list[Box]:
        """The slip."""
        return [Box("keys", self.rect)]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the slip."""
        view = self.view
        view.card(surface, self.rect, theme.PAPER, radius=theme.BUTTON_RADIUS)
        for key, x, y in self._places:
            cap = view.say(f"life.cap.{key}")
            left, top = self.rect.left + PADDING + x, self.rect.top + PADDING / 2 + y
            box = pygame.FRect(left, top, self._cap_width(cap), self._line)
            view.card(
                surface, box, theme.PAPER_LIGHT, radius=6, has_shadow=False,
                outline=theme.CONTROL_LINE,
            )  # fmt: skip
            view.type.draw(surface, cap, box.center, theme.NOTE_BOLD, theme.INK, anchor="center")
            at = (box.right + CAP_GAP, box.centery)
            words = self._words(key)
            view.type.draw(surface, words, at, theme.NOTE, theme.INK_SOFT, anchor="midleft")

    def _words(self, key: str) -> str:
        if key == "pause" and self.is_paused:
            return self.view.say("life.key.go_on")
        return self.view.say(f"life.key.{key}")

    def _cap_width(self, cap: str) -> float:
        return self.view.type.measure(cap, theme.NOTE_BOLD).width + 2 * CAP_PADDING

    def _width(self, key: str) -> float:
        words = self.view.type.measure(self._words(key), theme.NOTE).width
        return self._cap_width(self.view.say(f"life.cap.{key}")) + CAP_GAP + words
