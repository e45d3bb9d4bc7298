"""Where the window opens: on what is wrong with a pack, or at a moment of a life asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.cli import app as command_line
from game.cli import open as open_command
from game.core import folders
from game.core.text import Language
from game.play.options import PlayOptions
from game.play.settings import Settings, SettingsStore
from game.play.views import Stage
from game.ui.app import App
from game.ui.one_life import OneLife
from game.ui.screens.checked import CheckedScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.title import TitleScreen
from game.ui.view import Silence

BROKEN = """format: 1
id: broken
title: {en: "Broken", zh: "坏的"}
evnts: {}
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "user"))
    monkeypatch.setattr("game.ui.app.open_sound", lambda settings: Silence())
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))


@pytest.fixture
def opened() -> Iterator[list[App]]:
    apps: list[App] = []
    yield apps
    for app in apps:
        app.router.close()
        app.reload.close()
        app.window.close()


def begun(options: PlayOptions, opened: list[App]) -> App:
    """The game as it stands once everything asked for has been read."""
    app = App(options)
    opened.append(app)
    app.loading.start()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        app.step([], 0.02)
        top = app.screens[-1]
        is_checked = not isinstance(top, CheckedScreen) or top.result is not None
        if app.router.lives is not None and is_checked:
            return app
        time.sleep(0.01)
    raise AssertionError("the game did not open")


def broken_pack(folder: Path) -> Path:
    path = folder / "broken"
    path.mkdir()
    (path / "scenario.yaml").write_text(BROKEN, encoding="utf-8")
    return path


def test_a_broken_pack_opens_the_window_with_what_is_wrong(
    tmp_path: Path, opened: list[App]
) -> None:
    app = begun(PlayOptions(pack=str(broken_pack(tmp_path))), opened)
    sheet = app.screens[-1]
    assert isinstance(sheet, CheckedScreen) and sheet.result is not None
    assert not sheet.result.is_playable
    assert any("evnts" in finding.what.zh for finding in sheet.result.findings)
    assert app.code == 2
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="")], 0.02)
    title = app.screens[-1]
    assert isinstance(title, TitleScreen) and len(title.row.panels) == 3


def test_a_pack_mended_meanwhile_is_played_from_its_check(
    tmp_path: Path, opened: list[App]
) -> None:
    path = broken_pack(tmp_path)
    app = begun(PlayOptions(pack=str(path)), opened)
    good = (folders.scenarios() / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    (path / "scenario.yaml").write_text(good, encoding="utf-8")
    sheet = app.screens[-1]
    assert isinstance(sheet, CheckedScreen)
    sheet.shelf.check(str(path))
    sheet.result = None
    sheet.shelf.wait()
    app.step([], 0.02)
    sheet.ring.focus("open")
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")], 0.02)
    assert app.options.pack == str(path)
    assert app.code == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "This pack cannot be played yet"), ("zh", "这个情景包还不能玩")],
)
def test_the_terminal_says_the_worst_and_the_window_opens_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language, said: str
) -> None:
    asked: list[PlayOptions] = []

    def play(options: PlayOptions) -> int:
        asked.append(options)
        return 2

    path = str(broken_pack(tmp_path))
    assert command_line.run([path, "--lang", language], play) == 2
    assert said in capsys.readouterr().err
    assert [options.pack for options in asked] == [path]


@pytest.mark.parametrize(("age", "player"), [("31", "prudent"), ("45", "random")])
def test_open_lands_at_that_very_birthday_with_nothing_to_press(
    age: str, player: str, opened: list[App]
) -> None:
    words = ["china", "--life", "7", "--policy", player, "--from", age, "--lives", "30"]
    options = open_command.main(words, "en")
    assert options.slot is not None
    app = begun(options, opened)
    life = app.router.life
    assert isinstance(life, OneLife) and life.session.age == int(age)
    if life.session.stage is not Stage.PLAN:
        assert isinstance(app.screens[-1], LifeScreen)
    for _ in range(200):
        app.step([], 0.1)
    assert app.router.life is life and life.session.age == int(age)


def test_where_nothing_waits_the_years_stand_until_they_are_let_go(opened: list[App]) -> None:
    for number in range(40):
        words = ["china", "--life", str(number), "--age", "36", "--lives", "40"]
        options = open_command.main(words, "en")
        app = begun(options, opened)
        life = app.router.life
        assert isinstance(life, OneLife)
        if life.session.stage is Stage.YEAR:
            break
    screen = app.screens[-1]
    assert isinstance(screen, LifeScreen) and screen.clock.is_paused
    assert isinstance(life, OneLife)
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")], 0.02)
    for _ in range(30):
        app.step([], 0.1)
    assert life.session.age > 36
