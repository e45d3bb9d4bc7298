"""The life table against the published cohort born in 2006."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from game.core.life import Sex
from game.rules.mortality import LifeTable

PUBLISHED = Path(__file__).with_name("cohort_qx_born_2006.csv")
SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}


def test_every_published_probability_to_its_last_digit(life_table: LifeTable) -> None:
    rows = list(csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 162
    sex = np.array([SEXES[row["sex"]] for row in rows])
    age = np.array([int(row["age"]) for row in rows])
    q = life_table.cohort_q(sex, np.full(len(rows), 2006), age)
    assert [f"{each:.6f}" for each in q] == [row["qx"] for row in rows]


@pytest.mark.parametrize(
    ("sex", "age", "years"),
    [
        (Sex.MALE, 20, 65.7),
        (Sex.MALE, 63, 25.2),
        (Sex.FEMALE, 20, 69.2),
        (Sex.FEMALE, 58, 32.4),
        (Sex.FEMALE, 63, 27.7),
    ],
)
def test_years_left_are_the_published_ones_and_what_lies_beyond_the_hundredth(
    life_table: LifeTable, sex: Sex, age: int, years: float
) -> None:
    """The published expectation counts birthdays up to the hundredth, less half a year."""
    first = life_table.first_age
    ages = life_table.ages
    q = life_table.cohort_q(np.full_like(ages, sex), np.full_like(ages, 2006), ages)
    reach_101 = np.prod(1 - q[age - first : 101 - first])
    left = life_table.years_left(sex, 2006)
    assert left[age - first] > years
    until_101 = left[age - first] - reach_101 * (left[101 - first] + 0.5)
    assert until_101 == pytest.approx(years, abs=0.051)


def test_the_table_ends_in_certainty_and_its_ends_hold(life_table: LifeTable) -> None:
    men = np.zeros(3, dtype=np.int64)
    born = np.array([2006, 1800, 2006])
    q = life_table.cohort_q(men, born, np.array([110, 60, 5]))
    assert q[0] == 1
    assert q[1] == life_table.cohort_q(men[:1], np.array([1957]), np.array([60]))
    assert q[2] == life_table.cohort_q(men[:1], np.array([1990]), np.array([16]))
    assert ((life_table.q > 0) & (life_table.q <= 1)).all()


def test_later_cohorts_live_longer(life_table: LifeTable) -> None:
    for sex in Sex:
        by_cohort = [life_table.years_left(sex, year)[0] for year in (1980, 1996, 2004, 2010)]
        assert by_cohort == sorted(by_cohort)
    women, men = (life_table.years_left(sex, 2004) for sex in (Sex.FEMALE, Sex.MALE))
    assert (women > men)[:-10].all()
