"""The street behind a life, and the still, washed-out one behind plan and review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal, Protocol

import pygame

from game.core.life import Sex, Work
from game.play.views import LifeView, UmbrellaView
from game.ui import theme
from game.ui.scene import YEAR_TRAVEL, Ahead, Scene, SceneState, Wish
from game.ui.scene.scene import shelter_of
from game.ui.view import View

Weather = Literal["dawn", "clear", "haze", "rain", "storm"]
WORKS: Final[dict[Work, Literal["order", "stream", "student", "contract", "retired"]]] = {
    Work.ORDER: "order", Work.STREAM: "stream", Work.STUDENT: "student",
    Work.CONTRACT: "contract", Work.RETIRED: "retired",
}  # fmt: skip
FIRST_YEAR_AGE: Final = 20
LEAST_COVER: Final = 0.05
LOOK_SECONDS: Final = 0.7
"""A sky stays at least so long while years rush by: nothing flickers."""
WET: Final = ("rain", "storm")
SKIES: Final[tuple[Weather, ...]] = ("rain", "clear", "storm", "haze")
"""Skies that may come next, the commonest first."""
MOST_ASIDE: Final = 110.0
"""Units; farther the bench would leave the picture."""
CARD_GAP: Final = 6.0
DARK_ALPHA: Final = 150
PALE: Final = "#f4efe5"
PALE_ALPHA: Final = 205


class Pictured(Protocol):
    """What of a life is seen in the street. ``LifeView`` and a twin's side are such."""

    @property
    def age(self) -> int: ...
    @property
    def sex(self) -> Sex: ...
    @property
    def season(self) -> int: ...
    @property
    def weather(self) -> Weather: ...
    @property
    def work(self) -> Work: ...
    @property
    def picture(self) -> str: ...
    @property
    def place_kind(self) -> Literal["city", "county"]: ...
    @property
    def has_partner(self) -> bool: ...
    @property
    def child_ages(self) -> tuple[int, ...]: ...
    @property
    def is_mother_alive(self) -> bool: ...


def scene_state(
    life: Pictured,
    umbrella: UmbrellaView,
    *,
    weather: Weather,
    season: int,
    is_after_storm: bool = False,
    has_person: bool = True,
) -> SceneState:
    """The picture of a life at a moment."""
    ribs = tuple((rib.solid, rib.hatched, rib.applies) for rib in umbrella.ribs)
    # A twin's side may leave open whose life it is, and in which city.
    person, city = getattr(life, "portrait", ""), getattr(life, "place", "")
    is_covered = any(rib.id == "medical" and rib.solid > LEAST_COVER for rib in umbrella.ribs)
    return SceneState(
        age=life.age, is_female=life.sex is Sex.FEMALE, season=season, weather=weather,
        work=WORKS[life.work], picture=life.picture, person=person,
        place=life.place_kind, city=city, ribs=ribs,
        is_insured_medical=is_covered,
        has_partner=life.has_partner, child_ages=life.child_ages,
        has_mother=life.is_mother_alive and life.place_kind == "county",
        years=life.age - FIRST_YEAR_AGE, is_after_storm=is_after_storm, has_person=has_person,
    )  # fmt: skip


def likely_next(state: SceneState) -> Iterator[SceneState]:
    """The scenes that may follow one, the likeliest first: season, sky, another age."""
    seasons = [(state.season + step) % 4 for step in range(4)]
    yield replace(state, season=seasons[1])
    if state.is_wet:
        yield replace(state, weather="clear", is_after_storm=True)
    for sky in SKIES:
        yield replace(state, weather=sky)
        yield replace(state, weather=sky, season=seasons[1])
    older = replace(state, age=state.age + 1, years=state.years + 1)
    for sky in (state.weather, *SKIES[:2]):
        yield replace(older, weather=sky)
    for season in seasons[2:]:
        yield replace(state, season=season)


def step_aside(state: SceneState, free_to: float | None) -> float:
    """How far to the left a person stands so that a card at the right covers no rib."""
    shelter = shelter_of(state)
    if shelter is None or free_to is None:
        return 0.0
    return min(MOST_ASIDE, max(0.0, shelter.right + CARD_GAP - free_to))


