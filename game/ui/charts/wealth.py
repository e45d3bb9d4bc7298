"""Two lines by age on one scale, as far as the years have come, and the storms between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.core.text import yuan
from game.ui import theme
from game.ui.art import svg_of
from game.ui.charts.axes import LEAST_TOP, amount_words, round_below, round_step
from game.ui.theme import Colour
from game.ui.view import View

LINE_WIDTH = 3.0
END_GAP = 8.0
DOT = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WealthLine:
    """One life's line: a value a year from the first age on."""

    values: Sequence[float]
    colour: Colour
    ink: Colour
    """Of the words at its end."""


class WealthChart:
    """Lines that grow with the years; below zero is debt."""

    def __init__(
        self, view: View, ages: tuple[int, int], lines: Sequence[WealthLine], shown: int,
        storms: Sequence[int] = (),
    ) -> None:  # fmt: skip
        self.view = view
        self.first, self.last = ages
        self.lines = lines
        self.shown = shown
        self.storms = storms
        highest = max((max(line.values) for line in lines), default=0.0)
        lowest = min((min(line.values) for line in lines), default=0.0)
        self.top = max(highest * 1.03, LEAST_TOP)
        self.bottom = min(0.0, lowest * 1.05)

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw into a place."""
        view = self.view
        measure = view.type.measure
        line = view.type.line_height(theme.NOTE)
        levels = self._levels(int(rect.height / (line * 1.7)))
        words = [amount_words(view, level, self.top) for level in levels]
        axis = max(measure(word, theme.NOTE).width for word in words) + 10
        end = max(measure(self._end(line), theme.NOTE_BOLD).width for line in self.lines) + 16
        plot = pygame.FRect(
            rect.left + axis, rect.top + line / 2, rect.width - axis - end,
            rect.height - line * 1.5 - 4,
        )  # fmt: skip
        for level, word in zip(levels, words, strict=True):
            y = self._y(plot, level)
            view.rule(surface, plot.left, plot.right, y)
            at = (plot.left - 8, y)
            view.type.draw(surface, word, at, theme.NOTE, theme.MUTE_TEXT, anchor="midright")
        for age in range(-(-self.first // 10) * 10, self.last + 1, 10):
            at = (self._x(plot, age), plot.bottom + 4)
            view.type.draw(surface, str(age), at, theme.NOTE, theme.MUTE_TEXT, anchor="midtop")
        surface.blit(
            view.art.drawn(self._svg(plot), plot.size, view.scale), view.pixels(plot).topleft
        )
        self._draw_ends(surface, plot)

    def _levels(self, most: int) -> list[float]:
        """Amounts of the gridlines: zero, and round steps above and below it."""
        step = round_step(self._span, max(1, most) + 0.6)
        # However low the chart, zero alone is no scale.
        step = min(step, round_below(max(self.top, -self.bottom)))
        first, last = int(self.bottom / step), int(self.top / step)
        return [step * k for k in range(first, last + 1)]

    @property
    def _span(self) -> float:
        return self.top - self.bottom

    def _x(self, plot: pygame.FRect, age: float) -> float:
        return plot.left + plot.width * (age - self.first) / max(1, self.last - self.first)

    def _y(self, plot: pygame.FRect, value: float) -> float:
        return plot.bottom - plot.height * (value - self.bottom) / self._span

    def _svg(self, plot: pygame.FRect) -> str:
        """Storms as dashed lines, then both lives as far as they have come."""
        body = ""
        for age in self.storms:
            if age - self.first < self.shown:
                x = self._x(plot, age) - plot.left
                body += (
                    f'<path d="M{x:.1f} 0V{plot.height:.1f}" stroke="{theme.RED}" '
                    'stroke-width="1.4" stroke-dasharray="4 4"/>'
                )
        for line in reversed(self.lines):
            points = "L".join(
                f"{self._x(plot, self.first + index) - plot.left:.1f} "
                f"{self._y(plot, value) - plot.top:.1f}"
                for index, value in enumerate(line.values[: self.shown])
            )
            body += (
                f'<path d="M{points}" fill="none" stroke="{line.colour}" stroke-linecap="round" '
                f'stroke-width="{LINE_WIDTH}" stroke-linejoin="round"/>'
            )
        return svg_of(plot.width, plot.height, body)

    def _end(self, line: WealthLine) -> str:
        """The amount at the end of a line."""
        seen = line.values[: self.shown]
        return yuan(seen[-1], self.view.language) if seen else ""

    def _draw_ends(self, surface: pygame.Surface, plot: pygame.FRect) -> None:
        """A dot and the amount at the end of each line, kept apart where they meet."""
        view = self.view
        high = view.type.line_height(theme.NOTE_BOLD)
        ends: list[tuple[float, float, WealthLine]] = []
        for line in self.lines:
            count = min(self.shown, len(line.values))
            if count:
                x = self._x(plot, self.first + count - 1)
                ends.append((x, self._y(plot, line.values[count - 1]), line))
        wanted = sorted((y, index) for index, (_, y, _) in enumerate(ends))
        heights = dict((index, y) for y, index in wanted)
        if len(wanted) == 2 and wanted[1][0] - wanted[0][0] < high:
            middle = (wanted[0][0] + wanted[1][0]) / 2
            middle = min(max(middle, plot.top + high / 2), plot.bottom - high / 2)
            heights = {wanted[0][1]: middle - high / 2, wanted[1][1]: middle + high / 2}
        for index, (x, y, line) in enumerate(ends):
            dot = pygame.FRect(x - DOT / 2, y - DOT / 2, DOT, DOT)
            view.fill(surface, dot, line.colour, DOT / 2)
            at = (x + END_GAP, heights[index])
            view.type.draw(
                surface, self._end(line), at, theme.NOTE_BOLD, line.ink, anchor="midleft"
            )
