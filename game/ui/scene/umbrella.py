"""The oil-paper umbrella from the side: nine panels, paper where a rib is covered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final, TypeAlias

import pygame

from game.ui import theme
from game.ui.animation import ease_out
from game.ui.art import Art, svg_of
from game.ui.theme import Colour, mixed

Rib: TypeAlias = tuple[float, float, bool]
"""Solid 0–1, hatched 0–1, whether it applies."""
Point: TypeAlias = tuple[float, float]

PANELS: Final = (6, 5, 2, 0, 3, 4, 1, 7, 8)
"""Which rib each panel shows, left to right: medical, old age and injury stand in the middle."""
FULL: Final[tuple[Rib, ...]] = ((1.0, 0.0, True),) * 9
STEPS: Final = 13
REACH: Final = 66.0
"""Of the dome, in degrees from its top."""
SIDE: Final = 76.0
"""Angle of the outermost ribs, in degrees from the front."""
GREY_PAPER: Final = "#d6ccb8"
GREY_RIB: Final = "#9a948a"
"""Of a branch that does not apply."""
DEPTH: Final = 0.09
"""How far the front of the rim hangs below its sides, as a share of the half width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canopy:
    """Shape and colours of a canopy: the top is at 0, 0."""

    half_width: float = 122.0
    height: float = 78.0
    opening: float = 1.0
    bare: Colour = theme.RED_DARK
    shade: Colour = theme.RED_DARK

    def at(self, place: float, down: float) -> Point:
        """A point of the dome: ``place`` −1 left … 1 right, ``down`` 0 top … 1 rim."""
        spread = 0.07 + 0.93 * self.opening
        drop = self.height * (1.62 - 0.62 * self.opening)
        turn = radians(SIDE) * place
        bend = sin(radians(REACH) * down) / sin(radians(REACH))
        fall = (1 - cos(radians(REACH) * down)) / (1 - cos(radians(REACH)))
        front = DEPTH * cos(turn) * bend * self.half_width * self.opening
        x = sin(turn) / sin(radians(SIDE)) * bend * self.half_width * spread
        return x, (fall * self.opening + down * (1 - self.opening)) * drop + front


def canopy_svg(ribs: Sequence[Rib], canopy: Canopy) -> str:
    """The canopy and its cap as SVG elements around 0, 0."""
    body = "".join(_panel(index, ribs[rib], canopy) for index, rib in enumerate(PANELS))
    body += "".join(_rib(index, ribs, canopy) for index in range(len(PANELS) + 1))
    cap = 10 + 4 * (1 - canopy.opening)
    body += (
        f'<path d="M{-cap:g} 8C{-cap + 2:g} 2 -4 -2 0 -2C4 -2 {cap - 2:g} 2 {cap:g} 8'
        f'C4 5.4 -4 5.4 {-cap:g} 8Z" fill="{theme.BAMBOO}"/>'
        f'<rect x="-2.6" y="-12" width="5.2" height="12" rx="2" fill="{theme.BAMBOO}"/>'
        f'<circle cx="0" cy="-13" r="4.4" fill="#7a5030"/>'
        f'<circle cx="-1.3" cy="-14.4" r="1.4" fill="#b98a5e"/>'
    )
    return body


def pole_svg(length: float, thickness: float = 4.6) -> str:
    """The bamboo pole from the top, 0, 0, downwards, with its joints."""
    half = thickness / 2
    joints = "".join(
        f'<path d="M{-half - 0.4:g} {y}H{half + 0.4:g}" stroke="#3d2615" stroke-width="1.2"/>'
        for y in range(64, int(length), 58)
    )
    return (
        f'<rect x="{-half:g}" y="0" width="{thickness:g}" height="{length:g}" rx="{half:g}" '
        f'fill="{theme.BAMBOO}"/><rect x="{-half + 0.7:g}" y="4" width="1.3" '
        f'height="{length - 8:g}" rx="0.6" fill="#8a6040"/>{joints}'
    )


