"""A slip of paper over a screen, at the left under the bar: a line that goes, or a quiet banner."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.text import EMPTY, Text
from game.ui import theme
from game.ui.view import View

AROUND = 16.0
WIDTH = 388.0
PADDING = 14.0
BAR = 3.0
"""Width of the coloured edge."""
GAP = 12.0
MOST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What it says: a heading, what is the matter, and the key that helps."""

    heading: Text
    words: Text = EMPTY
    hint: Text = EMPTY
    is_trouble: bool = False


def slip_rect(view: View, slip: Slip) -> pygame.FRect:
    """Its place: as large as its words, never over the bar."""
    return _laid(view, slip)[0]


def draw_slip(surface: pygame.Surface, view: View, slip: Slip) -> None:
    """Draw it."""
    rect, parts = _laid(view, slip)
    view.card(surface, rect, theme.PAPER, radius=theme.BUTTON_RADIUS)
    edge = pygame.FRect(rect.left + 6, rect.top + 8, BAR, rect.height - 16)
    view.fill(surface, edge, theme.RED if slip.is_trouble else theme.JADE)
    y = rect.top + PADDING - 4
    for words, style, colour, height in parts:
        view.type.draw(
            surface, words, (rect.left + PADDING + BAR, y), style, colour,
            max_width=rect.width - 2 * PADDING - BAR, lines=MOST_LINES,
        )  # fmt: skip
        y += height


def _laid(
    view: View, slip: Slip
) -> tuple[pygame.FRect, list[tuple[str, theme.Style, theme.Colour, float]]]:
    room = min(WIDTH * view.text_factor, view.width - 2 * AROUND) - 2 * PADDING - BAR
    parts = []
    height = width = 0.0
    for text, style, colour in (
        (slip.heading, theme.LABEL, theme.INK),
        (slip.words, theme.NOTE, theme.INK_SOFT),
        (slip.hint, theme.NOTE_BOLD, theme.INK),
    ):
        words = view.read(text)
        if words:
            size = view.type.measure(words, style, room, MOST_LINES)
            parts.append((words, style, colour, size.height + 2))
            height, width = height + size.height + 2, max(width, size.width)
    type_ = view.type
    bar = max(54.0, type_.line_height(theme.SUBHEAD) + type_.line_height(theme.NOTE) + 10)
    rect = pygame.FRect(
        AROUND, AROUND + bar + GAP, width + 2 * PADDING + BAR + 1, height + 2 * PADDING - 8
    )
    return rect, parts
