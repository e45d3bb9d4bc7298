"""Step 5 of the year: work, its luck, its costs and its tax."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Number, Yuan, any_of, to_fen, total
from game.core.life import Absence, Work
from game.rules.contract import sick_pay
from game.rules.tax import income_tax
from game.sim.figures import Figures
from game.sim.social_security.by_law import works
from game.sim.social_security.prices import private_payment
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
    sick_pay: Yuan
    """Of the gross: what the employer paid for months of illness beyond the work done."""
    costs: Yuan
    tax: Yuan
    hours_per_week: Number


def earnings(world: World, year: Year, figures: Figures, planned_contributions: Yuan) -> Earnings:
    """Income = job × age × pace × luck of the year × slack and illness of each month."""
    lives = year.lives
    job = lives.job
    at_work = works(lives)
    luck = 1 + world.income_spread[job] * world.normal_draw(year.draws[0])
    usual = world.usual_income(job, lives.age, lives.plan.pace) * np.maximum(luck, LEAST_LUCK)
    usual = np.where(at_work, usual, 0.0)
    by_work = usual * total(year.months.income)
    sick = _sick_pay(year, figures, usual)
    gross = to_fen(by_work + sick)
    is_working = usual > 0
    is_labour_pay = world.job_kind[job] != Work.CONTRACT
    costs = np.where(is_working, world.job_costs[job] * MONTHS, 0.0)
    tax = to_fen(
        income_tax(
            figures.law,
            gross,
            planned_contributions,
            private_payment(lives, figures),
            is_labour_pay,
        )
    )
    hours = np.where(is_working, world.job_hours[job] * lives.plan.pace, 0.0)
    return Earnings(
        gross=gross,
        usual_per_month=usual,
        sick_pay=to_fen(sick),
        costs=costs,
        tax=tax,
        hours_per_week=hours,
    )


def _sick_pay(year: Year, figures: Figures, usual: Yuan) -> Yuan:
    """What sick pay adds in months under a contract in which illness has cut the wage, yuan.

    It is paid for so many months a year as the law gives; a month never brings more than usual.
    There is none on leave, and none between two contracts.
    """
    months = year.months
    is_short = months.contract & (months.income < 1) & (months.absence == Absence.NONE)
    if not any_of(is_short):
        return np.zeros(year.lives.size)
    law, place = figures.law, year.lives.place
    month = np.minimum(sick_pay(law, usual, figures.minimum_wage[place]), usual)
    is_paid = is_short & (np.cumsum(is_short, axis=0) <= law.number("contract.sick_pay_months"))
    missing = np.maximum(month - usual * year.months.income, 0.0)
    return total(np.where(is_paid, missing, 0.0))
