"""Rooms: where work is done under a roof; the weather passes behind the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import HEIGHT, Canvas
from game.ui.scene.ground import gradient
from game.ui.scene.layers import picture_size
from game.ui.scene.palette import Palette
from game.ui.scene.state import Pose, SceneState
from game.ui.theme import Colour, mixed

FLOOR: Final = 514.0
"""Where wall and floor meet."""
BAR: Final = 10.0
LAMP_LIGHT: Final = "#ffe2b0"
BOARDS: Final = 74.0


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in a room: its left end, its foot, its size as a share."""

    name: str
    x: float
    foot: float
    size: float = 1.0
    step: float = 0.0
    """Repeats so far on, to the right edge; 0 stands once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A wall with a window over the whole width, a floor, and what stands in the room."""

    sill: float
    """Lower edge of the window."""
    head: float = 0.0
    """Upper edge of the window; 0 is above the picture."""
    bars: float = 320.0
    """From one window post to the next."""
    rail: float = 0.0
    """Height of a bar across the window; 0 is none."""
    wall: Colour
    frame: Colour
    floor: Colour
    is_boarded: bool = True
    behind: tuple[Prop, ...] = ()
    before: tuple[Prop, ...] = ()


ROOMS: Final[dict[Pose, Room]] = {
    "stream": Room(
        sill=454, bars=430, wall="#e9d3c0", frame="#fffdf8", floor="#b98a5e",
        behind=(Prop("set_plant", 452, 454, 0.7), Prop("set_clothes_rack", 512, 552, 1.05),
                Prop("set_parcels", 690, 560, 1.0)),
        before=(Prop("set_stream_desk", 240, 578),),
    ),
    "shop": Room(
        sill=452, wall="#d8cdb4", frame="#8a5a34", floor="#a39c90", is_boarded=False,
        behind=(Prop("set_shelf", 400, 528, 0.96), Prop("set_plant", 690, 528),
                Prop("set_shelf", 1000, 528, 0.96)),
        before=(Prop("set_counter", 262, 576), Prop("set_parcels", 560, 590, 1.1)),
    ),
    "factory": Room(
        sill=356, head=92, bars=104, rail=222, wall="#b7c3c2", frame="#6f8a86", floor="#a9aaa4",
        is_boarded=False, behind=(Prop("set_lamp", 12, 176, 1.0), Prop("set_lamp", 372, 176),
                                  Prop("set_lamp", 732, 176), Prop("set_lamp", 1092, 176)),
        before=(Prop("set_conveyor", 252, 576, 1.0, 158),
                Prop("set_product", 280, 449, 1.0, 170)),
    ),
    "nurse": Room(
        sill=430, wall="#dfe9e4", frame="#fffdf8", floor="#b8c4bf", is_boarded=False,
        behind=(Prop("set_curtain", -14, 516), Prop("set_drip", 612, 560)),
        before=(Prop("set_bed", 288, 578), Prop("set_bed", 700, 578)),
    ),
}  # fmt: skip


def indoors(palette: Palette) -> Palette:
    """The same hour under a lamp: things keep more of their own colours."""
    warm = mixed(palette.ambient, LAMP_LIGHT, 0.5)
    return replace(palette, ambient=warm, ambient_share=0.55 * palette.ambient_share)


def draw_room(canvas: Canvas, art: Art, state: SceneState, palette: Palette) -> None:
    """Draw window posts, wall, floor and what stands behind the person."""
    room = ROOMS[state.pose]
    _draw_window(canvas, art, room, palette)
    low = _band(art, room, palette, canvas)
    canvas.blit(low, 0, room.sill - 6)
    _draw_props(canvas, art, room.behind, palette)


def draw_room_front(canvas: Canvas, art: Art, state: SceneState, palette: Palette) -> None:
    """Draw what stands before the person."""
    _draw_props(canvas, art, ROOMS[state.pose].before, palette)


def _draw_props(canvas: Canvas, art: Art, props: tuple[Prop, ...], palette: Palette) -> None:
    for prop in props:
        image, high = _prop(art, prop, palette, canvas.scale)
        x = prop.x
        while x < canvas.rect.width:
            canvas.blit(image, x, prop.foot - high)
            if not prop.step:
                break
            x += prop.step


