"""Missing months bought at once at pension age: for a pension, and for free medical cover."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Code, Flag, Months, Years, Yuan, any_of, changed, to_fen
from game.core.life import EMPLOYEE, Lives
from game.rules.contributions import base_index, lump_sum
from game.rules.medical import months_short_for_free_cover
from game.sim.figures import Figures
from game.sim.world import World
from game.sim.year import MONTHS


def missing_months(world: World, profile: Code, paid: Months) -> Months:
    """Months missing for an employee pension, of the minimum of the year of statutory age."""
    return np.maximum(world.minimum_months[profile] - paid, 0.0)


def price_of_months(figures: Figures, place: Code, months: Months) -> Yuan:
    """What pension months cost at the lowest base of the place lived in, yuan."""
    return lump_sum(figures.law, months, figures.base_floor[place])


def missed_years(broken: Months) -> Years:
    """Whole years missed in the resident medical scheme after so many months without cover."""
    return np.floor(broken / MONTHS)


def missing_medical_months(world: World, figures: Figures, profile: Code, paid: Months) -> Months:
    """Months missing for free employee medical cover in retirement."""
    return months_short_for_free_cover(figures.law, world.sex[profile], paid)


def price_of_medical_months(figures: Figures, place: Code, months: Months) -> Yuan:
    """What medical months cost at the month's price of the place lived in, yuan."""
    return months * figures.employee_medical_per_month[place]


def with_months_bought(
    world: World, lives: Lives, figures: Figures, may: Flag
) -> tuple[Lives, Yuan]:
    """Lives whose short pension record is filled up from cash, and what that cost.

    Bought months count like paid ones at the lowest base of the place lived in. Where cash is
    short nothing is bought.
    """
    wants = may & lives.buys_years & (lives.rights.months_employee > 0)
    nothing = np.zeros(lives.size)
    if not any_of(wants):
        return lives, nothing
    missing = missing_months(world, lives.profile, lives.rights.months_employee)
    price = to_fen(price_of_months(figures, lives.place, missing))
    buys = wants & (missing > 0) & (lives.cash >= price)
    bought, rights = np.where(buys, missing, 0.0), lives.rights
    base = figures.base_floor[lives.place]
    index = base_index(base, figures.reference_wage[lives.place])
    here = (np.arange(len(rights.months_by_place))[:, None] == lives.place) & buys
    after = changed(
        rights,
        months_employee=rights.months_employee + bought,
        index_sum=rights.index_sum + bought * index,
        account_employee=to_fen(rights.account_employee + bought * base * figures.account_rate),
        months_by_place=rights.months_by_place + here * bought,
        last_paid_by_place=np.where(here, lives.age * 12.0, rights.last_paid_by_place),
    )
    return _paid(changed(lives, rights=after), np.where(buys, price, 0.0))


def with_medical_months_bought(
    world: World, lives: Lives, figures: Figures, may: Flag
) -> tuple[Lives, Yuan]:
    """Lives in the employee medical scheme whose missing months are bought, and what that cost."""
    rights = lives.rights
    is_member = (lives.plan.medical == EMPLOYEE) & (rights.months_medical > 0)
    wants = may & lives.buys_medical_years & is_member
    nothing = np.zeros(lives.size)
    if not any_of(wants):
        return lives, nothing
    missing = missing_medical_months(world, figures, lives.profile, rights.months_medical)
    price = to_fen(price_of_medical_months(figures, lives.place, missing))
    buys = wants & (missing > 0) & (lives.cash >= price)
    months = rights.months_medical + np.where(buys, missing, 0.0)
    after = changed(lives, rights=changed(rights, months_medical=months))
    return _paid(after, np.where(buys, price, 0.0))


def _paid(lives: Lives, price: Yuan) -> tuple[Lives, Yuan]:
    return changed(lives, cash=to_fen(lives.cash - price)), price
