"""Layers: what lies behind the person, from the sky to the road, each as long as it repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.palette import HEDGE, LEAVES, Palette, leaf_colours
from game.ui.scene.state import SceneState
from game.ui.theme import Colour, mixed

TILE: Final = 1400.0
"""A layer repeats after so many units: two years of road."""
GROUND: Final = 512.0
"""Where the buildings stand, in units below the top of a 720-unit picture."""
VIEW_BOX: Final = re.compile(r'viewBox="0 0 (\S+) (\S+)"')


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture in a layer: its left end, its size as a share, from which growth to which."""

    name: str
    x: float
    size: float = 1.0
    since: int = 0
    until: int = 9
    foot: float = GROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A strip: what it is made of, how fast it passes, and the part of the height it takes."""

    name: str
    pace: float
    top: float
    bottom: float
    look: tuple[object, ...]
    """What its picture depends on."""
    svg: Callable[[], str]

    def surface(self, art: Art, scale: float) -> pygame.Surface:
        """The strip at a scale, one tile long."""
        size = (round(TILE * scale), round((self.bottom - self.top) * scale))

        def make() -> pygame.Surface:
            return _exactly(svg_of(TILE, self.bottom - self.top, self.svg(), 0, self.top), size)

        return art.made(("layer", self.name, self.look, size), make)


NEAR: Final = (
    Piece("city_balcony", 4), Piece("city_shops", 112), Piece("city_slab", 306),
    Piece("city_lane", 406, until=1), Piece("city_crane", 424, since=2, until=2),
    Piece("city_glass", 416, since=3), Piece("city_balcony", 506, 0.86, since=3),
    Piece("city_arch", 590), Piece("city_balcony", 706), Piece("city_lane", 818, until=2),
    Piece("city_crane", 842, since=3, until=3), Piece("city_step", 826, since=4),
    Piece("city_shops", 956), Piece("city_lane", 1150, 0.6, until=0),
    Piece("city_antenna", 1158, 0.9, since=1), Piece("city_slab", 1236, 0.94),
    Piece("city_lane", 1332, 0.4, until=4), Piece("city_glass", 1332, 0.76, since=5),
)  # fmt: skip
FAR: Final = (
    Piece("city_arch", 20, 1.3), Piece("city_step", 190, 1.1, since=2),
    Piece("city_slab", 330, 1.05), Piece("city_glass", 420, 1.15, since=1),
    Piece("city_antenna", 520, 1.0), Piece("city_arch", 640, 1.12, since=3),
    Piece("city_slab", 770, 1.2, since=1), Piece("city_step", 880, 1.12),
    Piece("city_glass", 1020, 1.24, since=4), Piece("city_balcony", 1110, 1.3),
    Piece("city_antenna", 1240, 1.08, since=3), Piece("city_arch", 1310, 0.8),
    Piece("city_glass", 268, 1.3, since=5), Piece("city_antenna", 716, 1.14, since=5),
)  # fmt: skip
LANDMARKS: Final = {
    "chengdu": Piece("city_chengdu", -10, 0.96), "beijing": Piece("city_beijing", 0, 0.98),
    "shanghai": Piece("city_shanghai", 34, 1.0), "nanjing": Piece("city_nanjing", -16, 0.96),
}  # fmt: skip
"""What tells a city's outline from another's; it stands where others have low houses."""
SITE: Final = 820.0
"""Left end of the place where a landmark stands."""
SITE_PIECES: Final = (810, 930)
"""Pieces that begin between these places make room for it."""
KERB: Final = 526.0
ROADSIDE: Final = (
    Piece("street_hedge", 470, 0.8, foot=522), Piece("tree", 430, 0.86, foot=524),
    Piece("tree", 690, 0.94, foot=524), Piece("street_bikes", 560, 0.8, foot=525),
    Piece("street_lamp", 384, 0.9, foot=526), Piece("street_lamp", 1084, 0.9, foot=526),
    Piece("street_hedge", 820, 0.8, foot=522), Piece("street_hedge", 916, 0.8, foot=522),
    Piece("tree", 996, 0.84, foot=524), Piece("street_bins", 1150, 0.8, foot=525),
    Piece("tree", 1250, 0.95, foot=524), Piece("street_hedge", 1310, 0.74, foot=522),
)  # fmt: skip
FARMS: Final = (
    Piece("tree_poplar", 10, 0.7, foot=476), Piece("tree_poplar", 46, 0.78, foot=477),
    Piece("tree_poplar", 84, 0.7, foot=476), Piece("county_house", 130, 0.62, foot=486),
    Piece("county_house_brick", 300, 0.66, foot=488), Piece("tree_poplar", 440, 0.66, foot=474),
    Piece("tree_poplar", 476, 0.74, foot=475), Piece("county_house", 560, 0.56, foot=482),
    Piece("tree_poplar", 730, 0.74, foot=476), Piece("tree_poplar", 766, 0.68, foot=476),
    Piece("tree_poplar", 800, 0.78, foot=478), Piece("county_house_brick", 860, 0.6, foot=484),
    Piece("county_house", 1000, 0.66, foot=488), Piece("tree_poplar", 1200, 0.74, foot=476),
    Piece("tree_poplar", 1240, 0.68, foot=475), Piece("county_house_brick", 1290, 0.5, foot=480),
)  # fmt: skip
VERGE: Final = (
    Piece("county_pole", 396, 1.0, foot=528), Piece("county_pole", 1096, 1.0, foot=528),
    Piece("county_stack", 470, 0.8, foot=526), Piece("tree_persimmon", 600, 0.62, foot=528),
    Piece("tree_persimmon", 1236, 0.56, foot=528), Piece("county_stack", 860, 0.7, foot=524),
    Piece("county_stack", 930, 0.56, foot=522),
)  # fmt: skip


def city_layers(art: Art, state: SceneState, palette: Palette) -> list[Layer]:
    """Far city, near city, roadside: back to front."""

    def city(pieces: Sequence[Piece], *, is_far: bool) -> str:
        return _pieces(art, pieces, state, palette, palette.city_colours(is_far=is_far))

    def roadside() -> str:
        return _pieces(art, ROADSIDE, state, palette, _leaves(state, palette)) + _glow(palette)

    growth, season = (state.weather, state.growth), (state.weather, state.season % 4)
    return [
        Layer(name="far", pace=0.12, top=200, bottom=GROUND + 2, look=growth,
              svg=lambda: city(FAR, is_far=True)),
        Layer(name="near", pace=0.4, top=236, bottom=GROUND + 2, look=(*growth, state.city),
              svg=lambda: city(near_pieces(state.city), is_far=False)),
        Layer(name="roadside", pace=1.0, top=320, bottom=KERB + 2, look=season, svg=roadside),
    ]  # fmt: skip


def near_pieces(city: str) -> list[Piece]:
    """The near buildings of a city, its landmark behind them."""
    landmark = LANDMARKS.get(city)
    if landmark is None:
        return [*NEAR]
    start, end = SITE_PIECES
    kept = [piece for piece in NEAR if not start <= piece.x < end]
    return [replace(landmark, x=landmark.x + SITE), *kept]


def county_layers(art: Art, state: SceneState, palette: Palette) -> list[Layer]:
    """The village and what stands along the road."""

    def pieces(of: Sequence[Piece], light: Palette) -> str:
        return _pieces(art, of, state, light, _leaves(state, light))

    look = (state.weather, state.season % 4)
    return [
        Layer(name="farms", pace=0.3, top=320, bottom=496, look=look,
              svg=lambda: pieces(FARMS, _misty(palette))),
        Layer(name="verge", pace=1.0, top=310, bottom=530, look=look,
              svg=lambda: pieces(VERGE, palette)),
    ]  # fmt: skip


def tree_of(kind: str, season: int) -> str:
    """The picture of a kind of tree in a season."""
    if kind == "tree":
        return ("tree_blossom", "tree_round", "tree_round", "tree_bare")[season]
    if kind == "tree_persimmon":
        return ("tree_persimmon", "tree_persimmon", "tree_persimmon_fruit",
                "tree_persimmon_bare")[season]  # fmt: skip
    bare = {"tree_poplar": "tree_poplar_bare", "tree_willow": "tree_willow_bare"}
    return bare.get(kind, kind) if season == 3 else kind


def placed(art: Art, name: str, x: float, foot: float, size: float = 1.0) -> str:
    """A picture's elements with its lower left corner at a place."""
    height = picture_size(art, name)[1]
    return (
        f'<g transform="translate({x:g} {foot - height * size:g}) scale({size:g})">'
        f"{art.inner(name)}</g>"
    )


