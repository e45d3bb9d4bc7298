"""What came of lives, kept as running sums while they are lived: no history is stored."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number, Yuan
from game.core.life import Lives
from game.scoring.score import Score, Sums, score_of, year_sums
from game.sim.record import Record
from game.sim.world import World


@dataclass(slots=True)
class Tally:
    """Sums of some lives, shape (n,); tell it every year as it closes."""

    world: World
    size: int
    sums: Sums = field(init=False)
    contributions: Yuan = field(init=False)
    received: Yuan = field(init=False)
    """Pensions, the share of bills others paid, and sums to heirs."""
    back: Yuan = field(init=False)
    """Of it, what came of paying in: pensions, the fund's share of bills, sums to heirs."""
    old_income: Yuan = field(init=False)
    """Pensions, allowance and family support from the old-age line on."""
    own_bills: Yuan = field(init=False)
    months_gap: Number = field(init=False)
    years_short: Number = field(init=False)
    """Years of old age with less than the basket."""
    last_age: Number = field(init=False)

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.sums = Sums.none(self.size)
        for name in _SUMMED:
            setattr(self, name, np.zeros(self.size))

    def add(self, opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        """One year more of the lives ``which``."""
        figures = self.world.figures(record.year)
        self.sums.add(year_sums(self.world, figures, opened, record, after), which)
        lived = record.is_lived
        paid_by_others = record.bills.by_others + record.outpatient.by_others
        pensions = record.pensions + record.disability
        income = pensions + record.allowance + record.support_received
        is_old = lived & (record.age >= self.world.old_age_line[opened.profile])
        basket = self.world.scenario.scoring["basket_share"] * figures.usual_living[record.place]
        by_fund = record.bills.by_fund + record.outpatient.by_fund
        sums = pensions + record.private_paid_out + record.to_heirs
        received = sums + paid_by_others
        self.contributions[which] += np.where(lived, record.contributions, 0.0)
        self.received[which] += np.where(lived, received, 0.0)
        self.back[which] += np.where(lived, sums + by_fund, 0.0)
        self.old_income[which] += np.where(is_old, income, 0.0)
        self.own_bills[which] += np.where(lived, record.own_health_payments, 0.0)
        gap = record.months_pension_gap + record.months_medical_gap
        self.months_gap[which] += np.where(lived, gap, 0.0)
        self.years_short[which] += is_old & (income < 12 * basket)
        self.last_age[which] = np.where(lived, record.age, self.last_age[which])

    @property
    def score(self) -> Score:
        """The scores of the lives so far."""
        return score_of(self.world.scenario.scoring, self.sums)

    @property
    def old_income_per_month(self) -> Yuan:
        """Mean month of old age, yuan; NaN where it never came."""
        years = self.sums.old_years
        return np.where(years > 0, self.old_income / np.maximum(12 * years, 1.0), np.nan)


_SUMMED = (
    "contributions",
    "received",
    "back",
    "old_income",
    "own_bills",
    "months_gap",
    "years_short",
    "last_age",
)
