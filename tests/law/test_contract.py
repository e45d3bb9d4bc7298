"""Work under a contract: contributions, sick pay, unemployment, a lasting loss by an accident."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.contract import contract_base, contract_contributions, sick_pay
from game.rules.injury import injury_disability_allowance
from game.rules.law import YearLaw
from game.rules.unemployment import unemployment_benefit, unemployment_months

from .places import BEIJING, HENAN_COUNTY


def test_the_base_is_the_own_wage_within_floor_and_ceiling(now: YearLaw) -> None:
    """Beijing 2025: 7,162 to 35,811."""
    floor, ceiling = (now.by_place(name, [BEIJING]) for name in ("base_floor", "base_ceiling"))
    base = contract_base(np.array([5000.0, 9000, 50000]), floor, ceiling)
    assert base.tolist() == [7162, 9000, 35811]


def test_a_month_of_ten_thousand_in_beijing(now: YearLaw) -> None:
    """Worker 8 % + 2 % + 0.5 % = 1,050; employer 16 % + 9 % + 0.5 % + 0.7 % = 2,620.

    Of the 2,400 for the pension 800 go to the account, 1,600 to the pool.
    """
    rates = [now.by_place(f"contract_medical_{who}_rate", [BEIJING]) for who in ROLES]
    month = contract_contributions(now, np.array([10000.0]), *rates)
    assert np.ravel(month.worker) == pytest.approx([800, 200, 50])
    assert np.ravel(month.employer) == pytest.approx([1600, 900, 50, 70])
    assert month.worker.total == pytest.approx(1050)
    assert month.employer.total == pytest.approx(2620)
    assert [*month.to_account, *month.to_pool] == pytest.approx([800, 1600])


ROLES = ("worker", "employer")


def test_the_same_base_costs_a_flexible_worker_more(now: YearLaw) -> None:
    """On 6,385 in Henan: 8 % = 510.8 off the wage; alone 20 % = 1,277, and 511 credited in both."""
    base = now.by_place("reference_wage", [HENAN_COUNTY])
    rates = [now.by_place(f"contract_medical_{who}_rate", [HENAN_COUNTY]) for who in ROLES]
    month = contract_contributions(now, base, *rates)
    alone = base * now.number("pension.employee.rate")
    assert [*month.worker_pension, *alone] == pytest.approx([510.8, 1277])
    assert month.to_account == pytest.approx(month.worker_pension)


def test_sick_pay_has_a_lower_bound_and_never_tops_the_wage(now: YearLaw) -> None:
    """Minimum wage 2,660, 80 % of it 2,128; own wage 60 %: 4,800, 1,800 → 2,128, 1,200 → 2,000."""
    pay = sick_pay(now, np.array([8000.0, 3000, 2000]), np.full(3, 2660.0))
    assert pay.tolist() == [4800, 2128, 2000]


def test_months_of_unemployment_benefit(now: YearLaw) -> None:
    """Under a year none; under five years 12, under ten 18, then 24 months at most."""
    paid = np.array([0.0, 11, 12, 59, 60, 119, 120, 300])
    assert unemployment_months(now, paid).tolist() == [0, 0, 12, 12, 18, 18, 24, 24]


def test_the_unemployment_benefit_of_a_place(now: YearLaw) -> None:
    """90 % of Beijing's 2,540 is 2,286, above the minimum allowance of 1,450."""
    benefit = unemployment_benefit(now, now.by_place("minimum_wage", [BEIJING]))
    assert benefit == pytest.approx(2286)
    assert benefit > now.by_place("living_floor", [BEIJING])


def test_a_lasting_partial_loss_by_an_accident_at_work(now: YearLaw) -> None:
    """Grade 8: 11 months of 7,000 are 77,000."""
    assert injury_disability_allowance(now, np.array([7000.0, 0])).tolist() == [77_000, 0]
