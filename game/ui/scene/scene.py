"""The scene: a place in its weather and season, and the person in it."""

from __future__ import annotations

from math import sin
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.family import draw_family
from game.ui.scene.ground import HORIZON, backdrop_svg
from game.ui.scene.layers import (
    HEIGHT,
    TILE,
    Layer,
    city_layers,
    county_layers,
    placed,
    tree_of,
)
from game.ui.scene.palette import LEAVES, Palette, leaf_colours, palette_of
from game.ui.scene.person import Elder, Rider, _blit
from game.ui.scene.state import SceneState
from game.ui.scene.weather import (
    Rain,
    Shelter,
    draw_birds,
    draw_clouds,
    draw_ripples,
    draw_snow,
)

YEAR_TRAVEL: Final = TILE / 2
"""Units of road a year: after it the roadside stands where it stood."""
MARKING_Y: Final = 606.0
MARKING: Final = (60.0, 40.0, 5.0)
"""Length of a lane mark, of the gap after it, and its thickness, in units."""


class Scene:
    """Draws scenes; holds the layers of the last one, so that a frame is little more than blits."""

    def __init__(self, art: Art) -> None:
        self.art = art
        self.rider = Rider(art)
        self.elder = Elder(art)
        self.rain = Rain(art)
        self._layers_key: tuple[object, ...] = ()
        self._layers: list[Layer] = []
        self._still: tuple[tuple[object, ...], pygame.Surface] | None = None
        self._last_look: tuple[object, ...] = ()

    def draw(
        self,
        surface: pygame.Surface,
        rect: pygame.FRect,
        scale: float,
        state: SceneState,
        seconds: float,
        motion: bool,
        travel: float = 0.0,
    ) -> None:
        """Draw a moment of a life over a rectangle in units.

        Args:
            surface: what is drawn on; nothing outside the rectangle is touched.
            rect: where, in units; the picture is fitted at the bottom, more height is more sky.
            scale: pixels a unit.
            state: what is to be seen.
            seconds: real time, for clouds, rain and birds.
            motion: False stands still.
            travel: units of road ridden so far; ``YEAR_TRAVEL`` a year.
        """
        now = seconds if motion else 0.0
        palette = palette_of(state)
        old_clip = surface.get_clip()
        surface.set_clip(_pixels(rect, scale).clip(old_clip))
        self._draw_place(surface, rect, scale, state, palette, travel)
        draw_clouds(surface, self.art, rect, scale, state, palette, now)
        if state.weather in ("dawn", "clear"):
            draw_birds(surface, self.art, rect, scale, palette, now)
        if state.is_wet:
            self.rain.draw_far(surface, rect, scale, state, now)
            if not state.is_on_bench:
                draw_ripples(surface, self.art, rect, scale, now)
        if state.has_person:
            self._draw_people(surface, rect, scale, state, palette, travel)
        if state.is_wet:
            shelter = self._shelter(rect, state)
            self.rain.draw_near(surface, rect, scale, state, now, shelter)
        elif state.weather == "haze" and state.season % 4 == 3:
            draw_snow(surface, self.art, rect, scale, now)
        surface.set_clip(old_clip)

    def _draw_people(
        self, surface: pygame.Surface, rect: pygame.FRect, scale: float, state: SceneState,
        palette: Palette, travel: float,
    ) -> None:  # fmt: skip
        origin = (rect.left, rect.bottom - HEIGHT)
        ridden = 0.0 if state.is_on_bench else travel % YEAR_TRAVEL
        draw_family(surface, self.art, origin, scale, state, palette, -ridden)
        if ridden > 0:
            shift = YEAR_TRAVEL - ridden
            draw_family(surface, self.art, origin, scale, state, palette, shift)
        if state.is_on_bench:
            self.elder.draw(surface, origin, scale, state, palette)
        else:
            bob = 1.2 * sin(travel / 17.0)
            self.rider.draw(surface, origin, scale, state, palette, travel, bob)

    def _shelter(self, rect: pygame.FRect, state: SceneState) -> Shelter | None:
        if not state.has_person:
            return None
        top = rect.bottom - HEIGHT
        if state.is_on_bench:
            return Shelter(state.ribs, (rect.left + 294, top + 330), 118, top + 590)
        return Shelter(state.ribs, (rect.left + 216, top + 286), 118, top + 570)

    def _draw_place(
        self, surface: pygame.Surface, rect: pygame.FRect, scale: float, state: SceneState,
        palette: Palette, travel: float,
    ) -> None:  # fmt: skip
        """The place; once it stands still it is kept as one opaque picture."""
        size = _pixels(rect, scale).size
        look = (
            size, scale, state.weather, state.season % 4, state.place, state.growth,
            state.is_on_bench, state.is_after_storm,
            0.0 if state.is_on_bench else round(travel, 1),
        )  # fmt: skip
        at = _pixels(rect, scale).topleft
        if self._still is not None and self._still[0] == look:
            surface.blit(self._still[1], at)
            return
        if look == self._last_look or self._still is None:
            whole = pygame.Surface(size)
            self._draw_layers(whole, (0, 0), rect, scale, state, palette, travel)
            self._still = (look, whole)
            surface.blit(whole, at)
        else:
            self._draw_layers(surface, at, rect, scale, state, palette, travel)
        self._last_look = look

    def _draw_layers(
        self, surface: pygame.Surface, at: tuple[int, int], rect: pygame.FRect, scale: float,
        state: SceneState, palette: Palette, travel: float,
    ) -> None:  # fmt: skip
        surface.blit(self._backdrop(rect, scale, state, palette), at)
        if state.is_on_bench:
            self._draw_shore(surface, at, rect, scale, state, palette)
            return
        bottom = at[1] + round(rect.height * scale)
        if state.place == "city":
            self._draw_marking(surface, at, bottom, rect, scale, palette, travel)
        key = (state.weather, state.season % 4, state.place, state.growth)
        for layer in self._layers_of(key, state, palette):
            strip = layer.surface(self.art, key, scale)
            y = bottom - round((HEIGHT - layer.top) * scale)
            x = at[0] - round((travel * layer.pace % TILE) * scale)
            while x < at[0] + rect.width * scale:
                surface.blit(strip, (x, y))
                x += strip.get_width()

    def _backdrop(
        self, rect: pygame.FRect, scale: float, state: SceneState, palette: Palette
    ) -> pygame.Surface:
        size = _pixels(rect, scale).size
        look = (
            "backdrop", size, state.weather, state.season % 4, state.place, state.is_on_bench,
            state.is_after_storm,
        )  # fmt: skip

        def make() -> pygame.Surface:
            above = max(0.0, rect.height - HEIGHT)
            image = raster(backdrop_svg(state, palette, rect.width, above), size)
            whole = pygame.Surface(size)
            whole.fill(palette.sky[0])
            whole.blit(pygame.transform.scale(image, size), (0, 0))
            return whole

        return self.art.made(look, make)

    def _layers_of(
        self, key: tuple[object, ...], state: SceneState, palette: Palette
    ) -> list[Layer]:
        if key != self._layers_key:
            make = city_layers if state.place == "city" else county_layers
            self._layers = make(self.art, state, palette)
            self._layers_key = key
        return self._layers

    def _draw_marking(
        self, surface: pygame.Surface, at: tuple[int, int], bottom: int, rect: pygame.FRect,
        scale: float, palette: Palette, travel: float,
    ) -> None:  # fmt: skip
        length, gap, thick = MARKING
        y = bottom - round((HEIGHT - MARKING_Y) * scale)
        x = -((travel + 20.0) % (length + gap))
        while x < rect.width:
            start = at[0] + round(x * scale)
            block = pygame.Rect(start, y, round(length * scale), max(2, round(thick * scale)))
            surface.fill(palette.marking, block)
            x += length + gap

    def _draw_shore(
        self, surface: pygame.Surface, at: tuple[int, int], rect: pygame.FRect, scale: float,
        state: SceneState, palette: Palette,
    ) -> None:  # fmt: skip
        """What stands around the bench: willow, bridge and pagoda, or persimmon tree and house."""
        key = ("shore", rect.width, state.place, state.season % 4, state.weather, scale)
        width = rect.width

        def make() -> pygame.Surface:
            colours = leaf_colours(state.season, palette, LEAVES)
            body = shore_svg(self.art, state, width)
            size = (round(width * scale), round(HEIGHT * scale))
            city = palette.city_colours(is_far=True)
            return raster(
                svg_of(width, HEIGHT, palette.tinted(body, {**city, **colours})), size
            )

        bottom = at[1] + round(rect.height * scale)
        image = self.art.made(key, make)
        surface.blit(image, (at[0], bottom - image.get_height()))


