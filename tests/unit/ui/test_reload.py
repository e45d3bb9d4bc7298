"""A pack is edited while a life in it is played: the life takes it, or says why not."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.core import folders
from game.play.life_as_test import FILE
from game.play.options import PlayOptions
from game.play.pack_watch import SECONDS, PackWatch, stamp, watched_path
from game.play.packs import playable_scenario
from game.play.problems import Problem
from game.play.session import Session
from game.play.settings import Settings, SettingsStore
from game.play.views import Stage
from game.sim.engine import Engine
from game.sim.world import World
from game.ui.app import App
from game.ui.lives import PackLives
from game.ui.moves import Replace
from game.ui.one_life import OneLife
from game.ui.runs import Lives
from game.ui.screens.checked import CheckedScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.review import ReviewScreen
from game.ui.view import Silence

WAIT = 15.0
OLD, NEW = "Orders fall by half", "Orders fall by a third"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of an author's, in a folder of its own."""
    folder = tmp_path / "shop"
    shutil.copytree(folders.scenarios() / "minimal", folder)
    return folder


@pytest.fixture
def app(pack: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The game in a life of that pack, its files looked at often."""
    monkeypatch.setattr("game.ui.app.open_sound", lambda settings: Silence())
    monkeypatch.setattr(PackWatch.__init__, "__defaults__", (None, 0.05))
    SettingsStore(folders.user_config()).write(Settings(language="en", has_motion=False))

    def load(options: PlayOptions) -> Lives:
        return PackLives(playable_scenario(options.pack), None, 7, pack=options.pack)

    found = App(PlayOptions(pack=str(pack), profile="mei"), load=load)
    found.loading.outcome = load(found.options)
    found.step([], 0.02)
    yield found
    found.reload.close()
    found.router.close()
    found.window.close()


def edit(pack: Path, old: str, new: str) -> None:
    path = pack / "scenario.yaml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def until(app: App, holds: Callable[[], bool]) -> None:
    """Rounds of the game until something holds; none of them waits for the pack."""
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end, "it never happened"
        app.step([], 0.02)
        time.sleep(0.01)


def life(app: App) -> OneLife:
    found = app.router.life
    assert isinstance(found, OneLife)
    return found


def heading(app: App) -> str:
    slip = app.reload.slip()
    return slip.heading.en if slip is not None else ""


def show(app: App, session: Session) -> None:
    """The screen that is due for a session played on by hand."""
    app.router.life = OneLife(life(app).lives, session, life(app).keeper)
    app.apply(Replace(app.router.life.screen()))


def on_to(app: App, stage: Stage) -> Session:
    """Play on to a stage by the defaults of the cards."""
    session = life(app).session
    for _ in range(3000):
        if session.stage is stage and session.notes:
            show(app, session)
            return session
        match session.stage:
            case Stage.CARD:
                session.choose(session.default_option())
            case Stage.RESULT:
                session.put_away()
            case Stage.PLAN:
                session.set_plan(session.plan)
            case _:
                session.close_year()
    raise AssertionError(stage)


def test_edited_words_reach_the_running_life(app: App, pack: Path) -> None:
    session = on_to(app, Stage.CARD)
    place = session.age, session.stage, list(session.answers), len(session.notes)
    edit(pack, OLD, NEW)
    until(app, lambda: life(app).session is not session)
    fresh = life(app).session
    assert (fresh.age, fresh.stage, list(fresh.answers), len(fresh.notes)) == place
    season = next(each for each in fresh.world.scenario.events if each.id == "slow_season")
    assert NEW in season.text.en
    assert heading(app) == "Scenario reloaded"
    assert isinstance(app.screens[-1], LifeScreen) and app.screens[-1].session is fresh
    app.step([], 0.02)
    for _ in range(60):
        app.step([], 0.1)
    assert heading(app) == ""


def test_lives_begun_after_it_have_the_edited_pack(app: App, pack: Path) -> None:
    session = on_to(app, Stage.CARD)
    edit(pack, "20000 yuan", "31000 yuan")
    until(app, lambda: life(app).session is not session)
    again = life(app).lives.again(life(app).session, is_same_luck=True)
    assert float(again.session.opened.cash[0]) == 31000.0


def test_mistakes_leave_the_life_alone_and_are_shown(app: App, pack: Path) -> None:
    session = on_to(app, Stage.CARD)
    edit(pack, "job == stream_seller", "jobb == stream_seller")
    until(app, lambda: "mistakes" in heading(app))
    slip = app.reload.slip()
    assert life(app).session is session
    assert slip is not None and "jobb" in slip.words.en and slip.hint.en == "F5: show"
    f5 = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode="")
    app.step([f5], 0.02)
    shown = app.screens[-1]
    assert isinstance(shown, CheckedScreen)
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="")], 0.02)
    assert app.screens == [life(app).screen()]
    edit(pack, "jobb", "job")
    until(app, lambda: heading(app) == "Scenario reloaded")


def test_a_pack_this_life_cannot_take_says_why(app: App, pack: Path) -> None:
    session = on_to(app, Stage.CARD)
    edit(pack, "id: minimal", "id: another-shop")
    until(app, lambda: bool(heading(app)))
    slip = app.reload.slip()
    assert life(app).session is session
    assert slip is not None and "another-shop" in slip.words.en
    assert slip.hint.en == "F5: try again"


def test_the_key_reads_at_once(app: App) -> None:
    on_to(app, Stage.CARD)
    f5 = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode="")
    app.step([f5], 0.02)
    until(app, lambda: heading(app) == "Scenario reloaded")


def test_a_plan_being_drafted_is_kept(app: App, pack: Path) -> None:
    session = life(app).session
    while session.stage is not Stage.PLAN:
        session.choose(session.default_option())
        session.put_away()
    show(app, session)
    screen = app.screens[-1]
    assert isinstance(screen, PlanScreen)
    draft = screen.draft = session.plan.__class__(pension=session.plan.pension, savings=0.35)
    edit(pack, OLD, NEW)
    until(app, lambda: life(app).session is not session)
    fresh = app.screens[-1]
    assert isinstance(fresh, PlanScreen) and fresh is not screen
    assert fresh.draft == draft


def test_an_outcome_is_read_to_its_end_first(app: App, pack: Path) -> None:
    session = on_to(app, Stage.RESULT)
    edit(pack, OLD, NEW)
    end = time.monotonic() + 2.0
    while time.monotonic() < end:
        app.step([], 0.02)
        time.sleep(0.01)
    assert life(app).session is session
    session.put_away()
    show(app, session)
    until(app, lambda: life(app).session is not session)


def test_a_failure_while_taking_it_leaves_the_life(
    app: App, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = on_to(app, Stage.CARD)
    screen = app.screens[-1]

    def fails(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("game.ui.one_life.moved", fails)
    edit(pack, OLD, NEW)
    until(app, lambda: bool(heading(app)))
    assert life(app).session is session
    assert app.screens == [screen]


def test_no_round_of_the_game_waits_for_the_pack(app: App, pack: Path) -> None:
    session = on_to(app, Stage.CARD)

    def slow(path: object, folders: object) -> Problem:
        time.sleep(0.6)
        raise ValueError("too late")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.play.pack_watch.reread", slow)
        edit(pack, OLD, NEW)
        longest, end = 0.0, time.monotonic() + 1.2
        while time.monotonic() < end:
            begun = time.monotonic()
            app.step([], 0.02)
            longest = max(longest, time.monotonic() - begun)
            time.sleep(0.005)
    assert life(app).session is session
    assert longest < 0.5


def test_bundled_packs_are_watched_by_those_who_debug(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watched_path(None) is None
    assert watched_path("minimal") is None
    assert watched_path(str(folders.scenarios() / "minimal")) is None
    assert watched_path(str(pack)) == pack
    assert watched_path("no-such-pack") is None
    monkeypatch.setenv("BTR_DEBUG", "1")
    assert watched_path(None) == folders.scenarios() / "china"


def test_a_pack_in_the_players_folder_is_found_by_id(pack: Path) -> None:
    own = folders.user_data() / "scenarios"
    own.mkdir(parents=True, exist_ok=True)
    name = (pack / "scenario.yaml").read_text(encoding="utf-8").replace("id: minimal", "id: shop-x")
    single = own / "shop-x.yaml"
    single.write_text(name, encoding="utf-8")
    try:
        assert watched_path("shop-x") == single.resolve()
    finally:
        single.unlink()


def test_a_stamp_tells_sizes_new_files_and_nothing_hidden(pack: Path) -> None:
    before = stamp(pack)
    (pack / ".git").mkdir()
    (pack / ".git" / "x.yaml").write_text("a", encoding="utf-8")
    assert stamp(pack) == before
    (pack / "events.yaml").write_text("a", encoding="utf-8")
    assert stamp(pack) != before
    assert stamp(pack / "not there.yaml") == stamp(pack / "scenario.yaml")


def test_a_watch_tells_the_newest_once(pack: Path) -> None:
    watch = PackWatch(pack, seconds=0.05)
    try:
        assert SECONDS == 1.0
        watch.ask()
        end = time.monotonic() + WAIT
        news = None
        while news is None and time.monotonic() < end:
            news = watch.news()
            time.sleep(0.01)
        assert news is not None and news.is_asked and isinstance(news.outcome, Engine)
        assert watch.news() is None
    finally:
        watch.close()


def test_the_desk_is_asked_under_the_edited_pack(pack: Path) -> None:
    lives = PackLives(playable_scenario(str(pack)), None, 7, pack=str(pack), has_desk=True)
    old = lives.desk
    edit(pack, OLD, NEW)
    engine = Engine(world=World(scenario=playable_scenario(str(pack))))
    try:
        lives.take(engine)
        assert lives.desk is not None and lives.desk is not old
        assert lives.desk.engine is engine and lives.engine is engine
    finally:
        lives.close()


def test_an_ended_life_can_be_saved_as_a_test(app: App, pack: Path) -> None:
    session = on_to(app, Stage.OVER)
    screen = app.screens[-1]
    assert isinstance(screen, ReviewScreen)
    assert "test" in [widget.name for widget in screen.ring.widgets]
    app.step([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_s, mod=0, unicode="")], 0.02)
    assert screen.said is not None
    assert screen.said.words.en == str(pack / FILE) and (pack / FILE).is_file()
    assert f"seed: {session.seed}" in (pack / FILE).read_text(encoding="utf-8")
    for _ in range(130):
        app.step([], 0.1)
    assert screen.said is None


def test_lives_of_the_games_own_packs_are_no_tests() -> None:
    lives = PackLives(playable_scenario("minimal"), None, 7, pack="minimal")
    assert lives.watched is None
