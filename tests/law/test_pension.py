"""Golden values of the employee and the resident pension, to 0.1 yuan."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.life import Sex
from game.rules.contributions import base_index, employee_pension
from game.rules.contributions import resident_pension as resident_contribution
from game.rules.law import YearLaw
from game.rules.pension import (
    account_interest,
    account_pension,
    annuity_divisor,
    basic_pension,
    earned_pension,
    indexed,
    into_resident_scheme,
    is_temporary_account,
    pension_place,
    resident_pension,
    years_to_recoup,
)

from .places import BEIJING, HENAN_COUNTY

GOLDEN = [
    # base, reference wage, C, years, divisor, account, basic, account part, pension, paid, recoup
    (4986, 8433, 8433, 20, 117, 95731, 1341.9, 818.2, 2160.1, 239328, 9.2),
    (4986, 8433, 8433, 30, 117, 143597, 2012.9, 1227.3, 3240.2, 358992, 9.2),
    (4986, 8433, 8433, 40, 117, 191462, 2683.8, 1636.4, 4320.2, 478656, 9.2),
    (3831, 6385, 6385, 20, 117, 73555, 1021.6, 628.7, 1650.3, 183888, 9.3),
    (3831, 6385, 6385, 15, 139, 55166, 766.2, 396.9, 1163.1, 137916, 9.9),
    (4588, 7646, 7646, 30, 117, 132134, 1835.1, 1129.4, 2964.5, 330336, 9.3),
    (7162, 11937, 12049, 30, 117, 206266, 2891.7, 1763.0, 4654.7, 515664, 9.2),
]


@pytest.mark.parametrize("row", GOLDEN)
def test_a_floor_pension_is_the_one_worked_out_by_hand(
    now: YearLaw, row: tuple[float, ...]
) -> None:
    base, wage, benefit_base, years, divisor, *expected = (np.array([cell]) for cell in row)
    account_is, basic_is, part_is, pension_is, paid_is, recoup_is = expected
    month = employee_pension(now, base)
    account = month.to_account * years * 12
    paid = month.paid * years * 12
    index = base_index(base, wage)
    basic = basic_pension(now, benefit_base, index, years * 12)
    part = account_pension(account, divisor)
    pension = earned_pension(now, benefit_base, index, years * 12, account, divisor)
    assert account == pytest.approx(account_is, abs=0.51)
    assert basic == pytest.approx(basic_is, abs=0.1)
    assert part == pytest.approx(part_is, abs=0.1)
    assert pension == pytest.approx(pension_is, abs=0.1)
    assert paid == pytest.approx(paid_is, abs=0.51)
    assert years_to_recoup(paid, pension) == pytest.approx(recoup_is, abs=0.06)


def test_what_is_paid_is_credited_or_pooled(now: YearLaw) -> None:
    month = employee_pension(now, np.array([4986.0, 25299.0]))
    assert month.to_account + month.to_pool == pytest.approx(month.paid)
    assert month.to_account / month.paid == pytest.approx(np.array([0.4, 0.4]))


@pytest.mark.parametrize(
    ("years", "months", "expected"),
    [
        (40, 0, 233),
        (50, 0, 195),
        (55, 0, 170),
        (60, 0, 139),
        (63, 0, 117),
        (70, 0, 56),
        (60, 1, 138.4),
        (50, 1, 194.6),
        (60, 3, 137.3),
        (42, 1, 225.8),
        (69, 1, 64.3),
        (30, 0, 233),
        (75, 0, 56),
    ],
)
def test_divisor_between_whole_ages(now: YearLaw, years: int, months: int, expected: float) -> None:
    age = np.array([years * 12.0 + months])
    assert annuity_divisor(now.table("annuity_divisor"), age) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("fee", "years", "account_part", "expected"),
    [(200, 15, 25.9, 188.9), (500, 40, 161.2, 324.2), (2000, 40, 610.1, 773.1)],
)
def test_resident_pension_without_interest(
    now: YearLaw, fee: float, years: int, account_part: float, expected: float
) -> None:
    year = resident_contribution(now, np.array([fee]), np.array([0]), [HENAN_COUNTY])
    account = year.to_account * years
    basic = np.array([now.number("china.resident_basic_pension")])
    pension = resident_pension(now, basic, account)
    assert basic == 163
    assert pension - basic == pytest.approx(account_part, abs=0.1)
    assert pension == pytest.approx(expected, abs=0.1)


def test_resident_pension_with_three_per_cent(now: YearLaw) -> None:
    """Paid at year end: no interest in the year of payment."""
    year = resident_contribution(now, np.array([2000.0]), np.array([0]), [HENAN_COUNTY])
    account = np.zeros(1)
    for _ in range(40):
        interest = account_interest(account, np.zeros(1), 0.03)
        account = account + interest + year.to_account
    assert resident_pension(now, np.array([163.0]), account) == pytest.approx(1313, abs=0.5)


def test_subsidy_is_that_of_the_tier_reached(now: YearLaw) -> None:
    fees = np.array([0.0, 100, 200, 450, 500, 999, 1000, 2000, 8000])
    place = np.zeros(len(fees), dtype=np.int64)
    typical = resident_contribution(now, fees, place, [HENAN_COUNTY])
    assert typical.subsidy.tolist() == [0, 30, 40, 50, 60, 60, 80, 120, 200]
    both = resident_contribution(
        now, np.array([2000.0, 2000.0]), np.array([0, 1]), [HENAN_COUNTY, BEIJING]
    )
    assert both.subsidy.tolist() == [120, 90]
    assert both.to_account.tolist() == [2120, 2090]


def test_interest_of_a_full_year_and_of_a_late_start() -> None:
    opening, credits = np.array([10000.0]), np.array([1200.0])
    full = account_interest(opening, credits, 0.03)
    assert full == pytest.approx(10000 * 0.03 + 1200 * 0.03 * 6.5 / 12)
    only_december = account_interest(opening, credits, 0.03, months=1, first=12)
    assert only_december == pytest.approx(10000 * 0.03 + 1200 * 0.03 / 12)


def test_indexation_and_moving_into_the_resident_scheme() -> None:
    assert indexed(np.array([2000.0]), 0.02) == pytest.approx(2040)
    account, months = into_resident_scheme(
        np.array([50000.0]), np.array([3000.0]), np.array([100.0]), np.array([24.0])
    )
    assert [*account, *months] == [53000, 124]


@pytest.mark.parametrize(
    ("months", "last_paid", "hukou", "expected", "why"),
    [
        ((60, 180, 0), (300, 200, -1), 0, 0, "last paid at home"),
        ((0, 120, 60), (-1, 300, 100), 0, 1, "ten years in the last place"),
        ((0, 119, 60), (-1, 300, 100), 0, 0, "nowhere ten years"),
        ((0, 60, 130), (-1, 300, 100), 0, 2, "ten years in an earlier place"),
        ((0, 130, 130), (-1, 90, 100), 0, 2, "the more recent of two"),
        ((150, 10, 130), (200, 300, 100), 0, 0, "home is the most recent long one"),
        ((60, 60, 60), (50, 100, 200), 0, 0, "scattered years go home"),
        ((0, 0, 0), (-1, -1, -1), 2, 2, "never paid"),
    ],
)
def test_place_of_the_pension(
    now: YearLaw,
    months: tuple[float, ...],
    last_paid: tuple[int, ...],
    hukou: int,
    expected: int,
    why: str,
) -> None:
    found = pension_place(
        now,
        np.array(months, dtype=np.float64)[:, None],
        np.array(last_paid)[:, None],
        np.array([hukou]),
    )
    assert found == expected, why


@pytest.mark.parametrize(
    ("sex", "age", "is_hukou", "has_paid", "expected"),
    [
        (Sex.MALE, 49, False, False, False),
        (Sex.MALE, 50, False, False, True),
        (Sex.MALE, 50, True, False, False),
        (Sex.MALE, 50, False, True, False),
        (Sex.FEMALE, 39, False, False, False),
        (Sex.FEMALE, 40, False, False, True),
    ],
)
def test_who_joins_late_away_from_home_has_a_temporary_account(
    now: YearLaw, sex: Sex, age: int, is_hukou: bool, has_paid: bool, expected: bool
) -> None:
    """50 years for men, 40 for women, away from the hukou, for the first time there."""
    codes, ages = np.array([sex]), np.array([age])
    found = is_temporary_account(now, codes, ages, np.array([is_hukou]), np.array([has_paid]))
    assert found.tolist() == [expected]
