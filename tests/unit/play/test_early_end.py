"""A pack that ends early: past its last age a life runs on unseen to its end, and is scored so."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.recording import played_life
from game.play.saves import Save
from game.play.session import Session, new_session
from game.play.views import Stage
from game.scenario.compiler import load_pack
from game.scoring.replay import script_of
from game.scoring.turning_points import turning_points
from game.sim.engine import Engine
from game.sim.world import World

TESTS = Path(__file__).parents[2]
LAST = 40
PACK = (
    "scenario: 1\nid: child\nextends: toyland\n"
    f"clock: {{start: 2026-01, ages: 22..{LAST}, turn: 1 year}}\n"
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "scenario.yaml").write_text(PACK, encoding="utf-8")
    loaded = load_pack(tmp_path, [TESTS])
    assert loaded.scenario is not None, loaded.findings
    return new_session(Engine(world=World(scenario=loaded.scenario)), 0, 3)


def a_step(session: Session) -> int | None:
    """One step by defaults; the age of a year that was closed in it."""
    if session.stage is Stage.CARD:
        session.choose(session.default_option())
    elif session.stage is Stage.RESULT:
        session.put_away()
    elif session.stage is Stage.PLAN:
        session.set_plan(session.plan)
    else:
        return session.close_year().age
    return None


def test_nothing_is_asked_past_the_last_age_and_the_life_is_lived_to_its_end(
    session: Session,
) -> None:
    kept: list[Save] = []
    session.keep = kept.append
    asked_at, closed = set(), []
    while session.stage is not Stage.OVER:
        asked_at.add(session.age)
        age = a_step(session)
        closed += [] if age is None else [age]
    assert max(asked_at) == max(closed) == LAST
    last = session.notes[-1]
    assert last.has_died and last.age > LAST
    assert [note.age for note in session.notes] == list(range(22, last.age + 1))
    assert kept[-1].state is not None
    review = session.review()
    assert review.comparisons


def test_what_the_player_is_told_of_it(session: Session) -> None:
    said = None
    while session.stage is not Stage.OVER:
        if session.stage is Stage.YEAR:
            said = session.close_year()
        else:
            a_step(session)
    assert said is not None and said.has_died and said.age == LAST
    assert f"died at {session.notes[-1].age}" in said.lines[0].en
    assert f"{session.notes[-1].age} 岁走的" in said.lines[0].zh


def test_what_came_unseen_was_nobodys_decision(session: Session) -> None:
    while session.stage is not Stage.OVER:
        a_step(session)
    life = played_life(session.profile, session.seed, session.notes).recorded
    script = script_of(session.engine, life)
    assert script.decisions
    assert all(decision.age <= LAST for decision in script.decisions)
    again = turning_points(session.engine, life, script)
    assert again.score == pytest.approx(session.review().score, abs=0.01)
