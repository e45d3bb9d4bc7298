"""The plan screen's values for the plan being considered."""

from __future__ import annotations

from dataclasses import replace

from game.core.life import Lives, Scheme
from game.core.text import EMPTY, Text
from game.play import phrases
from game.play.outlook import Outlook, outlook, outlook_view
from game.play.plan_panel import months_to_wait
from game.play.plan_steps import PACES, SAVINGS_STEPS
from game.play.usual_month import UsualMonth, usual_month
from game.play.views import MonthSlice, PlanView, SchemeTile
from game.scenario.model import PlanFields
from game.scoring.recorded import with_fields
from game.sim.engine import Engine
from game.sim.social_security.by_law import (
    employer_share,
    is_student,
    is_under_contract,
    prices_by_law,
)
from game.sim.social_security.prices import own_base
from game.sim.social_security.subsidy import subsidy_per_month


def plan_view(engine: Engine, lives: Lives, draft: PlanFields, is_first: bool) -> PlanView:
    """Everything the plan screen shows for a draft."""
    world, decision = engine.world, engine.world.scenario.decision
    considered = replace(lives, plan=with_fields(lives.plan, draft))
    figures = world.figures(lives.year)
    month = usual_month(engine, considered)
    path, bound_by = outlook(engine, considered), _bound_by(engine, lives)
    base = own_base(considered, figures, considered.plan.base)
    return PlanView(
        draft=draft,
        income_per_month=month.income,
        pension=tuple(
            _tile(engine, lives, draft, "pension", scheme, bound_by)
            for scheme in decision.pension_options
        ),
        medical=tuple(
            _tile(engine, lives, draft, "medical", scheme, bound_by)
            for scheme in decision.medical_options
        ),
        bases=decision.bases,
        base_yuan=float(base[0]),
        base_share=float(considered.plan.base[0]),
        tiers=decision.tiers,
        waiting=_waiting(engine, considered),
        month=_slices(month),
        hint=_hint(engine, considered, path),
        outlook=outlook_view(path),
        is_first=is_first,
        employer=bound_by,
        savings_steps=SAVINGS_STEPS,
        paces=PACES,
    )


def _bound_by(engine: Engine, lives: Lives) -> Text | None:
    """Who decides in the plan's place: the employer by law, or the school; else nobody."""
    world, figures = engine.world, engine.world.figures(lives.year)
    if is_under_contract(world, lives)[0]:
        paid = float(employer_share(world, lives, figures)[0])
        return phrases.THROUGH_EMPLOYER.filled({"employer": paid})
    return phrases.THROUGH_SCHOOL if is_student(world, lives)[0] else None


def _tile(
    engine: Engine,
    lives: Lives,
    draft: PlanFields,
    field: str,
    scheme: Scheme,
    bound_by: Text | None,
) -> SchemeTile:
    """One scheme with its price a month; closed where somebody else decides."""
    chosen = PlanFields(pension=scheme) if field == "pension" else PlanFields(medical=scheme)
    plan = with_fields(with_fields(lives.plan, draft), chosen)
    figures = engine.world.figures(lives.year)
    prices = prices_by_law(engine.world, replace(lives, plan=plan), figures)
    price = float(getattr(prices, field)[0])
    if field == "pension":
        price -= float(subsidy_per_month(engine.world, replace(lives, plan=plan), figures)[0])
    return SchemeTile(
        scheme=scheme,
        label=phrases.SCHEME_SHORT[scheme],
        yuan_per_month=price,
        note=EMPTY,
        is_open=bound_by is None,
        reason=bound_by or EMPTY,
    )


def _waiting(engine: Engine, lives: Lives) -> Text:
    scheme = int(lives.plan.medical[0])
    if lives.rights.has_free_medical[0]:
        return phrases.WAITING_FREE
    if scheme == Scheme.NONE:
        return phrases.WAITING_UNINSURED
    months = months_to_wait(engine, lives)
    if not months:
        return phrases.WAITING_NONE
    is_employee = scheme == Scheme.EMPLOYEE
    phrase = phrases.WAITING_ENTRY if is_employee else phrases.WAITING_RESIDENT
    return phrase.filled({"months": months})


def _slices(month: UsualMonth) -> tuple[MonthSlice, ...]:
    """A usual month: where the money goes under the draft."""
    yuan = {
        "living": month.living,
        "work": month.costs,
        "home": month.home,
        **month.paid,
        "left": max(month.left, 0.0),
    }
    return tuple(
        MonthSlice(id=name, label=label, yuan=yuan[name])
        for name, label in phrases.SLICES.items()
        if yuan[name] >= 1 or name in ("living", "left")
    )


def _hint(engine: Engine, lives: Lives, path: Outlook) -> Text:
    """One thing worth knowing now, for this life."""
    plan = lives.plan
    figures = engine.world.figures(lives.year)
    back = float(subsidy_per_month(engine.world, lives, figures)[0])
    if back > 0:
        return phrases.HINT_SUBSIDY.filled({"back": back})
    if path.short_at is not None:
        return phrases.HINTS["subsistence"]
    if plan.medical[0] == Scheme.NONE:
        return phrases.HINTS["waiting"]
    if plan.pension[0] == Scheme.RESIDENT:
        return phrases.HINTS["resident"]
    if plan.pension[0] == Scheme.NONE:
        return phrases.HINTS["gap"]
    if plan.base[0] > 0.6:
        return phrases.HINTS["floor"]
    return phrases.HINTS["leaving"]
