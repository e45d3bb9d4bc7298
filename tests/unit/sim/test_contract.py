"""Work by contract and by school: what the law decides in the plan's place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.core.life import Absence, Cause, Lives, Scheme
from game.play.plan_panel import months_to_wait
from game.sim.record import Record
from game.sim.social_security.by_law import prices_by_law
from game.sim.social_security.work_rights import work_rights
from game.sim.year import BillEntry, Stage
from tests.toyland.lives import CALM, changed, planned, quiet, scenario_of, started

ENGINE = quiet(scenario_of("toyland"))
JOBS = [job.id for job in ENGINE.world.scenario.jobs]
CLERK, PUPIL, COURIER = (JOBS.index(name) for name in ("clerk", "pupil", "courier"))
FIGURES = ENGINE.world.figures(2026)


def at_work(job: int, **fields: float) -> Lives:
    """The rider at 30 with other work, money in hand, no plan of his own."""
    lives = planned(started(ENGINE, age=30, job=job, cash=50_000), medical=Scheme.NONE)
    return changed(lives, **fields)


def lived(lives: Lives) -> tuple[Lives, Record]:
    return ENGINE.close_year(ENGINE.open_year(lives, CALM))


def test_under_a_contract_law_pays_in_whatever_the_plan_says() -> None:
    """Wage 6,000 at the coast, floor 5,000: base 6,000; worker 8 + 2 + 0.5 %, employer 25.5 %."""
    after, record = lived(at_work(CLERK))
    assert record.contribution_pension == pytest.approx(12 * 6_000 * 0.08)
    assert record.contribution_medical == pytest.approx(12 * 6_000 * 0.02)
    assert record.contribution_unemployment == pytest.approx(12 * 6_000 * 0.005)
    assert record.contribution_employer == pytest.approx(12 * 6_000 * (0.16 + 0.005 + 0.01 + 0.08))
    assert after.rights.months_employee == after.rights.months_medical == 12
    assert after.rights.index_sum == pytest.approx(12 * 0.6)
    interest = FIGURES.account_interest * 6.5 / 12
    assert after.rights.account_employee == pytest.approx(5_760 * (1 + interest))
    assert after.plan.pension == Scheme.NONE


def test_a_wage_below_the_floor_is_insured_at_the_floor() -> None:
    scenario = scenario_of("toyland")
    incomes = tuple(
        replace(path, yuan_per_month=(4_000.0, 0.0)) if path.id == "clerk_pay" else path
        for path in scenario.incomes
    )
    poor = quiet(replace(scenario, incomes=incomes))
    lives = planned(started(poor, age=30, job=CLERK), medical=Scheme.NONE)
    _, record = poor.close_year(poor.open_year(lives, CALM))
    assert record.contribution_pension == pytest.approx(12 * 5_000 * 0.08)


def test_contributions_are_withheld_even_from_an_empty_purse() -> None:
    _, record = lived(at_work(CLERK, cash=0))
    assert record.months_pension_employee == 12
    assert record.months_pension_gap == 0


def test_no_platform_pays_back_what_an_employer_has_withheld() -> None:
    _, record = lived(at_work(CLERK, platform_months=True))
    assert record.subsidy == 0


def test_a_shown_price_is_what_is_taken_off_the_wage() -> None:
    prices = prices_by_law(ENGINE.world, at_work(CLERK), FIGURES)
    assert prices.pension == pytest.approx(480)
    assert prices.medical == pytest.approx(6_000 * 0.025)


def test_rights_of_a_contract() -> None:
    """Sick pay 60 % of 6,000, never under 80 % of 2,000; benefit 80 % of 2,000 after a year."""
    fresh = work_rights(ENGINE.world, at_work(CLERK), FIGURES)
    assert fresh.sick_pay == 3_600
    assert fresh.unemployment == 0
    after, record = lived(at_work(CLERK))
    assert record.unemployment_right == 1_600
    assert record.unemployment_months == 12
    assert work_rights(ENGINE.world, at_work(COURIER), FIGURES).sick_pay == 0
    assert after.rights.months_unemployment == 12


def test_the_right_to_benefit_ends_with_the_contract() -> None:
    after, _ = lived(at_work(CLERK))
    free, _ = lived(changed(after, job=COURIER))
    assert free.rights.months_unemployment == 0


@pytest.mark.parametrize(
    ("factor", "months", "sick_pay"), [(0.1, 2, 6_000), (0.5, 2, 1_200), (0.1, 5, 9_000)]
)
def test_sick_pay_fills_a_cut_wage_for_three_months_at_most(
    factor: float, months: int, sick_pay: float
) -> None:
    year = ENGINE.finish(ENGINE.open_year(at_work(CLERK), CALM))
    income = np.ones((12, 1))
    income[:months] = factor
    _, record = ENGINE.close_year(replace(year, months=replace(year.months, income=income)))
    assert record.sick_pay == pytest.approx(sick_pay)
    assert record.income == pytest.approx(6_000 * (12 - months * (1 - factor)) + sick_pay)


def test_a_student_is_insured_through_the_school_and_pays_for_no_pension() -> None:
    lives = planned(at_work(PUPIL), pension=Scheme.EMPLOYEE, medical=Scheme.NONE)
    after, record = lived(lives)
    assert record.contribution_pension == 0
    assert record.months_medical_paid == 12
    assert after.plan.pension == Scheme.EMPLOYEE


def test_a_contract_does_not_ask_for_a_plan_and_its_end_does() -> None:
    assert not started(ENGINE, age=30, job=CLERK).asks_plan[0] or ENGINE.world.job_kind[CLERK] == 3


def born(lives: Lives) -> Record:
    """A birth that costs 10,000, of which 9,000 are in the catalogue (see the law of Toyland)."""
    year = ENGINE.finish(ENGINE.open_year(lives, CALM))
    entry = BillEntry(
        event=0,
        amount=np.array([10_000.0]),
        month=np.array([11]),
        cause=int(Cause.DELIVERY),
        liable=np.zeros(1),
    )
    _, record = ENGINE.close_year(replace(year, bills=(entry,), stage=Stage.DONE))
    return record


def mother(**plan: Scheme) -> Lives:
    lives = started(ENGINE, "seller", age=30, cash=50_000)
    return planned(lives, **plan)


def test_a_delivery_is_paid_by_scheme() -> None:
    share = FIGURES.law.number("medical.catalogue_share")
    contract = born(changed(mother(), job=CLERK))
    assert contract.bills.basic == pytest.approx(10_000 * share)
    insured = changed(
        mother(medical=Scheme.RESIDENT), cover__scheme=Scheme.RESIDENT, cover__broken=0
    )
    assert born(insured).bills.basic == 2_000
    assert born(mother(medical=Scheme.NONE)).bills.own == 10_000


def test_maternity_allowance_by_work_and_place() -> None:
    """90 days: 6,000 ÷ 30 × 90 under a contract; a flexible worker after a year, on the floor."""
    world = ENGINE.world
    assert work_rights(world, changed(mother(), job=CLERK), FIGURES).maternity == 18_000
    flexible = changed(
        mother(medical=Scheme.EMPLOYEE),
        cover__scheme=Scheme.EMPLOYEE,
        cover__broken=0,
        cover__months_insured=12,
    )
    assert work_rights(world, flexible, FIGURES).maternity == 15_000
    recent = changed(flexible, cover__months_insured=11)
    assert work_rights(world, recent, FIGURES).maternity == 0
    assert work_rights(world, changed(flexible, place=1), FIGURES).maternity == 0
    assert work_rights(world, changed(started(ENGINE, age=30), job=CLERK), FIGURES).maternity == 0


def test_who_can_work_no_more_draws_the_allowance_for_its_months() -> None:
    """7 years paid: 12 + 2 × 3 = 18 months of the basic part, indexed by 2 %, then nothing."""
    lives = planned(at_work(COURIER, is_disabled=True, cash=500_000), pension=Scheme.NONE)
    lives = changed(lives, rights__months_employee=84, rights__index_sum=84 * 0.6)
    amounts = []
    for _ in range(3):
        lives, record = lived(lives)
        amounts.append(float(record.disability[0]))
        assert record.income == 0
    basic = 6_000 * (1 + 0.6) / 2 * 7 * 0.01
    assert amounts[0] == pytest.approx(12 * basic, rel=1e-3)
    assert amounts[1] == pytest.approx(6 * basic * 1.02, rel=1e-3)
    assert amounts[2] == 0
    assert lives.rights.months_disability == -1


def test_missed_years_bought_back_shorten_the_wait() -> None:
    """Two years missed: 5 months to wait; bought back at 400 each: 3."""
    away = changed(
        planned(started(ENGINE, age=30, cash=50_000), medical=Scheme.RESIDENT),
        cover__scheme=Scheme.NONE,
        cover__broken=24,
    )
    _, waited = lived(away)
    after, bought = lived(changed(away, buys_back=True))
    fee = FIGURES.resident_medical_fee
    assert waited.months_medical_covered == 12 - 5
    assert bought.months_medical_covered == 12 - 3
    assert bought.contribution_back == pytest.approx(2 * fee)
    assert not after.buys_back[0]


@pytest.mark.parametrize(("insured", "covered"), [(24, 12), (23, 9)])
def test_going_over_to_the_employee_scheme_needs_two_insured_years(
    insured: float, covered: float
) -> None:
    lives = changed(
        planned(started(ENGINE, age=30, cash=50_000), medical=Scheme.EMPLOYEE),
        cover__scheme=Scheme.RESIDENT,
        cover__broken=0,
        cover__months_insured=insured,
    )
    _, record = lived(lives)
    assert record.months_medical_covered == covered


def _away(absence: Absence) -> tuple[Lives, Record]:
    """A clerk who does not work and is not paid from March to June."""
    year = ENGINE.finish(ENGINE.open_year(at_work(CLERK, rights__months_unemployment=60), CALM))
    income, why = np.ones((12, 1)), np.zeros((12, 1), dtype=np.int64)
    income[2:6], why[2:6] = 0, absence
    return ENGINE.close_year(replace(year, months=replace(year.months, income=income, absence=why)))


def test_between_two_contracts_no_employer_pays_in_and_the_count_for_benefit_restarts() -> None:
    after, record = _away(Absence.ENDED)
    assert record.months_contract == 8
    assert record.sick_pay == 0
    assert record.income == 8 * 6_000
    assert after.rights.months_unemployment == 6
    assert after.plan.pension == Scheme.NONE


def test_on_leave_the_contract_goes_on() -> None:
    """Four months of maternity leave: insured all year by law, no sick pay beside the allowance."""
    after, record = _away(Absence.LEAVE)
    assert record.months_contract == 12
    assert record.sick_pay == 0
    assert record.income == 8 * 6_000
    assert record.contribution_pension == pytest.approx(12 * 6_000 * 0.08)
    assert record.months_medical_covered == 12
    assert after.rights.months_unemployment == 72
    assert after.rights.months_employee == 12


def test_illness_without_pay_has_sick_pay_under_a_contract() -> None:
    _, record = _away(Absence.NONE)
    assert record.months_contract == 12
    assert record.sick_pay > 0


def test_what_must_be_spent_is_taken_off_before_what_one_chooses_to_spend() -> None:
    """A dearer room of 500 a month lowers the rest one lives and saves on, not savings alone."""
    lives = at_work(COURIER)
    year = ENGINE.finish(ENGINE.open_year(lives, CALM))
    spending = np.full((12, 1), 500.0)
    _, dear = ENGINE.close_year(replace(year, months=replace(year.months, spending=spending)))
    _, usual = ENGINE.close_year(year)
    assert dear.spending - usual.spending == pytest.approx(0.5 * 6_000, abs=0.02)
    assert usual.cash - dear.cash == pytest.approx(0.5 * 6_000, abs=0.02)


def test_a_student_has_no_allowance_of_his_own() -> None:
    _, student = lived(at_work(PUPIL, cash=0, plan__pace=0.1))
    _, poor = lived(at_work(COURIER, cash=0, plan__pace=0.05))
    assert student.allowance == 0
    assert poor.allowance > 0


def test_the_base_is_the_wage_really_earned() -> None:
    """At a pace of 120 % the clerk earns 7,200, and is insured on it."""
    _, record = lived(at_work(CLERK, plan__pace=1.2))
    assert record.income == pytest.approx(12 * 7_200)
    assert record.contribution_pension == pytest.approx(12 * 7_200 * 0.08)


@pytest.mark.parametrize(("insured", "months"), [(24, 0), (23, 3)])
def test_the_panel_says_the_wait_of_a_switch_as_the_engine_counts_it(
    insured: float, months: float
) -> None:
    lives = changed(
        planned(started(ENGINE, age=30), medical=Scheme.EMPLOYEE),
        cover__scheme=Scheme.RESIDENT,
        cover__broken=0,
        cover__months_insured=insured,
    )
    assert months_to_wait(ENGINE, lives) == months
