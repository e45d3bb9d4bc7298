"""Step 7 of the year: what is paid in, month by month, and the months the money does not reach.

Most lives keep one plan through a year: for them the months paid are a count. Those whose plan or
price changes inside the year are walked month by month.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
from game.sim.social_security.prices import (
    contract_month,
    own_base,
    private_payment,
    wage_base,
)
from game.sim.year import CLOCK, MONTHS, Year

# Twelve equal payments summed one by one may exceed the purse by a rounding of the last bit.
_TOLERANCE = 1e-6


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One insurance of a year: what was paid, in which months, and the gap."""

    paid: Yuan
    months_employee: Months
    months_resident: Months
    first_employee: Months
    base_sum: Yuan
    gap: Months
    is_paid: Flag


def asked(year: Year, figures: Figures) -> Asked:
    """What the year would cost with no month missed."""
    lives = year.lives
    month = _Month.of(year, figures)
    pension = _steady_price(lives.plan.pension, month.pension, lives.plan.tier)
    medical = _steady_price(lives.plan.medical, month.medical, figures.resident_medical_fee)
    which = indices_of(year.is_uneven)
    if which.size:
        part = some(year, which)
        tier, whole = part.lives.plan.tier, np.full(len(which), figures.resident_medical_fee)
        pension[which] = total(_month_prices(part, figures, "pension", tier))
        medical[which] = total(_month_prices(part, figures, "medical", whole))
    return Asked(
        pension=np.where(lives.rights.has_claimed, 0.0, pension),
        medical=np.where(lives.rights.has_free_medical, 0.0, medical),
        unemployment=_under_contract(year, figures).unemployment,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Month:
    """What a month of a steady year costs the life itself, yuan, and the base of its pension."""

    pension: Yuan
    medical: Yuan
    base: Yuan
    is_withheld: Flag
    """Taken from the wage, so that no month is missed."""

    @classmethod
    def of(cls, year: Year, figures: Figures) -> _Month:
        lives = year.lives
        base = own_base(lives, figures, lives.plan.base)
        pension = base * figures.pension_rate
        medical = figures.employee_medical_per_month[lives.place]
        contract = year.months.contract[0]
        if any_of(contract):
            withheld = contract_month(lives, figures, lives.plan.base).worker
            base = np.where(contract, wage_base(lives, figures, lives.plan.base), base)
            pension = np.where(contract, withheld.pension, pension)
            medical = np.where(contract, withheld.medical, medical)
        return cls(pension=pension, medical=medical, base=base, is_withheld=contract)


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
        months=_count(contract),
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
    medical = _pay(
        year, figures, "medical", fee, purse, lives.rights.has_free_medical | ~lives.is_alive
    )
    purse = np.maximum(purse - medical.paid, 0.0)
    pension = _pay(
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
    reach = np.floor((purse + _TOLERANCE) / np.maximum(fee, 1e-9))
    insured = np.minimum(children, reach)
    return insured, to_fen(insured * fee)


def medical_fee(figures: Figures, is_aided: Flag) -> Yuan:
    """Resident medical fee of a year as this household pays it, yuan."""
    share = np.where(is_aided, figures.law.number("assistance.premium_share"), 0.0)
    return np.asarray(figures.resident_medical_fee * (1 - share))


def _pay(year: Year, figures: Figures, name: str, fee: Yuan, purse: Yuan, is_done: Flag) -> _Line:
    """Pay one insurance for all lives; those who are done with it owe nothing."""
    line = _steady(year, figures, name, fee, purse, is_done)
    which = indices_of(year.is_uneven)
    if not which.size:
        return line
    part = _monthly(some(year, which), figures, name, fee[which], purse[which], is_done[which])
    for field in _Line.__dataclass_fields__:
        getattr(line, field)[..., which] = getattr(part, field)
    return line


def _steady(
    year: Year, figures: Figures, name: str, fee: Yuan, purse: Yuan, is_done: Flag
) -> _Line:
    """Lives whose plan and price hold the whole year: the months paid are a count."""
    lives, prices = year.lives, _Month.of(year, figures)
    scheme: Code = getattr(lives.plan, name)
    month = prices.pension if name == "pension" else prices.medical
    base = prices.base if name == "pension" else np.zeros(lives.size)
    is_in = ~is_done
    reach = np.floor((purse + _TOLERANCE) / np.maximum(month, 1e-9))
    reach = np.where(prices.is_withheld, float(MONTHS), reach)
    employee = np.where(is_in & (scheme == EMPLOYEE), held(reach, 0, MONTHS), 0.0)
    resident = np.where(is_in & (scheme == RESIDENT) & (purse >= fee), float(MONTHS), 0.0)
    paid_months = employee + resident
    wants = is_in & (scheme != NO_SCHEME)
    return _Line(
        paid=employee * month + np.where(resident > 0, fee, 0.0),
        months_employee=employee,
        months_resident=resident,
        first_employee=np.ones(lives.size),
        base_sum=employee * base,
        gap=np.where(wants, MONTHS - paid_months, 0.0),
        is_paid=paid_months > CLOCK,
    )


def _monthly(
    year: Year, figures: Figures, name: str, fee: Yuan, purse: Yuan, is_done: Flag
) -> _Line:
    """Lives whose plan or price changes inside the year, month by month."""
    scheme: Code = getattr(year.months, name)
    contract = year.months.contract
    price = np.where(is_done, 0.0, _month_prices(year, figures, name, fee))
    withheld = total(np.where(contract, price, 0.0))
    so_far = np.cumsum(np.where(contract, 0.0, price), axis=0)
    is_possible = so_far <= np.maximum(purse - withheld, 0.0) + _TOLERANCE
    is_paid = (is_possible | contract) & (scheme != NO_SCHEME) & ~is_done
    is_employee = is_paid & (scheme == EMPLOYEE)
    base = _bases(year, figures) if name == "pension" else 0.0
    return _Line(
        paid=np.max(np.where(is_possible, so_far, 0.0), axis=0) + withheld,
        months_employee=_count(is_employee),
        months_resident=_count(is_paid & (scheme == RESIDENT)),
        first_employee=np.argmax(is_employee, axis=0) + 1.0,
        base_sum=total(np.where(is_employee, base, 0.0)),
        gap=_count((scheme != NO_SCHEME) & ~is_done & ~is_paid),
        is_paid=is_paid,
    )


def _month_prices(year: Year, figures: Figures, name: str, fee: Yuan) -> Yuan:
    """What each month asks for, shape (12, n); a resident fee falls due when the stretch starts."""
    lives, months = year.lives, year.months
    scheme: Code = getattr(months, name)
    if name == "pension":
        month = own_base(lives, figures, months.base) * figures.pension_rate
    else:
        month = np.broadcast_to(figures.employee_medical_per_month[lives.place], scheme.shape)
    month = month * months.contribution
    if any_of(months.contract):
        withheld = contract_month(lives, figures, months.base).worker
        month = np.where(months.contract, getattr(withheld, name), month)
    price = np.where(scheme == EMPLOYEE, month, 0.0)
    return price + np.where(_starts(scheme), fee, 0.0)


def _bases(year: Year, figures: Figures) -> Yuan:
    """The contribution base of each month, shape (12, n): chosen, or the wage under a contract."""
    chosen = own_base(year.lives, figures, year.months.base)
    if not any_of(year.months.contract):
        return chosen
    by_wage = wage_base(year.lives, figures, year.months.base)
    return np.where(year.months.contract, by_wage, chosen)


def _starts(scheme: Code) -> Flag:
    """The month in which a resident fee falls due: the first one, once a year."""
    is_resident = scheme == RESIDENT
    return np.asarray(is_resident & (np.cumsum(is_resident, axis=0) == 1))


def _count(flags: NDArray[np.bool_]) -> Months:
    return np.asarray(flags.sum(axis=0), dtype=np.float64)
