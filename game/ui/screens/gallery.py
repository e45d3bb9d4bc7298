"""The gallery: every screen of one life, drawn without a window and saved as pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
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
from game.play.session import Session, new_session
from game.play.settings import Settings
from game.play.views import Stage
from game.ui import theme
from game.ui.art import Art
from game.ui.lives import PackLives
from game.ui.screen import Screen
from game.ui.screens.help import HelpScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.review import ReviewScreen
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
        lives = PackLives(playable_scenario(None), SaveStore(Path(saves)), SEED)
        yield from _title_and_sheets(camera, lives)
        who = next(k for k, each in enumerate(lives.scenario.profiles) if not each.is_hidden)
        yield from _life(camera, new_session(lives.engine, who, SEED))


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


def _life(camera: Camera, session: Session) -> Iterator[Path]:
    """One life to its end: employee schemes at the lowest base, the first open answer each time."""
    taken: set[str] = set()
    caption: tuple[int, Text] | None = None
    for _ in range(MOST_STEPS):
        if session.stage is Stage.OVER:
            break
        moment = _moment(session)
        if moment and moment not in taken:
            taken.add(moment)
            yield from camera.take(moment, _screen(session, caption))
        caption = _step(session) or caption
    if session.stage is Stage.OVER:
        yield from camera.take("review", ReviewScreen(session))


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


def _screen(session: Session, caption: tuple[int, Text] | None) -> Screen:
    if session.stage is Stage.PLAN:
        return PlanScreen(session)
    screen = LifeScreen(session)
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
