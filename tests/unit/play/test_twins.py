"""Twins: one person, one luck, two lives; what differs is what the choice made."""

from __future__ import annotations

import pytest

from game.core.text import LANGUAGES
from game.play.comparisons import turning_of
from game.play.desk import Desk
from game.play.turning_points import point_id
from game.play.twin_view import TwinStory
from game.play.twins import FLIP, YOU, TwinsDesk, TwinsQuestion, flip_of, twin_story
from game.scoring.compared import compared
from game.scoring.recorded import RecordedLife
from game.scoring.replay import Flip, live_flips, script_of
from game.scoring.side_by_side import alone, sides_beside, strategies_beside
from game.scoring.tally import Tally
from tests.toyland.lives import china, differences, engine_of, toyland
from tests.unit.play.test_forecast_desk import wait_for
from tests.unit.scoring.played import life_of, session_of


def story(left: str, right: str, pack: str = "china", seed: int = 3) -> TwinStory:
    asked = TwinsQuestion(profile=0, seed=seed, left=left, right=right)
    return twin_story(engine_of(pack), asked)


def test_the_same_plan_twice_is_the_same_life_twice() -> None:
    found = story("resident", "resident")
    for year in found.years:
        left, right = year.sides
        assert left == right
        assert left.lines == ()


def test_both_live_through_the_same_storms() -> None:
    found = story("employee_lowest", "never_insured")
    storms = [year.storm for year in found.years if year.storm is not None]
    both = [storm.bills for storm in storms if storm.bills[0] and storm.bills[1]]
    assert len(both) >= 3
    for left, right in both:
        assert left is not None and right is not None
        assert left.total == right.total
        assert sum(payer.yuan for payer in left.payers) == pytest.approx(left.total, abs=3)
    own = [[bills[side].own for bills in both] for side in (0, 1)]  # type: ignore[union-attr]
    assert sum(own[0]) < sum(own[1])
    last = found.years[-1].sides
    assert last[0].pension_per_month > 0 == last[1].pension_per_month


def test_swapping_swaps() -> None:
    one, other = story("resident", "never_insured"), story("never_insured", "resident")
    assert one.plans == other.plans[::-1]
    assert [year.sides for year in one.years] == [year.sides[::-1] for year in other.years]


@pytest.mark.parametrize("pack", ["china", "toyland"])
def test_a_side_is_the_life_lived_alone(pack: str) -> None:
    engine = engine_of(pack)
    two = strategies_beside(engine, 0, 7, ("employee_lowest", "never_insured"))
    one = strategies_beside(engine, 0, 7, ("employee_lowest",))
    for beside, single in zip(two, one, strict=False):
        for found, expected in zip(alone(beside, 0), alone(single, 0), strict=True):
            assert differences(found, expected) == []


def last_ages(seed: int) -> list[int]:
    """Ages at death of an insured life and its uninsured twin."""
    years = strategies_beside(china(), 0, seed, ("employee_lowest", "never_insured"))
    lived = [[int(y.record.age[k]) for y in years if y.record.is_lived[k]] for k in (0, 1)]
    return [ages[-1] for ages in lived]


def test_a_dead_twin_stands_as_it_was_last() -> None:
    seed, ages = next((seed, a) for seed in range(60) if len(set(a := last_ages(seed))) == 2)
    found = story("employee_lowest", "never_insured", seed=seed)
    first = 0 if ages[0] < ages[1] else 1
    after = [year.sides[first] for year in found.years if year.age > ages[first]]
    assert len(after) == abs(ages[0] - ages[1])
    assert {side.age for side in after} == {min(ages)}
    assert all(side.lines == () and not side.is_alive for side in after)


# --- a recorded life and its variations ----------------------------------------------------------


def recorded(seed: int = 3) -> RecordedLife:
    return life_of(session_of("china", seed)).recorded


