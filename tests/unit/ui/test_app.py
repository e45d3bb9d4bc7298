"""The running game with invented lives: keys that work everywhere, routing, saving, crashing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pygame
import pytest

from game.core import folders
from game.core.errors import DisplayError, GameError
from game.core.text import Text, same
from game.play.library_view import PackView
from game.play.options import PlayOptions
from game.play.settings import Settings, SettingsStore
from game.play.views import FigureView
from game.ui.app import App
from game.ui.input import KeyPress
from game.ui.screen import (
    AdviserAsked,
    Back,
    Closed,
    Result,
    Screen,
    TwinAsked,
    WidgetScreen,
)
from game.ui.screens.checked import CheckedScreen
from game.ui.screens.help import HelpScreen
from game.ui.screens.library import LibraryScreen
from game.ui.screens.message import MessageScreen
from game.ui.screens.profile_panel import ProfileCard, SavedLife
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.screens.title import TitleScreen
from game.ui.view import Silence, View
from game.ui.widgets import Button, Pressed, Signal, Widget
from game.ui.window import Window

CARD = ProfileCard(
    id="li_wei",
    name=Text("Li Wei", "李伟"),
    role=Text("Migrant courier", "外卖骑手"),
    age_line=Text("22 · Henan → Hangzhou", "22 岁 · 河南 → 杭州"),
    story=Text("Delivers food on a scooter.", "骑电动车送外卖。"),
    facts=(same("a"), same("b"), same("c")),
    portrait="li_wei",
)
SAVED = SavedLife(slot="one", profile="li_wei", name=CARD.name, age=34, seconds_ago=90.0)


@dataclass(frozen=True, slots=True)
class Ended(Result):
    """The life wants to be left."""


class Street(WidgetScreen):
    """One button that ends the life, and one that breaks the game."""

    def build(self, view: View) -> Sequence[Widget]:
        rects = pygame.FRect(40, 40, 200, 40), pygame.FRect(40, 90, 200, 40)
        return [Button("end", rects[0], "End"), Button("break", rects[1], "Break")]

    def paint(self, surface: pygame.Surface, view: View) -> None:
        surface.fill("#334455")

    def react(self, signal: Signal) -> Result | None:
        if signal == Pressed(name="break"):
            raise ZeroDivisionError("broken on purpose")
        return Ended()

    def key(self, event: KeyPress) -> Result | None:
        return {pygame.K_q: AdviserAsked(), pygame.K_t: TwinAsked("a point")}.get(event.key)

    def figures(self) -> Sequence[str]:
        return ("life",)


class Sheet(Street):
    """Laid over the street."""

    is_overlay = True


class Pair(Street):
    """A whole screen laid over another one."""

    def __init__(self, point: str) -> None:
        super().__init__()
        self.point = point

    def back(self) -> Result | None:
        return Closed()


@dataclass
class FakeLife:
    has_more: bool = True
    saves: int = 0
    is_standing: bool = False
    street: Street = field(default_factory=Street)
    told: list[Result] = field(default_factory=list)

    def screen(self) -> Screen:
        return self.street

    def follow(self, result: Result) -> bool:
        self.told.append(result)
        return not isinstance(result, Ended)

    def stand(self) -> None:
        self.is_standing = True

    def save(self) -> Text | None:
        self.saves += 1
        return None

    def figures(self, ids: Sequence[str]) -> Sequence[FigureView]:
        figure = FigureView(
            label=Text("Reference wage", "参照工资"), value=same("7,389"), since="2025-01",
            source=same("a province"), status="official", note=same(""),
        )  # fmt: skip
        return [figure for _ in ids]

    def adviser(self, plan: object) -> Screen | None:
        return Sheet() if self.has_more else None

    def twins(self, point: str) -> Screen | None:
        return Pair(point) if self.has_more else None

    @property
    def edition(self) -> str:
        return "the first"

    @property
    def can_take(self) -> bool:
        return False

    def take(self, engine: object, path: Path) -> None:
        raise AssertionError("nothing is taken")


PACK = PackView(
    path="/packs/night-shift", origin="own", title=Text("Night shift", "夜班"),
    summary=same(""), languages=("en", "zh"), minutes=20, authors=("Wang Fang",),
    differing=(same("a"), same("b")), is_playable=True, problem=same(""),
)  # fmt: skip


@dataclass
class FakeLives:
    last: SavedLife | None = None
    damage: Text | None = None
    life: FakeLife = field(default_factory=FakeLife)
    begun: list[str] = field(default_factory=list)
    is_closed: bool = False
    watched: Path | None = None
    shown: PackView | None = None

    def twins(self, profile: str) -> Screen | None:
        return Pair(profile)

    def close(self) -> None:
        self.is_closed = True

    def cards(self) -> Sequence[ProfileCard]:
        return [CARD]

    def saved(self) -> SavedLife | None:
        return self.last

    def notice(self) -> Text | None:
        return self.damage

    def begin(self, profile: str) -> FakeLife:
        self.begun.append(profile)
        return self.life

    def resume(self, slot: str) -> FakeLife:
        if slot != "one":
            raise GameError(Text("It does not fit.", "对不上。"))
        return self.life


Start = Callable[..., App]


@pytest.fixture(autouse=True)
def no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.app.open_sound", lambda settings: Silence())


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts apps with invented lives, loaded at once; closes them."""
    apps: list[App] = []
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))

    def begin(lives: FakeLives | Exception, **options: object) -> App:
        def load(asked: PlayOptions) -> FakeLives:
            if isinstance(lives, Exception):
                raise lives
            return lives

        app = App(PlayOptions(**options), load=load)  # type: ignore[arg-type]
        app.loading.outcome = lives
        app.step([], 0.02)
        apps.append(app)
        return app

    yield begin
    for app in apps:
        app.window.close()


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def press(app: App, *codes: int, mod: int = 0) -> None:
    for code in codes:
        app.step([key(code, mod)], 0.02)


