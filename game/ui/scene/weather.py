"""Weather: rain in two depths, snow, clouds and birds. Nothing flashes."""

from __future__ import annotations

from collections.abc import Sequence
from math import sin
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import Canvas
from game.ui.scene.palette import Palette
from game.ui.scene.state import SceneState
from game.ui.scene.umbrella import PANELS, Rib

AREA: Final = 1280.0 * 720.0
STREAKS: Final = {"rain": (110, 80), "storm": (170, 130)}
"""Far and near streaks on a picture of 1280 by 720 units."""
FAR: Final = (5.0, 15.0, 430.0)
NEAR: Final = (9.0, 27.0, 760.0)
"""Width and height of a streak in units, and its fall in units a second."""
WIND: Final = {"rain": 1.0, "storm": 1.7}
FLAKES: Final = 70
RING_STEP: Final = 52.0
RING_STAGES: Final = 4
GOLDEN: Final = (0.754877666, 0.569840290)
"""Steps of the plane's even sequence: spread over the picture without clumps."""


def draw_clouds(
    canvas: Canvas, art: Art, state: SceneState, palette: Palette, seconds: float
) -> None:
    """Clouds that drift; heavy ones close the sky in rain."""
    if state.weather == "haze":
        return
    is_heavy = state.is_wet
    places = (
        (("sky_cloud_a", 40, 46, 1.7), ("sky_cloud_b", 420, 84, 1.9), ("sky_cloud_a", 760, 36, 2.0),
         ("sky_cloud_b", 1150, 70, 1.7))
        if is_heavy
        else (("sky_cloud_a", 60, 100, 0.8), ("sky_cloud_b", 560, 150, 0.9),
              ("sky_cloud_a", 980, 92, 1.0), ("sky_cloud_b", 300, 210, 0.6))
    )  # fmt: skip
    swaps = {"#ffffff": palette.cloud[0], "#d5dde0": palette.cloud[1]}
    span = max(1500.0, canvas.rect.width + 360)
    for index, (name, x, y, size) in enumerate(places):
        wide, high = (200, 70) if name.endswith("a") else (150, 46)
        image = art.get(name, (wide * size, high * size), canvas.scale, swaps)
        drift = (x + seconds * (4 + 2 * index) + 340) % span - 340
        canvas.blit(image, drift, y)


def draw_birds(canvas: Canvas, art: Art, palette: Palette, seconds: float) -> None:
    """A few birds far away."""
    swaps = {"#33404d": palette.dark}
    for index, (x, y, size) in enumerate(((262, 130, 0.6), (300, 146, 0.45), (336, 124, 0.5))):
        image = art.get("bird", (40 * size, 20 * size), canvas.scale, swaps)
        glide = (x + seconds * 11) % (canvas.rect.width + 120) - 60
        lift = sin(seconds * 1.3 + index * 2) * 5
        canvas.blit(image, glide, y + lift)


