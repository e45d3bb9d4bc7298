"""Who pays a bill, and when cover begins: worked examples and what must always hold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.life import Scheme, Sex
from game.rules.law import Law, YearLaw
from game.rules.medical import (
    Settlement,
    cap_bonus,
    employee_waiting_months,
    has_free_cover,
    has_switching_grace,
    hospital_share,
    months_short_for_free_cover,
    outpatient_cost,
    outpatient_share,
    price_of_missed_years,
    resident_waiting_months,
    settle_bill,
    yearly_cap,
)

INCOME = 43377.0
WAGE = 8433.0


def settled(now: YearLaw, bill: float, scheme: int, **changes: Any) -> Settlement:
    """One bill, in the catalogue and at home unless said otherwise."""
    codes = np.array([scheme])
    is_away = np.array([changes.pop("is_away", False)])
    cap = yearly_cap(now, codes, np.array([INCOME]), np.array([WAGE]))
    given_to_law: dict[str, Any] = {
        "bill": np.array([bill]),
        "scheme": codes,
        "is_covered": np.array([True]),
        "share": hospital_share(now, codes, is_away),
        "cap": cap,
        "disposable_income": np.array([INCOME]),
        "catalogue_share": 1.0,
    }
    return settle_bill(now, **(given_to_law | changes))


@pytest.mark.parametrize(
    ("scheme", "own"), [(Scheme.RESIDENT, 3400), (Scheme.EMPLOYEE, 1590), (Scheme.NONE, 10000)]
)
def test_a_stay_of_ten_thousand(now: YearLaw, scheme: Scheme, own: float) -> None:
    assert settled(now, 10000, scheme).own == pytest.approx(own)


def test_without_cover_in_the_month_the_bill_is_ones_own(now: YearLaw) -> None:
    parts = settled(now, 10000, Scheme.EMPLOYEE, is_covered=np.array([False]))
    assert [*parts.basic, *parts.own] == [0, 10000]


def test_what_is_outside_the_catalogue_nobody_pays_back(now: YearLaw) -> None:
    parts = settled(now, 10000, Scheme.RESIDENT, catalogue_share=0.87)
    assert parts.basic == pytest.approx(8700 * 0.66)
    assert parts.own == pytest.approx(10000 - 8700 * 0.66)


def test_away_from_home_without_referral_twenty_points_less(now: YearLaw) -> None:
    assert settled(now, 10000, Scheme.RESIDENT, is_away=True).own == pytest.approx(5400)


def test_in_an_emergency_ten_points_less(now: YearLaw) -> None:
    """10,000 away from home: 66 − 10 = 56 % paid, 20 points off unless it is urgent."""
    scheme, away = np.full(3, Scheme.RESIDENT), np.array([True, True, False])
    urgent = np.array([True, False, True])
    assert hospital_share(now, scheme, away, urgent) == pytest.approx([0.56, 0.46, 0.66])


def test_injury_cover_pays_alone(now: YearLaw) -> None:
    parts = settled(
        now,
        20000,
        Scheme.EMPLOYEE,
        catalogue_share=0.9,
        is_injury_covered=np.array([True]),
        third_party_share=0.5,
        is_assisted=True,
    )
    assert [*parts.injury, *parts.own] == pytest.approx([18000, 2000])
    assert parts.third_party + parts.basic + parts.critical_illness + parts.assistance == 0


def test_the_third_party_comes_before_the_fund(now: YearLaw) -> None:
    parts = settled(now, 10000, Scheme.RESIDENT, third_party_share=0.7)
    assert parts.third_party == pytest.approx(7000)
    assert parts.basic == pytest.approx(3000 * 0.66)
    unpaid = settled(now, 10000, Scheme.RESIDENT, third_party_share=0.0)
    assert unpaid.basic == pytest.approx(6600), "where he does not pay, the fund advances it"


def test_critical_illness_above_half_a_years_income(now: YearLaw) -> None:
    parts = settled(now, 100000, Scheme.RESIDENT)
    own_before = 34000 - INCOME / 2
    assert parts.critical_illness == pytest.approx(0.6 * own_before)
    assert settled(now, 100000, Scheme.EMPLOYEE).critical_illness == 0


def test_the_threshold_is_met_once_a_year(now: YearLaw) -> None:
    whole = settled(now, 150000, Scheme.RESIDENT)
    first = settled(now, 90000, Scheme.RESIDENT)
    second = settled(
        now, 60000, Scheme.RESIDENT, counted_before=first.counted, fund_before=first.by_fund
    )
    for name in ("basic", "critical_illness", "own"):
        assert getattr(first, name) + getattr(second, name) == pytest.approx(getattr(whole, name))


def test_the_cap_counts_both_payments(now: YearLaw) -> None:
    parts = settled(now, 1_000_000, Scheme.RESIDENT)
    assert parts.by_fund == pytest.approx(6 * INCOME)
    late = settled(now, 50_000, Scheme.RESIDENT, fund_before=6 * INCOME)
    assert [*late.by_fund, *late.own] == [0, 50_000]
    assert settled(now, 2_000_000, Scheme.EMPLOYEE).basic == pytest.approx(6 * 12 * WAGE)


def test_above_the_employee_cap_the_supplement_pays(now: YearLaw) -> None:
    """Cap 6 · 12 · 8,433 = 607,176, the fund's 84.1 % of 721,969 in the catalogue.

    Of a bill of 821,969 the 100,000 beyond it are paid at 80 %; 300,000 a year at most.
    """
    cap = 6 * 12 * WAGE
    parts = settled(now, cap / 0.841 + 100_000, Scheme.EMPLOYEE)
    assert [*parts.basic, *parts.critical_illness] == pytest.approx([607_176, 80_000])
    most = settled(now, 3_000_000, Scheme.EMPLOYEE)
    assert most.critical_illness == pytest.approx(300_000)
    rest = settled(now, 100_000, Scheme.EMPLOYEE, fund_before=cap + 290_000)
    assert [*rest.basic, *rest.critical_illness, *rest.own] == pytest.approx([0, 10_000, 90_000])


def test_the_supplement_is_the_same_in_one_bill_or_two(now: YearLaw) -> None:
    whole = settled(now, 900_000, Scheme.EMPLOYEE)
    first = settled(now, 750_000, Scheme.EMPLOYEE)
    second = settled(now, 150_000, Scheme.EMPLOYEE, fund_before=first.by_fund)
    for name in ("basic", "critical_illness", "own"):
        assert getattr(first, name) + getattr(second, name) == pytest.approx(getattr(whole, name))


def test_assistance_takes_seventy_per_cent_of_what_is_left(now: YearLaw) -> None:
    parts = settled(now, 10000, Scheme.RESIDENT, is_assisted=np.array([True]))
    assert parts.assistance == pytest.approx(0.7 * 3400)
    assert parts.own == pytest.approx(0.3 * 3400)


@given(
    bill=st.floats(0, 2e6),
    scheme=st.sampled_from(Scheme),
    is_covered=st.booleans(),
    is_injury=st.booleans(),
    third=st.floats(0, 1),
    catalogue=st.floats(0, 1),
    is_assisted=st.booleans(),
    is_away=st.booleans(),
    counted=st.floats(0, 1e5),
    fund=st.floats(0, 4e5),
)
def test_the_parts_sum_to_the_bill(
    now: YearLaw,
    bill: float,
    scheme: Scheme,
    is_covered: bool,
    is_injury: bool,
    third: float,
    catalogue: float,
    is_assisted: bool,
    is_away: bool,
    counted: float,
    fund: float,
) -> None:
    parts = settled(
        now,
        bill,
        scheme,
        is_covered=np.array([is_covered]),
        is_injury_covered=np.array([is_injury]),
        third_party_share=third,
        catalogue_share=catalogue,
        is_assisted=np.array([is_assisted]),
        is_away=is_away,
        counted_before=counted,
        fund_before=fund,
    )
    payers = np.array(parts[:6])
    assert (payers >= 0).all()
    assert payers.sum() == pytest.approx(bill, abs=0.005)


@given(bill=st.floats(0, 1e6), share=st.floats(0, 0.9))
def test_a_higher_share_never_costs_more(now: YearLaw, bill: float, share: float) -> None:
    low = settled(now, bill, Scheme.RESIDENT, share=np.array([share])).own
    high = settled(now, bill, Scheme.RESIDENT, share=np.array([share + 0.1])).own
    assert high <= low + 0.005


@pytest.mark.parametrize(
    ("missed", "bought", "is_late", "months"),
    [
        (0, 0, False, 0),
        (0, 0, True, 3),
        (1, 0, False, 4),
        (1, 0, True, 4),
        (2, 0, False, 5),
        (3, 0, False, 6),
        (4, 0, False, 7),
        (1, 1, False, 3),
        (2, 1, False, 4),
        (2, 9, False, 3),
        (4, 1, False, 6),
        (4, 4, False, 6),
        (6, 1, False, 8),
    ],
)
def test_waiting_in_the_resident_scheme(
    now: YearLaw, missed: int, bought: int, is_late: bool, months: int
) -> None:
    found = resident_waiting_months(
        now, np.array([float(missed)]), np.array([float(bought)]), np.array([is_late])
    )
    assert found == months


def test_missed_years_are_bought_back_at_the_present_fee(now: YearLaw) -> None:
    """Two missed years cost 2 · 400 and take the wait from 5 months to 3."""
    years = np.array([0.0, 2])
    assert price_of_missed_years(now, years).tolist() == [0, 800]
    waits = [
        resident_waiting_months(now, np.array([2.0]), np.array([bought]), np.array([False]))[0]
        for bought in (0.0, 2.0)
    ]
    assert waits == [5, 3]


def test_switching_schemes_without_a_wait(now: YearLaw) -> None:
    """After 24 insured months and a break of 3 at most."""
    insured, broken = np.array([24.0, 24, 23, 60]), np.array([3.0, 4, 0, 0])
    assert has_switching_grace(now, insured, broken).tolist() == [True, False, False, True]


def test_waiting_on_entry_into_the_employee_scheme(now: YearLaw) -> None:
    uncovered = np.array([0.0, 3, 4, 999])
    wait = employee_waiting_months(now, np.array([3.0]), uncovered)
    assert wait.tolist() == [0, 0, 3, 3]


def test_whom_an_employer_enrols_does_not_wait(now: YearLaw) -> None:
    uncovered, is_contract = np.array([999.0, 999]), np.array([True, False])
    wait = employee_waiting_months(now, np.array([3.0]), uncovered, is_contract)
    assert wait.tolist() == [0, 3]


def test_free_cover_in_retirement(now: YearLaw) -> None:
    sex = np.array([Sex.MALE, Sex.MALE, Sex.FEMALE, Sex.FEMALE])
    months = np.array([360.0, 300, 300, 299])
    assert has_free_cover(now, sex, months).tolist() == [True, False, True, False]
    assert months_short_for_free_cover(now, sex, months).tolist() == [0, 60, 0, 1]


def test_missing_months_for_free_cover_at_once(now: YearLaw) -> None:
    """Five missing years at 275 a month, the rate of Hefei in 2026: 16,500."""
    missing = months_short_for_free_cover(now, np.array([Sex.MALE]), np.array([300.0]))
    assert missing * 275 == 16_500


def test_the_bonus_of_faithful_years(now: YearLaw) -> None:
    years, free = np.array([4.0, 5, 10, 60]), np.array([0.0, 0, 2, 60])
    bonus = cap_bonus(now, years, free, np.array([260000.0]))
    assert bonus.tolist() == [0, 1000, 8000, 52000]


def test_outpatient_shares(now: YearLaw) -> None:
    """At least half in the employee scheme, more in retirement; retired residents have no more."""
    scheme = np.array([Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE, Scheme.EMPLOYEE])
    is_retired = np.array([True, True, False, True])
    none, resident, at_work, retired = outpatient_share(now, scheme, is_retired).tolist()
    assert (none, resident) == (0, now.number("medical.resident.outpatient_share"))
    assert 0 < resident < 0.5 <= at_work < retired < 1


def test_yearly_cost_a_head_is_near_the_published_one(now: YearLaw) -> None:
    """Published for the employee scheme, 2025: 2,881 at work, 9,614 in retirement."""
    ages = np.arange(20, 86)
    stay = now.table("hospital_stay_men").at(ages)
    cost = outpatient_cost(now, ages.astype(float)) + stay * now.number("medical.mean_bill")
    assert cost[ages < 63].mean() == pytest.approx(2881, rel=0.25)
    assert cost[ages >= 63].mean() == pytest.approx(9614, rel=0.25)


def test_treatment_grows_dearer_than_wages(law: Law) -> None:
    assert law.year(2026).medical_price_growth == pytest.approx(1.048 / 1.040396 - 1)
    assert law.year(2036).medical_price_level == pytest.approx((1.048 / 1.040396) ** 10)
