"""Retirement ages of the 2024 decision, every row of the published timetable."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from game.rules.law import Law, YearLaw
from game.rules.retirement import (
    Track,
    claim_window,
    may_claim_employee,
    may_claim_resident,
    minimum_months,
    statutory_age,
)

TIMETABLE = Path(__file__).with_name("retirement_age_by_birth_month.csv")
TRACKS = {"men_60": Track.MEN, "women_55": Track.WOMEN_55, "women_50": Track.WOMEN_50}


def test_every_birth_month_of_the_timetable(law: Law, now: YearLaw) -> None:
    rows = list(csv.DictReader(TIMETABLE.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 1512

    def column(name: str) -> np.ndarray:
        return np.array([int(row[name]) for row in rows])

    track = np.array([TRACKS[row["category"]] for row in rows])
    year, month = column("birth_year"), column("birth_month")
    age = statutory_age(now, track, year, month)
    assert (age == column("ret_age_years") * 12 + column("ret_age_months")).all()
    needed = minimum_months(law, year, month, age, age)
    assert (needed == column("min_contrib_months_at_ret")).all()


@pytest.mark.parametrize(
    ("year", "months"),
    [
        (2025, 180),
        (2029, 180),
        (2030, 186),
        (2031, 192),
        (2032, 198),
        (2033, 204),
        (2034, 210),
        (2035, 216),
        (2036, 222),
        (2037, 228),
        (2038, 234),
        (2039, 240),
        (2067, 240),
    ],
)
def test_minimum_months_by_year(law: Law, year: int, months: int) -> None:
    assert law.by_year("pension.minimum_months", np.array([year])) == months
    assert law.year(year).number("pension.minimum_months") == months


def test_the_year_that_counts(law: Law) -> None:
    """Born January 1971: 61 years 4 months, May 2032. Early: the year chosen; late: still 2032."""
    born, month, statutory = np.array([1971]), np.array([1]), np.array([736.0])
    assert minimum_months(law, born, month, statutory, statutory) == 198
    assert minimum_months(law, born, month, statutory, np.array([720.0])) == 192
    assert minimum_months(law, born, month, statutory, np.array([772.0])) == 198


def test_the_window_of_the_young(now: YearLaw) -> None:
    track = np.array([Track.MEN, Track.WOMEN_55, Track.WOMEN_50])
    born, month = np.array([2004, 2000, 2006]), np.array([1, 1, 1])
    window = claim_window(now, track, born, month)
    assert (window.earliest / 12).tolist() == [60, 55, 52]
    assert (window.statutory / 12).tolist() == [63, 58, 55]
    assert (window.latest / 12).tolist() == [66, 61, 58]


def test_early_is_never_below_the_old_age(now: YearLaw) -> None:
    window = claim_window(now, np.array([Track.MEN]), np.array([1965]), np.array([1]))
    assert [*window.earliest, *window.statutory] == [720, 721]


def test_who_may_claim(now: YearLaw) -> None:
    window = claim_window(now, np.array([Track.MEN]), np.array([2004]), np.array([1]))
    age = np.array([59, 60, 63, 63, 66, 67]) * 12.0
    paid = np.array([300.0, 300, 239, 240, 240, 240])
    may = may_claim_employee(age, paid, np.array([240.0]), window)
    assert may.tolist() == [False, True, False, True, True, False]
    resident = may_claim_resident(now, np.array([719.0, 720, 720]), np.array([180.0, 180, 179]))
    assert resident.tolist() == [False, True, False]
