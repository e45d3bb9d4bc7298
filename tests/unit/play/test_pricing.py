"""What an option is said to cost is what happens when it is taken; looking changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.life import Cause, Lives, Scheme
from game.play.pricing import offered_event, own_part_by_scheme, priced
from game.play.session import Session, new_session
from game.play.views import OptionView, Stage
from game.scenario.model import PlanFields
from game.sim.events import SKIP
from game.sim.figures import Figures
from game.sim.record import Record
from game.sim.social_security.prices import monthly_prices
from game.sim.social_security.subsidy import subsidy_per_month
from game.sim.year import Answer
from tests.toyland.lives import engine_of, toyland
from tests.unit.play.playing import (
    EMPLOYEE,
    NOTHING,
    RESIDENT,
    keeping,
    played,
    resumed,
    state_of,
    wandering,
)


def taken(session: Session, choice: int) -> tuple[Any, Record]:
    """The year closed with a choice, or without the event at all."""
    engine, answer = session.engine, Answer(choice=np.array([choice]))
    return engine.close_year(engine.answer(session.year, answer))


def net_price(session: Session, lives: Lives, figures: Figures) -> float:
    """Price of a standing plan a month, what the platform pays back taken off."""
    back = subsidy_per_month(session.world, lives, figures)
    return float((monthly_prices(lives, figures).total - back)[0])


def without_plan(record: Record) -> float:
    """Money of the year as if the plan cost nothing; years bought are paid once and count."""
    once = record.contribution_bought + record.contribution_back
    return float((record.flow + record.insurance_cost - once)[0])


def assert_price_is_true(session: Session, number: int, option: OptionView) -> None:
    lives, record = taken(session, number)
    without, without_record = taken(session, SKIP)
    flow, without_flow = (without_plan(each) for each in (record, without_record))
    is_same_income = record.income[0] == without_record.income[0]
    saved_tax = float((without_record.tax - record.tax)[0]) if is_same_income else 0.0
    assert option.yuan_now == pytest.approx(flow - without_flow - saved_tax, abs=0.5)
    parts = option.parts
    told = parts.income - parts.bill - parts.paid - parts.spent
    assert told == pytest.approx(option.yuan_now, abs=2)
    bills = float((record.own_bills - without_record.own_bills)[0])
    assert parts.bill == pytest.approx(bills, abs=0.5)
    assert option.debt_change == pytest.approx(float(lives.debt[0] - without.debt[0]), abs=0.5)
    figures = session.world.figures(record.year)
    now, before = (net_price(session, each, figures) for each in (lives, without))
    assert option.per_month_change == pytest.approx(now - before, abs=0.5)


@pytest.mark.parametrize(("pack", "seed"), [("china", 2), ("toyland", 9)])
def test_a_price_is_what_happens_when_the_option_is_taken(pack: str, seed: int) -> None:
    session = new_session(engine_of(pack), 0, seed)
    cards, later = 0, 0
    while session.stage is not Stage.OVER:
        if session.stage is Stage.CARD:
            cards += 1
            prices = priced(session.engine, session.year)
            for number, option in enumerate(session.card().options):
                if not option.is_open:
                    assert option.reason.en and option.reason.zh
                    continue
                assert_price_is_true(session, number, option)
                other = resumed(session.engine, session)
                other.choose(number)
                while other.age == session.age and other.stage is not Stage.OVER:
                    keeping(other.plan)(other)
                later += 1
                assert other.opened.debt[0] == prices.lives.debt[number]
                assert other.notes[-1].debt == prices.lives.debt[number]
                assert float(other.opened.cash[0]) == float(prices.record.cash[number])
        wandering(session)
    assert cards > 5
    assert later > cards


def test_a_bill_and_the_orders_lost_with_it_are_told_apart() -> None:
    session = new_session(engine_of("china"), 0, 3)
    seen = set()
    while session.stage is not Stage.OVER:
        if session.stage is Stage.CARD:
            for option in session.card().options:
                parts = option.parts
                seen.add((parts.income < -100, parts.bill > 100))
        wandering(session)
    assert (True, True) in seen


def test_the_cost_on_the_button_is_paid() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=40)
    lives = session.opened
    lives.cash[0] = 2e6
    rich = Session(engine=toyland(), profile=0, seed=1, opened=lives)
    dear = rich.card().options[1]
    assert dear.is_open
    assert dear.yuan_now == pytest.approx(-1e6 + 1)
    assert dear.parts.paid == pytest.approx(1e6 - 1)


def test_a_plan_in_an_event_shows_its_price_a_month() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=38)
    join, wait, both = session.card().options
    assert wait.per_month_change == wait.yuan_now == 0
    back = 500
    assert join.per_month_change == pytest.approx(1_000 - back - 200 / 12)
    assert both.per_month_change == pytest.approx(2_000 - back - 200 / 12 + 400 - 400 / 12)
    assert join.yuan_now >= 0, "contributions have a price of their own"
    assert "a month from" in join.note.en
    assert wait.note.en.count("a month from") == 0


def test_looking_changes_nothing() -> None:
    session = played(toyland(), 1, keeping(RESIDENT), until=42)
    assert session.stage is Stage.CARD
    lives = session.year.lives
    before = state_of(session), [array.tobytes() for array in (lives.cash, lives.health)]
    year = session.year
    session.card()
    session.life()
    session.plan_view(EMPLOYEE)
    session.plan_view(PlanFields(pension=Scheme.NONE, savings=0.1))
    priced(session.engine, session.year)
    session.figures("plan")
    lives = session.year.lives
    after = state_of(session), [array.tobytes() for array in (lives.cash, lives.health)]
    assert after == before
    assert session.year is year


def test_a_bill_is_shown_under_every_cover() -> None:
    """A stay of 21,000: 5,000 with employee cover, 13,000 resident from afar, all without."""
    session = played(toyland(), 1, keeping(EMPLOYEE), until=42)
    assert offered_event(toyland(), session.year).id == "stay_in_hospital"
    bill = session.card().bill
    assert bill is not None
    assert (bill.total, bill.own) == (21_000, 5_000)
    assert [payer.yuan for payer in bill.payers if not payer.is_self] == [16_000]
    assert sum(payer.yuan for payer in bill.payers) == pytest.approx(bill.total, abs=1)
    assert "13,000" in bill.otherwise.en and "21,000" in bill.otherwise.en
    record = priced(toyland(), session.year).record
    parts = own_part_by_scheme(toyland(), session.year, record.bill_list[0], Cause.ILLNESS)
    assert parts == (21_000, 13_000, 5_000)


def test_the_bill_of_the_result_is_that_of_the_choice() -> None:
    session = played(toyland(), 1, keeping(EMPLOYEE), until=42)
    home = resumed(toyland(), session)
    session.choose(0)
    assert session.result().bill is not None
    home.choose(1)
    assert home.stage is not Stage.RESULT or home.result().bill is None


def test_a_closed_option_says_why() -> None:
    poor, dear, cheap = played(toyland(), 1, keeping(RESIDENT), until=40).card().options
    assert [option.is_open for option in (poor, dear, cheap)] == [False, False, True]
    assert (poor.reason.en, poor.reason.zh) == ("You have money.", "你有钱。")
    assert "1,000,000" in dear.reason.en and dear.reason.zh
    assert cheap.reason.en == ""


def test_an_option_names_what_of_its_bill_nobody_can_pay() -> None:
    """A stay of 21,000 without cover, savings, work or credit."""
    session = played(toyland(), 1, keeping(NOTHING), until=42)
    lives = session.opened
    lives.cash[0], lives.is_retired[0] = 0.0, True
    poor = Session(engine=toyland(), profile=0, seed=1, opened=lives)
    stay, *_ = poor.card().options
    unpaid = float(priced(poor.engine, poor.year).record.unpaid_bills[0])
    assert unpaid > 21_000, "the year's outpatient care is not paid either, and is no bill of hers"
    assert "¥21,000 of the bill cannot be paid" in stay.note.en
    assert "付不上" in stay.note.zh
    rich, *_ = played(toyland(), 1, keeping(NOTHING), until=42).card().options
    assert "cannot be paid" not in rich.note.en


def test_what_goes_on_costing_after_the_year_is_said_before_it_is_taken() -> None:
    """Xiaoman: the allowance and the child's keep apart, and a dearer month for sixteen years."""
    session = new_session(engine_of("china"), 1, 61)
    notes = []
    while session.stage is not Stage.OVER and session.age < 36:
        if session.stage is Stage.CARD:
            notes += [(option.note.en, option.parts) for option in session.card().options]
        wandering(session)
    dearer = [(note, parts) for note, parts in notes if "a month more to live, for" in note]
    assert dearer
    assert any("years" in note for note, _ in dearer)
    assert any(parts.spent > 100 for _, parts in dearer)


def test_months_bought_at_pension_age_are_priced_before_they_are_promised() -> None:
    found = []
    for seed in range(12):
        session = new_session(engine_of("china"), 0, seed)
        while session.stage is not Stage.OVER and session.age < 66:
            if session.stage is Stage.CARD:
                found += [option.note.en for option in session.card().options]
            wandering(session)
        if any("at once, on the first birthday from" in note for note in found):
            return
    raise AssertionError("nobody was offered to buy the months that are missing")
