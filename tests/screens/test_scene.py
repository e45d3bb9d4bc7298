"""The scene: every moment of a life can be drawn, and shows what it should."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.art import Art
from game.ui.scene import (
    FULL,
    YEAR_TRAVEL,
    Ahead,
    Rib,
    Scene,
    SceneState,
    UmbrellaAnimation,
    Wish,
    draw_title_umbrella,
)
from game.ui.scene.family import standing
from game.ui.scene.person import rider_parts
from game.ui.scene.state import Place, Weather, Work
from game.ui.scene.umbrella import PANELS, Canopy, canopy_svg
from game.ui.scene.weather import Shelter
from game.ui.theme import RED, UMBRELLA_SECONDS, rgb

FOLDER = Path(__file__).parents[2] / "assets" / "art"
SCALE = 0.25
WINDOW = pygame.FRect(0, 0, 1280, 720)
BARE: tuple[Rib, ...] = ((0.0, 0.0, True),) * 9


@cache
def art() -> Art:
    """The game's art, with one cache for all tests here."""
    return Art(FOLDER)


def picture(
    state: SceneState, *, seconds: float = 3.0, motion: bool = True, travel: float = 0.0,
    scale: float = SCALE,
) -> bytes:  # fmt: skip
    """The pixels of a moment."""
    surface = pygame.Surface((round(1280 * scale), round(720 * scale)))
    Scene(art()).draw(surface, WINDOW, scale, state, seconds, motion, travel)
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("place", get_args(Place))
def test_every_age_in_every_weather(place: Place) -> None:
    """Weather, age and place each change the picture."""
    weathers: tuple[Weather, ...] = get_args(Weather)
    seen = {
        picture(SceneState(age=age, weather=weather, place=place))
        for weather, age in product(weathers, (22, 40, 56, 70))
    }
    assert len(seen) == 5 * 4


@pytest.mark.parametrize("season", range(4))
def test_seasons_differ(season: int) -> None:
    """Plum blossom, green, gold, bare."""
    others = {picture(SceneState(season=other)) for other in range(4) if other != season}
    assert picture(SceneState(season=season)) not in others


def test_every_kind_of_work_and_either_sex() -> None:
    """Only those who deliver carry the box."""
    works: tuple[Work, ...] = get_args(Work)
    for work, is_female, age in product(works, (False, True), (24, 52)):
        state = SceneState(age=age, work=work, is_female=is_female, has_partner=True)
        assert ("rider_box" in rider_parts(state)) == (work == "order")
        assert len(set(picture(state))) > 50


def test_the_city_grows_with_the_years() -> None:
    """No stage of the city looks like another, and it stops growing."""
    stages = [picture(SceneState(years=years)) for years in (0, 7, 14, 21, 28, 35)]
    assert len(set(stages)) == 6
    assert picture(SceneState(years=35)) == picture(SceneState(years=60))


@pytest.mark.parametrize("index", range(9))
def test_each_rib_is_seen_on_the_umbrella(index: int) -> None:
    """A rib that loses its paper changes the picture, on the scooter and on the bench."""
    ribs = tuple((0.0, 0.0, True) if at == index else rib for at, rib in enumerate(FULL))
    for age in (30, 70):
        full = SceneState(age=age)
        assert picture(replace(full, ribs=ribs)) != picture(full)


def test_own_savings_are_hatched_and_not_red() -> None:
    """Hatched panels are neither bare nor solid."""
    own: tuple[Rib, ...] = ((0.0, 1.0, True),) * 9
    canopies = {canopy_svg(ribs, Canopy()) for ribs in (FULL, own, BARE)}
    assert len(canopies) == 3
    assert sorted(PANELS) == list(range(9))


def test_no_medical_cover_is_a_grey_jacket() -> None:
    """Seen at once, without reading."""
    covered = SceneState(age=30)
    assert picture(replace(covered, is_insured_medical=False)) != picture(covered)


def test_family_stands_at_the_roadside() -> None:
    """Who is there is drawn, and a grown child is not."""
    state = SceneState(age=35, has_partner=True, child_ages=(5, 11), has_mother=True)
    names = [name for name, _ in standing(state)]
    assert names == ["person_partner", "person_child_small", "person_child_big", "person_mother"]
    assert standing(replace(state, child_ages=(19,), has_mother=False)) == [
        ("person_partner", 62.0)
    ]


