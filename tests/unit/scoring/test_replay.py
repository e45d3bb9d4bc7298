"""A played life lived again: to the last digit, and what one flip changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.core.arrays import Code
from game.core.chance import Chance, stream_table
from game.core.life import Lives, Scheme
from game.scenario.model import PlanFields
from game.scoring.compared import affordable_base, compared
from game.scoring.course import Course
from game.scoring.luck import PER_POINT, LuckAndChoice, luck_and_choice, other_seed
from game.scoring.open_loop import COVERS, SameChoices, live_choices
from game.scoring.recorded import (
    SharedLuck,
    changes_between,
    fields_of,
    only_field,
    with_fields,
)
from game.scoring.replay import Decision, Flip, columns_of, live_flips, luck_of, script_of
from game.scoring.tally import Tally
from game.scoring.turning_points import (
    TurningPoint,
    _age_of_both_claims,
    chosen,
    flips_of,
    turning_points,
)
from game.sim.cohort import live_on
from game.sim.record import Record
from game.sim.strategies import STRATEGIES, hold
from tests.toyland.lives import engine_of, planned, started
from tests.unit.scoring.played import life_of, session_of

PACKS = ("china", "toyland")


# --- shared luck ---------------------------------------------------------------------------------


def test_columns_that_share_a_luck_draw_as_the_life_whose_luck_it_is() -> None:
    keys, of = stream_table(["one", "two"]), np.array([7, 7, 3], dtype=np.uint64)
    shared = SharedLuck(seed=5, of=of)
    ages = np.array([30, 31, 30])
    columns = np.arange(3, dtype=np.uint64)
    assert (shared.uniforms(keys, columns, ages) == Chance(seed=5).uniforms(keys, of, ages)).all()


# --- plans as plain values -----------------------------------------------------------------------


def test_a_plan_survives_being_written_down() -> None:
    plan = planned(started(engine_of("toyland"), size=2), base=2.0, savings=0.25).plan
    again = with_fields(started(engine_of("toyland"), size=2).plan, fields_of(plan, 1))
    assert fields_of(again, 0) == fields_of(plan, 1)


def test_changes_are_the_fields_that_are_given_and_differ() -> None:
    before = PlanFields(pension=Scheme.NONE, base=0.6, savings=0.3)
    assert changes_between(before, PlanFields(base=0.6, savings=0.5)) == PlanFields(savings=0.5)


def test_a_plan_can_be_changed_for_some_lives_alone() -> None:
    plan = started(engine_of("toyland"), size=3).plan
    changed = with_fields(plan, only_field("base", 2.0), np.array([False, True, False]))
    assert changed.base.tolist() == [0.6, 2.0, 0.6]


# --- exact replay --------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("seed", [3, 21])
def test_a_played_life_replays_to_the_fen(pack: str, seed: int) -> None:
    session = session_of(pack, seed)
    engine, life = session.engine, life_of(session).recorded
    cash: list[float] = []

    def keep(opened: Lives, record: Record, after: Lives, which: Code) -> None:
        cash.append(float(record.cash[0]))

    live_flips(engine, life, script_of(engine, life), [None], keep)
    assert cash == [note.cash for note in session.notes]


@pytest.mark.parametrize("profile", [1, 2])
def test_a_life_under_contract_or_at_school_replays_as_well(profile: int) -> None:
    session = session_of("china", 8, profile)
    life = life_of(session)
    turning = turning_points(
        session.engine, life.recorded, script_of(session.engine, life.recorded)
    )
    assert turning.score == pytest.approx(life.score(session.world), abs=0.0021)


def test_the_script_knows_every_answer_and_every_change() -> None:
    session = session_of("toyland", 3)
    script = script_of(session.engine, life_of(session).recorded)
    answered = [a for note in session.notes for a in note.answers if "event" in a]
    events = {event.id: len(event.choices) for event in session.world.scenario.events}
    asked = [a for a in answered if events[a["event"]] > 1]
    assert [d.choice for d in script.decisions if d.event] == [a["choice"] for a in asked]
    assert all(d.value != d.before for d in script.decisions if d.field)
    assert any(d.field for d in script.decisions)


def test_a_life_that_keeps_its_plan_has_decided_nothing_about_it() -> None:
    session = session_of("toyland", 3, wanders=False)
    script = script_of(session.engine, life_of(session).recorded)
    changed = {d.field for d in script.decisions if d.field}
    assert changed == {"pension", "medical"}, "the first plan, and “keep” ever after"


# --- flips ---------------------------------------------------------------------------------------


def decision(**more: object) -> Decision:
    plan = PlanFields(pension=Scheme.EMPLOYEE)
    return replace(Decision(year=2030, age=26, plan=plan), **more)  # type: ignore[arg-type]


def test_a_base_goes_one_step_down_and_one_up() -> None:
    world = engine_of("toyland").world
    flips = flips_of(world, decision(field="base", before=0.6, value=0.8))
    assert [flip.value for flip in flips] == [0.6, 1.0]
    assert [f.value for f in flips_of(world, decision(field="base", value=2.0))] == [1.0]


def test_a_change_of_scheme_goes_back_to_what_was() -> None:
    world = engine_of("toyland").world
    flips = flips_of(world, decision(field="medical", before=Scheme.NONE, value=Scheme.RESIDENT))
    assert [flip.value for flip in flips] == [Scheme.NONE]


def test_a_base_without_the_employee_scheme_decides_nothing() -> None:
    world, plan = engine_of("toyland").world, PlanFields(pension=Scheme.RESIDENT)
    assert flips_of(world, decision(field="base", before=0.6, value=0.8, plan=plan)) == []


def test_a_flip_ends_when_the_same_field_is_changed_again() -> None:
    """Li Wei's wanderer joins at 26, changes at 34 and comes back at 45."""
    session = session_of("china", 3)
    engine, life = session.engine, life_of(session).recorded
    script = script_of(engine, life)
    first = next(d for d in script.decisions if d.field == "medical" and d.age == 26)
    again = next(d for d in script.decisions if d.field == "medical" and d.age > 26)
    flip = Flip(year=first.year, field="medical", value=first.before)
    schemes: dict[int, tuple[int, int]] = {}

    def keep(opened: Lives, record: Record, after: Lives, which: Code) -> None:
        if len(which) == 2:
            schemes[record.year] = (int(after.plan.medical[0]), int(after.plan.medical[1]))

    live_flips(engine, life, script, [None, flip], keep)
    for year in range(first.year, again.year):
        assert schemes[year] == (first.value, first.before)
    assert schemes[again.year][0] == schemes[again.year][1] == again.value


