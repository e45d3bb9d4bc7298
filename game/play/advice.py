"""Answers of the adviser: each lives the alternatives on the futures of this very life."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from game.core.life import Lives, Scheme
from game.core.text import EMPTY, Text, Value
from game.play.advice_case import Case, compared, row, told
from game.play.advice_view import AdviceView
from game.play.advice_words import (
    AS_IT_IS,
    HIGHER,
    HOME_NO_PENSION,
    HOME_PENSIONS,
    HOME_PRICES,
    MORE,
    WAITS,
    WAY_WORDS,
    YEARS_COUNT,
)
from game.play.desk import GoesOn
from game.play.shares import in_people
from game.play.turning_points import plan_words
from game.scenario.model import If, Move, PlanFields, TakeJob
from game.scenario.verbs import Effect
from game.scoring.alternatives import Outcome, Way, price_of_way
from game.scoring.course import middle
from game.scoring.forecast import LIVES
from game.scoring.futures import Considering, Today
from game.scoring.score import Sums
from game.scoring.steps import above
from game.scoring.turning_points import PRIVATE_STEP
from game.sim.engine import Engine
from game.sim.world import World

STOPS_FOR: Final = 5
DAYS_A_MONTH: Final = 365.25 / 12
NOTHING: Final = PlanFields(pension=Scheme.NONE, medical=Scheme.NONE, private_per_year=0.0)


def advice(
    engine: Engine,
    question: str,
    today: Today,
    *,
    past: Sums | None = None,
    futures: int = LIVES,
    goes_on: GoesOn = lambda: True,
) -> AdviceView:
    """The answer to one of ``QUESTIONS`` for the life of ``today``.

    Args:
        engine: of the scenario.
        question: its id; it must be open for this life.
        today: the life and the plan it considers.
        past: sums of the years already lived, so that scores are of the whole life.
        futures: how many are lived for each way.
        goes_on: asked once a year of futures.

    Raises:
        Abandoned: ``goes_on`` said no.
    """
    case = Case(engine=engine, today=today, past=past, futures=futures, goes_on=goes_on)
    return _ANSWERS[question](case)


# --- one step up ---------------------------------------------------------------------------------


def step_up(world: World, plan: PlanFields) -> tuple[str, PlanFields] | None:
    """The next step of the pension: the field that says it, and the change; none at the top."""
    decision = world.scenario.decision
    if plan.pension == Scheme.NONE:
        return "pension", PlanFields(pension=Scheme.RESIDENT, tier=decision.tiers[0])
    if plan.pension == Scheme.RESIDENT:
        tiers = above(decision.tiers, plan.tier or 0.0)
        if tiers:
            return "tier", PlanFields(tier=tiers[0])
        return "pension", PlanFields(pension=Scheme.EMPLOYEE, base=decision.bases[0])
    bases = above(decision.bases, plan.base or 0.0)
    return ("base", PlanFields(base=bases[0])) if bases else None


def _one_step_up(case: Case) -> AdviceView:
    step = step_up(case.world, case.today.plan)
    assert step is not None, "the question is closed at the top"
    field_name, change = step
    ways = Way.of(case.today), case.with_plan(change)
    now, more = case.outcomes(*ways)
    paid, back = more.paid_in - now.paid_in, more.back - now.back
    price = price_of_way(case.engine, ways[1]) - price_of_way(case.engine, ways[0])
    label = plan_words(field_name, getattr(change, field_name))
    values: dict[str, Value] = {
        "other": label,
        "more": price,
        "day": price / DAYS_A_MONTH,
        "pension": compared(more.middle_pension - now.middle_pension, HIGHER),
        "paid": compared(middle(paid), MORE),
        "back": compared(middle(back), MORE),
    }
    rows = row(case, AS_IT_IS, ways[0], now), row(case, label, ways[1], more)
    return told(case, "step_up", values, back > paid, rows)


# --- stop for five years -------------------------------------------------------------------------


def _stop_for_five(case: Case) -> AdviceView:
    plan, year = case.today.plan, case.lives.year
    pause = Considering(plans=((year, NOTHING), (year + STOPS_FOR, plan)))
    ways = Way.of(case.today), Way(today=case.today, policy=pause)
    on, stopped = case.outcomes(*ways)
    kept = on.paid_in - stopped.paid_in
    lost = (on.back - stopped.back) + (stopped.own_bills - on.own_bills)
    values: dict[str, Value] = {
        "kept": price_of_way(case.engine, ways[0]),
        "pension": compared(stopped.middle_pension - on.middle_pension, HIGHER),
        "waits": EMPTY if plan.medical == Scheme.NONE else WAITS,
        "bills": compared(float((stopped.own_bills - on.own_bills).mean()), HIGHER),
    }
    rows = row(case, AS_IT_IS, ways[0], on), row(case, WAY_WORDS["stop"], ways[1], stopped)
    return told(case, "stop_five", values, lost > kept, rows)


# --- resident or employee ------------------------------------------------------------------------


def _resident_or_employee(case: Case) -> AdviceView:
    decision, plan = case.world.scenario.decision, case.today.plan
    lowest = PlanFields(pension=Scheme.EMPLOYEE, medical=Scheme.EMPLOYEE, base=decision.bases[0])
    tier = plan.tier if plan.pension == Scheme.RESIDENT else decision.tiers[0]
    small = PlanFields(pension=Scheme.RESIDENT, medical=Scheme.RESIDENT, tier=tier)
    ways = case.with_plan(lowest), case.with_plan(small)
    high, low = case.outcomes(*ways)
    values: dict[str, Value] = {
        "high_price": price_of_way(case.engine, ways[0]),
        "low_price": price_of_way(case.engine, ways[1]),
        "high_age": high.claim_age or case.age,
        "low_age": low.claim_age or case.age,
        "high_pension": high.middle_pension,
        "low_pension": low.middle_pension,
        "years": _years_count(case),
        "high_below": in_people(high.share_below),
        "low_below": in_people(low.share_below),
    }
    rows = (
        row(case, WAY_WORDS["employee"], ways[0], high),
        row(case, WAY_WORDS["resident"], ways[1], low),
    )
    return told(case, "resident_or_employee", values, high.score > low.score, rows)


def _years_count(case: Case) -> Text:
    """That a pension under the resident schemes comes of an employee record long enough."""
    record = float(case.lives.rights.months_employee[0])
    needed = float(case.world.minimum_months[int(case.lives.profile[0])])
    return YEARS_COUNT if record >= needed else EMPTY


# --- the private pension -------------------------------------------------------------------------


def _private(case: Case) -> AdviceView:
    """The account against the same money in the bank, year by year, with the tax of both.

    What stands in the account already is paid out either way, so it is in neither sum.
    """
    yuan = case.today.plan.private_per_year or PRIVATE_STEP
    ways = (
        case.with_plan(PlanFields(private_per_year=yuan)),
        case.with_plan(PlanFields(private_per_year=0.0)),
    )
    found, without = case.outcomes(*ways)
    account, bare = found.private, without.private
    saved = bare.tax_in_bank - account.tax_in_bank
    bank = account.in_bank - saved
    new = account.paid_out - bare.paid_out
    reach = np.flatnonzero(new > 0)
    values: dict[str, Value] = {
        "age": int(case.world.statutory_age[int(case.lives.profile[0])]),
        "yuan": yuan,
        "tax": middle(bare.first_tax - account.first_tax),
        "out": middle(new[reach]),
        "bank": middle(bank[reach]),
    }
    rows = (
        row(case, WAY_WORDS["private"].filled({"yuan": yuan}), ways[0], found),
        row(case, WAY_WORDS["without"], ways[1], without),
    )
    return told(case, "private", values, (new > bank)[reach], rows)


# --- moving home ---------------------------------------------------------------------------------


def job_at_home(world: World, lives: Lives) -> int:
    """The job that the pack's own ways home lead to; the present one where it knows none."""
    home = int(world.hukou[int(lives.profile[0])])
    for event in world.scenario.events:
        for choice in event.choices:
            jobs = [effect.job for effect in choice.effects if isinstance(effect, TakeJob)]
            if jobs and _moves_to(home, choice.effects):
                return jobs[-1]
    return int(lives.job[0])


