"""What work and record would pay today for illness, a lost job, a birth, a lasting disability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, Months, Yuan, any_of
from game.core.life import EMPLOYEE, Lives, Sex
from game.rules.contract import sick_pay
from game.rules.maternity import maternity_allowance
from game.rules.unemployment import unemployment_benefit, unemployment_months
from game.sim.figures import Figures
from game.sim.social_security.by_law import is_under_contract, wage_share
from game.sim.social_security.disability import disability_right
from game.sim.social_security.prices import wage_base
from game.sim.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRights:
    """Rights as they stand, shape (n,); nothing where there is none."""

    sick_pay: Yuan
    """A month."""
    unemployment: Yuan
    """A month."""
    unemployment_months: Months
    maternity: Yuan
    """For one birth."""
    disability: Yuan
    """A month."""
    disability_months: Months


def work_rights(world: World, lives: Lives, figures: Figures) -> WorkRights:
    """All of them; the dead and pensioners have none."""
    contract = is_under_contract(world, lives)
    benefit, months = unemployment_right(world, lives, figures)
    is_open = lives.is_alive & ~lives.rights.has_claimed
    right = disability_right(world, lives, figures)
    return WorkRights(
        sick_pay=_sick_pay(world, lives, figures, contract),
        unemployment=benefit,
        unemployment_months=months,
        maternity=maternity_right(world, lives, figures),
        disability=np.where(is_open, right.amount, 0.0),
        disability_months=np.where(is_open, right.months, 0.0),
    )


def _sick_pay(world: World, lives: Lives, figures: Figures, contract: Flag) -> Yuan:
    if not any_of(contract):
        return np.zeros(lives.size)
    wage = world.usual_income(lives.job, lives.age, lives.plan.pace)
    pay = sick_pay(figures.law, wage, figures.minimum_wage[lives.place])
    return np.where(contract, np.minimum(pay, wage), 0.0)


def unemployment_right(world: World, lives: Lives, figures: Figures) -> tuple[Yuan, Months]:
    """Benefit a month, and for how many months, if the contract ended against one's will."""
    paid = lives.rights.months_unemployment
    if not any_of(paid):
        return np.zeros(lives.size), np.zeros(lives.size)
    months = np.where(lives.is_alive, unemployment_months(figures.law, paid), 0.0)
    benefit = unemployment_benefit(figures.law, figures.minimum_wage[lives.place])
    return np.where(months > 0, benefit, 0.0), months


def maternity_right(world: World, lives: Lives, figures: Figures) -> Yuan:
    """Allowance for a birth now, yuan in all: under a contract, or by the rule of the place.

    A flexible worker must be in force in the employee medical scheme for so many months.
    """
    is_woman = (world.sex[lives.profile] == Sex.FEMALE) & lives.is_alive
    if not any_of(is_woman):
        return np.zeros(lives.size)
    contract = is_under_contract(world, lives)
    place, law = lives.place, figures.law
    wage = wage_base(lives, figures, wage_share(world, lives, figures))
    is_in = (lives.cover.scheme == EMPLOYEE) & (lives.cover.broken == 0)
    has_paid = lives.cover.months_insured >= law.number("maternity.flexible_months")
    flexible = is_in & (lives.cover.wait == 0) & has_paid & (figures.flexible_maternity[place] > 0)
    base = np.where(contract, wage, figures.base_floor[place])
    return np.where(is_woman, maternity_allowance(law, base, contract | flexible), 0.0)
