"""What the platform pays back: half of the lowest bill, 500 a month in the harbour."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.life import Lives, Scheme
from game.sim.record import Record
from game.sim.social_security.subsidy import subsidy_per_month
from tests.toyland.lives import (
    changed,
    lived_year,
    planned,
    quiet,
    scenario_of,
    started,
    toyland,
    walked,
)

ENGINE = toyland()


def rider(age: int = 52, is_known: bool = True, **plan: Any) -> Lives:
    """Pays the employee pension; earned 8,000 in every month of the last year, or is new."""
    lives = started(ENGINE, age=age, cash=50_000, platform_months=is_known)
    return planned(lives, **{"pension": Scheme.EMPLOYEE, **plan})


def year_of(lives: Lives) -> Record:
    return lived_year(ENGINE, lives)[1]


def test_half_of_the_lowest_bill_comes_back_for_every_month_paid() -> None:
    record = year_of(rider())
    assert record.contribution_pension == 12_000
    assert record.subsidy == 12 * 500


def test_a_new_rider_waits_for_three_good_months() -> None:
    (_, first), (_, second) = walked(ENGINE, rider(22, is_known=False), 2)
    assert [first.subsidy[0], second.subsidy[0]] == [9 * 500, 12 * 500]


@pytest.mark.parametrize("base", [0.8, 1.0, 3.0])
def test_a_higher_base_brings_back_no_more(base: float) -> None:
    record = year_of(changed(rider(base=base), cash=1e6))
    assert record.contribution_pension > 12_000
    assert record.subsidy == 12 * 500


@pytest.mark.parametrize(("pace", "subsidy"), [(0.625, 6_000.0), (0.624, 4 * 500.0)])
def test_a_month_counts_from_the_lowest_base_on(pace: float, subsidy: float) -> None:
    """5,000 reach it, 4,992 do not; the good months of last year carry the first four."""
    assert year_of(rider(pace=pace)).subsidy == subsidy


def test_three_of_the_six_months_before_must_have_reached_it() -> None:
    """Five slack months: the months 5 to 8 look back on too few good ones."""
    lives = changed(rider(), lasting__months=0, lasting__income=1)
    lives.lasting.months[0], lives.lasting.income[0] = 5, 0.5
    after, record = lived_year(ENGINE, lives)
    assert record.months_pension_employee == 12
    assert record.subsidy == 8 * 500
    assert after.platform_months[:, 0].tolist() == [False] * 5 + [True] * 7


def test_only_paid_months_of_the_employee_pension_are_subsidised() -> None:
    assert year_of(rider(pension=Scheme.RESIDENT)).subsidy == 0
    assert year_of(rider(pension=Scheme.NONE)).subsidy == 0
    short = changed(rider(pension=Scheme.EMPLOYEE, pace=0.7), cash=0)
    record = year_of(short)
    assert 0 < record.months_pension_employee <= 12
    assert record.subsidy == record.months_pension_employee * 500


def test_other_work_is_not_subsidised_but_the_last_months_on_orders_still_count() -> None:
    (_, first), (_, second) = walked(ENGINE, changed(rider(30), job=1), 2)
    assert [first.subsidy[0], second.subsidy[0]] == [4 * 500, 0]


def test_it_is_paid_into_the_purse_and_contributions_stay_gross() -> None:
    paid = quiet(scenario_of("toyland"))
    unpaid = quiet(scenario_of("toyland"), pension__platform_subsidy_share=0)
    after, record = lived_year(paid, rider(savings=1.0))
    other_after, other = lived_year(unpaid, rider(savings=1.0))
    assert record.contributions == other.contributions
    assert after.cash - other_after.cash == record.subsidy == 6_000
    assert record.flow - other.flow == 6_000
    assert other.insurance_cost - record.insurance_cost == 6_000


def test_it_ends_when_the_law_says_so() -> None:
    after, record = lived_year(ENGINE, rider(56))
    assert record.year == 2060
    assert record.subsidy == 0
    assert not after.platform_months.any()


def test_a_discount_on_contributions_is_not_subsidised_twice() -> None:
    lives = changed(rider(), lasting__months=0, lasting__contribution=1)
    lives.lasting.months[0], lives.lasting.contribution[0] = 12, 0.2
    record = year_of(lives)
    assert record.subsidy == record.contribution_pension == 2_400


@pytest.mark.parametrize(("is_known", "month"), [(True, 500.0), (False, 375.0)])
def test_the_screens_are_told_the_month_a_usual_year_brings_back(
    is_known: bool, month: float
) -> None:
    lives = rider(is_known=is_known)
    told = subsidy_per_month(ENGINE.world, lives, ENGINE.world.figures(lives.year))
    assert told == month
    assert year_of(lives).subsidy == 12 * told
    resting = planned(lives, pension=Scheme.RESIDENT)
    assert subsidy_per_month(ENGINE.world, resting, ENGINE.world.figures(lives.year)) == 0


def test_lives_side_by_side_have_their_own() -> None:
    lives = started(ENGINE, size=3, age=52, cash=50_000, platform_months=True)
    schemes = np.array([Scheme.EMPLOYEE, Scheme.RESIDENT, Scheme.EMPLOYEE])
    lives = changed(lives, plan__pension=schemes, job=np.array([0, 0, 1]))
    assert year_of(lives).subsidy.tolist() == [6_000, 0, 2_000]
