"""Life tables from words, in an invented country."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.mortality import LifeTable

ROWS = [
    ["sex", "age", "2020", "2025"],
    ["male", "60", "0.10", "0.05"],
    ["male", "61", "0.20", "0.10"],
    ["male", "62", "1.0", "1.0"],
    ["female", "60", "0.08", "0.04"],
    ["female", "61", "0.16", "0.08"],
    ["female", "62", "1.0", "1.0"],
]


@pytest.fixture
def table() -> LifeTable:
    """Three ages, two periods."""
    return LifeTable.of_rows(ROWS)


def test_the_middles_of_periods_are_as_written(table: LifeTable) -> None:
    assert (table.first_year, table.first_age) == (2022, 60)
    assert table.ages.tolist() == [60, 61, 62]
    assert table.q[0, 0].tolist() == [0.1, 0.2, 1]
    assert table.q[1, -1].tolist() == [0.04, 0.08, 1]


def test_between_two_middles_the_rate_falls_evenly(table: LifeTable) -> None:
    rates = -np.log1p(-table.q[0, :, 0])
    assert rates[1:] / rates[:-1] == pytest.approx((np.log(0.95) / np.log(0.9)) ** 0.2, rel=1e-6)


def test_a_cohort_reads_the_year_of_its_age_and_the_ends_hold(table: LifeTable) -> None:
    sex, born = np.array([0, 0, 0, 1]), np.array([1962, 1900, 2000, 1966])
    q = table.cohort_q(sex, born, np.array([60, 60, 61, 61]))
    assert q.tolist() == [0.1, 0.1, 0.1, 0.08]


def test_years_left_by_hand(table: LifeTable) -> None:
    """At 62 half a year; at 61 half a year for all and one more half and half for who lives."""
    left = table.years_left(0, 2100)
    at_61 = 0.5 + 0.9 * 1.0
    assert left == pytest.approx([0.5 + 0.95 * (0.5 + at_61), at_61, 0.5])
    assert table.years_left(0, 2100) is left