def _prop(art: Art, prop: Prop, palette: Palette, scale: float) -> tuple[pygame.Surface, float]:
    """Picture of a thing, and its height in units."""
    wide, high = picture_size(art, prop.name)
    size = (round(wide * prop.size * scale), round(high * prop.size * scale))

    def make() -> pygame.Surface:
        return raster(svg_of(wide, high, palette.tinted(art.inner(prop.name))), size)

    key = ("prop", prop.name, size, palette.ambient, palette.ambient_share)
    return art.made(key, make), high * prop.size


def _draw_window(canvas: Canvas, art: Art, room: Room, palette: Palette) -> None:
    """Posts, the bar across, and the wall above the window."""
    frame = palette.tinted(room.frame)
    shade = mixed(frame, palette.dark, 0.35)
    top = room.head or canvas.top
    if room.head:
        wall = palette.tinted(room.wall)
        _fill(canvas, wall, 0, canvas.top, canvas.rect.width, room.head - canvas.top)
        _fill(canvas, shade, 0, room.head, canvas.rect.width, 4)
    x = room.bars * 0.125
    while x < canvas.rect.width:
        _fill(canvas, frame, x, top, BAR, room.sill - top)
        _fill(canvas, shade, x + BAR * 0.7, top, BAR * 0.3, room.sill - top)
        x += room.bars
    if room.rail:
        _fill(canvas, frame, 0, room.rail, canvas.rect.width, BAR * 0.7)


def _fill(canvas: Canvas, colour: Colour, x: float, y: float, wide: float, high: float) -> None:
    canvas.surface.fill(colour, pygame.Rect(canvas.at(x, y), canvas.size(wide, high)))


def _band(art: Art, room: Room, palette: Palette, canvas: Canvas) -> pygame.Surface:
    """The wall below the window and the floor, opaque."""
    width, top = canvas.rect.width, room.sill - 6
    size = canvas.size(width, HEIGHT - top)

    def make() -> pygame.Surface:
        image = raster(svg_of(width, HEIGHT - top, _band_svg(room, palette, width), 0, top), size)
        whole = pygame.Surface(size)
        whole.fill(palette.tinted(room.floor))
        whole.blit(image, (0, 0))
        return whole

    return art.made(("room", room, palette.ambient, palette.ambient_share, size), make)


def _band_svg(room: Room, palette: Palette, width: float) -> str:
    wall, floor = palette.tinted(room.wall), palette.tinted(room.floor)
    ledge, dark = palette.tinted(room.frame), palette.dark
    body = gradient("floor", FLOOR, 720, (0, mixed(floor, dark, 0.12)), (1, floor))
    body += (
        f'<rect x="0" y="{room.sill:g}" width="{width:g}" height="{FLOOR - room.sill:g}" '
        f'fill="{wall}"/><rect x="0" y="{room.sill + 6:g}" width="{width:g}" height="6" '
        f'fill="{dark}" fill-opacity="0.14"/>'
        f'<rect x="0" y="{room.sill - 6:g}" width="{width:g}" height="13" fill="{ledge}"/>'
        f'<rect x="0" y="{room.sill + 4:g}" width="{width:g}" height="3" '
        f'fill="{mixed(ledge, dark, 0.4)}"/>'
        f'<rect x="0" y="{FLOOR:g}" width="{width:g}" height="{HEIGHT - FLOOR:g}" '
        'fill="url(#floor)"/>'
        f'<rect x="0" y="{FLOOR - 9:g}" width="{width:g}" height="9" '
        f'fill="{mixed(wall, dark, 0.22)}"/>'
    )
    line = mixed(floor, dark, 0.3)
    return body + f'<path d="{_joints(room, width)}" stroke="{line}" stroke-width="1.4"/>'


def _joints(room: Room, width: float) -> str:
    """Boards or tiles that run towards the window."""
    count = int(width / BOARDS) + 2
    middle = width / 2
    path = "".join(
        f"M{middle + (i - count / 2) * BOARDS:.1f} {FLOOR:g}"
        f"L{middle + (i - count / 2) * BOARDS * 1.9:.1f} {HEIGHT:g}"
        for i in range(count + 1)
    )
    rows = () if room.is_boarded else (532, 560, 602, 662)
    return path + "".join(f"M0 {y}H{width:g}" for y in rows)
