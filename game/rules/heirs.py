"""What a death leaves: the account, the funeral grant and the survivors' lump sum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.core.arrays import Flag, Months, Years, Yuan
from game.rules.law import YearLaw


class DeathBenefits(NamedTuple):
    """Yuan to the family, shape (n,)."""

    account: Yuan
    funeral: Yuan
    lump_sum: Yuan


def survivors_months(
    law: YearLaw, paid_months: Months, is_pensioner: Flag, years_drawn: Years
) -> Months:
    """Months of income the survivors' lump sum stands for, shape (n,).

    Under 5 paid years 3, under 10 years 6, up to 15 years 9, each further year 1 more in twelfths,
    at most 24. A pensioner: 1 less for each full year drawn, never below 9. Nothing ever paid: 0.

    Source: MOHRSS [2021] No. 18.
    """
    steps = law.table("survivors_months").at(paid_months / 12)
    further = np.maximum(paid_months / 12 - law.number("heirs.full_years"), 0.0)
    months = np.minimum(steps + further, law.number("heirs.most_months"))
    drawn = np.maximum(months - np.floor(years_drawn), law.number("heirs.least_months_pensioner"))
    months = np.where(is_pensioner, drawn, months)
    return np.asarray(np.where(paid_months > 0, months, 0.0))


def death_benefits(
    law: YearLaw,
    *,
    account_left: Yuan,
    paid_months: Months,
    own_credited: Yuan,
    is_pensioner: Flag,
    years_drawn: Years,
    urban_income: Yuan,
) -> DeathBenefits:
    """What the employee pension leaves to a family.

    Args:
        law: of the year.
        account_left: what is left in the individual accounts; all of it goes to the heirs.
        paid_months: paid in the employee scheme.
        own_credited: own payments credited to the account, the limit under five paid years.
        is_pensioner: drew the employee pension.
        years_drawn: years it was drawn.
        urban_income: per-capita disposable income of the towns of the province, yuan a year.

    Source: Social Insurance Law, Article 14; MOHRSS [2021] No. 18.
    """
    monthly = urban_income / 12
    funeral = np.where(paid_months > 0, law.number("heirs.funeral_months") * monthly, 0.0)
    lump_sum = survivors_months(law, paid_months, is_pensioner, years_drawn) * monthly
    is_short = paid_months < law.number("heirs.limited_below_months")
    limit = np.where(is_short, own_credited, np.inf)
    funeral = np.minimum(funeral, limit)
    return DeathBenefits(account_left, funeral, np.minimum(lump_sum, limit - funeral))
