"""The steps a plan is changed in, and the plans a player may try next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final

from game.core.life import Scheme
from game.scenario.model import Decision, PlanFields
from game.scoring.steps import above, below

SAVINGS_STEPS: Final = (0.1, 0.2, 0.3, 0.4, 0.5)
PACES: Final = (0.8, 1.0, 1.2)


def steps_away(decision: Decision, plan: PlanFields) -> tuple[PlanFields, ...]:
    """The plans a player may make of this one by one change, the likeliest first.

    One step of any amount, then another scheme, then the rest of the pension's slider.

    Args:
        decision: the steps the scenario offers.
        plan: with every field given.
    """
    slider: list[tuple[str, Sequence[float]]] = []
    if plan.pension == Scheme.EMPLOYEE:
        slider = [("base", decision.bases)]
    if plan.pension == Scheme.RESIDENT:
        slider = [("tier", decision.tiers)]
    amounts = [*slider, ("savings", SAVINGS_STEPS), ("pace", PACES)]
    changes: list[dict[str, Any]] = []
    for name, steps in amounts:
        changes.extend({name: step} for step in _nearest(steps, getattr(plan, name))[:2])
    for name in ("pension", "medical"):
        options = getattr(decision, f"{name}_options")
        changes.extend({name: each} for each in options if each != getattr(plan, name))
    for name, steps in slider:
        changes.extend({name: step} for step in _nearest(steps, getattr(plan, name))[2:])
    return tuple(replace(plan, **change) for change in changes)


def _nearest(steps: Sequence[float], value: float | None) -> list[float]:
    """The other steps, going out from a value: one above, one below, the next above."""
    if value is None:
        return []
    pairs = zip_longest(above(steps, value), below(steps, value))
    return [step for pair in pairs for step in pair if step is not None]
