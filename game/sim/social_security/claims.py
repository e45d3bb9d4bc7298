"""Step 1 of the year: pensions that begin, and records too short that change scheme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Months, Yuan, any_of, changed, held, some, to_fen
from game.core.life import Lives, Rights
from game.rules.contributions import base_index
from game.rules.medical import has_free_cover
from game.rules.pension import (
    account_pension,
    annuity_divisor,
    earned_pension,
    into_resident_scheme,
    pension_place,
)
from game.rules.pension import resident_pension as resident_pension_amount
from game.rules.tax import private_pension_withdrawal_tax
from game.sim.figures import Figures
from game.sim.social_security.buying import (
    missing_months,
    with_medical_months_bought,
    with_months_bought,
)
from game.sim.social_security.disability import with_disability
from game.sim.social_security.prices import own_base
from game.sim.world import World
from game.sim.year import MONTHS

_NOBODY_CLAIMS_BEFORE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A birthday with what it settled, yuan."""

    lives: Lives
    private_paid_out: Yuan
    years_bought: Yuan
    """Paid for missing pension and medical months."""


def settle_claims(world: World, lives: Lives, figures: Figures) -> Settled:
    """What this birthday settles: private account, pension, medical cover in retirement.

    A private pension account is paid out at the statutory age, less its tax, and the plan pays
    nothing more into it. Missing months are
    bought by those who wish to and have the money. Whoever still waits for the pension claims it,
    goes on paying, or has a record that is too short moved to the resident scheme on request.
    """
    nothing = np.zeros(lives.size)
    if not any_of(lives.is_alive & (lives.age >= _NOBODY_CLAIMS_BEFORE)):
        lives = with_disability(world, lives, figures)
        return Settled(lives=lives, private_paid_out=nothing, years_bought=nothing)
    is_of_age = lives.is_alive & (lives.age >= world.statutory_age[lives.profile])
    waits = lives.is_alive & ~lives.rights.has_claimed
    paid_out = bought = medical_bought = nothing
    if any_of(is_of_age):
        lives, paid_out = _private_paid_out(lives, figures, is_of_age)
        lives, bought = with_months_bought(world, lives, figures, waits & is_of_age)
    if any_of(waits):
        lives = with_disability(world, lives, figures)
        lives = _claimed(world, lives, figures, waits)
    pays = is_of_age & ~lives.rights.has_free_medical & (lives.rights.months_medical > 0)
    if any_of(pays):
        lives, medical_bought = _with_free_medical(world, lives, figures, pays)
    return Settled(lives=lives, private_paid_out=paid_out, years_bought=bought + medical_bought)


def _with_free_medical(
    world: World, lives: Lives, figures: Figures, pays: Flag
) -> tuple[Lives, Yuan]:
    """Lives with free cover if their years are enough, bought ones included, and what was paid."""
    lives, price = with_medical_months_bought(world, lives, figures, pays)
    months, sex = lives.rights.months_medical, world.sex[lives.profile]
    is_enough = pays & has_free_cover(figures.law, sex, months)
    if not any_of(is_enough):
        return lives, price
    free = lives.rights.has_free_medical | is_enough
    return changed(lives, rights=changed(lives.rights, has_free_medical=free)), price


def _private_paid_out(lives: Lives, figures: Figures, is_of_age: Flag) -> tuple[Lives, Yuan]:
    account = lives.rights.account_private
    pays_out = is_of_age & (account > 0)
    if not any_of(pays_out):
        return lives, np.zeros(lives.size)
    tax = private_pension_withdrawal_tax(figures.law, account)
    drawn = np.where(pays_out, account - tax, 0.0)
    rights = changed(lives.rights, account_private=np.where(pays_out, 0.0, account))
    plan = changed(lives.plan, private=np.where(pays_out, 0.0, lives.plan.private))
    after = changed(lives, rights=rights, plan=plan, cash=to_fen(lives.cash + drawn))
    return after, after.cash - lives.cash


