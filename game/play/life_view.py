"""The life screen's values: who, where, the purse, the umbrella, the plan and the ribbon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.core.life import RIBS, Lives, Scheme, Sex, Work
from game.core.text import Text
from game.play import phrases
from game.play.notes import YearNote
from game.play.outlook import Outlook, outlook_line
from game.play.ribbon import ribbon
from game.play.views import LifeView, PlanLine, PlanSummary, RibView, UmbrellaView
from game.play.year_lines import weather_of
from game.scenario.model import PlanFields
from game.sim.engine import Engine
from game.sim.household import persons, subsistence
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
LOG_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeMoment:
    """A moment of a playthrough, before it is put into words."""

    engine: Engine
    profile: int
    lives: Lives
    notes: tuple[YearNote, ...]
    running: YearNote
    """The running year as it would close now: its umbrella and its weather."""
    path: Outlook
    season: int
    is_dawn: bool
    is_over: bool
    can_undo: bool


def life_view(now: LifeMoment) -> LifeView:
    """The life screen but for its card."""
    engine, lives, note = now.engine, now.lives, now.running
    scenario = engine.world.scenario
    who = scenario.profiles[now.profile]
    enough = scenario.scoring["rib_holds"]
    return LifeView(
        name=who.name,
        subtitle=subtitle(engine, lives),
        portrait=who.picture,
        sex=sex_of(engine, lives),
        age=int(lives.age[0]),
        year=lives.year,
        season=now.season,
        savings=float(lives.cash[0]),
        debt=float(lives.debt[0]),
        month_balance=month_balance(engine, lives, note.aid / 12, is_first=not now.notes),
        health=float(lives.health[0]),
        wellbeing=float(lives.wellbeing[0]),
        work=work_of(engine, lives),
        place=scenario.places[int(lives.place[0])].id,
        place_kind=scenario.places[int(lives.place[0])].kind,
        picture=scenario.jobs[int(lives.job[0])].picture,
        has_partner=bool(lives.family.has_partner[0]),
        child_ages=tuple(int(age) for age in lives.family.child_age[:, 0] if age >= 0),
        is_mother_alive=bool(lives.family.mother_age[0] > 0),
        weather="dawn" if now.is_dawn else weather_of(note, engine.world),
        umbrella=umbrella_view(
            note.solid,
            note.hatched,
            note.applies,
            enough,
            rib_reasons(note, scenario.scoring["medical_share"]),
        ),
        plan=plan_summary(now),
        ribbon=ribbon(scenario, now.notes, lives, now.path.claim_age, now.is_over),
        log=recent_titles(engine, now.notes),
        can_undo=now.can_undo,
        is_retired=bool(lives.is_retired[0]),
    )


def recent_titles(engine: Engine, notes: Sequence[YearNote]) -> tuple[Text, ...]:
    """Titles of the events of the last years, newest last."""
    titles = {event.id: event.title for event in engine.world.scenario.events}
    met = [m.event for note in notes[-LOG_LINES:] for m in note.met if m.event in titles]
    return tuple(titles[event] for event in met[-LOG_LINES:])


def subtitle(engine: Engine, lives: Lives) -> Text:
    """Job · place · hukou."""
    scenario = engine.world.scenario
    place = scenario.places[int(lives.place[0])]
    home = scenario.places[int(engine.world.hukou[lives.profile[0]])]
    if lives.is_retired[0]:
        return phrases.SUBTITLE_RETIRED.filled({"place": place.name})
    job = scenario.jobs[int(lives.job[0])].name
    if home.id == place.id:
        return phrases.SUBTITLE_HOME.filled({"job": job, "place": place.name})
    return phrases.SUBTITLE.filled({"job": job, "place": place.name, "home": home.name})


def rib_reasons(note: YearNote, full_share: float) -> Mapping[str, Text]:
    """Why each rib of a year stands as it does.

    Args:
        note: of the year.
        full_share: fund share that fills the medical rib.
    """
    reasons = dict(phrases.RIB_REASONS)
    solid = dict(zip(RIBS, note.solid, strict=True))
    other = phrases.RIB_REASONS_OTHER
    if note.months_covered:
        share = solid["medical"] / (note.months_covered / 12) * full_share
        values = {"months": note.months_covered, "share": share}
        reasons["medical"] = reasons["medical"].filled(values)
    else:
        reasons["medical"] = other["medical"]
    if solid["injury"] == 0:
        reasons["injury"] = other["injury"]
    for rib, by_employer in phrases.RIB_REASONS_CONTRACT.items():
        if solid[rib] > 0 and (note.months_contract or rib == "unemployment"):
            reasons[rib] = by_employer
    if note.draws_pension:
        reasons["old_age"] = other["old_age"]
    return reasons


def umbrella_view(
    solid: Sequence[float],
    hatched: Sequence[float],
    applies: Sequence[bool],
    enough: float,
    reasons: Mapping[str, Text] | None = None,
) -> UmbrellaView:
    """Nine ribs from their shares; without reasons they are means over a life."""
    ribs = tuple(
        RibView(
            id=name,
            name=phrases.RIB_NAMES[name],
            solid=solid[k],
            hatched=hatched[k],
            applies=applies[k],
            reason=(reasons or {}).get(name, phrases.RIB_MEAN)
            if applies[k]
            else phrases.NOT_APPLYING,
        )
        for k, name in enumerate(RIBS)
    )
    return UmbrellaView(
        ribs=ribs,
        held=sum(rib.applies and rib.solid >= enough for rib in ribs),
        applicable=sum(rib.applies for rib in ribs),
    )


def mean_umbrella(notes: Sequence[YearNote], enough: float) -> UmbrellaView:
    """Each rib's mean over the years in which it applied."""
    solid = np.array([note.solid for note in notes])
    hatched = np.array([note.hatched for note in notes])
    applies = np.array([note.applies for note in notes])
    years = np.maximum(applies.sum(axis=0), 1)
    return umbrella_view(
        ((solid * applies).sum(axis=0) / years).tolist(),
        ((hatched * applies).sum(axis=0) / years).tolist(),
        [bool(flag) for flag in np.atleast_1d(applies.any(axis=0))],
        enough,
    )


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
    drawn = float(rights.pension_employee[0] + rights.pension_resident[0])
    income = drawn if lives.is_retired[0] else float(lives.income[0]) + drawn
    line = (
        phrases.OUTLOOK_DRAWN.filled({"pension": drawn})
        if rights.has_claimed[0] and drawn > 0
        else phrases.OUTLOOK_STUDENT
        if is_school
        else outlook_line(now.path)
    )
    return PlanSummary(
        fields=plan_fields(lives),
        lines=(
            _pension_line(engine, lives, float(prices.pension[0]) - back, last),
            _medical_line(engine, lives, float(prices.medical[0]), now.running),
            PlanLine(
                kind="private",
                title=phrases.PRIVATE,
                note=phrases.PRIVATE_NONE,
                yuan_per_month=float(prices.private[0]),
            ),
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
        note = phrases.NOTE_DRAWN
    elif last is not None and last.months_gap > 0 and scheme != Scheme.NONE:
        note = phrases.NOTE_GAP.filled({"months": last.months_gap})
    elif scheme == Scheme.EMPLOYEE:
        note = phrases.NOTE_EMPLOYEE_PENSION.filled(values)
    elif scheme == Scheme.RESIDENT:
        note = phrases.NOTE_RESIDENT_PENSION.filled(values)
    else:
        paid = float(rights.months_employee[0] + rights.months_resident[0]) / 12
        note = phrases.NOTE_NO_PENSION.filled({"paid": paid})
    return PlanLine(
        kind="pension", title=phrases.SCHEME_PENSION[scheme], note=note, yuan_per_month=price
    )


def _medical_line(engine: Engine, lives: Lives, price: float, running: YearNote) -> PlanLine:
    scheme, cover = int(lives.plan.medical[0]), lives.cover
    if is_under_contract(engine.world, lives)[0]:
        scheme, note = int(Scheme.EMPLOYEE), phrases.NOTE_CONTRACT_MEDICAL
    elif is_student(engine.world, lives)[0]:
        scheme, note = int(Scheme.RESIDENT), phrases.NOTE_STUDENT_MEDICAL
    elif lives.rights.has_free_medical[0]:
        scheme, note = int(Scheme.EMPLOYEE), phrases.NOTE_FREE
    elif scheme == Scheme.NONE and running.medical_scheme == Scheme.RESIDENT:
        scheme, note = int(Scheme.RESIDENT), phrases.NOTE_AIDED
    elif scheme == Scheme.NONE:
        note = phrases.NOTE_UNINSURED
    elif (months := int(max(cover.wait[0], months_to_wait(engine, lives)))) > 0:
        note = phrases.NOTE_WAITING.filled({"months": months})
    else:
        note = phrases.NOTE_COVERED
    return PlanLine(
        kind="medical", title=phrases.SCHEME_MEDICAL[scheme], note=note, yuan_per_month=price
    )


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


def month_balance(engine: Engine, lives: Lives, aid_per_month: float, is_first: bool) -> float:
    """What is left of a usual month after work costs, living, home and the plan, yuan.

    Args:
        engine: of the life.
        lives: the only life.
        aid_per_month: allowance and support, yuan a month.
        is_first: no year has been lived, so that nothing is known of what the life spends.
    """
    world = engine.world
    figures = world.figures(lives.year)
    job = int(lives.job[0])
    income = 0.0 if lives.is_retired[0] else float(lives.income[0])
    income -= float(world.job_costs[job]) if income > 0 else 0.0
    pension = float(lives.rights.pension_employee[0] + lives.rights.pension_resident[0])
    plan = float(prices_by_law(world, lives, figures).total[0])
    plan -= float(subsidy_per_month(world, lives, figures)[0])
    has_parent = lives.family.mother_age[0] > 0 or lives.family.father_age[0] > 0
    home = float(lives.family.remittance[0]) if has_parent else 0.0
    before = income + pension + aid_per_month - plan - home
    people = persons(world, lives)
    if not is_first:
        return before - float(lives.spending[0] * people[0])
    floor = float(subsistence(figures, lives, people)[0]) / 12
    return before - floor - max(before - floor, 0.0) * (1 - float(lives.plan.savings[0]))


def work_of(engine: Engine, lives: Lives) -> Work:
    """The kind of work now."""
    if lives.is_retired[0]:
        return Work.RETIRED
    return Work(int(engine.world.job_kind[lives.job[0]]))


def sex_of(engine: Engine, lives: Lives) -> Sex:
    """The sex of the life."""
    return Sex(int(engine.world.sex[lives.profile[0]]))
