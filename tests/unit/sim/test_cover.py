"""Medical cover by month and who pays a bill, with figures worked out by hand."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.sim.engine import Engine
from game.sim.record import BillsPaid, Record
from game.sim.social_security.cover import bonus_of_cap
from game.sim.world import World
from tests.toyland.lives import (
    changed,
    lived_year,
    month_of,
    numbers,
    planned,
    quiet,
    scenario_of,
    started,
    toyland,
)

ENGINE = toyland()
NONE, RESIDENT, EMPLOYEE = Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE


def person(scheme: Scheme, last: Scheme, broken: float = 0, age: int = 52, **more: Any) -> Lives:
    """Under a plan, having left ``last`` so many months ago."""
    lives = planned(started(ENGINE, age=age, cash=50_000), medical=scheme)
    return changed(lives, cover__scheme=last, cover__broken=broken, **more)


@pytest.mark.parametrize(
    ("scheme", "last", "broken", "covered", "why"),
    [
        (RESIDENT, RESIDENT, 0, 12, "goes on"),
        (EMPLOYEE, EMPLOYEE, 0, 12, "goes on"),
        (EMPLOYEE, RESIDENT, 0, 12, "changes scheme without a break"),
        (RESIDENT, EMPLOYEE, 0, 12, "changes scheme without a break"),
        (EMPLOYEE, EMPLOYEE, 3, 12, "a break of three months"),
        (EMPLOYEE, EMPLOYEE, 4, 9, "a longer break: the entry wait"),
        (EMPLOYEE, RESIDENT, 48, 9, "the entry wait is the same after years"),
        (RESIDENT, RESIDENT, 3, 12, "in time"),
        (RESIDENT, RESIDENT, 6, 9, "late in the same year: the fixed wait"),
        (RESIDENT, RESIDENT, 12, 8, "one year missed: 3 + 1"),
        (RESIDENT, RESIDENT, 36, 6, "three years missed: 3 + 3"),
        (RESIDENT, RESIDENT, 48, 5, "four years missed: 3 + 4, not below 6"),
        (RESIDENT, EMPLOYEE, 120, 0, "ten years missed: 3 + 10"),
        (NONE, RESIDENT, 0, 0, "left"),
    ],
)
def test_months_in_force(scheme: Scheme, last: Scheme, broken: int, covered: int, why: str) -> None:
    _, record = lived_year(ENGINE, person(scheme, last, broken))
    assert record.months_medical_covered == covered, why


def test_a_wait_longer_than_the_year_goes_on_in_the_next() -> None:
    after, _ = lived_year(ENGINE, person(RESIDENT, RESIDENT, 120))
    assert after.cover.wait == 1
    _, record = lived_year(ENGINE, after)
    assert record.months_medical_covered == 11


@pytest.mark.parametrize("seed", range(10))
def test_the_entry_wait_runs_from_the_month_after_the_event(seed: int) -> None:
    lives = planned(started(ENGINE, age=38), medical=NONE)
    lives = changed(lives, cover__scheme=RESIDENT, cover__broken=24)
    chance = Chance(seed=seed)
    after, record = lived_year(ENGINE, lives, {"officer": "both"}, chance)
    _, following = lived_year(ENGINE, after, chance=chance)
    paid = 11 - month_of(ENGINE, record, "officer")
    assert record.months_medical_paid == paid
    assert record.months_medical_covered == max(paid - 3, 0)
    assert following.months_medical_covered == 12 - max(3 - paid, 0)


def test_who_was_never_insured_waits_as_after_a_break() -> None:
    lives = planned(started(ENGINE, "seller", age=52, cash=50_000), medical=EMPLOYEE)
    _, record = lived_year(ENGINE, lives)
    assert record.months_medical_covered == 9


def test_a_break_is_counted_in_months_and_ends_with_cover() -> None:
    lives = person(NONE, RESIDENT)
    for years in (1, 2, 3):
        lives, _ = lived_year(ENGINE, lives)
        assert lives.cover.broken == 12 * years
    lives, _ = lived_year(ENGINE, planned(lives, medical=RESIDENT))
    assert numbers(lives.cover.broken, lives.cover.wait) == [0, 0]
    _, record = lived_year(ENGINE, lives)
    assert record.months_medical_covered == 12


@pytest.mark.parametrize(("months", "is_free"), [(360, True), (359, False)])
def test_thirty_years_make_cover_free_from_pension_age(months: float, is_free: bool) -> None:
    lives = person(NONE, EMPLOYEE, age=60, rights__months_medical=months)
    _, record = lived_year(ENGINE, lives)
    assert bool(record.has_free_medical[0]) is is_free
    assert record.months_medical_covered == (12 if is_free else 0)
    assert record.contribution_medical == 0


def payers(bills: BillsPaid) -> dict[str, float]:
    """Who paid how much, leaving out who paid nothing."""
    parts = {field.name: float(getattr(bills, field.name)[0]) for field in fields(BillsPaid)}
    return {name: round(yuan, 2) for name, yuan in parts.items() if yuan}


def hospital(scheme: Scheme, broken: float = 0, **more: Any) -> Record:
    """A stay of 21,000 at 42; deductible 1,000; 80 % employee, 60 − 20 % resident from afar."""
    return lived_year(ENGINE, person(scheme, scheme, broken, age=42, **more))[1]


def test_a_stay_by_scheme() -> None:
    assert payers(hospital(EMPLOYEE).bills) == {"total": 21_000, "basic": 16_000, "own": 5_000}
    assert payers(hospital(RESIDENT).bills) == {"total": 21_000, "basic": 8_000, "own": 13_000}
    assert payers(hospital(NONE).bills) == {"total": 21_000, "own": 21_000}


def test_at_home_the_resident_scheme_pays_its_full_share() -> None:
    assert payers(hospital(RESIDENT, place=1).bills)["basic"] == 12_000


def test_with_a_residence_permit_one_is_insured_where_one_lives() -> None:
    assert payers(hospital(RESIDENT, is_registered=True).bills)["basic"] == 12_000
    lives = person(RESIDENT, RESIDENT, age=49)
    registered, _ = lived_year(ENGINE, lives, {"two_doors": "register"})
    assert registered.is_registered.all()
    gone, record = lived_year(ENGINE, changed(registered, age=49), {"two_doors": "leave"})
    assert not gone.is_registered.any()
    assert numbers(gone.place, gone.job, record.place, record.job) == [1, 1, 1, 1]


def test_a_bill_in_a_waiting_month_is_ones_own() -> None:
    """Month 7 by even luck: three months of waiting are over, seven are not."""
    assert payers(hospital(RESIDENT, 6).bills)["basic"] == 8_000
    late = hospital(RESIDENT, 48)
    assert payers(late.bills) == {"total": 21_000, "own": 21_000}
    assert not late.bill_list[0].is_covered[0]


def test_assistance_pays_most_of_what_is_left_to_the_poor() -> None:
    lives = planned(person(RESIDENT, RESIDENT, age=42), pace=0.0)
    _, record = lived_year(ENGINE, changed(lives, cash=0))
    assert record.allowance > 0
    expected = {"total": 21_000, "basic": 8_000, "assistance": 9_100, "own": 3_900}
    assert payers(record.bills) == expected


@pytest.mark.parametrize(("broken", "covered"), [(0, 12), (48, 5)])
def test_a_household_on_the_allowance_is_enrolled_as_residents(broken: int, covered: int) -> None:
    """Assistance pays the fee; after a lapse the wait is the usual one. The plan stays as it is."""
    lives = changed(planned(person(NONE, RESIDENT, broken), pace=0.0), cash=0)
    after, record = lived_year(ENGINE, lives)
    assert record.allowance > 0
    assert record.contribution_medical == record.months_medical_gap == 0
    assert record.months_medical_covered == covered
    assert record.medical_scheme == RESIDENT
    assert after.plan.medical == NONE
    richer, _ = lived_year(ENGINE, changed(after, cash=20_000))
    assert richer.cover.broken == 12


def test_an_accident_on_an_order_is_paid_by_injury_cover_alone() -> None:
    _, record = lived_year(ENGINE, person(EMPLOYEE, EMPLOYEE, age=44))
    assert payers(record.bills) == {"total": 30_000, "injury": 30_000}
    assert record.lost_income_paid == pytest.approx(0.8 * 8_000)
    assert record.income == pytest.approx(8_000 * 11)


def test_where_injury_cover_is_not_in_force_the_scheme_pays() -> None:
    _, record = lived_year(ENGINE, person(EMPLOYEE, EMPLOYEE, age=44, place=1))
    assert payers(record.bills) == {"total": 30_000, "basic": 23_200, "own": 6_800}
    assert record.lost_income_paid == 0


def test_only_order_work_is_under_injury_cover() -> None:
    _, record = lived_year(ENGINE, person(NONE, NONE, age=44, job=1))
    assert payers(record.bills) == {"total": 30_000, "own": 30_000}


def test_lost_income_is_paid_for_the_accident_not_for_a_slow_season() -> None:
    lives = person(EMPLOYEE, EMPLOYEE, age=44)
    slow = changed(lives, lasting__months=0, lasting__income=1)
    slow.lasting.months[0], slow.lasting.income[0] = 5, 0.5
    _, record = lived_year(ENGINE, slow)
    assert record.income == pytest.approx(8_000 * (5 * 0.5 + 5 + 2 * 0.5))
    assert record.lost_income_paid == pytest.approx(0.8 * 8_000)


def under_a_low_cap(**cover: float) -> tuple[Lives, Record]:
    """A stay of 21,000 at home, 12,000 by the scheme, of which the cap lets 6,000 through."""
    scenario = scenario_of("toyland")
    law = quiet(scenario, medical__critical_illness__cap=0.15).world.scenario.law
    engine = Engine(world=World(scenario=replace(scenario, law=law)))
    lives = changed(person(RESIDENT, RESIDENT, age=42, place=1), **cover)
    return lived_year(engine, lives)


@pytest.mark.parametrize(
    ("in_a_row", "without_claim", "paid"),
    [(3, 0, 6_000), (4, 0, 7_000), (3, 1, 7_000), (10, 5, 7_200)],
)
def test_faithful_years_and_years_without_a_claim_raise_the_cap(
    in_a_row: float, without_claim: float, paid: float
) -> None:
    """1,000 from the fifth year on and for a year without claim; a fifth of the cap at most."""
    years = {"cover__years_resident": in_a_row, "cover__years_without_claim": without_claim}
    after, record = under_a_low_cap(**years)
    assert record.bills.by_fund == paid
    assert after.cover.years_resident == in_a_row + 1
    assert after.cover.years_without_claim == (0 if paid > 6_000 else without_claim)


def test_years_in_a_row_count_from_the_year_of_the_rule() -> None:
    cover = started(ENGINE).cover
    cap = np.array([1e6])
    assert cover.years_resident == 22
    counted = [bonus_of_cap(ENGINE.world.figures(y).law, cover, cap)[0] for y in (2026, 2029, 2035)]
    assert counted == [0, 1_000, 7_000]


def test_a_year_without_a_claim_is_kept_through_a_lapse() -> None:
    lives = person(RESIDENT, RESIDENT)
    quiet_year, _ = lived_year(ENGINE, lives)
    assert quiet_year.cover.years_without_claim == 1
    lapsed, _ = lived_year(ENGINE, planned(quiet_year, medical=NONE))
    assert numbers(lapsed.cover.years_without_claim, lapsed.cover.years_resident) == [1, 0]
    stay, record = lived_year(ENGINE, person(RESIDENT, RESIDENT, age=42))
    assert record.bills.by_fund > 0
    assert stay.cover.years_without_claim == 0
    employee, _ = lived_year(ENGINE, person(EMPLOYEE, EMPLOYEE))
    assert employee.cover.years_without_claim == 0


def test_a_liable_third_party_pays_first_and_the_scheme_the_rest() -> None:
    _, record = lived_year(ENGINE, person(EMPLOYEE, EMPLOYEE, age=46))
    expected = {"total": 20_000, "third_party": 12_000, "basic": 5_600, "own": 2_400}
    assert payers(record.bills) == expected


def test_outpatient_care_comes_every_year_by_age() -> None:
    _, record = lived_year(ENGINE, person(EMPLOYEE, EMPLOYEE))
    assert record.outpatient.total == pytest.approx(1_000 + 1_000 * 36 / 44)


def test_the_price_of_a_bill_does_not_know_the_plan() -> None:
    totals = {float(hospital(scheme).bills.total[0]) for scheme in Scheme}
    assert totals == {21_000}
