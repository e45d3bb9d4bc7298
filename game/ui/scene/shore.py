"""The shore: what stands around the bench, by the lake or in the village."""

from __future__ import annotations

from game.ui.art import Art
from game.ui.scene.ground import HORIZON
from game.ui.scene.layers import placed, tree_of
from game.ui.scene.state import SceneState


def far_shore_svg(art: Art, state: SceneState, width: float) -> str:
    """Bridge, pagoda and lotus, or house and poplars, in a picture 720 high."""
    return _village(art, state, width) if state.place == "county" else _lake(art, state, width)


def near_shore_svg(art: Art, state: SceneState) -> str:
    """The tree beside the bench: a willow, or a persimmon tree."""
    season = state.season % 4
    if state.place == "county":
        return placed(art, tree_of("tree_persimmon", season), -56, 574, 1.24)
    return placed(art, tree_of("tree_willow", season), -84, 582, 1.06)


def _lake(art: Art, state: SceneState, width: float) -> str:
    pagoda = placed(art, "city_pagoda", width * 0.462, HORIZON - 66, 0.56)
    bridge = placed(art, "lake_bridge", max(430.0, width * 0.36), HORIZON + 34, 0.56)
    lotus = placed(art, "lake_lotus", 452, 508, 0.9) if state.season % 4 == 1 else ""
    return pagoda + bridge + lotus


def _village(art: Art, state: SceneState, width: float) -> str:
    season = state.season % 4
    poplars = "".join(
        placed(art, tree_of("tree_poplar", season), x, 510, 0.8)
        for x in (width - 90, width - 140, 610, 660)
    )
    house = placed(art, "county_house", 330, 530, 0.92)
    stack = placed(art, "county_stack", 580, 534, 0.7)
    return poplars + house + stack
