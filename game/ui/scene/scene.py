"""The scene: a place in its weather and season, and the person in it."""

from __future__ import annotations

from itertools import pairwise
from math import sin
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import HEIGHT, Canvas
from game.ui.scene.elder import Elder
from game.ui.scene.family import draw_family
from game.ui.scene.ground import GROUND_TOP, PLAZA_ROWS, ground_svg, has_sun, sky_svg
from game.ui.scene.layers import TILE, Layer, city_layers, county_layers
from game.ui.scene.palette import LEAVES, Palette, leaf_colours, palette_of
from game.ui.scene.person import PERSON_X, Person, pole_of
from game.ui.scene.room import draw_room, draw_room_front, indoors
from game.ui.scene.shore import far_shore_svg, near_shore_svg
from game.ui.scene.state import SceneState
from game.ui.scene.weather import (
    Rain,
    Shelter,
    draw_birds,
    draw_clouds,
    draw_ripples,
    draw_snow,
)
from game.ui.theme import mixed

YEAR_TRAVEL: Final = TILE / 2
"""Units of road a year: after it the roadside stands where it stood."""
FAR_SHORE_TOP: Final = 280.0
NEAR_SHORE: Final = (-90.0, 80.0, 460.0, 506.0)
"""Left, top, width and height of the picture of the tree beside the bench, in units."""
MARKING_Y: Final = 606.0
MARKING: Final = (60.0, 40.0, 5.0)
"""Length of a lane mark, of the gap after it, and its thickness, in units."""
JOINT_STEP: Final = 70.0


