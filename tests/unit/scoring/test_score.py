"""The life score: the worked example, every edge case, and what may never move it the wrong way."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.life import Lives, Scheme
from game.scoring.score import (
    Sums,
    family_year,
    geometric_mean,
    health_burden,
    living_year,
    old_age_means,
    old_age_year,
    score_of,
    year_sums,
)
from game.scoring.yardsticks import Yardsticks, yardsticks
from game.sim.record import Record
from tests.toyland.lives import changed, china, lived_year, numbers, planned, started, toyland

ENGINE = toyland()
WORLD = ENGINE.world
SCORING = WORLD.scenario.scoring
PARTS = ("old_age", "health", "living", "family")
YUAN = st.floats(0, 1e6, allow_nan=False)


def array(value: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([float(value)])


def sums(**values: float) -> Sums:
    """Sums of one life; what is left out is 0."""
    every = {field.name: array(values.get(field.name, 0.0)) for field in fields(Sums)}
    return Sums(**every)


def year(age: int = 52, **more: Any) -> tuple[Lives, Record, Lives, Yardsticks]:
    """A quiet year of the rider, with its yardsticks."""
    opened = planned(started(ENGINE, age=age), medical=Scheme.RESIDENT)
    opened = changed(opened, **more)
    after, record = lived_year(ENGINE, opened)
    figures = WORLD.figures(record.year)
    return opened, record, after, yardsticks(WORLD, figures, opened, record)


OPENED, RECORD, AFTER, YARD = year()


# --- the worked example --------------------------------------------------------------------------


def test_the_worked_example_of_the_definition() -> None:
    scoring = china().world.scenario.scoring
    yard = replace(YARD, basket=array(1_981), wage=array(8_433))
    part = old_age_year(scoring, array(1_500), yard)
    assert part == pytest.approx(0.6 * 0.7572 + 0.4 * 0.4447, abs=5e-5)
    assert round(float(part[0]), 4) == 0.6322
    parts = {"health": array(80), "living": array(45), "family": array(np.nan)}
    assert geometric_mean(scoring, {"old_age": 100 * part, **parts}) == 61.305


def test_weights_are_those_of_the_definition() -> None:
    for scoring in (SCORING, china().world.scenario.scoring):
        assert [scoring[f"weight_{part}"] for part in PARTS] == [0.35, 0.25, 0.25, 0.15]


# --- the whole -----------------------------------------------------------------------------------


@given(st.floats(5, 100))
def test_equal_parts_are_the_whole(part: float) -> None:
    whole = geometric_mean(SCORING, {name: array(part) for name in PARTS})
    assert whole == pytest.approx(part, abs=0.001)


@given(st.lists(st.floats(0, 100), min_size=4, max_size=4))
def test_the_whole_lies_between_its_parts_and_under_their_arithmetic_mean(
    values: list[float],
) -> None:
    whole = float(geometric_mean(SCORING, dict(zip(PARTS, map(array, values), strict=True)))[0])
    floored = [max(5.0, value) for value in values]
    weights = [SCORING[f"weight_{part}"] for part in PARTS]
    mean = sum(w * v for w, v in zip(weights, floored, strict=True)) / sum(weights)
    assert min(floored) - 0.001 <= whole <= mean + 0.001


def test_a_part_of_nothing_counts_five() -> None:
    def whole(old_age: float) -> float:
        rest = {name: array(80) for name in PARTS[1:]}
        return float(geometric_mean(SCORING, {"old_age": array(old_age), **rest})[0])

    assert whole(0) == whole(5) < whole(6)


def test_the_whole_is_kept_to_a_thousandth() -> None:
    whole = geometric_mean(SCORING, {name: array(33.33333333) for name in PARTS})
    assert whole == 33.333


# --- edge cases ----------------------------------------------------------------------------------


LIVED = {"years_before": 40.0, "living": 20.0, "paid_by_others": 10.0, "bills": 100.0}


def test_dead_before_the_old_age_line_has_no_old_age_part() -> None:
    score = score_of(SCORING, sums(**LIVED))
    assert np.isnan(score.old_age).all()
    assert np.isfinite(score.total).all()
    health, living = 0.7 + 0.3 * 10 / 80, 0.5
    expected = np.exp((0.25 * np.log(100 * health) + 0.25 * np.log(100 * living)) / 0.5)
    assert score.total == pytest.approx(expected, abs=0.001)


def test_without_any_bill_ease_alone_counts() -> None:
    assert score_of(SCORING, sums(years_before=10, living=5)).health == 100
    burdened = score_of(SCORING, sums(years_before=10, living=5, burden_before=0.87))
    assert burdened.health == pytest.approx(50)


def test_never_a_dependant_has_no_family_part() -> None:
    assert np.isnan(score_of(SCORING, sums(**LIVED)).family).all()
    score = score_of(SCORING, sums(**LIVED, family=8, family_years=10))
    assert score.family == pytest.approx(80)


def test_nothing_lived_has_no_part_but_does_not_fail() -> None:
    score = score_of(SCORING, Sums.none(2))
    assert np.isnan(score.old_age).all()
    assert np.isnan(score.living).all()


def test_the_starting_record_counts_in_rights_not_in_parts() -> None:
    opened = started(ENGINE, "seller")
    assert opened.rights.months_employee == 72
    after, record = lived_year(ENGINE, opened)
    first = year_sums(WORLD, WORLD.figures(record.year), opened, record, after)
    assert first.years_before == 1
    assert first.old_years == 0
    assert 0 < first.living[0] < 1


def test_health_is_burden_before_and_after_weighted_by_years_and_what_others_paid() -> None:
    score = score_of(
        SCORING,
        sums(
            years_before=10,
            burden_before=0.87,
            years_after=5,
            burden_after=0.62,
            paid_by_others=40,
            bills=100,
            living=5,
        ),
    )
    ease = (0.5 * 10 + 0.75 * 5) / 15
    assert score.health == pytest.approx(100 * (0.7 * ease + 0.3 * 0.5))


def test_more_than_everything_counts_as_everything() -> None:
    score = score_of(SCORING, sums(years_before=1, living=0.5, paid_by_others=90, bills=100))
    assert score.health == 100
    heavy = score_of(SCORING, sums(years_before=1, living=0.5, burden_before=1))
    assert heavy.health == 0


def test_a_living_part_is_never_below_nothing() -> None:
    assert score_of(SCORING, sums(years_before=2, living=-0.3)).living == 0


# --- one year ------------------------------------------------------------------------------------


def test_yardsticks_of_the_harbour() -> None:
    found = numbers(YARD.wage, YARD.floor, YARD.usual, YARD.basket)
    assert found == [10_000, 1_000, 4_000, 2_000]
    assert YARD.capacity_per_year == 96_000 - 6_000 - 7_200
    assert not YARD.is_old
    left = WORLD.years_left[0, 52]
    assert YARD.savings_per_month == pytest.approx(10_000 / (12 * left))
    *_, poor = year(plan__pace=0.0, cash=20_000)
    assert poor.capacity_per_year == 0.4 * 12_000


@pytest.mark.parametrize(("age", "is_old"), [(59, False), (60, True)])
def test_the_old_age_line_is_the_statutory_age_and_at_least_sixty(age: int, is_old: bool) -> None:
    opened, record, after, yard = year(age)
    assert bool(yard.is_old[0]) is is_old
    added = year_sums(WORLD, WORLD.figures(record.year), opened, record, after)
    assert added.old_years == is_old
    assert added.years_before == (not is_old)
    assert added.living == (0 if is_old else added.living)


def test_means_of_old_age_count_every_source() -> None:
    record = changed(
        RECORD,
        pension_employee=12_000,
        pension_resident=2_400,
        allowance=1_200,
        support_received=600,
        income=6_000,
        work_costs=600,
        tax=0,
    )
    yard = replace(YARD, savings_per_month=array(50))
    expected = (12_000 + 2_400 + 1_200 + 600 + 6_000 - 600) / 12 + 50
    assert old_age_means(record, yard) == pytest.approx(expected)


def test_old_age_is_full_at_forty_per_cent_of_the_wage() -> None:
    assert old_age_year(SCORING, array(4_000), YARD) == 1
    assert old_age_year(SCORING, array(9_000), YARD) == 1
    assert old_age_year(SCORING, array(2_000), YARD) == pytest.approx(0.6 + 0.4 * 0.5)
    assert old_age_year(SCORING, array(0), YARD) == 0


def test_burden_is_own_payments_against_capacity() -> None:
    record = changed(RECORD, bills__own=0.1 * 82_800, outpatient__own=0.1 * 82_800)
    assert health_burden(SCORING, record, YARD) == pytest.approx(0.2 / 0.4)
    heavy = changed(record, bills__own=82_800)
    assert health_burden(SCORING, heavy, YARD) == 1
    refused = changed(RECORD, was_treatment_refused=True, bills__own=0, outpatient__own=0)
    assert health_burden(SCORING, refused, YARD) == 1


def living(spending: float, **more: Any) -> float:
    record = changed(RECORD, spending=12 * spending, wellbeing=60, debt=0, **more)
    return float(living_year(SCORING, record, YARD)[0])


def test_living_runs_from_the_floor_to_twice_the_usual() -> None:
    feeling = 0.2 * 0.6
    assert living(1_000) == pytest.approx(feeling)
    assert living(500) == pytest.approx(feeling)
    assert living(1_000 * 8**0.5) == pytest.approx(0.4 + feeling)
    assert living(8_000) == pytest.approx(0.8 + feeling)
    assert living(20_000) == pytest.approx(0.8 + feeling)
    assert living(0) == pytest.approx(feeling)
    assert living(1_300 * 8**0.5, persons=1.3) == pytest.approx(0.4 + feeling)


def test_deep_debt_takes_a_quarter() -> None:
    def with_debt(debt: float, income: float) -> float:
        record = changed(RECORD, spending=12_000, wellbeing=60, debt=debt, income=income)
        return float(living_year(SCORING, record, YARD)[0])

    assert with_debt(24_000, 96_000) == pytest.approx(0.12)
    assert with_debt(24_001, 96_000) == pytest.approx(0.12 - 0.25)
    assert with_debt(1, 0) == pytest.approx(0.12 - 0.25)
    assert with_debt(0, 0) == pytest.approx(0.12)


def test_an_insolvent_year_is_what_was_really_spent() -> None:
    opened, record, _, yard = year(plan__pace=0.0, cash=0, debt=50_000)
    assert record.spending == record.allowance == 12_000
    expected = 0.2 * record.wellbeing / 100 - 0.25
    assert living_year(SCORING, record, yard) == pytest.approx(expected)
    assert opened.debt == 50_000


def test_family_is_cover_support_and_what_would_be_left() -> None:
    def part(dependants: float, covered: float, promised: float, given: float) -> float:
        record = changed(
            RECORD,
            dependants=dependants,
            dependants_covered=covered,
            home_promised=promised,
            home_given=given,
        )
        return float(family_year(SCORING, record, array(0.5))[0])

    assert part(2, 2, 6_000, 6_000) == pytest.approx(0.4 + 0.3 + 0.15)
    assert part(2, 1, 6_000, 3_000) == pytest.approx(0.2 + 0.15 + 0.15)
    assert part(1, 1, 0, 0) == pytest.approx(0.4 + 0.3 + 0.15)


def test_family_years_are_those_with_a_dependant() -> None:
    alone = changed(started(ENGINE, age=52), family__remittance=0)
    after, record = lived_year(ENGINE, alone)
    assert record.dependants == 0
    added = year_sums(WORLD, WORLD.figures(record.year), alone, record, after)
    assert added.family_years == added.family == 0
    supported = year_sums(WORLD, WORLD.figures(RECORD.year), OPENED, RECORD, AFTER)
    assert supported.family_years == 1


# --- other things equal --------------------------------------------------------------------------


@given(YUAN, YUAN)
def test_more_money_in_old_age_never_lowers_its_part(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert old_age_year(SCORING, array(low), YARD) <= old_age_year(SCORING, array(high), YARD)


@given(st.floats(4_000, 1e6), st.floats(0, 1e6))
def test_a_base_beyond_forty_per_cent_of_the_wage_adds_nothing(means: float, more: float) -> None:
    assert old_age_year(SCORING, array(means), YARD) == old_age_year(
        SCORING, array(means + more), YARD
    )


@given(st.floats(0, 2e5), st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 60))
def test_a_higher_fund_share_never_lowers_health(
    bill: float, one: float, other: float, years: float
) -> None:
    def health(share: float) -> float:
        own = bill * (1 - share)
        record = changed(RECORD, bills__own=own, outpatient__own=0)
        burden = float(health_burden(SCORING, record, YARD)[0])
        paid = {"paid_by_others": bill - own, "bills": bill}
        lived = sums(years_before=years, burden_before=burden, living=1, **paid)
        return float(score_of(SCORING, lived).health[0])

    low, high = sorted((one, other))
    assert health(low) <= health(high) + 1e-9


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_a_yuan_more_spent_never_lowers_living(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert living(low) <= living(high)


@given(st.integers(1, 5), st.data())
def test_a_dependant_covered_never_lowers_family(dependants: int, data: st.DataObject) -> None:
    def part(covered: int) -> float:
        record = changed(RECORD, dependants=dependants, dependants_covered=covered)
        return float(family_year(SCORING, record, array(0.2))[0])

    covered = data.draw(st.integers(0, dependants - 1))
    assert part(covered) < part(covered + 1)


@given(st.lists(st.floats(0, 100), min_size=4, max_size=4), st.integers(0, 3), st.floats(0, 50))
def test_a_better_part_never_lowers_the_whole(values: list[float], which: int, more: float) -> None:
    def whole(parts: list[float]) -> float:
        return float(geometric_mean(SCORING, dict(zip(PARTS, map(array, parts), strict=True)))[0])

    better = [v + more * (k == which) for k, v in enumerate(values)]
    assert whole(values) <= whole(better)
