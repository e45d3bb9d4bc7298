"""What a plan costs where a life is lived, with nothing lapsed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Yuan, any_of
from game.core.life import EMPLOYEE, NO_SCHEME, RESIDENT, Lives
from game.rules.contract import ContractMonth, contract_base, contract_contributions
from game.rules.contributions import contribution_base
from game.rules.tax import private_pension_payment
from game.sim.figures import Figures
from game.sim.year import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The price of a plan, yuan a month on average over a year, shape (n,)."""

    pension: Yuan
    medical: Yuan
    private: Yuan

    @property
    def total(self) -> Yuan:
        """All three."""
        return self.pension + self.medical + self.private


def own_base(lives: Lives, figures: Figures, share: NDArray[np.float64]) -> Yuan:
    """The contribution base a share stands for where each life lives, yuan a month."""
    place = lives.place
    return contribution_base(
        figures.law,
        share,
        figures.reference_wage[place],
        figures.base_floor[place],
        figures.base_ceiling[place],
    )


def wage_base(lives: Lives, figures: Figures, share: NDArray[np.float64]) -> Yuan:
    """The base of a wage that is such a share of the reference wage, yuan a month."""
    place = lives.place
    wage = share * figures.reference_wage[place]
    return contract_base(wage, figures.base_floor[place], figures.base_ceiling[place])


def contract_month(lives: Lives, figures: Figures, share: NDArray[np.float64]) -> ContractMonth:
    """What worker and employer pay in a month on a wage that is such a share, yuan."""
    place = lives.place
    worker, employer = figures.contract_medical_rate[place], figures.employer_medical_rate[place]
    return contract_contributions(figures.law, wage_base(lives, figures, share), worker, employer)


def private_payment(lives: Lives, figures: Figures) -> Yuan:
    """What the plan may put into a private pension account, yuan a year.

    Only whoever is in a basic pension may, up to the limit, until a pension is claimed.
    """
    if not any_of(lives.plan.private):
        return np.zeros(lives.size)
    months = lives.rights.months_employee + lives.rights.months_resident
    is_in = (months > 0) | (lives.plan.pension != NO_SCHEME)
    may = is_in & ~lives.rights.has_claimed & lives.is_alive
    return np.where(may, private_pension_payment(figures.law, lives.plan.private, may), 0.0)


def monthly_prices(lives: Lives, figures: Figures) -> Prices:
    """The price of the standing plan as it is, with nothing lapsed."""
    plan, zero = lives.plan, np.zeros(lives.size)
    pays_pension = ~lives.rights.has_claimed & lives.is_alive
    pays_medical = ~lives.rights.has_free_medical & lives.is_alive
    employee = own_base(lives, figures, plan.base) * figures.pension_rate
    pension = np.where(plan.pension == EMPLOYEE, employee, zero)
    pension = np.where(plan.pension == RESIDENT, plan.tier / MONTHS, pension)
    medical = np.where(
        plan.medical == EMPLOYEE, figures.employee_medical_per_month[lives.place], zero
    )
    medical = np.where(plan.medical == RESIDENT, figures.resident_medical_fee / MONTHS, medical)
    return Prices(
        pension=np.where(pays_pension, pension, zero),
        medical=np.where(pays_medical, medical, zero),
        private=private_payment(lives, figures) / MONTHS,
    )
