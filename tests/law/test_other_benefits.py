"""Heirs, disability, injury, tax, assistance."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.life import Work
from game.rules.assistance import childcare_subsidy, minimum_living_allowance
from game.rules.heirs import death_benefits, survivors_months
from game.rules.injury import (
    death_lump_sum,
    is_injury_covered,
    lost_income,
    months_covered,
)
from game.rules.invalidity import disability_allowance
from game.rules.law import Law, YearLaw
from game.rules.tax import income_tax, private_pension_payment, private_pension_withdrawal_tax

from .places import BEIJING, ELSEWHERE, HANGZHOU, HENAN_COUNTY

URBAN = 56502.0


@pytest.mark.parametrize(
    ("paid", "months"),
    [
        (0, 0),
        (1, 3),
        (59, 3),
        (60, 6),
        (119, 6),
        (120, 9),
        (180, 9),
        (186, 9.5),
        (192, 10),
        (360, 24),
        (480, 24),
    ],
)
def test_survivors_months_by_paid_time(now: YearLaw, paid: float, months: float) -> None:
    found = survivors_months(now, np.array([paid]), np.array([False]), np.array([0.0]))
    assert found == pytest.approx(months)


def test_a_pensioners_family_gets_a_month_less_a_year_never_below_nine(now: YearLaw) -> None:
    drawn = np.array([0.0, 1.9, 5, 30])
    found = survivors_months(now, np.full(4, 360.0), np.full(4, True), drawn)
    assert found.tolist() == [24, 23, 19, 9]


def test_what_a_death_leaves(now: YearLaw) -> None:
    left = death_benefits(
        now,
        account_left=np.array([80000.0, 9000, 0]),
        paid_months=np.array([240.0, 24, 0]),
        own_credited=np.array([80000.0, 9000, 0]),
        is_pensioner=np.full(3, False),
        years_drawn=np.zeros(3),
        urban_income=np.full(3, URBAN),
    )
    assert left.account.tolist() == [80000, 9000, 0]
    assert left.funeral == pytest.approx([URBAN / 6, 9000, 0])
    assert left.lump_sum == pytest.approx([14 * URBAN / 12, 0, 0])


def test_disability_allowance_by_record(now: YearLaw) -> None:
    allowance = disability_allowance(
        now,
        paid_months=np.array([240.0, 240, 59, 100, 0]),
        needed_months=np.full(5, 240.0),
        months_to_age=np.array([60.0, 61, 300, 300, 300]),
        basic=np.full(5, 1000.0),
        account_part=np.full(5, 500.0),
    )
    assert allowance.amount.tolist() == [1500, 1000, 1000, 1000, 0]
    assert allowance.months.tolist() == [60, 61, 12, 21, 0]


def test_injury_cover_begins_by_place_and_kind_of_work(law: Law) -> None:
    places = [HANGZHOU, HENAN_COUNTY, BEIJING, ELSEWHERE]
    place, june, july = np.arange(4), np.full(4, 6), np.full(4, 7)
    riding = np.full(4, Work.ORDER)
    year = law.year(2026)
    in_june = is_injury_covered(year, places, place, riding, june)
    assert in_june.tolist() == [True, False, True, False]
    assert is_injury_covered(year, places, place, riding, july).all()
    assert not is_injury_covered(year, places, place, np.full(4, Work.STREAM), july).any()
    assert is_injury_covered(year, places, place, np.full(4, Work.CONTRACT), june).all()
    assert months_covered(year, places, place, riding).tolist() == [12, 6, 12, 6]
    assert months_covered(law.year(2025), places, place, riding).tolist() == [6, 0, 12, 0]


def test_what_injury_cover_pays_in_cash(now: YearLaw) -> None:
    is_covered = np.array([True, False])
    assert death_lump_sum(now, is_covered) == pytest.approx([20 * URBAN, 0])
    paid = lost_income(now, np.array([7000.0, 7000]), np.array([2.0, 2]), is_covered)
    assert paid == pytest.approx([0.3 * 14000, 0])


def test_income_tax_of_a_rider_and_of_a_streamer(now: YearLaw) -> None:
    """90,000 of labour pay: 72,000 less 60,000 leaves 12,000 at 3 %."""
    income = np.array([90000.0, 90000, 500000])
    paid = np.array([0.0, 17000, 0])
    tax = income_tax(now, income, paid)
    assert tax == pytest.approx([360, 0, 36000 * 0.03 + 108000 * 0.1 + 156000 * 0.2 + 40000 * 0.25])
    wage = income_tax(now, np.array([90000.0]), np.zeros(1), is_labour_pay=False)
    assert wage == pytest.approx(30000 * 0.03)


def test_private_pension_helps_only_who_pays_tax(now: YearLaw) -> None:
    income, none = np.array([70000.0, 90000, 300000]), np.zeros(3)
    saved = income_tax(now, income, none) - income_tax(now, income, none, private_pension=20000.0)
    assert saved == pytest.approx([0, 360, 12000 * 0.2])
    assert private_pension_withdrawal_tax(now, np.array([1000.0])) == pytest.approx(30)


def test_a_private_account_needs_a_basic_pension_and_has_a_limit(now: YearLaw) -> None:
    """12,000 a year at most; nothing for who is in neither scheme."""
    wanted, is_in = np.array([6000.0, 20000, 6000]), np.array([True, True, False])
    assert private_pension_payment(now, wanted, is_in).tolist() == [6000, 12000, 0]


def test_the_minimum_allowance_fills_up_to_the_floor(now: YearLaw) -> None:
    floor, persons = np.full(3, 1300.0), np.array([1.0, 2, 1])
    income = np.array([10000.0, 10000, 10000])
    savings = np.array([500.0, 500, 20000])
    allowance = minimum_living_allowance(now, floor, persons, income, savings)
    assert allowance.tolist() == [5600, 21200, 0]
    assert minimum_living_allowance(now, floor, persons, np.full(3, 40000.0), savings).sum() == 0


def test_childcare_subsidy_under_three(now: YearLaw) -> None:
    assert childcare_subsidy(now, np.array([-1.0, 0, 2, 3])).tolist() == [0, 3600, 3600, 0]