def picture_size(art: Art, name: str) -> tuple[float, float]:
    """Width and height of a picture in its own units."""
    found = VIEW_BOX.search(art.text(name))
    return (float(found.group(1)), float(found.group(2))) if found else (100.0, 100.0)


def _pieces(
    art: Art,
    pieces: Sequence[Piece],
    state: SceneState,
    palette: Palette,
    colours: dict[Colour, Colour],
) -> str:
    """The pieces of this growth; one that sticks out at the end also stands at the beginning."""
    body = ""
    for piece in pieces:
        if piece.since <= state.growth <= piece.until:
            name = tree_of(piece.name, state.season % 4)
            for x in (piece.x, piece.x - TILE):
                if x + picture_size(art, name)[0] * piece.size > 0:
                    body += placed(art, name, x, piece.foot, piece.size)
    return palette.tinted(body, colours)


def _leaves(state: SceneState, palette: Palette) -> dict[Colour, Colour]:
    """Trees follow the season; hedges stay green but in winter."""
    hedge_season = 3 if state.season % 4 == 3 else 1
    return {
        **leaf_colours(state.season, palette, LEAVES),
        **leaf_colours(hedge_season, palette, HEDGE),
    }


def _misty(palette: Palette) -> Palette:
    """The same light, seen through more air."""
    air = mixed(palette.sky[1], palette.sky[2], 0.5)
    return replace(palette, ambient=air, ambient_share=0.2 + palette.ambient_share)


def _glow(palette: Palette) -> str:
    if not palette.is_lamp_lit:
        return ""
    lamps = [piece for piece in ROADSIDE if piece.name == "street_lamp"]
    return "".join(
        f'<circle cx="{lamp.x + 51 * lamp.size:g}" cy="{lamp.foot - 177 * lamp.size:g}" '
        f'r="{radius}" fill="#ffe0a0" fill-opacity="{alpha}"/>'
        for lamp in lamps
        for radius, alpha in ((44, 0.05), (30, 0.07), (18, 0.12), (9, 0.3))
    )


def _exactly(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """Rasterised to exactly this size, so that tiles meet; the rasteriser may be a pixel short."""
    image = raster(svg, size)
    if image.get_size() == size:
        return image
    exact = pygame.Surface(size, pygame.SRCALPHA)
    exact.blit(image, (0, size[1] - image.get_height()))
    return exact
