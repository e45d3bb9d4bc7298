"""Steps 9, 12 and 13 of the year: bills and who pays them, the body, and death."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from game.core.arrays import Code, Flag, Number, Points, Rate, Yuan, total
from game.core.life import Cause, Family, Lives, Scheme
from game.rules.injury import is_injury_covered, lost_income
from game.rules.medical import (
    Settlement,
    hospital_share,
    outpatient_cost,
    outpatient_share,
    settle_bill,
)
from game.sim.figures import Figures
from game.sim.record import BillRecord, BillsPaid
from game.sim.world import LAST_AGE, World
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthBills:
    """All bills of a year, settled."""

    list: tuple[BillRecord, ...]
    hospital: BillsPaid
    outpatient: BillsPaid
    lost_income_paid: Yuan


def _split(bill: Yuan, parts: Settlement) -> BillsPaid:
    return BillsPaid(
        total=bill,
        injury=np.broadcast_to(parts.injury, bill.shape),
        third_party=np.broadcast_to(parts.third_party, bill.shape),
        basic=parts.basic,
        critical_illness=parts.critical_illness,
        assistance=parts.assistance,
        own=parts.own,
    )


def nothing_paid(size: int) -> BillsPaid:
    """No bill at all."""
    zero = np.zeros(size)
    return BillsPaid(
        total=zero,
        injury=zero,
        third_party=zero,
        basic=zero,
        critical_illness=zero,
        assistance=zero,
        own=zero,
    )


def _sum(one: BillsPaid, other: BillsPaid) -> BillsPaid:
    return BillsPaid(
        total=one.total + other.total,
        injury=one.injury + other.injury,
        third_party=one.third_party + other.third_party,
        basic=one.basic + other.basic,
        critical_illness=one.critical_illness + other.critical_illness,
        assistance=one.assistance + other.assistance,
        own=one.own + other.own,
    )


def settle_bills(
    world: World, year: Year, figures: Figures, is_covered: Flag, is_assisted: Flag
) -> HealthBills:
    """Every bill at its month, then the year's outpatient care, in law's order of payers.

    Args:
        world: the scenario.
        year: with its bills.
        figures: of the year.
        is_covered: medical cover by month, shape (12, n).
        is_assisted: passes the means test of medical assistance.
    """
    lives, law = year.lives, figures.law
    size = lives.size
    total, listed = nothing_paid(size), []
    counted, by_fund, lost = np.zeros(size), np.zeros(size), np.zeros(size)
    for entry in year.bills:
        covered = np.take_along_axis(is_covered, entry.month[None], axis=0)[0]
        scheme = np.take_along_axis(_scheme(year), entry.month[None], axis=0)[0]
        on_order = np.zeros(size, dtype=bool)
        if entry.cause == Cause.ORDER:
            kind = world.job_kind[lives.job]
            month = entry.month + 1
            on_order = is_injury_covered(law, world.scenario.places, lives.place, kind, month)
        parts = _settle(
            world,
            lives,
            figures,
            entry.amount,
            scheme,
            covered,
            is_injury_covered=on_order,
            third_party_share=entry.liable,
            is_assisted=is_assisted,
            counted_before=counted,
            fund_before=by_fund,
        )
        counted, by_fund = counted + parts.counted, by_fund + parts.by_fund
        paid = _split(entry.amount, parts)
        listed.append(
            BillRecord(event=entry.event, month=entry.month, paid=paid, is_covered=covered)
        )
        total = _sum(total, paid)
        lost = lost + _lost_income(year, figures, world, on_order & (entry.amount > 0))
    outpatient = _outpatient(world, year, figures, is_covered, is_assisted)
    return HealthBills(
        list=tuple(listed), hospital=total, outpatient=outpatient, lost_income_paid=lost
    )


def _scheme(year: Year) -> Code:
    free = year.lives.rights.has_free_medical
    return np.where(free, Scheme.EMPLOYEE, year.months.medical)


def _lost_income(year: Year, figures: Figures, world: World, is_injured: Flag) -> Yuan:
    """Cash of injury cover for the months of this year in which an injured rider earned less."""
    if not is_injured.any():
        return np.zeros(year.lives.size)
    lives = year.lives
    usual = world.income_by_job[lives.job, lives.age] * lives.plan.pace
    months = np.maximum(MONTHS - total(year.months.income), 0.0)
    return np.asarray(lost_income(figures.law, usual, months, is_injured))


def _settle(
    world: World,
    lives: Lives,
    figures: Figures,
    bill: Yuan,
    scheme: Code,
    is_covered: Flag,
    *,
    share: Rate | None = None,
    is_injury_covered: ArrayLike = False,
    third_party_share: ArrayLike = 0.0,
    is_assisted: ArrayLike = False,
    counted_before: ArrayLike = 0.0,
    fund_before: ArrayLike = 0.0,
) -> Settlement:
    place = lives.place
    away = (scheme == Scheme.RESIDENT) & (place != world.hukou[lives.profile])
    own_share = hospital_share(figures.law, scheme, away) if share is None else share
    is_employee = scheme == Scheme.EMPLOYEE
    return settle_bill(
        figures.law,
        bill=bill,
        scheme=scheme,
        is_covered=is_covered,
        share=own_share,
        cap=np.where(is_employee, figures.employee_cap[place], figures.resident_cap[place]),
        disposable_income=figures.disposable_income[place],
        catalogue_share=figures.law.number("medical.catalogue_share"),
        is_injury_covered=is_injury_covered,
        third_party_share=third_party_share,
        is_assisted=is_assisted,
        counted_before=counted_before,
        fund_before=fund_before,
    )


def _outpatient(
    world: World, year: Year, figures: Figures, is_covered: Flag, is_assisted: Flag
) -> BillsPaid:
    """The year's outpatient care by age; the fund pays for the share of months in force."""
    lives = year.lives
    scheme = _scheme(year)[MONTHS - 1]
    bill = np.where(lives.is_alive, outpatient_cost(figures.law, lives.age.astype(float)), 0.0)
    share = outpatient_share(figures.law, scheme, lives.is_retired)
    share = share * is_covered.mean(axis=0)
    parts = _settle(
        world,
        lives,
        figures,
        bill,
        scheme,
        np.asarray(is_covered.any(axis=0)),
        share=share,
        is_assisted=is_assisted,
    )
    return _split(bill, parts)


