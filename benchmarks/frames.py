"""A whole life on the screens: what a frame costs, while years pass and with every card open."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame

from benchmarks.timing import Row, arithmetic_floor
from game.core import folders
from game.play.packs import playable_scenario
from game.play.views import Stage
from game.ui.art import Art
from game.ui.input import KeyPress
from game.ui.lives import PackLives
from game.ui.one_life import OneLife
from game.ui.screen import Result
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.type import Type
from game.ui.view import View
from game.ui.widgets import Pressed
from game.ui.words import load_words

SIZE: Final = (1280, 720)
SEED: Final = 7
FRAME: Final = 1 / 60
CARD_FRAMES: Final = 40
"""A card is read for so many frames; a player takes longer, and the frames are alike."""
MOST_FRAMES: Final = 20_000
EXPECTED: Final = "ask.3000"
TARGETS: Final = {50: "≤ 4 ms", 99: "≤ 8 ms"}


@dataclass(slots=True)
class Played:
    """Seconds of processor time of the frames of a life."""

    drawn: list[float] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)
    """Of letting time pass; a year closes in some of them."""


def rows() -> list[Row]:
    """Median and 99th percentile of a frame, and of letting time pass."""
    played = play()
    floor = arithmetic_floor()

    def row(what: str, taken: list[float], percent: int, target: str) -> Row:
        return Row(
            what=f"{what}, p{percent}", seconds=float(np.percentile(taken, percent)),
            floor=floor, floor_name="numpy calls", target=target,
            note=f"{len(taken):,} frames, longest {max(taken) * 1000:.0f} ms",
        )  # fmt: skip

    drawing = [row("drawing the life screen", played.drawn, *each) for each in TARGETS.items()]
    return [*drawing, row("letting time pass", played.moved, 99, "no target: years close in it")]


def play() -> Played:
    """Live one life on its screens, as fast as it goes."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    surface, view = pygame.display.set_mode(SIZE), _view()
    lives = PackLives(playable_scenario(None), None, SEED)
    run = lives.begin(lives.cards()[0].id)
    assert isinstance(run, OneLife)
    played, shown, since = Played(), None, 0
    for _ in range(MOST_FRAMES):
        screen = run.screen()
        if screen is not shown:
            screen.layout(view)
            shown, since = screen, 0
        since += 1
        start = time.thread_time()
        if isinstance(screen, PlanScreen):
            result = _keep(screen)
        elif isinstance(screen, LifeScreen):
            result = _live(screen, run, is_read=since % CARD_FRAMES == 0)
        else:
            break
        moved = time.thread_time()
        if result is not None:
            run.follow(result)
            continue
        screen.draw(surface)
        if isinstance(screen, LifeScreen):
            played.drawn.append(time.thread_time() - moved)
            played.moved.append(moved - start)
    return played


def _keep(screen: PlanScreen) -> Result | None:
    return screen.react(Pressed(name=EXPECTED if screen.is_asking else "keep"))


def _live(screen: LifeScreen, run: OneLife, *, is_read: bool) -> Result | None:
    """Answer a card that has been read, and let a frame's time pass."""
    result = None
    if screen.content is not None and is_read:
        key = pygame.K_RETURN
        if run.session.stage is Stage.CARD:
            key = pygame.K_1 + run.session.default_option()
        result = screen.handle(KeyPress(key=key))
    return result or screen.update(FRAME)


def _view() -> View:
    assets = folders.assets()
    return View(
        width=SIZE[0], height=SIZE[1], scale=1.0, text_factor=1.0, language="en", has_motion=True,
        type=Type(assets / "fonts"), art=Art(assets / "art"), words=load_words(assets),
    )  # fmt: skip