def _claimed(world: World, lives: Lives, figures: Figures, waits: Flag) -> Lives:
    """Pensions that begin, and short employee records that change scheme."""
    rights, plan, law = lives.rights, lives.plan, figures.law
    has_employee = rights.months_employee > 0
    earliest, latest = (ages[lives.profile] for ages in world.claim_window)
    is_due = waits & (lives.age >= held(plan.claim_age, earliest, latest))
    is_enough = missing_months(world, lives.profile, rights.months_employee) <= 0
    claims = is_due & has_employee & is_enough
    is_of_age = lives.age >= world.statutory_age[lives.profile]
    moves = is_of_age & waits & has_employee & ~is_enough & lives.is_moving_to_resident
    rights = _moved_to_resident(rights, moves)
    claims_resident = (
        waits
        & (rights.months_employee == 0)
        & (lives.age * MONTHS >= law.number("resident_pension.age"))
        & (rights.months_resident >= law.number("resident_pension.minimum_months"))
    )
    rights = _in_payment(world, lives, figures, rights, claims, claims_resident)
    return changed(lives, rights=rights, is_retired=lives.is_retired | claims)


def _moved_to_resident(rights: Rights, moves: Flag) -> Rights:
    """The account and the years of a record that is too short move to the resident scheme."""
    if not any_of(moves):
        return rights
    account, months = into_resident_scheme(
        rights.account_employee,
        rights.account_resident,
        rights.months_employee,
        rights.months_resident,
    )
    return changed(
        rights,
        account_resident=np.where(moves, account, rights.account_resident),
        months_resident=np.where(moves, months, rights.months_resident),
        account_employee=np.where(moves, 0.0, rights.account_employee),
        months_employee=np.where(moves, 0.0, rights.months_employee),
        index_sum=np.where(moves, 0.0, rights.index_sum),
    )


def _in_payment(
    world: World,
    lives: Lives,
    figures: Figures,
    rights: Rights,
    claims: Flag,
    claims_resident: Flag,
) -> Rights:
    if not any_of(claims | claims_resident):
        return rights
    law, hukou = figures.law, world.hukou[lives.profile]
    months = np.maximum(rights.months_employee, 1.0)
    place = pension_place(law, rights.months_by_place, rights.last_paid_by_place, hukou)
    divisor = annuity_divisor(law.table("annuity_divisor"), lives.age.astype(np.float64) * 12)
    account = rights.account_employee + rights.account_resident
    pension = earned_pension(
        law,
        figures.benefit_base[place],
        rights.index_sum / months,
        rights.months_employee,
        account,
        divisor,
    )
    resident = resident_pension_amount(
        law, figures.resident_basic_pension[hukou], rights.account_resident
    )
    part = np.where(claims, account_pension(account, divisor), rights.account_part)
    resident_divisor = law.number("resident_pension.divisor")
    part = np.where(claims_resident, rights.account_resident / resident_divisor, part)
    return changed(
        rights,
        pension_employee=np.where(claims, to_fen(pension), rights.pension_employee),
        pension_resident=np.where(claims_resident, to_fen(resident), rights.pension_resident),
        account_part=to_fen(part),
        account_employee=np.where(claims, account, rights.account_employee),
        account_resident=np.where(claims, 0.0, rights.account_resident),
        has_claimed=rights.has_claimed | claims | claims_resident,
        pension_disability=np.where(claims | claims_resident, 0.0, rights.pension_disability),
    )


def pension_at_claim(
    world: World, lives: Lives, which: NDArray[np.int64] | slice, months: Months
) -> Yuan:
    """Employee pension at statutory age with so many paid months in all, yuan a month.

    Months still to come are paid at the present base; no interest on them is counted.
    """
    own = some(lives, which)
    figures = world.figures(lives.year)
    base = own_base(own, figures, own.plan.base)
    extra = months - own.rights.months_employee
    index = base_index(base, figures.reference_wage[own.place])
    index_sum = own.rights.index_sum + extra * index
    account = np.maximum(own.rights.account_employee + extra * base * figures.account_rate, 0.0)
    statutory = world.statutory_age[own.profile] * 12.0
    return earned_pension(
        figures.law,
        figures.benefit_base[own.place],
        index_sum / np.maximum(months, 1.0),
        months,
        account,
        annuity_divisor(figures.law.table("annuity_divisor"), statutory),
    )