def test_a_baby_is_carried() -> None:
    """By the partner, else it stands for itself."""
    state = SceneState(age=30, has_partner=True, child_ages=(1,))
    assert [name for name, _ in standing(state)] == ["person_partner_baby"]
    assert [name for name, _ in standing(replace(state, has_partner=False))] == [
        "person_child_small"
    ]


def test_motion_off_stands_still() -> None:
    """Nothing depends on the time."""
    for weather in get_args(Weather):
        state = SceneState(weather=weather, season=3)
        still = picture(state, seconds=1.0, motion=False)
        assert picture(state, seconds=77.7, motion=False) == still
        assert picture(state, seconds=77.7) != still


def test_a_year_brings_the_roadside_round() -> None:
    """The road scrolls within the year, and the family is there again at its end."""
    state = SceneState(age=35, has_partner=True)
    moments = {picture(state, travel=YEAR_TRAVEL * share) for share in (0.0, 0.3, 0.6)}
    assert len(moments) == 3
    scene, surface = Scene(art()), pygame.Surface((320, 180))
    frames = []
    for travel in (0.0, 2 * YEAR_TRAVEL):
        scene.draw(surface, WINDOW, SCALE, state, 0.0, False, travel)
        left = surface.subsurface(pygame.Rect(0, 129, 24, 4))
        frames.append(pygame.image.tobytes(left, "RGB"))
    assert frames[0] == frames[1]


def test_the_kept_picture_is_the_drawn_one() -> None:
    """What stands still is drawn from one kept picture; nobody can tell."""
    scene, state = Scene(art()), SceneState(age=35, weather="rain")
    frames = []
    for _ in range(4):
        surface = pygame.Surface((320, 180))
        scene.draw(surface, WINDOW, SCALE, state, 2.0, True)
        frames.append(pygame.image.tobytes(surface, "RGB"))
    assert len(set(frames)) == 1


@pytest.mark.parametrize(
    "rect",
    [
        pygame.FRect(300, 0, 640, 720),
        pygame.FRect(100, 50, 1800, 900),
        pygame.FRect(0, 0, 1280, 1000),
    ],
)
def test_only_its_rectangle_is_drawn(rect: pygame.FRect) -> None:
    """Twins stand side by side; wide and high windows are filled to the edge."""
    ground = (255, 0, 255)
    for age, place in product((30, 70), get_args(Place)):
        surface = pygame.Surface((520, 300))
        surface.fill(ground)
        state = SceneState(age=age, place=place, weather="storm")
        Scene(art()).draw(surface, rect, SCALE, state, 5.0, True)
        inside = pygame.Rect([round(side * SCALE) for side in rect])
        for x, y in product(range(2, 520, 12), range(2, 300, 10)):
            is_ground = tuple(surface.get_at((x, y)))[:3] == ground
            assert is_ground != inside.collidepoint(x, y), (x, y)


@pytest.mark.parametrize("scale", [0.8, 1.5])
def test_layers_meet_at_every_scale(scale: float) -> None:
    """A tile ends where the next begins: no column without a kerb."""
    surface = pygame.Surface((round(1280 * scale), round(720 * scale)))
    state = SceneState(has_person=False, weather="haze")
    Scene(art()).draw(surface, WINDOW, scale, state, 0.0, False, travel=333.0)
    row = {tuple(surface.get_at((x, round(700 * scale)))) for x in range(surface.get_width())}
    assert len(row) == 1


