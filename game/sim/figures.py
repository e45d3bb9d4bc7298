"""The law of one year as the engine needs it, looked up once on its first day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.core.arrays import Rate, Yuan, any_of
from game.rules.contributions import platform_subsidy
from game.rules.law import YearLaw
from game.rules.medical import yearly_cap
from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of a year: arrays have shape (places,), the rest are single numbers."""

    law: YearLaw
    reference_wage: Yuan
    base_floor: Yuan
    base_ceiling: Yuan
    benefit_base: Yuan
    living_floor: Yuan
    usual_living: Yuan
    disposable_income: Yuan
    urban_income: Yuan
    resident_basic_pension: Yuan
    employee_medical_per_month: Yuan
    employee_entry_wait: Rate
    employee_cap: Yuan
    resident_cap: Yuan
    platform_subsidy: Yuan
    """What a platform pays back of a month in the employee pension."""
    has_platform_subsidy: bool
    contract_medical_rate: Rate
    """Own rate of the employee medical scheme under a contract."""
    employer_medical_rate: Rate
    minimum_wage: Yuan
    care_price: Rate
    """Price of treatment, 1 in the cities."""
    flexible_maternity: Rate
    """1 where flexible workers in the employee medical scheme have a maternity allowance."""
    pension_rate: float
    account_rate: float
    resident_medical_fee: float
    account_interest: float
    """Nominal, of the year."""
    resident_account_interest: float
    wage_growth: float
    """d: what carries a nominal balance into the yuan of the next year."""
    indexation: float
    debt_rate: float
    savings_growth: float
    """Of money in the bank against wages: negative, for wages grow faster than deposits."""

    @classmethod
    def of(cls, scenario: Scenario, year: int) -> Figures:
        """Look everything up.

        Raises:
            LawError: a figure is missing or not yet in force.
        """
        law = scenario.law.year(year)
        places = scenario.places

        def at(name: str) -> Yuan:
            return law.by_place(name, places)

        floor, income, wage = at("base_floor"), at("disposable_income"), at("reference_wage")
        employee = np.full(len(places), 2)
        subsidy = platform_subsidy(law, floor, np.ones(len(places), dtype=bool))
        return cls(
            law=law,
            reference_wage=wage,
            base_floor=floor,
            base_ceiling=at("base_ceiling"),
            benefit_base=at("benefit_base"),
            living_floor=at("living_floor"),
            usual_living=at("usual_living"),
            disposable_income=income,
            urban_income=at("urban_income"),
            resident_basic_pension=at("resident_basic_pension"),
            employee_medical_per_month=at("employee_medical_rate") * floor,
            employee_entry_wait=at("employee_entry_wait"),
            employee_cap=yearly_cap(law, employee, income, wage),
            resident_cap=yearly_cap(law, employee - 1, income, wage),
            platform_subsidy=subsidy,
            has_platform_subsidy=any_of(subsidy),
            contract_medical_rate=at("contract_medical_worker_rate"),
            employer_medical_rate=at("contract_medical_employer_rate"),
            minimum_wage=at("minimum_wage"),
            care_price=at("care_price"),
            flexible_maternity=at("flexible_maternity"),
            pension_rate=law.number("pension.employee.rate"),
            account_rate=law.number("pension.employee.account_rate"),
            resident_medical_fee=law.number("medical.resident.fee"),
            account_interest=law.number("pension.account_interest"),
            resident_account_interest=law.number("resident_pension.account_interest"),
            wage_growth=law.wage_growth,
            indexation=law.real_rate("pension.indexation"),
            debt_rate=law.real_rate("household.debt_rate"),
            savings_growth=law.real_rate("economy.savings_rate"),
        )
