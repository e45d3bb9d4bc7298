"""The umbrella from above: nine ribs, one for each branch of social security."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

import pygame

from game.ui import theme
from game.ui.art import svg_of
from game.ui.charts.hatching import Point, hatching
from game.ui.theme import Colour, Style, mixed
from game.ui.type import Anchor
from game.ui.view import View

RIBS: Final = 9
LABEL_GAP: Final = 9.0
LEAST_RADIUS: Final = 62.0
SMALLEST_LABEL: Final = 14.0
HUB: Final = 0.17
"""Radius of the hub as a share of the umbrella's."""
HUB_LEAST: Final = 13.0
SCALLOP: Final = 0.955
"""How far the paper's edge draws in between two ribs."""
DRAWN_IN: Final = cos(pi / RIBS) * (1 + SCALLOP) / 2
"""Length of the middle of a panel as a share of its ribs'."""
BARE: Final = "#efe5d3"
GREY: Final = "#e9e5dd"
WEAK: Final = "#e3a06a"
STRONG_FROM: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class RibPicture:
    """What is drawn of one rib: shares 0–1 of its length."""

    label: str
    solid: float
    hatched: float = 0.0
    applies: bool = True


class UmbrellaChart:
    """The chart with its labels around it, as large as the width allows."""

    def __init__(
        self,
        view: View,
        width: float,
        ribs: Sequence[RibPicture],
        hub: str,
        *,
        most_radius: float = 84.0,
    ) -> None:
        self.view = view
        self.width = width
        self.ribs = tuple(ribs)
        self.hub = hub
        self._size, sides = self._fit(most_radius)
        self.radius = self._radius_between(sides, most_radius)
        self._sides = sides
        self._aside = (sides[0] - sides[1]) / 2
        """The centre stands off the middle where the labels of one side are longer."""
        line = self._line()
        self._above = self.radius + LABEL_GAP + line * 0.9
        beside = _towards(_middle(3), self.radius + LABEL_GAP)[1] + line * 0.36
        self._foot = max(self.radius * 0.94 + LABEL_GAP * 0.6, beside)
        """Top of the lowest label, below the centre: it clears the labels beside it."""
        self.height = self._above + self._foot + line

    def draw(self, surface: pygame.Surface, rect: pygame.FRect) -> None:
        """Draw chart, hub and labels; the chart's top is the rectangle's."""
        centre = self._centre(rect)
        reach = self.radius + 3
        image = self.view.art.drawn(
            umbrella_svg(self.ribs, self.radius), (2 * reach, 2 * reach), self.view.scale
        )
        place = self.view.pixels(pygame.FRect(centre[0] - reach, centre[1] - reach, 1, 1))
        surface.blit(image, place.topleft)
        self._draw_hub(surface, centre)
        for index, rib in enumerate(self.ribs):
            at, anchor = self._label_place(index, centre)
            colour = theme.INK if rib.applies else theme.MUTE_TEXT
            style = Style("sans-bold" if rib.applies else "sans", self._size)
            self.view.type.draw(surface, rib.label, at, style, colour, anchor=anchor)

    def spots(self, rect: pygame.FRect) -> list[pygame.FRect]:
        """Where each rib is pointed at: around the middle of its panel, none touching another."""
        centre = self._centre(rect)
        side = self.radius * 0.34
        found = []
        for index in range(RIBS):
            x, y = _towards(_middle(index), self.radius * 0.72)
            spot = pygame.FRect(0, 0, side, side)
            spot.center = (centre[0] + x, centre[1] + y)
            found.append(spot)
        return found

    def _centre(self, rect: pygame.FRect) -> Point:
        slack = self.width / 2 - self.radius - LABEL_GAP - max(self._sides)
        aside = self._aside if slack < 0 else 0.0
        return rect.left + rect.width / 2 + aside, rect.top + self._above

    def _fit(self, most: float) -> tuple[int, tuple[float, float]]:
        """Size and longest labels: words give way before the umbrella is too small to read."""
        size = theme.NOTE_BOLD.size
        sides = self._longest(size)
        while (
            self._radius_between(sides, most) < LEAST_RADIUS
            and (size - 1) * self.view.text_factor >= SMALLEST_LABEL
        ):
            size -= 1
            sides = self._longest(size)
        return size, sides

    def _longest(self, size: int) -> tuple[float, float]:
        """Width of the longest label left and right of the umbrella, in units."""
        sides = [0.0, 0.0]
        for index, rib in enumerate(self.ribs):
            across = sin(_middle(index))
            if abs(across) > 0.5:
                words = self.view.type.measure(rib.label, Style("sans-bold", size)).width
                side = 1 if across > 0 else 0
                sides[side] = max(sides[side], words - (1 - abs(across)) * LEAST_RADIUS)
        return sides[0], sides[1]

    def _radius_between(self, sides: tuple[float, float], most: float) -> float:
        """The largest radius at which no label sticks out at the sides."""
        return max(24.0, min(most, (self.width - sum(sides)) / 2 - LABEL_GAP))

    def _line(self) -> float:
        return self.view.type.line_height(Style("sans-bold", self._size))

    def _label_place(self, index: int, centre: Point) -> tuple[Point, Anchor]:
        x, y = _towards(_middle(index), self.radius + LABEL_GAP)
        if index in (0, RIBS - 1):
            side = 1 if index == 0 else -1
            at = (centre[0] + side * 10, centre[1] - self.radius - LABEL_GAP * 0.2)
            return at, "bottomleft" if index == 0 else "bottomright"
        if abs(x) < 1:
            return (centre[0], centre[1] + self._foot), "midtop"
        return (centre[0] + x, centre[1] + y), "midleft" if x > 0 else "midright"

    def _draw_hub(self, surface: pygame.Surface, centre: Point) -> None:
        view = self.view
        style = theme.NOTE_BOLD
        room = view.type.measure(self.hub, style).width
        radius = max(HUB_LEAST, self.radius * HUB, room / 2 + 5)
        disc = pygame.FRect(0, 0, 2 * radius, 2 * radius)
        disc.center = centre
        view.card(
            surface, disc, theme.BAMBOO, radius=radius, has_shadow=False,
            outline=theme.PAPER, outline_width=1.5,
        )  # fmt: skip
        view.type.draw(surface, self.hub, centre, style, theme.PAPER_LIGHT, anchor="center")


