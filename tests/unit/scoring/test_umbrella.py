"""The nine ribs, each worked out by hand from the round figures of the small country."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.life import RIBS, Lives, Scheme
from game.scoring.umbrella import Umbrella, umbrella
from game.scoring.yardsticks import yardsticks
from tests.toyland.lives import changed, lived_year, planned, started, toyland

ENGINE = toyland()
WORLD = ENGINE.world
NONE, RESIDENT, EMPLOYEE = Scheme.NONE, Scheme.RESIDENT, Scheme.EMPLOYEE
NEED = 3 * 0.45 * 8_000
"""Three months of 45 % of the courier's income."""
LEAVE = 0.45 * 4_000 * 98 / 30
"""98 days of 45 % of the shop helper's usual income."""
OLD = 0.4 * 10_000
"""40 % of the reference wage of the harbour, a month."""
TWENTY_YEARS: dict[str, Any] = {
    "rights__months_employee": 240,
    "rights__index_sum": 120,
    "rights__account_employee": 96_000,
    "rights__months_by_place": [[240.0], [0.0]],
    "rights__last_paid_by_place": [[620.0], [-1.0]],
}


def ribs_of(lives: Lives) -> tuple[Umbrella, float]:
    """The ribs of a quiet year and the savings at its end."""
    after, record = lived_year(ENGINE, lives)
    figures = WORLD.figures(record.year)
    yard = yardsticks(WORLD, figures, lives, record)
    return umbrella(WORLD, figures, lives, record, after, yard), float(record.cash[0])


def rider(age: int = 52, medical: Scheme = EMPLOYEE, cash: float = 0, **more: Any) -> Lives:
    lives = planned(started(ENGINE, age=age, cash=cash), medical=medical)
    return changed(lives, cover__scheme=medical, **more)


def rib(name: str, lives: Lives) -> tuple[float, float, bool]:
    """Solid, hatched and whether it applies."""
    found, _ = ribs_of(lives)
    row = RIBS.index(name)
    return (
        float(found.solid[row, 0]),
        float(found.hatched[row, 0]),
        bool(found.applies[row, 0]),
    )


def solid(name: str, lives: Lives) -> float:
    part, _, applies = rib(name, lives)
    assert applies
    return part


# 15 bills of mean 10,000, all above the deductible of 1,000: nine tenths of them count.


def test_medical_is_the_expected_share_of_a_stay_over_eighty_per_cent() -> None:
    assert solid("medical", rider()) == pytest.approx(0.9)
    assert solid("medical", rider(medical=RESIDENT)) == pytest.approx((0.6 - 0.2) * 0.9 / 0.8)
    assert solid("medical", rider(medical=RESIDENT, place=1)) == pytest.approx(0.6 * 0.9 / 0.8)
    assert solid("medical", rider(medical=NONE)) == 0


def test_months_in_waiting_are_months_without_cover() -> None:
    waiting = rider(cover__broken=12)
    assert solid("medical", waiting) == pytest.approx(0.9 * 9 / 12)


def test_sickness_and_unemployment_are_savings_alone_one_after_the_other() -> None:
    found, cash = ribs_of(rider())
    by_name = dict(zip(RIBS, found.hatched[:, 0].tolist(), strict=True))
    assert cash > NEED
    assert by_name["sickness"] == 1
    assert by_name["unemployment"] == pytest.approx(min(1, (cash - NEED) / NEED))
    assert found.solid[[1, 2], 0].tolist() == [0, 0]
    poor, little = ribs_of(rider(plan__pace=0.4))
    assert 0 < little < 0.4 * NEED
    assert poor.hatched[1, 0] == pytest.approx(little / (0.4 * NEED))
    assert poor.hatched[2, 0] == 0


def test_old_age_is_the_right_earned_so_far() -> None:
    assert solid("old_age", rider()) == 0
    basic, account = 10_000 * 0.75 * 20 * 0.01, 96_000 * 1.03 / 120
    assert solid("old_age", rider(**TWENTY_YEARS)) == pytest.approx((basic + account) / OLD)


def test_a_young_right_is_held_against_a_young_career() -> None:
    lives = rider(age=29, rights__months_employee=60, rights__index_sum=30)
    assert solid("old_age", lives) == pytest.approx(10_000 * 0.75 * 5 * 0.01 / (OLD * 10 / 30))


