"""Months in which the law decides, not the plan: under a contract, and as a student."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Rate, Yuan, any_of, changed
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT, Absence, Lives, Work
from game.sim.draft import Draft
from game.sim.figures import Figures
from game.sim.social_security.prices import Prices, contract_month, monthly_prices
from game.sim.world import World
from game.sim.year import CLOCK, MONTHS, Months, Year

ENDED = int(Absence.ENDED)
SCHOOL_ENDS = 6
"""Months of the year of graduation that still belong to the school: it ends on 30 June."""


def works(lives: Lives) -> Flag:
    """Whether a life has work at all this year."""
    return np.asarray(lives.is_alive & ~lives.is_retired & ~lives.is_disabled)


def is_under_contract(world: World, lives: Lives) -> Flag:
    """Whether an employer insures a life: at work under a contract, no pension drawn yet."""
    is_contract = world.job_kind[lives.job] == Work.CONTRACT
    return np.asarray(is_contract & works(lives) & ~lives.rights.has_claimed)


def is_student(world: World, lives: Lives) -> Flag:
    """Whether a life is insured through its school."""
    return np.asarray((world.job_kind[lives.job] == Work.STUDENT) & works(lives))


def is_bound(world: World, lives: Lives) -> Flag:
    """Whether the standing plan waits, because contract or school decide."""
    return is_under_contract(world, lives) | is_student(world, lives)


def wage_share(world: World, lives: Lives, figures: Figures) -> Rate:
    """The usual wage as a share of the reference wage: the base a contract is set on."""
    wage = world.usual_income(lives.job, lives.age, lives.plan.pace)
    return np.asarray(wage / figures.reference_wage[lives.place])


def with_law(world: World, lives: Lives, figures: Figures, months: Months) -> Months:
    """A year's months with contract and school in force where they are."""
    contract, student = is_under_contract(world, lives), is_student(world, lives)
    if not any_of(contract | student):
        return months
    share = wage_share(world, lives, figures)
    pension = np.where(student, NO_SCHEME, months.pension)
    medical = np.where(student, RESIDENT, months.medical)
    return changed(
        months,
        pension=np.where(contract, EMPLOYEE, pension),
        medical=np.where(contract, EMPLOYEE, medical),
        base=np.where(contract, share, months.base),
        contract=np.broadcast_to(contract, (MONTHS, lives.size)),
    )


def prices_by_law(world: World, lives: Lives, figures: Figures) -> Prices:
    """What a year like this one costs a month: the plan's price, or what contract or school ask.

    Under a contract it is what is taken off the wage, unemployment insurance with medical.
    """
    prices = monthly_prices(lives, figures)
    contract, student = is_under_contract(world, lives), is_student(world, lives)
    if not any_of(contract | student):
        return prices
    month = contract_month(lives, figures, wage_share(world, lives, figures)).worker
    school = figures.resident_medical_fee / MONTHS
    pension = np.where(student, 0.0, prices.pension)
    medical = np.where(student, school, prices.medical)
    return Prices(
        pension=np.where(contract, month.pension, pension),
        medical=np.where(contract, month.medical + month.unemployment, medical),
        private=prices.private,
    )


def employer_share(world: World, lives: Lives, figures: Figures) -> Yuan:
    """What an employer pays on top of the wage, yuan a month; 0 without a contract."""
    month = contract_month(lives, figures, wage_share(world, lives, figures))
    return np.where(is_under_contract(world, lives), month.employer.total, 0.0)


def with_plan_by_law(year: Year) -> Year:
    """The year with the plan the months really follow, for lives whose months are all alike.

    The standing plan stays as it is: this year is for what is paid, taxed and covered only.
    """
    year = _without_idle_contract(year)
    months, plan = year.months, year.lives.plan
    differs = (months.contract[0] | (months.medical[0] != plan.medical)) & ~year.is_uneven
    differs |= (months.pension[0] != plan.pension) & ~year.is_uneven
    if not any_of(differs):
        return year

    followed = changed(
        plan,
        pension=np.where(differs, months.pension[0], plan.pension),
        medical=np.where(differs, months.medical[0], plan.medical),
        base=np.where(differs, months.base[0], plan.base),
    )
    return changed(year, lives=changed(year.lives, plan=followed))


def _without_idle_contract(year: Year) -> Year:
    """The year with no contract in the months between two contracts."""
    months, plan = year.months, year.lives.plan
    idle = months.contract & (months.absence == ENDED)
    if not any_of(idle):
        return year
    return changed(
        year,
        is_uneven=year.is_uneven | idle.any(axis=0),
        months=changed(
            months,
            contract=months.contract & ~idle,
            pension=np.where(idle, plan.pension, months.pension),
            medical=np.where(idle, plan.medical, months.medical),
            base=np.where(idle, plan.base, months.base),
        ),
    )


def bound_months(world: World, draft: Draft) -> Flag:
    """Months of this year in which the plan has no say, shape (12, n)."""
    opened = draft.year.opened
    was = is_student(world, opened)
    bound: Flag = draft.read("months.contract")
    if not any_of(was):
        return bound
    still = world.job_kind[draft.read("job")] == Work.STUDENT
    school = np.where(was, np.where(still, MONTHS, SCHOOL_ENDS), 0)
    return np.asarray(bound | (school > CLOCK))


def start_work(
    world: World,
    draft: Draft,
    figures: Figures,
    which: NDArray[np.int64],
    job: int,
    first_month: NDArray[np.int64],
) -> None:
    """Some lives take a job from a month (0–11) on: a contract binds, its end frees the plan.

    Whoever leaves school does so at the end of June, whatever the month of the event.
    """
    before = world.job_kind[draft.read("job")[which]]
    is_contract = bool(world.job_kind[job] == Work.CONTRACT)
    is_free = world.job_kind[job] not in (Work.CONTRACT, Work.STUDENT)
    left_school = (before == Work.STUDENT) & (world.job_kind[job] != Work.STUDENT)
    first = np.where(left_school, np.maximum(first_month, SCHOOL_ENDS), first_month)
    draft.edit("job")[which] = job
    draft.edit("years_in_job")[which] = 0.0
    was_bound = (before == Work.CONTRACT) | (before == Work.STUDENT)
    if is_free:
        draft.edit("asks_plan")[which] |= was_bound
    if not (is_contract or any_of(was_bound)):
        return
    opened, size = draft.year.opened, len(which)
    wage = world.usual_income(np.full(size, job), opened.age[which], draft.read("plan.pace")[which])
    share = wage / figures.reference_wage[draft.read("place")[which]]
    employee = np.full(size, EMPLOYEE)
    new = {
        "pension": employee if is_contract else draft.read("plan.pension")[which],
        "medical": employee if is_contract else draft.read("plan.medical")[which],
        "base": share if is_contract else draft.read("plan.base")[which],
        "contract": np.full(size, is_contract),
    }
    after = first <= CLOCK
    for name, value in new.items():
        months = draft.edit(f"months.{name}")
        months[:, which] = np.where(after, value, months[:, which])
    draft.edit("is_uneven")[which] = True
