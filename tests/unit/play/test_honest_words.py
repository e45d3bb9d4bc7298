"""What is said of a life agrees with the law it lives under and with the other screens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.core.arrays import columns
from game.core.life import Cause, Scheme, Work
from game.play import phrases
from game.play.comparisons import luck_parts
from game.play.forecast import today_of
from game.play.luck_view import LuckView
from game.play.notes import StormNote, YearNote
from game.play.outlook import outlook, outlook_line, outlook_view, with_plan
from game.play.pricing import bill_view, own_part_by_scheme
from game.play.recording import played_life
from game.play.reviewing import _storm
from game.play.ribbon import ribbon
from game.play.session import Session, new_session
from game.play.twins import AS_LIVED, BY_CHOICE, YOU, TwinsQuestion, twin_plan, twin_story
from game.play.views import OptionView, Stage
from game.play.year_lines import year_lines
from game.rules.maternity import delivery_paid
from game.scenario.model import PlanFields
from game.scoring.forecast import forecasts
from game.sim.record import BillRecord, BillsPaid
from game.sim.social_security.by_law import employer_share, is_bound
from tests.toyland.lives import changed, china, planned, started
from tests.unit.play.playing import (
    EMPLOYEE,
    NOTHING,
    RESIDENT,
    keeping,
    play_on,
    played,
    resumed,
    state_of,
    where,
)


def profile_of(name: str) -> int:
    return [who.id for who in china().world.scenario.profiles].index(name)


def in_the_shop(seed: int = 3, age: int = 33) -> Session:
    """Chen Jing under a contract, in a year in which nothing waits for an answer."""
    engine = china()
    job = int(np.flatnonzero(engine.world.job_kind == Work.CONTRACT)[0])
    lives = started(engine, "female_worker", age=age, job=job, asks_plan=False)
    session = Session(
        engine=engine,
        profile=profile_of("female_worker"),
        seed=seed,
        opened=lives,
        has_been_asked=True,
    )
    step = keeping(session.plan)
    while session.stage is not Stage.YEAR or not is_bound(engine.world, session.year.lives)[0]:
        step(session)
    return session


def on_the_allowance(seed: int = 1) -> Session:
    """Old, without a plan, without money."""
    engine = china()
    lives = started(engine, "student", age=85, cash=0, is_retired=True, asks_plan=False)
    lives = planned(lives, pension=Scheme.NONE, medical=Scheme.NONE)
    return Session(engine=engine, profile=profile_of("student"), seed=seed, opened=lives)


# --- under a contract --------------------------------------------------------------------------


def test_ribs_of_a_contract_speak_of_the_employer() -> None:
    session = in_the_shop()
    session.close_year()
    play_on(session, keeping(session.plan), session.age + 1)
    reasons = {rib.id: rib.reason for rib in session.life().umbrella.ribs if rib.solid > 0}
    assert session.notes[-1].months_contract == 12
    for rib in ("sickness", "unemployment", "injury"):
        assert reasons[rib] == phrases.RIB_REASONS_CONTRACT[rib]


def test_the_panel_says_what_the_employer_adds() -> None:
    session = in_the_shop()
    world, lives = session.world, session.year.lives
    paid = float(employer_share(world, lives, world.figures(lives.year))[0])
    assert paid > 100
    note = session.life().plan.lines[0].note
    assert f"{paid:,.0f}" in note.en and f"{paid:,.0f}" in note.zh


def test_a_bound_plan_can_be_read_at_once_and_changes_nothing() -> None:
    session = in_the_shop()
    before = state_of(session)
    session.open_plan()
    assert where(session) is Stage.PLAN
    view = session.plan_view(session.plan)
    assert view.employer is not None
    for tile in (*view.pension, *view.medical):
        assert not tile.is_open and tile.reason == view.employer
    session.set_plan(EMPLOYEE)
    assert where(session) is Stage.YEAR
    assert not session.wants_plan
    assert state_of(session) == before
    session.open_plan()
    assert where(resumed(china(), session)) is Stage.YEAR
    assert session.undo() == bool(resumed(china(), session).answers)


@pytest.mark.parametrize("name", ["migrant_worker", "female_worker", "student"])
def test_every_life_is_asked_in_its_first_year_what_pension_it_expects(name: str) -> None:
    session = new_session(china(), profile_of(name), 3)
    step = keeping(session.plan)
    while where(session) is not Stage.PLAN:
        step(session)
    assert not session.notes and session.plan_view(session.plan).is_first
    again = resumed(china(), session)
    assert where(again) is Stage.PLAN
    session.expect(2_000.0)
    session.set_plan(session.plan)
    while where(session) is not Stage.YEAR:
        step(session)
    assert not session.notes
    assert where(resumed(china(), session)) is Stage.YEAR


def test_a_wish_for_the_plan_ends_where_a_contract_begins() -> None:
    session = in_the_shop()
    session.wants_plan = True
    session.close_year()
    assert not session.wants_plan


@pytest.fixture(scope="module")
def nurse() -> Session:
    """Zhao Lin, who went to the hospital from school and stayed."""
    session = met("student", 15, EMPLOYEE, "graduation")
    event = session.world.scenario.events[int(session.year.offered[0])]
    session.choose([choice.id for choice in event.choices].index("hospital"))
    play_on(session, keeping(EMPLOYEE))
    return session


def test_the_review_counts_what_employers_paid_in(nurse: Session) -> None:
    review = nurse.review()
    assert review.employers_paid_in == pytest.approx(sum(n.employer for n in nurse.notes))
    assert review.employers_paid_in > 0


def test_where_the_law_decided_no_four_equal_bars_are_shown(nurse: Session) -> None:
    review = nurse.review()
    assert review.comparison_note == phrases.LAW_DECIDED
    assert [row.is_player for row in review.comparisons] == [True]
    free = played_as("female_worker", 8, RESIDENT).review()
    assert free.comparison_note is None and len(free.comparisons) == 4


def test_nobody_is_called_uninsured_whose_employer_insured_him(nurse: Session) -> None:
    played = played_life(nurse.profile, nurse.seed, nurse.notes)
    asked = TwinsQuestion(
        profile=nurse.profile, seed=nurse.seed, left=YOU, right="never_insured", life=played
    )
    story = twin_story(china(), asked)
    assert story.plans[1].label == BY_CHOICE["never_insured"]
    assert story.plans[0].label == AS_LIVED
    (luck,) = luck_parts(china(), played, 12)
    assert isinstance(luck, LuckView)
    assert luck.has_contract


def test_without_any_contract_never_insured_is_the_word() -> None:
    assert twin_plan("never_insured").label.zh == "从不参保"
    session = played_as("migrant_worker", 3, RESIDENT)
    played = played_life(session.profile, session.seed, session.notes)
    (luck,) = luck_parts(china(), played, 12)
    assert isinstance(luck, LuckView)
    assert not luck.has_contract


# --- on the allowance --------------------------------------------------------------------------


def test_whom_the_community_enrols_is_not_said_to_be_uninsured() -> None:
    session = on_the_allowance()
    assert session.life().umbrella.ribs[0].solid > 0
    line = session.life().plan.lines[1]
    assert line.title == phrases.SCHEME_MEDICAL[Scheme.RESIDENT]
    assert line.note == phrases.NOTE_AIDED


def bill_of(total: float, basic: float, is_covered: bool) -> BillRecord:
    """A bill of January with what the fund pays of it."""
    nothing, one = np.zeros(1), np.ones(1)
    paid = BillsPaid(
        total=total * one,
        injury=nothing,
        third_party=nothing,
        basic=basic * one,
        critical_illness=nothing,
        assistance=nothing,
        own=(total - basic) * one,
    )
    zero = np.zeros(1, dtype=np.int64)
    return BillRecord(event=0, which=zero, month=zero, paid=paid, is_covered=np.array([is_covered]))


def test_the_bill_of_the_aided_is_paid_by_the_resident_scheme() -> None:
    session = on_the_allowance()
    bill = bill_of(29_626, 17_011, is_covered=True)
    view = bill_view(session.engine, session.year, bill, Cause.ILLNESS)
    assert view.headline.en.startswith("Resident medical pays")
    assert "With Employee medical" in view.otherwise.en


def test_a_small_bill_in_force_is_not_called_waiting() -> None:
    engine = china()
    lives = planned(started(engine, asks_plan=False), medical=Scheme.EMPLOYEE)
    session = Session(engine=engine, profile=0, seed=1, opened=lives)
    small = bill_view(engine, session.year, bill_of(300, 0, is_covered=True), Cause.ILLNESS)
    waits = bill_view(engine, session.year, bill_of(300, 0, is_covered=False), Cause.ILLNESS)
    assert "deductible" in small.headline.en
    assert "waiting" in waits.headline.en


def test_a_delivery_is_shown_as_a_delivery_under_every_cover() -> None:
    session = in_the_shop()
    total, law = 10_986.0, session.world.figures(session.year.lives.year).law
    own = own_part_by_scheme(
        session.engine, session.year, bill_of(total, 0, is_covered=True), Cause.DELIVERY
    )
    schemes = np.array(list(Scheme))
    listed = np.full(3, total * law.number("medical.catalogue_share"))
    paid = delivery_paid(law, listed, schemes, schemes != Scheme.NONE)
    assert own == pytest.approx(tuple(total - paid), abs=0.01)
    assert own[Scheme.RESIDENT] > own[Scheme.EMPLOYEE]


# --- figures that must agree -------------------------------------------------------------------


@pytest.mark.parametrize("profile", [0, 1, 2])
def test_the_first_month_is_the_one_the_plan_screen_shows(profile: int) -> None:
    session = new_session(china(), profile, 1)
    left = {part.id: part.yuan for part in session.plan_view(session.plan).month}["left"]
    assert session.life().month_balance == pytest.approx(left, abs=1)


def test_years_paid_before_the_game_are_counted() -> None:
    session = new_session(china(), profile_of("female_worker"), 21)
    rights = session.opened.rights
    assert session.life().ribbon.paid_years == int(rights.months_employee[0]) // 12 == 6
    affordable = outlook_view(outlook(china(), planned(session.opened, pension=Scheme.NONE)))
    assert affordable.years_affordable == phrases.NOTHING_MORE_PAID


def met(profile: str, seed: int, plan: object, event: str) -> Session:
    """A life played by defaults up to an event."""
    session = new_session(china(), profile_of(profile), seed)
    while session.stage is not Stage.OVER:
        if session.stage is Stage.CARD and session.card().event_id == event:
            return session
        keeping(plan)(session)  # type: ignore[arg-type]
    raise AssertionError(f"{event} never came")


def test_the_text_of_the_claim_and_its_options_name_one_figure() -> None:
    card = met("female_worker", 21, EMPLOYEE, "claim_enough_at_57").card()
    figure = card.options[0].note.en.split("·")[-1].split(" a month")[0].strip()
    assert figure.startswith("¥") and figure in card.text.en
    assert all("a month from" in option.note.en for option in card.options if option.is_open)


def test_years_bought_back_are_in_the_price_of_the_option() -> None:
    card = met("female_worker", 33, NOTHING, "missed_years").card()
    bought = [option for option in card.options if option.is_open and option.yuan_now < -1_000]
    assert bought


def test_an_option_that_changes_nothing_costs_nothing() -> None:
    card = met("female_worker", 33, NOTHING, "missed_years").card()
    amounts = [a for option in card.options for a in changes(option)]
    assert all(str(amount) != "-0.0" and (amount == 0 or abs(amount) >= 0.5) for amount in amounts)


def changes(option: OptionView) -> tuple[float, float, float]:
    return option.yuan_now, option.per_month_change, option.debt_change


# --- records too short -------------------------------------------------------------------------


def test_who_pays_as_a_resident_draws_as_a_resident_by_default() -> None:
    session = played_as("female_worker", 8, RESIDENT)
    assert any(note.draws_pension for note in session.notes if note.age <= 62)


def test_a_record_nobody_can_fill_is_asked_about_once_more() -> None:
    engine = china()
    lives = started(engine, "female_worker", age=72, cash=2_000, asks_plan=False)
    lives = planned(changed(lives, income=0, is_retired=True), pension=Scheme.EMPLOYEE)
    session = Session(engine=engine, profile=profile_of("female_worker"), seed=2, opened=lives)
    for _ in range(40):
        if session.stage is Stage.CARD and session.card().event_id.startswith("still_short_at_the"):
            break
        keeping(session.plan)(session)
    card = session.card()
    assert card.event_id == "still_short_at_the_end_at_63"
    chosen = session.world.scenario.events[int(session.year.offered[0])]
    assert chosen.choices[session.default_option()].id == "move_account"


def played_as(profile: str, seed: int, plan: object) -> Session:
    session = new_session(china(), profile_of(profile), seed)
    play_on(session, keeping(plan))  # type: ignore[arg-type]
    return session


# --- notes -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def note() -> YearNote:
    return played(china(), 1, keeping(EMPLOYEE), until=25).notes[-1]


def test_notes_of_older_saves_load(note: YearNote) -> None:
    old = note.as_json()
    for name in ("months_contract", "employer", "disability", "unpaid_bills"):
        del old[name]
    assert YearNote.from_json(old).employer == 0.0


def test_a_gap_is_told_when_it_begins(note: YearNote) -> None:
    gap = replace(note, months_gap=12, months_medical_gap=12)
    lives = started(china())
    first = year_lines(china().world, 0, [note], gap, lives, lives)
    again = year_lines(china().world, 0, [note, gap], gap, lives, lives)
    said = {phrases.LINE_GAP.filled({"months": 12}), phrases.LINE_GAP_MEDICAL}
    assert said <= set(first)
    assert not said & set(again)


def test_a_storm_shows_what_was_really_paid(note: YearNote) -> None:
    payers = {name: 0.0 for name in phrases.PAYER_NAMES} | {"own": 400_000.0, "basic": 100_000.0}
    event = china().world.scenario.events[0]
    storm = StormNote(event=event.id, total=500_000.0, payers=payers)
    year = replace(note, storms=(storm,), unpaid_bills=300_000.0)
    view = _storm(year, storm, {event.id: event})
    assert (view.own, view.unpaid) == (100_000.0, 300_000.0)
    assert sum(payer.yuan for payer in view.payers) == view.total
    assert [payer.yuan for payer in view.payers if payer.is_self] == [100_000.0]


def test_payment_that_begins_in_july_is_drawn_in_july(note: YearNote) -> None:
    """School until June, an employer from July on."""
    school = replace(
        note,
        age=21,
        months_employee=0,
        months_gap=0,
        medical_scheme=int(Scheme.RESIDENT),
        months_covered=12,
        has_free_medical=False,
    )
    first = replace(
        school,
        age=22,
        months_employee=6,
        months_contract=6,
        medical_scheme=int(Scheme.EMPLOYEE),
    )
    lives = columns(started(china(), age=23), np.array([0]))
    view = ribbon(china().world.scenario, (school, first), lives, 60, is_over=False)
    pension = [(band.start, band.end, band.state) for band in view.pension]
    assert pension[:2] == [(21.0, 22.5, "none"), (22.5, 23.0, "paid")]
    medical = [(band.start, band.end, band.state) for band in view.medical]
    assert medical[:2] == [(21.0, 22.5, "resident"), (22.5, 23.0, "paid")]
    short = replace(first, months_gap=6)
    states = [
        band.state
        for band in ribbon(china().world.scenario, (school, short), lives, 60, False).pension
    ]
    assert states[:3] == ["none", "paid", "gap"]


def test_the_review_says_what_each_sum_of_old_age_counts() -> None:
    """Insurance apart from the family and the allowance; together they are the bar beside."""
    session = played_as("female_worker", 8, RESIDENT)
    review = session.review()
    why = next(part.why for part in review.parts if part.id == "old_age")
    old = [note for note in session.notes if note.is_old]
    pension = sum(note.pensions for note in old) / len(old) / 12
    aid = sum(note.aid for note in old) / len(old) / 12
    assert f"insurance ¥{pension:,.0f}" in why.en and f"allowance ¥{aid:,.0f}" in why.en
    assert pension + aid == pytest.approx(review.comparisons[0].yuan_per_month)


@pytest.mark.parametrize("plan", [NOTHING, RESIDENT])
def test_a_short_record_leads_to_one_pension_in_panel_plan_and_forecast(plan: PlanFields) -> None:
    session = new_session(china(), profile_of("female_worker"), 33)
    lives = with_plan(session.opened, plan)
    path = outlook(china(), lives)
    *_, found = forecasts(china(), today_of(lives, 33), (200,), lambda: True)
    assert path.pension_per_month > 0 and path.has_moved
    assert path.pension_per_month == pytest.approx(found.pension_per_month, abs=0.5)
    assert path.claim_age == found.claim_age
    line = outlook_line(path)
    assert f"¥{found.pension_per_month:,.0f} a month from {found.claim_age}" in line.en
    assert "转到居民养老" in line.zh


def test_to_let_a_short_record_wait_promises_no_pension() -> None:
    card = met("female_worker", 33, NOTHING, "claim_short_elsewhere_at_57").card()
    labels = {option.label.en: option for option in card.options}
    move, wait = labels["Move it to the resident scheme"], labels["Let the record wait"]
    assert "a month from" in move.note.en
    assert "a month from" not in wait.note.en


def test_resident_years_count_against_their_own_rule_whatever_the_plan_says_now() -> None:
    lives = started(china(), age=40)
    lives = planned(lives, pension=Scheme.NONE)
    rights = replace(lives.rights, months_resident=np.array([72.0]))
    path = outlook(china(), replace(lives, rights=rights))
    assert (path.years_paid, path.years_needed) == (6, 15)
    assert outlook_line(path).zh == "照此下去：到 60 岁，居民养老还差 9 年"
    old = replace(lives, rights=rights, age=np.array([82]), is_retired=np.array([True]))
    line = outlook_line(outlook(china(), old))
    assert line.en == "6 resident years paid, 15 were needed: no pension"
    assert "缴了 6 年" in line.zh and "领不到养老金" in line.zh
