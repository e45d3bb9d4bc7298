"""What a life is measured against in one year, from the law and the place lived in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, Yuan
from game.core.life import Lives
from game.sim.figures import Figures
from game.sim.record import Record
from game.sim.world import LAST_AGE, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardsticks:
    """Yuan a month, shape (n,), but for ``capacity_per_year``."""

    wage: Yuan
    """Reference wage w."""
    floor: Yuan
    """Living floor f."""
    usual: Yuan
    """Usual living m."""
    basket: Yuan
    """Old-age basket B."""
    capacity_per_year: Yuan
    """Capacity to pay k."""
    is_old: Flag
    """At or past the old-age line A."""
    savings_per_month: Yuan
    """Savings spread over the years left by the life table."""


def yardsticks(world: World, figures: Figures, opened: Lives, record: Record) -> Yardsticks:
    """All yardsticks of a year.

    The wage is that of the place lived in, so that the same life under two plans is held against
    the same line (``docs/decisions/0004-one-wage-for-all-plans.md``).
    """
    score = world.scenario.scoring
    place = record.place
    floor, usual = figures.living_floor[place], figures.usual_living[place]
    income = record.income - record.work_costs - record.tax + record.pensions
    benefits = record.allowance + record.child_money + record.support_received
    benefits = benefits + record.lost_income_paid + record.subsidy + record.disability
    bare = 12 * floor
    capacity = np.maximum(
        income + benefits - score["capacity_subsistence"] * bare, score["capacity_least"] * bare
    )
    left = world.years_left[opened.profile, np.minimum(record.age, LAST_AGE)]
    return Yardsticks(
        wage=figures.reference_wage[place],
        floor=floor,
        usual=usual,
        basket=score["basket_share"] * usual,
        capacity_per_year=capacity,
        is_old=record.age >= world.old_age_line[opened.profile],
        savings_per_month=opened.cash / (12 * left),
    )
