"""Step 11 of the year: months, accounts and interest, and pensions in payment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Months, any_of, changed, to_fen
from game.core.life import Lives, Rights
from game.rules.contributions import resident_pension
from game.rules.pension import account_interest, indexed, is_temporary_account
from game.sim.figures import Figures
from game.sim.social_security.contributions import Contributions
from game.sim.social_security.disability import a_year_later
from game.sim.world import World
from game.sim.year import MONTHS, Year


def credited(world: World, year: Year, figures: Figures, paid: Contributions) -> Rights:
    """Rights at the end of the year."""
    lives, rights = year.lives, year.lives.rights
    credits = paid.base_sum * figures.account_rate
    months = paid.months_employee
    interest = account_interest(
        rights.account_employee,
        credits,
        figures.account_interest,
        np.maximum(months, 1),
        paid.first_employee,
    )
    # Balances grow in nominal yuan and are then told in the yuan of the next year.
    deflator = 1 + figures.wage_growth
    employee = (rights.account_employee + credits + interest) / deflator
    fee = np.where(paid.months_resident > 0, lives.plan.tier, 0.0)
    hukou = world.hukou[lives.profile]
    to_resident = resident_pension(figures.law, fee, hukou, world.scenario.places).to_account
    with_interest = rights.account_resident * (1 + figures.resident_account_interest)
    resident = (with_interest + to_resident) / deflator
    drawn = np.where(rights.has_claimed, rights.account_part * MONTHS, 0.0)
    is_pensioner = rights.pension_employee > 0
    at_work = lives.is_alive & ~lives.is_retired & ~rights.has_claimed
    disability, months_disability = a_year_later(rights, figures.indexation)
    by_place, last = _by_place(world, figures, lives, months)
    private = rights.account_private * (1 + figures.savings_growth) + paid.private
    return changed(
        rights,
        months_employee=rights.months_employee + months,
        months_resident=rights.months_resident + paid.months_resident,
        months_gap=rights.months_gap + paid.months_gap_pension,
        months_unpaid=rights.months_unpaid
        + np.where(at_work, MONTHS - months - paid.months_resident, 0.0),
        index_sum=rights.index_sum + paid.index_sum,
        account_employee=to_fen(np.maximum(employee - np.where(is_pensioner, drawn, 0.0), 0.0)),
        account_resident=to_fen(np.maximum(resident - np.where(is_pensioner, 0.0, drawn), 0.0)),
        account_private=to_fen(private),
        months_by_place=by_place,
        last_paid_by_place=last,
        months_medical=rights.months_medical + paid.months_medical,
        pension_employee=to_fen(indexed(rights.pension_employee, figures.indexation)),
        pension_resident=to_fen(indexed(rights.pension_resident, figures.indexation)),
        account_part=to_fen(indexed(rights.account_part, figures.indexation)),
        months_drawn=rights.months_drawn + np.where(rights.has_claimed, 12.0, 0.0),
        months_unemployment=_unemployment(year, rights),
        pension_disability=disability,
        months_disability=months_disability,
    )


def _unemployment(year: Year, rights: Rights) -> Months:
    """Months of unemployment insurance in a row; a break between contracts uses them up."""
    contract = year.months.contract
    if not any_of(contract):
        return np.zeros(year.lives.size)
    in_a_row = np.cumprod(contract[::-1], axis=0).sum(axis=0)
    return np.where(contract.all(axis=0), rights.months_unemployment + MONTHS, in_a_row)


def _by_place(
    world: World, figures: Figures, lives: Lives, months: Months
) -> tuple[Months, NDArray[np.float64]]:
    """Months of the year added to the place they were paid in, and when that was.

    A place joined late in life, away from the hukou, keeps a temporary account only: its months
    count at the place of the hukou.
    """
    hukou = world.hukou[lives.profile]
    before = np.take_along_axis(lives.rights.months_by_place, lives.place[None], axis=0)[0]
    temporary = is_temporary_account(
        figures.law,
        world.sex[lives.profile],
        lives.age,
        lives.place == hukou,
        before > 0,
    )
    place = np.where(temporary, hukou, lives.place)
    here = np.arange(len(lives.rights.months_by_place))[:, None] == place
    by_place = lives.rights.months_by_place + here * months
    paid_here = here & (months > 0)
    last = np.where(paid_here, lives.age * 12.0 + 12.0, lives.rights.last_paid_by_place)
    return by_place, last
