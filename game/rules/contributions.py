"""What is paid in, by whom, and where it goes.

Parameters are read by name from the law of the year; rates are 0–1, money is yuan at today's wages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from game.core.arrays import Code, Flag, Months, Rate, Yuan
from game.rules.law import PlaceKey, YearLaw


class EmployeePension(NamedTuple):
    """A month in the employee pension 城镇职工基本养老保险, yuan a month, shape (n,)."""

    paid: Yuan
    to_account: Yuan
    to_pool: Yuan


class ResidentPension(NamedTuple):
    """A year in the resident pension 城乡居民基本养老保险, yuan a year, shape (n,)."""

    paid: Yuan
    subsidy: Yuan
    to_account: Yuan


class ResidentMedical(NamedTuple):
    """A year in the resident medical scheme 居民医保, yuan a year for each insured person."""

    paid: float
    subsidy: float


def contribution_base(
    law: YearLaw, share: Rate, reference_wage: Yuan, floor: Yuan, ceiling: Yuan
) -> Yuan:
    """The base 缴费基数 a chosen share of the reference wage stands for, yuan a month, shape (n,).

    The lowest share means the published floor, even where it lies below that share of the wage
    (Zhejiang 2025: 4,986 although 60 % of 8,433 is 5,059.8).

    Source: State Council Office [2019] No. 13.
    """
    lowest = law.number("pension.base.lowest_share")
    base = np.minimum(np.maximum(share * reference_wage, floor), ceiling)
    return np.asarray(np.where(share <= lowest, floor, base))


def base_index(base: Yuan, reference_wage: Yuan) -> Rate:
    """The index of a paid month: own base against the place's reference wage, no floor applied."""
    return base / reference_wage


def employee_pension(law: YearLaw, base: Yuan) -> EmployeePension:
    """A flexible worker's month: all of it his own, part to the account, the rest to the pool.

    Source: State Council [2005] No. 38 (20 % = 8 % + 12 %).
    """
    paid = base * law.number("pension.employee.rate")
    to_account = base * law.number("pension.employee.account_rate")
    return EmployeePension(paid, to_account, paid - to_account)


def platform_subsidy(law: YearLaw, floor: Yuan, is_eligible: Flag) -> Yuan:
    """What the platform pays back of a month, yuan a month: half of the bill at the lowest base.

    A higher base is not subsidised more.
    """
    bill = floor * law.number("pension.employee.rate")
    return np.asarray(np.where(is_eligible, bill * law.number("pension.platform_subsidy_share"), 0))


def lump_sum(law: YearLaw, months: Months, floor: Yuan) -> Yuan:
    """What missing pension months cost when they are paid at once, yuan: months · base · rate.

    Only at statutory age, for a record that is too short.

    Source: decision of the National People's Congress Standing Committee, 13 September 2024.
    """
    return months * floor * law.number("pension.employee.rate")


def is_subsidy_earned(law: YearLaw, months_above_floor: Months) -> Flag:
    """Whether platform income reached the lowest base in enough of the six months before."""
    return np.asarray(months_above_floor >= law.number("pension.platform_subsidy_months"))


def resident_pension(
    law: YearLaw, fee: Yuan, place: Code, places: Sequence[PlaceKey]
) -> ResidentPension:
    """A year in the resident scheme: own fee and the subsidy of the tier reached.

    Args:
        law: of the year.
        fee: chosen yearly fee, shape (n,); 0 is not paying.
        place: place of enrolment as an index into ``places``, shape (n,).
        places: all places.

    Source: State Council [2014] No. 8; provincial tiers. Between tiers the tier below counts.
    """
    tables, which = law.tables_by_place("resident_subsidy", places)
    own = which[place]
    subsidy = tables[0].at(fee)
    for number, table in enumerate(tables[1:], start=1):
        subsidy = np.where(own == number, table.at(fee), subsidy)
    subsidy = np.asarray(np.where(fee > 0, subsidy, 0.0))
    return ResidentPension(fee, subsidy, fee + subsidy)


def employee_medical(rate: Rate, floor: Yuan) -> Yuan:
    """A flexible worker's month in the employee medical scheme 职工医保, yuan a month, all his own.

    Args:
        rate: the place's rate, shape (n,).
        floor: the place's lowest contribution base, yuan a month, shape (n,).
    """
    return rate * floor


def resident_medical(law: YearLaw) -> ResidentMedical:
    """A year in the resident medical scheme: own fee and the state's subsidy, yuan a head."""
    return ResidentMedical(
        law.number("medical.resident.fee"), law.number("medical.resident.subsidy")
    )
