"""The last net: minimum living allowance 最低生活保障, and money for small children."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Flag, Number, Years, Yuan
from game.rules.law import YearLaw


def is_in_need(law: YearLaw, floor: Yuan, persons: Number, income: Yuan, savings: Yuan) -> Flag:
    """Whether a household passes the means test, shape (n,).

    Args:
        law: of the year.
        floor: minimum living allowance of the place, yuan a month a person.
        persons: of the household.
        income: of the household, yuan a year, child subsidy left out.
        savings: of the household, yuan.
    """
    need = floor * persons
    is_poor = income < need * 12
    return np.asarray(is_poor & (savings < need * law.number("assistance.savings_months")))


def minimum_living_allowance(
    law: YearLaw, floor: Yuan, persons: Number, income: Yuan, savings: Yuan
) -> Yuan:
    """What lifts a household in need to the floor, yuan a year, shape (n,).

    Source: Interim Measures for Social Assistance, chapter 2.
    """
    gap = floor * persons * 12 - income
    return np.where(is_in_need(law, floor, persons, income, savings), gap, 0.0)


def childcare_subsidy(law: YearLaw, child_age: Years) -> Yuan:
    """National subsidy for one child, yuan a year, shape (n,); a negative age is no child.

    Source: State Council, in force from 1 January 2025.
    """
    is_small = (child_age >= 0) & (child_age < law.number("family.childcare_until_age"))
    return np.where(is_small, law.number("family.childcare_subsidy"), 0.0)
