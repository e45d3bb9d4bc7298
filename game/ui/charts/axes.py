"""The ground of a chart over ages: pale gridlines with amounts, ages below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.core.text import MINUS
from game.ui import theme
from game.ui.view import View

GRID_LINES = 4
NICE = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
LEAST_TOP = 10_000.0
SMALL_TOP = 20_000.0
"""Up to this the scale is written out; above it in thousands, or in 万."""
LABEL_GAP = 8.0


def nice_top(highest: float, least: float = LEAST_TOP) -> float:
    """The end of the scale: a round number not below the highest value."""
    highest = max(highest * 1.04, least)
    power = 1.0
    while power * 10 <= highest:
        power *= 10
    return next(step * power for step in NICE if step * power >= highest)


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
    words = _words(view, rect, axes.top)
    plot = axes.plot
    for step, word in enumerate(words):
        y = plot.bottom - plot.height * step / (len(words) - 1)
        view.rule(surface, plot.left, plot.right, y)
        at = (plot.left - LABEL_GAP, y)
        view.type.draw(surface, word, at, theme.NOTE, theme.MUTE_TEXT, anchor="midright")
    decades = [age for age in range(-(-int(axes.first) // 10) * 10, int(axes.last) + 1, 10)]
    width = view.type.measure("80", theme.NOTE).width + 12
    for age in decades[:: 2 if len(decades) * width > plot.width else 1]:
        at = (axes.x(age), plot.bottom + 6)
        view.type.draw(surface, str(age), at, theme.NOTE, theme.MUTE_TEXT, anchor="midtop")


def _words(view: View, rect: pygame.FRect, top: float) -> list[str]:
    """The amounts of the gridlines: fewer in a low chart."""
    is_high = rect.height > 8 * view.type.line_height(theme.NOTE)
    lines = GRID_LINES if is_high else GRID_LINES // 2
    return [amount_words(view, top * step / lines, top) for step in range(lines + 1)]
