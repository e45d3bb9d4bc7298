"""Sources a screen shows and answers of the adviser: each figure is the one that counts here."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.life import Scheme, Work
from game.core.text import LANGUAGES
from game.play.advice import advice
from game.play.advice_case import Case
from game.play.forecast import today_of
from game.play.passport import figures_of
from game.scenario.model import PlanFields
from game.scoring.alternatives import PrivateAccount, Way
from tests.toyland.lives import changed, china, planned, started, toyland
from tests.unit.play.playing import EMPLOYEE, NOTHING
from tests.unit.play.test_ten_lives import CHEN_JING, at_age


def test_the_plan_shows_the_months_that_count_for_this_person() -> None:
    lives = started(china())
    needed = float(china().world.minimum_months[0])
    figures = {figure.label.en: figure for figure in figures_of(china().world, lives, "plan")}
    months = next(value for label, value in figures.items() if "inimum contribution" in label)
    assert months.value.en == f"{needed:g} months"
    labels = " ".join(figures)
    for wanted in ("platform pays back", "divisor", "subsidy by yearly fee", "basic pension"):
        assert wanted in labels
    assert any("Henan" in label for label in figures), "the resident basic pension is of the hukou"


def test_a_contract_shows_the_rates_of_the_employer() -> None:
    world = china().world
    job = int(np.flatnonzero(world.job_kind == Work.CONTRACT)[0])
    bound = changed(started(china(), "female_worker"), job=job)
    free = started(china(), "female_worker")
    rates = [
        {figure.label.en for figure in figures_of(world, lives, "plan")} for lives in (bound, free)
    ]
    assert len(rates[0] - rates[1]) == 4


def test_the_review_shows_weights_and_injury_cover_is_no_number() -> None:
    lives = started(china())
    review = {f.label.en: f for f in figures_of(china().world, lives, "review")}
    assert "Old age 35%" in review["Weights of the life score"].value.en
    assert all(f.status == "assumed" for f in review.values() if "Weight" in f.label.en)
    life = [f for f in figures_of(china().world, lives, "life") if "injury cover" in f.label.en]
    assert [figure.value.zh for figure in life] == ["已实行"]
    assert figures_of(toyland().world, started(toyland()), "plan")


def test_sources_of_an_answer_are_of_the_place_that_counts() -> None:
    today = today_of(started(china()), 3, EMPLOYEE)
    both = advice(china(), "resident_or_employee", today, futures=10)
    basic = next(f for f in both.sources if "basic pension" in f.label.en)
    assert "Henan" in basic.label.en
    home = advice(china(), "home", today, futures=10)
    assert len(home.sources) >= 7, "both places"
    stop = advice(china(), "stop_five", today, futures=10)
    assert any(f.value.en == "240 months" for f in stop.sources)
    assert "in hand this year" in stop.paragraph.en and "今年每月手里多" in stop.paragraph.zh


def test_a_step_of_the_resident_pension_leans_on_no_contribution_base() -> None:
    for plan in (NOTHING, PlanFields(pension=Scheme.RESIDENT, tier=200.0)):
        answer = advice(china(), "step_up", today_of(started(china()), 3, plan), futures=5)
        labels = [figure.label.en for figure in answer.sources]
        assert not any("contribution base" in label for label in labels)
        assert any("Henan" in label for label in labels)


def test_a_resident_pension_that_is_an_employee_record_says_so() -> None:
    long = changed(started(china(), age=45), rights__months_employee=276)
    answer = advice(china(), "resident_or_employee", today_of(long, 3, EMPLOYEE), futures=10)
    assert "already paid into the employee scheme" in answer.paragraph.en
    short = advice(
        china(), "resident_or_employee", today_of(started(china()), 3, EMPLOYEE), futures=10
    )
    assert "already paid" not in short.paragraph.en and "已缴" not in short.paragraph.zh


def test_moving_home_uninsured_compares_no_price_of_nothing() -> None:
    bare = today_of(planned(started(china()), pension=Scheme.NONE), 3, NOTHING)
    answer = advice(china(), "home", bare, futures=10)
    assert "¥0" not in answer.paragraph.en
    assert "no pension either way" in answer.paragraph.en


@pytest.mark.parametrize("name", ["saver", "resident"])
def test_a_private_account_that_saves_no_tax_never_beats_the_bank(name: str) -> None:
    """Not by what stood in it before, nor by what is paid in after it has been paid out."""
    session = at_age(name, 35)
    today = today_of(session.opened, session.seed, session.plan)
    answer = advice(china(), "private", today, futures=40)
    assert "saves ¥0" in answer.paragraph.en
    assert "bank ends ahead" in answer.sureness.en and answer.agreement == 1


def test_an_account_counts_what_is_paid_out_by_its_age_only() -> None:
    session = at_age("resident", 57)
    case = Case(
        engine=china(),
        today=today_of(session.opened, 16, PlanFields(private_per_year=3_000.0)),
        past=None,
        futures=20,
        goes_on=lambda: True,
    )
    (found,) = case.outcomes(Way.of(case.today))
    account: PrivateAccount = found.private
    assert account.until == int(china().world.statutory_age[CHEN_JING])
    assert np.all(account.paid_out <= account.in_bank + 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_middle_case_is_said_as_people_say_it(language: str) -> None:
    answer = advice(china(), "step_up", today_of(started(china()), 3, EMPLOYEE), futures=10)
    words = {"en": "In the middle case", "zh": "按中间的情况"}
    assert words[language] in (answer.paragraph.en if language == "en" else answer.paragraph.zh)