def test_a_turning_point_equals_the_twin_that_shows_it() -> None:
    session = session_of("china", 3)
    life = life_of(session)
    engine = session.engine
    turning = turning_of(engine, life)
    assert turning.points
    for point in turning.points[:2]:
        years = sides_beside(engine, life.recorded, (None, point.flip))
        tallies = [Tally(world=engine.world, size=1) for _ in range(2)]
        for year in years:
            for side, tally in enumerate(tallies):
                opened, record, after = alone(year, side)
                tally.add(opened, record, after, record.age * 0)
        played, flipped = (float(tally.score.total[0]) for tally in tallies)
        assert played - flipped == pytest.approx(point.score, abs=1e-9)
        lived = [int(tally.last_age[0]) for tally in tallies]
        assert lived[0] - lived[1] == point.years


def test_the_flip_can_be_named_and_found_again() -> None:
    turning = turning_of(china(), life_of(session_of("china", 3)))
    for point in turning.points:
        assert flip_of(point_id(point)) == point.flip
    assert flip_of("2040/base=0.8") == Flip(year=2040, field="base", value=0.8)
    with pytest.raises(ValueError):
        flip_of("2040/nothing")


def test_one_life_told_twice_differs_where_it_was_flipped() -> None:
    session = session_of("china", 3)
    life = life_of(session)
    point = turning_of(session.engine, life).points[0]
    asked = TwinsQuestion(profile=0, seed=3, left=YOU, right=FLIP + point_id(point), life=life)
    found = twin_story(session.engine, asked)
    before = [year for year in found.years if year.year < point.flip.year]
    assert before
    for year in before:
        assert year.sides[0] == year.sides[1]
    assert found.years[-1].sides[0].wealth == session.notes[-1].cash - session.notes[-1].debt


def test_a_cover_beside_the_played_life_is_the_comparison() -> None:
    session = session_of("china", 3)
    life = life_of(session)
    row = next(r for r in compared(session.engine, life.recorded) if r.id == "resident")
    years = sides_beside(session.engine, life.recorded, (None, "resident"))
    tally = Tally(world=session.world, size=1)
    for year in years:
        opened, record, after = alone(year, 1)
        tally.add(opened, record, after, record.age * 0)
    assert float(tally.score.total[0]) == pytest.approx(row.score, abs=1e-9)


def test_the_played_side_is_the_played_life() -> None:
    session = session_of("china", 21)
    life = life_of(session)
    years = sides_beside(session.engine, life.recorded, (None, "never_insured"))
    cash = [float(year.record.cash[0]) for year in years if year.record.is_lived[0]]
    assert cash == [note.cash for note in session.notes]


def test_a_flip_alone_is_the_flip_beside() -> None:
    session = session_of("china", 21)
    engine, life = session.engine, life_of(session).recorded
    script = script_of(engine, life)
    first = next(d for d in script.decisions if d.field == "medical")
    flip = Flip(year=first.year, field="medical", value=first.before)
    tally = Tally(world=engine.world, size=1)
    live_flips(engine, life, script, [flip], tally.add)
    beside = sides_beside(engine, life, (None, flip))
    bills = sum(float(y.record.own_bills[1]) for y in beside if y.record.is_lived[1])
    assert float(tally.own_bills[0]) == pytest.approx(bills, abs=0.01)


# --- at the desk ---------------------------------------------------------------------------------


def test_twins_at_the_desk() -> None:
    with Desk(toyland(), uses_process=False) as desk:
        twins = TwinsDesk(desk=desk, profile=0, seed=2)
        names = [plan.id for plan in twins.plans()]
        assert {"never_insured", "employee_lowest"} <= set(names)
        assert all(plan.label.in_language(lang) for plan in twins.plans() for lang in LANGUAGES)
        twins.begin("resident", "never_insured")
        wait_for(lambda: twins.story() is not None)
        found = twins.story()
        assert found is not None and found.plans[0].id == "resident"
        mine = TwinsDesk(desk=desk, profile=0, seed=2, life=life_of(session_of("toyland", 3)))
        assert mine.plans()[0].id == YOU
