"""A bubble of words beside something: a hint, or the meaning of a term."""

from __future__ import annotations

import pygame

from game.ui.theme import INK, NOTE, PAPER_LIGHT
from game.ui.view import View

WIDEST = 320.0
PADDING = 12.0
GAP = 8.0
RADIUS = 10.0


def bubble_rect(view: View, words: str, near: pygame.FRect) -> pygame.FRect:
    """Where the bubble stands: below what it explains, or above if there is no room."""
    widest = min(WIDEST * max(1.0, view.text_factor * 0.8), view.width - 40)
    size = view.type.measure(words, NOTE, widest - 2 * PADDING)
    rect = pygame.FRect(0, 0, size.width + 2 * PADDING, size.height + 2 * PADDING - 4)
    rect.midtop = (near.centerx, near.bottom + GAP)
    if rect.bottom > view.height - GAP:
        rect.bottom = near.top - GAP
    return rect.clamp(view.window.inflate(-2 * GAP, -2 * GAP))


def draw_bubble(surface: pygame.Surface, view: View, words: str, near: pygame.FRect) -> None:
    """Draw the bubble."""
    rect = bubble_rect(view, words, near)
    view.card(surface, rect, INK, radius=RADIUS)
    view.type.draw(
        surface, words, (rect.left + PADDING, rect.top + PADDING - 2), NOTE, PAPER_LIGHT,
        max_width=rect.width - 2 * PADDING,
    )  # fmt: skip
