"""A pack edited while a life in it goes on: the life takes it at its place, or says why not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.play.answers import Choose
from game.play.problems import Problem
from game.play.reloading import reloaded
from game.play.session import Session, new_session
from game.play.views import Stage
from game.scenario.compiler import load_pack
from game.sim.engine import Engine
from game.sim.world import World
from tests.toyland.lives import TOYLAND


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "toyland"
    shutil.copytree(TOYLAND, folder)
    return folder


def lived(pack: Path, years: int) -> Session:
    """A life some years on, with the crossroad of that year answered if there is one."""
    scenario = load_pack(pack, []).scenario
    assert scenario is not None
    session = new_session(Engine(world=World(scenario=scenario)), 0, 5)
    for year in range(years + 1):
        while session.stage in (Stage.CARD, Stage.PLAN, Stage.RESULT):
            if session.stage is Stage.CARD:
                session.choose(session.default_option())
            elif session.stage is Stage.PLAN:
                session.set_plan(session.plan)
            else:
                session.put_away()
        if year < years:
            session.close_year()
    return session


def edit(pack: Path, file: str, old: str, new: str) -> None:
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_new_words_and_numbers_are_taken_and_the_place_is_kept(pack: Path) -> None:
    session = lived(pack, 1)
    assert any(isinstance(answer, Choose) for answer in session.answers)
    edit(pack, "events.yaml", "pay: 100 yuan", "pay: 777 yuan")
    edit(pack, "scenario.yaml", 'title: {en: "Toyland"', 'title: {en: "Newland"')
    fresh = reloaded(session, pack, [])
    assert isinstance(fresh, Session)
    assert fresh.world.scenario.title.en == "Newland"
    assert (fresh.age, fresh.stage, fresh.answers) == (session.age, session.stage, session.answers)
    assert float(fresh.opened.cash[0]) == float(session.opened.cash[0])
    assert [note.age for note in fresh.notes] == [note.age for note in session.notes]
    before, after = session.close_year(), fresh.close_year()
    assert before.age == after.age


def test_a_mistake_keeps_the_life_as_it_was_and_names_it(pack: Path) -> None:
    session = lived(pack, 1)
    edit(pack, "scenario.yaml", "goals:", "gaols:")
    problem = reloaded(session, pack, [])
    assert isinstance(problem, Problem)
    assert "SC201" in problem.text.en
    assert "SC201" in problem.text.zh


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("scenario.yaml", "id: toyland", "id: otherland", "another pack"),
        ("scenario.yaml", "  rider:\n", "  driver:\n", "no person"),
        ("events.yaml", "      stay: {", "      remain: {", "stands no more"),
    ],
)
def test_what_does_not_fit_is_said(pack: Path, file: str, old: str, new: str, words: str) -> None:
    session = lived(pack, 1)
    edit(pack, file, old, new)
    if new.startswith("      remain"):
        edit(
            pack,
            file,
            "default: stay\n    choices:\n      remain",
            "default: remain\n    choices:\n      remain",
        )
    problem = reloaded(session, pack, [])
    assert isinstance(problem, Problem), problem
    assert words in problem.text.en
    assert session.age == 23
