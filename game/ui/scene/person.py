"""The person: on the scooter through the working years, on the bench from pension age."""

from __future__ import annotations

from math import radians
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import Canvas
from game.ui.scene.palette import Palette
from game.ui.scene.state import SceneState
from game.ui.scene.umbrella import Canopy, Rib, canopy_svg, pole_svg
from game.ui.theme import Colour

WIDE: Final = 320.0
HIGH: Final = 400.0
"""Canvas of the rider; the tyres stand on y = 392."""
WHEEL_RADIUS: Final = 31.0
WHEELS: Final = ((45.0, 330.0), (225.0, 330.0))
WHEEL_STEPS: Final = 10
SPOKE_ANGLE: Final = 60.0
RIDER_X: Final = 76.0
RIDER_Y: Final = 176.0
TILT: Final = 7.0
POLE_FOOT: Final = (106.0, 292.0)
POLE_LENGTH: Final = 268.0
BENCH_X: Final = 128.0
BENCH_Y: Final = 456.0
BENCH_SHADOW: Final = (
    '<ellipse cx="170" cy="240" rx="150" ry="9" fill="#10181f" fill-opacity="0.25"/>'
)
JADE_JACKET: Final = ("#2f8f7e", "#36a08e", "#1d6c5e")
GREY_JACKET: Final = ("#76808a", "#8a949d", "#565f68")
HAIR: Final = ("#2b2220", "#5a4a45")


def jacket_colours(state: SceneState) -> dict[Colour, Colour]:
    """Jade for the covered, grey without medical cover."""
    if state.is_insured_medical:
        return {}
    return dict(zip(JADE_JACKET, GREY_JACKET, strict=True))


def rider_parts(state: SceneState) -> list[str]:
    """The pictures a rider is put together from, back to front."""
    is_late, is_middle = state.age >= 50, state.age >= 35
    parts = ["rider_ebike" if is_late else "rider_scooter"]
    parts += ["rider_box"] if state.work == "order" else []
    parts += ["rider_ponytail"] if state.is_female else []
    parts += ["rider_backpack"] if state.work in ("stream", "student") else []
    parts += ["rider_legs", "rider_torso_wide" if is_middle else "rider_torso"]
    parts += [_head(state), "rider_arm"]
    return parts


def _head(state: SceneState) -> str:
    if state.age >= 50:
        return "rider_head_55"
    if state.age >= 35 and not state.is_female:
        return "rider_head_40"
    return "rider_head_22"