class UmbrellaAnimation:
    """Ribs on their way from one cover to another, over 400 ms."""

    def __init__(self, ribs: Sequence[Rib]) -> None:
        self._start = self._end = tuple(ribs)
        self._elapsed = theme.UMBRELLA_SECONDS

    @property
    def is_done(self) -> bool:
        """Whether the ribs have arrived."""
        return self._elapsed >= theme.UMBRELLA_SECONDS

    @property
    def ribs(self) -> tuple[Rib, ...]:
        """The ribs as they are now."""
        share = ease_out(min(1.0, self._elapsed / theme.UMBRELLA_SECONDS))
        return tuple(
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, b[2])
            for a, b in zip(self._start, self._end, strict=True)
        )

    def aim(self, ribs: Sequence[Rib]) -> None:
        """Go on from here to another cover; the same cover changes nothing."""
        if tuple(ribs) != self._end:
            self._start, self._end, self._elapsed = self.ribs, tuple(ribs), 0.0

    def advance(self, seconds: float) -> None:
        """Let real time pass."""
        self._elapsed += seconds

    def finish(self) -> None:
        """Be there now, as with motion off."""
        self._elapsed = theme.UMBRELLA_SECONDS


def draw_title_umbrella(
    surface: pygame.Surface,
    art: Art,
    at: tuple[float, float],
    height: float,
    scale: float,
    opening: float = 1.0,
    ribs: Sequence[Rib] = FULL,
) -> None:
    """Draw an upright umbrella; ``at`` is the foot of its pole, ``height`` its own, in units.

    ``opening`` runs from 0, closed, to 1, open.
    """
    opening = round(min(1.0, max(0.0, opening)), 2)
    whole, wide = 214.0, 270.0
    canopy = Canopy(half_width=126.0, height=74.0, opening=opening)
    body = f'<g transform="translate(135 20)">{pole_svg(192.0, 5.4)}{canopy_svg(ribs, canopy)}</g>'
    size = (wide * height / whole, height)
    image = art.drawn(svg_of(wide, whole, body), size, scale)
    place = image.get_rect(midbottom=(round(at[0] * scale), round(at[1] * scale)))
    surface.blit(image, place)


def _place(edge: int) -> float:
    """Where a rib stands, −1 … 1; the panels at the sides are a little narrower."""
    share = 2 * edge / len(PANELS) - 1
    return share * (1.06 - 0.06 * abs(share))


def _panel(index: int, rib: Rib, canopy: Canopy) -> str:
    solid = round(min(1.0, max(0.0, rib[0])), 2)
    hatched = round(min(1.0 - solid, max(0.0, rib[1])), 2)
    if not rib[2]:
        return f'<path d="{_patch(index, 0, 1, canopy)}" fill="{GREY_PAPER}" fill-opacity="0.55"/>'
    body = f'<path d="{_patch(index, 0, 1, canopy)}" fill="#f7f2e8" fill-opacity="0.1"/>'
    if hatched > 0.02:
        top, end = max(0.04, solid), solid + hatched
        body += f'<path d="{_patch(index, top, end, canopy)}" fill="#f0c9a0" fill-opacity="0.75"/>'
        body += _strokes(index, top, end, canopy)
    if solid > 0.02:
        body += _paper(index, solid, canopy)
    return body


def _paper(index: int, solid: float, canopy: Canopy) -> str:
    colour = mixed(theme.RED, theme.RED_DARK, 0.05 + 0.2 * (index % 2) + 0.05 * max(0, index - 4))
    body = f'<path d="{_patch(index, 0, solid, canopy)}" fill="{colour}"/>'
    light = mixed(colour, "#f2a27e", 0.35)
    if index < 5:
        edge = _along(_place(index) * 0.72 + _place(index + 1) * 0.28, 0.1, solid * 0.92, canopy)
        body += (
            f'<path d="{edge}" stroke="{light}" stroke-width="1.5" stroke-opacity="0.6" '
            'fill="none"/>'
        )
    for ring in (0.36, 0.9):
        if solid > ring + 0.04:
            body += _ring(index, ring, canopy, "#f0c08c" if ring < 0.5 else theme.RED_DARK, 1.3)
    if solid < 0.97:
        body += _ring(index, solid, canopy, theme.RED_DARK, 1.6)
    return body


