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
SWATCH: Final = 11.0
SWATCH_GAP: Final = 6.0
LIST_GAP: Final = 14.0


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
    """Slices with their amounts; names below them, or with their colours where two would meet."""

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
                x += SWATCH + SWATCH_GAP
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
        """Each name in the middle under its slice, all in one row; nothing where two would meet."""
        labels, end = [], float("-inf")
        for part, (start, length) in zip(self.slices, self._spans, strict=True):
            words = self._words(part, length)
            across = self.view.type.measure(words, theme.NOTE).width
            x = min(max(start + (length - across) / 2, 0.0), self.width - across)
            if x < end + LABEL_GAP:
                return []
            end = x + across
            labels.append(PlacedLabel(x, 0.0, words, None))
        return labels

    def _words(self, part: Slice, length: float) -> str:
        """A name, with the amount where that has no room in its slice."""
        return part.label if self._has_room(part, length) else f"{part.label} {part.words}"

    def _listed(self) -> list[PlacedLabel]:
        """Names with their colours: spread over one row, or in columns where one is too short."""
        words = [self._words(*each) for each in
                 zip(self.slices, (length for _, length in self._spans), strict=True)]  # fmt: skip
        widths = [SWATCH + SWATCH_GAP + self.view.type.measure(each, theme.NOTE).width
                  for each in words]  # fmt: skip
        spare = (self.width - sum(widths)) / max(1, len(widths) - 1)
        if spare >= LIST_GAP or len(widths) < 2:
            lefts = [sum(widths[:index]) + spare * index for index in range(len(widths))]
            places = [(left, 0.0) for left in lefts]
        else:
            count = max(1, int((self.width + LIST_GAP) / (max(widths) + LIST_GAP)))
            step = (self.width + LIST_GAP) / count
            places = [(index % count * step, index // count * self._line)
                      for index in range(len(widths))]  # fmt: skip
        return [
            PlacedLabel(x, y, each, part.colour)
            for (x, y), each, part in zip(places, words, self.slices, strict=True)
        ]


def _readable_on(ground: Colour) -> Colour:
    """Ink or paper, whichever stands out more."""
    pair = (theme.INK, theme.PAPER_LIGHT)
    return max(pair, key=lambda colour: contrast(colour, ground))
