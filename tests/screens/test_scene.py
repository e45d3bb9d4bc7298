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
from game.ui.scene.figure import body_parts, companion_parts, hand_parts
from game.ui.scene.layers import LANDMARKS
from game.ui.scene.room import ROOMS
from game.ui.scene.scene import shelter_of
from game.ui.scene.state import INDOORS, KINDS, PICTURES, Place, Pose, Weather, Work
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


def names_of(state: SceneState, travel: float = 0.0) -> list[str]:
    """Pictures the person is put together from."""
    return [part.name for part in (*body_parts(state, travel), *hand_parts(state))]


def test_every_kind_of_work_and_either_sex() -> None:
    """Only those who deliver carry the box."""
    works: tuple[Work, ...] = get_args(Work)
    for work, is_female, age in product(works, (False, True), (24, 52)):
        state = SceneState(age=age, work=work, is_female=is_female, has_partner=True)
        assert ("rider_box" in names_of(state)) == (work == "order")
        assert len(set(picture(state))) > 50


AT_WORK: tuple[tuple[Work, str], ...] = (
    ("order", "scooter"), ("student", "student"), ("contract", "scooter"), ("stream", "stream"),
    ("order", "shop"), ("contract", "factory"), ("contract", "nurse"), ("order", "home_care"),
    ("contract", "nobody drew it"), ("retired", ""),
)  # fmt: skip


@pytest.mark.parametrize("is_female", [False, True])
def test_every_job_has_its_own_picture(is_female: bool) -> None:
    """What a person does is seen, and by whom."""
    seen = {
        picture(SceneState(age=26, is_female=is_female, work=work, picture=name))
        for work, name in AT_WORK
    }
    assert len(seen) == len(AT_WORK)
    if is_female:
        assert not seen & {picture(SceneState(age=26, work=w, picture=p)) for w, p in AT_WORK}


def test_a_picture_nobody_drew_falls_back_to_the_kind_of_work() -> None:
    """Who takes orders rides; who is employed walks to work."""
    poses = {work: SceneState(work=work, picture="unheard of").pose for work in get_args(Work)}
    assert poses == {**KINDS, "retired": "stroll"}
    assert SceneState(work="contract", picture="scooter").pose == "ride"


def test_all_parts_of_all_people_are_drawn() -> None:
    """A part without a picture would show a face without features."""
    people = ("", "chen_jing", "zhao_lin", "li_wei")
    jobs = product(AT_WORK, (False, True), people, (20, 36, 44, 52, 61, 70))
    for (work, name), is_female, person, age in jobs:
        state = SceneState(
            age=age, is_female=is_female, work=work, picture=name, person=person, has_partner=True
        )
        parts = [*names_of(state), *(part.name for part in companion_parts(state))]
        parts += [name for name, _ in standing(state)]
        assert [part for part in parts if not art().has(part)] == []


def test_rooms_and_landmarks_are_drawn() -> None:
    """Every thing in every room, and what tells the cities apart."""
    props = [prop for room in ROOMS.values() for prop in (*room.behind, *room.before)]
    assert [prop.name for prop in props if not art().has(prop.name)] == []
    assert [piece.name for piece in LANDMARKS.values() if not art().has(piece.name)] == []
    assert set(ROOMS) == set(INDOORS)
    assert set(PICTURES.values()) | set(KINDS.values()) | {"stroll"} == set(get_args(Pose))


@pytest.mark.parametrize(
    ("age", "head"), [(20, 22), (37, 22), (38, 40), (49, 40), (50, 55), (65, 55), (66, 70)]
)
def test_heads_grow_old(age: int, head: int) -> None:
    """Grey from fifty, white from sixty-six; the helmet turns white with the hair."""
    shopkeeper = SceneState(age=age, is_female=True, work="order", picture="shop")
    if age < 63:
        assert f"head_woman_{head}" in names_of(shopkeeper)
        rider = names_of(replace(shopkeeper, picture="scooter"))
        assert ("helmet_white" in rider) == (age >= 50)
    companion = companion_parts(SceneState(age=age, work="retired", has_partner=True))
    assert f"head_woman_{head}" in {part.name for part in companion}


def test_people_are_told_apart() -> None:
    """Chen Jing wears her hair loose, Zhao Lin has glasses and a satchel."""
    chen = SceneState(age=26, is_female=True, work="stream", person="chen_jing")
    zhao = SceneState(age=20, is_female=True, work="student", person="zhao_lin")
    assert {"hair_long", "headset"} <= set(names_of(chen))
    assert {"glasses", "satchel", "helmet_yellow"} <= set(names_of(zhao))
    assert "hair_long" not in names_of(zhao)
    assert "glasses" in names_of(replace(zhao, work="contract", picture="nurse"))


def test_a_rider_under_contract_wears_a_vest() -> None:
    """The jacket below it still tells of the cover."""
    vest = replace(SceneState(age=24), work="contract", picture="scooter")
    torso = next(part for part in body_parts(vest) if part.name == "rider_torso")
    arm = next(part for part in body_parts(vest) if part.name == "rider_arm")
    assert torso.swaps and not arm.swaps


