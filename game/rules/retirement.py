"""When a pension may begin: statutory age, the window around it, and the months it needs."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np

from game.core.arrays import Code, Flag, Months, held
from game.rules.law import Law, YearLaw


class Track(IntEnum):
    """The three timetables of the 2024 decision on raising the retirement age."""

    MEN = 0
    WOMEN_55 = 1
    WOMEN_50 = 2


TRACK_NAMES: Final = ("men", "women55", "women50")


class ClaimWindow(NamedTuple):
    """Ages in months, shape (n,): from when, at what age by statute, until when."""

    earliest: Months
    statutory: Months
    latest: Months


def _by_track(law: YearLaw, name: str, track: Code) -> Months:
    numbers = [law.number(f"retirement.{each}.{name}") for each in TRACK_NAMES]
    return np.asarray(np.array(numbers)[track])


def statutory_age(law: YearLaw, track: Code, birth_year: Code, birth_month: Code) -> Months:
    """Statutory retirement age in months, shape (n,).

    delay = 0 if born before the start, else min(cap, ⌊months since the start ÷ step⌋ + 1).

    Source: decision of the National People's Congress Standing Committee, 13 September 2024.
    """
    start = _by_track(law, "start_year", track) * 12 + _by_track(law, "start_month", track)
    since = birth_year * 12 + birth_month - start
    steps = np.floor(since / _by_track(law, "step", track)) + 1
    delay = held(steps, 0, _by_track(law, "cap", track))
    return np.asarray(_by_track(law, "old_age", track) + delay)


def claim_window(law: YearLaw, track: Code, birth_year: Code, birth_month: Code) -> ClaimWindow:
    """Earliest, statutory and latest age of claiming the employee pension, months.

    Early: at most three years before, never below the old age of the track. Late: three years.
    """
    statutory = statutory_age(law, track, birth_year, birth_month)
    old = _by_track(law, "old_age", track)
    earliest = np.maximum(statutory - law.number("retirement.early_months"), old)
    return ClaimWindow(earliest, statutory, statutory + law.number("retirement.late_months"))


def minimum_months(
    law: Law, birth_year: Code, birth_month: Code, statutory: Months, claim_age: Months
) -> Months:
    """Contribution months needed, of the year that counts, shape (n,).

    That year is the one of statutory age; for an early claim the year really chosen; for a late
    one still that of statutory age.
    """
    age = np.minimum(statutory, claim_age)
    year = (birth_year * 12 + birth_month - 1 + age) // 12
    return law.by_year("pension.minimum_months", year.astype(np.int64))


def may_claim_employee(
    age_months: Months, paid_months: Months, needed_months: Months, window: ClaimWindow
) -> Flag:
    """Whether the employee pension may begin now: in the window and with enough months."""
    is_in_window = (age_months >= window.earliest) & (age_months <= window.latest)
    return np.asarray(is_in_window & (paid_months >= needed_months))


def may_claim_resident(law: YearLaw, age_months: Months, paid_months: Months) -> Flag:
    """Whether the resident pension may begin: at 60, and nothing without 15 paid years."""
    is_old_enough = age_months >= law.number("resident_pension.age")
    return np.asarray(
        is_old_enough & (paid_months >= law.number("resident_pension.minimum_months"))
    )
