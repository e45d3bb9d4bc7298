"""Steps 6 and 10 of the year: a living set aside, then the purse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Flag, Number, Yuan, any_of, held, to_fen, total
from game.core.life import Lives
from game.rules.assistance import childcare_subsidy, minimum_living_allowance
from game.sim.bills import HealthBills
from game.sim.career import Earnings, earnings
from game.sim.family import children_under_age
from game.sim.figures import Figures
from game.sim.living import living_as_written
from game.sim.social_security.by_law import is_student
from game.sim.social_security.contributions import asked
from game.sim.social_security.disability import disability_pay
from game.sim.world import LAST_AGE, World
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Incomes:
    """What came in during a year, yuan, shape (n,)."""

    work: Earnings
    pension_employee: Yuan
    pension_resident: Yuan
    disability: Yuan
    """Disability allowance."""
    support: Yuan
    """From grown children."""
    child_money: Yuan
    allowance: Yuan
    """Minimum living allowance."""
    before_aid: Yuan
    """Work after costs and tax, pensions and support."""
    persons: Number
    is_old: Flag
    """Lives on pensions and savings."""

    @property
    def total(self) -> Yuan:
        """Everything."""
        return self.before_aid + self.child_money + self.allowance

    @property
    def is_aided(self) -> Flag:
        """On the minimum living allowance."""
        return self.allowance > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Purse:
    """Where the money of a year went, yuan, shape (n,)."""

    debt_service: Yuan
    home_promised: Yuan
    home_given: Yuan
    extra_spending: Yuan
    spending: Yuan
    unpaid_bills: Yuan
    debt_forgiven: Yuan
    """What is owed beyond all credit and is no bill: nobody will ever see it again."""
    savings_growth: Yuan
    """Interest on savings less what wages have run ahead."""
    cash: Yuan
    debt: Yuan


def persons(world: World, lives: Lives) -> Number:
    """1 + 0.3 for each child at home."""
    at_home = children_under_age(lives.family)
    return np.asarray(1 + world.scenario.scoring["child_equivalent"] * at_home)


def subsistence(figures: Figures, lives: Lives, people: Number) -> Yuan:
    """A bare living of the household, yuan a year: what no contribution may touch."""
    return figures.living_floor[lives.place] * people * MONTHS


def child_money(figures: Figures, lives: Lives) -> Yuan:
    """National childcare subsidy of the year."""
    ages = lives.family.child_age
    if (ages < 0).all():
        return np.zeros(lives.size)
    return np.asarray(childcare_subsidy(figures.law, ages.astype(np.float64)).sum(axis=0))


def support_received(figures: Figures, lives: Lives, is_old: Flag) -> Yuan:
    """What grown children give to old parents, yuan a year."""
    grown = (lives.family.child_age >= figures.law.number("household.child_gives_from_age")).sum(
        axis=0
    )
    if not any_of(grown):
        return np.zeros(lives.size)
    given = figures.law.number("household.child_gives_per_month") * MONTHS * grown
    return np.where(is_old & lives.is_alive, given, 0.0)


def allowance(world: World, figures: Figures, lives: Lives, people: Number, income: Yuan) -> Yuan:
    """Minimum living allowance where income and savings are below it, yuan a year.

    Students belong to their parents' household and have none of their own.
    """
    floor = figures.living_floor[lives.place]
    amount = minimum_living_allowance(figures.law, floor, people, income, lives.cash)
    return np.where(lives.is_alive & ~is_student(world, lives), amount, 0.0)


def incomes(world: World, year: Year, figures: Figures) -> Incomes:
    """Work, pensions, family support, child money, and the allowance where that is too little."""
    lives = year.lives
    work = earnings(world, year, figures, asked(year, figures).total)
    people = persons(world, lives)
    is_old = lives.is_retired | (lives.age >= world.old_age_line[lives.profile])
    employee = lives.rights.pension_employee * MONTHS
    resident = lives.rights.pension_resident * MONTHS
    disability = disability_pay(lives)
    support = support_received(figures, lives, is_old)
    pensions = employee + resident + disability
    before_aid = work.gross - work.costs - work.tax + pensions + support
    return Incomes(
        work=work,
        pension_employee=employee,
        pension_resident=resident,
        disability=disability,
        support=support,
        child_money=child_money(figures, lives),
        allowance=allowance(world, figures, lives, people, before_aid),
        before_aid=before_aid,
        persons=people,
        is_old=is_old,
    )


def left_for_contributions(year: Year, figures: Figures, income: Incomes) -> Yuan:
    """Savings and income of the year once a bare living is set aside, yuan."""
    floor = subsistence(figures, year.lives, income.persons)
    return year.lives.cash + income.total + year.gained - year.paid - floor


def spend(
    world: World,
    year: Year,
    figures: Figures,
    income: Incomes,
    contributions: Yuan,
    subsidy: Yuan,
    health: HealthBills,
) -> Purse:
    """Opening cash + income − contributions − bills − debt service − home − living = closing cash.

    Outpatient care comes every year and is lived around; a hospital bill comes out of savings.

    Args:
        world: the scenario.
        year: at the close, all events applied.
        figures: of the year.
        income: of the year.
        contributions: really paid.
        subsidy: of them, paid back by a platform.
        health: bills of the year, settled.
    """
    lives, law, paid, gained = year.lives, figures.law, year.paid, year.gained
    bills = health.hospital.own + health.outpatient.own
    floor = subsistence(figures, lives, income.persons)
    flow = income.total + health.lost_income_paid + subsidy - contributions
    growth = to_fen(lives.cash * figures.savings_growth)
    due = to_fen(lives.debt * (1 + figures.debt_rate))
    ready = lives.cash + growth + flow + gained - paid - bills - floor
    spare = np.maximum(ready, 0.0)
    service = to_fen(np.minimum(due, law.number("household.debt_service_share") * spare))
    promised = _promised(lives)
    given = to_fen(held(ready - service, 0.0, promised))
    money = _Money(
        floor=floor,
        flow=flow,
        carried=np.maximum(lives.cash + growth + gained - paid, 0.0),
        ready=ready,
        routine_bills=health.outpatient.own,
        bills=bills,
        service=service,
        given=given,
        extra=to_fen(total(year.months.spending)),
    )
    living = _living(world, year, income, money)
    closing = lives.cash + growth + flow + gained - paid - bills - service - given - living
    debt = due - service + np.maximum(-closing, 0.0)
    limit = np.maximum(
        lives.debt, _credit(law.number("household.credit_months"), lives, income.before_aid)
    )
    unpaid = np.maximum(debt - limit, 0.0)
    return Purse(
        debt_service=service,
        home_promised=promised,
        home_given=given,
        extra_spending=money.extra,
        spending=living,
        unpaid_bills=to_fen(np.minimum(unpaid, bills)),
        debt_forgiven=to_fen(np.maximum(unpaid - bills, 0.0)),
        savings_growth=growth,
        cash=to_fen(np.maximum(closing, 0.0)),
        debt=to_fen(debt - unpaid),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Money:
    """What a living is taken from, and what comes before it, yuan of the year."""

    floor: Yuan
    flow: Yuan
    """What came in, less contributions."""
    carried: Yuan
    """Savings brought along, with what events took and gave."""
    ready: Yuan
    """All of it less bills and a bare living."""
    routine_bills: Yuan
    bills: Yuan
    service: Yuan
    given: Yuan
    extra: Yuan
    """What events have added to spending for a time."""


def _living(world: World, year: Year, income: Incomes, money: _Money) -> Yuan:
    """What a household lives on: at work a share of what is left, in old age savings spread."""
    lives, floor = year.lives, money.floor
    service, given = money.service, money.given
    rest = money.flow - money.routine_bills - service - given - floor - money.extra
    working = floor + np.maximum(rest, 0.0) * (1 - lives.plan.savings)
    most = floor + np.maximum(money.ready - service - given - money.extra, 0.0)
    working = living_as_written(world, year, income.work.gross, working, floor, most)
    left = world.years_left[lives.profile, np.minimum(lives.age, LAST_AGE)]
    free = money.flow - service - given - money.extra
    spread = free - money.routine_bills + money.carried / left
    old = np.maximum(np.minimum(spread, free + money.carried - money.bills), floor)
    living = np.where(income.is_old, old, working) + money.extra
    return to_fen(np.where(lives.is_alive, np.maximum(living, 0.0), 0.0))


def _promised(lives: Lives) -> Yuan:
    """Money promised home, while a parent lives."""
    has_parent = (lives.family.mother_age > 0) | (lives.family.father_age > 0)
    return np.where(has_parent & lives.is_alive, lives.family.remittance * MONTHS, 0.0)


def _credit(months: float, lives: Lives, income: Yuan) -> Yuan:
    """What anybody still lends: so many months of income."""
    return np.where(lives.is_alive, months / MONTHS * income, 0.0)
