"""Step 7 of the year: what is paid in, in its order, and the months the money does not reach."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import (
    Code,
    Flag,
    Months,
    Number,
    Rate,
    Yuan,
    any_of,
    changed,
    held,
    indices_of,
    some,
    to_fen,
    total,
)
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT, Lives
from game.rules.contributions import base_index
from game.rules.medical import price_of_missed_years
from game.sim.family import children_under_age
from game.sim.figures import Figures
from game.sim.social_security.buying import missed_years
from game.sim.social_security.one_insurance import (
    TOLERANCE,
    Month,
    month_count,
    month_prices,
    pay_line,
)
from game.sim.social_security.prices import (
    contract_month,
    private_payment,
)
from game.sim.year import MONTHS, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the plan of a whole year asks for, yuan, shape (n,)."""

    pension: Yuan
    medical: Yuan
    unemployment: Yuan
    """Own part of unemployment insurance, under a contract."""

    @property
    def total(self) -> Yuan:
        """All three."""
        return self.pension + self.medical + self.unemployment


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What was really paid in a year, shape (n,) but for ``is_medical_paid``."""

    pension: Yuan
    medical: Yuan
    private: Yuan
    unemployment: Yuan
    """Own part of unemployment insurance, under a contract."""
    family: Yuan
    """Resident medical fees of the children."""
    bought_back: Yuan
    """Missed years of the resident medical scheme, bought back on joining."""
    employer: Yuan
    """What the employer paid on top, for all five insurances."""
    children_insured: Number
    is_medical_paid: Flag
    """Shape (12, n)."""
    is_pension_paid: Flag
    """Shape (12, n)."""
    months_employee: Months
    months_resident: Months
    first_employee: Months
    """The first month paid in the employee pension, 1–12."""
    base_sum: Yuan
    """Sum of the contribution bases of the months paid in the employee pension."""
    index_sum: Rate
    months_medical: Months
    """Months paid in the employee medical scheme."""
    months_gap_pension: Months
    months_gap_medical: Months
    months_contract: Months
    """Months insured through an employer."""

    @property
    def total(self) -> Yuan:
        """All that was paid by the life itself, the children's fees with it."""
        own = self.pension + self.medical + self.private + self.unemployment
        return own + self.family + self.bought_back


