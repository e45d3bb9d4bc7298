"""Disability allowance of those who have lost all capacity to work before their pension age."""

from __future__ import annotations

import numpy as np

from game.core.arrays import Flag, Months, Yuan, any_of, changed, held, to_fen
from game.core.life import Lives, Rights
from game.rules.invalidity import DisabilityAllowance, disability_allowance
from game.rules.pension import (
    account_pension,
    annuity_divisor,
    basic_pension,
    indexed,
    pension_place,
)
from game.sim.figures import Figures
from game.sim.world import World
from game.sim.year import MONTHS


def disability_right(world: World, lives: Lives, figures: Figures) -> DisabilityAllowance:
    """What a total loss of working capacity would bring a life as its record stands."""
    law, rights, profile = figures.law, lives.rights, lives.profile
    place = pension_place(
        law, rights.months_by_place, rights.last_paid_by_place, world.hukou[profile]
    )
    statutory = world.statutory_age[profile] * MONTHS
    months = rights.months_employee
    index = rights.index_sum / np.maximum(months, 1.0)
    divisor = annuity_divisor(law.table("annuity_divisor"), statutory)
    return disability_allowance(
        law,
        paid_months=months,
        needed_months=world.minimum_months[profile],
        months_to_age=np.maximum(statutory - lives.age * MONTHS, 0.0),
        basic=basic_pension(law, figures.benefit_base[place], index, months),
        account_part=account_pension(rights.account_employee, divisor),
    )


def with_disability(world: World, lives: Lives, figures: Figures) -> Lives:
    """Lives whose allowance begins on this birthday; it is granted once, for so many months."""
    rights = lives.rights
    begins = _begins(lives)
    if not any_of(begins):
        return lives
    right = disability_right(world, lives, figures)
    after = changed(
        rights,
        pension_disability=np.where(begins, to_fen(right.amount), rights.pension_disability),
        months_disability=np.where(begins, right.months, rights.months_disability),
    )
    return changed(lives, rights=after)


def a_year_later(rights: Rights, indexation: float) -> tuple[Yuan, Months]:
    """Allowance and months left after a year in payment; −1 months once they have run out."""
    before = rights.months_disability
    left = before - MONTHS
    has_ended = (before > 0) & (left <= 0)
    months = np.where(before > 0, np.where(has_ended, -1.0, left), before)
    amount = np.where(has_ended, 0.0, indexed(rights.pension_disability, indexation))
    return to_fen(amount), months


def _begins(lives: Lives) -> Flag:
    rights = lives.rights
    is_new = (rights.pension_disability <= 0) & (rights.months_disability == 0)
    is_member = lives.is_alive & ~rights.has_claimed & (rights.months_employee > 0)
    return np.asarray(lives.is_disabled & is_member & is_new)


def disability_pay(lives: Lives) -> Yuan:
    """Allowance of a year, yuan: as many months as are left of it."""
    months = held(lives.rights.months_disability, 0.0, MONTHS)
    return np.asarray(lives.rights.pension_disability * months)