def shore_svg(art: Art, state: SceneState, width: float) -> str:
    """What stands around the bench, in a picture of the scene's width by 720."""
    season = state.season % 4
    if state.place == "county":
        tree = placed(art, tree_of("tree_persimmon", season), -56, 596, 1.24)
        house = placed(art, "county_house", 330, 548, 0.92)
        poplars = "".join(
            placed(art, tree_of("tree_poplar", season), x, 520, 0.8)
            for x in (width - 90, width - 140, 610, 660)
        )
        return poplars + house + placed(art, "county_stack", 580, 552, 0.7) + tree
    pagoda = placed(art, "city_pagoda", width * 0.462, HORIZON - 66, 0.56)
    bridge = placed(art, "lake_bridge", max(430.0, width * 0.36), HORIZON + 34, 0.56)
    lotus = placed(art, "lake_lotus", 448, 532, 0.9) if season == 1 else ""
    return pagoda + bridge + lotus + placed(art, tree_of("tree_willow", season), -84, 606, 1.06)


def _pixels(rect: pygame.FRect, scale: float) -> pygame.Rect:
    left, top = round(rect.left * scale), round(rect.top * scale)
    right, bottom = round(rect.right * scale), round(rect.bottom * scale)
    return pygame.Rect(left, top, right - left, bottom - top)


__all__ = ["YEAR_TRAVEL", "Scene", "_blit"]
