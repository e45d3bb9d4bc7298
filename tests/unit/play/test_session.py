"""A whole life played by script: undo, save and resume never change what comes after."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.life import Scheme
from game.core.text import LANGUAGES
from game.play.answers import Choose, Keep, answer_from_json, answer_to_json
from game.play.notes import YearNote
from game.play.outlook import outlook
from game.play.resuming import resumed_session
from game.play.saves import Save
from game.play.session import Session, new_session
from game.play.views import Stage
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.sim.world import World
from game.sim.year import Stage as Round
from tests.toyland.lives import china, differences, engine_of, scenario_of, toyland
from tests.unit.play.playing import (
    EMPLOYEE,
    NOTHING,
    OPENED_AT,
    RESIDENT,
    Script,
    keeping,
    play_on,
    played,
    resumed,
    state_of,
    through_a_file,
    wandering,
    where,
)

PACKS = ("china", "toyland")


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("seed", [1, 8])
def test_a_whole_life_can_be_played_and_seen(pack: str, seed: int) -> None:
    session = new_session(engine_of(pack), 0, seed)
    stages = set()
    while where(session) is not Stage.OVER:
        stages.add(where(session))
        view = session.life()
        assert view.age == session.age
        assert len(view.umbrella.ribs) == 9
        if where(session) is Stage.CARD:
            card = session.card()
            assert card.title.en and card.title.zh
        elif where(session) is Stage.RESULT:
            assert session.result().title.en
        elif where(session) is Stage.PLAN:
            assert session.plan_view(session.plan).outlook.ages
        wandering(session)
    assert stages >= {Stage.PLAN, Stage.YEAR, Stage.CARD}
    assert len(session.notes) == session.notes[-1].age - 22 + 1
    assert session.notes[-1].has_died
    assert session.life().age == session.age
    review = session.review()
    assert all(part.points is None or 0 <= part.points <= 100 for part in review.parts)
    assert 5 <= review.score <= 100
    for language in LANGUAGES:
        assert review.score_line.in_language(language)


def test_the_plan_is_put_before_the_player_when_it_is_due() -> None:
    session = new_session(toyland(), 0, 1)
    assert where(session) is Stage.PLAN
    assert session.plan_view(session.plan).is_first
    session.expect(1_500)
    assert not session.plan_view(session.plan).is_first
    session.set_plan(EMPLOYEE)
    assert where(session) is Stage.YEAR
    session.close_year()
    assert session.notes[0].months_employee == 12


def test_a_closed_option_is_refused_by_staying() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=40)
    assert where(session) is Stage.CARD
    before = state_of(session)
    closed = [k for k, option in enumerate(session.card().options) if not option.is_open]
    assert closed == [0, 1]
    for option in (*closed, -1, 99):
        session.choose(option)
        assert state_of(session) == before
        assert where(session) is Stage.CARD


def test_calls_at_the_wrong_moment_change_nothing() -> None:
    session = new_session(toyland(), 0, 1)
    before = state_of(session)
    session.choose(0)
    session.open_plan()
    assert not session.undo()
    assert state_of(session) == before


# --- undo ----------------------------------------------------------------------------------------


def frame(session: Session) -> list[Any]:
    """Where the running year stands."""
    year = session.year
    arrays = (year.offered, year.queue, year.paid, year.gained, year.months.pension)
    return [year.stage, *(array.tolist() for array in arrays)]


@pytest.mark.parametrize("pack", PACKS)
def test_undo_goes_back_answer_by_answer_and_replay_is_the_same(pack: str) -> None:
    session = new_session(engine_of(pack), 0, 7)
    undone = 0
    while where(session) is not Stage.OVER:
        marks, states = [(where(session), frame(session))], [state_of(session)]
        while where(session) not in (Stage.YEAR, Stage.OVER):
            count = len(session.answers)
            wandering(session)
            if len(session.answers) > count:
                marks.append((where(session), frame(session)))
                states.append(state_of(session))
        done = list(session.answers)
        for mark, state in zip(reversed(marks[:-1]), reversed(states[:-1]), strict=True):
            assert session.undo()
            undone += 1
            assert frame(session) == mark[1]
            assert state_of(session) == state
        assert not session.can_undo
        for answer in done:
            again(session, answer)
        assert where(session) is Stage.YEAR
        assert state_of(session) == states[-1]
        assert frame(session) == marks[-1][1]
        session.close_year()
    assert undone > 8
    assert len(session.undone) == undone
    assert state_of(session) == state_of(replayed(engine_of(pack), session))


def again(session: Session, answer: Choose | Keep) -> None:
    """Give a recorded answer once more."""
    if isinstance(answer, Keep):
        session.set_plan(answer.plan)
        return
    event = session.world.scenario.events[int(session.year.offered[0])]
    assert event.id == answer.event
    ids = [choice.id for choice in event.choices]
    session.choose(ids.index(answer.choice) if ids else 0)
    session.put_away()


def replayed(engine: Engine, session: Session) -> Session:
    """The same life played straight through with the choices in its notes."""
    fresh = new_session(engine, 0, session.seed)
    while where(fresh) is not Stage.OVER:
        if where(fresh) is Stage.YEAR:
            fresh.close_year()
        else:
            wandering(fresh)
    return fresh


def test_a_plan_opened_by_hand_survives_undo_and_resume() -> None:
    engine = toyland()
    session = played(engine, 1, keeping(RESIDENT), until=38)
    assert where(session) is Stage.CARD
    wait = 1
    session.choose(wait)
    session.put_away()
    session.open_plan()
    assert where(session) is Stage.YEAR
    session.close_year()
    assert where(session) is Stage.PLAN
    session.set_plan(EMPLOYEE)
    assert resumed(engine, session).plan.pension == Scheme.EMPLOYEE
    session.close_year()
    assert session.notes[-1].months_employee == 12
    assert where(session) is Stage.CARD
    session.choose(2)
    assert session.undo()
    assert where(session) is Stage.CARD
    assert session.plan.pension == Scheme.EMPLOYEE


def test_a_plan_opened_in_a_quiet_year_holds_from_its_first_month() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=52)
    assert where(session) is Stage.YEAR
    session.open_plan()
    assert where(session) is Stage.PLAN
    session.set_plan(EMPLOYEE)
    copy = resumed(toyland(), session)
    for each in (session, copy):
        each.close_year()
        assert each.notes[-1].months_employee == 12
    assert state_of(session) == state_of(copy)


def test_a_plan_and_an_event_of_one_year_survive_resume() -> None:
    """The plan was opened before the event was answered; both answers stay what they were."""
    engine = toyland()
    session = played(engine, 1, keeping(RESIDENT), until=37)
    session.open_plan()
    session.wants_plan = False
    session.close_year()
    session.undo()
    assert session.age == 38
    session.wants_plan = True
    fresh = resumed_session(engine, through_a_file(session.save()))
    assert where(fresh) is Stage.PLAN
    fresh.set_plan(PlanFields(medical=Scheme.EMPLOYEE))
    assert where(fresh) is Stage.CARD
    fresh.choose(1)
    fresh.put_away()
    copy = resumed(engine, fresh)
    assert where(copy) is Stage.YEAR
    assert copy.plan == fresh.plan
    assert copy.plan.medical == Scheme.EMPLOYEE
    assert copy.plan.pension == Scheme.RESIDENT
    for each in (copy, fresh):
        each.close_year()
    assert state_of(copy) == state_of(fresh)
    assert ("officer", "wait") in [(met.event, met.choice) for met in copy.notes[-1].met]


# --- saving --------------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
def test_resume_at_every_step_gives_the_same_next_year(pack: str) -> None:
    engine, steps = engine_of(pack), 0
    session = new_session(engine, 0, 3)
    copies: list[Session] = []
    while where(session) is not Stage.OVER:
        copies.append(resumed(engine, session))
        age = session.age
        wandering(session)
        steps += 1
        if where(session) is Stage.OVER or session.age > age:
            for copy in copies:
                play_on(copy, wandering, until=age + 1)
                assert state_of(copy) == state_of(session), age
            copies = []
    assert steps > 60


@pytest.mark.parametrize("until", [22, 30, 47, 63, 70])
def test_resume_gives_the_same_rest_of_the_life(until: int) -> None:
    session = played(china(), 11, wandering, until=until)
    copy = resumed(china(), session)
    for each in (session, copy):
        play_on(each, wandering)
    assert state_of(copy) == state_of(session)
    assert copy.notes == session.notes


def test_an_ended_life_resumes_to_its_review() -> None:
    session = played(toyland(), 1, keeping(RESIDENT))
    copy = resumed(toyland(), session)
    assert where(copy) is Stage.OVER
    assert copy.review() == session.review()


def test_every_open_and_every_answer_is_kept() -> None:
    kept: list[Save] = []
    session = new_session(toyland(), 0, 1, keep=kept.append)
    assert len(kept) == 1
    while where(session) is not Stage.OVER:
        before, answers, age = len(kept), len(session.answers), session.age
        wandering(session)
        if where(session) is Stage.OVER or (session.age, len(session.answers)) != (age, answers):
            assert len(kept) > before
    assert kept[-1] == session.save()
    assert len(kept) > len(session.notes) + 5


def test_notes_and_answers_come_back_from_their_plain_values() -> None:
    session = played(china(), 4, wandering, until=60)
    for note in session.notes:
        assert YearNote.from_json(note.as_json()) == note
    for answer in (
        Keep(plan=PlanFields(pension=Scheme.NONE, savings=0.25, can_borrow=True)),
        Choose(event="crash", choice="ward", is_crossroad=True),
        Choose(event="crash", choice=""),
    ):
        assert answer_from_json(answer_to_json(answer)) == answer


# --- other editions and damaged values -----------------------------------------------------------


def other_edition() -> Engine:
    """The small country as if a word in it had been changed."""
    return Engine(world=World(scenario=replace(scenario_of("toyland"), digest="another")))


def test_another_edition_goes_on_from_the_open_of_the_year() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=38)
    session.choose(0)
    assert session.answers
    other = resumed_session(other_edition(), through_a_file(session.save()))
    assert other.age == 38
    assert other.answers == []
    assert where(other) is Stage.CARD
    assert differences(other.opened, session.opened) == []
    play_on(other, keeping(RESIDENT))
    assert {note.edition for note in other.notes} == {
        scenario_of("toyland").digest,
        "another",
    }
    kept = " ".join(line.en for line in other.review().kept)
    assert "16" in kept


def test_a_life_goes_on_in_an_edition_with_one_more_event() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=45)
    scenario = scenario_of("toyland")
    more = replace(scenario.events[-1], id="news", index=len(scenario.events))
    edition = replace(scenario, events=(*scenario.events, more), digest="another")
    save = through_a_file(session.save())
    other = resumed_session(Engine(world=World(scenario=edition)), save)
    counts = other.opened.memory.count[:, 0]
    assert counts[:-1].tolist() == session.opened.memory.count[:, 0].tolist()
    assert counts[-1] == 0


SAVED = played(toyland(), 1, keeping(RESIDENT), until=38).save()


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where values stand in a saved state."""
    if isinstance(value, dict):
        return [path, *(leaf for key in value for leaf in leaves(value[key], (*path, key)))]
    if isinstance(value, list) and value:
        return [path, *leaves(value[0], (*path, 0))]
    return [path]