def top(app: App) -> Screen:
    return app.screens[-1]


def test_the_title_is_drawn_before_anything_is_loaded() -> None:
    SettingsStore(folders.user_config()).write(Settings(language="en"))
    app = App(PlayOptions(), load=lambda options: FakeLives())
    app.draw()
    assert isinstance(top(app), TitleScreen)
    assert app.router.lives is None
    surface = app.window.surface
    points = [(x, y) for x in range(0, 1000, 7) for y in range(0, 590, 7)]
    assert len({tuple(surface.get_at(point)) for point in points}) > 20
    app.window.close()


def test_enter_lives_the_life_and_escape_leaves_it_saved(start: Start) -> None:
    lives = FakeLives()
    app = start(lives)
    press(app, pygame.K_RETURN)
    assert lives.begun == ["li_wei"] and top(app) is lives.life.street
    press(app, pygame.K_ESCAPE)
    assert isinstance(top(app), TitleScreen)
    assert lives.life.saves == 1
    assert lives.life.told == [Back()]


def test_a_saved_life_goes_on(start: Start) -> None:
    lives = FakeLives(last=SAVED)
    app = start(lives)
    press(app, pygame.K_RETURN)
    assert lives.begun == [] and top(app) is lives.life.street


def test_a_moment_asked_for_opens_at_once_and_stands(start: Start) -> None:
    lives = FakeLives()
    app = start(lives, slot="one")
    assert top(app) is lives.life.street and lives.life.is_standing
    other = start(FakeLives(), slot="two")
    assert isinstance(top(other), TitleScreen)
    assert other.router.title.notice == Text("It does not fit.", "对不上。")


def test_the_title_names_a_pack_that_is_not_the_games_own(start: Start) -> None:
    assert start(FakeLives()).router.title.pack is None
    named = start(FakeLives(shown=PACK)).router.title
    assert named.pack is not None and named.pack.pack is PACK


