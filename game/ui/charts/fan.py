"""A fan: what a quantity is by age over many lives, and another plan's fan laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import theme
from game.ui.art import svg_of
from game.ui.charts.axes import Axes, draw_axes, grid_levels, lay_axes, nice_top
from game.ui.theme import Colour, mixed
from game.ui.view import View

MIDDLE_WIDTH = 3.0
OVER_WIDTH = 2.5
PALEST, PALE = 0.84, 0.6
"""Share of paper in the outer and the inner band."""
KEY = (18.0, 12.0)
DASHES = "7 5"
LEAST_INCOME = 2_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """Five percentiles by age, as long as the ages: 10, 25, 50, 75, 90."""

    ages: Sequence[float]
    lines: tuple[Sequence[float], ...]

    @property
    def middle(self) -> Sequence[float]:
        """Of the middle life."""
        return self.lines[2]


class FanChart:
    """Draws a fan with its scale; ``over`` is another plan's, as outline only."""

    def __init__(
        self, view: View, fan: Fan, over: Fan | None = None, *, claim: tuple[float, str],
        colour: Colour = theme.JADE,
    ) -> None:  # fmt: skip
        self.view = view
        self.fan = fan
        self.over = over
        self.claim_age, self.claim_words = claim
        self.colour = colour
        fans = (fan,) if over is None else (fan, over)
        self.top = nice_top(max(max(each.lines[4]) for each in fans), LEAST_INCOME)

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw it into a place."""
        view = self.view
        head = view.type.line_height(theme.NOTE_BOLD) + 4
        axes = lay_axes(view, rect, self.fan.ages, self.top, head)
        draw_axes(surface, view, axes, rect)
        plot = axes.plot
        image = view.art.drawn(self._svg(axes), plot.size, view.scale)
        surface.blit(image, view.pixels(plot).topleft)
        for level in grid_levels(rect, view.type.line_height(theme.NOTE), self.top)[1:]:
            view.rule(surface, plot.left, plot.right, axes.y(level))
        lines = view.art.drawn(self._line_svg(axes), plot.size, view.scale)
        surface.blit(lines, view.pixels(plot).topleft)
        if self.claim_words and self.fan.ages[0] < self.claim_age < self.fan.ages[-1]:
            self._draw_claim(surface, axes)

    def _svg(self, axes: Axes) -> str:
        """The two bands."""
        bands = "".join(
            f'<path d="{_band(axes, self.fan.ages, self.fan.lines[low], self.fan.lines[high])}" '
            f'fill="{mixed(self.colour, theme.PAPER_LIGHT, share)}"/>'
            for low, high, share in ((0, 4, PALEST), (1, 3, PALE))
        )
        return svg_of(axes.plot.width, axes.plot.height, bands)

    def _line_svg(self, axes: Axes) -> str:
        """The middle life, and the outline of the other plan."""
        body = ""
        if self.over is not None:
            for index in (0, 4):
                body += _stroke(axes, self.over.ages, self.over.lines[index], theme.SLATE,
                                OVER_WIDTH * 0.6, DASHES)  # fmt: skip
            body += _stroke(axes, self.over.ages, self.over.middle, theme.SLATE, OVER_WIDTH, DASHES)
        body += _stroke(axes, self.fan.ages, self.fan.middle, self.colour, MIDDLE_WIDTH)
        return svg_of(axes.plot.width, axes.plot.height, body)

    def _draw_claim(self, surface: pygame.Surface, axes: Axes) -> None:
        """A dashed line where the pension begins, and its words above the plot."""
        view, plot, x = self.view, axes.plot, axes.x(self.claim_age)
        height = plot.height + 6
        line = f'<path d="M2 0V{height:g}" stroke="{theme.GOLD}" stroke-width="2.4" '
        svg = svg_of(4, height, line + 'stroke-dasharray="6 5"/>')
        place = view.pixels(pygame.FRect(x - 2, plot.top - 6, 4, height))
        surface.blit(view.art.drawn(svg, (4, height), view.scale), place.topleft)
        width = view.type.measure(self.claim_words, theme.NOTE_BOLD).width
        is_left = x + width / 2 > plot.right
        at = (plot.right if is_left else x, plot.top - 7)
        view.type.draw(
            surface, self.claim_words, at, theme.NOTE_BOLD, theme.GOLD_TEXT,
            anchor="bottomright" if is_left else "midbottom",
        )  # fmt: skip


def draw_key(
    surface: pygame.Surface, view: View, at: tuple[float, float], words: Sequence[str],
    colour: Colour = theme.JADE,
) -> float:  # fmt: skip
    """What line and bands are, from the left; returns the right end. Three words."""
    x, middle = at
    height = view.type.line_height(theme.NOTE)
    fills = (colour, mixed(colour, theme.PAPER_LIGHT, PALE), mixed(colour, theme.PAPER_LIGHT, 0.78))
    for index, (word, fill) in enumerate(zip(words, fills, strict=True)):
        high = 3.0 if index == 0 else KEY[1]
        view.fill(surface, pygame.FRect(x, middle - high / 2, KEY[0], high), fill, high / 4)
        x += KEY[0] + 6
        at = (x, middle)
        view.type.draw(surface, word, at, theme.NOTE, theme.MUTE_TEXT, anchor="midleft")
        x += view.type.measure(word, theme.NOTE).width + 14
    return x - 14 if height else x


def key_width(view: View, words: Sequence[str]) -> float:
    """Width of the key, in units."""
    each = (view.type.measure(word, theme.NOTE).width + KEY[0] + 6 for word in words)
    return sum(each) + 14 * (len(words) - 1)


def _points(axes: Axes, ages: Sequence[float], values: Sequence[float]) -> list[str]:
    left, top = axes.plot.topleft
    last = axes.last
    return [
        f"{axes.x(age) - left:.1f} {axes.y(value) - top:.1f}"
        for age, value in zip(ages, values, strict=True)
        if age <= last
    ]


def _band(axes: Axes, ages: Sequence[float], low: Sequence[float], high: Sequence[float]) -> str:
    there, back = _points(axes, ages, high), _points(axes, ages, low)
    return "M" + "L".join([*there, *reversed(back)]) + "Z"


def _stroke(
    axes: Axes, ages: Sequence[float], values: Sequence[float], colour: Colour, width: float,
    dashes: str = "",
) -> str:  # fmt: skip
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    path = "L".join(_points(axes, ages, values))
    return (
        f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linejoin="round" stroke-linecap="round"{dash}/>'
    )
