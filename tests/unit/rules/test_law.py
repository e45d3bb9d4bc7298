"""Money at the start year's wages, places and months, in an invented country."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pytest

from game.core.errors import LawError
from game.core.text import Text, same
from game.rules.dated import Afterwards, DatedValue, Parameter, Source, Unit
from game.rules.law import Law
from game.rules.table import Table

START = 2026
CPI, REAL = 0.02, 0.03
GROWTH = 1.02 * 1.03
BOOK = Source(title=same("Book of Toyland"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of Toyland."""

    id: str
    province: str


TOWN = Place(id="town", province="north")
FARM = Place(id="farm", province="north")
PORT = Place(id="port", province="south")


def parameter(
    name: str, unit: Unit, values: Mapping[tuple[int, int], float], afterwards: str
) -> Parameter:
    """A parameter with values from the first day of a month."""
    return Parameter(
        id=name,
        label=Text(name, name),
        unit=unit,
        values=tuple(DatedValue(date=(*month, 1), value=value) for month, value in values.items()),
        afterwards=Afterwards.of(afterwards),
        source=BOOK,
        status="assumed",
    )


def table(name: str, height: float) -> Table:
    """A table with one row."""
    return Table(
        id=name,
        label=Text(name, name),
        by="fee",
        unit="yuan",
        keys=(0.0,),
        values=(height,),
        source=BOOK,
        status="assumed",
    )


@pytest.fixture
def law() -> Law:
    """The law of Toyland."""
    old, new = {(2020, 1): 100.0}, {(2020, 1): 100.0, (2030, 1): 200.0}
    parameters = [
        parameter("economy.cpi", "%", {(2020, 1): 2.0}, "hold"),
        parameter("economy.real_wage_growth", "%", {(2020, 1): 3.0}, "hold"),
        parameter("medical.excess_inflation", "%", {(2020, 1): 4.0}, "hold"),
        parameter("fee.wages", "yuan", new, "follow wages"),
        parameter("fee.prices", "yuan", new, "follow prices"),
        parameter("fee.held", "yuan/month", new, "hold"),
        parameter("fee.growing", "yuan/year", old, "grow 5% per year"),
        parameter("rate.plain", "%", {(2020, 1): 8.0, (2030, 1): 10.0}, "hold"),
        parameter("rate.growing", "%", {(2020, 1): 8.0}, "grow 1% per year"),
        parameter("months.least", "months", {(2020, 1): 180, (2030, 7): 186}, "hold"),
        parameter("town.floor", "yuan/month", {(2020, 1): 900}, "follow wages"),
        parameter("north.floor", "yuan/month", {(2020, 1): 500}, "follow wages"),
        parameter("china.floor", "yuan/month", {(2020, 1): 700}, "follow wages"),
        parameter("north.cover", "", {(2027, 7): 1}, "hold"),
        parameter("china.cover", "", {(2022, 1): 1}, "hold"),
    ]
    return Law(
        parameters={each.id: each for each in parameters},
        tables={each.id: each for each in (table("grant", 30), table("grant_south", 90))},
        start_year=START,
    )


@pytest.mark.parametrize("year", [2020, 2025, 2026])
def test_up_to_the_start_everything_is_at_face_value(law: Law, year: int) -> None:
    for name in ("fee.wages", "fee.prices", "fee.held"):
        assert law.year(year).number(name) == 100


def test_what_each_rule_does_to_money(law: Law) -> None:
    later = law.year(2029)
    assert later.number("fee.wages") == 100
    assert later.number("fee.prices") == pytest.approx(100 / 1.03**3)
    assert later.number("fee.held") == pytest.approx(100 / GROWTH**3)
    assert later.number("fee.growing") == pytest.approx(100 * 1.05**3 / GROWTH**3)


def test_a_figure_dated_after_the_start_is_nominal_of_its_year(law: Law) -> None:
    in_2030 = 200 / GROWTH**4
    assert law.year(2030).number("fee.wages") == pytest.approx(in_2030)
    assert law.year(2040).number("fee.wages") == pytest.approx(in_2030)
    assert law.year(2040).number("fee.prices") == pytest.approx(in_2030 / 1.03**10)
    assert law.year(2040).number("fee.held") == pytest.approx(200 / GROWTH**14)


def test_rates_and_months_know_no_wages(law: Law) -> None:
    assert law.year(2029).number("rate.plain") == pytest.approx(0.08)
    assert law.year(2030).number("rate.plain") == pytest.approx(0.10)
    assert law.year(2036).number("rate.growing") == pytest.approx(0.08 * 1.01**10)


def test_a_figure_of_july_counts_from_the_next_year(law: Law) -> None:
    assert law.year(2030).number("months.least") == 180
    assert law.year(2031).number("months.least") == 186
    years = np.array([1990, 2020, 2030, 2031, 2090])
    assert law.by_year("months.least", years).tolist() == [180, 180, 180, 186, 186]


def test_money_cannot_be_read_across_years(law: Law) -> None:
    with pytest.raises(LawError, match=r"fee\.wages cannot be read across years"):
        law.by_year("fee.wages", np.array([2030]))


def test_real_rates_and_treatment_prices(law: Law) -> None:
    year = law.year(2027)
    assert year.real_rate("rate.plain") == pytest.approx(1.08 / GROWTH - 1)
    assert year.wage_growth == pytest.approx(GROWTH - 1)
    assert year.medical_price_growth == pytest.approx(1.06 / GROWTH - 1)
    assert law.year(2028).medical_price_level == pytest.approx((1.06 / GROWTH) ** 2)
    assert law.year(2028).prices == pytest.approx(1.02**2)


def test_years_may_be_opened_in_any_order(law: Law) -> None:
    assert law.year(2060).wages == pytest.approx(GROWTH**34)
    assert law.year(2030).wages == pytest.approx(GROWTH**4)
    assert law.year(2060) is law.year(2060)


def test_a_figure_of_the_place_the_province_or_the_country(law: Law) -> None:
    found = law.year(2026).by_place("floor", [TOWN, FARM, PORT])
    assert found.tolist() == [900, 500, 700]
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 1


def test_what_starts_inside_a_year(law: Law) -> None:
    months = law.year(2027).by_place_and_month("cover", [TOWN, PORT])
    assert months.tolist() == [[0] * 6 + [1] * 6, [1] * 12]


def test_the_table_of_a_place(law: Law) -> None:
    tables, which = law.year(2026).tables_by_place("grant", [TOWN, PORT, FARM])
    assert [tables[each].id for each in which] == ["grant", "grant_south", "grant"]


def test_unknown_names_are_answered_with_the_nearest(law: Law) -> None:
    with pytest.raises(LawError, match=r"Did you mean fee\.wages\?"):
        law.year(2026).number("fee.wage")
    with pytest.raises(LawError, match="no table subsidy"):
        law.year(2026).table("subsidy")
    with pytest.raises(LawError, match=r"“rent” for port.*port\.rent.*south\.rent"):
        law.year(2026).by_place("rent", [PORT])


def test_source_of_the_figure_in_force(law: Law) -> None:
    assert law.year(2026).source("fee.wages") == (BOOK, "assumed")


def test_the_law_travels_to_another_process(law: Law) -> None:
    law.year(2040).number("fee.prices")
    copy = pickle.loads(pickle.dumps(law))
    assert copy.year(2050).number("fee.held") == law.year(2050).number("fee.held")