def test_help_names_the_reload_key_only_in_a_life_of_an_authors_pack(start: Start) -> None:
    def rows(app: App) -> tuple[str, ...]:
        press(app, pygame.K_F1)
        helping = top(app)
        assert isinstance(helping, HelpScreen)
        press(app, pygame.K_F1)
        return helping.rows

    own = start(FakeLives(watched=Path("/packs/night-shift")))
    assert "reload" not in rows(own)
    press(own, pygame.K_RETURN)
    assert "reload" in rows(own)
    bundled = start(FakeLives())
    press(bundled, pygame.K_RETURN)
    assert "reload" not in rows(bundled)


def test_a_save_that_does_not_fit_is_said_on_the_title(start: Start) -> None:
    other = SavedLife(slot="two", profile="li_wei", name=CARD.name, age=34, seconds_ago=0)
    app = start(FakeLives(last=other))
    press(app, pygame.K_RETURN)
    assert isinstance(top(app), TitleScreen)
    assert app.router.title.notice == Text("It does not fit.", "对不上。")


def test_a_life_may_ask_to_be_left(start: Start) -> None:
    lives = FakeLives()
    app = start(lives, profile="li_wei")
    assert top(app) is lives.life.street
    press(app, pygame.K_RETURN)
    assert isinstance(top(app), TitleScreen)


def test_language_changes_on_the_spot_and_is_kept(start: Start) -> None:
    app = start(FakeLives())
    press(app, pygame.K_l)
    assert app.settings.language == "zh"
    assert app.router.title.view.say("title.name") == "未雨绸缪"
    assert SettingsStore(folders.user_config()).read()[0].language == "zh"


def test_what_was_asked_for_this_session_is_not_kept(start: Start) -> None:
    app = start(FakeLives(), text_percent=150)
    assert app.settings.text_percent == 150
    press(app, pygame.K_m)
    kept = SettingsStore(folders.user_config()).read()[0]
    assert (kept.text_percent, kept.has_sound) == (100, False)


def test_text_grows_and_shrinks_between_100_and_200(start: Start) -> None:
    app = start(FakeLives())
    for _ in range(6):
        press(app, pygame.K_EQUALS, mod=pygame.KMOD_CTRL)
    assert app.settings.text_percent == 200
    for _ in range(6):
        press(app, pygame.K_MINUS, mod=pygame.KMOD_CTRL)
    assert app.settings.text_percent == 100


def test_sheets_open_and_close_over_a_life(start: Start) -> None:
    lives = FakeLives()
    app = start(lives)
    press(app, pygame.K_RETURN, pygame.K_F1)
    assert isinstance(top(app), HelpScreen)
    press(app, pygame.K_F2)
    sheet = top(app)
    assert isinstance(sheet, SourcesScreen) and len(sheet.rows) == 1
    assert len(app.screens) == 2
    press(app, pygame.K_F2)
    assert top(app) is lives.life.street
    press(app, pygame.K_F1, pygame.K_ESCAPE)
    assert top(app) is lives.life.street and lives.life.saves == 0


def test_settings_hold_at_once_and_the_sheet_stays_open(start: Start) -> None:
    app = start(FakeLives())
    press(app, pygame.K_TAB, pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN)
    sheet = top(app)
    assert isinstance(sheet, SettingsScreen)
    press(app, pygame.K_RIGHT)
    assert app.settings.language == "zh" and top(app) is sheet
    press(app, pygame.K_m)
    assert sheet.settings.has_sound is False
    press(app, pygame.K_ESCAPE)
    assert isinstance(top(app), TitleScreen)


def test_full_screen_goes_there_and_back(start: Start) -> None:
    app = start(FakeLives())
    press(app, pygame.K_F11)
    assert app.settings.is_full_screen and app.window.is_full_screen
    press(app, pygame.K_F11)
    assert not app.window.is_full_screen


def test_closing_the_window_saves_the_life(start: Start) -> None:
    lives = FakeLives()
    app = start(lives)
    press(app, pygame.K_RETURN)
    app.step([pygame.event.Event(pygame.QUIT)], 0.02)
    assert app.screens == [] and lives.life.saves == 1


