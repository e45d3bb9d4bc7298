"""The gallery: every screen of one life, drawn without a window and saved as pictures."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pygame

from game.core import folders
from game.core.life import Scheme
from game.core.text import Language, Text
from game.play.packs import playable_scenario
from game.play.saves import SaveStore
from game.play.session import Session
from game.play.settings import Settings
from game.play.shelf import Shelf
from game.play.twin_view import TwinYear
from game.play.views import Stage
from game.ui import theme
from game.ui.art import Art
from game.ui.lives import PackLives
from game.ui.one_life import OneLife
from game.ui.screen import Screen
from game.ui.screens.adviser import AdviserScreen
from game.ui.screens.help import HelpScreen
from game.ui.screens.library import LibraryScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import TitleScreen
from game.ui.type import Type
from game.ui.view import View
from game.ui.words import load_words

SEED: Final = 7
EXPECTED_PENSION: Final = 3_000.0
LOWEST_BASE: Final = 0.6
MOST_STEPS: Final = 2_000
"""Answers and years after which a life that does not end is left."""
LONGEST_WAIT: Final = 30.0
"""Seconds; what is not worked out by then has no picture."""
LOOK_SECONDS: Final = 0.05
ALL: Final = 2_000
"""Lives of a whole forecast."""
YEARS_SHOWN: Final = (30, 45, 58, 70)
"""Ages of which a year that passes is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a picture is taken: pixels, text size in percent, language."""

    size: tuple[int, int]
    text_percent: int
    language: Language

    def file_name(self, moment: str) -> str:
        """Name of the picture of a moment."""
        width, height = self.size
        return f"{moment}-{self.language}-{width}x{height}-{self.text_percent}.png"


def save_gallery(out: Path, looks: Sequence[Look]) -> Iterator[Path]:
    """Live one scripted life and save every screen in every look; yields each file once written."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    out.mkdir(parents=True, exist_ok=True)
    camera = Camera(out, looks)
    with TemporaryDirectory() as saves:
        store = SaveStore(Path(saves))
        lives = PackLives(playable_scenario(None), store, SEED, has_desk=True)
        try:
            yield from _title_and_sheets(camera, lives)
            yield from _twins(camera, lives)
            life = lives.begin(lives.cards()[0].id)
            assert isinstance(life, OneLife)
            yield from _life(camera, life)
        finally:
            lives.close()


class Camera:
    """Takes a screen in every look."""

    def __init__(self, out: Path, looks: Sequence[Look]) -> None:
        self.out = out
        self.looks = tuple(looks)
        assets = folders.assets()
        self.art = Art(assets / "art")
        self.type = Type(assets / "fonts")
        self.words = load_words(assets)

    def take(self, moment: str, screen: Screen, ground: Screen | None = None) -> Iterator[Path]:
        """Save a screen, over another one if it is a sheet."""
        for look in self.looks:
            view = self._view(look)
            picture = pygame.Surface(look.size)
            picture.fill(theme.NIGHT)
            if ground is not None:
                ground.layout(view)
                ground.draw(picture)
                view.veil(picture)
            if isinstance(screen, SettingsScreen):
                screen.show(Settings(language=look.language, text_percent=look.text_percent))
            screen.layout(view)
            screen.draw(picture)
            path = self.out / look.file_name(moment)
            pygame.image.save(picture, path)
            yield path

    def awaits(self, screen: Screen, is_there: Callable[[], bool]) -> bool:
        """Let a screen look for what is worked out beside it; False if it does not come."""
        screen.layout(self._view(self.looks[0]))
        for _ in range(round(LONGEST_WAIT / LOOK_SECONDS)):
            screen.update(LOOK_SECONDS)
            if is_there():
                return True
            time.sleep(LOOK_SECONDS)
        return False

    def _view(self, look: Look) -> View:
        width, height = look.size
        scale = min(width / theme.UNITS_WIDE, height / theme.UNITS_HIGH)
        self.type.scale, self.type.language = scale, look.language
        self.type.text_factor = look.text_percent / 100
        return View(
            width=width / scale, height=height / scale, scale=scale,
            text_factor=self.type.text_factor, language=look.language, has_motion=False,
            type=self.type, art=self.art, words=self.words,
        )  # fmt: skip


