"""Where a plan leads if nothing changes and luck stays even: one more column, lived to the end."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.core.chance import Chance
from game.core.life import Lives, Plan, Scheme
from game.core.text import Text
from game.play import phrases
from game.play.views import OutlookView
from game.scenario.model import PlanFields
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.strategies import hold

CALM = Chance(seed=0, is_calm=True)
OUTLOOK_YEARS = 3
"""Years after the claim that the chart still shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The path of one plan by even luck."""

    ages: tuple[int, ...]
    savings: tuple[float, ...]
    claim_age: int
    pension_per_month: float
    wage: float
    basket: float
    years_paid: float
    years_needed: float
    short_at: int | None
    """First age at which money is short for a contribution."""


def with_plan(lives: Lives, fields: PlanFields) -> Lives:
    """The lives under a plan; what it leaves out stays."""
    return replace(lives, plan=changed_plan(lives.plan, fields))


def changed_plan(plan: Plan, fields: PlanFields) -> Plan:
    """A plan with the fields that are given."""
    names = {"private_per_year": "private"}
    changes = {}
    for name in PlanFields.__dataclass_fields__:
        value = getattr(fields, name)
        if value is not None:
            old = getattr(plan, names.get(name, name))
            changes[names.get(name, name)] = np.full_like(old, value)
    return replace(plan, **changes)


def outlook(engine: Engine, lives: Lives) -> Outlook:
    """Live the only life on with even luck and every default, to some years after its claim."""
    world = engine.world
    line = int(world.old_age_line[lives.profile[0]])
    ages, savings = [int(lives.age[0])], [float(lives.cash[0])]
    rights, short_at = lives.rights, None
    pension = float(rights.pension_employee[0] + rights.pension_resident[0])
    claim_age = line
    if rights.has_claimed[0]:
        claim_age = int(lives.age[0] - rights.months_drawn[0] / 12)
    while int(lives.age[0]) < max(line, claim_age) + OUTLOOK_YEARS:
        _, lives, record = advance(engine, _kept_alive(lives), CALM, hold)
        ages.append(int(lives.age[0]))
        savings.append(float(lives.cash[0]))
        if short_at is None and record.months_pension_gap[0] + record.months_medical_gap[0] > 0:
            short_at = int(record.age[0])
        if record.pensions[0] > 0 and pension == 0.0:
            pension, claim_age = float(record.pensions[0] / 12), int(record.age[0])
        rights = lives.rights
    paid_months = float(rights.months_employee[0] or rights.months_resident[0])
    figures = world.figures(lives.year)
    place = int(lives.place[0])
    is_resident = lives.plan.pension[0] == Scheme.RESIDENT and not rights.months_employee[0]
    needed = (
        figures.law.number("resident_pension.minimum_months")
        if is_resident
        else float(world.minimum_months[lives.profile[0]])
    )
    return Outlook(
        ages=tuple(ages),
        savings=tuple(savings),
        claim_age=claim_age,
        pension_per_month=pension,
        wage=float(figures.reference_wage[place]),
        basket=float(world.scenario.scoring["basket_share"] * figures.usual_living[place]),
        years_paid=paid_months / 12,
        years_needed=needed / 12,
        short_at=short_at,
    )


def _kept_alive(lives: Lives) -> Lives:
    """Even luck is no death: the outlook asks what comes if one lives."""
    return replace(lives, is_alive=np.ones_like(lives.is_alive))


def outlook_view(path: Outlook) -> OutlookView:
    """The outlook for the plan screen."""
    affordable = (
        phrases.AFFORDABLE
        if path.short_at is None
        else phrases.SHORT_FROM.filled({"age": path.short_at})
    )
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
        return phrases.OUTLOOK.filled(values)
    short = path.years_needed - path.years_paid
    if path.years_paid > 0 and short > 0:
        return phrases.OUTLOOK_SHORT.filled({"years": short, "age": path.claim_age})
    return phrases.OUTLOOK_NONE
