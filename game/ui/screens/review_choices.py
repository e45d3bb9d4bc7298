"""Of the review: the choices that mattered most, each replayed with the other option."""

from __future__ import annotations

import pygame

from game.play.turning_view import TurningPointView, TurningView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.screens.review_cover import draw_share
from game.ui.widgets import HotSpot, ScrollArea, Widget

DISC = 36.0
DISC_GAP = 12.0
BAR_HEIGHT = 5.0
BAR_SHARE = 0.42
"""Of the row: all bars have one measure, so that they compare."""
POINT_GAP = 6.0
SIGN = 16.0


def lay_turning(
    column: Column, turning: TurningView | None, area: ScrollArea | None, air: float = 0.0, *,
    is_brief: bool = False, count: int | None = None,
) -> list[Widget]:  # fmt: skip
    """The turning points, at most ``count``; returns a spot for each, which opens it as a twin."""
    view = column.view
    if turning is None:
        column.words(view.say("review.turning_wait"), theme.TEXT, theme.MUTE_TEXT)
        return []
    if not turning.points:
        column.words(view.say("review.turning_none"), theme.TEXT, theme.MUTE_TEXT)
        return []
    column.words(view.say("review.turning_note"), theme.NOTE, theme.MUTE_TEXT)
    column.space(6 + air)
    spots: list[Widget] = []
    for index, point in enumerate(turning.points[:count]):
        column.space(POINT_GAP + air if index else 0.0)
        spots.append(_lay_point(column, point, area, is_brief=is_brief))
    column.rule(8 + air, 6)
    column.words(view.say("review.turning_sum"), theme.NOTE_BOLD, theme.INK_SOFT)
    return spots


def _lay_point(
    column: Column, point: TurningPointView, area: ScrollArea | None, *, is_brief: bool
) -> Widget:
    """The age in a disc; what was done, instead of what; the bar and what it brought."""
    view = column.view
    side = DISC * (0.5 + 0.5 * view.text_factor)
    inner = Column(view, column.left + side + DISC_GAP, column.y, column.width - side - DISC_GAP)
    sign = SIGN * view.text_factor
    title = Column(view, inner.left, inner.y, inner.width - sign - 8)
    title.words(view.read(point.title), theme.NOTE_BOLD)
    other = view.read(point.other)
    if not is_brief:
        title.words(other, theme.NOTE, theme.MUTE_TEXT)
    inner.y = title.y + 2
    effect = view.read(point.effect)
    ink = theme.JADE_TEXT if point.is_gain else theme.RED_TEXT
    bar = pygame.FRect(inner.left, inner.y + 1, inner.width * BAR_SHARE, BAR_HEIGHT)
    row = pygame.FRect(inner.left, bar.bottom + 1, inner.width, 0)
    row.height = view.type.measure(effect, theme.NOTE_BOLD, inner.width).height
    height = max(row.bottom - column.y, side)
    disc = pygame.FRect(column.left, column.y + (height - side) / 2, side, side)
    arrow = pygame.FRect(column.right - sign, column.y + 1, sign, sign)

    def paint(surface: pygame.Surface, rect: pygame.FRect) -> None:
        view.fill(surface, disc, theme.SAND, side / 2)
        view.type.draw(
            surface, str(point.age), disc.center, theme.NOTE_BOLD, theme.INK, anchor="center"
        )
        title.draw(surface)
        image = view.art.get("icon_play", arrow.size, view.scale)
        surface.blit(image, view.pixels(arrow).topleft)
        fill = theme.JADE if point.is_gain else theme.RED
        draw_share(surface, view, bar, point.weight, fill)
        view.type.draw(surface, effect, row.topleft, theme.NOTE_BOLD, ink, max_width=row.width)

    place = column.picture(height, paint, "point")
    hint = view.say("review.turning_watch", other=other)
    return HotSpot(f"twin.{point.id}", place, area=area, inside=column.last, hint=hint)