def asked(year: Year, figures: Figures) -> Asked:
    """What the year would cost with no month missed."""
    lives = year.lives
    month = Month.of(year, figures)
    pension = _steady_price(lives.plan.pension, month.pension, lives.plan.tier)
    medical = _steady_price(lives.plan.medical, month.medical, figures.resident_medical_fee)
    which = indices_of(year.is_uneven)
    if which.size:
        part = some(year, which)
        tier, whole = part.lives.plan.tier, np.full(len(which), figures.resident_medical_fee)
        pension[which] = total(month_prices(part, figures, "pension", tier))
        medical[which] = total(month_prices(part, figures, "medical", whole))
    return Asked(
        pension=np.where(lives.rights.has_claimed, 0.0, pension),
        medical=np.where(lives.rights.has_free_medical, 0.0, medical),
        unemployment=_under_contract(year, figures).unemployment,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _UnderContract:
    """A year's months under a contract, shape (n,), yuan."""

    months: Months
    unemployment: Yuan
    employer: Yuan


def _under_contract(year: Year, figures: Figures) -> _UnderContract:
    """Own unemployment contribution and the employer's part of a year."""
    contract, lives = year.months.contract, year.lives
    if not any_of(contract):
        nothing = np.zeros(lives.size)
        return _UnderContract(months=nothing, unemployment=nothing, employer=nothing)
    month = contract_month(lives, figures, year.months.base)

    def of_year(amounts: Yuan) -> Yuan:
        return to_fen(total(np.where(contract, amounts, 0.0)))

    return _UnderContract(
        months=month_count(contract),
        unemployment=of_year(month.worker.unemployment),
        employer=of_year(month.employer.total),
    )


def _steady_price(scheme: Code, month: Yuan, fee: Yuan | float) -> Yuan:
    price = np.where(scheme == EMPLOYEE, month * MONTHS, 0.0)
    return np.where(scheme == RESIDENT, fee, price)


def contributions(year: Year, figures: Figures, purse: Yuan, is_aided: Flag) -> Contributions:
    """Pay medical, pension, the children's fees, then private; months short of money are the last.

    Args:
        year: the year, all answers given.
        figures: of the year.
        purse: money left once a living is set aside, with savings, yuan, shape (n,).
        is_aided: on the minimum living allowance, which pays for the resident medical fee.
    """
    lives, contract = year.lives, _under_contract(year, figures)
    purse = np.maximum(purse - contract.unemployment, 0.0)
    purse = np.where(lives.plan.can_borrow, np.inf, purse)
    fee = medical_fee(figures, is_aided)
    medical = pay_line(
        year, figures, "medical", fee, purse, lives.rights.has_free_medical | ~lives.is_alive
    )
    purse = np.maximum(purse - medical.paid, 0.0)
    pension = pay_line(
        year, figures, "pension", lives.plan.tier, purse, lives.rights.has_claimed | ~lives.is_alive
    )
    purse = np.maximum(purse - pension.paid, 0.0)
    back = _bought_back(year, figures, purse, medical.is_paid)
    purse = purse - back
    insured, family = _children_insured(lives, fee, purse)
    purse = purse - family
    private = private_payment(lives, figures)
    private = private * held(np.floor(MONTHS * purse / np.maximum(private, 1.0)), 0, 12) / 12
    return Contributions(
        pension=to_fen(pension.paid),
        medical=to_fen(medical.paid),
        private=to_fen(private),
        unemployment=contract.unemployment,
        family=family,
        bought_back=back,
        employer=contract.employer,
        children_insured=insured,
        is_medical_paid=medical.is_paid | lives.rights.has_free_medical,
        is_pension_paid=pension.is_paid,
        months_employee=pension.months_employee,
        months_resident=pension.months_resident,
        first_employee=pension.first_employee,
        base_sum=pension.base_sum,
        index_sum=base_index(pension.base_sum, figures.reference_wage[lives.place]),
        months_medical=medical.months_employee,
        months_gap_pension=pension.gap,
        months_gap_medical=medical.gap,
        months_contract=contract.months,
    )


def _bought_back(year: Year, figures: Figures, purse: Yuan, is_paid: Flag) -> Yuan:
    """What missed resident years cost those who buy them back as they join again, yuan."""
    lives = year.lives
    joins = lives.buys_back & ((year.months.medical == RESIDENT) & is_paid).any(axis=0)
    if not any_of(joins):
        return np.zeros(lives.size)
    price = price_of_missed_years(figures.law, missed_years(lives.cover.broken))
    return to_fen(np.where(joins & (price <= purse), price, 0.0))


def with_aided_enrolled(year: Year, is_aided: Flag) -> Year:
    """The year with households on the allowance enrolled as residents who would have no cover.

    Their community does it and assistance pays the fee. The standing plan stays as it is: this
    year is for what is paid, for cover and for bills only.
    """
    if not any_of(is_aided):
        return year
    joins = is_aided & ~year.lives.rights.has_free_medical & year.lives.is_alive
    medical = year.months.medical
    joins &= (medical == NO_SCHEME).any(axis=0)
    if not any_of(joins):
        return year
    lives, plan = year.lives, year.lives.plan
    enrolled = np.where(joins & (medical == NO_SCHEME), RESIDENT, medical)
    standing = np.where(joins & (plan.medical == NO_SCHEME), RESIDENT, plan.medical)
    return changed(
        year,
        months=changed(year.months, medical=enrolled),
        lives=changed(lives, plan=changed(plan, medical=standing)),
    )


def _children_insured(lives: Lives, fee: Yuan, purse: Yuan) -> tuple[Number, Yuan]:
    """Children under 16 whose resident medical fee is paid, as many as it reaches, and the fees."""
    if lives.family.child_age.max() < 0:
        return np.zeros(lives.size), np.zeros(lives.size)
    children = children_under_age(lives.family) * lives.is_alive
    reach = np.floor((purse + TOLERANCE) / np.maximum(fee, 1e-9))
    insured = np.minimum(children, reach)
    return insured, to_fen(insured * fee)


def medical_fee(figures: Figures, is_aided: Flag) -> Yuan:
    """Resident medical fee of a year as this household pays it, yuan."""
    share = np.where(is_aided, figures.law.number("assistance.premium_share"), 0.0)
    return np.asarray(figures.resident_medical_fee * (1 - share))
