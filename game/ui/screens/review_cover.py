"""Of the review: the umbrella over the whole life, and the four parts of the score."""

from __future__ import annotations

import pygame

from game.play.views import PartView, ReviewView
from game.ui import theme
from game.ui.screens.column import Column
from game.ui.screens.pictures import umbrella_chart
from game.ui.theme import Colour
from game.ui.view import View
from game.ui.widgets import HotSpot, ScrollArea, Widget

BAR_HEIGHT = 8.0
LABEL_SHARE = 0.24
PART_GAP = 4.0
ALIKE = "living"
PARTS: dict[str, Colour] = {
    "old_age": theme.GOLD, "health": theme.JADE, "living": theme.SLATE, "family": theme.RED,
}  # fmt: skip


def lay_umbrella(
    column: Column, review: ReviewView, radius: float, area: ScrollArea | None
) -> list[Widget]:
    """The umbrella, the score, over how many years; returns a spot for each rib."""
    view = column.view
    chart = umbrella_chart(view, column.width, review.umbrella, radius)
    place = column.picture(
        chart.height, lambda surface, rect: chart.draw(surface, rect), "umbrella"
    )
    inside = column.last
    spots: list[Widget] = []
    for rib, spot in zip(review.umbrella.ribs, chart.spots(place), strict=True):
        words = view.say("life.rib", name=rib.name, reason=rib.reason)
        spots.append(
            HotSpot(f"rib.{rib.id}", spot.inflate(-4, -4), area=area, inside=inside, hint=words)
        )
    column.space(6)
    column.words(view.read(review.score_line), theme.SUBHEAD, is_centred=True)
    return spots


def lay_parts(column: Column, review: ReviewView, *, is_brief: bool = False) -> None:
    """One row for each part: its name, a bar, its points, and why.

    Brief, the part whose reason holds for every life goes without it.
    """
    for index, part in enumerate(review.parts):
        column.space(PART_GAP if index else 0.0)
        _lay_part(column, part, has_why=not is_brief or part.id != ALIKE)


def _lay_part(column: Column, part: PartView, *, has_why: bool) -> None:
    view = column.view
    measure = view.type.measure
    label = view.read(part.label)
    points = view.say("review.not_applicable") if part.points is None else f"{part.points:.0f}"
    height = view.type.line_height(theme.NOTE_BOLD)
    least = measure(label, theme.NOTE_BOLD).width + 12
    bar_left = column.left + max(least, column.width * LABEL_SHARE)
    bar_right = column.right - measure("100", theme.NOTE_BOLD).width - 10
    bar = pygame.FRect(bar_left, 0, max(0.0, bar_right - bar_left), BAR_HEIGHT)
    bar.centery = column.y + height / 2
    row = pygame.FRect(column.left, column.y, column.width, height)

    def paint(surface: pygame.Surface) -> None:
        view.type.draw(surface, label, row.midleft, theme.NOTE_BOLD, theme.INK, anchor="midleft")
        view.type.draw(surface, points, row.midright, theme.NOTE_BOLD, theme.INK, anchor="midright")
        if part.points is not None:
            draw_share(surface, view, bar, part.points / 100, PARTS.get(part.id, theme.TAUPE))

    column.add(row, paint, part.id)
    if has_why:
        column.words(view.read(part.why), theme.NOTE, theme.MUTE_TEXT)


def draw_share(
    surface: pygame.Surface, view: View, bar: pygame.FRect, share: float, colour: Colour
) -> None:
    """A bar filled from the left by a share, 0–1."""
    view.fill(surface, bar, theme.TRACK, bar.height / 2)
    filled = bar.copy()
    filled.width = bar.width * min(1.0, max(0.0, share))
    if filled.width >= 1:
        view.fill(surface, filled, colour, min(bar.height, filled.width) / 2)