def test_a_resident_right_counts_by_its_years_before_they_are_enough() -> None:
    lives = rider(rights__months_resident=90, rights__account_resident=12_000)
    assert solid("old_age", lives) == pytest.approx((200 * 0.5 + 12_360 / 120) / OLD)


def test_savings_stand_in_for_old_age_over_the_years_left() -> None:
    _, hatched, _ = rib("old_age", rider(cash=600_000))
    left = WORLD.years_left[0, 52]
    assert hatched == pytest.approx(600_000 / (12 * left) / OLD)
    strong, rest, _ = rib("old_age", rider(cash=3_000_000, **TWENTY_YEARS))
    assert strong + rest == pytest.approx(1)


def test_after_the_claim_old_age_is_the_pension_in_payment() -> None:
    lives = rider(age=60, **TWENTY_YEARS)
    lives.rights.months_by_place[0] = 240
    lives.rights.last_paid_by_place[0] = 720
    assert solid("old_age", lives) == pytest.approx((1_500 + 800) / OLD)
    for name in ("sickness", "unemployment", "invalidity"):
        assert not rib(name, lives)[2]


def test_injury_is_the_share_of_hours_on_an_order() -> None:
    assert solid("injury", rider()) == pytest.approx(0.85)
    assert solid("injury", rider(place=1)) == 0
    assert solid("injury", rider(job=1)) == 0
    assert not rib("injury", rider(age=61))[2]


@pytest.mark.parametrize(
    ("child", "expected", "applies"), [(2, 1.0, True), (5, 0.5, True), (16, 0.0, False)]
)
def test_family_is_money_and_cover_of_the_children(
    child: int, expected: float, applies: bool
) -> None:
    lives = changed(started(ENGINE, "seller"), family__child_age=-1)
    lives.family.child_age[0] = child
    part, hatched, does_apply = rib("family", lives)
    assert part == pytest.approx(expected)
    assert (hatched, does_apply) == (0, applies)
    assert not rib("family", rider())[2]


def test_money_for_one_small_child_of_two_is_half_the_money() -> None:
    lives = changed(started(ENGINE, "seller"), family__child_age=-1)
    lives.family.child_age[:2, 0] = [2, 9]
    assert solid("family", lives) == pytest.approx(0.5 * 0.5 + 0.5)
    lives = planned(changed(lives, cash=12_000 * 1.6 + 400), pace=0.0)
    lives.family.child_age[:2, 0] = [9, 12]
    assert solid("family", lives) == pytest.approx(0.5 * 0.5)


def test_maternity_applies_to_women_until_forty_five() -> None:
    def woman(age: int, medical: Scheme) -> Lives:
        lives = planned(started(ENGINE, "seller", age=age, cash=50_000), medical=medical)
        return changed(lives, cover__scheme=medical, cover__broken=0)

    uninsured, hatched, applies = rib("maternity", woman(30, NONE))
    assert (uninsured, applies) == (0, True)
    assert hatched == 1
    assert LEAVE < 6_000 / 30 * 90, "the allowance on the lowest base is more than is needed"
    assert solid("maternity", woman(30, EMPLOYEE)) == 1
    assert solid("maternity", changed(woman(30, EMPLOYEE), place=1)) == 0.5
    assert solid("maternity", woman(30, RESIDENT)) == pytest.approx(0.5 * 2_000 / 8_000)
    assert rib("maternity", woman(45, NONE))[2]
    assert not rib("maternity", woman(46, NONE))[2]
    assert not rib("maternity", rider(age=30))[2]


def test_invalidity_by_months_paid_and_years_to_go() -> None:
    assert solid("invalidity", rider()) == 0
    basic = 10_000 * 0.75 * 20 * 0.01
    assert solid("invalidity", rider(**TWENTY_YEARS)) == pytest.approx(basic / OLD)
    near = rider(age=56, **TWENTY_YEARS)
    assert solid("invalidity", near) == pytest.approx((basic + 96_000 * 1.03 / 120) / OLD)
    in_harbour = {name: TWENTY_YEARS[name] for name in TWENTY_YEARS if "place" in name}
    few = rider(rights__months_employee=96, rights__index_sum=48, **in_harbour)
    amount, months = 10_000 * 0.75 * 8 * 0.01 / OLD, 12 + 3 * 3
    assert solid("invalidity", few) == pytest.approx(amount * months / 84)


