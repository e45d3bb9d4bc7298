"""Unemployment insurance 失业保险: for how long, and how much, after a contract has ended."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Months, Yuan
from game.rules.law import YearLaw


def unemployment_months(law: YearLaw, paid_months: Months) -> Months:
    """Most months of benefit by the months paid in since the last one, shape (n,).

    Under one year none; one to under five years 12, five to under ten 18, from ten on 24.

    Source: Social Insurance Law, Article 46.
    """
    return law.table("unemployment_months").at(paid_months / 12)


def unemployment_benefit(law: YearLaw, minimum_wage: Yuan) -> Yuan:
    """Benefit, yuan a month, shape (n,): a share of the place's minimum wage.

    Paid to who lost the work against his will, after a year of contributions at least.

    Source: Social Insurance Law, Article 47: by the place, never below the minimum allowance.
    """
    return np.asarray(law.number("unemployment.benefit_share") * minimum_wage)
