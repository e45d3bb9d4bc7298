from __future__ import annotations

import numpy as np
import pytest

from game.scenario.expression import Streams
from game.scenario.expression.draws import lognormal_quantiles, on_line
from tests.unit.scenario.fakes import FakeScope, compiled, slip_of, value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3 months", 0.25),
        ("1200 yuan/year", 100.0),
        ("60%", 0.6),
        ("2 + 3 * 4", 14.0),
        ("(2 + 3) * 4", 20.0),
        ("10 - 4 - 3", 3.0),
        ("12 / 4 / 3", 1.0),
        ("-2 - -3", 1.0),
        ("min(3, 1, 2)", 1.0),
        ("clip(7, 0, 5)", 5.0),
        ("round(2.4)", 2.0),
        ("if(2 > 1, 10 yuan, 20 yuan)", 10.0),
        ("1 > 2 or not 3 > 4 and yes", 1.0),
        ("6 months * 100 yuan/month", 600.0),
        ("1200 yuan / 1 years", 100.0),
        ("1200 yuan / 100 yuan/month", 1.0),
        ("10 yuan / 4 yuan", 2.5),
        ("5 / 0", 0.0),
        ("lookup(stays, 40 years)", 0.3),
        ("lookup(divisor, 50 years)", 15.0),
        ("contribution(employee, 60%)", 1200.0),
        ("pension_if(20 years)", 2000.0),
        ("count(crash)", 2.0),
        ("since(crash)", 3.0),
        ("seen(crash) and not seen(stay) and chose(crash.hospital)", 1.0),
        ("chose(crash.home)", 0.0),
    ],
)
def test_gives(source: str, expected: float) -> None:
    assert value(source) == pytest.approx([expected])


def test_reads_names_of_many_lives() -> None:
    scope = FakeScope(
        values={"age": [20, 50], "job": [0, 1], "cash": [10, 0], "param.fee": [1200, 1200]}, size=2
    )
    assert value("job == courier and age < 30", scope=scope) == [1.0, 0.0]
    assert value("shop_helper != job", scope=scope) == [1.0, 0.0]
    assert value("5 yuan / (cash / 1 yuan)", scope=scope) == [0.5, 0.0]
    assert value("param.fee", scope=scope) == [100.0, 100.0]
    assert value("plan.pension == none", scope=scope) == [1.0, 1.0]
    assert value("my.mood == worried", scope=scope) == [0.0, 0.0]


def test_a_constant_has_the_shape_of_its_lives() -> None:
    result = compiled("2 yuan")
    assert result.expression is not None
    assert result.constant == 2.0
    assert result.expression.evaluate(FakeScope(size=3)).shape == (3,)


def test_results_stay_within_bounds() -> None:
    big = "cash / 1 yuan * cash / 1 yuan * cash / 1 yuan * cash / 1 yuan * cash / 1 yuan"
    scope = FakeScope(values={"cash": [1e12, -1e12]}, size=2)
    assert value(big, scope=scope) == [1e12, -1e12]


@pytest.mark.parametrize(
    ("source", "code", "at"),
    [
        ("incom > 3 yuan", "SC202", "incom"),
        ("injured", "SC202", "injured"),
        ("courier", "SC202", "courier"),
        ("seen(crsh)", "SC203", "crsh"),
        ("job == couriers", "SC204", "couriers"),
        ("chose(crash.hom)", "SC204", "crash.hom"),
        ("job = courier", "SC301", "="),
        ("age > 3 )", "SC302", ")"),
        ("age > ", "SC303", ""),
        ("(age > 3", "SC305", "("),
        ("18 < age < 40", "SC306", "<"),
        ("clip(age, 3)", "SC307", "clip(age, 3)"),
        ("income < 3000 yuan", "SC308", "3000 yuan"),
        ("3000 yuan < income", "SC308", "3000 yuan"),
        ("job < courier", "SC308", "job < courier"),
        ("age + my.injured", "SC308", "my.injured"),
        ("cash > 5000", "SC309", "5000"),
        ("age > 3 apples", "SC310", "apples"),
        ("my.injured && age > 3", "SC311", "&&"),
        ("age ** 2", "SC311", "**"),
        ("cash >= 5,000 yuan", "SC312", "5,000"),
        ("1_000 > age", "SC312", "1_"),
        ("chance(50%)", "SC313", "chance(50%)"),
        ("age ≥ 3", "SC103", "≥"),
        ("x.__class__ > 1", "SC302", "."),
        ("age[0]", "SC311", "["),
    ],
)
def test_points_at(source: str, code: str, at: str) -> None:
    assert slip_of(source) == (code, at) or (code == "SC303" and slip_of(source)[0] == code)


def test_tells_several_unknown_names_at_once() -> None:
    assert [slip.code for slip in compiled("aeg > 3 and cahs > 3 yuan").slips] == ["SC202"] * 2


def test_wants_what_the_slot_wants() -> None:
    assert slip_of("age", "yes_no") == ("SC308", "age")
    assert slip_of("300", "money") == ("SC309", "300")
    assert compiled("300", "points").expression is not None
    assert compiled("worried", "my.mood").constant == 1.0


@pytest.mark.parametrize(
    "source", ["(" * 5000, "-" * 390 + "1", "not " * 90 + "yes", "1+" * 99 + "1"]
)
def test_refuses_what_is_too_large(source: str) -> None:
    assert slip_of(source)[0] == "SC304"


def test_draws_have_streams_of_their_own_in_written_order() -> None:
    streams = Streams()
    compiled("uniform(1 yuan, 2 yuan) + uniform(1 yuan, 3 yuan)", draws=True, streams=streams)
    compiled("chance(30%)", draws=True, streams=streams)
    assert streams.names == ("event/slot/0", "event/slot/1", "event/slot/2")


def test_draws_follow_their_uniform() -> None:
    scope = FakeScope(draws={0: [0.1, 0.9]}, size=2)
    assert value("uniform(10 yuan, 20 yuan)", draws=True, scope=scope) == [11.0, 19.0]
    assert value("chance(50%)", draws=True, scope=scope) == [1.0, 0.0]


@pytest.mark.parametrize("sigma", [0.3, 0.9, 1.5])
def test_lognormal_keeps_its_mean(sigma: float) -> None:
    nodes = lognormal_quantiles(sigma)
    share = (np.arange(200_000) + 0.5) / 200_000
    drawn = on_line(nodes, share)
    assert drawn.mean() == pytest.approx(1.0, rel=1e-5)
    assert np.median(drawn) == pytest.approx(np.exp(-(sigma**2) / 2), rel=0.01)
    assert (np.diff(nodes) > 0).all()
