"""Order-based occupational injury cover 新就业形态就业人员职业伤害保障, paid by the platform."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.core.arrays import Code, Flag, Months, Yuan
from game.core.life import Work
from game.rules.law import PlaceKey, YearLaw


def is_injury_covered(
    law: YearLaw, places: Sequence[PlaceKey], place: Code, work: Code, month: Code
) -> Flag:
    """Whether an accident at work in a month is covered, shape (n,).

    Order work from the place's start date on; contract work always, through the employer.

    Args:
        law: of the year.
        places: all places.
        place: where one works, index into ``places``.
        work: codes of ``Work``.
        month: 1–12.

    Source: pilot of 1 July 2022, widened 1 July 2025 and 2026.
    """
    in_force = law.by_place_and_month("injury_cover", places)
    by_order = (in_force[place, month - 1] > 0) & (work == Work.ORDER)
    return np.asarray(by_order | (work == Work.CONTRACT))


def months_covered(law: YearLaw, places: Sequence[PlaceKey], place: Code, work: Code) -> Months:
    """Months of the year in which accidents at work are covered, shape (n,)."""
    in_force = (law.by_place_and_month("injury_cover", places) > 0).sum(axis=1)
    months = np.where(work == Work.ORDER, in_force[place], 0)
    return np.where(work == Work.CONTRACT, 12.0, months)


def lost_income(law: YearLaw, income_per_month: Yuan, months: Months, is_covered: Flag) -> Yuan:
    """Cash for months not worked after a covered accident, yuan."""
    share = law.number("injury.lost_income_share")
    return np.where(is_covered, share * income_per_month * months, 0.0)


def death_lump_sum(law: YearLaw, is_covered: Flag) -> Yuan:
    """Lump sum for a death at work, yuan: 20 × national urban disposable income a year.

    Source: Regulation on Work-Related Injury Insurance, Article 39.
    """
    amount = law.number("injury.death_lump_sum") * law.number("china.urban_income")
    return np.where(is_covered, amount, 0.0)


def injury_disability_allowance(law: YearLaw, wage: Yuan) -> Yuan:
    """One-time allowance for a lasting partial loss by an accident at work, yuan, shape (n,).

    Months of the own wage by grade of disability; the game knows one grade, the eighth of ten.
    Whether the accident is covered is for ``is_injury_covered`` to say.

    Args:
        law: of the year.
        wage: own income of work, yuan a month.

    Source: Regulation on Work-Related Injury Insurance, Articles 35 to 37.
    """
    return law.number("injury.disability_months") * wage
