"""What a month and a year of cover cost."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.contributions import (
    contribution_base,
    employee_medical,
    employee_pension,
    is_subsidy_earned,
    lump_sum,
    platform_subsidy,
    resident_medical,
)
from game.rules.law import Law, YearLaw

from .places import BEIJING, CHENGDU, HANGZHOU, HENAN_COUNTY, NANJING, SHANGHAI, Place


@pytest.mark.parametrize(
    ("place", "bill"),
    [
        (HANGZHOU, 997),
        (CHENGDU, 918),
        (HENAN_COUNTY, 766),
        (NANJING, 990),
        (BEIJING, 1432),
        (SHANGHAI, 1492),
    ],
)
def test_a_month_at_the_lowest_base(now: YearLaw, place: Place, bill: float) -> None:
    floor, ceiling, wage = (
        now.by_place(name, [place]) for name in ("base_floor", "base_ceiling", "reference_wage")
    )
    base = contribution_base(now, np.array([0.6]), wage, floor, ceiling)
    assert base == floor
    assert employee_pension(now, base).paid == pytest.approx(bill, abs=0.5)


def test_the_base_of_a_share(now: YearLaw) -> None:
    share = np.array([0.5, 0.6, 0.8, 1.0, 3.0, 4.0])
    wage, floor, ceiling = np.array([8433.0]), np.array([4986.0]), np.array([25299.0])
    base = contribution_base(now, share, wage, floor, ceiling)
    assert base == pytest.approx(np.array([4986, 4986, 6746.4, 8433, 25299, 25299]))


def test_medical_prices(now: YearLaw) -> None:
    rate = now.by_place("employee_medical_rate", [HANGZHOU])
    floor = now.by_place("base_floor", [HANGZHOU])
    assert employee_medical(rate, floor) == pytest.approx(448.74)
    assert resident_medical(now) == (400, 724)


def test_the_platform_pays_back_half_of_the_lowest_bill(now: YearLaw) -> None:
    floor = now.by_place("base_floor", [NANJING, NANJING])
    assert platform_subsidy(now, floor, np.array([True, False])) == pytest.approx([495.2, 0])
    assert is_subsidy_earned(now, np.array([2.0, 3.0])).tolist() == [False, True]


def test_the_subsidy_of_the_platform_is_taken_to_end_after_five_years(law: Law) -> None:
    floor, everyone = np.array([4986.0]), np.array([True])
    paid = [platform_subsidy(law.year(year), floor, everyone)[0] for year in (2025, 2026, 2030)]
    assert paid == pytest.approx([0, 498.6, 498.6])
    assert platform_subsidy(law.year(2031), floor, everyone) == 0
    _, status = law.year(2031).source("pension.platform_subsidy_share")
    assert status == "assumed"


def test_missing_months_at_once(now: YearLaw) -> None:
    """Two and a half years at Zhejiang's lowest base: 30 · 4,986 · 20 %."""
    assert lump_sum(now, np.array([30.0]), np.array([4986.0])) == pytest.approx(29_916)