class Rider:
    """Draws the rider from cached parts: umbrella, wheels, body."""

    def __init__(self, art: Art) -> None:
        self.art = art

    def draw(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float, bob: float
    ) -> None:
        """Draw on the road; ``travel`` turns the wheels, ``bob`` lifts the body, both in units."""
        x, y, scale = RIDER_X, RIDER_Y, canvas.scale
        canvas.blit(self.art.get("rider_shadow", (WIDE, HIGH), scale), x, y)
        canvas.blit(self._umbrella(state, palette, scale), x - 60, y - 40 + bob)
        wheel = self._wheel(palette, scale, travel)
        for left, top in WHEELS:
            canvas.blit(wheel, x + left, y + top)
        canvas.blit(self._body(state, palette, scale), x, y + bob)

    def warm_wheels(self, canvas: Canvas, palette: Palette) -> None:
        """Make the wheels of every angle before they turn."""
        for step in range(WHEEL_STEPS):
            self._wheel_at(palette, canvas.scale, step)

    def _umbrella(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        """The umbrella over the rider on a canvas 60 to the left of his and 40 above it."""
        key = ("rider umbrella", rounded(state.ribs), palette.bare, scale)

        def make() -> pygame.Surface:
            top = f"translate({POLE_FOOT[0] + 60:g} {POLE_FOOT[1] + 40:g}) rotate({TILT:g})"
            inner = pole_svg(POLE_LENGTH) + canopy_svg(state.ribs, Canopy(bare=palette.bare))
            body = f'<g transform="{top} translate(0 {-POLE_LENGTH:g})">{inner}</g>'
            return raster(svg_of(400, 360, palette.tinted(body)), _size(400, 360, scale))

        return self.art.made(key, make)

    def _body(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        parts = rider_parts(state)
        jacket = jacket_colours(state)
        is_grey_hair = state.is_female and state.age >= 50
        key = ("rider", tuple(parts), bool(jacket), is_grey_hair, palette.ambient, scale)

        def make() -> pygame.Surface:
            body = "".join(self.art.inner(part) for part in parts)
            for old, new in jacket.items():
                body = body.replace(old, new)
            if is_grey_hair:
                body = body.replace(HAIR[0], "#8d8880").replace(HAIR[1], "#b5b0a8")
            return raster(svg_of(WIDE, HIGH, palette.tinted(body)), _size(WIDE, HIGH, scale))

        return self.art.made(key, make)

    def _wheel(self, palette: Palette, scale: float, travel: float) -> pygame.Surface:
        turned = (travel / WHEEL_RADIUS / radians(SPOKE_ANGLE)) % 1.0
        return self._wheel_at(palette, scale, int(turned * WHEEL_STEPS) % WHEEL_STEPS)

    def _wheel_at(self, palette: Palette, scale: float, step: int) -> pygame.Surface:
        def make() -> pygame.Surface:
            angle = step * SPOKE_ANGLE / WHEEL_STEPS
            body = f'<g transform="rotate({angle:g} 32 32)">{self.art.inner("rider_wheel")}</g>'
            return raster(svg_of(64, 64, palette.tinted(body)), _size(64, 64, scale))

        return self.art.made(("wheel", step, palette.ambient, scale), make)


class Elder:
    """Draws the old man on the bench, the umbrella in his hand, his wife beside him."""

    def __init__(self, art: Art) -> None:
        self.art = art

    def draw(self, canvas: Canvas, state: SceneState, palette: Palette) -> None:
        """Draw bench and people."""
        x, y, scale = BENCH_X, BENCH_Y, canvas.scale
        canvas.blit(self._seated(state, palette, scale), x - 40, y - 130)
        canvas.blit(self._umbrella(state, palette, scale), x + 4, y - 230)
        if not state.is_female:
            canvas.blit(self._arm(state, palette, scale), x + 64, y - 92)

    def _seated(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        jacket = jacket_colours(state)
        key = ("bench", bool(jacket), state.has_partner, state.is_female, palette.ambient, scale)

        def make() -> pygame.Surface:
            inner = self.art.inner
            body = BENCH_SHADOW + f'<g transform="translate(40 130)">{inner("bench")}</g>'
            if state.has_partner:
                name = "person_elder" if state.is_female else "person_elder_partner"
                body += f'<g transform="translate(18 38)">{inner(name)}</g>'
            own = "person_elder_partner" if state.is_female else "person_elder"
            body += f'<g transform="translate(104 38)">{inner(own)}</g>'
            for old, new in jacket.items():
                body = body.replace(old, new)
            return raster(svg_of(360, 260, palette.tinted(body)), _size(360, 260, scale))

        return self.art.made(key, make)

    def _umbrella(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        key = ("elder umbrella", rounded(state.ribs), palette.bare, scale)

        def make() -> pygame.Surface:
            inner = pole_svg(240) + canopy_svg(state.ribs, Canopy(bare=palette.bare))
            top = "translate(196 268) rotate(-8) translate(0 -240)"
            body = f'<g transform="{top}">{inner}</g>'
            return raster(svg_of(320, 290, palette.tinted(body)), _size(320, 290, scale))

        return self.art.made(key, make)

    def _arm(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        jacket = jacket_colours(state)
        key = ("arm", bool(jacket), palette.ambient, scale)

        def make() -> pygame.Surface:
            body = self.art.inner("person_elder_arm")
            for old, new in jacket.items():
                body = body.replace(old, new)
            return raster(svg_of(160, 210, palette.tinted(body)), _size(160, 210, scale))

        return self.art.made(key, make)


def rounded(ribs: tuple[Rib, ...]) -> tuple[Rib, ...]:
    """Ribs in steps of a hundredth, as far as a picture tells them apart."""
    return tuple((round(solid, 2), round(own, 2), applies) for solid, own, applies in ribs)


def _size(wide: float, high: float, scale: float) -> tuple[int, int]:
    return round(wide * scale), round(high * scale)
