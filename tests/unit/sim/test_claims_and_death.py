"""When a pension begins, what it is, and what a death leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.core.life import Lives, Scheme
from game.sim.record import Record
from game.sim.world import ENGINE_STREAMS
from tests.toyland.lives import (
    CALM,
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
NONE, RESIDENT, EMPLOYEE = Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE
FULL: dict[str, Any] = {
    "rights__months_employee": 240,
    "rights__index_sum": 120,
    "rights__account_employee": 96_000,
}
"""Twenty years at the lowest base."""


def person(age: int, pension: Scheme = NONE, cash: float = 200_000, **fields: Any) -> Lives:
    return planned(started(ENGINE, age=age, cash=cash, **fields), pension=pension)


def paid_here(lives: Lives) -> Lives:
    """All months were paid in the harbour."""
    lives = changed(lives, rights__months_by_place=0, rights__last_paid_by_place=-1)
    lives.rights.months_by_place[0] = lives.rights.months_employee
    lives.rights.last_paid_by_place[0] = lives.age * 12
    return lives


def test_the_pension_is_the_formula_of_the_place_that_pays() -> None:
    _, record = lived_year(ENGINE, paid_here(person(60, **FULL)))
    basic, account = 10_000 * (1 + 0.5) / 2 * 20 * 0.01, 96_000 / 120
    assert record.pension_employee == pytest.approx(12 * (basic + account))
    assert record.months_pension_employee == 0
    lives = paid_here(person(60, **FULL))
    lives.rights.months_by_place[:, 0] = [100, 140]
    lives.rights.last_paid_by_place[:, 0] = [720, 500]
    _, elsewhere = lived_year(ENGINE, lives)
    basic = 6_000 * (1 + 0.5) / 2 * 20 * 0.01
    assert elsewhere.pension_employee == pytest.approx(12 * (basic + account))


def test_a_pension_in_payment_is_adjusted_from_the_second_year() -> None:
    years = walked(ENGINE, paid_here(person(60, **FULL)), 3)
    paid = [float(record.pension_employee[0]) for _, record in years]
    assert paid[1] == pytest.approx(paid[0] * 1.02)
    assert paid[2] == pytest.approx(paid[0] * 1.02**2)


def first_pension_age(lives: Lives, years: int = 30) -> int | None:
    """Age of the first year with a pension."""
    for _, record in walked(ENGINE, lives, years):
        if record.pensions[0] > 0:
            return int(record.age[0])
    return None


@pytest.mark.parametrize(("wanted", "begins"), [(57, 57), (60, 60), (62, 62)])
def test_a_pension_begins_at_the_age_chosen(wanted: float, begins: int) -> None:
    lives = changed(person(55, EMPLOYEE, **FULL), plan__claim_age=wanted)
    assert first_pension_age(lives) == begins


@pytest.mark.parametrize(("wanted", "begins"), [(50, 57), (80, 63)])
def test_a_claim_keeps_to_three_years_around_the_statutory_age(wanted: float, begins: int) -> None:
    lives = changed(person(55, EMPLOYEE, **FULL), plan__claim_age=wanted)
    assert first_pension_age(lives) == begins


def test_contributions_end_the_month_before_the_claim() -> None:
    (_, before), (_, first) = walked(ENGINE, person(59, EMPLOYEE, **FULL), 2)
    assert before.months_pension_employee == 12
    assert first.contribution_pension == first.months_pension_gap == 0


def test_who_is_short_of_months_goes_on_paying_and_then_claims() -> None:
    lives = person(59, EMPLOYEE, rights__months_employee=150, rights__index_sum=75)
    assert first_pension_age(lives) == 62


@pytest.mark.parametrize(("employee", "resident", "begins"), [(100, 90, 60), (100, 79, None)])
def test_a_short_record_moves_to_the_resident_scheme(
    employee: float, resident: float, begins: int | None
) -> None:
    lives = person(
        60,
        rights__months_employee=employee,
        rights__months_resident=resident,
        rights__account_employee=10_000,
        rights__account_resident=2_000,
        is_moving_to_resident=True,
    )
    assert first_pension_age(lives) == begins
    after, record = lived_year(ENGINE, lives)
    assert after.rights.months_employee == 0
    assert after.rights.months_resident == employee + resident
    if begins:
        assert record.pension_resident == pytest.approx(12 * (200 + 12_000 / 120))


@pytest.mark.parametrize(("months", "pays"), [(180, True), (179, False)])
def test_the_resident_pension_pays_nothing_under_fifteen_years(months: float, pays: bool) -> None:
    lives = person(60, rights__months_resident=months, rights__account_resident=6_000)
    _, record = lived_year(ENGINE, lives)
    assert record.pension_resident == (12 * 250 if pays else 0)


def test_a_short_record_waits_until_it_is_asked_to_move() -> None:
    """MOHRSS [2014] No. 17: the move to the resident scheme is applied for."""
    waiting = person(60, cash=0, rights__months_employee=60, rights__months_resident=180)
    assert first_pension_age(waiting) is None
    assert first_pension_age(changed(waiting, is_moving_to_resident=True)) == 60


def test_a_private_account_is_paid_out_at_pension_age_less_its_tax() -> None:
    lives = person(
        59,
        cash=50_000,
        plan__private=1_200,
        rights__account_private=10_000,
        rights__months_employee=12,
    )
    later, before = lived_year(ENGINE, lives)
    assert before.private_paid_out == 0
    assert later.rights.account_private == 11_200
    opened = ENGINE.open_year(later, CALM).opened
    assert opened.rights.account_private == 0
    assert opened.cash == pytest.approx(later.cash + 11_200 * 0.9)
    _, record = lived_year(ENGINE, later)
    assert record.private_paid_out == pytest.approx(11_200 * 0.9)
    assert record.contribution_private == 0 or not later.rights.has_claimed


@pytest.mark.parametrize(("place", "at_work"), [(0, 20 * 60_000), (1, 0)])
def test_a_death_on_the_road_at_work_is_covered_where_injury_cover_is_in_force(
    place: int, at_work: float
) -> None:
    deadly = quiet(scenario_of("toyland"), risk__rider__death=100)
    lives = started(deadly, age=52, place=place)
    _, record = lived_year(deadly, lives)
    assert record.has_died.all()
    assert record.to_heirs == at_work
    _, idle = lived_year(deadly, planned(lives, pace=0.0))
    assert not idle.has_died.any()


def died(age: int, **fields: Any) -> tuple[Lives, Record]:
    """A year at whose close a life dies: its uniform of death is made small."""
    lives = person(age, **fields)
    year = ENGINE.open_year(lives, CALM)
    draws = year.draws.copy()
    draws[ENGINE_STREAMS.index("death")] = 0.0
    after, record = ENGINE.close_year(replace(year, draws=draws))
    assert record.has_died.all()
    assert not after.is_alive.any()
    return after, record


def test_a_death_hands_on_account_funeral_grant_and_lump_sum() -> None:
    fields: dict[str, Any] = {"rights__months_employee": 120, "rights__account_employee": 50_000}
    _, record = died(52, **fields)
    assert record.to_heirs == pytest.approx(51_500 + 2 * 5_000 + 9 * 5_000)
    assert record.is_lived.all()


def test_under_five_years_the_grants_are_limited_to_what_was_credited() -> None:
    fields: dict[str, Any] = {"rights__months_employee": 36, "rights__account_employee": 10_000}
    _, record = died(52, **fields)
    assert record.to_heirs == pytest.approx(10_300 + 10_300)


def test_nothing_paid_leaves_nothing() -> None:
    _, record = died(52)
    assert record.to_heirs == 0


def test_a_pensioner_leaves_less_each_year_but_never_less_than_nine_months() -> None:
    lives = paid_here(person(60, **FULL))
    sums = []
    for _ in range(20):
        year = ENGINE.open_year(lives, CALM)
        draws = year.draws.copy()
        draws[ENGINE_STREAMS.index("death")] = 0.0
        after, record = ENGINE.close_year(replace(year, draws=draws))
        sums.append(float(record.to_heirs[0] - after.rights.account_employee[0]))
        lives, _ = ENGINE.close_year(year)
    months = [round(amount / 5_000) - 2 for amount in sums]
    assert months == [max(14 - 1 - drawn, 9) for drawn in range(20)]


def test_nobody_lives_beyond_the_end_of_the_table() -> None:
    after, record = lived_year(ENGINE, person(90))
    assert record.has_died.all()
    assert after.age == 90


def test_the_dead_stay_as_they_are() -> None:
    lives = changed(
        planned(started(ENGINE, size=2, age=52), pension=EMPLOYEE, medical=EMPLOYEE),
        is_alive=np.array([True, False]),
    )
    after, record = lived_year(ENGINE, lives)
    one, other = after.rights, lives.rights
    for name in ("months_employee", "account_employee", "months_medical", "months_unpaid"):
        assert getattr(one, name)[1] == getattr(other, name)[1], name
        assert name == "months_unpaid" or getattr(one, name)[0] > getattr(other, name)[0]
    for name in ("age", "cash", "debt", "health", "wellbeing", "years_in_job"):
        assert getattr(after, name)[1] == getattr(lives, name)[1], name
    assert after.family.mother_age[1] == lives.family.mother_age[1]
    assert record.is_lived.tolist() == [True, False]
    for name in ("income", "contributions", "spending", "allowance", "home_given", "to_heirs"):
        assert getattr(record, name)[1] == 0, name


def test_who_lives_on_the_allowance_without_work_no_longer_tries_to_pay_in() -> None:
    lives = person(75, EMPLOYEE, cash=0, rights__months_employee=60)
    after, record = lived_year(ENGINE, lives)
    assert record.allowance > 0
    assert record.months_pension_gap == 12
    assert after.plan.pension == Scheme.NONE
    _, later = lived_year(ENGINE, after)
    assert later.months_pension_gap == 0