def _moves_to(place: int, effects: Sequence[Effect]) -> bool:
    for effect in effects:
        if isinstance(effect, Move) and effect.place == place:
            return True
        if isinstance(effect, If) and _moves_to(place, (*effect.then, *effect.otherwise)):
            return True
    return False


def _home(case: Case) -> AdviceView:
    world, lives = case.world, case.lives
    home, job = int(world.hukou[int(lives.profile[0])]), job_at_home(world, lives)
    there = replace(
        lives,
        place=np.full_like(lives.place, home),
        job=np.full_like(lives.job, job),
        is_registered=np.zeros_like(lives.is_registered),
    )
    ways = Way.of(case.today), Way.of(replace(case.today, lives=there))
    stay, moved = case.outcomes(*ways)
    place, age = world.scenario.places[home].name, int(lives.age[0])
    values: dict[str, Value] = {
        "place": place,
        "job": world.scenario.jobs[job].name,
        "income": float(world.income_by_job[job, age]),
        "now": float(world.income_by_job[int(lives.job[0]), age]),
        "prices": _home_prices(case, ways),
        "pensions": _home_pensions(moved, stay),
        "savings": moved.middle_savings,
        "savings_now": stay.middle_savings,
    }
    rows = (
        row(case, WAY_WORDS["stay"], ways[0], stay),
        row(case, WAY_WORDS["home"].filled({"place": place}), ways[1], moved),
    )
    return told(case, "home", values, moved.score > stay.score, rows)


def _home_prices(case: Case, ways: Sequence[Way]) -> Text:
    """What insurance takes on both sides; nothing where it takes nothing."""
    stay, moved = (price_of_way(case.engine, way) for way in ways)
    if round(stay) == round(moved) == 0:
        return EMPTY
    return HOME_PRICES.filled({"price": moved, "price_now": stay})


def _home_pensions(moved: Outcome, stay: Outcome) -> Text:
    """What pension begins on both sides."""
    pensions = moved.middle_pension, stay.middle_pension
    if round(max(pensions)) == 0:
        return HOME_NO_PENSION
    return HOME_PENSIONS.filled({"pension": pensions[0], "pension_now": pensions[1]})


_ANSWERS: Final[dict[str, Callable[[Case], AdviceView]]] = {
    "step_up": _one_step_up,
    "stop_five": _stop_for_five,
    "resident_or_employee": _resident_or_employee,
    "private": _private,
    "home": _home,
}
