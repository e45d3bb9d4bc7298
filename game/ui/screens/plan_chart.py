"""Savings by age as one line, with the age from which a pension is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.core.text import yuan
from game.play.views import OutlookView
from game.ui import theme
from game.ui.charts.axes import draw_axes, lay_axes, nice_top
from game.ui.view import View

LEAST_HEIGHT = 190.0
OVERSAMPLING = 2
LINE_WIDTH = 2.5
DASH = 6.0
FILL_ALPHA = 60


def draw_chart(
    surface: pygame.Surface, view: View, rect: pygame.FRect, outlook: OutlookView
) -> None:
    """Draw the chart with its labels into a place."""
    top = nice_top(max(outlook.savings, default=0.0))
    # The words of the uppermost gridline stand half above it.
    head = view.type.line_height(theme.NOTE_BOLD) + view.type.line_height(theme.NOTE) / 2
    axes = lay_axes(view, rect, outlook.ages, top, head)
    view.type.draw(surface, view.say("plan.chart"), rect.topleft, theme.NOTE_BOLD, theme.INK_SOFT)
    draw_axes(surface, view, axes, rect)
    _draw_line(surface, view, axes.plot, outlook.savings, top)
    if axes.first < outlook.claim_age < axes.last:
        _draw_claim(surface, view, axes.plot, outlook)


def _draw_line(
    surface: pygame.Surface, view: View, plot: pygame.FRect, values: Sequence[float], top: float
) -> None:
    """The line and the pale area under it, drawn large and halved."""
    place = view.pixels(plot)
    width, height = place.width * OVERSAMPLING, place.height * OVERSAMPLING
    sheet = pygame.Surface((width, height), pygame.SRCALPHA)
    sheet.fill((*theme.rgb(theme.JADE), 0))
    count = max(1, len(values) - 1)
    points = [
        (width * index / count, height * (1 - min(1.0, max(0.0, value) / top)))
        for index, value in enumerate(values)
    ]
    area = [*points, (width, height), (0, height)]
    pygame.draw.polygon(sheet, (*theme.rgb(theme.JADE), FILL_ALPHA), area)
    thick = max(2, round(LINE_WIDTH * view.scale * OVERSAMPLING))
    for start, end in pairwise(points):
        pygame.draw.line(sheet, theme.JADE, start, end, thick)
    for point in points:
        pygame.draw.circle(sheet, theme.JADE, point, thick / 2)
    surface.blit(pygame.transform.smoothscale(sheet, place.size), place)


def _draw_claim(
    surface: pygame.Surface, view: View, plot: pygame.FRect, outlook: OutlookView
) -> None:
    """A dashed line at the claim age, with its words, and the savings of that age."""
    first, last = outlook.ages[0], outlook.ages[-1]
    x = plot.left + plot.width * (outlook.claim_age - first) / max(1, last - first)
    thick = max(1, round(2 * view.scale))
    y = plot.top - 4
    while y < plot.bottom:
        dash = pygame.FRect(x - 1, y, 2, min(DASH, plot.bottom - y))
        place = view.pixels(dash)
        surface.fill(theme.GOLD, pygame.Rect(place.left, place.top, thick, place.height))
        y += DASH * 1.8
    key = "plan.claim" if outlook.pension_per_month >= 1 else "plan.claim_none"
    words = view.say(key, age=outlook.claim_age)
    half = view.type.measure(words, theme.NOTE_BOLD).width / 2
    title = view.type.measure(view.say("plan.chart"), theme.NOTE_BOLD).width
    least = min(plot.left + title + half, plot.right - half)
    middle = min(max(x, least), plot.right - half)
    view.type.draw(
        surface, words, (middle, plot.top - 5), theme.NOTE_BOLD, theme.GOLD_TEXT,
        anchor="midbottom",
    )  # fmt: skip
    if outlook.claim_age in outlook.ages:
        _draw_value(surface, view, plot, x, outlook)


def _draw_value(
    surface: pygame.Surface, view: View, plot: pygame.FRect, x: float, outlook: OutlookView
) -> None:
    """The savings at the claim age, beside the line."""
    value = outlook.savings[outlook.ages.index(outlook.claim_age)]
    top = nice_top(max(outlook.savings, default=0.0))
    y = plot.bottom - plot.height * min(1.0, value / top)
    words = yuan(value, view.language)
    size = view.type.measure(words, theme.NOTE_BOLD)
    is_left = x + 8 + size.width > plot.right + 10
    left = x - 8 - size.width if is_left else x + 8
    above = y - size.height - 4
    if is_left or above < plot.top - 6 + size.height:
        far = x - (size.width + 8) * (1 if is_left else -1)
        lowest = max(y, _height_at(plot, outlook, top, far))
        above = min(lowest + 6, plot.bottom - size.height)
    place = pygame.FRect(left, above, size.width, size.height)
    view.fill(surface, place.inflate(8, -2), theme.PAPER_LIGHT, 6)
    view.type.draw(surface, words, (left, above), theme.NOTE_BOLD, theme.JADE_TEXT)


def _height_at(plot: pygame.FRect, outlook: OutlookView, top: float, x: float) -> float:
    """Where the line stands at a place across, from the top of the window."""
    share = min(1.0, max(0.0, (x - plot.left) / plot.width))
    value = outlook.savings[round(share * (len(outlook.savings) - 1))]
    return plot.bottom - plot.height * min(1.0, value / top)
