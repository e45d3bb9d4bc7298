"""The month bar: the money of a month in slices that touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import theme
from game.ui.theme import Colour, contrast
from game.ui.view import View

SLICE_HEIGHT: Final = 34.0
SLICE_GAP: Final = 2.0
SLICE_LEAST: Final = 6.0
INSIDE: Final = 6.0
"""Room the amount needs around it to stand in its slice."""
LABEL_TOP: Final = 4.0
LABEL_GAP: Final = 8.0
MOST_ROWS: Final = 2
SWATCH: Final = 12.0
LIST_GAP: Final = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of a month's money."""

    label: str
    value: float
    words: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A name below the bar: its left end and top from the bar's lower left corner."""

    x: float
    y: float
    words: str
    swatch: Colour | None


class MonthBar:
    """Slices with their amounts; names below them, or a list with swatches where room is short."""

    def __init__(self, view: View, width: float, slices: Sequence[Slice]) -> None:
        self.view = view
        self.width = width
        self.slices = tuple(part for part in slices if part.value > 0)
        self.bar_height = max(SLICE_HEIGHT, view.type.line_height(theme.NOTE_BOLD) + 10)
        self._line = view.type.line_height(theme.NOTE)
        self._spans = self._measured()
        self._labels = self._below() or self._listed()
        lowest = max((label.y for label in self._labels), default=0.0)
        self.height = self.bar_height + LABEL_TOP + lowest + self._line

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw from the rectangle's top left."""
        view = self.view
        for part, (start, length) in zip(self.slices, self._spans, strict=True):
            block = pygame.FRect(rect.left + start, rect.top, length, self.bar_height)
            view.fill(surface, block, part.colour, min(5.0, length / 2))
            if self._has_room(part, length):
                colour = _readable_on(part.colour)
                view.type.draw(
                    surface, part.words, block.center, theme.NOTE_BOLD, colour, anchor="center"
                )
        for label in self._labels:
            x, y = rect.left + label.x, rect.top + self.bar_height + LABEL_TOP + label.y
            if label.swatch is not None:
                middle = y + self._line / 2 - SWATCH / 2
                view.fill(surface, pygame.FRect(x, middle, SWATCH, SWATCH), label.swatch, 3)
                x += SWATCH + 6
            view.type.draw(surface, label.words, (x, y), theme.NOTE, theme.MUTE_TEXT)

    def _measured(self) -> list[tuple[float, float]]:
        """Where each slice starts and how long it is."""
        total = sum(part.value for part in self.slices) or 1.0
        free = self.width - SLICE_GAP * max(0, len(self.slices) - 1)
        wished = [max(SLICE_LEAST, free * part.value / total) for part in self.slices]
        shrink = free / sum(wished) if wished else 1.0
        places, x = [], 0.0
        for length in wished:
            places.append((x, length * shrink))
            x += length * shrink + SLICE_GAP
        return places

    def _has_room(self, part: Slice, length: float) -> bool:
        words = self.view.type.measure(part.words, theme.NOTE_BOLD).width
        return words <= length - INSIDE

    def _below(self) -> list[PlacedLabel]:
        """Each name under its slice, in at most two rows; nothing where that cannot be."""
        ends = [float("-inf")] * MOST_ROWS
        labels = []
        for part, (start, length) in zip(self.slices, self._spans, strict=True):
            words = part.label if self._has_room(part, length) else f"{part.label} {part.words}"
            across = self.view.type.measure(words, theme.NOTE).width
            x = min(max(start + (length - across) / 2, 0.0), self.width - across)
            free = [row for row in range(MOST_ROWS) if ends[row] + LABEL_GAP <= x]
            if not free:
                return []
            ends[free[0]] = x + across
            labels.append(PlacedLabel(x, free[0] * self._line, words, None))
        return labels

    def _listed(self) -> list[PlacedLabel]:
        """Names and amounts one after the other, each with its colour."""
        labels, x, row = [], 0.0, 0
        for part in self.slices:
            words = f"{part.label} {part.words}"
            across = SWATCH + 6 + self.view.type.measure(words, theme.NOTE).width
            if x > 0 and x + across > self.width:
                x, row = 0.0, row + 1
            labels.append(PlacedLabel(x, row * self._line, words, part.colour))
            x += across + LIST_GAP
        return labels


def _readable_on(ground: Colour) -> Colour:
    """Ink or paper, whichever stands out more."""
    pair = (theme.INK, theme.PAPER_LIGHT)
    return max(pair, key=lambda colour: contrast(colour, ground))
