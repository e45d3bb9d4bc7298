"""The cards of the title: one wide, up to three side by side, more in a row that scrolls.

Where upright cards would be higher than the window, as with large text, they lie below one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.ui import theme
from game.ui.screens.profile_panel import ProfileCard, ProfilePanel, SavedLife
from game.ui.view import View
from game.ui.widgets import Button, ScrollArea, Widget

CARD_WIDTH: Final = 352.0
CARD_GAP: Final = 24.0
WIDE_CARD: Final = 720.0
SIDE_BY_SIDE: Final = 3
MARGIN: Final = 18.0
"""Around the cards, inside their scroll area: room for shadows and the focus ring."""


class ProfileRow:
    """Lays out and draws the cards in the room between the title's head and foot."""

    def __init__(self, cards: Sequence[ProfileCard] = (), saved: SavedLife | None = None) -> None:
        self.area = ScrollArea("cards")
        self.panels = [
            ProfilePanel(card, saved if saved is not None and saved.profile == card.id else None)
            for card in cards
        ]
        self._buttons: list[Button] = []

    def arrange(self, view: View, room: float) -> float:
        """Choose how the cards stand so that they fit the room; the height they would take."""
        if not self.panels:
            return 0.0
        self._stand(is_wide=len(self.panels) == 1)
        height = self._height(view)
        if height > room and len(self.panels) > 1:
            self._stand(is_wide=True)
            height = self._height(view)
        return height

    def place(self, view: View, top: float, bottom: float) -> list[Widget]:
        """Put the cards between two heights, and return their buttons."""
        width, count = self._width(view), len(self.panels)
        columns = 1 if self._is_stack else count
        across = columns * width + (columns - 1) * CARD_GAP
        seen = min(across, view.width - 2 * theme.EDGE)
        full = self._height(view)
        self.area.rect = pygame.FRect(
            (view.width - seen) / 2 - MARGIN,
            top - MARGIN,
            seen + 2 * MARGIN,
            min(full, bottom - top) + 2 * MARGIN,
        )
        self.area.is_sideways = columns > SIDE_BY_SIDE
        self.area.fit((across if self.area.is_sideways else full) + 2 * MARGIN)
        left, y = self.area.origin[0] + MARGIN, self.area.origin[1] + MARGIN
        widgets: list[Button] = []
        for panel in self.panels:
            height = panel.height(view, width) if self._is_stack else full
            panel.rect = pygame.FRect(left, y, width, height)
            widgets += panel.buttons(view, self.area)
            if self._is_stack:
                y += height + CARD_GAP
            else:
                left += width + CARD_GAP
        self._buttons = widgets
        return [*widgets]

    def draw(self, surface: pygame.Surface, view: View, focused: str) -> None:
        """Draw the cards; among several, the one with the focus is outlined and its button dark."""
        lit = next((panel.names for panel in self.panels if focused in panel.names), ())
        for button in self._buttons:
            if len(self.panels) > 1 and button.is_enabled:
                button.kind = "primary" if button.name in lit[:1] else "quiet"
        with self.area.clipped(surface, view):
            for panel in self.panels:
                has_focus = len(self.panels) > 1 and focused in panel.names
                panel.draw(surface, view, has_focus=has_focus)

    @property
    def is_crowded(self) -> bool:
        """Whether several cards lie below one another for want of height."""
        return len(self.panels) > 1 and self._is_stack

    @property
    def _is_stack(self) -> bool:
        return self.panels[0].is_wide

    def _stand(self, *, is_wide: bool) -> None:
        for panel in self.panels:
            panel.is_wide = is_wide

    def _height(self, view: View) -> float:
        heights = [panel.height(view, self._width(view)) for panel in self.panels]
        if self._is_stack:
            return sum(heights) + CARD_GAP * (len(heights) - 1)
        return max(heights)

    def _width(self, view: View) -> float:
        if self._is_stack:
            return min(WIDE_CARD * (0.5 + 0.5 * view.text_factor), view.width - 2 * theme.EDGE)
        count = min(SIDE_BY_SIDE, len(self.panels))
        most = (view.width - 2 * theme.EDGE - CARD_GAP * (count - 1)) / count
        return min(CARD_WIDTH * view.text_factor, most)