class CountingArt(Art):
    """Art that remembers what it had to make."""

    made_anew: list[Hashable]

    def made(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Make, and note it."""

        def noted() -> pygame.Surface:
            self.made_anew.append(key)
            return make()

        return super().made(key, noted)


def test_warming_makes_the_place_ready() -> None:
    """After it, the first frame makes nothing but clouds, birds and drops."""
    own = CountingArt(FOLDER)
    own.made_anew = []
    scene, state = Scene(own), SceneState(weather="haze", has_person=False)
    scene.warm(WINDOW, SCALE, state)
    assert len(own.made_anew) == 4
    scene.draw(pygame.Surface((320, 180)), WINDOW, SCALE, state, 0.0, True)
    assert len(own.made_anew) == 4


def test_paper_keeps_the_rain_off() -> None:
    """Drops fall through between ribs without paper, and beside the umbrella."""
    wet, dry = Shelter(BARE, (216, 286), 118, 570), Shelter(FULL, (216, 286), 118, 570)
    assert dry.keeps(216, 400)
    assert not wet.keeps(216, 400)
    assert not dry.keeps(216, 200)
    assert not dry.keeps(400, 400)


shares = st.floats(0, 1, allow_nan=False)
ribs_of = st.lists(st.tuples(shares, shares, st.booleans()), min_size=9, max_size=9)


@given(ribs_of, ribs_of, st.floats(0, 1))
def test_the_animation_goes_from_one_cover_to_the_other(
    start: list[Rib], end: list[Rib], share: float
) -> None:
    """It starts where it is, stays between, and arrives after 400 ms."""
    animation = UmbrellaAnimation(start)
    animation.aim(end)
    assert all(a[0] == pytest.approx(b[0]) for a, b in zip(animation.ribs, start, strict=True))
    animation.advance(share * UMBRELLA_SECONDS)
    for now, first, last in zip(animation.ribs, start, end, strict=True):
        low, high = sorted((first[0], last[0]))
        assert low - 1e-9 <= now[0] <= high + 1e-9
        assert now[2] == last[2]
    animation.advance(UMBRELLA_SECONDS)
    assert animation.is_done
    assert all(a[0] == pytest.approx(b[0]) for a, b in zip(animation.ribs, end, strict=True))


def test_aiming_at_the_same_cover_changes_nothing() -> None:
    """A screen may aim in every frame."""
    animation = UmbrellaAnimation(FULL)
    animation.aim(FULL)
    assert animation.is_done
    animation.aim(BARE)
    animation.advance(0.1)
    midway = animation.ribs
    animation.aim(BARE)
    assert animation.ribs == midway
    animation.finish()
    assert animation.ribs == BARE


def test_the_title_umbrella_opens() -> None:
    """The wider, the more it is open; it stands on its foot."""
    widths = []
    for opening in (0.0, 0.5, 1.0):
        surface = pygame.Surface((300, 240), pygame.SRCALPHA)
        draw_title_umbrella(surface, art(), (150, 220), 200, 1.0, opening)
        bounds = surface.get_bounding_rect()
        widths.append(bounds.width)
        assert 216 <= bounds.bottom <= 221
        assert abs(bounds.centerx - 150) <= 2
    assert widths[0] < widths[1] < widths[2]


def test_the_open_umbrella_is_red() -> None:
    """The hero of the game."""
    surface = pygame.Surface((300, 240), pygame.SRCALPHA)
    draw_title_umbrella(surface, art(), (150, 220), 200, 1.0)
    red, green, blue, alpha = surface.get_at((128, 72))
    assert alpha == 255
    assert abs(red - rgb(RED)[0]) < 40 and green < 100 and blue < 80


def test_scenes_to_come_are_made_in_a_thread() -> None:
    """With the person in them; a wish that fills its share of the cache is left."""
    own = CountingArt(FOLDER)
    own.made_anew = []
    scene, state = Scene(own), SceneState(weather="rain", season=2)
    ahead = Ahead(scene)
    ahead.want(Wish(rect=WINDOW, scale=SCALE, states=[state, SceneState(weather="storm")]))
    ahead.wait()
    made = len(own.made_anew)
    scene.draw(pygame.Surface((320, 180)), WINDOW, SCALE, state, 3.0, True, 17.0)
    assert len(own.made_anew) == made


def test_a_wish_leaves_room_for_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many scenes only as many are made as fill a share of the cache."""
    monkeypatch.setattr("game.ui.scene.ahead.CACHED_BYTES", 1)
    own = CountingArt(FOLDER)
    own.made_anew = []
    ahead = Ahead(Scene(own))
    skies: tuple[Weather, ...] = ("rain", "clear", "haze", "storm")
    states = [SceneState(weather=sky) for sky in skies]
    ahead.want(Wish(rect=WINDOW, scale=SCALE, states=states))
    ahead.wait()
    assert len({key for key in own.made_anew if "backdrop" in str(key)}) == 1
