"""Contributions month by month: a living first, medical before pension, gaps at the end."""

from __future__ import annotations

from typing import Any

import pytest

from game.core.chance import Chance
from game.core.life import Scheme
from game.sim.record import Record
from tests.toyland.lives import changed, lived_year, month_of, numbers, planned, started, toyland

ENGINE = toyland()
LIVING = 12_000.0
"""A bare living of a year in the harbour."""
EMPLOYEE = {"pension": Scheme.EMPLOYEE, "medical": Scheme.EMPLOYEE}
NOBODY_PAYS = {"pension": Scheme.NONE, "medical": Scheme.NONE}


def idle(cash: float, **plan: Any) -> Record:
    """A year at 52 without work, from savings alone."""
    lives = planned(started(ENGINE, age=52, cash=cash), pace=0.0, **plan)
    return lived_year(ENGINE, lives)[1]


def test_a_living_is_set_aside_before_anything_is_paid() -> None:
    record = idle(LIVING, **EMPLOYEE)
    assert record.contributions == 0
    assert record.months_pension_gap == 12
    assert record.months_medical_gap == 12


def test_medical_is_paid_before_the_pension() -> None:
    record = idle(LIVING + 4_800 + 5_500, **EMPLOYEE)
    assert numbers(record.months_medical_paid, record.months_medical_gap) == [12, 0]
    assert numbers(record.months_pension_employee, record.months_pension_gap) == [5, 7]
    assert record.contribution_medical == 4_800
    assert record.contribution_pension == 5_000


def test_the_months_that_cannot_be_paid_are_the_last_ones() -> None:
    lives = planned(started(ENGINE, age=52, cash=LIVING + 7 * 400 + 50), pace=0.0, **EMPLOYEE)
    after, record = lived_year(ENGINE, lives)
    assert numbers(record.months_medical_paid, record.months_medical_gap) == [7, 5]
    assert record.months_medical_covered == 7
    assert record.medical_scheme == Scheme.NONE
    assert after.cover.broken == 5
    assert record.months_pension_gap == 12


def test_to_the_fen_twelve_months_are_twelve_months() -> None:
    record = idle(LIVING + 12_000, pension=Scheme.EMPLOYEE, medical=Scheme.NONE)
    assert record.months_pension_employee == 12
    record = idle(LIVING + 11_999.99, pension=Scheme.EMPLOYEE, medical=Scheme.NONE)
    assert numbers(record.months_pension_employee, record.months_pension_gap) == [11, 1]


def poor_rider(**plan: Any) -> Record:
    """Earns 18,000 after costs, owns nothing."""
    lives = planned(started(ENGINE, age=52, cash=0), pace=0.25, pension=Scheme.EMPLOYEE, **plan)
    return lived_year(ENGINE, lives)[1]


def test_never_on_credit() -> None:
    record = poor_rider()
    assert record.contribution_medical == 400
    assert record.months_pension_employee == 5
    assert record.contribution_pension == 5_000


def test_on_credit_when_the_plan_says_so() -> None:
    record = poor_rider(can_borrow=True)
    assert record.months_pension_employee == 12
    outpatient = 1_000 + 1_000 * (52 - 16) / 44
    assert record.debt == pytest.approx(12_000 + 12_000 + 400 + outpatient - 18_000, abs=0.01)


def test_resident_schemes_are_paid_once_for_the_whole_year_or_not_at_all() -> None:
    resident = {"pension": Scheme.RESIDENT, "medical": Scheme.RESIDENT}
    both = idle(LIVING + 600, **resident)
    assert numbers(both.contribution_medical, both.contribution_pension) == [400, 200]
    assert numbers(both.months_pension_resident, both.months_medical_covered) == [12, 12]
    one = idle(LIVING + 599, **resident)
    assert numbers(one.contribution_medical, one.contribution_pension) == [400, 0]
    assert numbers(one.months_pension_resident, one.months_pension_gap) == [0, 12]
    none = idle(LIVING + 399, **resident)
    assert none.months_medical_covered == 0
    assert none.months_medical_gap == 12


@pytest.mark.parametrize("seed", range(12, 24))
def test_a_resident_fee_is_paid_once_however_often_the_plan_changes(seed: int) -> None:
    """Resident, then employee, then resident again within a year."""
    lives = planned(started(ENGINE, age=50), pension=Scheme.RESIDENT, medical=Scheme.RESIDENT)
    choices = {"back_and_forth": "employee", "forth_and_back": "resident"}
    _, record = lived_year(ENGINE, lives, choices, Chance(seed=seed))
    away = month_of(ENGINE, record, "back_and_forth") + 1
    back = month_of(ENGINE, record, "forth_and_back") + 1
    months = max(min(back, 12) - away, 0)
    assert record.months_pension_employee == months
    assert record.contribution_pension == 200 + months * 1_000
    assert record.contribution_medical == 400 + months * 400
    assert record.months_pension_gap == 0
    assert record.months_medical_covered == 12


def test_private_pension_comes_last_in_whole_months() -> None:
    plan = {"pension": Scheme.EMPLOYEE, "medical": Scheme.NONE, "private_per_year": 1_200.0}
    assert idle(LIVING + 12_000 + 1_200, **plan).contribution_private == 1_200
    assert idle(LIVING + 12_000 + 350, **plan).contribution_private == 300
    assert idle(LIVING + 11_999, **plan).contribution_private == 900