class Scene:
    """Draws scenes; keeps the place once it stands still, so that a frame is a few blits."""

    def __init__(self, art: Art) -> None:
        self.art = art
        self.person = Person(art)
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
        whole: pygame.FRect | None = None,
        seen: pygame.FRect | None = None,
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
            whole: the picture of which the rectangle is a part: sky, city and rain run on through
                both halves, and each half has its own person.
            seen: what may be touched where it is not the rectangle: a person who steps aside.
        """
        canvas = Canvas(surface=surface, rect=rect, scale=scale)
        room = Canvas(surface=surface, rect=seen or rect, scale=scale)
        around = Canvas(surface=surface, rect=whole or rect, scale=scale)
        palette = palette_of(state)
        clip = surface.get_clip()
        surface.set_clip(room.pixels.clip(clip))
        travel = 0.0 if state.is_still else travel
        self._draw_place(around, state, palette, travel, canvas.rect.left - around.rect.left)
        self._draw_moment(canvas, around, state, palette, seconds if motion else 0.0, travel)
        surface.set_clip(clip)

    def warm(
        self,
        rect: pygame.FRect,
        scale: float,
        state: SceneState,
        whole: pygame.FRect | None = None,
    ) -> None:
        """Make the pictures of a moment before they are needed; may run in a thread of its own."""
        nowhere = pygame.Surface((1, 1))
        canvas = Canvas(surface=nowhere, rect=rect, scale=scale)
        around = Canvas(surface=nowhere, rect=whole or rect, scale=scale)
        palette = palette_of(state)
        self._draw_layers(around, state, palette, 0.0, canvas.rect.left - around.rect.left)
        self._draw_moment(canvas, around, state, palette, 0.0, 0.0)
        if state.has_person:
            self.person.warm_wheels(canvas, state, palette)

    def _draw_moment(
        self, canvas: Canvas, around: Canvas, state: SceneState, palette: Palette, now: float,
        travel: float,
    ) -> None:  # fmt: skip
        """Weather and people: outdoors some of the weather is before them."""
        draw_clouds(around, self.art, state, palette, now)
        if state.weather in ("dawn", "clear") and not state.is_night:
            draw_birds(around, self.art, palette, now)
        if state.is_wet:
            self.rain.draw_far(around, state, now)
            if not state.is_still:
                draw_ripples(around, self.art, now)
        if state.has_person and not state.is_indoors:
            self._draw_people(canvas, state, palette, travel)
        self._draw_before(around, state, now, canvas.rect.left - around.rect.left)
        if state.is_indoors:
            self._draw_inside(canvas, state, indoors(palette))

    def _draw_before(self, around: Canvas, state: SceneState, now: float, shift: float) -> None:
        """Rain and snow before the people; ``shift`` is where their part begins."""
        if state.is_wet:
            self.rain.draw_near(around, state, now, shelter_of(state, shift))
        elif state.weather == "haze" and state.season % 4 == 3:
            draw_snow(around, self.art, now)

    def _draw_inside(self, canvas: Canvas, state: SceneState, palette: Palette) -> None:
        """The room over all that is outside, and the people in it."""
        draw_room(canvas, self.art, state, palette)
        draw_family(canvas, self.art, state, palette, 0.0)
        self.person.draw(canvas, state, palette, 0.0, 0.0)
        draw_room_front(canvas, self.art, state, palette)

    def _draw_people(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float
    ) -> None:
        """The family, which the road carries by once a year, and the person."""
        ridden = travel % YEAR_TRAVEL
        draw_family(canvas, self.art, state, palette, -ridden)
        if ridden > 0:
            draw_family(canvas, self.art, state, palette, YEAR_TRAVEL - ridden)
        if state.pose == "bench":
            self.elder.draw(canvas, state, palette)
        else:
            self.person.draw(canvas, state, palette, travel, 1.2 * sin(travel / 17.0))

    def _draw_place(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float, shift: float
    ) -> None:
        """The place; once it stands still it is kept as one opaque picture."""
        look = (
            canvas.pixels.size, canvas.scale, state.weather, state.season % 4, state.place,
            state.growth, state.city, state.is_resting, state.is_on_foot, state.is_night,
            state.is_after_storm, round(travel, 1), shift,
        )  # fmt: skip
        if (self._still is None or self._still[0] != look) and look == self._last_look:
            whole = pygame.Surface(canvas.pixels.size)
            rect = canvas.rect.move(-canvas.rect.left, -canvas.rect.top)
            inner = Canvas(surface=whole, rect=rect, scale=canvas.scale)
            self._draw_layers(inner, state, palette, travel, shift)
            self._still = (look, whole)
        if self._still is not None and self._still[0] == look:
            canvas.surface.blit(self._still[1], canvas.pixels.topleft)
        else:
            self._draw_layers(canvas, state, palette, travel, shift)
        self._last_look = look

    def _draw_layers(
        self, canvas: Canvas, state: SceneState, palette: Palette, travel: float, shift: float
    ) -> None:
        canvas.surface.blit(self._backdrop(canvas, state, palette), canvas.pixels.topleft)
        if state.is_resting:
            canvas.blit(self._far_shore(canvas, state, palette), 0, FAR_SHORE_TOP)
            tree = self._near_shore(canvas, state, palette)
            canvas.blit(tree, NEAR_SHORE[0] + shift, NEAR_SHORE[1])
            return
        if state.place == "city":
            draw = _draw_joints if state.is_on_foot else _draw_marking
            draw(canvas, palette, travel)
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
            "backdrop", size, state.weather, season, state.place, state.is_resting,
            state.is_on_foot, state.is_night, state.is_after_storm,
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

    def _far_shore(self, canvas: Canvas, state: SceneState, palette: Palette) -> pygame.Surface:
        """What stands beyond the water, or beyond the yard."""
        width, top = canvas.rect.width, FAR_SHORE_TOP
        size = canvas.size(width, HEIGHT - top)

        def make() -> pygame.Surface:
            body = _leafy(far_shore_svg(self.art, state, width), state, palette)
            return raster(svg_of(width, HEIGHT - top, body, 0, top), size)

        look = (state.place, state.season % 4, state.weather)
        return self.art.made(("far shore", size, *look), make)

    def _near_shore(self, canvas: Canvas, state: SceneState, palette: Palette) -> pygame.Surface:
        """The tree beside the bench."""
        x, y, wide, high = NEAR_SHORE
        size = canvas.size(wide, high)

        def make() -> pygame.Surface:
            body = _leafy(near_shore_svg(self.art, state), state, palette)
            return raster(svg_of(wide, high, body, x, y), size)

        look = (state.place, state.season % 4, state.weather)
        return self.art.made(("near shore", size, *look), make)


def _leafy(svg: str, state: SceneState, palette: Palette) -> str:
    """In this light, with the leaves of the season."""
    leaves = leaf_colours(state.season, palette, LEAVES)
    return palette.tinted(svg, {**palette.city_colours(is_far=True), **leaves})


def shelter_of(state: SceneState, shift: float = 0.0) -> Shelter | None:
    """The dry room under the umbrella; ``shift`` is where the person's part of it all begins."""
    if not state.has_person or state.is_indoors:
        return None
    if state.pose == "bench":
        return Shelter(state.ribs, (294.0 + shift, 308.0), 118.0, 568.0)
    middle = PERSON_X + pole_of(state.pose).top[0]
    return Shelter(state.ribs, (middle + shift, 286.0), 118.0, 570.0)


def _draw_marking(canvas: Canvas, palette: Palette, travel: float) -> None:
    """The dashes between the lanes."""
    length, gap, thick = MARKING
    size = canvas.size(length, thick)
    x = -((travel + 20.0) % (length + gap))
    while x < canvas.rect.width:
        canvas.surface.fill(palette.marking, pygame.Rect(canvas.at(x, MARKING_Y), size))
        x += length + gap


def _draw_joints(canvas: Canvas, palette: Palette, travel: float) -> None:
    """The joints across a broad pavement: wider apart and faster the nearer they are."""
    colour = mixed(palette.pavement, palette.dark, 0.36)
    for row, (top, bottom) in enumerate(pairwise((*PLAZA_ROWS, HEIGHT))):
        step = JOINT_STEP * (1 + 0.4 * row)
        x = -((travel * (1 + 0.2 * row) + 37.0 * row) % step)
        while x < canvas.rect.width + step:
            lean = (x - canvas.rect.width / 2) * (bottom - top) / 520
            pygame.draw.aaline(
                canvas.surface, colour, canvas.at(x, top), canvas.at(x + lean, bottom)
            )
            x += step
