"""Missing months bought at pension age, 1,000 each for the pension and 400 for medical cover."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.life import Lives, Scheme
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from tests.toyland.lives import CALM, changed, lived_year, planned, started, toyland, walked

ENGINE = toyland()
TEN_SHORT: dict[str, Any] = {
    "rights__months_employee": 170,
    "rights__index_sum": 85,
    "rights__account_employee": 68_000,
}
"""170 of the 180 months, all at the lowest base."""


def person(age: int = 60, cash: float = 50_000, **fields: Any) -> Lives:
    lives = planned(started(ENGINE, age=age, cash=cash), pension=Scheme.NONE, medical=Scheme.NONE)
    lives = changed(lives, **{**TEN_SHORT, "buys_years": True, **fields})
    lives.rights.months_by_place[0] = lives.rights.months_employee
    lives.rights.last_paid_by_place[0] = 58 * 12
    return lives


def test_bought_months_count_like_months_at_the_lowest_base() -> None:
    after, record = lived_year(ENGINE, person())
    basic, account = 10_000 * (1 + 0.5) / 2 * 15 * 0.01, (68_000 + 10 * 5_000 * 0.08) / 120
    assert record.pension_employee == pytest.approx(12 * (basic + account), abs=0.1)
    assert record.contribution_bought == record.contributions == 10_000
    assert after.rights.months_employee == 180
    assert after.rights.months_by_place[:, 0].tolist() == [180, 0]
    assert ENGINE.open_year(person(), CALM).opened.cash == 40_000


@pytest.mark.parametrize(("cash", "buys"), [(10_000, True), (9_999.99, False)])
def test_nothing_is_bought_where_cash_is_short(cash: float, buys: bool) -> None:
    opened = ENGINE.open_year(person(cash=cash), CALM).opened
    assert bool(opened.rights.has_claimed[0]) is buys
    assert opened.cash == (0 if buys else cash)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"buys_years": False}, "nobody asked for it"),
        ({"age": 59, "plan__claim_age": 57}, "before the statutory age"),
        ({"rights__months_employee": 180}, "nothing is missing"),
        ({"rights__months_employee": 0}, "there is no record to fill up"),
    ],
)
def test_nothing_is_bought(fields: dict[str, Any], why: str) -> None:
    lives = person(**fields)
    year = ENGINE.open_year(lives, CALM)
    assert year.years_bought == 0, why
    assert year.opened.cash == lives.cash


def test_a_claim_before_the_statutory_age_moves_no_record() -> None:
    opened = ENGINE.open_year(person(58, plan__claim_age=57, buys_years=False), CALM).opened
    assert opened.rights.months_employee == 170


def test_who_goes_on_paying_buys_the_rest_when_the_money_is_there() -> None:
    """At 60 there is not enough for sixty months; a year of paying and working later there is."""
    fields: dict[str, Any] = {"rights__months_employee": 120, "rights__index_sum": 60}
    lives = person(cash=50_000, job=1, plan__pension=Scheme.EMPLOYEE, plan__savings=1.0, **fields)
    lives.rights.last_paid_by_place[0] = 60 * 12
    (first, paid), (second, bought) = walked(ENGINE, lives, 2)
    assert paid.contribution_bought == 0
    assert first.rights.months_employee == 132
    assert bought.contribution_bought == 48_000
    assert second.rights.has_claimed.all()


def test_the_price_is_that_of_the_place_lived_in() -> None:
    assert ENGINE.open_year(person(place=1), CALM).years_bought == 10 * 0.2 * 3_600


def medical(age: int = 60, **fields: Any) -> Lives:
    """Ten months short of thirty years in the employee medical scheme."""
    lives = planned(started(ENGINE, age=age, cash=50_000), medical=Scheme.EMPLOYEE)
    fields = {"rights__months_medical": 350, "buys_medical_years": True, **fields}
    return changed(lives, cover__scheme=Scheme.EMPLOYEE, **fields)


def test_free_medical_cover_can_be_bought() -> None:
    after, record = lived_year(ENGINE, medical())
    assert record.contribution_bought == 10 * 400
    assert record.contribution_medical == 0
    assert record.months_medical_covered == 12
    assert record.has_free_medical.all()
    assert after.rights.months_medical == 360


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"cash": 3_999.99}, "cash is short"),
        ({"age": 59}, "before the statutory age"),
        ({"buys_medical_years": False}, "nobody asked for it"),
        ({"plan__medical": Scheme.RESIDENT}, "not in the scheme"),
        ({"rights__months_medical": 0}, "never was in the scheme"),
    ],
)
def test_medical_cover_is_not_bought(fields: dict[str, Any], why: str) -> None:
    record = lived_year(ENGINE, medical(**fields))[1]
    assert record.contribution_bought == 0, why
    assert not record.has_free_medical.any()


def test_both_can_be_bought_and_the_pension_comes_first() -> None:
    fields = {"rights__months_medical": 350, "buys_medical_years": True}
    lives = changed(person(cash=14_000, **fields), plan__medical=Scheme.EMPLOYEE)
    year = ENGINE.open_year(lives, CALM)
    assert year.years_bought == 14_000
    less = ENGINE.open_year(changed(lives, cash=13_999), CALM)
    assert less.years_bought == 10_000
    assert less.opened.rights.has_claimed.all()
    assert not less.opened.rights.has_free_medical.any()


@pytest.mark.parametrize("size", [1, 2])
def test_a_pensioner_who_pays_on_reaches_free_cover_alone_as_in_a_crowd(size: int) -> None:
    lives = changed(started(ENGINE, size=size, age=64), rights__months_medical=360)
    lives = changed(lives, rights__has_claimed=np.arange(size) == 0)
    assert ENGINE.open_year(lives, CALM).opened.rights.has_free_medical[0]


def test_conditions_read_what_is_missing_and_what_it_costs() -> None:
    lives = person(age=55, rights__months_medical=300)
    scope = LivesScope(ENGINE.world, Draft(ENGINE.open_year(lives, CALM)), slice(None))
    assert scope.read("years.missing") == pytest.approx(10 / 12)
    assert scope.read("price.years") == 10_000
    assert scope.read("years.missing_medical") == 5
    assert scope.read("price.medical_years") == 60 * 400
    assert scope.read("buy_years") == 1
    assert scope.read("buy_medical_years") == 0


def test_an_event_makes_the_wish_and_the_next_birthday_grants_it() -> None:
    lives = person(59, buys_years=False, plan__medical=Scheme.EMPLOYEE, rights__months_medical=350)
    after, _ = lived_year(ENGINE, lives, {"counter": "buy"})
    assert after.buys_years.all() and after.buys_medical_years.all()
    bought = ENGINE.open_year(after, CALM)
    assert bought.opened.rights.pension_employee > 0
    kept, _ = lived_year(ENGINE, lives, {"counter": "leave"})
    assert ENGINE.open_year(kept, CALM).years_bought == 0