def test_walkers_take_steps() -> None:
    """One foot before the other as the road goes by; a rider's feet rest on the board."""
    walker = SceneState(work="contract")
    assert names_of(walker, 10.0) != names_of(walker, 70.0)
    assert names_of(SceneState(), 10.0) == names_of(SceneState(), 70.0)


def test_a_clear_sky_over_a_student_is_that_of_the_night() -> None:
    """She rides when school is out; in the rain it is dark anyway."""
    student = SceneState(age=20, work="student", weather="clear")
    assert student.is_night
    assert not replace(student, weather="rain").is_night
    assert not replace(student, work="order").is_night
    assert picture(replace(student, has_person=False)) != picture(
        replace(student, has_person=False, work="order")
    )


@pytest.mark.parametrize("city", sorted(LANDMARKS))
def test_cities_have_an_outline_of_their_own(city: str) -> None:
    """A landmark stands out; a city without one is a city."""
    plain = SceneState(weather="clear", has_person=False)
    others = {picture(replace(plain, city=name)) for name in LANDMARKS if name != city}
    assert picture(replace(plain, city=city)) not in {*others, picture(plain)}
    assert picture(replace(plain, city="a pack's own")) == picture(plain)


@pytest.mark.parametrize("name", ["stream", "shop", "factory", "nurse"])
def test_rain_stays_outside(name: str) -> None:
    """Behind the window it falls; on the floor, and on the person, nothing moves."""
    state = SceneState(work="contract", picture=name, weather="rain", ribs=BARE)
    assert shelter_of(state) is None
    surfaces = [pygame.Surface((320, 180)) for _ in range(2)]
    scene = Scene(art())
    for surface, seconds in zip(surfaces, (1.0, 1.3), strict=True):
        scene.draw(surface, WINDOW, SCALE, state, seconds, True)
    whole = [pygame.image.tobytes(surface, "RGB") for surface in surfaces]
    floor = [pygame.image.tobytes(s.subsurface((0, 114, 320, 66)), "RGB") for s in surfaces]
    assert whole[0] != whole[1]
    assert floor[0] == floor[1]


def test_a_room_stands_still_while_the_year_passes() -> None:
    """No street rolls by the window of who sits."""
    at_desk = SceneState(work="stream", picture="stream", weather="haze")
    assert picture(at_desk, travel=300.0) == picture(at_desk)
    outside = replace(at_desk, work="order", picture="scooter")
    assert picture(outside, travel=300.0) != picture(outside)


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


def test_the_partner_of_a_woman_is_a_man() -> None:
    """He carries the baby and turns grey as she would."""
    state = SceneState(age=30, is_female=True, has_partner=True)
    assert standing(state) == [("person_partner_man", 62.0)]
    assert standing(replace(state, child_ages=(1,))) == [("person_partner_man_baby", 62.0)]
    assert standing(replace(state, age=53)) == [("person_partner_man_old", 62.0)]
    couple = {picture(SceneState(age=72, is_female=sex, has_partner=True)) for sex in (False, True)}
    assert len(couple) == 2


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


def halves(
    states: tuple[SceneState, SceneState], window: pygame.FRect, *, seconds: float = 3.0
) -> pygame.Surface:
    """One picture of two lives."""
    surface = pygame.Surface((round(window.width * SCALE), round(window.height * SCALE)))
    left, right = (window.copy() for _ in range(2))
    left.width = right.width = window.width / 2
    right.left = window.width / 2
    for rect, state in zip((left, right), states, strict=True):
        Scene(art()).draw(surface, rect, SCALE, state, seconds, True, 140.0, whole=window)
    return surface


@pytest.mark.parametrize("weather", get_args(Weather))
def test_twins_stand_under_one_sky(weather: Weather) -> None:
    """Two halves without their people are the whole picture, to the last pixel."""
    empty = SceneState(weather=weather, has_person=False, season=3)
    whole = pygame.Surface((320, 180))
    Scene(art()).draw(whole, WINDOW, SCALE, empty, 3.0, True, 140.0)
    both = halves((empty, empty), WINDOW)
    assert pygame.image.tobytes(both, "RGB") == pygame.image.tobytes(whole, "RGB")


@pytest.mark.parametrize("wide", [1280, 1024])
def test_each_twin_has_a_picture_of_its_own(wide: int) -> None:
    """Both people are seen whole in their half, and neither changes the other's."""
    window = pygame.FRect(0, 0, wide, 720)
    insured = SceneState(age=40, weather="rain")
    bare = replace(insured, ribs=BARE, is_insured_medical=False)
    same, other = halves((insured, insured), window), halves((insured, bare), window)
    half = round(wide / 2 * SCALE)
    left = (0, 0, half, 180)
    for first, second, area, is_same in (
        (same, other, left, True), (same, other, (half, 0, half, 180), False),
    ):  # fmt: skip
        pixels = [pygame.image.tobytes(s.subsurface(area), "RGB") for s in (first, second)]
        assert (pixels[0] == pixels[1]) == is_same


def test_the_dry_room_moves_with_the_twin() -> None:
    """Paper keeps the rain off the right one as well."""
    left, right = shelter_of(SceneState()), shelter_of(SceneState(), 640.0)
    assert left is not None and right is not None
    assert left.keeps(216, 400) and not left.keeps(856, 400)
    assert right.keeps(856, 400) and not right.keeps(216, 400)


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
