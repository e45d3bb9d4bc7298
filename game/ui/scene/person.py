"""The person at work or on foot: body, vehicle and umbrella."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

import pygame

from game.ui.art import Art, raster, recoloured, svg_of
from game.ui.scene.canvas import Canvas
from game.ui.scene.figure import Part, body_parts, companion_parts, hand_parts, is_pole_in_hand
from game.ui.scene.palette import Palette
from game.ui.scene.state import INDOORS, Pose, SceneState
from game.ui.scene.umbrella import Canopy, Rib, canopy_svg, pole_svg

WIDE: Final = 320.0
HIGH: Final = 400.0
"""Canvas of the figure; tyres and soles stand on y = 392."""
PERSON_X: Final = 76.0
PERSON_Y: Final = 176.0
MARGIN_X: Final = 60.0
MARGIN_Y: Final = 40.0
"""The umbrella's canvas begins so far left of the figure's and above it."""
WHEEL_STEPS: Final = 10
SPOKE_ANGLE: Final = 60.0
BEAM_SIZE: Final = (280.0, 150.0)
BEAM_X: Final = 244.0
BEAM_Y: Final = 252.0
COMPANION_X: Final = -78.0
CHAIR_WIDE: Final = 360.0


@dataclass(frozen=True, slots=True)
class Pole:
    """Where the umbrella's pole stands on the figure's canvas, and how it leans, in degrees."""

    foot: tuple[float, float]
    length: float
    tilt: float

    @property
    def top(self) -> tuple[float, float]:
        """The upper end."""
        x, y = self.foot
        lean = radians(self.tilt)
        return x + self.length * sin(lean), y - self.length * cos(lean)


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel on the figure's canvas: upper left corner, width and picture."""

    left: float
    top: float
    side: float = 64.0
    picture: str = "rider_wheel"


ON_RACK: Final = Pole((106.0, 292.0), 268.0, 7.0)
ON_FLOOR: Final = Pole((94.0, 380.0), 357.0, 7.0)
ON_CHAIR: Final = Pole((230.0, 300.0), 277.0, -8.0)
IN_HAND: Final = Pole((200.0, 264.0), 240.0, -5.0)
SCOOTER_WHEELS: Final = (Wheel(45.0, 330.0), Wheel(225.0, 330.0))
CHAIR_WHEELS: Final = (
    Wheel(306.0, 362.0, 30.0, "set_wheel"), Wheel(212.0, 302.0, 92.0, "set_wheel"),
)  # fmt: skip


def pole_of(pose: Pose) -> Pole:
    """How the umbrella is held in a pose."""
    if pose in INDOORS:
        return ON_FLOOR
    return {"walk": IN_HAND, "stroll": IN_HAND, "care": ON_CHAIR}.get(pose, ON_RACK)


class Person:
    """Draws the person from cached parts."""

    def __init__(self, art: Art) -> None:
        self.art = art

    def draw(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float, bob: float
    ) -> None:
        """Draw on the ground; ``travel`` turns the wheels, ``bob`` lifts the body, in units."""
        x, y, scale = PERSON_X, PERSON_Y, canvas.scale
        is_riding = state.pose == "ride"
        if is_riding:
            canvas.blit(self.art.get("rider_shadow", (WIDE, HIGH), scale), x, y)
        if state.pose == "stroll" and state.has_partner:
            parts = companion_parts(state)
            canvas.blit(self._parts(parts, palette, scale), x + COMPANION_X, y - 6)
        umbrella = self._umbrella(state, palette, scale)
        if not is_pole_in_hand(state):
            canvas.blit(umbrella, x - MARGIN_X, y - MARGIN_Y + bob)
        if is_riding:
            self._draw_wheels(canvas, SCOOTER_WHEELS, palette, travel)
        if is_riding and state.is_night:
            canvas.blit(self.art.get("rider_beam", BEAM_SIZE, scale), x + BEAM_X, y + BEAM_Y)
        canvas.blit(self._parts(body_parts(state, travel), palette, scale), x, y + bob)
        if state.pose == "care":
            chair = self._parts([Part("set_wheelchair")], palette, scale, CHAIR_WIDE)
            canvas.blit(chair, x, y)
            self._draw_wheels(canvas, CHAIR_WHEELS, palette, travel)
        if is_pole_in_hand(state):
            canvas.blit(umbrella, x - MARGIN_X, y - MARGIN_Y + bob)
            canvas.blit(self._parts(hand_parts(state), palette, scale), x, y + bob)

    def warm_wheels(self, canvas: Canvas, state: SceneState, palette: Palette) -> None:
        """Make the wheels of every angle before they turn."""
        wheels = {"ride": SCOOTER_WHEELS[:1], "care": CHAIR_WHEELS}.get(state.pose, ())
        for wheel in wheels:
            for step in range(WHEEL_STEPS):
                self._wheel_at(wheel, palette, canvas.scale, step)

    def _umbrella(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        pole = pole_of(state.pose)
        light = (palette.bare, palette.ambient, palette.ambient_share)
        key = ("umbrella", rounded(state.ribs), pole, light, scale)

        def make() -> pygame.Surface:
            x, y = pole.foot[0] + MARGIN_X, pole.foot[1] + MARGIN_Y
            inner = pole_svg(pole.length) + canopy_svg(state.ribs, Canopy(bare=palette.bare))
            turned = f"translate({x:g} {y:g}) rotate({pole.tilt:g}) translate(0 {-pole.length:g})"
            body = palette.tinted(f'<g transform="{turned}">{inner}</g>')
            high = max(360.0, y + 8)
            return raster(svg_of(400, high, body), _size(400, high, scale))

        return self.art.made(key, make)

    def _parts(
        self, parts: Iterable[Part], palette: Palette, scale: float, wide: float = WIDE
    ) -> pygame.Surface:
        parts = tuple(parts)
        key = ("figure", parts, palette.ambient, palette.ambient_share, wide, scale)

        def make() -> pygame.Surface:
            body = "".join(recoloured(self.art.inner(p.name), dict(p.swaps)) for p in parts)
            return raster(svg_of(wide, HIGH, palette.tinted(body)), _size(wide, HIGH, scale))

        return self.art.made(key, make)

    def _draw_wheels(
        self, canvas: Canvas, wheels: Iterable[Wheel], palette: Palette, travel: float
    ) -> None:
        for wheel in wheels:
            radius = wheel.side * 31.0 / 64.0
            turned = (travel / radius / radians(SPOKE_ANGLE)) % 1.0
            step = int(turned * WHEEL_STEPS) % WHEEL_STEPS
            image = self._wheel_at(wheel, palette, canvas.scale, step)
            canvas.blit(image, PERSON_X + wheel.left, PERSON_Y + wheel.top)

    def _wheel_at(self, wheel: Wheel, palette: Palette, scale: float, step: int) -> pygame.Surface:
        side = wheel.side

        def make() -> pygame.Surface:
            angle = step * SPOKE_ANGLE / WHEEL_STEPS
            body = f'<g transform="rotate({angle:g} 32 32)">{self.art.inner(wheel.picture)}</g>'
            return raster(svg_of(64, 64, palette.tinted(body)), _size(side, side, scale))

        return self.art.made(("wheel", wheel.picture, side, step, palette.ambient, scale), make)


def rounded(ribs: tuple[Rib, ...]) -> tuple[Rib, ...]:
    """Ribs in steps of a hundredth, as far as a picture tells them apart."""
    return tuple((round(solid, 2), round(own, 2), applies) for solid, own, applies in ribs)


def _size(wide: float, high: float, scale: float) -> tuple[int, int]:
    return round(wide * scale), round(high * scale)
