"""Disability allowance 病残津贴 of the employee pension, before retirement age."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.core.arrays import Months, Yuan
from game.rules.law import YearLaw


class DisabilityAllowance(NamedTuple):
    """Yuan a month and for how many months, shape (n,)."""

    amount: Yuan
    months: Months


def disability_allowance(
    law: YearLaw,
    *,
    paid_months: Months,
    needed_months: Months,
    months_to_age: Months,
    basic: Yuan,
    account_part: Yuan,
) -> DisabilityAllowance:
    """What a total loss of working capacity would bring today.

    Enough months and at most five years to go: as the pension. Enough months: the basic part.
    Too few: the basic part for 12 months, 3 more for each full year beyond five. Never paid: none.

    Args:
        law: of the year.
        paid_months: paid in the employee scheme.
        needed_months: the minimum for a pension.
        months_to_age: months to the statutory age.
        basic: basic pension by the record of today, yuan a month.
        account_part: account pension by the record of today, yuan a month.

    Source: MOHRSS and Ministry of Finance, interim measures in force from 1 January 2025.
    """
    has_enough = paid_months >= needed_months
    is_near = months_to_age <= law.number("invalidity.near_months")
    full_years = np.floor(paid_months / 12) - law.number("invalidity.base_years")
    limited = law.number("invalidity.base_months") + np.maximum(full_years, 0) * law.number(
        "invalidity.months_per_year"
    )
    amount = np.where(has_enough & is_near, basic + account_part, basic)
    months = np.where(has_enough, months_to_age, np.minimum(limited, months_to_age))
    is_member = paid_months > 0
    return DisabilityAllowance(np.where(is_member, amount, 0.0), np.where(is_member, months, 0.0))
