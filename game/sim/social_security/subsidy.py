"""Step 7 of the year: what a platform pays back of the employee pension, in the same year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, Months, Yuan, any_of, to_fen
from game.core.life import EMPLOYEE, Lives
from game.rules.contributions import is_subsidy_earned
from game.sim.figures import Figures
from game.sim.social_security.contributions import Contributions
from game.sim.world import World
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy:
    """What a platform paid back in a year, and what it will look at in the next."""

    paid: Yuan
    months: Flag
    """Months in which platform income reached the place's lowest base, shape (12, n)."""


def platform_subsidy_of(
    world: World, year: Year, figures: Figures, usual_per_month: Yuan, paid: Contributions
) -> Subsidy:
    """What the platform pays back for the months paid, never more than was paid in.

    Args:
        world: the scenario.
        year: at the close.
        figures: of the year.
        usual_per_month: work income of a month without slack or illness, yuan, shape (n,).
        paid: of the year.
    """
    lives = year.lives
    if not figures.has_platform_subsidy:
        return Subsidy(paid=np.zeros(lives.size), months=np.zeros_like(lives.platform_months))
    now = _reached(world, lives, figures, usual_per_month * year.months.income)
    is_own = (year.months.pension == EMPLOYEE) & ~year.months.contract
    is_paid = paid.is_pension_paid & is_own
    months = (is_paid & _earned(figures, lives.platform_months, now)).sum(axis=0)
    back = np.minimum(months * figures.platform_subsidy[lives.place], paid.pension)
    return Subsidy(paid=to_fen(back), months=now)


def subsidy_per_month(world: World, lives: Lives, figures: Figures) -> Yuan:
    """What the standing plan brings back, yuan a month on average over the coming year.

    Income is the usual one of job, age and pace; nothing lapses.
    """
    plan = lives.plan
    pays = (plan.pension == EMPLOYEE) & ~lives.rights.has_claimed & lives.is_alive
    if not figures.has_platform_subsidy or not any_of(pays):
        return np.zeros(lives.size)
    usual = world.usual_income(lives.job, lives.age, plan.pace)
    every_month = np.broadcast_to(np.where(lives.is_retired, 0.0, usual), (MONTHS, lives.size))
    now = _reached(world, lives, figures, every_month)
    months = _earned(figures, lives.platform_months, now).sum(axis=0)
    return np.where(pays, months / MONTHS * figures.platform_subsidy[lives.place], 0.0)


def _reached(world: World, lives: Lives, figures: Figures, income: Yuan) -> Flag:
    """Months in which platform income reached the lowest base of the place, shape (12, n)."""
    reached = income >= figures.base_floor[lives.place]
    return np.asarray(reached & world.job_has_subsidy[lives.job])


def _earned(figures: Figures, before: Flag, now: Flag) -> Flag:
    """Months of this year for which enough of the months just before reached the base, (12, n)."""
    window = int(figures.law.number("pension.platform_subsidy_window"))
    so_far: Months = np.zeros((2 * MONTHS + 1, now.shape[1]))
    np.cumsum(np.concatenate((before, now)), axis=0, out=so_far[1:])
    count = so_far[MONTHS : 2 * MONTHS] - so_far[MONTHS - window : 2 * MONTHS - window]
    return is_subsidy_earned(figures.law, count)
