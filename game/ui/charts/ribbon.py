"""The ribbon: a life along one line, its cover in two bands, its events as round marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import pygame

from game.play.views import BandView, MarkView, RibbonView
from game.ui import theme
from game.ui.art import svg_of
from game.ui.charts.hatching import hatching
from game.ui.charts.tokens import draw_tokens, tokens_width
from game.ui.theme import Colour, mixed
from game.ui.view import View

PADDING: Final = 20.0
TOP: Final = 8.0
BAND_HEIGHT: Final = 14.0
BAND_GAP: Final = 6.0
MARK: Final = 22.0
"""Diameter of a mark with its white ring."""
MARK_STEP: Final = 20.0
STACK_STEP: Final = 5.0
MOST_STACKED: Final = 3
"""Marks merged in one place lie on one another, each a step to the right of the one above."""
LEVELS: Final = 2
TICK: Final = 5.0
CURSOR_TAIL: Final = 9.0
LEGEND_SWATCH: Final = 11.0
LEGEND_GAP: Final = 20.0
TOKEN: Final = 10.0
TRACK: Final = "#ece2d0"
GAP_LINE: Final = "#9a8a6c"


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """Events that stand in one place: their middle in units and the marks merged there."""

    x: float
    level: int
    marks: tuple[MarkView, ...]


class Ribbon:
    """Lays the life out in a rectangle; the rectangle's own card is drawn by the screen."""

    def __init__(
        self,
        view: View,
        rect: pygame.FRect,
        ribbon: RibbonView,
        title: str,
        legend: tuple[str, str, str],
    ) -> None:
        self.view = view
        self.rect = rect
        self.ribbon = ribbon
        self.title = title
        self.legend = legend
        self.left = rect.left + PADDING
        self.right = rect.right - PADDING
        line = view.type.line_height(theme.NOTE)
        self.head = rect.top + TOP
        self.pension_top = self.head + line + MARK_STEP * LEVELS + 1
        self.medical_top = self.pension_top + BAND_HEIGHT + BAND_GAP
        self.placed = placed_marks(ribbon.marks, self.x_at)
        self.tokens_rect = self._tokens_rect()

    @staticmethod
    def height_for(view: View) -> float:
        """Height the ribbon takes at this text size, in units."""
        line = view.type.line_height(theme.NOTE)
        bands = 2 * BAND_HEIGHT + BAND_GAP
        return TOP + line + MARK_STEP * LEVELS + 1 + bands + TICK + 3 + line + 6

    def x_at(self, age: float) -> float:
        """Where an age stands, in units; ages beyond the ribbon stand at its ends."""
        first, last = self.ribbon.first_age, self.ribbon.last_age
        share = (age - first) / max(1e-9, last - first)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def marks(self) -> list[tuple[tuple[MarkView, ...], pygame.FRect]]:
        """What can be pointed at: the marks of a place and where they are."""
        return [(placed.marks, self._mark_rect(placed)) for placed in self.placed]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything."""
        self._draw_head(surface)
        image = self.view.art.drawn(self._bands_svg(), self._bands_rect().size, self.view.scale)
        surface.blit(image, self.view.pixels(self._bands_rect()).topleft)
        self._draw_ages(surface)
        self._draw_cursor(surface)
        for placed in sorted(self.placed, key=lambda each: -each.level):
            self._draw_mark(surface, placed)

    def _bands_rect(self) -> pygame.FRect:
        height = 2 * BAND_HEIGHT + BAND_GAP + TICK + 2
        return pygame.FRect(self.left, self.pension_top, self.right - self.left, height)

    def _bands_svg(self) -> str:
        rect = self._bands_rect()
        body = ""
        second = BAND_HEIGHT + BAND_GAP
        for top, bands, colour in (
            (0.0, self.ribbon.pension, theme.GOLD), (second, self.ribbon.medical, theme.JADE),
        ):  # fmt: skip
            body += _track(top, rect.width)
            for band in sorted(bands, key=lambda each: each.state != "ahead"):
                start, end = self.x_at(band.start) - self.left, self.x_at(band.end) - self.left
                body += _band(band, start, end, top, colour)
        bottom = second + BAND_HEIGHT
        for age in self._ticks():
            x = min(rect.width - 0.6, max(0.6, self.x_at(age) - self.left))
            body += (
                f'<path d="M{x:.2f} {bottom + 2:g}V{bottom + 2 + TICK:g}" stroke="#a89f8c" '
                'stroke-width="1.2"/>'
            )
        return svg_of(rect.width, rect.height, body)

    def _ticks(self) -> range:
        first = ceil(self.ribbon.first_age / 10) * 10
        return range(first, int(self.ribbon.last_age) + 1, 10)

    def _draw_ages(self, surface: pygame.Surface) -> None:
        y = self.medical_top + BAND_HEIGHT + TICK + 3
        for age in self._ticks():
            half = self.view.type.measure(str(age), theme.NOTE).width / 2
            x = min(self.right - half, max(self.left + half, self.x_at(age)))
            self.view.type.draw(
                surface, str(age), (x, y), theme.NOTE, theme.MUTE_TEXT, anchor="midtop"
            )

    def _draw_cursor(self, surface: pygame.Surface) -> None:
        height = self.medical_top + BAND_HEIGHT + CURSOR_TAIL - self.pension_top + 6
        body = (
            f'<path d="M6 0V{height - 5:g}" stroke="{theme.RED}" stroke-width="2.4"/>'
            f'<circle cx="6" cy="{height - 5:g}" r="4.4" fill="{theme.RED}" stroke="{theme.PAPER}" '
            'stroke-width="1.2"/>'
        )
        image = self.view.art.drawn(svg_of(12, height, body), (12, height), self.view.scale)
        at = pygame.FRect(self.x_at(self.ribbon.today) - 6, self.pension_top - 6, 1, 1)
        surface.blit(image, self.view.pixels(at).topleft)

    def _mark_rect(self, placed: PlacedMark) -> pygame.FRect:
        rect = pygame.FRect(0, 0, MARK, MARK)
        middle = self.pension_top - MARK_STEP * placed.level - MARK / 2 + 4
        rect.center = (min(self.right, max(self.left, placed.x)), middle)
        return rect

    def _draw_mark(self, surface: pygame.Surface, placed: PlacedMark) -> None:
        view, rect = self.view, self._mark_rect(placed)
        mark = max(placed.marks, key=lambda each: GRAVITY.get(each.kind, 0))
        name = f"mark_{mark.kind}"
        image = view.art.get(
            name if view.art.has(name) else "mark_crossroad", rect.size, view.scale
        )
        for behind in reversed(range(1, min(len(placed.marks), MOST_STACKED))):
            self._draw_behind(surface, rect.move(STACK_STEP * behind, 0))
        place = view.pixels(rect)
        surface.blit(image, image.get_rect(center=place.center))

    def _draw_behind(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """The edge of a mark that lies under another one."""
        disc = (
            f'<circle cx="11" cy="11" r="9.4" fill="{theme.TAUPE}" stroke="{theme.PAPER}" '
            'stroke-width="1.6"/>'
        )
        image = self.view.art.drawn(svg_of(22, 22, disc), rect.size, self.view.scale)
        surface.blit(image, image.get_rect(center=self.view.pixels(rect).center))

    def _draw_head(self, surface: pygame.Surface) -> None:
        view = self.view
        baseline = self.head + view.type.line_height(theme.NOTE) * 0.76
        view.type.draw(
            surface, self.title, (self.left, baseline), theme.NOTE_BOLD, theme.INK,
            anchor="baseline",
        )  # fmt: skip
        if self.tokens_rect.width > 0:
            at = (self.tokens_rect.left, self.tokens_rect.centery)
            draw_tokens(surface, view, at, self.ribbon.paid_years, size=self.tokens_rect.height)
        x = self._legend_left()
        swatches = (theme.GOLD, theme.JADE, None)
        for words, colour in zip(self.legend, swatches, strict=True):
            image = view.art.drawn(_swatch(colour), (LEGEND_SWATCH, LEGEND_SWATCH), view.scale)
            middle = self.head + view.type.line_height(theme.NOTE) / 2
            at_left = pygame.FRect(x, middle - LEGEND_SWATCH / 2, 1, 1)
            surface.blit(image, view.pixels(at_left).topleft)
            x += LEGEND_SWATCH + 6
            view.type.draw(
                surface, words, (x, baseline), theme.NOTE, theme.MUTE_TEXT, anchor="baseline"
            )
            x += view.type.measure(words, theme.NOTE).width + LEGEND_GAP

    def _legend_left(self) -> float:
        measure = self.view.type.measure
        words = sum(measure(each, theme.NOTE).width for each in self.legend)
        return self.right - words - 3 * (LEGEND_SWATCH + 6) - 2 * LEGEND_GAP

    def _tokens_rect(self) -> pygame.FRect:
        """Between the title and the legend; smaller coins, then none, where there is no room."""
        title = self.view.type.measure(self.title, theme.NOTE_BOLD).width
        left = self.left + title + 18
        room = self._legend_left() - LEGEND_GAP - left
        middle = self.head + self.view.type.line_height(theme.NOTE) / 2
        for size in (TOKEN, 8.0, 6.0):
            width = tokens_width(self.ribbon.paid_years, size)
            if 0 < width <= room:
                return pygame.FRect(left, middle - size / 2, width, size)
        return pygame.FRect(left, middle, 0, 0)


GRAVITY: Final = {
    "accident": 9, "illness": 8, "family": 7, "pension": 6, "move": 5, "work": 4, "money": 3,
    "plan": 2, "crossroad": 1,
}  # fmt: skip
"""Of marks merged in one place, the icon of the gravest is shown."""


def placed_marks(marks: Sequence[MarkView], x_at: Callable[[float], float]) -> list[PlacedMark]:
    """Give each mark a level so that none touch; where all levels are taken, merge."""
    placed: list[PlacedMark] = []
    for mark in sorted(marks, key=lambda each: each.age):
        x = x_at(mark.age)
        latest: dict[int, int] = {each.level: index for index, each in enumerate(placed)}
        free = [
            level
            for level in range(LEVELS)
            if level not in latest or x - placed[latest[level]].x >= MARK + 1
        ]
        if free:
            placed.append(PlacedMark(x, free[0], (mark,)))
            continue
        nearest = max(latest.values(), key=lambda index: placed[index].x)
        old = placed[nearest]
        placed[nearest] = PlacedMark(old.x, old.level, (*old.marks, mark))
    return placed


def _track(top: float, width: float) -> str:
    return (
        f'<rect x="0" y="{top:g}" width="{width:g}" height="{BAND_HEIGHT:g}" rx="4" '
        f'fill="{TRACK}"/>'
    )


def _band(band: BandView, start: float, end: float, top: float, colour: Colour) -> str:
    """One stretch: colour for paid, a stripe for the resident scheme, strokes for a gap."""
    width = end - start
    if width < 0.3 or band.state == "none":
        return ""
    if band.state == "gap":
        corners = [
            (start, top), (end, top), (end, top + BAND_HEIGHT), (start, top + BAND_HEIGHT),
        ]  # fmt: skip
        return (
            _block(start, width, top, BAND_HEIGHT, theme.PAPER_LIGHT)
            + hatching(corners, GAP_LINE, step=7.0, width=1.3)
            + _frame(start, width, top)
        )
    if band.state == "ahead":
        return _block(start, width, top, BAND_HEIGHT, mixed(TRACK, colour, 0.32))
    if band.state == "resident":
        body = _block(start, width, top, BAND_HEIGHT, mixed(TRACK, colour, 0.45))
        return body + _block(start, width, top + BAND_HEIGHT - 5, 5, colour)
    body = _block(start, width, top, BAND_HEIGHT, colour)
    if band.state in ("drawn", "free"):
        body += _beads(start, end, top + BAND_HEIGHT / 2)
    return body


def _beads(start: float, end: float, middle: float) -> str:
    """Beads: cover that comes without paying any more, every month."""
    count = int((end - start - 6) // 12)
    return "".join(
        f'<circle cx="{start + 9 + 12 * index:.2f}" cy="{middle:g}" r="1.9" fill="#fff8e6"/>'
        for index in range(max(0, count))
    )


def _block(left: float, width: float, top: float, height: float, fill: Colour) -> str:
    radius = min(3.0, width / 2, height / 2)
    return (
        f'<rect x="{left:.2f}" y="{top:.2f}" width="{max(0.6, width - 0.6):.2f}" '
        f'height="{height:g}" rx="{radius:.2f}" fill="{fill}"/>'
    )


def _frame(left: float, width: float, top: float) -> str:
    return (
        f'<rect x="{left + 0.5:.2f}" y="{top + 0.5:.2f}" width="{max(0.4, width - 1.6):.2f}" '
        f'height="{BAND_HEIGHT - 1:g}" rx="2.5" fill="none" stroke="{GAP_LINE}" stroke-width="1"/>'
    )


def _swatch(colour: Colour | None) -> str:
    if colour is not None:
        return svg_of(11, 11, f'<rect width="11" height="11" rx="3" fill="{colour}"/>')
    frame = (
        f'<rect x="0.6" y="0.6" width="9.8" height="9.8" rx="2.6" fill="{theme.PAPER_LIGHT}" '
        f'stroke="{GAP_LINE}" stroke-width="1.1"/>'
    )
    corners = [(1.2, 1.2), (9.8, 1.2), (9.8, 9.8), (1.2, 9.8)]
    return svg_of(11, 11, frame + hatching(corners, GAP_LINE, step=4.5, width=1.1))