class ScenePicture:
    """The living street: it rides on while years pass, and the sky changes without haste."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._ahead: Ahead | None = None
        self._awaited: tuple[object, ...] = ()
        self._seconds = 0.0
        self.travel = 0.0
        self.season: int | None = None
        self.weather: Weather | None = None
        self._last_wet_age: int | None = None
        self.is_after_storm = False
        """Whether the sun shines in the year after a wet one."""
        self._look_age = LOOK_SECONDS

    @property
    def is_wet(self) -> bool:
        """Whether it rains in the picture."""
        return self.weather in WET

    def advance(self, seconds: float, *, is_riding: bool) -> None:
        """Let real time pass; when the ride ends, roll to where the roadside stands."""
        self._seconds += seconds
        self._look_age += seconds
        step = seconds * YEAR_TRAVEL / theme.YEAR_SECONDS
        ridden = self.travel % YEAR_TRAVEL
        if is_riding:
            self.travel += step
        elif ridden:
            self.travel += min(step, YEAR_TRAVEL - ridden)

    def show(self, life: Pictured, *, is_passing: bool) -> None:
        """Take the sky and season of now; while years pass the season goes round instead."""
        if life.weather in WET:
            self._last_wet_age = life.age
        if is_passing and self._look_age < LOOK_SECONDS:
            return
        season = life.season
        if is_passing and self.season is not None:
            season = (self.season + 1) % 4
        self.is_after_storm = (
            life.weather not in WET
            and self._last_wet_age is not None
            and life.age - self._last_wet_age <= 1
        )
        if (life.weather, season) != (self.weather, self.season):
            self._look_age = 0.0
        self.weather, self.season = life.weather, season

    def draw(
        self,
        surface: pygame.Surface,
        view: View,
        life: Pictured,
        umbrella: UmbrellaView,
        rect: pygame.FRect | None = None,
        *,
        has_person: bool = True,
        free_to: float | None = None,
    ) -> None:
        """Draw it over the whole window, or over a part of it: twins share one sky.

        Args:
            surface: what is drawn on.
            view: the window and settings.
            life: whose street it is.
            umbrella: as it is shown at this moment.
            rect: the part of the window; None is all of it.
            has_person: whether anybody is there.
            free_to: right end of what no card covers, from the left of the part; the person steps
                aside so far that the umbrella is seen whole.
        """
        rect = view.window if rect is None else rect
        if self._scene is None or self._scene.art is not view.art:
            self._scene = Scene(view.art)
            self._ahead = Ahead(self._scene)
        state = scene_state(
            life, umbrella, weather=self.weather or life.weather,
            season=life.season if self.season is None else self.season,
            is_after_storm=self.is_after_storm, has_person=has_person,
        )  # fmt: skip
        travel = self.travel if view.has_motion else 0.0
        around = rect.move(-step_aside(state, free_to), 0)
        self._scene.draw(
            surface, around, view.scale, state, self._seconds, view.has_motion, travel, view.window,
            rect,
        )  # fmt: skip
        self._look_ahead(view, around, state)

    def _look_ahead(self, view: View, rect: pygame.FRect, state: SceneState) -> None:
        """Let the scenes that may follow be made while this one is seen."""
        now = (view.scale, rect.width, state.weather, state.season, state.age, state.place)
        if self._ahead is not None and view.has_motion and now != self._awaited:
            self._awaited = now
            states = [*likely_next(state)]
            self._ahead.want(Wish(rect=rect, scale=view.scale, states=states, whole=view.window))


class Backdrop:
    """The street as a quiet ground for paper: darkened, or washed out; drawn once."""

    def __init__(self, *, is_dark: bool) -> None:
        self.is_dark = is_dark
        self._kept: tuple[tuple[object, ...], pygame.Surface] | None = None

    def draw(self, surface: pygame.Surface, view: View, life: LifeView) -> None:
        """Draw it over the whole window."""
        key = (surface.get_size(), view.scale, life.age)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._made(surface.get_size(), view, life))
        surface.blit(self._kept[1], (0, 0))

    def _made(self, size: tuple[int, int], view: View, life: LifeView) -> pygame.Surface:
        picture = pygame.Surface(size)
        state = scene_state(
            life, life.umbrella, weather="rain" if self.is_dark else "clear", season=life.season,
            has_person=False,
        )  # fmt: skip
        Scene(view.art).draw(picture, view.window, view.scale, state, 0.0, False)
        wash = pygame.Surface(size)
        wash.fill(theme.NIGHT if self.is_dark else PALE)
        wash.set_alpha(DARK_ALPHA if self.is_dark else PALE_ALPHA)
        picture.blit(wash, (0, 0))
        return picture
