"""Where a plan leads if nothing changes and luck stays even: one more column, lived to the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.core.text import Text, Value
from game.play import phrases
from game.play.views import OutlookView
from game.scenario.model import Event, PlanFields
from game.scenario.verbs import Set
from game.scoring.recorded import with_fields
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.events import SKIP
from game.sim.figures import Figures
from game.sim.strategies import MOVES_RECORD, Policy, record_moved
from game.sim.world import World
from game.sim.year import MONTHS, Answer, Year
from game.sim.year import Stage as Round

CALM = Chance(seed=0, is_calm=True)
EXTENDING_YEARS = 10
"""How long after the latest claim the outlook waits for a record that is paid on."""
OUTLOOK_YEARS = 3
"""Years after the claim that the chart still shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The path of one plan by even luck."""

    ages: tuple[int, ...]
    savings: tuple[float, ...]
    claim_age: int
    asked_age: int
    """Age at which the plan means to claim."""
    pension_per_month: float
    wage: float
    basket: float
    years_paid: float
    years_needed: float
    short_at: int | None
    """First age at which money is short for a contribution."""
    pays_anything: bool
    pays_pension: bool
    """Whether anything more can come to the record: a plan that pays, before retirement."""
    scheme: str = "employee"
    """Whose years count: ``employee`` or ``resident``."""
    has_moved: bool = False
    """Whether a record too short has moved to the resident scheme on the way."""


def with_plan(lives: Lives, fields: PlanFields) -> Lives:
    """The lives under a plan; what it leaves out stays."""
    return replace(lives, plan=with_fields(lives.plan, fields))


def still(engine: Engine, year: Year) -> Answer:
    """Keep the plan and let no event in: what follows if nothing changes."""
    if year.stage == Round.PLAN:
        return Answer()
    return Answer(choice=np.full(year.lives.size, SKIP, dtype=np.int64))


def settling(engine: Engine, year: Year) -> Answer:
    """Keep the plan and let in only the question what becomes of a record too short.

    It is answered as the futures of a forecast answer it, so that both lead to one pension.
    """
    offered = int(year.offered[0]) if year.stage != Round.PLAN else -1
    if offered >= 0 and asks_about_record(engine.world.scenario.events[offered]):
        return record_moved(engine, year)
    return still(engine, year)


@lru_cache(maxsize=8)
def _quiet(engine: Engine) -> Engine:
    """The same engine in a world in which nothing comes but that question."""
    events = engine.world.scenario.events
    asking = frozenset(event.index for event in events if asks_about_record(event))
    return Engine(world=engine.world.with_only(asking))


def asks_about_record(event: Event) -> bool:
    """Whether one of its answers moves a record too short to the resident scheme."""
    effects = (effect for choice in event.choices for effect in choice.effects)
    return any(isinstance(effect, Set) and effect.name == MOVES_RECORD for effect in effects)


def outlook(engine: Engine, lives: Lives, policy: Policy = settling) -> Outlook:
    """Live the only life on with even luck and no other event, to some years after its claim.

    Args:
        engine: of the life.
        lives: the only life, with the plan considered.
        policy: ``still`` where the question about a short record is just being answered.
    """
    world, quiet = engine.world, _quiet(engine)
    has_record = bool(lives.rights.months_employee[0] > 0)
    profile = int(lives.profile[0])
    line, asked = int(world.old_age_line[profile]), int(lives.plan.claim_age[0])
    latest = int(world.claim_window[1][profile]) + EXTENDING_YEARS
    ages, savings = [int(lives.age[0])], [float(lives.cash[0])]
    rights, short_at = lives.rights, None
    plan, is_retired = lives.plan, bool(lives.is_retired[0])
    # Whoever pays into the resident scheme will have a record too short moved there.
    stops = lives.plan.pension == Scheme.RESIDENT
    lives = replace(lives, is_moving_to_resident=lives.is_moving_to_resident | stops)
    pension = float(rights.pension_employee[0] + rights.pension_resident[0])
    claim_age = max(asked, int(lives.age[0]))
    if rights.has_claimed[0]:
        claim_age = int(lives.age[0] - rights.months_drawn[0] / MONTHS)
    paid = {int(lives.age[0]): _paid_months(lives)}
    while _goes_on(int(lives.age[0]), pension, max(line, claim_age), latest):
        _, lives, record = advance(quiet, _kept_alive(lives), CALM, policy)
        ages.append(int(lives.age[0]))
        savings.append(float(lives.cash[0]))
        if short_at is None and record.months_pension_gap[0] + record.months_medical_gap[0] > 0:
            short_at = int(record.age[0])
        if record.pensions[0] > 0 and pension == 0.0:
            pension, claim_age = float(record.pensions[0] / MONTHS), int(record.age[0])
        paid[int(lives.age[0])] = _paid_months(lives)
    figures = world.figures(lives.year)
    place = int(lives.place[0])
    if _is_resident_only(lives):
        asked = int(figures.law.number("resident_pension.age") / MONTHS)
    shown = max(line, claim_age) + OUTLOOK_YEARS - ages[0] + 1
    return Outlook(
        ages=tuple(ages[: max(shown, 2)]),
        savings=tuple(savings[: max(shown, 2)]),
        claim_age=claim_age,
        asked_age=asked,
        pension_per_month=pension,
        wage=float(figures.reference_wage[place]),
        basket=float(world.scenario.scoring["basket_share"] * figures.usual_living[place]),
        years_paid=paid[max(min(asked, max(paid)), ages[0])] / MONTHS,
        years_needed=_needed_months(world, lives, figures) / MONTHS,
        short_at=short_at,
        scheme="resident" if _is_resident_only(lives) else "employee",
        pays_anything=bool((plan.pension[0] > 0) | (plan.medical[0] > 0)),
        pays_pension=bool(plan.pension[0] > 0) and not is_retired,
        has_moved=has_record and bool(lives.rights.months_employee[0] == 0),
    )


def _goes_on(age: int, pension: float, line: int, latest: int) -> bool:
    """Some years beyond the claim; where no pension has begun, as long as one still may."""
    return age < line + OUTLOOK_YEARS or (pension == 0.0 and age < latest)


def _paid_months(lives: Lives) -> float:
    rights = lives.rights
    return float(rights.months_employee[0] or rights.months_resident[0])


def _needed_months(world: World, lives: Lives, figures: Figures) -> float:
    """Months asked for by the scheme that counts for this life."""
    if _is_resident_only(lives):
        return figures.law.number("resident_pension.minimum_months")
    return float(world.minimum_months[lives.profile[0]])


def _is_resident_only(lives: Lives) -> bool:
    """Whether the resident scheme decides: no employee month, and resident ones or their plan."""
    rights = lives.rights
    is_in = rights.months_resident[0] > 0 or lives.plan.pension[0] == Scheme.RESIDENT
    return bool(rights.months_employee[0] == 0 and is_in)


def _kept_alive(lives: Lives) -> Lives:
    """Even luck is no death: the outlook asks what comes if one lives."""
    return replace(lives, is_alive=np.ones_like(lives.is_alive))


def outlook_view(path: Outlook) -> OutlookView:
    """The outlook for the plan screen."""
    nothing = phrases.NOTHING_MORE_PAID if path.years_paid > 0 else phrases.NOTHING_PAID
    affordable = phrases.AFFORDABLE if path.pays_anything else nothing
    if path.short_at is not None:
        affordable = phrases.SHORT_FROM.filled({"age": path.short_at})
    return OutlookView(
        ages=path.ages,
        savings=path.savings,
        claim_age=path.claim_age,
        pension_per_month=path.pension_per_month,
        share_of_wage=path.pension_per_month / path.wage,
        basket_per_month=path.basket,
        years_paid=path.years_paid,
        years_needed=path.years_needed,
        years_affordable=affordable,
    )


def outlook_line(path: Outlook) -> Text:
    """One sentence for the plan panel."""
    if path.pension_per_month > 0:
        values = {"pension": path.pension_per_month, "age": path.claim_age}
        words = phrases.OUTLOOK_MOVED if path.has_moved else phrases.OUTLOOK
        return words.filled(values)
    short = path.years_needed - path.years_paid
    if path.years_paid > 0 and short > 0:
        said: dict[str, Value] = {
            "scheme": phrases.SCHEME_OF_YEARS[path.scheme],
            "years": short,
            "age": path.asked_age,
            "paid": path.years_paid,
            "needed": path.years_needed,
        }
        if path.ages[0] < path.asked_age:
            return phrases.OUTLOOK_SHORT.filled(said)
        words = phrases.OUTLOOK_STILL if path.pays_pension else phrases.OUTLOOK_OVER
        return words.filled(said)
    return phrases.OUTLOOK_NONE