def test_a_flip_is_the_same_alone_and_in_a_batch() -> None:
    session = session_of("china", 21)
    engine, life = session.engine, life_of(session).recorded
    script = script_of(engine, life)
    flips = [f for d in script.decisions for f in flips_of(engine.world, d)]
    batch = Course(world=engine.world, size=len(flips))
    live_flips(engine, life, script, flips, batch.add)
    for column in (0, len(flips) // 2, len(flips) - 1):
        alone = Course(world=engine.world, size=1)
        live_flips(engine, life, script, [flips[column]], alone.add)
        assert np.array_equal(alone.cash[:, 0], batch.cash[:, column], equal_nan=True)


@pytest.mark.parametrize("pack", PACKS)
def test_turning_points_are_few_large_and_told_once(pack: str) -> None:
    session = session_of(pack, 3)
    life = life_of(session)
    turning = turning_points(
        session.engine, life.recorded, script_of(session.engine, life.recorded)
    )
    points = turning.points
    assert 0 < len(points) <= 5
    assert len({point.decision for point in points}) == len(points)
    assert all(point.is_shown for point in points)
    assert turning.score == pytest.approx(life.score(session.world), abs=0.0021)


def point(
    score: float,
    years: int = 0,
    claimed: tuple[int, int] = (63, 63),
    alone: tuple[bool, bool] = (False, False),
    **more: float,
) -> TurningPoint:
    return TurningPoint(
        decision=decision(year=2030 + int(100 * abs(score)) + years),
        flip=Flip(year=2030),
        years=years,
        score=score,
        pension_per_month=more.get("pension", 0.0),
        pension_age=max(claimed),
        claimed_at=claimed,
        own_bills=more.get("bills", 0.0),
        unpaid=more.get("unpaid", 0.0),
        refused=int(more.get("refused", 0)),
        pension_alone=alone,
        savings=0.0,
    )


def test_years_lead_and_a_gain_and_a_loss_are_among_them() -> None:
    gains = [point(s) for s in (9.0, 8.0, 7.0, 6.0, 5.0, 4.0)]
    found = chosen([*gains, point(-1.5), point(-2.5), point(0.2, years=2)])
    assert next(p.years for p in found) == 2
    assert [p.score for p in found[1:]] == [9.0, 8.0, 7.0, -2.5]


def test_what_moved_nothing_is_not_shown() -> None:
    assert not point(0.9, pension=49, bills=9_999).is_shown
    assert point(0.9, pension=50).is_shown
    assert point(0.9, bills=-10_000).is_shown
    assert not point(0.9, bills=-10_000, unpaid=10_000).is_shown
    assert point(1.0).is_shown
    assert point(0.0, years=-1).is_shown
    assert chosen([point(0.5)]) == ()


def test_years_decide_whether_it_was_a_gain() -> None:
    assert not point(3.0, years=-1).is_gain
    assert point(-3.0, years=1).is_gain


# --- luck and choice -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def taken_apart() -> LuckAndChoice:
    session = session_of("china", 3)
    life = life_of(session)
    return luck_and_choice(session.engine, life.recorded, life.score(session.world), lucks=60)


def test_luck_and_choice_add_up_to_the_last_digit(taken_apart: LuckAndChoice) -> None:
    found = taken_apart
    assert found.choice_part + found.luck_part == found.score_part - found.base_part
    choice, luck = found.shown
    assert choice + luck == round((found.score_part - found.base_part) / PER_POINT)
    assert 0 <= found.rank <= 1
    assert found.quantile(0.1) <= found.quantile(0.9)
    assert found.error > 0


def test_batches_of_lucks_change_nothing(
    taken_apart: LuckAndChoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of("china", 3)
    life = life_of(session)
    monkeypatch.setattr("game.scoring.luck.BATCH", 17)
    again = luck_and_choice(session.engine, life.recorded, life.score(session.world), lucks=60)
    assert again == taken_apart


def test_the_choices_of_one_who_keeps_a_plan_are_a_strategy_on_those_lucks() -> None:
    """Who lives by defaults makes the choices of ``hold``: the other lucks are its lives."""
    session = session_of("toyland", 5, wanders=False)
    life = life_of(session).recorded
    found = luck_and_choice(session.engine, life, 50.0, lucks=20)
    engine = session.engine
    lives = columns_of(engine.world, 0, 20)
    tally = Tally(world=engine.world, size=20)
    plan = life.plan_in(session.notes[0].year)
    chance = Chance(seed=other_seed(life.seed))
    live_on(engine, planned(lives, **_given(plan)), chance, hold, tally.add)
    assert sorted(tally.score.total) == pytest.approx(list(found.scores), abs=0.0011)


def _given(plan: PlanFields) -> dict[str, object]:
    return {name: getattr(plan, name) for name in PlanFields.__dataclass_fields__}


# --- other cover on the same luck ----------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
def test_never_insured_pays_nothing_even_where_an_answer_would_join(pack: str) -> None:
    """What assistance pays for a household on the minimum allowance is no choice, and stays."""
    life, engine = life_of(session_of(pack, 3)).recorded, engine_of(pack)
    paid: list[float] = []

    def keep(opened: Lives, record: Record, after: Lives, which: Code) -> None:
        paid.append(float(record.contributions[0]))

    choices = SameChoices(
        engine.world, life, (COVERS["never_insured"],), np.zeros(1, dtype=np.int64)
    )
    live_choices(engine, columns_of(engine.world, life.profile, 1), luck_of(life, 1), choices, keep)
    assert len(paid) > 20
    assert set(paid) == {0.0}


def test_one_row_a_cover_and_the_saver_has_more() -> None:
    session = session_of("china", 4, wanders=False)
    life = life_of(session)
    rows = {row.id: row for row in compared(session.engine, life.recorded, 0.8)}
    assert set(rows) == {*COVERS, "highest_affordable"}
    assert rows["highest_affordable"].base == 0.8
    saver, never = rows["never_insured_saver"], rows["never_insured"]
    assert saver.savings_at_line > never.savings_at_line
    assert rows["you"].lived_to == session.notes[-1].age


def test_the_affordable_base_is_a_step_of_the_pack() -> None:
    session = session_of("toyland", 3)
    found = affordable_base(session.engine, life_of(session).recorded, lucks=20)
    bases = session.world.scenario.decision.bases
    assert found.base in bases
    assert found.is_lowest == (found.base == bases[0])
    assert 0 <= found.share_without_gap <= 1


def test_strategies_that_compare_are_known() -> None:
    assert set(COVERS) - {"you"} <= set(STRATEGIES)


def test_pensions_are_compared_once_both_have_claimed() -> None:
    engine = engine_of("china")
    life = life_of(session_of("china", 8)).recorded
    course = Course(world=engine.world, size=3)
    course.pension[60:90, 0] = 3_000.0
    course.pension[65:90, 1] = 3_400.0
    latest = int(np.ceil(engine.world.claim_window[1][life.profile]))
    assert _age_of_both_claims(engine.world, life, course, 1) == 65
    assert _age_of_both_claims(engine.world, life, course, 2) == latest
