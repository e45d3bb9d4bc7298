"""What lives of the base pack cost the funds, beside what the funds have published.

Published for 2025 (bulletin of the healthcare security administration): fund spending 4,987 yuan
an insured employee and 1,133 an insured resident, 9,614 yuan of cost a retired employee, about 21
stays a year in 100 insured people. The test prints its figures; they are never tuned to the last
digit, and must lie within a quarter of the published ones.

Ages are weighted as assumed below, since no published mix was found: three working employees to
one retired; residents are fewer of working age, and a quarter of them children, who are not lived
here and counted as the youngest adults.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest

from game.core.arrays import Number
from game.core.chance import Chance
from game.core.life import Scheme
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from tests.toyland.lives import china

LIVES = 120
BANDS = (20, 30, 40, 50, 60, 70, 80, 95)
EMPLOYEES = (0.15, 0.20, 0.20, 0.18, 0.16, 0.08, 0.03)
RESIDENTS = (0.33, 0.10, 0.13, 0.18, 0.14, 0.08, 0.04)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Means a life-year by age band, yuan at prices of the first year."""

    fund: Number
    total: Number
    stays: Number


def costs(strategy: str, *, at_home: bool) -> Costs:
    """Means over all three profiles; ``at_home`` lets them live at the place of their hukou."""
    rows = np.concatenate([_years(china(), p, strategy, at_home) for p in range(3)])
    band = np.digitize(rows[:, 0], BANDS) - 1
    means = np.array([rows[band == k].mean(axis=0) for k in range(len(BANDS) - 1)])
    return Costs(fund=means[:, 1], total=means[:, 2], stays=means[:, 3])


def _years(engine: Engine, profile: int, strategy: str, at_home: bool) -> Number:
    """Age, fund spending, cost and stays of every lived year with cover."""
    world: World = engine.world
    lives = start_lives(world, profile, np.arange(LIVES, dtype=np.uint64))
    rows = []
    for _ in range(75):
        if at_home:
            lives = replace(lives, place=world.hukou[lives.profile])
        _, lives, record = advance(engine, lives, Chance(seed=5), STRATEGIES[strategy].policy)
        price = world.scenario.law.year(record.year).medical_price_level
        stays = np.zeros(LIVES)
        for bill in record.bill_list:
            stays[bill.which] += 1
        row = np.array(
            [
                record.age,
                (record.bills.by_fund + record.outpatient.by_fund) / price,
                (record.bills.total + record.outpatient.total) / price,
                stays,
            ]
        )
        is_in = record.is_lived & (record.months_medical_covered >= 12)
        wanted = Scheme.RESIDENT if strategy == "resident" else Scheme.EMPLOYEE
        rows.append(row[:, is_in & (record.medical_scheme == wanted)].T)
    return np.concatenate(rows)


def mean(values: Number, weights: tuple[float, ...]) -> float:
    return float(np.dot(values, weights) / sum(weights))


@pytest.fixture(scope="module")
def employees() -> Costs:
    return costs("employee_lowest", at_home=False)


@pytest.fixture(scope="module")
def residents() -> Costs:
    return costs("resident", at_home=True)


def test_what_the_employee_fund_spends_a_head(employees: Costs) -> None:
    found = mean(employees.fund, EMPLOYEES)
    print(f"\nemployee fund: {found:,.0f} yuan a head; published 4,987")
    assert found == pytest.approx(4_987, rel=0.25)


def test_what_the_resident_fund_spends_a_head(residents: Costs) -> None:
    found = mean(residents.fund, RESIDENTS)
    print(f"\nresident fund: {found:,.0f} yuan a head; published 1,133")
    assert found == pytest.approx(1_133, rel=0.25)


def test_what_the_retired_cost_a_head(employees: Costs) -> None:
    found = mean(employees.total[4:], EMPLOYEES[4:])
    print(f"\ncost of the retired: {found:,.0f} yuan a head; published 9,614")
    assert found == pytest.approx(9_614, rel=0.25)


def test_stays_in_hospital_over_all_ages(employees: Costs, residents: Costs) -> None:
    found = [mean(employees.stays, EMPLOYEES), mean(residents.stays, RESIDENTS)]
    print(f"\nstays a year: {found[0]:.1%} of employees, {found[1]:.1%} of residents; about 21 %")
    assert found == pytest.approx([0.21, 0.21], rel=0.25)
