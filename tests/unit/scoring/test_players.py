"""Kinds of player: each answers alike in any company, and as its name says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.scoring.study import study
from game.sim.choosers import ATTRACTION
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.strategies import STRATEGIES, price_of, saver_share
from game.sim.world import World
from game.sim.year import Answer, Stage, Year
from tests.toyland.lives import (
    CALM,
    china,
    event_index,
    planned,
    quiet,
    scenario_of,
    started,
    toyland,
)

LISTED = {
    "random",
    "explorer",
    "myopic",
    "prudent",
    "resident",
    "employee_lowest",
    "employee_highest",
    "never_insured",
    "never_insured_saver",
}


def test_the_list_of_strategies_is_the_one_everywhere() -> None:
    assert set(STRATEGIES) >= LISTED


@pytest.mark.parametrize("name", sorted(LISTED))
def test_answers_are_the_same_for_any_chunk(name: str) -> None:
    policy = STRATEGIES[name].policy
    whole, pieces = (study(toyland(), 0, 4, 7, name, policy, chunk) for chunk in (7, 3))
    assert whole.result() == pieces.result()


def offered_to(engine: Engine, event: str, size: int, cash: float = 50_000.0) -> Year:
    """A year in which one event with choices is before everybody."""
    lives = started(engine, size=size, cash=cash)
    year = engine.open_year(lives, CALM)
    return replace(
        year, stage=Stage.FIRST, offered=np.full(size, event_index(engine, event), dtype=np.int64)
    )


def with_choices(engine: Engine) -> tuple[str, int]:
    event = max(engine.world.scenario.events, key=lambda each: len(each.choices))
    return event.id, len(event.choices)


def chosen(name: str, year: Year) -> list[int]:
    answer = STRATEGIES[name].policy(toyland(), year)
    assert answer.choice is not None
    return [int(choice) for choice in answer.choice]


def test_at_random_takes_every_open_option_about_as_often() -> None:
    event, count = with_choices(toyland())
    year = replace(offered_to(toyland(), event, 600), chance=Chance(seed=3))
    taken = np.bincount(chosen("random", year), minlength=count)
    open_ones = taken[taken > 0]
    assert len(open_ones) >= 2
    assert open_ones.min() > 0.6 * 600 / len(open_ones)


def test_in_turn_sees_all_options_over_lives_side_by_side() -> None:
    event, count = with_choices(toyland())
    taken = chosen("explorer", offered_to(toyland(), event, 2 * count))
    assert taken[:count] == taken[count:]
    assert len(set(taken)) >= 2


def test_the_short_sighted_take_what_leaves_most_and_pay_nothing() -> None:
    event, _ = with_choices(toyland())
    year = offered_to(toyland(), event, 1)
    taken = chosen("myopic", year)[0]
    index = event_index(toyland(), event)
    worths = []
    for option in range(len(toyland().world.scenario.events[index].choices)):
        answer = Answer(choice=np.array([option], dtype=np.int64))
        lives, _ = toyland().close_year(toyland().answer(year, answer))
        attract = toyland().world.scenario.events[index].choices[option].attract
        worth = float(lives.cash[0] - lives.debt[0])
        worths.append(worth + attract * ATTRACTION * float(year.lives.income[0]))
    assert worths[taken] == max(worths)
    plan = STRATEGIES["myopic"].policy(toyland(), replace(year, stage=Stage.PLAN)).plan
    assert plan is not None
    assert plan.pension[0] == plan.medical[0] == Scheme.NONE


def test_the_saver_saves_what_the_plan_would_have_cost() -> None:
    """In a year of usual income an uninsured saver spends what his insured twin does."""
    engine = quiet(scenario_of("toyland"))
    world = engine.world
    insured = planned(
        started(engine, cash=0, family__remittance=0),
        pension=Scheme.EMPLOYEE,
        medical=Scheme.EMPLOYEE,
        base=0.6,
    )
    share = saver_share(world, insured, insured.plan, insured.plan.savings)
    saver = planned(insured, pension=Scheme.NONE, medical=Scheme.NONE)
    saver = replace(saver, plan=replace(saver.plan, savings=share))
    figures = world.figures(insured.year)
    price = float(price_of(world, insured, figures, insured.plan)[0])
    records = [_year(engine, lives) for lives in (insured, saver)]
    subsidy = float(records[0].subsidy[0])
    assert price == pytest.approx(1_400)
    assert float(records[0].contributions[0]) == pytest.approx(12 * price)
    difference = float(records[1].cash[0] - records[0].cash[0])
    assert difference == pytest.approx(12 * price, rel=0.05, abs=subsidy + 300)


def _year(engine: Engine, lives: Lives) -> Record:
    return advance(engine, lives, CALM, lambda engine, year: Answer())[2]


def test_nothing_is_saved_instead_of_a_plan_that_law_pays() -> None:
    world: World = china().world
    student = planned(started(china(), "student"), pension=Scheme.EMPLOYEE)
    figures = world.figures(student.year)
    assert price_of(world, student, figures, student.plan)[0] == 0
    assert saver_share(world, student, student.plan, student.plan.savings) == pytest.approx(
        student.plan.savings
    )
    old = planned(started(china(), age=64), pension=Scheme.EMPLOYEE)
    assert price_of(world, old, world.figures(old.year), old.plan)[0] == 0


def test_the_highest_affordable_base_is_one_for_the_whole_profile() -> None:
    lives = started(toyland(), size=4)
    year = toyland().open_year(lives, CALM)
    plan = STRATEGIES["employee_highest"].policy(toyland(), replace(year, stage=Stage.PLAN)).plan
    assert plan is not None
    assert len(set(plan.base.tolist())) == 1
    assert plan.base[0] in toyland().world.scenario.decision.bases


def test_a_short_record_follows_whoever_stays_in_the_resident_scheme() -> None:
    """Six factory years and a life of resident fees end in a resident pension, not in none."""
    for name in ("resident", "prudent"):
        lives = started(china(), "female_worker", size=12)
        while lives.is_alive.any() and int(lives.age.max()) < 70:
            _, lives, record = advance(china(), lives, Chance(seed=2), STRATEGIES[name].policy)
        assert (record.pensions[record.is_lived] > 0).all(), name