def umbrella_svg(ribs: Sequence[RibPicture], radius: float) -> str:
    """The umbrella without words as SVG, 3 units of room around it."""
    body = "".join(_panel(index, rib, radius) for index, rib in enumerate(ribs))
    body += "".join(_spoke(index, ribs, radius) for index in range(RIBS))
    reach = radius + 3
    return svg_of(2 * reach, 2 * reach, body, -reach, -reach)


def strength_colour(solid: float) -> Colour:
    """Red the deeper, the more of a rib is covered."""
    share = min(1.0, max(0.0, solid) / STRONG_FROM)
    return mixed(WEAK, theme.RED, share**1.6)


def _panel(index: int, rib: RibPicture, radius: float) -> str:
    start, end = index * 2 * pi / RIBS, (index + 1) * 2 * pi / RIBS
    if not rib.applies:
        return f'<path d="{_sector(start, end, radius)}" fill="{GREY}"/>'
    solid = round(min(1.0, max(0.0, rib.solid)), 2)
    hatched = round(min(1.0 - solid, max(0.0, rib.hatched)), 2)
    body = f'<path d="{_sector(start, end, radius)}" fill="{BARE}"/>'
    body += _threads(start, end, radius, solid + hatched)
    if hatched > 0.01:
        outer, inner = radius * (solid + hatched), radius * solid
        body += f'<path d="{_sector(start, end, outer)}" fill="#f3d9b8"/>'
        middle = (start + end) / 2
        corners = [
            _towards(start, inner), _towards(start, outer * 0.97),
            _towards(middle, outer * DRAWN_IN),
            _towards(end, outer * 0.97), _towards(end, inner),
        ]  # fmt: skip
        body += hatching(corners, "#b0763c", step=5.0, width=1.3)
        body += _edge(start, end, outer, "#b0763c", "3 2")
    if solid > 0.01:
        colour = strength_colour(solid)
        dark = mixed(colour, theme.RED_DARK, 0.28)
        shape = _sector(start, end, radius * solid)
        half = _sector(start, end, radius * solid, is_half=True)
        body += f'<path d="{shape}" fill="{colour}"/><path d="{half}" fill="{dark}"'
        body += ' fill-opacity="0.45"/>'
        body += _edge(start, end, radius * solid, theme.RED_DARK, "")
    return body


def _threads(start: float, end: float, radius: float, paper: float) -> str:
    """The threads between two bare ribs, where no paper covers them."""
    return "".join(
        _edge(start, end, radius * share, "#cdbb9d", "2 2.5", 0.8)
        for share in (0.5, 0.75)
        if share > paper + 0.03
    )


def _spoke(index: int, ribs: Sequence[RibPicture], radius: float) -> str:
    x, y = _towards(index * 2 * pi / RIBS, radius)
    beside = (ribs[index], ribs[index - 1])
    is_grey = not any(rib.applies for rib in beside)
    colour = "#c9c2b4" if is_grey else theme.BAMBOO
    body = f'<path d="M0 0L{x:.2f} {y:.2f}" stroke="{colour}" stroke-width="1.2"/>'
    body += f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.8" fill="{colour}"/>'
    start, end = index * 2 * pi / RIBS, (index + 1) * 2 * pi / RIBS
    return body + _edge(start, end, radius, "#bba988" if ribs[index].applies else "#d3cdc0", "")


def _edge(
    start: float, end: float, radius: float, colour: Colour, dashes: str, width: float = 1.1
) -> str:
    (x1, y1), (x2, y2) = _towards(start, radius), _towards(end, radius)
    qx, qy = _pull(start, end, radius)
    dash = f'stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="M{x1:.2f} {y1:.2f}Q{qx:.2f} {qy:.2f} {x2:.2f} {y2:.2f}" fill="none" '
        f'stroke="{colour}" stroke-width="{width:g}" {dash}/>'
    )


def _sector(start: float, end: float, radius: float, *, is_half: bool = False) -> str:
    (x1, y1), (x2, y2) = _towards(start, radius), _towards(end, radius)
    qx, qy = _pull(start, end, radius)
    if is_half:
        x2, y2 = _towards((start + end) / 2, radius * DRAWN_IN)
        qx, qy = (x1 + qx) / 2, (y1 + qy) / 2
    return f"M0 0L{x1:.2f} {y1:.2f}Q{qx:.2f} {qy:.2f} {x2:.2f} {y2:.2f}Z"


def _pull(start: float, end: float, radius: float) -> Point:
    """The control point that draws the edge in between two ribs."""
    return _towards((start + end) / 2, radius * SCALLOP * cos(pi / RIBS))


def _middle(index: int) -> float:
    return (index + 0.5) * 2 * pi / RIBS


def _towards(angle: float, length: float) -> Point:
    """A point in the direction of a clock hand, 0 upward."""
    return sin(angle) * length, -cos(angle) * length
