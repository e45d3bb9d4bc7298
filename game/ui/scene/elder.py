"""The old: on the bench by the lake or in the yard, the umbrella in the hand."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.art import Art, raster, recoloured, svg_of
from game.ui.scene.canvas import Canvas
from game.ui.scene.figure import JADE_JACKET, PLUM_JACKET, SLATE_VEST, jacket_swaps
from game.ui.scene.palette import Palette
from game.ui.scene.person import rounded
from game.ui.scene.state import SceneState
from game.ui.scene.umbrella import Canopy, canopy_svg, pole_svg

BENCH_X: Final = 128.0
BENCH_Y: Final = 456.0
BENCH_SHADOW: Final = (
    '<ellipse cx="170" cy="240" rx="150" ry="9" fill="#10181f" fill-opacity="0.25"/>'
)
HER_HAND: Final = '<circle cx="113" cy="112" r="6.8" fill="#e0ab86"/>'
OWN_X: Final = {False: 104.0, True: 124.0}
"""Where a man's seat begins, and a woman's."""


class Elder:
    """Draws the bench, who sits on it, and the umbrella."""

    def __init__(self, art: Art) -> None:
        self.art = art

    def draw(self, canvas: Canvas, state: SceneState, palette: Palette) -> None:
        """Draw bench and people."""
        x, y, scale = BENCH_X, BENCH_Y, canvas.scale
        canvas.blit(self._seated(state, palette, scale), x - 40, y - 130)
        canvas.blit(self._umbrella(state, palette, scale), x + 4, y - 230)
        canvas.blit(self._hand(state, palette, scale), x + OWN_X[state.is_female] - 40, y - 92)

    def _seated(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        look = (state.is_insured_medical, state.has_partner, state.is_female)
        key = ("bench", look, palette.ambient, scale)

        def make() -> pygame.Surface:
            body = BENCH_SHADOW + f'<g transform="translate(40 130)">{self.art.inner("bench")}</g>'
            if state.has_partner:
                body += f'<g transform="translate(18 38)">{self._partner(state)}</g>'
            seat = f"translate({OWN_X[state.is_female]:g} 38)"
            body += f'<g transform="{seat}">{self._own(state)}</g>'
            return raster(svg_of(360, 260, palette.tinted(body)), _size(360, 260, scale))

        return self.art.made(key, make)

    def _own(self, state: SceneState) -> str:
        """The person: the jacket says whether there is medical cover."""
        if not state.is_female:
            return recoloured(self.art.inner("person_elder"), jacket_swaps(state))
        jacket = jacket_swaps(state)
        jade = [jacket.get(colour, colour) for colour in JADE_JACKET]
        swaps = dict(zip(PLUM_JACKET, jade, strict=True))
        return recoloured(self.art.inner("person_elder_partner"), swaps)

    def _partner(self, state: SceneState) -> str:
        if not state.is_female:
            return self.art.inner("person_elder_partner")
        swaps = dict(zip(JADE_JACKET, SLATE_VEST, strict=True))
        return recoloured(self.art.inner("person_elder"), swaps)

    def _umbrella(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        light = (palette.bare, palette.ambient, palette.ambient_share)
        key = ("elder umbrella", rounded(state.ribs), light, scale)

        def make() -> pygame.Surface:
            inner = pole_svg(240) + canopy_svg(state.ribs, Canopy(bare=palette.bare))
            top = "translate(196 268) rotate(-8) translate(0 -240)"
            body = f'<g transform="{top}">{inner}</g>'
            return raster(svg_of(320, 290, palette.tinted(body)), _size(320, 290, scale))

        return self.art.made(key, make)

    def _hand(self, state: SceneState, palette: Palette, scale: float) -> pygame.Surface:
        """What is in front of the pole: his arm, her hand."""
        key = ("arm", state.is_insured_medical, state.is_female, palette.ambient, scale)

        def make() -> pygame.Surface:
            arm = recoloured(self.art.inner("person_elder_arm"), jacket_swaps(state))
            body = palette.tinted(HER_HAND if state.is_female else arm)
            return raster(svg_of(160, 210, body), _size(160, 210, scale))

        return self.art.made(key, make)


def _size(wide: float, high: float, scale: float) -> tuple[int, int]:
    return round(wide * scale), round(high * scale)