def clerk(age: int = 40, **more: Any) -> Lives:
    """Under a contract for 6,000 a month, after so many years in unemployment insurance."""
    lives = changed(started(ENGINE, age=age, cash=0), job=2, place=0)
    return changed(lives, **{"rights__months_unemployment": 24, **more})


def test_a_contract_fills_ribs_without_being_a_choice() -> None:
    need = 3 * 0.45 * 6_000
    found, cash = ribs_of(clerk())
    by_name = dict(zip(RIBS, found.solid[:, 0].tolist(), strict=True))
    assert by_name["sickness"] == 1, "60 % of the wage is more than 45 %"
    assert by_name["injury"] == pytest.approx(0.85)
    benefit = 0.8 * 2_000
    assert by_name["unemployment"] == pytest.approx(3 * benefit / need)
    hatched = dict(zip(RIBS, found.hatched[:, 0].tolist(), strict=True))
    assert hatched["sickness"] == 0
    assert hatched["unemployment"] == pytest.approx(min(1 - 3 * benefit / need, cash / need))


def test_savings_an_illness_does_not_need_stand_in_for_a_lost_job() -> None:
    """Sick pay leaves the savings to the rib of unemployment, which follows."""
    without = rider(plan__savings=0.0, cash=NEED)
    found, cash = ribs_of(without)
    left = max(0.0, cash - NEED) / NEED
    assert found.hatched[2, 0] == pytest.approx(min(1, left))


def test_maternity_under_a_contract_is_the_bill_and_the_wage() -> None:
    lives = changed(clerk(30), profile=1, cover__scheme=EMPLOYEE, cover__broken=0)
    assert solid("maternity", lives) == 1


def test_the_allowance_of_the_disabled_is_the_one_in_payment() -> None:
    drawn = rider(is_disabled=True, rights__pension_disability=1_000, rights__months_disability=48)
    found, _ = ribs_of(changed(drawn, rights__months_employee=240))
    assert found.applies[7, 0]
    assert 0 < found.solid[7, 0] <= 0.25
    assert not found.applies[1, 0], "who cannot work has no wage to lose"


def test_survivors_by_what_a_death_would_leave() -> None:
    lives = rider(rights__months_employee=120, rights__account_employee=50_000)
    found, cash = ribs_of(lives)
    left, need = 51_500 + 10_000 + 45_000, OLD * 60
    assert found.solid[8, 0] == pytest.approx(left / need)
    assert found.hatched[8, 0] == pytest.approx(min(cash / need, 1 - left / need))
    child = changed(started(ENGINE, "seller"), rights__months_employee=120)
    account = float(child.rights.account_employee[0]) * 1.03
    assert solid("survivors", child) == pytest.approx((55_000 + account) / (OLD * 14 * 12))


def test_survivors_apply_to_who_leaves_somebody() -> None:
    alone = rider(family__remittance=0)
    assert not rib("survivors", alone)[2]
    assert rib("survivors", changed(alone, family__has_partner=True))[2]
    assert not rib("survivors", rider(family__mother_age=0, family__father_age=0))[2]


def test_the_hub_counts_ribs_that_hold_among_those_that_apply() -> None:
    found = Umbrella(
        solid=np.array([[0.5], [0.49], [1.0], [0.9]]),
        hatched=np.array([[0.0], [0.51], [0.0], [0.0]]),
        applies=np.array([[True], [True], [True], [False]]),
    )
    assert found.held(WORLD.scenario.scoring["rib_holds"]) == 2


def test_solid_and_hatched_never_exceed_the_whole_and_what_does_not_apply_is_empty() -> None:
    for lives in (rider(cash=5e6, **TWENTY_YEARS), started(ENGINE, "seller"), rider(age=75)):
        found, _ = ribs_of(lives)
        assert found.solid.shape == (9, 1)
        assert ((found.solid >= 0) & (found.hatched >= 0)).all()
        assert (found.solid + found.hatched <= 1 + 1e-12).all()
        assert (found.solid + found.hatched)[~found.applies].sum() == 0


def test_the_dead_have_no_umbrella() -> None:
    found, _ = ribs_of(changed(rider(), is_alive=False))
    assert not found.applies.any()
