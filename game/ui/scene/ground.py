"""Ground and sky: what does not pass: sky, sun, hills, water, fields, pavement and road."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from game.ui.art import svg_of
from game.ui.scene.palette import Palette
from game.ui.scene.state import SceneState
from game.ui.theme import Colour, mixed

GROUND_TOP: Final = 330.0
"""Nothing but sky and sun lies above this."""
STRETCH: Final = 200.0
HORIZON: Final = 430.0
"""Of the lake."""
FIELD_COLOURS: Final[tuple[tuple[Colour, Colour, Colour], ...]] = (
    ("#9dbb72", "#86aa62", "#b4c983"),
    ("#dcb65a", "#c9a04a", "#e6c879"),
    ("#b9a365", "#a58f55", "#c9b67c"),
    ("#8fa27c", "#a08c6c", "#b3a283"),
)
"""Young wheat, ripe wheat, maize stubble, winter wheat and bare earth."""


def sky_svg(palette: Palette, above: float) -> str:
    """The sky from zenith to horizon as a column of one unit, to be stretched to any width."""
    top, middle, low = palette.sky
    height = 720 + above
    return svg_of(
        1, height,
        gradient("sky", -above, 500, (0, top), (0.55, middle), (0.92, low), (1, low))
        + f'<rect x="0" y="{-above:g}" width="1" height="{height:g}" fill="url(#sky)"/>',
        0, -above,
    )  # fmt: skip


def has_sun(state: SceneState) -> bool:
    """Whether the sun stands in the sky."""
    return state.weather in ("dawn", "clear") or state.is_after_storm


def ground_svg(state: SceneState, palette: Palette, width: float, top: float) -> str:
    """What lies before the sky: sun, hills, water or fields, road; ``top`` is where it begins."""
    body = _sun(state, width) if has_sun(state) else ""
    if state.is_resting and state.place == "city":
        body += _lake(palette, width)
    elif state.place == "county":
        body += _fields(state, palette, width)
    else:
        body += _hills(palette, width, 430, 512) + _mist(palette, width)
        body += _plaza(palette, width) if state.is_on_foot else _street(palette, width)
    if (state.is_wet or state.is_after_storm) and not state.is_resting:
        body += _puddles(palette, width)
    return svg_of(width, 720 - top, body, 0, top)


def gradient(name: str, top: float, bottom: float, *stops: tuple[float, Colour]) -> str:
    """A vertical gradient in user space; the rasteriser knows no other kind safely."""
    marks = "".join(f'<stop offset="{at:g}" stop-color="{colour}"/>' for at, colour in stops)
    return (
        f'<defs><linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{top:g}" '
        f'x2="0" y2="{bottom:g}">{marks}</linearGradient></defs>'
    )


def _sun(state: SceneState, width: float) -> str:
    if state.is_night:
        return _moon(width)
    x, y, radius, colour = 0.44 * width, 380.0, 44.0, "#fff3d2"
    if state.weather == "clear":
        x, y, radius, colour = 410.0, 150.0, 30.0, "#fffbe8"
    return (
        _halo("sun", (x, y), radius * 6, colour, 0.75)
        + f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}" fill-opacity="0.9"/>'
    )


def _halo(
    name: str, middle: tuple[float, float], radius: float, colour: Colour, most: float
) -> str:
    """Light around a body in the sky, fading outwards."""
    stops = "".join(
        f'<stop offset="{at:g}" stop-color="{colour}" stop-opacity="{most * share:.3g}"/>'
        for at, share in ((0, 1), (0.22, 0.453), (0.48, 0.16), (0.76, 0.04), (1, 0))
    )
    x, y = middle
    return (
        f'<defs><radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x:g}" '
        f'cy="{y:g}" r="{radius:g}">{stops}</radialGradient></defs>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="url(#{name})"/>'
    )


def _moon(width: float) -> str:
    """A moon with its glow, and stars on an even spread."""
    stars = "".join(
        f'<circle cx="{(index * 0.754877666 % 1.0) * width:.1f}" '
        f'cy="{30 + (index * 0.569840290 % 1.0) * 250:.1f}" r="{0.8 + 0.5 * (index % 3):.1f}" '
        f'fill="#fffbe8" fill-opacity="{0.75 - 0.2 * (index % 3):.2f}"/>'
        for index in range(round(width / 22))
    )
    return (
        stars
        + _halo("moon", (410.0, 130.0), 130.0, "#fffbe8", 0.4)
        + '<circle cx="410" cy="130" r="27" fill="#fff6da"/>'
        '<circle cx="402" cy="122" r="5" fill="#ecdfb8"/><circle cx="418" cy="136" r="7" '
        'fill="#ecdfb8"/><circle cx="404" cy="142" r="3" fill="#ecdfb8"/>'
    )


def _ridge(points: tuple[tuple[float, float], ...], width: float, foot: float, fill: Colour) -> str:
    """A range of hills through points given in 1/100 of the width, smooth, down to its foot."""
    places = [(x / 100 * width, y) for x, y in points]
    path = f"M{places[0][0]:.1f} {foot:g}L{places[0][0]:.1f} {places[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(places):
        half = (x1 + x2) / 2
        path += f"C{half:.1f} {y1:.1f} {half:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    return f'<path d="{path}L{places[-1][0]:.1f} {foot:g}Z" fill="{fill}"/>'


PLAZA_ROWS: Final = (528.0, 546.0, 574.0, 616.0, 678.0)
"""Joints along a broad pavement; the last row reaches below the picture."""
FAR_RIDGE: Final = ((0, 0), (12, -44), (26, -14), (40, -74), (54, -22), (68, -58), (84, -12),
                    (100, -50))  # fmt: skip
NEAR_RIDGE: Final = ((0, -40), (16, 4), (34, -34), (50, 6), (66, -22), (80, 8), (92, -30),
                     (100, -18))  # fmt: skip


def _hills(palette: Palette, width: float, level: float, foot: float) -> str:
    far = tuple((x, level - 66 + y) for x, y in FAR_RIDGE)
    near = tuple((x, level - 22 + y) for x, y in NEAR_RIDGE)
    return _ridge(far, width, foot, palette.hills[0]) + _ridge(near, width, foot, palette.hills[1])


def _mist(palette: Palette, width: float) -> str:
    low = palette.sky[2]
    return (
        f'<defs><linearGradient id="mist" gradientUnits="userSpaceOnUse" x1="0" y1="400" x2="0" '
        f'y2="512"><stop offset="0" stop-color="{low}" stop-opacity="0"/><stop offset="1" '
        f'stop-color="{low}" stop-opacity="0.75"/></linearGradient></defs>'
        f'<rect x="0" y="400" width="{width:g}" height="112" fill="url(#mist)"/>'
    )


def _street(palette: Palette, width: float) -> str:
    stone, dark = palette.pavement, mixed(palette.pavement, palette.dark, 0.4)
    body = gradient("road", 530, 720, (0, palette.road[0]), (1, palette.road[1]))
    body += f'<rect x="0" y="510" width="{width:g}" height="18" fill="{stone}"/>'
    slabs = "".join(f"M{x} 512L{x - 7} 526" for x in range(20, int(width) + 20, 44))
    body += f'<path d="{slabs}" stroke="{mixed(stone, dark, 0.4)}" stroke-width="1.2"/>'
    body += f'<rect x="0" y="526" width="{width:g}" height="5" fill="{dark}"/>'
    body += (
        f'<rect x="0" y="526" width="{width:g}" height="1.6" '
        f'fill="{mixed(stone, "#ffffff", 0.35)}"/>'
        f'<rect x="0" y="531" width="{width:g}" height="190" fill="url(#road)"/>'
        f'<rect x="0" y="531" width="{width:g}" height="5" fill="{palette.dark}" '
        'fill-opacity="0.18"/>'
    )
    return body


def _plaza(palette: Palette, width: float) -> str:
    """A broad pavement, for who goes on foot."""
    stone, dark = palette.pavement, palette.dark
    body = gradient("slabs", 520, 720, (0, mixed(stone, dark, 0.08)), (1, mixed(stone, dark, 0.24)))
    body += f'<rect x="0" y="510" width="{width:g}" height="210" fill="url(#slabs)"/>'
    body += (
        f'<rect x="0" y="510" width="{width:g}" height="3" fill="{mixed(stone, dark, 0.4)}"/>'
        f'<rect x="0" y="519" width="{width:g}" height="1.4" fill="{mixed(stone, dark, 0.3)}"/>'
    )
    rows = "".join(f"M0 {y:g}H{width:g}" for y in PLAZA_ROWS)
    return body + f'<path d="{rows}" stroke="{mixed(stone, dark, 0.36)}" stroke-width="1.4"/>'


def _lake(palette: Palette, width: float) -> str:
    """Hills beyond the water, the water with its light, the shore."""
    body = _hills(palette, width, HORIZON, HORIZON + 4)
    near, far = palette.water[1], palette.water[0]
    body += gradient("water", HORIZON, 600, (0, far), (1, near))
    body += f'<rect x="0" y="{HORIZON:g}" width="{width:g}" height="170" fill="url(#water)"/>'
    body += _reflection(palette, width) + _glitter(palette, width)
    light, dark = palette.grass
    body += (
        f'<path d="M0 542C{width * 0.2:g} 512 {width * 0.45:g} 516 {width * 0.66:g} 536'
        f'C{width * 0.8:g} 548 {width * 0.92:g} 536 {width:g} 528V720H0Z" fill="{light}"/>'
        f'<path d="M0 594C{width * 0.25:g} 566 {width * 0.5:g} 570 {width * 0.72:g} 590'
        f'C{width * 0.85:g} 600 {width * 0.94:g} 594 {width:g} 588V720H0Z" fill="{dark}"/>'
    )
    return body + _tufts(palette, width, 546, 40) + _tufts(palette, width, 630)


def _reflection(palette: Palette, width: float) -> str:
    """The hills once more, upside down and faint."""
    points = tuple((x, 2 * HORIZON - (HORIZON - 22 + y * 0.8)) for x, y in NEAR_RIDGE)
    tone = mixed(palette.hills[1], palette.water[0], 0.62)
    return _ridge(points, width, HORIZON, tone)


def _glitter(palette: Palette, width: float) -> str:
    light = mixed(palette.water[0], "#ffffff", 0.45)
    strokes = "".join(
        f"M{(index * 173 + 60) % width:g} {444 + (index * 37) % 96}h{18 + (index * 29) % 46}"
        for index in range(46)
    )
    return f'<path d="{strokes}" stroke="{light}" stroke-width="1.6" stroke-opacity="0.55"/>'


def _tufts(palette: Palette, width: float, level: float, spread: int = 60) -> str:
    tone = mixed(palette.grass[1], palette.dark, 0.25)
    strokes = ""
    for index in range(int(width / 34)):
        x, y = index * 34 + (index * 53) % 29, level + (index * 41) % spread
        strokes += f"M{x} {y:g}l-3 -9M{x + 3} {y:g}l0 -11M{x + 6} {y:g}l3 -9"
    return f'<path d="{strokes}" stroke="{tone}" stroke-width="1.6" stroke-opacity="0.5"/>'


def _fields(state: SceneState, palette: Palette, width: float) -> str:
    share = palette.ambient_share
    first, second, light = (
        mixed(colour, palette.ambient, share) for colour in FIELD_COLOURS[state.season % 4]
    )
    body = _hills(palette, width, 470, 480) + _mist(palette, width)
    body += f'<path d="M0 476H{width:g}V532H0Z" fill="{first}"/>'
    for index in range(int(width / 160) + 1):
        left = index * 160 + 30
        tone = (second, light)[index % 2]
        body += f'<path d="M{left} 478H{left + 70}L{left + 20} 531H{left - 110}Z" fill="{tone}"/>'
    body += _furrows(second, palette, width)
    if state.is_resting:
        return body + _yard(palette, width)
    earth = mixed(mixed("#b5a78d", palette.ambient, share), palette.road[0], 0.3)
    near = mixed(earth, palette.dark, 0.28)
    grass = palette.grass[0]
    return body + (
        gradient("lane", 534, 720, (0, earth), (1, near))
        + f'<rect x="0" y="524" width="{width:g}" height="12" fill="{grass}"/>'
        f'<rect x="0" y="534" width="{width:g}" height="190" fill="url(#lane)"/>'
        f'<rect x="0" y="534" width="{width:g}" height="3" fill="{palette.dark}" '
        'fill-opacity="0.16"/>' + _tufts(palette, width, 531, 5)
    )


def _furrows(tone: Colour, palette: Palette, width: float) -> str:
    dark = mixed(tone, palette.dark, 0.3)
    rows = "".join(f"M0 {y:g}H{width:g}" for y in (482, 487, 493, 500, 508, 517))
    return f'<path d="{rows}" stroke="{dark}" stroke-width="1.4" stroke-opacity="0.3"/>'


def _yard(palette: Palette, width: float) -> str:
    light, dark = palette.grass
    earth = mixed("#b9a684", palette.ambient, palette.ambient_share + 0.1)
    return (
        f'<rect x="0" y="516" width="{width:g}" height="210" fill="{light}"/>'
        f'<path d="M0 542C{width * 0.3:g} 524 {width * 0.6:g} 530 {width:g} 550V720H0Z" '
        f'fill="{earth}"/>'
        f'<path d="M0 640C{width * 0.3:g} 622 {width * 0.7:g} 626 {width:g} 650V720H0Z" '
        f'fill="{mixed(earth, dark, 0.35)}"/>' + _tufts(palette, width, 520, 12)
    )


def _puddles(palette: Palette, width: float) -> str:
    shine = mixed(palette.sky[1], "#ffffff", 0.12)
    body = ""
    for index in range(int(width / STRETCH) + 1):
        x = index * STRETCH + 40 + (index * 67) % 90
        y = (549, 561, 644, 590, 690)[index % 5]
        wide = 34 + (index * 23) % 30
        body += (
            f'<ellipse cx="{x:g}" cy="{y}" rx="{wide}" ry="{wide * 0.11:.1f}" fill="{shine}" '
            f'fill-opacity="0.4"/><ellipse cx="{x - 5:g}" cy="{y - 1}" rx="{wide * 0.6:.1f}" '
            f'ry="{wide * 0.05:.1f}" fill="#ffffff" fill-opacity="0.22"/>'
        )
    return body
