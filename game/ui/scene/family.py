"""Family: who stands at the roadside, or beside the bench."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.art import Art, raster, svg_of
from game.ui.scene.canvas import Canvas
from game.ui.scene.palette import Palette
from game.ui.scene.state import SceneState

WIDE: Final = 100.0
HIGH: Final = 190.0
SIZE: Final = 0.92
FEET: Final = 184.0
KERB_FEET: Final = 529.0
BENCH_FEET: Final = 568.0
ROOM_FEET: Final = 556.0
ROOM_SIZE: Final = 1.24
"""In a room they stand nearer."""
GROWN: Final = 18
BABY: Final = 3
GRANDCHILD_FROM: Final = 28
"""A child of this age comes to the bench with a child of his own."""
OLD_MOTHER_FROM: Final = 38


def standing(state: SceneState) -> list[tuple[str, float]]:
    """Pictures of those who stand in view, each with the middle of the feet in units."""
    children = [age for age in state.child_ages if age < GROWN]
    if state.is_resting:
        has_grandchild = any(age >= GRANDCHILD_FROM for age in state.child_ages)
        return [("person_child_small", 414.0)] if has_grandchild else []
    found: list[tuple[str, float]] = []
    has_baby = any(age < BABY for age in children)
    if state.has_partner:
        found.append((_partner(state, has_baby=has_baby), 62.0))
    places = [20.0, 104.0, 140.0] if state.has_partner else [44.0, 84.0, 120.0]
    walking = [age for age in children if age >= BABY or not state.has_partner]
    found += [(_child(age), x) for age, x in zip(walking, places, strict=False)]
    if state.has_mother:
        found.append((_mother(state), 640.0 if state.is_indoors else 388.0))
    return found


def _partner(state: SceneState, *, has_baby: bool) -> str:
    name = "person_partner_man" if state.is_female else "person_partner"
    if state.age >= 52:
        return f"{name}_old"
    return f"{name}_baby" if has_baby else name


def _mother(state: SceneState) -> str:
    return "person_mother_old" if state.age >= OLD_MOTHER_FROM else "person_mother"


def _child(age: int) -> str:
    if age < 7:
        return "person_child_small"
    return "person_child_big" if age < 13 else "person_child_teen"


def draw_family(
    canvas: Canvas, art: Art, state: SceneState, palette: Palette, shift: float
) -> None:
    """Draw those who stand in view; ``shift`` moves them with the road, in units."""
    feet, size = KERB_FEET, SIZE
    if state.is_still:
        feet, size = (BENCH_FEET, SIZE) if state.is_resting else (ROOM_FEET, ROOM_SIZE)
    for name, middle in standing(state):
        image = _figure(art, name, palette, canvas.size(WIDE * size, HIGH * size))
        canvas.blit(image, middle - WIDE / 2 * size + shift, feet - FEET * size)


def _figure(art: Art, name: str, palette: Palette, size: tuple[int, int]) -> pygame.Surface:
    def make() -> pygame.Surface:
        return raster(svg_of(WIDE, HIGH, palette.tinted(art.inner(name))), size)

    return art.made(("family", name, palette.ambient, size), make)
