"""Forecasts: the same lives as ``simulate``, to the fen, whatever the pieces they are lived in."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.life import Scheme
from game.play.forecast import today_of
from game.scenario.model import PlanFields
from game.scoring.course import Course, middle
from game.scoring.forecast import FIRST_PICTURE, LIVES, SHARES, Forecast, forecasts
from game.scoring.futures import Abandoned, Considering, Today, future_chance, live_futures
from game.scoring.study import study
from game.scoring.tally import Tally
from game.sim.start import start_lives
from tests.toyland.lives import china, started, toyland

EMPLOYEE = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=0.6)
NOTHING = PlanFields(pension=Scheme.NONE, medical=Scheme.NONE)


def today(plan: PlanFields, seed: int = 5, **fields: object) -> Today:
    return today_of(started(china(), **fields), seed, plan)  # type: ignore[arg-type]


def made(plan: PlanFields, *sizes: int, seed: int = 5) -> list[Forecast]:
    return list(forecasts(china(), today(plan, seed), sizes))


def test_a_forecast_from_the_start_is_simulate_to_the_fen() -> None:
    """Same seed, same policy, the same lives: sums of contributions, bills and years agree."""
    engine, size = china(), 40
    asked = today(EMPLOYEE)
    tally = Tally(world=engine.world, size=size)
    live_futures(engine, asked, 0, size, tally.add, horizon=0)
    policy = Considering(plans=((asked.lives.year, asked.plan),))
    result = study(engine, 0, future_chance(asked.seed).seed, size, "asked", policy).result()
    for name in ("contributions", "own_bills", "received", "last_age"):
        assert float(getattr(tally, name).mean()) == pytest.approx(result[name], abs=0.005)
    known = tally.score.total
    assert float(np.rint(known * 1000).sum() / 1000 / size) == pytest.approx(result["score"])


def test_pieces_change_nothing() -> None:
    whole, pieces = made(EMPLOYEE, 30), made(EMPLOYEE, 7, 30)
    assert pieces[-1] == whole[-1]
    assert [each.lives for each in pieces] == [7, 30]


def test_the_first_picture_comes_from_few_and_the_last_from_two_thousand() -> None:
    assert (FIRST_PICTURE, LIVES) == (500, 2_000)


def test_a_fan_begins_today_and_is_in_order() -> None:
    found = made(EMPLOYEE, 60)[0]
    assert found.ages[0] == 22
    for fan in (found.savings, found.income):
        assert len(fan) == len(SHARES)
        assert {len(row) for row in fan} == {len(found.ages)}
        assert np.all(np.diff(np.array(fan), axis=0) >= 0)
        assert len({row[0] for row in fan}) == 1
    assert found.savings[0][0] == float(today(EMPLOYEE).lives.cash[0])
    assert np.all(np.diff(np.array(found.alive)) <= 0)


def test_what_is_paid_in_is_seen_in_old_age() -> None:
    with_cover, without = made(EMPLOYEE, 150)[0], made(NOTHING, 150)[0]
    assert with_cover.pension_per_month > 1_000
    assert without.pension_per_month == 0
    assert with_cover.share_below_basket < without.share_below_basket
    assert with_cover.share_unpayable < without.share_unpayable
    assert with_cover.claim_age == 63
    assert with_cover.share_reaching == without.share_reaching > 0.8


def test_a_pension_in_payment_is_told_as_it_is() -> None:
    engine = toyland()
    lives = started(engine, age=70, rights__pension_employee=1_234.0, rights__has_claimed=True)
    found = next(iter(forecasts(engine, today_of(lives, 1), (10,))))
    assert found.pension_per_month == pytest.approx(1_234, rel=0.05)
    assert found.claim_age == 70


def test_nobody_waits_for_what_is_no_longer_wanted() -> None:
    asked: list[int] = []

    def goes_on() -> bool:
        asked.append(1)
        return len(asked) < 4

    with pytest.raises(Abandoned):
        list(forecasts(china(), today(EMPLOYEE), (10,), goes_on))
    assert len(asked) == 4


def test_other_luck_than_the_life_itself() -> None:
    assert future_chance(5).seed != 5
    one, other = made(EMPLOYEE, 25, seed=1)[0], made(EMPLOYEE, 25, seed=2)[0]
    assert one.savings != other.savings


def test_first_pension_of_a_course() -> None:
    course = Course(world=toyland().world, size=3)
    course.cash[60:70] = 0.0
    course.pension[60:70] = 0.0
    course.pension[62:70, 0] = 900.0
    course.cash[62:, 2] = np.nan
    amount, age = course.first_pension(60, 63)
    assert amount[:2].tolist() == [900.0, 0.0]
    assert np.isnan(amount[2])
    assert age[0] == 62 and np.isnan(age[1:]).all()
    assert middle(np.array([np.nan, 3.0, 1.0, 2.0])) == 2.0
    assert middle(np.array([np.nan])) == 0.0


def test_futures_are_numbered() -> None:
    """Future 5 is the same whether the first four were lived or not."""
    engine = toyland()
    asked = today_of(start_lives(engine.world, 0, np.zeros(1, dtype=np.uint64)), 3, EMPLOYEE)
    many, one = Course(world=engine.world, size=6), Course(world=engine.world, size=1)
    live_futures(engine, asked, 0, 6, many.add)
    live_futures(engine, asked, 5, 6, one.add)
    assert np.array_equal(many.cash[:, 5], one.cash[:, 0], equal_nan=True)
