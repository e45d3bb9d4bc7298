"""The standing plan in the panel: what each line costs, how it stands, what it leads to."""

from __future__ import annotations

import functools

import numpy as np

from game.core.life import Lives, Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.life_moment import LifeMoment
from game.play.notes import YearNote
from game.play.outlook import outlook_line
from game.play.usual_month import drawn, usual_income
from game.play.views import PlanLine, PlanSummary
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.sim.social_security.buying import missed_years
from game.sim.social_security.by_law import (
    employer_share,
    is_student,
    is_under_contract,
    prices_by_law,
)
from game.sim.social_security.cover import entry_wait
from game.sim.social_security.subsidy import subsidy_per_month

DAYS_A_MONTH = 365.25 / 12


def plan_fields(lives: Lives) -> PlanFields:
    """The only life's plan as plain fields."""
    plan = lives.plan
    return PlanFields(
        pension=Scheme(int(plan.pension[0])),
        base=float(plan.base[0]),
        tier=float(plan.tier[0]),
        medical=Scheme(int(plan.medical[0])),
        private_per_year=float(plan.private[0]),
        savings=float(plan.savings[0]),
        pace=float(plan.pace[0]),
        can_borrow=bool(plan.can_borrow[0]),
        claim_age=float(plan.claim_age[0]),
    )


def plan_summary(now: LifeMoment) -> PlanSummary:
    """The plan with its price, how it stands and what it leads to."""
    engine, lives, last = now.engine, now.lives, now.notes[-1] if now.notes else None
    figures = engine.world.figures(lives.year)
    prices = prices_by_law(engine.world, lives, figures)
    back = float(subsidy_per_month(engine.world, lives, figures)[0])
    total = float(prices.total[0]) - back
    rights = lives.rights
    is_school = bool(is_student(engine.world, lives)[0])
    pensions = drawn(lives)
    income = pensions + (0.0 if lives.is_retired[0] else usual_income(engine, lives))
    line = (
        phrases.OUTLOOK_DRAWN.filled({"pension": pensions})
        if rights.has_claimed[0] and pensions > 0
        else phrases.OUTLOOK_STUDENT
        if is_school
        else outlook_line(now.path)
    )
    return PlanSummary(
        fields=plan_fields(lives),
        lines=(
            _pension_line(engine, lives, float(prices.pension[0]) - back, last),
            _medical_line(now, float(prices.medical[0])),
            _private_line(lives, float(prices.private[0])),
        ),
        yuan_per_month=total,
        yuan_per_day=total / DAYS_A_MONTH,
        share_of_income=total / income if income > 0 else 0.0,
        outlook=line,
    )


def _pension_line(engine: Engine, lives: Lives, price: float, last: YearNote | None) -> PlanLine:
    rights, scheme = lives.rights, int(lives.plan.pension[0])
    values = {
        "share": float(lives.plan.base[0]),
        "tier": float(lives.plan.tier[0]),
        "paid": float(
            rights.months_resident[0] if scheme == Scheme.RESIDENT else rights.months_employee[0]
        )
        / 12,
        "needed": float(engine.world.minimum_months[lives.profile[0]]) / 12,
        "employer": float(employer_share(engine.world, lives, engine.world.figures(lives.year))[0]),
    }
    if is_under_contract(engine.world, lives)[0]:
        scheme, note = int(Scheme.EMPLOYEE), phrases.NOTE_CONTRACT_PENSION.filled(values)
    elif is_student(engine.world, lives)[0]:
        scheme, note = int(Scheme.NONE), phrases.NOTE_STUDENT_PENSION
    elif rights.has_claimed[0]:
        scheme = int(Scheme.EMPLOYEE if rights.pension_employee[0] > 0 else Scheme.RESIDENT)
        is_slower = engine.world.figures(lives.year).indexation < 0
        note = phrases.NOTE_DRAWN_SLOWER if is_slower else phrases.NOTE_DRAWN
    elif last is not None and last.months_gap > 0 and scheme != Scheme.NONE:
        note = phrases.NOTE_GAP.filled({"months": last.months_gap})
    elif scheme == Scheme.EMPLOYEE:
        note = _with_other(phrases.NOTE_EMPLOYEE_PENSION.filled(values), lives, Scheme.RESIDENT)
    elif scheme == Scheme.RESIDENT:
        note = _with_other(phrases.NOTE_RESIDENT_PENSION.filled(values), lives, Scheme.EMPLOYEE)
    else:
        note = phrases.NOTE_NO_PENSION.filled({"years": years_paid(lives)})
    return PlanLine(
        kind="pension", title=phrases.SCHEME_PENSION[scheme], note=note, yuan_per_month=price
    )