class Rain:
    """Streaks on an even spread, falling with the wind; paper keeps off those in front."""

    def __init__(self, art: Art) -> None:
        self.art = art

    def draw_far(self, canvas: Canvas, state: SceneState, seconds: float) -> None:
        """The rain behind the person."""
        self._draw(canvas, state, seconds, 0, None)

    def draw_near(
        self, canvas: Canvas, state: SceneState, seconds: float, shelter: Shelter | None
    ) -> None:
        """The rain before the person, but for what the umbrella keeps off."""
        self._draw(canvas, state, seconds, 1, shelter)

    def _draw(
        self, canvas: Canvas, state: SceneState, seconds: float, depth: int,
        shelter: Shelter | None,
    ) -> None:  # fmt: skip
        wide, high, speed = (FAR, NEAR)[depth]
        wide *= WIND[state.weather]
        width, height = canvas.rect.width, canvas.rect.height
        count = round(STREAKS[state.weather][depth] * width * height / AREA)
        image = self._streak(wide, high, depth, canvas.scale)
        across, down = width + 60, height + 2 * high
        blits = []
        for index in range(count):
            fallen = index * GOLDEN[1] * down + seconds * speed
            turn, y = divmod(fallen, down)
            x = (index * GOLDEN[0] * across + turn * 137.0 - y * wide / high) % across - 30
            y += canvas.top - high
            if shelter is None or not shelter.keeps(x, y + high):
                blits.append((image, canvas.at(x, y)))
        canvas.surface.fblits(blits)

    def _streak(self, wide: float, high: float, depth: int, scale: float) -> pygame.Surface:
        colour, alpha, thick = ("#dfe9ee", 0.3, 1.1) if depth == 0 else ("#f2f7fa", 0.5, 1.6)

        def make() -> pygame.Surface:
            body = (
                f'<path d="M{wide - 1:g} 1L1 {high - 1:g}" stroke="{colour}" '
                f'stroke-opacity="{alpha}" stroke-width="{thick}" stroke-linecap="round"/>'
            )
            size = (max(2, round(wide * scale)), max(4, round(high * scale)))
            return raster(svg_of(wide, high, body), size)

        return self.art.made(("streak", wide, high, depth, scale), make)


class Shelter:
    """The dry room under an umbrella: rain falls through between the ribs that hold no paper."""

    def __init__(
        self, ribs: Sequence[Rib], centre: tuple[float, float], half_width: float, floor: float
    ) -> None:
        self.ribs = ribs
        self.left = centre[0] - half_width
        self.width = 2 * half_width
        self.top = centre[1]
        self.floor = floor

    @property
    def right(self) -> float:
        """Its right end."""
        return self.left + self.width

    def keeps(self, x: float, y: float) -> bool:
        """Whether a drop at this place would have been kept off."""
        share = (x - self.left) / self.width
        if not 0.0 <= share < 1.0 or not self.top < y < self.floor:
            return False
        solid, _, applies = self.ribs[PANELS[int(share * len(PANELS))]]
        return applies and solid >= 0.5


def draw_snow(canvas: Canvas, art: Art, seconds: float) -> None:
    """A few flakes on a hazy winter day."""
    body = '<circle cx="3" cy="3" r="2.6" fill="#ffffff" fill-opacity="0.85"/>'
    flakes = [art.drawn(svg_of(6, 6, body), (size, size), canvas.scale) for size in (3, 4.5, 6)]
    width, height = canvas.rect.size
    blits = []
    for index in range(round(FLAKES * width * height / AREA)):
        down = (index * GOLDEN[1] * height + seconds * (26 + 9 * (index % 3))) % height
        across = (index * GOLDEN[0] * width + 16 * sin(seconds * 0.7 + index)) % width
        blits.append((flakes[index % 3], canvas.at(across, canvas.top + down)))
    canvas.surface.fblits(blits)


def draw_ripples(canvas: Canvas, art: Art, seconds: float) -> None:
    """Rings where drops meet the road."""
    rings = [_ring(art, stage, canvas.scale) for stage in range(RING_STAGES)]
    blits = []
    for index in range(int(canvas.rect.width / RING_STEP)):
        turn, life = divmod(seconds * 1.6 + index * GOLDEN[0], 1.0)
        x = (index * RING_STEP + turn * 89.0) % canvas.rect.width
        y = 540 + (index * 37 + turn * 53) % 172
        blits.append((rings[int(life * RING_STAGES)], canvas.at(x, y)))
    canvas.surface.fblits(blits)


def _ring(art: Art, stage: int, scale: float) -> pygame.Surface:
    """A ring on the water, the wider the fainter."""
    wide = 6.0 + 5.0 * stage
    body = (
        f'<ellipse cx="12" cy="4" rx="10.6" ry="3" fill="none" stroke="#eaf2f6" '
        f'stroke-opacity="{0.5 - 0.11 * stage:.2f}" stroke-width="1.2"/>'
    )
    return art.drawn(svg_of(24, 8, body), (wide, wide / 3), scale)