def _title_and_sheets(camera: Camera, lives: PackLives) -> Iterator[Path]:
    title = TitleScreen()
    title.show(lives.cards(), None, None)
    title.opening.finish()
    yield from camera.take("title", title)
    yield from camera.take("settings", SettingsScreen(Settings()), title)
    yield from camera.take("help", HelpScreen(), title)
    shelf = Shelf()
    shelf.read()
    shelf.wait()
    yield from camera.take("scenarios", LibraryScreen(shelf), title)


def _twins(camera: Camera, lives: PackLives) -> Iterator[Path]:
    """Two lives of the first profile: the choice of plans, and the largest storm."""
    screen = lives.twins_of(lives.cards()[0].id, None)
    if screen is None or not camera.awaits(screen, lambda: screen.story is not None):
        return
    assert screen.story is not None
    years = screen.story.years
    storms = [k for k, year in enumerate(years) if year.storm is not None]
    screen.show_year(max(storms, key=lambda k: _bill(years[k]), default=0))
    yield from camera.take("twins", screen)
    screen.is_choosing = True
    yield from camera.take("twins-plans", screen)


def _bill(year: TwinYear) -> float:
    """The larger of the two bills of a storm."""
    bills = year.storm.bills if year.storm is not None else ()
    return max((bill.total for bill in bills if bill is not None), default=0.0)


def _life(camera: Camera, life: OneLife) -> Iterator[Path]:
    """One life to its end: employee schemes at the lowest base, the first open answer each time."""
    session = life.session
    taken: set[str] = set()
    caption: tuple[int, Text] | None = None
    for _ in range(MOST_STEPS):
        if session.stage is Stage.OVER:
            break
        moment = _moment(session)
        if moment and moment not in taken:
            taken.add(moment)
            yield from camera.take(moment, _screen(camera, life, caption))
            if moment == "plan":
                yield from _advice(camera, life)
        caption = _step(session) or caption
    if session.stage is Stage.OVER:
        yield from _review(camera, life)


def _advice(camera: Camera, life: OneLife) -> Iterator[Path]:
    """The questions, and the answer to the first that is open."""
    screen = life.adviser(None)
    if not isinstance(screen, AdviserScreen):
        return
    ground = LifeScreen(life.session)
    yield from camera.take("adviser", screen, ground)
    first = next((each.id for each in screen.adviser.questions() if each.is_open), None)
    if first is not None:
        screen.ask(first)
        if camera.awaits(screen, lambda: screen.advice is not None):
            yield from camera.take("advice", screen, ground)


def _review(camera: Camera, life: OneLife) -> Iterator[Path]:
    """Every page of the review, with all that is worked out for it."""
    screen = life.review()
    camera.awaits(screen, lambda: screen.found.is_whole)
    for page in screen.pages:
        screen.show_page(page)
        yield from camera.take("review" if page == "life" else f"review-{page}", screen)


def _moment(session: Session) -> str:
    """The name of what is worth a picture now; empty where nothing is."""
    match session.stage:
        case Stage.PLAN:
            return "plan" if session.has_been_asked else "expectation"
        case Stage.CARD:
            return "card" if session.card().bill is None else "card-bill"
        case Stage.RESULT:
            return "result" if session.result().bill is None else "result-bill"
    return f"year-{session.age}" if session.age in YEARS_SHOWN else ""


def _screen(camera: Camera, life: OneLife, caption: tuple[int, Text] | None) -> Screen:
    session = life.session
    if session.stage is Stage.PLAN:
        plan = PlanScreen(session, life.forecasts(), has_adviser=True)
        if session.has_been_asked:
            camera.awaits(plan, lambda: plan.forecast is not None and plan.forecast.lives >= ALL)
        return plan
    screen = LifeScreen(session, has_adviser=True)
    screen.caption = caption
    return screen


def _step(session: Session) -> tuple[int, Text] | None:
    """Answer, or let the year close."""
    match session.stage:
        case Stage.PLAN if not session.has_been_asked:
            session.expect(EXPECTED_PENSION)
        case Stage.PLAN:
            session.set_plan(replace(session.plan, pension=Scheme.EMPLOYEE, base=LOWEST_BASE,
                                     medical=Scheme.EMPLOYEE))  # fmt: skip
        case Stage.CARD:
            options = session.card().options
            session.choose(next((i for i, each in enumerate(options) if each.is_open), 0))
        case Stage.RESULT:
            session.put_away()
        case _:
            year = session.close_year()
            return (year.age, year.lines[-1]) if year.lines else None
    return None