def with_value(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = with_value(copy[path[0]], path[1:], new)
    return copy


PATHS = [path for path in leaves(dict(SAVED.state)) if path]
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([10**6, 2**70, -(2**70), 10**400]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=3),
    st.just([]),
    st.just([[0.0]]),
    st.just({}),
)


@given(path=st.sampled_from(PATHS), junk=JUNK)
def test_a_save_that_does_not_fit_is_a_value_error_and_nothing_else(
    path: tuple[Any, ...], junk: Any
) -> None:
    state = with_value(dict(SAVED.state), path, junk)
    try:
        session = resumed_session(toyland(), replace(SAVED, state=state))
    except ValueError:
        return
    assert session.opened.size == 1


@pytest.mark.parametrize(
    ("path", "junk"),
    [
        (("lives", "place"), [99]),
        (("lives", "job"), [99]),
        (("lives", "profile"), [7]),
        (("lives", "age"), [400]),
        (("lives", "age"), [2**70]),
        (("lives", "cash"), [10**400]),
        (("lives", "cash"), ["much"]),
        (("lives", "cash"), [1.0, 2.0]),
        (("lives", "cash"), {}),
        (("lives", "year"), 2**70),
        (("lives", "year"), 1000),
        (("lives", "plan"), []),
        (("lives", "plan", "pension"), [9]),
        (("notes",), 5),
        (("notes",), [{}]),
        (("undone",), [{"event": 1}]),
        (("lives",), None),
    ],
)
def test_these_do_not_fit(path: tuple[Any, ...], junk: Any) -> None:
    state = with_value(dict(SAVED.state), path, junk)
    with pytest.raises(ValueError):
        resumed_session(toyland(), replace(SAVED, state=state))


