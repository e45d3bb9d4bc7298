"""How lives answer that nobody plays, and how many of them are lived at once."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.sim.cohort import chunk_of_lives, chunks, live_on, lived
from game.sim.record import Record
from game.sim.strategies import STRATEGIES, hold
from game.sim.year import Stage
from tests.toyland.lives import CALM, china, differences, planned, started, toyland

ENGINE = toyland()
NONE, RESIDENT, EMPLOYEE = Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE


def plan_under(strategy: str, lives: Lives) -> list[tuple[int, int]]:
    """Schemes of each life after the plan was answered."""
    year = ENGINE.open_year(lives, CALM)
    while year.stage <= Stage.PLAN:
        year = ENGINE.answer(year, STRATEGIES[strategy].policy(ENGINE, year))
    plan = year.lives.plan
    return list(zip(plan.pension.tolist(), plan.medical.tolist(), strict=True))


@pytest.mark.parametrize(
    ("strategy", "schemes"),
    [
        ("hold", (NONE, RESIDENT)),
        ("never_insured", (NONE, NONE)),
        ("resident", (RESIDENT, RESIDENT)),
        ("employee_lowest", (EMPLOYEE, EMPLOYEE)),
    ],
)
def test_the_plan_of_a_strategy(strategy: str, schemes: tuple[int, int]) -> None:
    assert plan_under(strategy, started(ENGINE, age=52)) == [schemes]


@pytest.mark.parametrize(
    ("profile", "cash", "scheme"),
    [
        ("rider", 12_000, EMPLOYEE),
        ("rider", 11_999, RESIDENT),
        ("seller", 90_000, RESIDENT),
    ],
)
def test_the_prudent_keep_three_months_and_pay_a_fifth_at_most(
    profile: str, cash: float, scheme: Scheme
) -> None:
    """Both employee schemes cost 1,400 a month: a fifth of 8,000, but not of 4,000."""
    lives = started(ENGINE, profile, age=52, cash=cash)
    assert plan_under("prudent", lives) == [(scheme, scheme)]


def test_fixed_strategies_take_the_lowest_base_whatever_was_before() -> None:
    lives = planned(started(ENGINE, age=52), base=2.0, private_per_year=1_200.0)
    year = ENGINE.open_year(lives, CALM)
    answer = STRATEGIES["employee_lowest"].policy(ENGINE, year)
    assert answer.plan is not None
    assert answer.plan.base == 0.6
    assert answer.plan.private == 0
    assert answer.plan.savings == lives.plan.savings


def test_every_strategy_has_a_name_in_both_languages() -> None:
    for name, strategy in STRATEGIES.items():
        assert strategy.id == name
        assert strategy.name.en and strategy.name.zh


@pytest.mark.parametrize(("count", "size"), [(10, 3), (3, 10), (8, 4), (1, 1)])
def test_chunks_hold_every_identity_once(count: int, size: int) -> None:
    ids = np.concatenate(list(chunks(count, size)))
    assert ids.tolist() == list(range(count))
    assert ids.dtype == np.uint64
    found = list(chunk_of_lives(ENGINE, 0, count, size))
    assert sum(lives.size for lives in found) == count
    assert max(lives.size for lives in found) <= size


def test_leaving_the_dead_behind_changes_nothing_for_the_living() -> None:
    """Told year by year, each life is what it is in a history that carries everybody along."""
    engine, size, chance = china(), 30, Chance(seed=4)
    everybody = lived(engine, started(engine, size=size), chance, hold)
    cash: dict[tuple[int, int], float] = {}

    def keep(
        opened: Lives,
        record: Record,
        after: Lives,
        which: np.ndarray[tuple[int], np.dtype[np.int64]],
    ) -> None:
        for column, life in enumerate(which):
            if record.is_lived[column]:
                cash[(record.year, int(life))] = float(after.cash[column])

    live_on(engine, started(engine, size=size), chance, hold, keep)
    expected = {
        (year.record.year, life): float(year.after.cash[life])
        for year in everybody.years
        for life in range(size)
        if year.record.is_lived[life]
    }
    assert cash == expected
    assert len(everybody.years) > 60


def test_lives_can_be_stopped_at_an_age() -> None:
    ages: list[int] = []
    live_on(
        ENGINE,
        started(ENGINE, size=2),
        CALM,
        hold,
        lambda opened, record, after, which: ages.append(int(record.age[0])),
        last_age=30,
    )
    assert ages == list(range(22, 30))


def test_a_cohort_starts_alike() -> None:
    one, many = started(ENGINE), started(ENGINE, size=3)
    for column in range(3):
        assert many.id[column] == column
        assert many.cash[column] == one.cash[0] == 10_000
    assert differences(one, started(ENGINE)) == []
