"""Bars: amounts below one another, with a line to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import theme
from game.ui.art import svg_of
from game.ui.theme import Colour
from game.ui.view import View

BAR_HEIGHT: Final = 18.0
BAR_GAP: Final = 16.0
LABEL_GAP: Final = 3.0
RADIUS: Final = 6.0
LEAST_BAR: Final = 8.0
ROOM_AT_END: Final = 1.08
REFERENCE_OVER: Final = 1.0
REFERENCE_UNDER: Final = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One amount: its name, the amount in words, and how it is drawn."""

    label: str
    words: str
    value: float
    is_main: bool = False
    colour: Colour | None = None


class BarChart:
    """Horizontal bars, a label and its amount above each, with a dashed line across."""

    def __init__(
        self, view: View, width: float, bars: Sequence[Bar], *, reference: float | None = None
    ) -> None:
        self.view = view
        self.width = width
        self.bars = tuple(bars)
        self.reference = reference
        self._line = view.type.line_height(theme.LABEL)
        self._heads = [self._head(bar) for bar in self.bars]
        step = LABEL_GAP + BAR_HEIGHT + BAR_GAP
        self.height = max(0.0, sum(self._heads) + step * len(self.bars) - BAR_GAP)

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw from the rectangle's top left."""
        longest = max([bar.value for bar in self.bars] + [self.reference or 0.0, 1e-9])
        scale = self.width / (longest * ROOM_AT_END)
        tops = []
        y = rect.top
        for bar, head in zip(self.bars, self._heads, strict=True):
            self._draw_words(surface, bar, rect.left, y, head)
            tops.append(y + head + LABEL_GAP)
            self._draw_bar(surface, bar, pygame.FRect(rect.left, tops[-1], self.width, 0), scale)
            y = tops[-1] + BAR_HEIGHT + BAR_GAP
        if self.reference is not None and tops:
            for top in tops:
                self._draw_reference(surface, rect.left + self.reference * scale, top)

    def _head(self, bar: Bar) -> float:
        type_ = self.view.type
        across = type_.measure(bar.label, theme.NOTE_BOLD).width
        across += type_.measure(bar.words, theme.LABEL).width + 12
        return self._line if across <= self.width else 2 * self._line

    def _draw_words(
        self, surface: pygame.Surface, bar: Bar, left: float, top: float, head: float
    ) -> None:
        type_ = self.view.type
        label = theme.NOTE_BOLD if bar.is_main else theme.NOTE
        baseline = top + self._line * 0.74
        type_.draw(surface, bar.label, (left, baseline), label, theme.INK, anchor="baseline")
        baseline += head - self._line
        at = (left + self.width, baseline)
        type_.draw(surface, bar.words, at, theme.LABEL, theme.INK, anchor="baseline-right")

    def _draw_bar(
        self, surface: pygame.Surface, bar: Bar, rect: pygame.FRect, scale: float
    ) -> None:
        track = pygame.FRect(rect.left, rect.top, self.width, BAR_HEIGHT)
        self.view.fill(surface, track, theme.TRACK, RADIUS)
        length = max(LEAST_BAR, min(self.width, bar.value * scale))
        colour = bar.colour or (theme.JADE if bar.is_main else theme.TAUPE)
        filled = pygame.FRect(rect.left, rect.top, length, BAR_HEIGHT)
        self.view.fill(surface, filled, colour, min(RADIUS, length / 2))

    def _draw_reference(self, surface: pygame.Surface, x: float, top: float) -> None:
        height = BAR_HEIGHT + REFERENCE_OVER + REFERENCE_UNDER
        svg = svg_of(
            6, height,
            f'<path d="M3 1V{height - 1:g}" stroke="{theme.RED}" stroke-width="2" '
            'stroke-dasharray="4 3"/>',
        )  # fmt: skip
        image = self.view.art.drawn(svg, (6, height), self.view.scale)
        surface.blit(
            image, self.view.pixels(pygame.FRect(x - 3, top - REFERENCE_OVER, 1, 1)).topleft
        )