@pytest.mark.parametrize("answer", [{}, {"plan": {"pension": 9}}, {"event": "x"}, 5, None, "word"])
def test_answers_that_are_none_do_not_fit(answer: Any) -> None:
    with pytest.raises(ValueError):
        resumed_session(toyland(), replace(SAVED, answers=(answer,)))


@pytest.mark.parametrize(
    "answer",
    [
        Choose(event="gone", choice="gone"),
        Choose(event="officer", choice="gone"),
        Keep(plan=EMPLOYEE),
    ],
)
def test_an_answer_to_something_else_does_not_break_the_year(answer: Choose | Keep) -> None:
    save = replace(SAVED, answers=(answer_to_json(answer),))
    session = resumed_session(toyland(), save)
    play_on(session, keeping(RESIDENT), until=40)
    assert session.age == 40


def test_a_profile_that_is_gone_does_not_fit() -> None:
    with pytest.raises(ValueError, match="nobody"):
        resumed_session(toyland(), replace(SAVED, profile="nobody"))


# --- outlook and ribbon --------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [RESIDENT, EMPLOYEE, NOTHING])
def test_the_outlook_of_a_pensioner_is_the_pension_in_payment(plan: PlanFields) -> None:
    session = new_session(china(), 0, 2)
    step: Script = keeping(plan)
    seen = 0
    while where(session) is not Stage.OVER:
        rights = session.opened.rights
        if where(session) is Stage.YEAR and rights.has_claimed[0]:
            paid = float(rights.pension_employee[0] + rights.pension_resident[0])
            found = outlook(session.engine, session.opened)
            assert found.pension_per_month == pytest.approx(paid, abs=0.01)
            assert found.claim_age <= session.age
            assert session.life().plan is not None
            seen += 1
        step(session)
    assert seen > 5 or plan is NOTHING


def test_the_ribbon_covers_every_year_lived_without_a_hole() -> None:
    session = played(china(), 6, wandering)
    ribbon = session.review().ribbon
    for bands in (ribbon.pension, ribbon.medical):
        assert bands[0].start == 22
        assert bands[-1].end == session.notes[-1].age + 1
        for one, following in pairwise(bands):
            assert one.end == pytest.approx(following.start)
            assert one.end > one.start
    assert len(ribbon.marks) >= sum(len(note.met) for note in session.notes)
    months = sum(note.months_employee + note.months_resident for note in session.notes)
    assert ribbon.paid_years == months // 12
    assert set(OPENED_AT) <= {note.age for note in session.notes}


def test_the_year_is_over_only_when_nothing_is_open() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=50)
    seen = []
    while session.age == 50:
        seen.append(where(session))
        if where(session) is Stage.YEAR:
            assert session.year.stage == Round.DONE
        keeping(RESIDENT)(session)
    assert [stage for stage in seen if stage is Stage.CARD] == [Stage.CARD, Stage.CARD]
    assert seen[-1] is Stage.YEAR
    assert np.array_equal(session.opened.age, [51])
