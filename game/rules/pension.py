"""Pensions: basic part, account part, resident pension, and the place that pays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, Months, Number, Rate, Years, Yuan
from game.core.life import Sex
from game.rules.law import YearLaw
from game.rules.table import Table

MONTHS_A_YEAR = 12.0
# A tie such as 137.25 may arrive as 137.2499…; anything that is no tie lies at least 1/60 away.
_TIE = 1e-7


def basic_pension(law: YearLaw, benefit_base: Yuan, index: Rate, months: Months) -> Yuan:
    """The pooled part, yuan a month, shape (n,): C · (1 + index)/2 · years · 1 %.

    Args:
        law: of the claiming year.
        benefit_base: C 计发基数 of the pension place in the claiming year, yuan a month.
        index: mean over all paid months of own base ÷ reference wage.
        months: paid months; years count in twelfths.

    Source: State Council [2005] No. 38.
    """
    accrual = law.number("pension.accrual_rate") / (2 * MONTHS_A_YEAR)
    return benefit_base * (1 + index) * months * accrual


def account_pension(account: Yuan, divisor: Months) -> Yuan:
    """The account part, yuan a month, for life: balance ÷ divisor months."""
    return account / divisor


def annuity_divisor(divisors: Table, age_months: Months) -> Months:
    """Divisor months 计发月数 at an age in months, between whole ages on the line.

    Rounded half up to 0.1 (60 years 3 months: 137.25 → 137.3); the end values hold outside.

    Source: State Council [2005] No. 38, annex; interpolation as practised in Jinan 2025.
    """
    between = divisors.at(age_months / MONTHS_A_YEAR)
    return np.asarray(np.floor(between * 10 + 0.5 + _TIE) / 10)


def resident_pension(law: YearLaw, basic_amount: Yuan, account: Yuan) -> Yuan:
    """The resident pension, yuan a month: the place's basic pension plus account ÷ 139.

    Source: State Council [2014] No. 8.
    """
    return basic_amount + account / law.number("resident_pension.divisor")


def account_interest(
    opening: Yuan,
    credits: Yuan,
    rate: Rate | float,
    months: Months | int = 12,
    first: Months | int = 1,
) -> Yuan:
    """Interest of a year, yuan, added once: full on the opening balance, (13 − m)/12 on month m.

    A full year of equal monthly credits earns rate · 6.5/12 of them.

    Args:
        opening: balance at the start of the year.
        credits: everything credited in the year, in equal parts.
        rate: the year's rate; in today's wages use ``YearLaw.real_rate``.
        months: how many months in a row were credited.
        first: the first of them, 1–12.
    """
    middle = first + (months - 1) / 2
    return np.asarray(rate * (opening + credits * (13 - middle) / MONTHS_A_YEAR))


def indexed(pension: Yuan, rate: Rate | float) -> Yuan:
    """A pension in payment after the yearly adjustment; from the second year on."""
    return pension * (1 + rate)


def into_resident_scheme(
    employee_account: Yuan, resident_account: Yuan, employee_months: Months, resident_months: Months
) -> tuple[Yuan, Months]:
    """The resident account and its months after an employee record too short has moved there.

    Only the account moves, not what went to the pool; the years do count.

    Source: MOHRSS [2014] No. 17.
    """
    return employee_account + resident_account, employee_months + resident_months


def pension_place(
    law: YearLaw, months: NDArray[np.float64], last_paid: Number | Code, hukou: Code
) -> Code:
    """Where the pension is settled, by the ten-year rule.

    The last place of contribution if it is the hukou place; else it, or the most recent earlier
    place, with at least 120 months; else the hukou place.

    Args:
        law: of the claiming year.
        months: paid months of each life at each place, shape (P, n).
        last_paid: number of the latest month paid there, counted from any start, −1 never; (P, n).
        hukou: place of hukou, index into P, shape (n,).

    Returns:
        Index into P, shape (n,).

    Source: State Council Office [2009] No. 66.
    """
    is_long = months >= law.number("pension.place_months")
    recent = np.where(is_long, last_paid, -1)
    goes_home = (last_paid.argmax(axis=0) == hukou) | (recent.max(axis=0) < 0)
    return np.asarray(np.where(goes_home, hukou, recent.argmax(axis=0)))


def is_temporary_account(
    law: YearLaw, sex: Code, age: Years | Code, is_hukou_place: Flag, has_paid_here_before: Flag
) -> Flag:
    """Whether a place away from the hukou keeps a temporary account 临时基本养老保险缴费账户 only.

    So it is for who first joins there at 50 (men) or 40 (women): the months count for the
    pension, not for the place.

    Args:
        law: of the year.
        sex: codes of ``Sex``, shape (n,).
        age: whole years.
        is_hukou_place: whether the place of work is the place of hukou.
        has_paid_here_before: whether months already count there.

    Source: State Council Office [2009] No. 66.
    """
    men, women = (law.number(f"pension.temporary_account.{each}") for each in ("men", "women"))
    is_late = age >= np.where(sex == Sex.MALE, men, women)
    return np.asarray(is_late & ~is_hukou_place & ~has_paid_here_before)


def earned_pension(
    law: YearLaw, benefit_base: Yuan, index: Rate, months: Months, account: Yuan, divisor: Months
) -> Yuan:
    """The whole employee pension, yuan a month: basic part and account part."""
    return basic_pension(law, benefit_base, index, months) + account_pension(account, divisor)


def years_to_recoup(paid: Yuan, pension: Yuan) -> Years:
    """Years of pension until one's own payments have come back, at constant amounts."""
    return paid / (pension * MONTHS_A_YEAR)
