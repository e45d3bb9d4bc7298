"""Bars: amounts beside one another with a line to hold them against, and a month in slices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import theme
from game.ui.art import svg_of
from game.ui.theme import Colour, contrast
from game.ui.view import View

BAR_HEIGHT: Final = 18.0
BAR_GAP: Final = 16.0
LABEL_GAP: Final = 3.0
RADIUS: Final = 6.0
LEAST_BAR: Final = 8.0
ROOM_AT_END: Final = 1.08
SLICE_HEIGHT: Final = 34.0
SLICE_GAP: Final = 2.0
SLICE_LEAST: Final = 6.0


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
        height = BAR_HEIGHT + 10
        svg = svg_of(
            6, height,
            f'<path d="M3 1V{height - 1:g}" stroke="{theme.RED}" stroke-width="2" '
            'stroke-dasharray="4 3"/>',
        )  # fmt: skip
        image = self.view.art.drawn(svg, (6, height), self.view.scale)
        surface.blit(image, self.view.pixels(pygame.FRect(x - 3, top - 5, 1, 1)).topleft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of a month's money."""

    label: str
    value: float
    words: str
    colour: Colour


class MonthBar:
    """The money of a month, in slices that touch; names stand below where they have room."""

    def __init__(self, view: View, width: float, slices: Sequence[Slice]) -> None:
        self.view = view
        self.width = width
        self.slices = tuple(part for part in slices if part.value > 0)
        self.bar_height = max(SLICE_HEIGHT, view.type.line_height(theme.NOTE_BOLD) + 10)
        self._rows = self._label_rows()
        line = view.type.line_height(theme.NOTE)
        self.height = self.bar_height + 4 + line * (1 + max(self._rows, default=0))

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw from the rectangle's top left."""
        view = self.view
        line = view.type.line_height(theme.NOTE)
        for part, (start, length), row in zip(
            self.slices, self._lengths(), self._rows, strict=True
        ):
            block = pygame.FRect(rect.left + start, rect.top, length, self.bar_height)
            view.fill(surface, block, part.colour, min(5.0, length / 2))
            middle = block.centerx
            if view.type.measure(part.words, theme.NOTE_BOLD).width <= length - 6:
                colour = _readable_on(part.colour)
                view.type.draw(
                    surface, part.words, block.center, theme.NOTE_BOLD, colour, anchor="center"
                )
            x = self._label_x(part, middle - rect.left) + rect.left
            y = block.bottom + 4 + row * line
            view.type.draw(
                surface, self._label(part, length), (x, y), theme.NOTE, theme.MUTE_TEXT,
                anchor="midtop",
            )  # fmt: skip

    def _label(self, part: Slice, length: float) -> str:
        """The name; with the amount where that does not fit into the slice."""
        if self.view.type.measure(part.words, theme.NOTE_BOLD).width <= length - 6:
            return part.label
        return f"{part.label} {part.words}"

    def _lengths(self) -> list[tuple[float, float]]:
        total = sum(part.value for part in self.slices) or 1.0
        free = self.width - SLICE_GAP * max(0, len(self.slices) - 1)
        wished = [max(SLICE_LEAST, free * part.value / total) for part in self.slices]
        shrink = free / sum(wished) if wished else 1.0
        places, x = [], 0.0
        for length in wished:
            places.append((x, length * shrink))
            x += length * shrink + SLICE_GAP
        return places

    def _label_x(self, part: Slice, middle: float) -> float:
        length = dict(zip(self.slices, self._lengths(), strict=True))[part][1]
        half = self.view.type.measure(self._label(part, length), theme.NOTE).width / 2
        return min(max(middle, half), self.width - half)

    def _label_rows(self) -> list[int]:
        """The row of each name: the first in which it does not meet the one before."""
        ends: list[float] = []
        rows = []
        for part, (start, length) in zip(self.slices, self._lengths(), strict=True):
            half = self.view.type.measure(self._label(part, length), theme.NOTE).width / 2
            middle = self._label_x(part, start + length / 2)
            row = 0
            while row < len(ends) and ends[row] > middle - half - 8:
                row += 1
            ends[row:row + 1] = [middle + half]
            rows.append(row)
        return rows


def _readable_on(ground: Colour) -> Colour:
    """Ink or paper, whichever stands out more."""
    pair = (theme.INK, theme.PAPER_LIGHT)
    return max(pair, key=lambda colour: contrast(colour, ground))
