"""One insurance of a year: what is paid in which months, and the months the money does not reach.

Most lives keep one plan through a year: for them the months paid are a count. Those whose plan or
price changes inside the year are walked month by month.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Flag, Months, Yuan, any_of, held, indices_of, some, total
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT
from game.sim.figures import Figures
from game.sim.social_security.prices import contract_month, own_base, wage_base
from game.sim.year import CLOCK, MONTHS, Year

# Twelve equal payments summed one by one may exceed the purse by a rounding of the last bit.
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One insurance of a year: what was paid, in which months, and the gap."""

    paid: Yuan
    months_employee: Months
    months_resident: Months
    first_employee: Months
    base_sum: Yuan
    gap: Months
    is_paid: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What a month of a steady year costs the life itself, yuan, and the base of its pension."""

    pension: Yuan
    medical: Yuan
    base: Yuan
    is_withheld: Flag
    """Taken from the wage, so that no month is missed."""

    @classmethod
    def of(cls, year: Year, figures: Figures) -> Month:
        """By the plan, or by the wage under a contract."""
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


def pay_line(
    year: Year, figures: Figures, name: str, fee: Yuan, purse: Yuan, is_done: Flag
) -> Line:
    """Pay one insurance for all lives; those who are done with it owe nothing."""
    line = _steady(year, figures, name, fee, purse, is_done)
    which = indices_of(year.is_uneven)
    if not which.size:
        return line
    part = _monthly(some(year, which), figures, name, fee[which], purse[which], is_done[which])
    for field in Line.__dataclass_fields__:
        getattr(line, field)[..., which] = getattr(part, field)
    return line


def _steady(year: Year, figures: Figures, name: str, fee: Yuan, purse: Yuan, is_done: Flag) -> Line:
    """Lives whose plan and price hold the whole year: the months paid are a count."""
    lives, prices = year.lives, Month.of(year, figures)
    scheme: Code = getattr(lives.plan, name)
    month = prices.pension if name == "pension" else prices.medical
    base = prices.base if name == "pension" else np.zeros(lives.size)
    is_in = ~is_done
    reach = np.floor((purse + TOLERANCE) / np.maximum(month, 1e-9))
    reach = np.where(prices.is_withheld, float(MONTHS), reach)
    employee = np.where(is_in & (scheme == EMPLOYEE), held(reach, 0, MONTHS), 0.0)
    resident = np.where(is_in & (scheme == RESIDENT) & (purse >= fee), float(MONTHS), 0.0)
    paid_months = employee + resident
    wants = is_in & (scheme != NO_SCHEME)
    return Line(
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
) -> Line:
    """Lives whose plan or price changes inside the year, month by month."""
    scheme: Code = getattr(year.months, name)
    contract = year.months.contract
    price = np.where(is_done, 0.0, month_prices(year, figures, name, fee))
    withheld = total(np.where(contract, price, 0.0))
    so_far = np.cumsum(np.where(contract, 0.0, price), axis=0)
    is_possible = so_far <= np.maximum(purse - withheld, 0.0) + TOLERANCE
    is_paid = (is_possible | contract) & (scheme != NO_SCHEME) & ~is_done
    is_employee = is_paid & (scheme == EMPLOYEE)
    base = _bases(year, figures) if name == "pension" else 0.0
    return Line(
        paid=np.max(np.where(is_possible, so_far, 0.0), axis=0) + withheld,
        months_employee=month_count(is_employee),
        months_resident=month_count(is_paid & (scheme == RESIDENT)),
        first_employee=np.argmax(is_employee, axis=0) + 1.0,
        base_sum=total(np.where(is_employee, base, 0.0)),
        gap=month_count((scheme != NO_SCHEME) & ~is_done & ~is_paid),
        is_paid=is_paid,
    )


def month_prices(year: Year, figures: Figures, name: str, fee: Yuan) -> Yuan:
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


def month_count(flags: NDArray[np.bool_]) -> Months:
    return np.asarray(flags.sum(axis=0), dtype=np.float64)
