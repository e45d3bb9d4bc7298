"""The demonstration: its captions have a strip of their own, and it leaves no life behind."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.core import folders
from game.core.folders import saves
from game.play.options import PlayOptions
from game.play.settings import Settings, SettingsStore
from game.ui import theme
from game.ui.demo import DemoApp
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.view import Silence


@pytest.fixture(params=("100", "150"))
def demo(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[DemoApp]:
    """A demonstration, twenty times as fast, with its pack loaded."""
    monkeypatch.setattr("game.ui.app.open_sound", lambda settings: Silence())
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))
    options = PlayOptions(text_percent=int(request.param))
    app = DemoApp(options, pace=20.0)
    app.loading._read()
    yield app
    app.router.close()
    app.window.close()


def test_captions_never_cover_a_screen(demo: DemoApp) -> None:
    seen = set()
    for _ in range(400):
        demo.step([], 0.05)
        demo.draw()
        screen = demo.screens[-1]
        seen.add(type(screen))
        boxes = screen.boxes()
        scrolling = {box.name for box in boxes if box.can_scroll}
        seen_whole = [box for box in boxes if box.inside not in scrolling]
        assert all(box.rect.bottom <= demo.view().height + 0.5 for box in seen_whole)
        strip = demo.canvas.get_height()
        corner = demo.window.surface.get_at((0, strip))[:3]
        assert strip < demo.window.size[1] and tuple(corner) == theme.rgb(theme.NIGHT)
        if {LifeScreen, PlanScreen} <= seen:
            break
    assert {LifeScreen, PlanScreen} <= seen
    assert demo.type.overflows == []
    assert not list(saves().glob("*")) if saves().is_dir() else True


def test_a_click_is_where_the_screens_are_drawn(demo: DemoApp) -> None:
    demo.step([], 0.0)
    title = demo.screens[-1]
    button = next(each for each in title.ring.widgets if each.name == "help")  # type: ignore[attr-defined]
    place = button.rect.centerx * demo.scale, button.rect.centery * demo.scale
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        demo.step([pygame.event.Event(kind, pos=place, button=1)], 0.0)
    assert demo.screens[-1] is not title


def test_escape_ends_it_and_a_sheet_holds_it(demo: DemoApp) -> None:
    def press(key: int) -> None:
        demo.step([pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")], 0.0)

    demo.step([], 0.0)
    press(pygame.K_F1)
    sheet = demo.screens[-1]
    for _ in range(20):
        demo.step([], 0.1)
    assert demo.screens[-1] is sheet
    press(pygame.K_ESCAPE)
    assert sheet not in demo.screens and demo.screens
    press(pygame.K_ESCAPE)
    assert demo.screens == []
