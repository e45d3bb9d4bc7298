"""The adviser: answers worked out for this very life, each figure found again on its own."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest

from game.core.life import Scheme
from game.core.text import LANGUAGES, yuan
from game.play.advice import advice, job_at_home, step_up
from game.play.advice_view import AdviceView
from game.play.advice_words import CLOSED, PARAGRAPHS, QUESTIONS, SURE
from game.play.adviser import AdviserDesk, questions_for
from game.play.desk import Desk
from game.play.forecast import today_of
from game.scenario.model import PlanFields
from game.scoring.alternatives import Way, outcome, price_of_way
from game.scoring.course import Course, middle
from game.scoring.futures import Today, live_futures
from game.scoring.tally import Tally
from tests.toyland.lives import china, planned, quiet, scenario_of, started
from tests.unit.play.test_forecast_desk import wait_for

FUTURES = 30
EMPLOYEE = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=0.6)
RESIDENT = PlanFields(pension=Scheme.RESIDENT, medical=Scheme.RESIDENT, tier=200.0)


def today(profile: str = "migrant_worker", plan: PlanFields = EMPLOYEE, **more: object) -> Today:
    return today_of(started(china(), profile, **more), 3, plan)  # type: ignore[arg-type]


def asked(question: str, life: Today) -> AdviceView:
    return advice(china(), question, life, futures=FUTURES)


@cache
def usual(question: str) -> AdviceView:
    """The answer to a courier who pays on the lowest base."""
    return asked(question, today())


# --- two lives, two answers ----------------------------------------------------------------------


def test_two_lives_get_two_answers_and_both_are_right() -> None:
    """Home pays the nurse a contract and the courier half of what he earns."""
    courier = asked("home", today(plan=RESIDENT))
    seller = asked("home", today("female_worker", plan=EMPLOYEE))
    assert courier.paragraph != seller.paragraph
    for answer, life in (
        (courier, today(plan=RESIDENT)),
        (seller, today("female_worker", plan=EMPLOYEE)),
    ):
        stay = Tally(world=china().world, size=FUTURES)
        live_futures(china(), life, 0, FUTURES, stay.add)
        course = Course(world=china().world, size=FUTURES)
        live_futures(china(), life, 0, FUTURES, course.add)
        line = int(china().world.old_age_line[life.lives.profile[0]])
        pension, _ = course.first_pension(int(life.lives.age[0]), line)
        assert answer.rows[0].pension_per_month == middle(pension)
        assert answer.rows[0].share_unpayable == course.is_unpayable.mean()


def test_one_step_up_costs_what_the_law_asks_and_brings_what_the_futures_say() -> None:
    life = today()
    answer = usual("step_up")
    now, more = (Way.of(life.with_plan(PlanFields(base=base))) for base in (0.6, 0.8))
    price = price_of_way(china(), more) - price_of_way(china(), now)
    figures = china().world.figures(life.lives.year)
    place = int(life.lives.place[0])
    wage, floor = figures.reference_wage[place], figures.base_floor[place]
    assert price == pytest.approx((0.8 * wage - floor) * figures.pension_rate)
    assert yuan(price, "en") in answer.paragraph.en
    low, high = (outcome(china(), way, FUTURES) for way in (now, more))
    agree = int(((high.back - low.back) > (high.paid_in - low.paid_in)).sum())
    agree = max(agree, FUTURES - agree)
    assert f"{agree} of {FUTURES}" in answer.sureness.en
    assert answer.agreement == agree / FUTURES


def test_the_same_question_for_a_resident_is_another_step() -> None:
    world = china().world
    assert step_up(world, EMPLOYEE) == ("base", PlanFields(base=0.8))
    assert step_up(world, RESIDENT) == ("tier", PlanFields(tier=500.0))
    top = PlanFields(pension=Scheme.RESIDENT, tier=5_000.0)
    assert step_up(world, top) == ("pension", PlanFields(pension=Scheme.EMPLOYEE, base=0.6))
    assert step_up(world, PlanFields(pension=Scheme.EMPLOYEE, base=3.0)) is None
    none = step_up(world, PlanFields(pension=Scheme.NONE))
    assert none is not None and none[1].pension == Scheme.RESIDENT


def test_stopping_costs_years_of_pension() -> None:
    answer = usual("stop_five")
    on, stopped = answer.rows
    assert stopped.yuan_per_month == 0 < on.yuan_per_month
    assert 0 < stopped.pension_per_month < on.pension_per_month


def test_resident_or_employee_is_decided_by_the_whole_life() -> None:
    answer = usual("resident_or_employee")
    high, low = answer.rows
    assert high.pension_per_month > low.pension_per_month
    assert high.yuan_per_month > low.yuan_per_month
    assert answer.agreement > 0.5


def test_the_private_pension_is_held_against_the_bank() -> None:
    """Whoever pays no income tax saves none, and loses the tax of paying out."""
    poor, rich = usual("private"), asked("private", today(job=0, plan__pace=1.25))
    assert "¥0 of income tax" in poor.paragraph.en
    assert "bank ends ahead" in poor.sureness.en
    assert poor.rows[0].yuan_per_month - poor.rows[1].yuan_per_month == pytest.approx(250)
    assert rich.paragraph != poor.paragraph


def test_the_job_at_home_is_the_one_the_pack_leads_to() -> None:
    world = china().world
    jobs = [world.scenario.jobs[job_at_home(world, started(china(), who))].id for who in range(3)]
    assert jobs[0] == "parcel_point"
    assert jobs[2] == "county_nurse"
    lives = started(quiet(scenario_of("toyland")), age=40)
    assert job_at_home(quiet(scenario_of("toyland")).world, lives) == int(lives.job[0])


# --- which can be asked --------------------------------------------------------------------------


def closed(life: Today) -> dict[str, str]:
    views = questions_for(china().world, life)
    ids = [view.id for view in views]
    assert ids == [name for name in QUESTIONS if name in ids]
    return {view.id: view.reason.en for view in views if not view.is_open}


def test_questions_close_with_a_reason() -> None:
    assert closed(today()) == {}
    assert closed(today(plan=PlanFields(pension=Scheme.NONE, medical=Scheme.NONE))) == {
        "stop_five": CLOSED["nothing"].en,
        "private": CLOSED["no_scheme"].en,
    }
    highest = PlanFields(pension=Scheme.EMPLOYEE, base=3.0)
    assert closed(today(plan=highest)) == {"step_up": CLOSED["highest"].en}
    at_school = closed(today("student"))
    assert list(at_school.values()) == [CLOSED["bound"].en], "the school decides, said once"
    assert len(questions_for(china().world, today())) == len(QUESTIONS)
    settled = today(rights__has_claimed=True, age=70)
    assert closed(settled) == {name: CLOSED["drawn"].en for name in QUESTIONS if name != "home"}
    at_home = today_of(started(china(), place=1), 1, EMPLOYEE)
    hukou = int(china().world.hukou[0])
    at_home = today_of(started(china(), place=hukou), 1, EMPLOYEE)
    assert closed(at_home)["home"] == CLOSED["at_home"].en


# --- in words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_answer_is_whole_in_both_languages(question: str) -> None:
    answer = usual(question)
    for language in LANGUAGES:
        words = answer.paragraph.in_language(language) + answer.sureness.in_language(language)
        assert "{" not in words
        assert not re.search(r"\bnan\b", words)
    assert 0.5 <= answer.agreement <= 1
    assert len(answer.rows) == 2
    assert answer.sources
    assert all(source.label.en and source.value.zh for source in answer.sources)


def test_every_question_has_its_words() -> None:
    assert set(PARAGRAPHS) == set(QUESTIONS)
    assert set(SURE) == {(name, is_for) for name in QUESTIONS for is_for in (True, False)}


def test_the_past_counts_in_the_score_of_a_way() -> None:
    life = today_of(planned(started(china(), age=60), medical=Scheme.EMPLOYEE), 1, EMPLOYEE)
    tally = Tally(world=china().world, size=1)
    past = tally.sums
    past.living[:] = 0.1 * 38
    past.years_before[:] = 38
    with_past = outcome(china(), Way.of(life), 10, past)
    without = outcome(china(), Way.of(life), 10)
    assert np.all(with_past.score != without.score)
    assert np.all(with_past.pension == without.pension)


def test_the_adviser_at_the_desk() -> None:
    with Desk(china(), uses_process=False) as desk:
        adviser = AdviserDesk(desk=desk, lives=started(china()), seed=3, plan=EMPLOYEE, futures=20)
        assert adviser.answer() is None
        adviser.ask("stop_five")
        wait_for(lambda: adviser.answer() is not None)
        answer = adviser.answer()
        assert answer is not None and answer.question == "stop_five"
        adviser.ask("nobody asks this")
        assert adviser.answer() is None