def test_a_pack_that_cannot_be_played_is_said_in_the_window(start: Start) -> None:
    app = start(GameError(Text("Line 3 is wrong.", "第 3 行有误。")))
    screen = top(app)
    assert isinstance(screen, MessageScreen)
    assert screen.words.en == "Line 3 is wrong."
    assert app.code == 2
    press(app, pygame.K_RETURN)
    assert app.screens == []


def test_a_crash_saves_the_life_says_so_and_is_raised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))
    lives = FakeLives()
    app = App(PlayOptions(profile="li_wei"), load=lambda options: lives)
    shown: list[Screen] = []

    def rounds() -> Iterator[list[pygame.event.Event]]:
        while not app.router.life:
            yield []
        yield [key(pygame.K_TAB), key(pygame.K_RETURN)]
        pytest.fail("the game went on after it broke")

    each = rounds()
    monkeypatch.setattr(app, "_events", lambda: next(each))
    monkeypatch.setattr(app, "_wait_for_key", lambda: shown.append(top(app)))
    with pytest.raises(ZeroDivisionError):
        app.run()
    assert lives.life.saves == 1
    (screen,) = shown
    assert isinstance(screen, MessageScreen) and "saved" in screen.words.en


def test_a_small_window_asks_to_be_enlarged_and_hears_no_answers(start: Start) -> None:
    lives = FakeLives()
    app = start(lives)
    pygame.display.set_mode((640, 400))
    app.step([pygame.event.Event(pygame.WINDOWSIZECHANGED)], 0.02)
    assert app.window.is_too_small
    press(app, pygame.K_RETURN)
    assert lives.begun == []
    pygame.display.set_mode((1280, 720))
    app.step([pygame.event.Event(pygame.WINDOWSIZECHANGED)], 0.02)
    press(app, pygame.K_RETURN)
    assert lives.begun == ["li_wei"]


