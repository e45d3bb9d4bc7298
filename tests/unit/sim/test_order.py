"""The order of a year: claims, crossroad, plan, then at most three events, then the close."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.year import Answer, Stage
from tests.toyland.lives import (
    CALM,
    changed,
    choice_of,
    lived_year,
    met,
    month_of,
    offered,
    planned,
    started,
    toyland,
    walked,
)

ENGINE = toyland()
FLOOR_MONTH = 1000.0
"""A month of pension at the lowest base in the harbour: 20 % of 5,000."""


def stops(engine: Engine, lives: Lives, choices: dict[str, str] | None = None) -> list[str]:
    """What stops the game in a year, in its order; the plan is ``plan``."""
    year, found = engine.open_year(lives, CALM), []
    while year.stage != Stage.DONE:
        found.append("plan" if year.stage == Stage.PLAN else offered(engine, year))
        answer = choice_of(engine, year, choices or {})
        year = engine.answer(year, Answer() if year.stage == Stage.PLAN else answer)
    return found


def test_a_claim_is_settled_before_anything_is_asked() -> None:
    lives = started(ENGINE, age=60, rights__months_employee=200, rights__index_sum=100)
    year = ENGINE.open_year(lives, CALM)
    assert year.stage == Stage.PLAN
    assert year.opened.rights.has_claimed.all()
    assert (year.opened.rights.pension_employee > 0).all()
    assert year.opened.is_retired.all()


def test_a_crossroad_comes_first_then_the_plan_then_events() -> None:
    assert stops(ENGINE, started(ENGINE, age=23)) == ["crossing", "plan"]
    assert stops(ENGINE, started(ENGINE, age=38)) == ["plan", "officer"]
    assert stops(ENGINE, started(ENGINE, age=52)) == ["plan"]


def test_a_plan_holds_from_the_first_month() -> None:
    plan = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE)
    _, record = lived_year(ENGINE, started(ENGINE, age=52), plan=plan)
    assert record.months_pension_employee == 12
    assert record.contribution_pension == 12 * FLOOR_MONTH
    assert record.months_medical_paid == 12


def test_a_crossroad_changes_the_plan_from_the_first_month() -> None:
    _, record = lived_year(ENGINE, started(ENGINE, age=23), {"crossing": "join"})
    assert record.months_pension_employee == 12
    assert record.contribution_pension == 24_000


@pytest.mark.parametrize("seed", range(8))
def test_an_event_changes_the_plan_from_the_month_after(seed: int) -> None:
    lives = started(ENGINE, age=38)
    after, record = lived_year(ENGINE, lives, {"officer": "join"}, Chance(seed=seed))
    month = month_of(ENGINE, record, "officer")
    assert record.months_pension_employee == 11 - month
    assert record.contribution_pension == (11 - month) * FLOOR_MONTH
    assert record.months_pension_gap == 0
    assert after.plan.pension == Scheme.EMPLOYEE


def test_the_months_of_events_are_spread_over_the_year() -> None:
    months = set()
    for seed in range(80):
        _, record = lived_year(ENGINE, started(ENGINE, age=38), chance=Chance(seed=seed))
        months.add(month_of(ENGINE, record, "officer"))
    assert months == set(range(12))


def test_at_most_three_events_of_which_two_stop_and_the_rest_is_dropped() -> None:
    lives = started(ENGINE, age=24)
    assert stops(ENGINE, lives) == ["plan", "crowd_first", "crowd_second"]
    after, record = lived_year(ENGINE, lives)
    events = [event for event, _ in met(ENGINE, record)]
    assert sorted(events) == ["crowd_first", "crowd_quiet", "crowd_second"]
    assert record.paid == 100 + 200 + 400
    _, next_record = lived_year(ENGINE, after)
    assert [event for event, _ in met(ENGINE, next_record)] == ["group_major"]


def test_one_event_of_a_group_a_year() -> None:
    _, record = lived_year(ENGINE, started(ENGINE, age=25))
    assert met(ENGINE, record) == [("group_major", "")]


def test_a_limit_counts_times_and_years_between() -> None:
    years = walked(ENGINE, started(ENGINE, age=26), 6)
    ages = [int(record.age[0]) for _, record in years if met(ENGINE, record)]
    assert ages == [26, 28]
    assert years[-1][0].memory.my[0] == 2


def test_stop_first_stops_the_first_time_only() -> None:
    lives = started(ENGINE, age=26)
    assert stops(ENGINE, lives) == ["plan", "limited"]
    (_, _), (later, _) = walked(ENGINE, lives, 2)
    assert int(later.age[0]) == 28
    assert stops(ENGINE, later) == ["plan"]
    _, record = lived_year(ENGINE, later)
    assert met(ENGINE, record) == [("limited", "")]


def harvests(choice: str) -> list[int]:
    """Ages at which the consequence of the seed came."""
    lives, record = lived_year(ENGINE, started(ENGINE, age=33), {"seed": choice})
    records: list[Record] = [record, *(record for _, record in walked(ENGINE, lives, 4))]
    return [int(r.age[0]) for r in records if ("harvest", "") in met(ENGINE, r)]


def test_a_later_consequence_comes_in_its_year_and_once() -> None:
    assert harvests("sow") == [35]
    assert harvests("rest") == []


def test_a_trigger_opens_in_the_next_round_and_takes_its_place() -> None:
    lives = started(ENGINE, age=36)
    assert stops(ENGINE, lives, {"spark": "light"}) == ["plan", "spark", "fire"]
    assert stops(ENGINE, lives, {"spark": "leave"}) == ["plan", "spark", "behind_the_spark"]
    _, record = lived_year(ENGINE, lives, {"spark": "light"})
    assert met(ENGINE, record) == [("spark", "light"), ("fire", "")]
    assert record.paid == 300


def at_the_bell(choice: str, **fields: Any) -> tuple[list[str], float]:
    """What stops the game at 45 after an answer to the crossroad, and what events took."""
    lives = changed(started(ENGINE, age=45), **fields)
    return stops(ENGINE, lives, {"bell": choice}), lived_year(ENGINE, lives, {"bell": choice})[
        1
    ].paid[0]


def test_a_crossroad_triggers_before_the_drawn_events() -> None:
    assert at_the_bell("rest") == (["bell", "plan", "noise_one", "noise_two"], 300)
    assert at_the_bell("ring") == (["bell", "plan", "echo", "noise_one"], 42 + 7 + 100)


def test_a_triggered_event_that_does_not_stop_takes_its_default_at_once() -> None:
    assert at_the_bell("hum") == (["bell", "plan", "noise_one", "noise_two"], 307)


@pytest.mark.parametrize("fields", [{"memory__my": 3}, {"memory__count": 1}])
def test_a_triggered_event_keeps_its_condition_and_its_limit(fields: dict[str, Any]) -> None:
    assert at_the_bell("ring", **fields) == (["bell", "plan", "noise_one", "noise_two"], 300)


def test_a_triggered_event_has_drawn_its_values_when_it_opens() -> None:
    year = ENGINE.open_year(started(ENGINE, age=45), CALM)
    for _ in range(2):
        year = ENGINE.answer(year, choice_of(ENGINE, year, {"bell": "ring"}))
    assert offered(ENGINE, year) == "echo"
    assert [float(v[0]) for (_, name), v in year.values.items() if name == "toll"] == [42]


def test_a_closed_default_gives_way_to_its_second() -> None:
    _, record = lived_year(ENGINE, started(ENGINE, age=40))
    assert met(ENGINE, record) == [("closed_door", "cheap")]
    _, rich = lived_year(ENGINE, started(ENGINE, age=40, cash=2e6))
    assert met(ENGINE, rich) == [("closed_door", "dear")]
    assert rich.paid == 1e6


@pytest.mark.parametrize("asked", ["poor", "dear"])
def test_a_closed_choice_cannot_be_taken(asked: str) -> None:
    _, record = lived_year(ENGINE, started(ENGINE, age=40), {"closed_door": asked})
    assert met(ENGINE, record) == [("closed_door", "cheap")]
    assert record.paid == 0


def test_the_second_stop_sees_what_the_first_one_left() -> None:
    lives = started(ENGINE, age=50)
    choices = {"back_and_forth": "employee", "forth_and_back": "resident"}
    after, record = lived_year(ENGINE, lives, choices)
    assert met(ENGINE, record) == list(choices.items())
    assert after.plan.pension == Scheme.RESIDENT


def test_treatment_not_taken_is_remembered() -> None:
    lives = started(ENGINE, age=42)
    after, record = lived_year(ENGINE, lives, {"stay_in_hospital": "home"})
    assert record.was_treatment_refused
    assert record.bills.total == 0
    _, treated = lived_year(ENGINE, lives, {"stay_in_hospital": "ward"})
    assert not treated.was_treatment_refused
    assert treated.bills.total == 21_000
    _, other = lived_year(ENGINE, lives, {"stay_in_hospital": "ward"})
    assert (after.health < lived_year(ENGINE, lives)[0].health).all()
    assert other.bills.total == treated.bills.total


def test_nothing_is_offered_to_the_dead() -> None:
    lives = started(ENGINE, size=2, age=23)
    lives = changed(lives, is_alive=np.array([True, False]))
    year = ENGINE.open_year(lives, CALM)
    assert [offered(ENGINE, year, life) for life in (0, 1)] == ["crossing", ""]
    _, record = lived_year(ENGINE, changed(lives, age=24))
    assert met(ENGINE, record, 1) == []


def test_lives_side_by_side_answer_for_themselves() -> None:
    lives = started(ENGINE, size=2, age=23)
    year = ENGINE.open_year(lives, CALM)
    year = ENGINE.answer(year, Answer(choice=np.array([0, 1])))
    assert year.lives.plan.pension.tolist() == [Scheme.NONE, Scheme.EMPLOYEE]
    _, record = ENGINE.close_year(year)
    assert record.months_pension_employee.tolist() == [0, 12]


def test_an_answer_makes_a_new_year_and_leaves_the_old_one() -> None:
    lives = planned(started(ENGINE, age=40), pension=Scheme.EMPLOYEE)
    year = ENGINE.open_year(lives, CALM)
    arrays = (year.lives.cash, year.paid, year.offered, year.queue)
    before = [array.copy() for array in arrays]
    later = ENGINE.finish(year)
    assert later.stage == Stage.DONE
    for old, now in zip(before, arrays, strict=True):
        assert (old == now).all()
    one, other = ENGINE.close_year(year)[0], ENGINE.close_year(later)[0]
    assert one.cash == other.cash
