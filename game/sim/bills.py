"""Step 9 of the year: medical bills at their month, and who pays them in law's order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, Rate, Yuan, any_of, to_fen
from game.core.life import EMPLOYEE, Lives
from game.rules.injury import lost_income
from game.rules.medical import outpatient_cost, outpatient_share
from game.sim.bill_pile import BillPile
from game.sim.figures import Figures
from game.sim.record import BillRecord, BillsPaid
from game.sim.settlement import settled, split
from game.sim.world import World
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthBills:
    """All bills of a year, settled."""

    list: tuple[BillRecord, ...]
    hospital: BillsPaid
    outpatient: BillsPaid
    lost_income_paid: Yuan


def settle_bills(
    world: World, year: Year, figures: Figures, is_covered: Flag, is_assisted: Flag
) -> HealthBills:
    """Every bill in its turn, then the year's outpatient care, in law's order of payers.

    Args:
        world: the scenario.
        year: with its bills.
        figures: of the year.
        is_covered: medical cover by month, shape (12, n).
        is_assisted: passes the means test of medical assistance.
    """
    scheme = _scheme(year)
    pile = BillPile.of(year)
    pile.settle(world, year, figures, scheme, is_covered, is_assisted)
    return HealthBills(
        list=pile.list,
        hospital=pile.hospital,
        outpatient=_outpatient(world, year, figures, scheme, is_covered, is_assisted),
        lost_income_paid=_lost_income_paid(world, year, figures, pile),
    )


def _scheme(year: Year) -> Code:
    """Medical scheme by month, shape (12, n)."""
    free = year.lives.rights.has_free_medical
    return np.where(free, EMPLOYEE, year.months.medical)


def _lost_income_paid(world: World, year: Year, figures: Figures, pile: BillPile) -> Yuan:
    """Cash of injury cover for the months not worked after accidents on orders."""
    paid = np.zeros(year.lives.size)
    if any_of(pile.on_order):
        for entry, (first, end) in zip(pile.entries, pairwise((0, *pile.ends)), strict=True):
            injured = pile.which[first:end][pile.on_order[first:end]]
            if injured.size:
                paid[injured] += _lost_income(world, year, figures, entry.event, injured)
    return paid


def _lost_income(
    world: World, year: Year, figures: Figures, event: int, injured: NDArray[np.int64]
) -> Yuan:
    """Cash of injury cover for the months of work this accident has cost this year."""
    lives = year.lives
    job, age = lives.job[injured], lives.age[injured]
    usual = world.usual_income(job, age, lives.plan.pace[injured])
    lost = year.lost.get(event)
    months = np.zeros(len(injured)) if lost is None else np.maximum(lost[injured], 0.0)
    everyone = np.ones(len(injured), dtype=bool)
    return to_fen(lost_income(figures.law, usual, months, everyone))


def _outpatient(
    world: World,
    year: Year,
    figures: Figures,
    by_month: Code,
    is_covered: Flag,
    is_assisted: Flag,
) -> BillsPaid:
    """The year's outpatient care by age; the fund pays for the share of months in force."""
    lives, scheme = year.lives, by_month[MONTHS - 1]
    cost = outpatient_cost(figures.law, lives.age.astype(float)) * figures.care_price[lives.place]
    bill = np.where(lives.is_alive, cost, 0.0)
    months = is_covered.sum(axis=0)
    share = outpatient_share(figures.law, scheme, lives.is_retired) * months / MONTHS
    parts = settled(
        world, lives, figures, bill, scheme, months > 0, share=share, is_assisted=is_assisted
    )
    return split(bill, parts)


def expected_fund_share(
    world: World, lives: Lives, figures: Figures, scheme: Code, bills: Yuan
) -> Rate:
    """Share of a usual hospital bill the fund would pay here, mean over bills of equal weight.

    Args:
        world: the scenario.
        lives: whose bill, shape (n,).
        figures: of the year.
        scheme: medical scheme in force, shape (n,).
        bills: amounts of the table, shape (nodes,).

    Returns:
        Rates 0–1 weighted by amount, shape (n,).
    """
    everyone = np.ones(lives.size, dtype=bool)
    by_fund = np.zeros(lives.size)
    for bill in bills:
        amount = np.full(lives.size, bill)
        by_fund = by_fund + settled(world, lives, figures, amount, scheme, everyone).by_fund
    return np.asarray(by_fund / bills.sum())
