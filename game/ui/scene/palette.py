"""Colours of the weather and of the season."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.ui.scene.state import SceneState, Weather
from game.ui.theme import Colour, mixed

HEX: Final = re.compile(r"#[0-9a-f]{6}")

BODY, SHADE, ROOF, WINDOW, LIT = "#8f9bab", "#74808f", "#5f6b79", "#66727f", "#f2d58a"
"""Colours of the buildings as drawn, put in place by those of the weather."""
LEAVES: Final = ("#8fb878", "#6a9a5f", "#4c7a4c")
HEDGE: Final = ("#86b07c", "#5f8f5c", "#47734a")
"""Light, middle and dark of leaves as drawn."""

SEASON_LEAVES: Final[tuple[tuple[Colour, Colour, Colour], ...]] = (
    ("#a9c987", "#83ad68", "#5f8c55"),
    ("#7fae74", "#56895a", "#3d6b48"),
    ("#e5b95c", "#cb9440", "#9a6a30"),
    ("#9aa58c", "#7c8a74", "#5f6e5d"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What the weather does to the colours."""

    sky: tuple[Colour, Colour, Colour]
    """Zenith, middle, horizon."""
    city: Colour
    """Body of the near buildings."""
    dark: Colour
    """What shades lean to."""
    lit: Colour
    """A window with light in it."""
    hills: tuple[Colour, Colour]
    """Far and near."""
    pavement: Colour
    road: tuple[Colour, Colour]
    """At the kerb, and in front."""
    marking: Colour
    ambient: Colour
    ambient_share: float
    """How far everything that has its own colour leans to the ambient one."""
    cloud: tuple[Colour, Colour]
    water: tuple[Colour, Colour]
    grass: tuple[Colour, Colour]
    bare: Colour
    """Bamboo without paper, to be told from this sky."""
    is_lamp_lit: bool = False

    def city_colours(self, *, is_far: bool) -> dict[Colour, Colour]:
        """What stands in place of the buildings' own colours."""
        body, dark, lit = self.city, self.dark, self.lit
        if is_far:
            horizon = mixed(self.sky[1], self.sky[2], 0.6)
            body, dark = mixed(body, horizon, 0.58), mixed(dark, horizon, 0.6)
            lit = mixed(lit, body, 0.72)
        return {
            BODY: body,
            SHADE: mixed(body, dark, 0.3),
            ROOF: mixed(body, dark, 0.52),
            WINDOW: mixed(body, dark, 0.14 if is_far else 0.34),
            LIT: lit,
        }

    def tinted(self, svg: str, keep: Mapping[Colour, Colour] | None = None) -> str:
        """SVG text in this light; the colours of ``keep`` are swapped and not tinted."""
        kept = keep or {}

        def tint(found: re.Match[str]) -> str:
            colour = found.group(0)
            if colour in kept:
                return kept[colour]
            return mixed(colour, self.ambient, self.ambient_share)

        return HEX.sub(tint, svg)


PALETTES: Final[dict[Weather | str, Palette]] = {
    "dawn": Palette(
        sky=("#98bccb", "#d3d8cd", "#f6dfbc"), city="#c0b5a3", dark="#8b7f70", lit="#fbf0d2",
        hills=("#cfd0c4", "#b9bdb1"), pavement="#cfc9bd", road=("#969a9b", "#7f8487"),
        marking="#e4e0d4", ambient="#f3d9b4", ambient_share=0.1, cloud=("#fffaf0", "#e6dccb"),
        water=("#e9d3b0", "#a9bdbd"), grass=("#8fa07a", "#72865f"), bare="#7a3a22",
    ),
    "clear": Palette(
        sky=("#78b0cf", "#b5d6de", "#e8ecdf"), city="#aab4ba", dark="#6d7d8a", lit="#f4eeda",
        hills=("#b6cbcf", "#96b1ae"), pavement="#cfcdc4", road=("#8f979c", "#777f86"),
        marking="#eceae2", ambient="#ffffff", ambient_share=0.03, cloud=("#ffffff", "#dbe6ea"),
        water=("#cfe0df", "#8fb4bd"), grass=("#7fa266", "#648a53"), bare="#7a3a22",
    ),
    "haze": Palette(
        sky=("#a5adab", "#c2c2b6", "#dad2be"), city="#b1ada3", dark="#8a877f", lit="#ebe2c8",
        hills=("#c6c5b9", "#b5b5a9"), pavement="#c4c0b5", road=("#949593", "#7f817f"),
        marking="#dcd8cb", ambient="#c9c4b4", ambient_share=0.2, cloud=("#d6d2c5", "#bdbaae"),
        water=("#d3cbb8", "#adb0a8"), grass=("#9aa185", "#828a70"), bare="#7a3a22",
    ),
    "rain": Palette(
        sky=("#3a5265", "#557081", "#7f99a4"), city="#3e5365", dark="#1f2e3c", lit="#e7cb86",
        hills=("#678190", "#567080"), pavement="#8f999f", road=("#56636e", "#363f49"),
        marking="#98a0a5", ambient="#3e5669", ambient_share=0.17, cloud=("#4f6778", "#3f5566"),
        water=("#7f97a1", "#5d7785"), grass=("#56705c", "#435b4c"), bare="#f0d3a4",
        is_lamp_lit=True,
    ),
    "storm": Palette(
        sky=("#212d39", "#364959", "#586e7c"), city="#2c3c4b", dark="#131d27", lit="#d9b974",
        hills=("#465b6a", "#394c5a"), pavement="#69737b", road=("#3d4852", "#252e37"),
        marking="#747d84", ambient="#26323f", ambient_share=0.27, cloud=("#32424f", "#26333f"),
        water=("#566b77", "#3b4f5c"), grass=("#3d5245", "#2e4137"), bare="#e8c48c",
        is_lamp_lit=True,
    ),
    "evening": Palette(
        sky=("#5e7f99", "#b79f94", "#f0c496"), city="#a8998c", dark="#6c6469", lit="#fbe2a6",
        hills=("#c0a798", "#a39389"), pavement="#bdb2a4", road=("#8a8886", "#6f6f71"),
        marking="#d9d0c1", ambient="#f0b484", ambient_share=0.12, cloud=("#f6d9bd", "#d7b49c"),
        water=("#ecc9a0", "#93a5a4"), grass=("#6b7d5c", "#4c6049"), bare="#7a3a22",
    ),
    "night": Palette(
        sky=("#17263c", "#2b405c", "#5d7088"), city="#2f4157", dark="#141e2c", lit="#f0cf82",
        hills=("#42566d", "#35485f"), pavement="#7d8894", road=("#4a5664", "#2e3844"),
        marking="#8c96a0", ambient="#2b3f5c", ambient_share=0.2, cloud=("#3f5470", "#30445f"),
        water=("#5d7088", "#42566d"), grass=("#3d5a4c", "#2e463c"), bare="#f0d3a4",
        is_lamp_lit=True,
    ),
}  # fmt: skip


def palette_of(state: SceneState) -> Palette:
    """The colours of a moment: the old see the evening at the dawn of a year."""
    if state.is_resting and state.weather == "dawn":
        return PALETTES["evening"]
    if state.is_night:
        return PALETTES["night"]
    return PALETTES[state.weather]


def leaf_colours(season: int, palette: Palette, leaves: tuple[Colour, ...]) -> dict[Colour, Colour]:
    """What stands in place of the leaves' own colours in a season, in this light."""
    light = SEASON_LEAVES[season % 4]
    share = palette.ambient_share
    return {old: mixed(new, palette.ambient, share) for old, new in zip(leaves, light, strict=True)}