def expected_fund_share(
    world: World, lives: Lives, figures: Figures, scheme: Code, bills: Yuan
) -> Rate:
    """Share of a usual hospital bill the fund would pay here, mean over bills of equal weight.

    Args:
        world: the scenario.
        lives: whose bill, shape (n,).
        figures: of the year.
        scheme: medical scheme in force, shape (n,).
        bills: amounts of the table, shape (nodes,).

    Returns:
        Rates 0–1 weighted by amount, shape (n,).
    """
    everyone = np.ones(lives.size, dtype=bool)
    by_fund = np.zeros(lives.size)
    for bill in bills:
        amount = np.full(lives.size, bill)
        by_fund = by_fund + _settle(world, lives, figures, amount, scheme, everyone).by_fund
    return np.asarray(by_fund / bills.sum())


# --- step 12 -----------------------------------------------------------------------------------


def bodies(world: World, year: Year, figures: Figures, hours: Number) -> tuple[Points, Points]:
    """Health and wellbeing at the end of the year.

    Health goes back a part of the way to what is usual at the age; long hours wear it down.
    Wellbeing drifts a third of the way back to 60, less half a point for each hour above 48.
    """
    law, lives = figures.law, year.lives
    usual = law.table("health_by_age").at(lives.age + 1.0)
    long = np.maximum(hours - world.scenario.scoring["hours"], 0.0)
    wear = law.number("body.wear_per_long_hour") * long
    health = lives.health + law.number("body.recovery_share") * (usual - lives.health) - wear
    rest = world.scenario.scoring["wellbeing_rest"] - world.scenario.scoring["hours_points"] * long
    wellbeing = lives.wellbeing + (rest - lives.wellbeing) / 3.0
    return np.clip(health, 0.0, 100.0), np.clip(wellbeing, 0.0, 100.0)


def family_a_year_older(world: World, year: Year) -> Family:
    """Children and parents age; parents may die, by the life table of their own cohort."""
    lives, family = year.lives, year.lives.family
    mother = _parent(world.mother_death_rate, lives, family.mother_age, year.draws[1])
    father = _parent(world.father_death_rate, lives, family.father_age, year.draws[2])
    children = np.where(family.child_age >= 0, family.child_age + 1, family.child_age)
    return replace(family, mother_age=mother, father_age=father, child_age=children)


def _parent(rates: Rate, lives: Lives, age: Code, uniform: Number) -> Code:
    dies = uniform < rates[lives.profile, np.minimum(age, LAST_AGE)]
    return np.where((age > 0) & ~dies, age + 1, 0)


# --- step 13 -----------------------------------------------------------------------------------


def deaths(world: World, year: Year, figures: Figures, hours: Number) -> Flag:
    """Who dies at the close: q of the own cohort at this age × health and road factors."""
    law, lives = figures.law, year.lives
    usual = law.table("health_by_age").at(lives.age.astype(float))
    frail = 1 + law.number("body.mortality_per_point") * (usual - lives.health)
    frail = np.clip(frail, law.number("body.least_factor"), law.number("body.most_factor"))
    road = world.job_road_risk[lives.job] * law.number("risk.rider.death")
    road = np.where(hours > 0, road * lives.plan.pace, 0.0)
    age = np.minimum(lives.age, LAST_AGE)
    rate = world.death_rate[lives.profile, age] * frail + road
    return np.asarray(lives.is_alive & ((year.draws[3] < rate) | (lives.age >= LAST_AGE)))
