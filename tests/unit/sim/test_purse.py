"""The purse at the close: what comes first, what is cut, and what happens when it is empty."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.life import Lives, Scheme
from game.sim.record import Record
from tests.toyland.lives import lived_year, planned, started, toyland, walked

ENGINE = toyland()
LIVING = 12_000.0
OUTPATIENT = 1_000 + 1_000 * 36 / 44
"""Own part of the yearly outpatient care at 52: nobody pays any of it in this country."""


def year(pace: float = 1.0, age: int = 52, **fields: Any) -> tuple[Lives, Record]:
    """A quiet year under resident cover."""
    fields = {"cash": 0.0, **fields}
    lives = planned(started(ENGINE, age=age, **fields), pace=pace, medical=Scheme.RESIDENT)
    return lived_year(ENGINE, lives)


def test_half_of_the_rest_is_saved() -> None:
    after, record = year()
    rest = 96_000 - 6_000 - 400 - OUTPATIENT - 6_000 - LIVING
    assert record.spending == pytest.approx(LIVING + rest / 2)
    assert after.cash == pytest.approx(rest / 2, abs=0.005)
    assert record.home_given == record.home_promised == 6_000
    assert record.flow == pytest.approx(96_000 - 6_000 - 400 - OUTPATIENT)


@pytest.mark.parametrize(
    ("pace", "given"),
    [(0.3, 6_000.0), (0.25, 24_000 - 6_000 - 400 - OUTPATIENT - LIVING), (0.2, 0.0)],
)
def test_money_home_is_cut_before_the_living(pace: float, given: float) -> None:
    _, record = year(pace)
    assert record.home_promised == 6_000
    assert record.home_given == pytest.approx(given)
    assert (record.spending >= LIVING).all()


def test_nothing_is_promised_when_no_parent_lives() -> None:
    _, record = year(family__mother_age=0, family__father_age=0)
    assert record.home_promised == record.home_given == 0


def test_half_of_what_is_left_serves_the_debt() -> None:
    after, record = year(0.4, debt=20_000)
    ready = 38_400 - 6_000 - 400 - OUTPATIENT - LIVING
    assert record.debt_service == pytest.approx(ready / 2)
    assert after.debt == pytest.approx(22_000 - ready / 2, abs=0.005)


def test_a_debt_that_can_be_paid_is_paid_off() -> None:
    after, record = year(debt=1_000)
    assert record.debt_service == pytest.approx(1_100)
    assert after.debt == 0


def test_a_shortfall_becomes_debt_up_to_a_year_of_income_and_the_rest_stays_unpaid() -> None:
    after, record = year(0.2, age=42, debt=18_000)
    income = 19_200 - 6_000
    own = record.own_bills + record.contributions
    short = LIVING + own - income
    assert record.home_given == record.debt_service == 0
    assert after.cash == 0
    assert after.debt == 18_000
    assert record.unpaid_bills == pytest.approx(
        np.minimum(1_800 + short, record.own_bills), abs=0.01
    )
    assert record.own_health_payments == pytest.approx(record.own_bills - record.unpaid_bills)
    assert record.spending == LIVING


def test_a_small_shortfall_is_lent() -> None:
    after, record = year(0.25, family__remittance=0, age=42)
    short = record.spending + record.own_health_payments + 400 - 18_000
    assert record.spending >= LIVING
    assert after.debt == pytest.approx(short, abs=0.005)
    assert record.unpaid_bills == 0


def test_the_allowance_fills_up_to_the_floor_and_life_goes_on() -> None:
    lives = planned(started(ENGINE, age=52, cash=0, debt=5_000), pace=0.0)
    for after, record in walked(ENGINE, lives, 4):
        assert record.allowance == LIVING
        assert record.spending == LIVING
        assert after.is_alive.all()


@pytest.mark.parametrize("cash", [11_999.99, 12_000])
def test_savings_of_a_year_of_living_are_too_much_for_the_allowance(cash: float) -> None:
    _, record = year(0.0, cash=cash)
    assert record.allowance == (LIVING if cash < LIVING else 0)


def test_old_age_spreads_savings_over_the_years_left() -> None:
    _, record = year(age=61, cash=885_000)
    left = ENGINE.world.years_left[0, 61]
    assert left == pytest.approx(29.5, abs=0.1)
    flow = -400 - 2_000 - 6_000
    assert record.spending == pytest.approx(flow + 885_000 / left)


def test_savings_of_old_age_last_to_the_end_of_the_table() -> None:
    lives = planned(started(ENGINE, age=61, cash=600_000, family__remittance=0))
    years = walked(ENGINE, lives, 30)
    assert [bool(after.is_alive[0]) for after, _ in years][-2:] == [True, False]
    assert all(after.debt == 0 for after, _ in years)
    assert all(record.unpaid_bills == 0 for _, record in years)
    spent = [float(record.spending[0]) for _, record in years]
    assert max(spent) < 2.1 * min(spent)


def test_long_hours_wear_and_a_quiet_year_rests() -> None:
    after, _ = lived_year(ENGINE, started(ENGINE, "seller", age=52, health=80, wellbeing=60))
    usual = 90 - 20 * (53 - 20) / 40
    assert after.wellbeing == pytest.approx(60 + (60 - 0.5 * 4 - 60) / 3)
    assert after.health == pytest.approx(80 + 0.25 * (usual - 80) - 0.1 * 4)
    rested, _ = lived_year(ENGINE, started(ENGINE, "rider", age=52, wellbeing=30))
    assert rested.wellbeing == pytest.approx(40)


def test_children_cost_and_bring_money_while_they_are_small() -> None:
    after, record = lived_year(ENGINE, started(ENGINE, "seller"))
    assert record.persons == 1.3
    assert record.child_money == 3_600
    assert after.family.child_age[:, 0].tolist() == [3, -1, -1]
    _, older = lived_year(ENGINE, after)
    assert older.child_money == 0
    _, grown = lived_year(ENGINE, started(ENGINE, "seller", family__child_age=16))
    assert grown.persons == 1


def test_a_grown_child_supports_old_parents() -> None:
    lives = started(ENGINE, "seller", age=61, family__child_age=-1)
    lives.family.child_age[0] = 25
    assert lived_year(ENGINE, lives)[1].support_received == 1_200
    lives.family.child_age[0] = 24
    assert lived_year(ENGINE, lives)[1].support_received == 0
