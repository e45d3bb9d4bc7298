"""What came of columns year by year: the few flows that forecasts and comparisons are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Number, Yuan, indices_of
from game.core.life import Lives
from game.scoring.score import old_age_means
from game.scoring.yardsticks import yardsticks
from game.sim.cohort import OnYear
from game.sim.record import Record
from game.sim.world import LAST_AGE, World

AGES = LAST_AGE + 2


def income_of(record: Record) -> Yuan:
    """All that comes in regularly in a year: work after costs and tax, pensions, aid, support."""
    work = record.income - record.work_costs - record.tax + record.lost_income_paid
    pensions = record.pensions + record.disability
    return work + pensions + record.allowance + record.child_money + record.support_received


@dataclass(slots=True)
class Course:
    """Years of some columns by age, NaN where a column did not live; shape (ages, n)."""

    world: World
    size: int
    cash: Yuan = field(init=False)
    """Savings at the end of the year of that age."""
    debt: Yuan = field(init=False)
    income: Yuan = field(init=False)
    """Yuan a month."""
    pension: Yuan = field(init=False)
    """Yuan a month."""
    own_bills: Yuan = field(init=False)
    """Own payments for health in the year."""
    old_means: Yuan = field(init=False)
    """Monthly means of old age, from the old-age line on."""
    basket: Yuan = field(init=False)
    """Old-age basket of the place, yuan a month, from the old-age line on."""
    is_unpayable: Flag = field(init=False)
    """Met a bill that no purse and no credit could pay, or went without treatment; shape (n,)."""

    def __post_init__(self) -> None:
        """Nothing lived yet."""
        for name in _BY_AGE:
            setattr(self, name, np.full((AGES, self.size), np.nan))
        self.is_unpayable = np.zeros(self.size, dtype=bool)

    def add(self, opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        """One year more of the columns ``which``."""
        lived = indices_of(record.is_lived)
        if not lived.size:
            return
        age, column = record.age[lived], which[lived]
        self.cash[age, column] = record.cash[lived]
        self.debt[age, column] = record.debt[lived]
        self.income[age, column] = income_of(record)[lived] / 12
        self.pension[age, column] = record.pensions[lived] / 12
        self.own_bills[age, column] = record.own_health_payments[lived]
        self.is_unpayable[column] |= (record.unpaid_bills > 0)[lived]
        self.is_unpayable[column] |= record.was_treatment_refused[lived]
        line = self.world.old_age_line[opened.profile]
        old = indices_of(record.is_lived & (record.age >= line))
        if old.size:
            yard = yardsticks(self.world, self.world.figures(record.year), opened, record)
            means = old_age_means(record, yard)
            self.old_means[record.age[old], which[old]] = means[old]
            self.basket[record.age[old], which[old]] = yard.basket[old]

    @property
    def last_age(self) -> NDArray[np.int64]:
        """Age in the last year lived, shape (n,); −1 where there was none."""
        lived = ~np.isnan(self.cash)
        last = AGES - 1 - np.argmax(lived[::-1], axis=0)
        return np.where(lived.any(axis=0), last, -1)

    def first_pension(self, from_age: int, reached: int) -> tuple[Yuan, Number]:
        """The pension as it begins, yuan a month, and the age at which it does, shape (n,).

        Args:
            from_age: age of the first year lived here.
            reached: pension age; where it is not reached both are NaN. Who reaches it and never
                draws a pension has 0, at no age.
        """
        drawn = np.nan_to_num(self.pension[from_age:])
        begins = np.argmax(drawn > 0, axis=0)
        first = np.take_along_axis(drawn, begins[None], axis=0)[0]
        is_there = ~np.isnan(self.cash[reached])
        amount = np.where(is_there, first, np.nan)
        return amount, np.where(is_there & (first > 0), from_age + begins, np.nan)

    @property
    def wealth(self) -> Number:
        """Savings less debt."""
        return self.cash - self.debt


_BY_AGE = ("cash", "debt", "income", "pension", "own_bills", "old_means", "basket")


def both(one: OnYear, other: OnYear) -> OnYear:
    """Two that are told every year as it closes."""

    def tell(opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        one(opened, record, after, which)
        other(opened, record, after, which)

    return tell


def middle(values: Number) -> float:
    """The value in the middle of those that are known; 0 where none is."""
    known = np.sort(values[~np.isnan(values)])
    return float(known[(len(known) - 1) // 2]) if known.size else 0.0
