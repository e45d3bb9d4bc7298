"""``twins``: its options, and the window it opens."""

from __future__ import annotations

import time

import pygame
import pytest

from game.cli import twins
from game.cli.arguments import UsageError
from game.core import folders
from game.play.options import PlayOptions
from game.play.settings import Settings, SettingsStore
from game.play.twins import SHOWN
from game.ui.screens.twins import TwinsScreen
from game.ui.twins import TwinsApp
from game.ui.view import Silence


def test_two_plans_are_named_and_the_rest_is_as_of_play(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[PlayOptions, tuple[str, str] | None]] = []

    def run(options: PlayOptions, plans: tuple[str, str] | None) -> int:
        asked.append((options, plans))
        return 0

    monkeypatch.setattr("game.ui.twins.run_twins", run)
    assert twins.main(["--left", "resident", "--seed", "3", "--profile", "student"], "zh") == 0
    options, plans = asked[0]
    assert (options.seed, options.profile, options.language) == (3, "student", "zh")
    assert plans == ("resident", SHOWN[1])


def test_a_plan_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(UsageError) as caught:
        twins.main(["--right", "everything"], "en")
    for words in (caught.value.message.en, caught.value.message.zh):
        assert "everything" in words and "--right" in words and SHOWN[0] in words


def test_the_window_opens_on_two_lives_and_escape_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.app.open_sound", lambda settings: Silence())
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))
    app = TwinsApp(PlayOptions(seed=7, profile="student"), (SHOWN[0], SHOWN[1]))
    try:
        app.loading._read()
        app.step([], 0.02)
        screen = app.screens[-1]
        assert isinstance(screen, TwinsScreen)
        for _ in range(600):
            if screen.story is not None:
                break
            app.step([], 0.02)
            time.sleep(0.02)
        assert screen.story is not None and "Zhao Lin" in screen.story.name.en
        app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0)], 0.02)
        assert not app.screens
    finally:
        app.router.close()
        app.window.close()
