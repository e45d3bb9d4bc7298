"""Money of the start year at today's wage level, on the real law."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.errors import LawError
from game.rules.law import Law, YearLaw

from .places import BEIJING, ELSEWHERE, HANGZHOU, HENAN_COUNTY


@pytest.mark.parametrize(
    ("name", "per_cent"),
    [
        ("pension.account_interest", -1.29),
        ("pension.indexation", -1.29),
        ("household.debt_rate", 13.4),
    ],
)
def test_the_three_converted_rates(now: YearLaw, name: str, per_cent: float) -> None:
    places = 2 if abs(per_cent) < 10 else 1
    assert round(now.real_rate(name) * 100, places) == per_cent


def test_what_follows_wages_stays(law: Law) -> None:
    for name in ("zhejiang.base_floor", "zhejiang.reference_wage", "medical.resident.fee"):
        assert law.year(2067).number(name) == law.year(2026).number(name)


def test_every_money_figure_follows_wages_or_treatment_prices(law: Law) -> None:
    money = [parameter for parameter in law.parameters.values() if parameter.is_money]
    assert len(money) > 40
    assert {parameter.afterwards.follow for parameter in money} == {"wages", "treatment"}


def test_a_bill_rises_faster_than_wages(law: Law) -> None:
    grown = law.year(2036).number("medical.mean_bill") / law.year(2026).number("medical.mean_bill")
    assert grown == pytest.approx((1.048 / 1.040396) ** 10)


def test_wages_grow_four_per_cent(law: Law) -> None:
    assert law.year(2026).wages == 1
    assert law.year(2067).wages == pytest.approx(1.040396**41)
    assert law.year(2026).wage_growth == pytest.approx(0.040396)


def test_a_place_then_its_province_then_the_country(now: YearLaw) -> None:
    places = [HANGZHOU, HENAN_COUNTY, BEIJING, ELSEWHERE]
    assert now.by_place("living_floor", places).tolist() == [1300, 500, 1450, 798]
    assert now.by_place("resident_basic_pension", places).tolist() == [240, 168, 1018, 163]
    assert now.by_place("disposable_income", places).tolist() == [43377, 43377, 89090, 43377]
    assert now.by_place("usual_living", [HANGZHOU]) * 0.5 == pytest.approx(1981, abs=0.5)


def test_an_unknown_place_is_named(now: YearLaw) -> None:
    with pytest.raises(LawError, match=r"base_floor.*guiyang.*guizhou\.base_floor"):
        now.by_place("base_floor", [ELSEWHERE])


@pytest.mark.parametrize("year", [2026, 2040, 2080])
def test_every_parameter_can_be_read(law: Law, year: int) -> None:
    of_year = law.year(year)
    numbers = np.array([of_year.number(name) for name in law.parameters])
    assert np.isfinite(numbers).all()
    assert len(numbers) > 150