@pytest.mark.parametrize(
    ("base", "yuan"), [(0.6, 5_000), (0.8, 8_000), (1.0, 10_000), (3.0, 30_000)]
)
def test_the_base_is_a_share_of_the_reference_wage_and_the_lowest_share_its_floor(
    base: float, yuan: float
) -> None:
    lives = planned(started(ENGINE, age=52, cash=1e6), pension=Scheme.EMPLOYEE, base=base)
    after, record = lived_year(ENGINE, lives)
    assert record.contribution_pension == pytest.approx(12 * 0.2 * yuan)
    assert after.rights.index_sum == pytest.approx(12 * yuan / 10_000)
    credits = 12 * 0.08 * yuan
    assert after.rights.account_employee == pytest.approx(credits * (1 + 0.03 * 6.5 / 12))


def test_an_account_earns_a_full_year_on_what_was_there() -> None:
    lives = started(ENGINE, age=52, rights__account_employee=100_000, rights__months_employee=60)
    after, _ = lived_year(ENGINE, lives)
    assert after.rights.account_employee == pytest.approx(103_000)
    paid, _ = lived_year(ENGINE, planned(lives, pension=Scheme.EMPLOYEE))
    interest = 3_000 + 4_800 * 0.03 * 6.5 / 12
    assert paid.rights.account_employee == pytest.approx(100_000 + 4_800 + interest)


def test_the_resident_account_has_the_fee_and_the_subsidy() -> None:
    lives = planned(started(ENGINE, age=52), pension=Scheme.RESIDENT, tier=1_000.0)
    after, _ = lived_year(ENGINE, changed(lives, rights__account_resident=10_000))
    assert after.rights.account_resident == pytest.approx(10_300 + 1_000 + 80)
    assert after.rights.months_resident == 12


def test_months_are_counted_where_they_were_paid() -> None:
    lives = planned(started(ENGINE, age=42), pension=Scheme.EMPLOYEE)
    after, _ = lived_year(ENGINE, lives)
    assert after.rights.months_by_place[:, 0].tolist() == [12, 0]
    assert after.rights.last_paid_by_place[:, 0].tolist() == [43 * 12, -1]
    there, _ = lived_year(ENGINE, changed(after, place=1))
    assert there.rights.months_by_place[:, 0].tolist() == [12, 12]


def test_who_joins_late_away_from_his_hukou_keeps_a_temporary_account_there() -> None:
    """State Council Office [2009] No. 66: the months count, but at the place of the hukou."""
    late, _ = lived_year(ENGINE, planned(started(ENGINE, age=52), pension=Scheme.EMPLOYEE))
    assert late.rights.months_employee == 12
    assert late.rights.months_by_place[:, 0].tolist() == [0, 12]


def test_a_year_without_pension_months_counts_as_unpaid_but_not_as_a_gap() -> None:
    after, record = lived_year(ENGINE, planned(started(ENGINE, age=52), **NOBODY_PAYS))
    assert after.rights.months_unpaid == 12
    assert record.months_pension_gap == 0


def parent(cash: float, *ages: int, **plan: Any) -> Record:
    """A year at 52 without work, with children of these ages; a living is 3,600 more for each."""
    lives = started(ENGINE, "seller", age=52, cash=cash, family__child_age=-1)
    lives.family.child_age[: len(ages), 0] = ages
    return lived_year(ENGINE, planned(lives, pace=0.0, **plan))[1]


@pytest.mark.parametrize(("spare", "insured"), [(799.99, 1), (800, 2), (399.99, 0), (5_000, 2)])
def test_the_children_are_insured_as_far_as_the_money_reaches(spare: float, insured: int) -> None:
    record = parent(LIVING + 7_200 + spare, 9, 12)
    assert record.children_insured == insured
    assert record.contribution_family == insured * 400
    assert numbers(record.dependants, record.dependants_covered) == [2, insured]
    assert record.contributions == 0


def test_own_medical_and_pension_come_before_the_children_and_they_before_private() -> None:
    plan = {"pension": Scheme.RESIDENT, "medical": Scheme.RESIDENT, "private_per_year": 1_200.0}
    record = parent(LIVING + 3_600 + 600 + 399, 9, **plan)
    assert numbers(record.contribution_family, record.contribution_private) == [0, 300]
    record = parent(LIVING + 3_600 + 600 + 400 + 99, 9, **plan)
    assert numbers(record.contribution_family, record.contribution_private) == [400, 0]


def test_sixteen_is_no_child_and_parents_have_their_own_cover() -> None:
    assert parent(LIVING + 5_000, 16).contribution_family == 0
    lives = changed(started(ENGINE, "seller", age=52, cash=1e5), family__remittance=100)
    record = lived_year(ENGINE, changed(lives, family__child_age=-1))[1]
    assert numbers(record.dependants, record.dependants_covered) == [1, 1]


def test_the_allowance_pays_for_the_children_too() -> None:
    record = parent(0.0, 9)
    assert record.allowance > 0
    assert numbers(record.children_insured, record.contribution_family) == [1, 0]


def test_fees_of_the_children_are_paid_out_of_the_purse() -> None:
    record = parent(1e5, 9)
    fixed = record.own_bills + record.spending + record.contribution_family
    assert record.cash == pytest.approx(1e5 - fixed[0], abs=0.01)


def test_the_allowance_pays_the_resident_medical_fee() -> None:
    record = idle(0.0, medical=Scheme.RESIDENT)
    assert record.allowance == LIVING
    assert record.contribution_medical == 0
    assert record.months_medical_covered == 12
