"""Step 5 of the year: work, its luck, its costs and its tax."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Number, Yuan, to_fen, total
from game.core.life import Work
from game.rules.tax import income_tax
from game.sim.figures import Figures
from game.sim.world import World
from game.sim.year import MONTHS, Year

LEAST_LUCK = 0.4
"""No year pays less than this share of the usual, before slack months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earnings:
    """Work of a year, yuan, shape (n,)."""

    gross: Yuan
    usual_per_month: Yuan
    """A month without slack or illness, for the price of lost months."""
    costs: Yuan
    tax: Yuan
    hours_per_week: Number


def earnings(world: World, year: Year, figures: Figures, planned_contributions: Yuan) -> Earnings:
    """Income = job × age × pace × luck of the year × slack and illness of each month."""
    lives = year.lives
    job = lives.job
    at_work = lives.is_alive & ~lives.is_retired
    luck = 1 + world.income_spread[job] * world.normal_draw(year.draws[0])
    usual = world.income_by_job[job, lives.age] * lives.plan.pace * np.maximum(luck, LEAST_LUCK)
    usual = np.where(at_work, usual, 0.0)
    gross = to_fen(usual * total(year.months.income))
    is_working = usual > 0
    is_labour_pay = world.job_kind[job] != Work.CONTRACT
    costs = np.where(is_working, world.job_costs[job] * MONTHS, 0.0)
    tax = to_fen(
        income_tax(figures.law, gross, planned_contributions, lives.plan.private, is_labour_pay)
    )
    hours = np.where(is_working, world.job_hours[job] * lives.plan.pace, 0.0)
    return Earnings(gross=gross, usual_per_month=usual, costs=costs, tax=tax, hours_per_week=hours)
