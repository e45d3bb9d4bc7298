"""Of the review: the pension expected and the real one, and the same life with other cover."""

from __future__ import annotations

import pygame

from game.core.text import yuan
from game.play.views import ComparisonView, ReviewView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.view import View

BAR_HEIGHT = 12.0
BAR_GAP = 5.0
BAR_RADIUS = 5.0
LEAST_BAR = 5.0
DASH = 4.0
ROOM_AT_END = 1.05
KEY_WIDTH = 26.0


def lay_expected(column: Column, review: ReviewView) -> None:
    """What was expected, beside what came."""
    view, half = column.view, (column.width - 12) / 2
    expected = view.say("review.expected_unknown")
    if review.expected_pension is not None:
        expected = yuan(review.expected_pension, view.language)
    pairs = (
        (view.say("review.expected"), expected, theme.INK_SOFT),
        (view.say("review.came"), came_words(view, review), theme.INK),
    )
    note = view.type.line_height(theme.NOTE)
    height = note + view.type.line_height(theme.NUMBER) + 12
    top = column.y
    for index, (label, value, colour) in enumerate(pairs):
        rect = pygame.FRect(column.left + index * (half + 12), top, half, height)
        style = theme.NUMBER
        if view.type.measure(value, style).width > half - 24:
            style = theme.HEADING

        def paint(
            surface: pygame.Surface, rect: pygame.FRect = rect, label: str = label,
            value: str = value, colour: str = colour, style: theme.Style = style,
        ) -> None:  # fmt: skip
            view.fill(surface, rect, theme.SAND, theme.BUTTON_RADIUS)
            left = rect.left + 12
            view.type.draw(surface, label, (left, rect.top + 6), theme.NOTE, theme.MUTE_TEXT)
            view.type.draw(surface, value, (left, rect.top + 4 + note), style, colour)

        column.add(rect, paint, label)


def came_words(view: View, review: ReviewView) -> str:
    """The pension as it began; none is told where the life ended before it could."""
    if is_young(review) and review.pension_per_month == 0:
        return view.say("review.not_applicable")
    return yuan(review.pension_per_month, view.language)


def is_young(review: ReviewView) -> bool:
    """Whether no life of the comparison grew old."""
    return all(each.lived_to < review.old_age_from for each in review.comparisons)


def lay_comparisons(column: Column, review: ReviewView, air: float = 0.0) -> None:
    """Bars, the longest as wide as the card, with a dashed line at the basket; ``air`` between."""
    view = column.view
    if is_young(review):
        column.words(view.say("review.never_old"), theme.NOTE, theme.INK_SOFT)
        return
    player = next((each for each in review.comparisons if each.is_player), None)
    longest = max(
        [each.yuan_per_month for each in review.comparisons] + [review.basket_per_month, 1.0]
    )
    asides = [aside_words(view, each, player) for each in review.comparisons]
    widest = max((view.type.measure(words, theme.NOTE).width for words in asides), default=0.0)
    bar_width = column.width - widest - 10
    scale = bar_width / (longest * ROOM_AT_END)
    for index, (each, aside) in enumerate(zip(review.comparisons, asides, strict=True)):
        column.space(BAR_GAP + air if index else 0.0)
        _lay_comparison(column, each, aside, (bar_width, scale, review.basket_per_month))
    column.space(8 + air)
    basket = yuan(review.basket_per_month, view.language)
    _lay_basket_key(column, view.say("review.basket", amount=basket))
    if review.comparison_note is not None:
        column.space(8 + air)
        column.words(view.read(review.comparison_note), theme.NOTE, theme.INK_SOFT)


def lay_kept(column: Column, review: ReviewView, air: float = 0.0) -> None:
    """Who is under the umbrella at the end, and what was kept."""
    view = column.view
    if not review.kept:
        return
    column.rule(5 + air, 4 + air)
    column.words(view.say("review.kept"), theme.NOTE_BOLD)
    for text in review.kept:
        column.words(view.read(text), theme.NOTE, theme.INK_SOFT)


def _lay_basket_key(column: Column, words: str) -> None:
    """What the dashed line is."""
    view = column.view
    top = column.y
    column.words(words, theme.NOTE_BOLD, theme.RED_TEXT, inset=KEY_WIDTH)
    middle = top + view.type.line_height(theme.NOTE_BOLD) / 2
    rect = pygame.FRect(column.left, middle - 1, KEY_WIDTH - 6, 2)

    def paint(surface: pygame.Surface) -> None:
        for share in (0.0, 0.4, 0.8):
            dash = pygame.FRect(rect.left + share * rect.width, rect.top, rect.width * 0.22, 2)
            surface.fill(theme.RED, view.pixels(dash))

    column.add(rect, paint, "key")


def aside_words(view: View, each: ComparisonView, player: ComparisonView | None) -> str:
    """How old that life became where it differs, else its points."""
    if player is not None and abs(each.lived_to - player.lived_to) >= 1:
        return view.say("review.lived_to", age=each.lived_to)
    return view.say("review.points", points=each.score)


def _lay_comparison(
    column: Column, each: ComparisonView, aside: str, bar: tuple[float, float, float]
) -> None:
    view = column.view
    width, scale, basket = bar
    label = theme.NOTE_BOLD if each.is_player else theme.NOTE
    column.row(
        view.read(each.label), label, theme.INK, yuan(each.yuan_per_month, view.language),
        theme.NOTE_BOLD, theme.INK,
    )  # fmt: skip
    column.space(1)
    height = max(BAR_HEIGHT, view.type.line_height(theme.NOTE) - 8)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        track = pygame.FRect(rect.left, rect.centery - BAR_HEIGHT / 2, width, BAR_HEIGHT)
        view.fill(surface, track, theme.TRACK, BAR_RADIUS)
        filled = track.copy()
        filled.width = min(width, max(LEAST_BAR, each.yuan_per_month * scale))
        colour = theme.JADE if each.is_player else theme.TAUPE
        view.fill(surface, filled, colour, min(BAR_RADIUS, filled.width / 2))
        _draw_basket(surface, view, track, track.left + basket * scale)
        at = (rect.right, rect.centery)
        view.type.draw(surface, aside, at, theme.NOTE, theme.MUTE_TEXT, anchor="midright")

    column.picture(height, paint, each.id)


def _draw_basket(surface: pygame.Surface, view: View, track: pygame.FRect, x: float) -> None:
    """The basket's line across a bar, dashed."""
    thick = max(1, round(2 * view.scale))
    y, bottom = track.top - 2, track.bottom + 4
    while y < bottom:
        place = view.pixels(pygame.FRect(x - 1, y, 2, min(DASH, bottom - y)))
        surface.fill(theme.RED, pygame.Rect(place.left, place.top, thick, place.height))
        y += DASH * 1.6