def _rib(edge: int, ribs: Sequence[Rib], canopy: Canopy) -> str:
    """One bamboo rib, and the rim to the next: dashed without paper, thin and grey if n/a."""
    beside = [ribs[PANELS[each]] for each in (edge - 1, edge) if 0 <= each < len(PANELS)]
    held = max(solid if applies else 0.0 for solid, _, applies in beside)
    place = _place(edge)
    line = _rim_thread(edge, ribs[PANELS[edge]], canopy) if edge < len(PANELS) else ""
    if not any(applies for _, _, applies in beside):
        return line + _plain(_along(place, 0.0, 1.0, canopy), GREY_RIB, 1.2)
    if held > 0.02:
        line += _plain(_along(place, 0.0, held, canopy), canopy.shade, 1.7)
    if held < 0.98:
        line += _dashed(_along(place, held, 1.0, canopy), canopy.bare, 1.8)
    return line


def _rim_thread(index: int, rib: Rib, canopy: Canopy) -> str:
    rim = _rim(index, 1.0, canopy)
    if not rib[2]:
        return _plain(rim, GREY_RIB, 1.2)
    return _plain(rim, canopy.shade, 1.7) if rib[0] >= 0.97 else _dashed(rim, canopy.bare, 1.5)


def _plain(path: str, colour: Colour, width: float) -> str:
    return (
        f'<path d="{path}" stroke="{colour}" stroke-width="{width:g}" stroke-linejoin="round" '
        'fill="none"/>'
    )


def _dashed(path: str, colour: Colour, width: float) -> str:
    return (
        f'<path d="{path}" stroke="{colour}" stroke-width="{width:g}" stroke-dasharray="4 3" '
        'stroke-linejoin="round" fill="none"/>'
    )


def _strokes(index: int, top: float, end: float, canopy: Canopy) -> str:
    """Slanting strokes across a panel: own savings stand in."""
    left, right = _place(index), _place(index + 1)
    path, step, slant = "", 0.075, 0.09
    down = top
    while down + slant < end:
        (x1, y1), (x2, y2) = canopy.at(left, down + slant), canopy.at(right, down)
        path += f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
        down += step
    return f'<path d="{path}" stroke="#8a5a2e" stroke-width="1.2" fill="none"/>' if path else ""


def _ring(index: int, down: float, canopy: Canopy, colour: Colour, width: float) -> str:
    return _plain(_rim(index, down, canopy), colour, width)


def _rim(index: int, down: float, canopy: Canopy) -> str:
    (x1, y1), (qx, qy), (x2, y2) = _scallop(index, down, canopy)
    return f"M{x1:.1f} {y1:.1f}Q{qx:.1f} {qy:.1f} {x2:.1f} {y2:.1f}"


def _scallop(index: int, down: float, canopy: Canopy) -> tuple[Point, Point, Point]:
    """The lower edge between two ribs: it draws in, the more the nearer to the rim."""
    left, right = _place(index), _place(index + 1)
    start, end = canopy.at(left, down), canopy.at(right, down)
    qx, qy = canopy.at((left + right) / 2, down * 0.93)
    return start, (qx, qy), end


def _patch(index: int, top: float, end: float, canopy: Canopy) -> str:
    """The outline of a panel between two distances from the top."""
    left, right = _place(index), _place(index + 1)
    downs = [top + (end - top) * step / STEPS for step in range(STEPS + 1)]
    points = [canopy.at(left, down) for down in downs]
    up = [canopy.at(right, down) for down in reversed(downs)]
    _, (qx, qy), (x2, y2) = _scallop(index, end, canopy)
    first = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    second = "L".join(f"{x:.1f} {y:.1f}" for x, y in up)
    return f"M{first}Q{qx:.1f} {qy:.1f} {x2:.1f} {y2:.1f}L{second}Z"


def _along(place: float, top: float, end: float, canopy: Canopy) -> str:
    downs = [top + (end - top) * step / STEPS for step in range(STEPS + 1)]
    return "M" + "L".join("{:.1f} {:.1f}".format(*canopy.at(place, down)) for down in downs)
