"""Which files a running life hangs on: those of its pack, and of the packs it builds on."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.folders import scenarios
from game.play.pack_watch import News, PackWatch, watched_parents
from game.play.problems import Problem
from game.play.reloading import moved
from game.play.session import new_session
from game.sim.engine import Engine

OLD, NEW = "Orders fall by half", "Orders fall by a third"
CHILD = 'scenario: 1\nid: corner\nextends: {parent}\ntitle: {{en: "A corner", zh: "街角"}}\n'


def child_of(parent: str, folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(CHILD.format(parent=parent), encoding="utf-8")
    return folder


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with ``shop``, an author's pack on the base pack."""
    shutil.copytree(scenarios() / "minimal", tmp_path / "shop")
    edit(tmp_path / "shop", "id: minimal", "id: shop")
    return tmp_path


@pytest.fixture
def watch(packs: Path) -> Iterator[PackWatch]:
    """A watch over ``corner``, which builds on ``shop`` beside it."""
    found = PackWatch(child_of("shop", packs / "corner"), seconds=0.05)
    yield found
    found.close()


def edit(pack: Path, old: str, new: str) -> None:
    path = pack / "scenario.yaml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def told(watch: PackWatch, seconds: float = 20.0) -> News:
    end = time.monotonic() + seconds
    while (news := watch.news()) is None:
        assert time.monotonic() < end, "nothing was told"
        time.sleep(0.02)
    return news


def test_parents_of_authors_are_found_and_the_games_own_are_not(packs: Path) -> None:
    corner = child_of("shop >=0.1", packs / "corner")
    assert watched_parents(corner) == (packs / "shop",)
    assert watched_parents(packs / "shop") == ()
    lane = child_of("corner", packs / "lane")
    assert watched_parents(lane) == (corner, packs / "shop")
    assert watched_parents(child_of("nowhere-to-be-found", packs / "lost")) == ()
    assert watched_parents(packs / "no-such-pack") == ()


def test_a_circle_and_a_file_that_cannot_be_read_end_the_search(packs: Path) -> None:
    one = child_of("two-here", packs / "one-here")
    edit(one, "id: corner", "id: one-here")
    two = child_of("one-here", packs / "two-here")
    edit(two, "id: corner", "id: two-here")
    assert watched_parents(one) == (two, one)
    (two / "scenario.yaml").write_bytes(b"\xff\xfe\x00")
    assert watched_parents(one) == (two,)


def test_a_parent_saved_is_news_for_the_life_that_runs(packs: Path, watch: PackWatch) -> None:
    watch.ask()
    engine = told(watch).outcome
    assert isinstance(engine, Engine)
    session = new_session(engine, len(engine.world.scenario.profiles) - 1, 3)
    edit(packs / "shop", OLD, NEW)
    news = told(watch)
    assert isinstance(news.outcome, Engine)
    assert not news.is_asked
    after = moved(session, news.outcome, packs / "corner")
    assert not isinstance(after, Problem), after.text
    events = {event.id: event for event in after.world.scenario.events}
    assert NEW in events["slow_season"].text.en


def test_a_mistake_in_a_parent_is_told_with_its_place(packs: Path, watch: PackWatch) -> None:
    watch.ask()
    told(watch)
    edit(packs / "shop", "probability: 15% per year", "probabilty: 15% per year")
    outcome = told(watch).outcome
    assert isinstance(outcome, Problem)
    assert "shop/scenario.yaml:16" in outcome.text.en
    edit(packs / "shop", "probabilty", "probability")
    assert isinstance(told(watch).outcome, Engine)


def test_another_parent_is_watched_in_place_of_the_first(packs: Path, watch: PackWatch) -> None:
    shutil.copytree(packs / "shop", packs / "stall")
    edit(packs / "stall", "id: shop", "id: stall")
    watch.ask()
    told(watch)
    edit(packs / "corner", "extends: shop", "extends: stall")
    told(watch)
    edit(packs / "stall", OLD, NEW)
    outcome = told(watch).outcome
    assert isinstance(outcome, Engine)
    edit(packs / "shop", OLD, "Orders vanish")
    time.sleep(0.6)
    assert watch.news() is None
