"""Step 1 of the year: pensions that begin, and records too short that change scheme."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Months, Yuan, columns, to_fen
from game.core.life import Lives, Rights, Scheme
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
from game.sim.social_security.prices import own_base
from game.sim.world import World
from game.sim.year import MONTHS


def settle_claims(world: World, lives: Lives, figures: Figures) -> Lives:
    """Pensions that begin on this birthday, and short employee records that change scheme.

    A private pension account is paid out at the statutory age, less its tax.
    """
    rights, plan = lives.rights, lives.plan
    needed = world.minimum_months[lives.profile]
    waits = lives.is_alive & ~rights.has_claimed
    if not (waits & (lives.age >= 50)).any():
        return lives
    has_employee = rights.months_employee > 0
    earliest, latest = (ages[lives.profile] for ages in world.claim_window)
    is_due = waits & (lives.age >= np.clip(plan.claim_age, earliest, latest))
    is_enough = rights.months_employee >= needed
    claims = is_due & has_employee & is_enough
    has_paid_lately = rights.last_paid_by_place.max(axis=0) >= lives.age * MONTHS
    goes_on = (plan.pension == Scheme.EMPLOYEE) & has_paid_lately
    moves = is_due & has_employee & ~is_enough & ~goes_on
    rights = _moved_to_resident(rights, moves)
    law = figures.law
    claims_resident = (
        waits
        & (rights.months_employee == 0)
        & (lives.age * MONTHS >= law.number("resident_pension.age"))
        & (rights.months_resident >= law.number("resident_pension.minimum_months"))
    )
    rights = _in_payment(world, lives, figures, rights, claims, claims_resident)
    sex = world.sex[lives.profile]
    is_old = lives.is_alive & (lives.age >= world.statutory_age[lives.profile])
    free = is_old & has_free_cover(law, sex, rights.months_medical)
    rights = replace(rights, has_free_medical=rights.has_free_medical | free)
    pays_out = is_old & (rights.account_private > 0)
    tax = private_pension_withdrawal_tax(law, rights.account_private)
    drawn = np.where(pays_out, rights.account_private - tax, 0.0)
    private = np.where(pays_out, 0.0, rights.account_private)
    return replace(
        lives,
        rights=replace(rights, account_private=private),
        cash=to_fen(lives.cash + drawn),
        is_retired=lives.is_retired | claims,
    )


def _moved_to_resident(rights: Rights, moves: Flag) -> Rights:
    """The account and the years of a record that is too short move to the resident scheme."""
    if not moves.any():
        return rights
    account, months = into_resident_scheme(
        rights.account_employee,
        rights.account_resident,
        rights.months_employee,
        rights.months_resident,
    )
    return replace(
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
    if not (claims | claims_resident).any():
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
    return replace(
        rights,
        pension_employee=np.where(claims, to_fen(pension), rights.pension_employee),
        pension_resident=np.where(claims_resident, to_fen(resident), rights.pension_resident),
        account_part=to_fen(part),
        account_employee=np.where(claims, account, rights.account_employee),
        account_resident=np.where(claims, 0.0, rights.account_resident),
        has_claimed=rights.has_claimed | claims | claims_resident,
    )


def pension_at_claim(
    world: World, lives: Lives, which: NDArray[np.int64] | slice, months: Months
) -> Yuan:
    """Employee pension at statutory age with so many paid months in all, yuan a month.

    Months still to come are paid at the present base; no interest on them is counted.
    """
    own = columns(lives, np.arange(lives.size)[which])
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
