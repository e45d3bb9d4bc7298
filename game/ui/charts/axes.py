"""The ground of a chart over ages: pale gridlines with amounts, ages below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import pygame

from game.core.text import MINUS
from game.ui import theme
from game.ui.view import View

MOST_STEPS = 5
"""Of a scale; a low chart names every second of them."""
ROUND = (1.0, 2.0, 5.0)
"""Steps of a scale, times a power of ten: they print short in yuan, in thousands and in 万."""
LEAST_TOP = 10_000.0
SMALL_TOP = 20_000.0
"""Up to this the scale is written out; above it in thousands, or in 万."""
LABEL_GAP = 8.0


def round_step(span: float, most: float) -> float:
    """The smallest round distance of which at most so many make up a span."""
    power = 1.0
    while ROUND[-1] * power * most < span:
        power *= 10
    return next(step * power for step in ROUND if step * power * most >= span)


def round_below(value: float) -> float:
    """The largest round distance that is not above a value."""
    power = 1.0
    while power * 10 <= value:
        power *= 10
    return max(step * power for step in ROUND if step * power <= max(value, power))


def nice_top(highest: float, least: float = LEAST_TOP) -> float:
    """The end of the scale: whole steps, not below the highest value."""
    highest = max(highest * 1.04, least)
    step = round_step(highest, MOST_STEPS)
    return step * ceil(highest / step)


def grid_levels(rect: pygame.FRect, line: float, top: float) -> list[float]:
    """Amounts of the gridlines in a place; ``line`` is the height of a line of words."""
    step = round_step(top, MOST_STEPS)
    count = round(top / step)
    stride = 1 if rect.height > 8 * line or count < 3 else 2
    return [step * k for k in range(0, count + 1, stride)]


def amount_words(view: View, amount: float, top: float) -> str:
    """An amount of the scale, short."""
    if not amount:
        return "0"
    if amount < 0:
        return MINUS + amount_words(view, -amount, top)
    if top <= SMALL_TOP:
        return f"{amount:,.0f}" if view.language == "zh" else f"¥{amount:,.0f}"
    if view.language == "zh":
        return f"{amount / 10_000:.4g} 万"
    return f"¥{amount / 1_000:.4g}k"


@dataclass(frozen=True, slots=True)
class Axes:
    """Where ages and amounts stand in a plot, in units."""

    plot: pygame.FRect
    first: float
    last: float
    top: float

    def x(self, age: float) -> float:
        """Across, of an age."""
        span = max(1.0, self.last - self.first)
        return self.plot.left + self.plot.width * (age - self.first) / span

    def y(self, value: float) -> float:
        """Down, of an amount; what is beyond the scale stands at its end."""
        return self.plot.bottom - self.plot.height * min(1.0, max(0.0, value / self.top))


def lay_axes(
    view: View, rect: pygame.FRect, ages: Sequence[float], top: float, head: float
) -> Axes:
    """Axes inside a place, with room for the amounts, the ages and ``head`` units above."""
    line = view.type.line_height(theme.NOTE)
    widest = max(view.type.measure(word, theme.NOTE).width for word in _words(view, rect, top))
    plot = pygame.FRect(
        rect.left + widest + LABEL_GAP + 2, rect.top + head,
        rect.width - widest - LABEL_GAP - 12, rect.height - head - line - 6,
    )  # fmt: skip
    return Axes(plot, ages[0], ages[-1], top)


def draw_axes(surface: pygame.Surface, view: View, axes: Axes, rect: pygame.FRect) -> None:
    """Gridlines with their amounts, and the decades of age."""
    plot = axes.plot
    levels = grid_levels(rect, view.type.line_height(theme.NOTE), axes.top)
    for level in levels:
        word, y = amount_words(view, level, axes.top), axes.y(level)
        view.rule(surface, plot.left, plot.right, y)
        at = (plot.left - LABEL_GAP, y)
        view.type.draw(surface, word, at, theme.NOTE, theme.MUTE_TEXT, anchor="midright")
    decades = [age for age in range(-(-int(axes.first) // 10) * 10, int(axes.last) + 1, 10)]
    width = view.type.measure("80", theme.NOTE).width + 12
    for age in decades[:: 2 if len(decades) * width > plot.width else 1]:
        at = (axes.x(age), plot.bottom + 6)
        view.type.draw(surface, str(age), at, theme.NOTE, theme.MUTE_TEXT, anchor="midtop")


def _words(view: View, rect: pygame.FRect, top: float) -> list[str]:
    """The amounts of the gridlines."""
    levels = grid_levels(rect, view.type.line_height(theme.NOTE), top)
    return [amount_words(view, level, top) for level in levels]
