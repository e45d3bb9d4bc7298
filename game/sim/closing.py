"""Step 13 of the year: what the steps before have brought, as new lives and as a record."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, Number, Yuan, any_of, changed, merged
from game.core.life import NO_SCHEME, Cover, Family, Lasting, Lives, Plan, Rights
from game.rules.heirs import death_benefits
from game.rules.injury import death_lump_sum, is_injury_covered
from game.sim.bills import HealthBills
from game.sim.family import children_under_age, supports_parents
from game.sim.figures import Figures
from game.sim.health import Body, Deaths
from game.sim.household import Incomes, Purse
from game.sim.record import MetRecord, Record
from game.sim.social_security.contributions import Contributions
from game.sim.social_security.cover import years_without_claim
from game.sim.social_security.subsidy import Subsidy
from game.sim.social_security.work_rights import work_rights
from game.sim.world import World
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """A year worked through, before it becomes the next birthday."""

    year: Year
    figures: Figures
    income: Incomes
    paid: Contributions
    subsidy: Subsidy
    is_covered: Flag
    """Medical cover by month, shape (12, n)."""
    cover: Cover
    bills: HealthBills
    spent: Purse
    rights: Rights
    body: Body
    family: Family
    dying: Deaths


def lives_after(close: Close) -> Lives:
    """Lives on the next birthday; the dead stay as they were left."""
    lives = close.year.lives
    alive = lives.is_alive
    stays = alive & ~close.dying.all
    after = changed(
        lives,
        year=lives.year + 1,
        age=lives.age + stays,
        is_alive=stays,
        is_retired=lives.is_retired | _has_no_work_left(close.income) | _stops_work(close.year),
        plan=_plan_after(close),
        years_in_job=lives.years_in_job + 1.0,
        cash=close.spent.cash,
        debt=close.spent.debt,
        income=close.income.work.gross / MONTHS,
        spending=close.spent.spending / close.income.persons / MONTHS,
        health=close.body.health,
        wellbeing=close.body.wellbeing,
        platform_months=close.subsidy.months,
        rights=close.rights,
        buys_back=lives.buys_back & (close.paid.bought_back <= 0),
        cover=_cover(close),
        family=close.family,
        lasting=_run_down(lives),
    )
    return after if alive.all() else merged(alive, after, changed(lives, year=after.year))


def _has_no_work_left(income: Incomes) -> Flag:
    """Old, and the job pays nothing any more."""
    return np.asarray(income.is_old & (income.work.usual_per_month <= 0))


def _stops_work(year: Year) -> Flag:
    """Whose work an event has ended for good."""
    return year.ends.get("work", np.zeros(year.lives.size, dtype=bool))


def _plan_after(close: Close) -> Plan:
    """The standing plan; whoever lives on the allowance without work no longer tries to pay in.

    Else every year to come would ask for pension months that can never be paid.
    """
    plan, rights = close.year.lives.plan, close.year.lives.rights
    is_idle = close.income.is_aided & _has_no_work_left(close.income) & ~rights.has_claimed
    is_idle &= close.paid.months_employee + close.paid.months_resident <= 0
    if not any_of(is_idle):
        return plan
    return changed(plan, pension=np.where(is_idle, NO_SCHEME, plan.pension))


def _cover(close: Close) -> Cover:
    """Cover at the end of the year, and the years without a claim behind it."""
    lives, cover = close.year.lives, close.cover
    if cover.years_resident.max() <= 0:
        return cover
    cap = close.figures.resident_cap[lives.place]
    without = years_without_claim(lives.cover, cover, close.bills.hospital.by_fund, cap)
    return changed(cover, years_without_claim=without)


def _run_down(lives: Lives) -> Lasting:
    return changed(lives.lasting, months=np.maximum(lives.lasting.months - MONTHS, 0.0))


def record_of(world: World, close: Close, after: Lives) -> Record:
    """The record of a closed year."""
    year, lives, income = close.year, close.year.lives, close.income
    paid, bills, spent = close.paid, close.bills, close.spent
    dependants, insured = _dependants(lives, paid.children_insured)
    right = work_rights(world, after, close.figures)
    return Record(
        year=lives.year,
        age=lives.age,
        is_lived=lives.is_alive,
        has_died=close.dying.all,
        place=lives.place,
        job=lives.job,
        income=income.work.gross,
        work_costs=income.work.costs,
        tax=income.work.tax,
        pension_employee=income.pension_employee,
        pension_resident=income.pension_resident,
        disability=income.disability,
        sick_pay=income.work.sick_pay,
        allowance=income.allowance,
        child_money=income.child_money,
        support_received=income.support,
        private_paid_out=year.private_paid_out,
        lost_income_paid=bills.lost_income_paid,
        contribution_pension=paid.pension,
        contribution_medical=paid.medical,
        contribution_private=paid.private,
        contribution_bought=year.years_bought,
        contribution_unemployment=paid.unemployment,
        contribution_employer=paid.employer,
        contribution_back=paid.bought_back,
        contribution_family=paid.family,
        subsidy=close.subsidy.paid,
        months_pension_employee=paid.months_employee,
        months_pension_resident=paid.months_resident,
        months_pension_gap=paid.months_gap_pension,
        months_medical_paid=paid.is_medical_paid.sum(axis=0).astype(np.float64),
        months_medical_gap=paid.months_gap_medical,
        months_medical_covered=close.is_covered.sum(axis=0).astype(np.float64),
        medical_scheme=np.where(close.is_covered[MONTHS - 1], after.cover.scheme, NO_SCHEME),
        has_free_medical=lives.rights.has_free_medical,
        months_contract=paid.months_contract,
        sick_pay_right=right.sick_pay,
        unemployment_right=right.unemployment,
        unemployment_months=right.unemployment_months,
        maternity_right=right.maternity,
        disability_right=right.disability,
        disability_months=right.disability_months,
        bills=bills.hospital,
        bill_list=bills.list,
        outpatient=bills.outpatient,
        paid=year.paid,
        gained=year.gained,
        debt_service=spent.debt_service,
        home_promised=spent.home_promised,
        home_given=spent.home_given,
        extra_spending=spent.extra_spending,
        spending=spent.spending,
        persons=income.persons,
        savings_growth=spent.savings_growth,
        debt_forgiven=spent.debt_forgiven,
        unpaid_bills=spent.unpaid_bills,
        cash=after.cash,
        debt=after.debt,
        health=after.health,
        wellbeing=after.wellbeing,
        hours_per_week=income.work.hours_per_week,
        to_heirs=_heirs(world, close, after),
        has_partner=lives.family.has_partner,
        dependants=dependants,
        dependants_covered=insured,
        children_insured=paid.children_insured,
        was_treatment_refused=year.refused,
        met=tuple(
            MetRecord(event=m.event, is_met=m.is_met, month=m.month, choice=m.choice)
            for m in year.met
        ),
    )


def _heirs(world: World, close: Close, after: Lives) -> Yuan:
    """Account, funeral grant and lump sum of those who died, and the sum for a death at work."""
    lives, dying, law = close.year.lives, close.dying, close.figures.law
    if not any_of(dying.all):
        return np.zeros(lives.size)
    rights = after.rights
    left = death_benefits(
        law,
        account_left=rights.account_employee + rights.account_resident + rights.account_private,
        paid_months=rights.months_employee,
        own_credited=rights.account_employee,
        is_pensioner=rights.pension_employee > 0,
        years_drawn=rights.months_drawn / MONTHS,
        urban_income=close.figures.urban_income[lives.place],
    )
    kind, month = world.injury_kind[lives.job], np.full(lives.size, MONTHS)
    is_covered = is_injury_covered(law, world.scenario.places, lives.place, kind, month)
    at_work = death_lump_sum(law, is_covered & dying.at_work)
    return np.where(dying.all, left.account + left.funeral + left.lump_sum + at_work, 0.0)


def _dependants(lives: Lives, children_insured: Number) -> tuple[Number, Number]:
    """Children under 16 and supported parents, and how many of them have medical cover.

    Parents are taken to pay into their own scheme.
    """
    supported = supports_parents(lives.family) & lives.is_alive
    children = children_under_age(lives.family) * lives.is_alive
    return (children + supported).astype(np.float64), children_insured + supported
