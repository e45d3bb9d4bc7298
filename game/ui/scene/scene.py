"""The scene: a place in its weather and season, and the person in it."""

from __future__ import annotations

from math import sin
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import HEIGHT, Canvas
from game.ui.scene.family import draw_family
from game.ui.scene.ground import GROUND_TOP, ground_svg, has_sun, sky_svg
from game.ui.scene.layers import TILE, Layer, city_layers, county_layers
from game.ui.scene.palette import LEAVES, Palette, leaf_colours, palette_of
from game.ui.scene.person import Elder, Rider
from game.ui.scene.shore import shore_svg
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
    """Draws scenes; keeps the place once it stands still, so that a frame is a few blits."""

    def __init__(self, art: Art) -> None:
        self.art = art
        self.rider = Rider(art)
        self.elder = Elder(art)
        self.rain = Rain(art)
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
        canvas = Canvas(surface=surface, rect=rect, scale=scale)
        palette = palette_of(state)
        clip = surface.get_clip()
        surface.set_clip(canvas.pixels.clip(clip))
        self._draw_place(canvas, state, palette, 0.0 if state.is_on_bench else travel)
        self._draw_weather(canvas, state, palette, seconds if motion else 0.0, travel)
        surface.set_clip(clip)

    def warm(self, rect: pygame.FRect, scale: float, state: SceneState) -> None:
        """Make the pictures of a moment before they are needed; may run in a thread of its own."""
        canvas = Canvas(surface=pygame.Surface((1, 1)), rect=rect, scale=scale)
        palette = palette_of(state)
        self._draw_layers(canvas, state, palette, 0.0)
        self._draw_weather(canvas, state, palette, 0.0, 0.0)
        if state.has_person and not state.is_on_bench:
            self.rider.warm_wheels(canvas, palette)

    def _draw_weather(
        self, canvas: Canvas, state: SceneState, palette: Palette, now: float, travel: float
    ) -> None:
        """The weather around the people: some of it behind them, some before."""
        draw_clouds(canvas, self.art, state, palette, now)
        if state.weather in ("dawn", "clear"):
            draw_birds(canvas, self.art, palette, now)
        if state.is_wet:
            self.rain.draw_far(canvas, state, now)
            if not state.is_on_bench:
                draw_ripples(canvas, self.art, now)
        if state.has_person:
            self._draw_people(canvas, state, palette, travel)
        if state.is_wet:
            self.rain.draw_near(canvas, state, now, shelter_of(state))
        elif state.weather == "haze" and state.season % 4 == 3:
            draw_snow(canvas, self.art, now)

    def _draw_people(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float
    ) -> None:
        """The family, which the road carries by once a year, and the person."""
        ridden = 0.0 if state.is_on_bench else travel % YEAR_TRAVEL
        draw_family(canvas, self.art, state, palette, -ridden)
        if ridden > 0:
            draw_family(canvas, self.art, state, palette, YEAR_TRAVEL - ridden)
        if state.is_on_bench:
            self.elder.draw(canvas, state, palette)
        else:
            self.rider.draw(canvas, state, palette, travel, 1.2 * sin(travel / 17.0))

    def _draw_place(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float
    ) -> None:
        """The place; once it stands still it is kept as one opaque picture."""
        look = (
            canvas.pixels.size, canvas.scale, state.weather, state.season % 4, state.place,
            state.growth, state.is_on_bench, state.is_after_storm, round(travel, 1),
        )  # fmt: skip
        if (self._still is None or self._still[0] != look) and look == self._last_look:
            whole = pygame.Surface(canvas.pixels.size)
            rect = canvas.rect.move(-canvas.rect.left, -canvas.rect.top)
            inner = Canvas(surface=whole, rect=rect, scale=canvas.scale)
            self._draw_layers(inner, state, palette, travel)
            self._still = (look, whole)
        if self._still is not None and self._still[0] == look:
            canvas.surface.blit(self._still[1], canvas.pixels.topleft)
        else:
            self._draw_layers(canvas, state, palette, travel)
        self._last_look = look

    def _draw_layers(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float
    ) -> None:
        canvas.surface.blit(self._backdrop(canvas, state, palette), canvas.pixels.topleft)
        if state.is_on_bench:
            canvas.blit(self._shore(canvas, state, palette), 0, 0)
            return
        if state.place == "city":
            _draw_marking(canvas, palette, travel)
        make = city_layers if state.place == "city" else county_layers
        for layer in make(self.art, state, palette):
            self._draw_layer(canvas, layer, travel)

    def _draw_layer(self, canvas: Canvas, layer: Layer, travel: float) -> None:
        """Tile after tile from the left edge to the right."""
        strip = layer.surface(self.art, canvas.scale)
        x, y = canvas.at(-(travel * layer.pace % TILE), layer.top)
        while x < canvas.pixels.right:
            canvas.surface.blit(strip, (x, y))
            x += strip.get_width()

    def _backdrop(self, canvas: Canvas, state: SceneState, palette: Palette) -> pygame.Surface:
        size = canvas.pixels.size
        season = state.season % 4 if state.place == "county" else 0
        look = (
            "backdrop", size, state.weather, season, state.place, state.is_on_bench,
            state.is_after_storm,
        )  # fmt: skip

        def make() -> pygame.Surface:
            whole = pygame.Surface(size)
            column = raster(sky_svg(palette, max(0.0, -canvas.top)), (1, size[1]))
            pygame.transform.scale(column.convert(whole), size, whole)
            top = 0.0 if has_sun(state) else GROUND_TOP
            width = canvas.rect.width
            ground = ground_svg(state, palette, width, top)
            image = raster(ground, canvas.size(width, HEIGHT - top))
            whole.blit(image, (0, size[1] - image.get_height()))
            return whole

        return self.art.made(look, make)

    def _shore(self, canvas: Canvas, state: SceneState, palette: Palette) -> pygame.Surface:
        """What stands around the bench."""
        width = canvas.rect.width
        size = canvas.size(width, HEIGHT)

        def make() -> pygame.Surface:
            keep = {
                **palette.city_colours(is_far=True),
                **leaf_colours(state.season, palette, LEAVES),
            }
            body = palette.tinted(shore_svg(self.art, state, width), keep)
            return raster(svg_of(width, HEIGHT, body), size)

        return self.art.made(("shore", size, state.place, state.season % 4, state.weather), make)


def shelter_of(state: SceneState) -> Shelter | None:
    """The dry room under the umbrella."""
    if not state.has_person:
        return None
    if state.is_on_bench:
        return Shelter(state.ribs, (294.0, 308.0), 118.0, 568.0)
    return Shelter(state.ribs, (216.0, 286.0), 118.0, 570.0)


def _draw_marking(canvas: Canvas, palette: Palette, travel: float) -> None:
    """The dashes between the lanes."""
    length, gap, thick = MARKING
    size = canvas.size(length, thick)
    x = -((travel + 20.0) % (length + gap))
    while x < canvas.rect.width:
        canvas.surface.fill(palette.marking, pygame.Rect(canvas.at(x, MARKING_Y), size))
        x += length + gap
