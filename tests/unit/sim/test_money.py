"""Money of the start year at today's wage level: the one long example, lived by the engine.

Li Wei pays at the lowest base of Zhejiang from 22 to 63. The design's example leaves out interest
inside the year of payment; the law gives half a year's, and the engine follows the law.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from game.core.life import Lives, Scheme
from game.sim.engine import Engine
from tests.toyland.lives import CALM, china, lived_year, planned, quiet, scenario_of, started

YEARS = 41
BASE, WAGE, BENEFIT_BASE = 4_986.0, 8_433.0, 8_433.0
INTEREST, PRICES, REAL_WAGES = 0.027, 0.018, 0.022


class Pension(NamedTuple):
    """The first month's pension, yuan, in three kinds of money."""

    nominal: float
    at_prices: float
    at_wages: float


def by_hand(interest_in_the_year: float) -> Pension:
    """Nominal from beginning to end, then told in the money of 2026.

    Args:
        interest_in_the_year: share of a year's interest on what is credited inside the year.
    """
    growth = (1 + PRICES) * (1 + REAL_WAGES)
    account = 0.0
    for year in range(YEARS):
        credits = 12 * 0.08 * BASE * growth**year
        account = account * (1 + INTEREST) + credits * (1 + INTEREST * interest_in_the_year)
    benefit_base = BENEFIT_BASE * growth**YEARS
    basic = benefit_base * (1 + BASE / WAGE) / 2 * YEARS * 0.01
    nominal = basic + account / 117
    prices = (1 + PRICES) ** YEARS
    return Pension(nominal, nominal / prices, nominal / growth**YEARS)


def without_luck() -> Engine:
    return quiet(scenario_of("china"), risk__rider__death=0)


def lived_to_the_claim(engine: Engine) -> tuple[Lives, list[float]]:
    """Li Wei with enough money to miss no month, and what he paid each year."""
    lives = planned(started(engine, cash=1e6), pension=Scheme.EMPLOYEE, base=0.6)
    paid = []
    for _ in range(YEARS):
        lives, record = lived_year(engine, lives)
        assert record.months_pension_employee == 12
        paid.append(float(record.contribution_pension[0]))
    assert lives.age == 63
    return lives, paid


def test_the_three_figures_of_the_design_and_that_of_the_law() -> None:
    example = by_hand(interest_in_the_year=0)
    assert round(example.at_prices) == 9_786
    assert example.nominal == pytest.approx(20_335, abs=1)
    assert round(example.at_wages) == 4_010
    by_law = by_hand(interest_in_the_year=6.5 / 12)
    assert round(by_law.at_wages) == 4_028


def test_the_engine_lives_the_figure_of_the_law() -> None:
    engine = without_luck()
    lives, paid = lived_to_the_claim(engine)
    year = engine.open_year(lives, CALM)
    pension = float(year.opened.rights.pension_employee[0])
    assert pension == pytest.approx(by_hand(6.5 / 12).at_wages, abs=0.05)
    assert pension == pytest.approx(4_028.09, abs=0.01)
    wages = engine.world.figures(2026 + YEARS).law.wages
    assert pension * wages == pytest.approx(by_hand(6.5 / 12).nominal, abs=0.3)
    # What follows wages costs the same in every year's money of today.
    assert set(paid) == {11_966.4}


@pytest.mark.parametrize(
    ("nominal", "converted"), [(0.027, -0.0129), (0.18, 0.134), (0.015, -0.0244)]
)
def test_rates_against_wages(nominal: float, converted: float) -> None:
    growth = china().world.figures(2026).wage_growth
    assert growth == pytest.approx(0.0404, abs=5e-5)
    assert (1 + nominal) / (1 + growth) - 1 == pytest.approx(converted, abs=5e-4)


def test_the_engine_uses_the_converted_rates() -> None:
    figures = china().world.figures(2030)
    assert figures.indexation == pytest.approx(-0.0129, abs=5e-5)
    assert figures.debt_rate == pytest.approx(0.134, abs=5e-4)
    assert figures.savings_growth == pytest.approx(-0.0244, abs=5e-5)
    engine = without_luck()
    lives = started(engine, age=40, rights__account_employee=100_000, cash=0, debt=10_000)
    after, record = lived_year(engine, planned(lives, pace=0.5))
    assert after.rights.account_employee == pytest.approx(100_000 * (1 - 0.0129), rel=1e-4)
    owed = after.debt + record.debt_service - np.maximum(0, -record.cash)
    assert owed == pytest.approx(11_340, rel=1e-3)


def test_a_pension_in_payment_falls_behind_wages_by_the_converted_rate() -> None:
    engine = without_luck()
    lives, _ = lived_to_the_claim(engine)
    lives, first = lived_year(engine, lives)
    _, second = lived_year(engine, lives)
    assert second.pension_employee / first.pension_employee == pytest.approx(1 - 0.0129, abs=5e-5)


def test_treatment_outruns_wages() -> None:
    law_now, law_then = (china().world.figures(year).law for year in (2026, 2056))
    assert law_then.medical_price_level / law_now.medical_price_level == pytest.approx(
        (1.048 / 1.040396) ** 30
    )