def years_paid(lives: Lives) -> Text:
    """Paid years of the only life by scheme, for they do not simply add up."""
    words = [_years_in(lives, scheme) for scheme in (Scheme.EMPLOYEE, Scheme.RESIDENT)]
    told = [each for each in words if each is not EMPTY]
    return functools.reduce(phrases.joined, told) if told else phrases.YEARS_NONE


def _years_in(lives: Lives, scheme: Scheme) -> Text:
    """The years in one scheme; empty where there are none."""
    is_employee, rights = scheme == Scheme.EMPLOYEE, lives.rights
    months = float((rights.months_employee if is_employee else rights.months_resident)[0])
    words = phrases.YEARS_EMPLOYEE if is_employee else phrases.YEARS_RESIDENT
    return words.filled({"n": months / 12}) if months > 0 else EMPTY


def _with_other(note: Text, lives: Lives, other: Scheme) -> Text:
    """A note on the scheme of the plan, and the years that stand in the other one."""
    years = _years_in(lives, other)
    return note if years is EMPTY else phrases.joined(note, years)


def _private_line(lives: Lives, price: float) -> PlanLine:
    """What is paid into a private pension, and what is in its account."""
    account = float(lives.rights.account_private[0])
    note = phrases.PRIVATE_NONE
    if price > 0 or account >= 1:
        words = phrases.PRIVATE_PAYS if price > 0 else phrases.PRIVATE_RESTS
        note = words.filled({"yuan": price * 12, "account": account})
    return PlanLine(kind="private", title=phrases.PRIVATE, note=note, yuan_per_month=price)


def _medical_line(now: LifeMoment, price: float) -> PlanLine:
    engine, lives, running = now.engine, now.lives, now.running
    scheme, cover = int(lives.plan.medical[0]), lives.cover
    if is_under_contract(engine.world, lives)[0]:
        scheme, note = int(Scheme.EMPLOYEE), phrases.NOTE_CONTRACT_MEDICAL
    elif is_student(engine.world, lives)[0]:
        scheme, note = int(Scheme.RESIDENT), phrases.NOTE_STUDENT_MEDICAL
    elif lives.rights.has_free_medical[0]:
        scheme, note = int(Scheme.EMPLOYEE), phrases.NOTE_FREE
    elif scheme == Scheme.NONE and running.medical_scheme == Scheme.RESIDENT:
        scheme, note = int(Scheme.RESIDENT), phrases.NOTE_AIDED
    elif scheme == Scheme.NONE and _is_enrolled_and_waiting(lives):
        scheme = int(Scheme.RESIDENT)
        note = phrases.NOTE_ENROLLED.filled({"months": int(cover.wait[0])})
    elif scheme == Scheme.NONE:
        note = phrases.NOTE_UNINSURED
    elif (months := int(max(cover.wait[0], months_to_wait(engine, lives))) - now.month) > 0:
        note = phrases.NOTE_WAITING.filled({"months": months})
    else:
        note = phrases.NOTE_COVERED
    return PlanLine(
        kind="medical", title=phrases.SCHEME_MEDICAL[scheme], note=note, yuan_per_month=price
    )


def _is_enrolled_and_waiting(lives: Lives) -> bool:
    """Whether the community has enrolled a household on the allowance that still waits."""
    cover = lives.cover
    is_enrolled = cover.scheme[0] == Scheme.RESIDENT and cover.broken[0] <= 0
    return bool(is_enrolled and cover.wait[0] > 0)


def months_to_wait(engine: Engine, lives: Lives) -> float:
    """Months before cover begins for somebody who comes back this year; 0 while insured."""
    scheme, cover = lives.plan.medical, lives.cover
    is_steady = cover.broken[0] <= 0 and scheme[0] == cover.scheme[0]
    if scheme[0] == Scheme.NONE or is_steady:
        return 0.0
    figures = engine.world.figures(lives.year)
    bought = np.where(lives.buys_back, missed_years(cover.broken), 0.0)
    contract = is_under_contract(engine.world, lives)
    return float(entry_wait(figures, lives.place, scheme, cover, bought, contract)[0])
