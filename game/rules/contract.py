"""Work under a labour contract: its contribution base, its five insurances, and sick pay."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.core.arrays import Rate, Yuan
from game.rules.law import YearLaw


class WorkerShare(NamedTuple):
    """What is taken off a wage, yuan a month, shape (n,)."""

    pension: Yuan
    medical: Yuan
    unemployment: Yuan

    @property
    def total(self) -> Yuan:
        """All of it together."""
        return self.pension + self.medical + self.unemployment


class EmployerShare(NamedTuple):
    """What the employer pays on top of a wage, yuan a month; maternity is part of medical."""

    pension: Yuan
    medical: Yuan
    unemployment: Yuan
    injury: Yuan

    @property
    def total(self) -> Yuan:
        """All of it together."""
        return self.pension + self.medical + self.unemployment + self.injury


class ContractMonth(NamedTuple):
    """A month under a contract, yuan a month, shape (n,): who pays, and where the pension goes."""

    worker_pension: Yuan
    worker_medical: Yuan
    worker_unemployment: Yuan
    employer_pension: Yuan
    employer_medical: Yuan
    employer_unemployment: Yuan
    employer_injury: Yuan
    to_account: Yuan
    to_pool: Yuan

    @property
    def worker(self) -> WorkerShare:
        """The worker's part."""
        return WorkerShare(self.worker_pension, self.worker_medical, self.worker_unemployment)

    @property
    def employer(self) -> EmployerShare:
        """The employer's part."""
        return EmployerShare(
            self.employer_pension,
            self.employer_medical,
            self.employer_unemployment,
            self.employer_injury,
        )


def contract_base(wage: Yuan, floor: Yuan, ceiling: Yuan) -> Yuan:
    """The base 缴费基数 of an employee, yuan a month: the own wage within floor and ceiling.

    Source: State Council Office [2019] No. 13.
    """
    return np.minimum(np.maximum(wage, floor), ceiling)


def contract_contributions(
    law: YearLaw, base: Yuan, medical_worker_rate: Rate, medical_employer_rate: Rate
) -> ContractMonth:
    """A month's contributions of worker and employer.

    Args:
        law: of the year.
        base: of ``contract_base``, yuan a month, shape (n,).
        medical_worker_rate: of the place, 0–1.
        medical_employer_rate: of the place, maternity included, 0–1.

    Source: Social Insurance Law; State Council Office [2019] No. 13 (16 % + 8 %).
    """
    worker_pension = base * law.number("pension.contract.worker_rate")
    employer_pension = base * law.number("pension.contract.employer_rate")
    to_account = base * law.number("pension.employee.account_rate")
    return ContractMonth(
        worker_pension=worker_pension,
        worker_medical=base * medical_worker_rate,
        worker_unemployment=base * law.number("unemployment.worker_rate"),
        employer_pension=employer_pension,
        employer_medical=base * medical_employer_rate,
        employer_unemployment=base * law.number("unemployment.employer_rate"),
        employer_injury=base * law.number("injury.employer_rate"),
        to_account=to_account,
        to_pool=worker_pension + employer_pension - to_account,
    )


def sick_pay(law: YearLaw, wage: Yuan, minimum_wage: Yuan) -> Yuan:
    """Pay of a month of illness under a contract, yuan a month, shape (n,).

    A share of the own wage, never under 80 % of the minimum wage of the place, never above the
    wage. It is paid for at most ``contract.sick_pay_months`` a year.

    Source: Ministry of Labour [1995] No. 309, item 59, for the lower bound; local rules.
    """
    share = law.number("contract.sick_pay_share") * wage
    least = law.number("contract.sick_pay_least") * minimum_wage
    return np.minimum(np.maximum(share, least), wage)
