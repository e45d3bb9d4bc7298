"""Of the review: luck and choice as two bars that add up, and a thousand other lucks."""

from __future__ import annotations

import pygame

from game.core.text import MINUS
from game.play.luck_view import LuckView
from game.play.shares import in_a_hundred
from game.ui import theme
from game.ui.charts import SpreadChart
from game.ui.screens.column import Column
from game.ui.theme import Colour

BAR_HEIGHT = 16.0
BAR_GAP = 10.0
ROOM_AT_END = 1.06
LEAST_SPREAD = 42.0


def lay_luck(column: Column, luck: LuckView | None, room: float = 0.0) -> None:
    """Two bars around a common zero, their sum, and where this life fell; ``room`` for all."""
    view = column.view
    if luck is None:
        column.words(view.say("review.luck_wait"), theme.TEXT, theme.MUTE_TEXT)
        return
    top = column.y
    score, base, choice, weather = rounded(luck)
    kind = "_contract" if luck.has_contract else ""
    column.words(view.say(f"review.luck_note{kind}"), theme.NOTE, theme.MUTE_TEXT)
    column.space(10)
    reach = max(abs(choice) + luck.choice_error, abs(weather), abs(choice + weather), 1.0)
    low = min(0.0, choice - luck.choice_error, weather)
    span = (min(low, 0.0), max(choice + luck.choice_error, weather, reach * 0.05))
    error = view.say("review.error", error=f"{luck.choice_error:.1f}")
    bars = (
        (f"review.choice_name{kind}", choice, error, theme.JADE, luck.choice_error),
        ("review.luck_name", weather, "", theme.SLATE, 0.0),
    )
    for key, value, aside, colour, spread in bars:
        words = signed(value) if not aside else f"{signed(value)} {aside}"
        column.row(
            view.say(key), theme.LABEL, theme.INK, words, theme.LABEL, theme.INK
        )  # fmt: skip
        column.space(2)
        _lay_bar(column, value, spread, span, colour)
        column.space(BAR_GAP)
    total = view.say(
        f"review.luck_sum{kind}", sum=signed(round(choice + weather, 1)), score=f"{score:.1f}",
        base=f"{base:.1f}",
    )  # fmt: skip
    column.words(total, theme.TEXT, theme.INK_SOFT)
    if not luck.has_old_age:
        column.words(view.say("review.luck_young"), theme.NOTE, theme.MUTE_TEXT)
    column.rule(10, 8)
    column.words(view.say("review.spread", lives=luck.lives), theme.SUBHEAD)
    column.words(view.say("review.spread_note"), theme.NOTE, theme.MUTE_TEXT)
    column.space(8)
    fell = view.say("review.fell", score=f"{score:.0f}")
    chart = SpreadChart(
        view, luck.spread, place=luck.score, low=luck.low, high=luck.high, words=fell
    )
    rank = view.say(
        "review.rank", rank=view.read(in_a_hundred(luck.rank)), low=luck.low, high=luck.high
    )
    below = view.type.measure(rank, theme.TEXT, column.width).height + 8
    least = chart.head + chart.foot + LEAST_SPREAD
    height = max(least, room - (column.y - top) - below)
    column.picture(height, lambda surface, rect: chart.draw(surface, rect), "spread")
    column.space(8)
    column.words(rank, theme.TEXT, theme.INK_SOFT)


def rounded(luck: LuckView) -> tuple[float, float, float, float]:
    """Score, base, choice and luck with one decimal; luck takes the rounding, so that they add."""
    score, base, choice = round(luck.score, 1), round(luck.base, 1), round(luck.choice, 1)
    return score, base, choice, round(score - base - choice, 1)


def signed(points: float) -> str:
    """Points with their sign."""
    sign = MINUS if points < 0 else "+"
    return f"{sign}{abs(points):.1f}"


def _lay_bar(
    column: Column, value: float, error: float, span: tuple[float, float], colour: Colour
) -> None:
    """A bar from a common zero, with the whisker of what is not known of it."""
    view = column.view

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        view.fill(surface, rect, theme.TRACK, 5.0)
        scale = rect.width / ((span[1] - span[0]) * ROOM_AT_END)
        zero = rect.left - span[0] * scale
        ends = sorted((zero, zero + value * scale))
        bar = pygame.FRect(ends[0], rect.top, max(2.0, ends[1] - ends[0]), rect.height)
        view.fill(surface, bar, colour, min(5.0, bar.width / 2))
        surface.fill(theme.INK, view.pixels(pygame.FRect(zero - 1, rect.top - 3, 2, 22)))
        if error > 0:
            left, right = (zero + (value + step) * scale for step in (-error, error))
            y = rect.centery
            surface.fill(theme.INK, view.pixels(pygame.FRect(left, y - 1, right - left, 2)))
            for x in (left, right):
                surface.fill(theme.INK, view.pixels(pygame.FRect(x - 1, y - 5, 2, 10)))

    column.picture(BAR_HEIGHT, paint, "bar")
