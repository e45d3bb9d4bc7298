"""Words about ten lives that were recomputed by hand: what a figure is called is what it counts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.core.life import Scheme
from game.core.text import Text, spaced
from game.play import phrases
from game.play.comparisons import choice_parts, compared_lives, luck_parts, turning_of
from game.play.luck_view import LuckView
from game.play.plan_panel import years_paid
from game.play.pricing import offered_event, priced
from game.play.recording import PlayedLife, played_life
from game.play.session import Session, new_session
from game.play.shock import OWN_CHANCE, WAITING, shock_view
from game.play.turning_points import turning_view
from game.play.views import Stage
from game.scenario.model import PlanFields
from game.scoring.compared import Affordable, compared
from game.scoring.turning_points import TurningPoint
from tests.toyland.lives import china, started
from tests.unit.play.playing import EMPLOYEE, NOTHING, RESIDENT, keeping, play_on

LI_WEI, CHEN_JING = 0, 1
PRIVATE = PlanFields(
    pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=0.8, private_per_year=3_000.0
)
LIVES = {
    "employee": (LI_WEI, 15, EMPLOYEE),
    "uninsured": (LI_WEI, 10, NOTHING),
    "resident": (CHEN_JING, 16, RESIDENT),
    "saver": (LI_WEI, 22, PRIVATE),
}


@cache
def lived(name: str) -> Session:
    profile, seed, plan = LIVES[name]
    session = new_session(china(), profile, seed)
    play_on(session, keeping(plan))
    return session


def record_of(name: str) -> PlayedLife:
    session = lived(name)
    return played_life(session.profile, session.seed, session.notes)


@cache
def points_of(name: str) -> tuple[TurningPoint, ...]:
    return turning_of(china(), record_of(name)).points


def at_age(name: str, age: int) -> Session:
    profile, seed, plan = LIVES[name]
    session = new_session(china(), profile, seed)
    play_on(session, keeping(plan), age)
    return session


def at_the_large_bill(age: int = 50) -> Session:
    """The uninsured life before a bill of more than 100,000 in its old age."""
    profile, seed, plan = LIVES["uninsured"]
    session = new_session(china(), profile, seed)
    step = keeping(plan)
    for _ in range(5_000):
        if session.stage is Stage.CARD and session.age > age:
            bill = session.card().bill
            if bill is not None and bill.total > 100_000:
                return session
        step(session)
    raise AssertionError("no large bill")


# --- bills ---------------------------------------------------------------------------------------


def test_the_share_others_paid_is_of_all_bills_and_what_nobody_paid_is_named() -> None:
    session = lived("uninsured")
    notes = session.notes
    others = sum(note.bills_paid_by_others for note in notes)
    own = sum(note.own_bills for note in notes)
    unpaid = sum(note.unpaid_bills for note in notes)
    assert unpaid > 10_000
    why = next(part.why for part in session.review().parts if part.id == "health")
    assert f"{others / (others + own + unpaid):.0%} of all bills" in why.en
    assert f"¥{unpaid:,.0f} was never paid" in why.en
    assert f"还有 {unpaid:,.0f} 元没付上" in why.zh


def test_only_the_bill_of_the_card_is_told_as_unpaid() -> None:
    session = at_the_large_bill()
    card, record = session.card(), priced(china(), session.year).record
    event = offered_event(china(), session.year)
    for k, option in enumerate(card.options):
        found = re.search(r"¥([\d,]+) of the bill cannot be paid", option.note.en)
        bills = [bill.of(k) for bill in record.bill_list if bill.event == event.index]
        own = sum(float(bill.paid.own[0]) for bill in bills if bill is not None)
        if found:
            assert 0 < int(found[1].replace(",", "")) <= own + 1


def test_a_card_without_a_bill_leaves_none_unpaid() -> None:
    session = new_session(china(), LI_WEI, 10)
    step = keeping(NOTHING)
    while session.stage is not Stage.OVER:
        if session.stage is Stage.CARD:
            card = session.card()
            if card.bill is None:
                assert all("cannot be paid" not in option.note.en for option in card.options)
        step(session)


def test_the_poor_have_medical_assistance_under_every_cover() -> None:
    """A means test passed with one insurance is passed with the other."""
    session = at_the_large_bill()
    record = priced(china(), session.year).record
    assert record.allowance[0] > 0
    view = shock_view(china(), session.year, 0)
    assert view is not None
    own = {case.label.en: case.own for case in view.cases}
    assert own["Employee medical"] < own["Resident medical"] < 0.25 * view.total
    otherwise = session.card().bill
    assert otherwise is not None
    assert f"¥{own['Employee medical']:,.0f} with employee cover" in otherwise.otherwise.en


def test_enrolled_and_waiting_is_not_nobody() -> None:
    session = at_the_large_bill()
    bill, view = session.card().bill, shock_view(china(), session.year, 0)
    assert bill is not None and view is not None
    if bill.own >= bill.total - 1:
        assert bill.headline.en.startswith("Enrolled by the community, still waiting")
        assert "等待期" in bill.headline.zh
        assert view.cases[0].label == WAITING
        assert "enrolled by the community" in session.life().plan.lines[1].note.en


def test_no_chance_is_told_of_a_birth_and_no_source_vouches_for_the_packs_own() -> None:
    births, others = 0, 0
    for profile in (1, 2):
        session = new_session(china(), profile, 12)
        step = keeping(EMPLOYEE)
        while session.stage is not Stage.OVER and session.age < 60:
            view = shock_view(china(), session.year, 0) if session.stage is Stage.CARD else None
            if view is not None and "baby" in session.card().event_id:
                births += 1
                assert "people like you" not in view.frequency.en
            elif view is not None and "people like you each year" in view.frequency.en:
                others += 1
                assert view.source == OWN_CHANCE
            step(session)
    assert others


# --- turning points ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["employee", "uninsured", "resident"])
def test_points_and_pensions_are_told_with_when_they_begin(name: str) -> None:
    points = points_of(name)
    assert points
    view = turning_view(china().world, turning_of(china(), record_of(name)))
    for point, shown in zip(points, view.points, strict=True):
        if point.leads_with_years:
            continue
        if abs(point.score) >= 0.05:
            assert f"{abs(point.score):.1f} points" in shown.effect.en
        here, there = point.claimed_at
        if "a month from" in shown.effect.en and here and there and here != there:
            assert re.search(r"\d+ years? (earlier|later)", shown.effect.en)
            assert re.search(r"[早晚]领 \d+ 年", shown.effect.zh)
        if "less in own bills" in shown.effect.en and point.own_bills < 0:
            assert point.unpaid < 1_000 and point.refused <= 0


def test_a_pension_without_medical_insurance_is_named() -> None:
    """Where joining the pension alone scores below joining nothing."""
    named = [point for point in points_of("uninsured") if point.pension_alone == (False, True)]
    assert named
    view = turning_view(china().world, turning_of(china(), record_of("uninsured")))
    others = [each.other for each in view.points]
    assert sum("a pension and no medical insurance" in other.en for other in others) == len(named)
    assert sum("只有养老、没有医保" in other.zh for other in others) == len(named)
    labels = [
        choice.label.en
        for event in china().world.scenario.events
        for choice in event.choices
        if "mployee scheme" in choice.label.en
    ]
    assert labels == [], "an option that joins the pension alone must not say scheme"


# --- compared ------------------------------------------------------------------------------------


def test_rows_that_are_the_players_own_are_left_out() -> None:
    life = record_of("uninsured")
    rows = compared_lives(china(), life, compared(china(), life.recorded))
    assert [row.id for row in rows] == ["you", "resident", "employee_lowest"]


def test_the_highest_base_says_when_even_the_lowest_is_too_much() -> None:
    life = record_of("resident")
    rows = compared(china(), life.recorded)
    for share, words in ((0.833, "even that misses months in 1 in 6 lucks"), (0.95, "the highest")):
        found = Affordable(base=0.6, is_lowest=True, share_without_gap=share)
        shown = {row.id: row for row in compared_lives(china(), life, rows, found)}
        assert words in shown["employee_lowest"].label.en
        assert "highest_affordable" not in shown


def test_under_a_contract_no_base_is_the_highest_one_could_keep_paying() -> None:
    session = lived("employee")
    notes = [replace(note, months_contract=12) for note in session.notes]
    life = played_life(session.profile, session.seed, notes)
    parts = list(choice_parts(china(), life, lucks=5))
    assert len(parts) == 2, "turning points, and the comparison without a base"


def test_a_life_that_ended_young_says_that_length_is_not_scored() -> None:
    young, old = (
        next(part for part in luck_parts(china(), record_of(name), 5))
        for name in ("saver", "employee")
    )
    assert isinstance(young, LuckView) and isinstance(old, LuckView)
    assert lived("saver").notes[-1].age < 63
    assert (young.has_old_age, old.has_old_age) == (False, True)


# --- the panel -----------------------------------------------------------------------------------


def test_the_private_pension_that_is_paid_stands_in_the_panel() -> None:
    session = at_age("saver", 30)
    line = session.life().plan.lines[2]
    account = float(session.opened.rights.account_private[0])
    assert line.note.en == f"¥3,000 a year · ¥{account:,.0f} in the account"
    assert line.note.zh == f"每年存 3,000 元 · 账户里 {account:,.0f} 元"
    assert at_age("employee", 30).life().plan.lines[2].note == phrases.PRIVATE_NONE


def test_paid_years_name_their_scheme() -> None:
    lives = started(china(), age=40)
    rights = replace(
        lives.rights, months_employee=np.array([96.0]), months_resident=np.array([84.0])
    )
    told = years_paid(replace(lives, rights=rights))
    assert told == Text("employee years: 8 · resident years: 7", "职工 8 年 · 居民 7 年")
    assert years_paid(lives) == phrases.YEARS_NONE


def test_a_pension_in_payment_is_said_to_fall_behind_wages() -> None:
    session = at_age("employee", 70)
    assert china().world.figures(session.opened.year).indexation < 0
    assert session.life().plan.lines[0].note == phrases.NOTE_DRAWN_SLOWER


def test_years_at_work_are_not_fewer_than_paid_years() -> None:
    profile = CHEN_JING
    start = started(china(), "female_worker")
    before = int(start.rights.months_employee[0] + start.rights.months_resident[0]) // 12
    assert before > 0
    session = lived("resident")
    worked = sum(note.income > 0 for note in session.notes)
    assert session.profile == profile
    assert f"{worked + before} years at work" in session.review().subtitle.en


def test_a_rib_that_never_applied_says_so() -> None:
    grey = [rib for rib in lived("employee").review().umbrella.ribs if not rib.applies]
    assert [rib.id for rib in grey if rib.id == "maternity"]
    assert all(rib.reason == phrases.NEVER_APPLIED for rib in grey)
    old = at_age("uninsured", 80)
    reasons = {rib.id: rib.reason for rib in old.life().umbrella.ribs}
    assert reasons["old_age"] == phrases.NO_PENSION_DRAWN


def test_tax_that_contributions_save_is_no_gain() -> None:
    session = new_session(china(), LI_WEI, 10)
    step, seen = keeping(NOTHING), 0
    while session.stage is not Stage.OVER:
        if session.stage is Stage.CARD:
            for option in session.card().options:
                seen += option.per_month_change > 0
                if option.per_month_change > 0 and option.parts.paid == option.parts.bill == 0:
                    assert not 0 < option.yuan_now < 100
        step(session)
    assert seen


# --- Chinese -------------------------------------------------------------------------------------


def test_money_in_chinese_is_set_by_one_rule() -> None:
    assert spaced("一共大约30,707 元") == "一共大约 30,707 元"
    assert spaced("53,989 元 全靠自己") == "53,989 元全靠自己"
    assert spaced("少−400 元，多 +3 元 了") == "少 −400 元，多 +3 元了"
    filled = phrases.BILL_OWN.filled({"total": 53_989})
    assert filled.zh == "没有别人来付：53,989 元全靠自己"