def test_a_minimised_window_stands_still(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    app = start(FakeLives())
    app.step([pygame.event.Event(pygame.WINDOWMINIMIZED)], 0.02)
    passed: list[float] = []
    monkeypatch.setattr(app.router.title, "update", passed.append)
    app.step([], 0.5)
    assert passed == []
    app.step([pygame.event.Event(pygame.WINDOWRESTORED)], 0.02)
    app.step([], 0.05)
    assert passed == [0.05]


def test_leaving_a_life_says_that_it_is_saved(start: Start) -> None:
    lives = FakeLives(last=SAVED)
    app = start(lives)
    press(app, pygame.K_RETURN, pygame.K_ESCAPE)
    assert app.router.title.notice == app.words["window.saved"]


def test_nothing_is_drawn_while_nothing_changes(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start(FakeLives())
    press(app, pygame.K_RETURN)
    app.step([], 1.0)
    frames: list[int] = []
    monkeypatch.setattr(app, "draw", lambda: frames.append(1))
    for _ in range(5):
        app.step([], 0.1)
    assert frames == []


def test_without_a_display_a_sentence_names_the_commands_that_need_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(pygame.display, "init", refuse)
    with pytest.raises(DisplayError, match="check, simulate, shots"):
        Window((1280, 720), is_full_screen=False, icon=None)


def test_drawing_into_nothing_counts_as_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "offscreen")
    with pytest.raises(DisplayError):
        Window((1280, 720), is_full_screen=False, icon=None)


def test_a_damaged_save_is_said_on_the_title(start: Start) -> None:
    damage = Text("A saved life is damaged. It is kept.", "有一份存档坏了，已经保留。")
    app = start(FakeLives(damage=damage))
    assert app.router.title.notice == damage


class Listening(Silence):
    """Notes whether it rains."""

    def __init__(self) -> None:
        self.is_raining = False

    def rain(self, is_on: bool) -> None:
        self.is_raining = is_on


def test_rain_is_heard_while_a_wet_screen_is_on_top(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    lives = FakeLives()
    app = start(lives, profile="li_wei")
    app.sound = sound = Listening()
    monkeypatch.setattr(Street, "has_rain", True)
    app.step([], 0.02)
    assert sound.is_raining
    press(app, pygame.K_F1)
    assert not sound.is_raining
    press(app, pygame.K_F1)
    assert sound.is_raining
    press(app, pygame.K_ESCAPE)
    assert isinstance(top(app), TitleScreen) and not sound.is_raining


def test_settings_and_sources_are_reached_from_the_help_by_mouse(start: Start) -> None:
    app = start(FakeLives(), profile="li_wei")
    press(app, pygame.K_F1)
    for name, sheet in (("settings", SettingsScreen), ("sources", SourcesScreen)):
        helping = top(app)
        assert isinstance(helping, HelpScreen)
        click(app, next(each for each in helping.ring.widgets if each.name == name).rect)
        assert isinstance(top(app), sheet)
        press(app, pygame.K_ESCAPE)
    app.apply(app.router.sources(top(app)))
    shown = top(app)
    assert isinstance(shown, SourcesScreen) and len(shown.rows) == 1


def click(app: App, rect: pygame.FRect) -> None:
    place = rect.centerx * app.scale, rect.centery * app.scale
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.step([pygame.event.Event(kind, pos=place, button=1)], 0.02)


def test_the_adviser_is_a_sheet_over_the_life(start: Start) -> None:
    app = start(FakeLives(), profile="li_wei")
    street = top(app)
    press(app, pygame.K_q)
    assert isinstance(top(app), Sheet) and app.screens[0] is street
    press(app, pygame.K_ESCAPE)
    assert app.screens == [street]


def test_without_an_adviser_or_twins_nothing_opens(start: Start) -> None:
    app = start(FakeLives(life=FakeLife(has_more=False)), profile="li_wei")
    press(app, pygame.K_q, pygame.K_t)
    assert len(app.screens) == 1


def test_a_twin_is_watched_over_the_life_and_closes_onto_it(start: Start) -> None:
    app = start(FakeLives(), profile="li_wei")
    street = top(app)
    press(app, pygame.K_t)
    pair = top(app)
    assert isinstance(pair, Pair) and pair.point == "a point"
    press(app, pygame.K_F1, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert app.screens == [street]


def test_twins_of_a_profile_open_from_the_title(start: Start) -> None:
    app = start(FakeLives())
    press(app, pygame.K_t)
    pair = top(app)
    assert isinstance(pair, Pair) and pair.point == "li_wei"
    press(app, pygame.K_ESCAPE)
    assert isinstance(top(app), TitleScreen)


def test_the_library_opens_from_the_title_and_lists_the_games_own_pack(start: Start) -> None:
    app = start(FakeLives())
    press(app, pygame.K_s)
    library = top(app)
    assert isinstance(library, LibraryScreen)
    app.router.shelf.wait()
    app.step([], 0.02)
    assert any(pack.origin == "bundled" and pack.is_playable for pack in library.packs)


def test_what_is_dropped_on_the_window_is_checked(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("lifepack: 1\nevnts: {}\n", encoding="utf-8")
    app = start(FakeLives())
    app.step([pygame.event.Event(pygame.DROPFILE, file=str(path))], 0.02)
    sheet = top(app)
    assert isinstance(sheet, CheckedScreen)
    app.router.shelf.wait()
    app.step([], 0.02)
    assert sheet.result is not None and not sheet.result.is_playable
    assert sheet.result.findings


def test_another_pack_takes_the_place_of_the_present_one(start: Start) -> None:
    lives = FakeLives()
    app = start(lives, profile="li_wei")
    app.apply(app.router._open_pack("somewhere"))
    assert lives.is_closed and lives.life.saves
    assert app.options.pack == "somewhere" and app.options.profile is None
    assert app.screens == [app.router.title]
    wait_for(lambda: app.loading.outcome is not None)
    app.step([], 0.02)
    assert app.router.lives is lives


def wait_for(is_so: Callable[[], bool]) -> None:
    for _ in range(200):
        if is_so():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")
