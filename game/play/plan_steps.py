"""The steps a plan is changed in, and the plans one step away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from game.core.life import Scheme
from game.scenario.model import Decision, PlanFields

SAVINGS_STEPS: Final = (0.1, 0.2, 0.3, 0.4, 0.5)
PACES: Final = (0.8, 1.0, 1.2)
_SAME: Final = 1e-9


def steps_away(decision: Decision, plan: PlanFields) -> tuple[PlanFields, ...]:
    """The plans a player may make of this one by one change, the likeliest first.

    Args:
        decision: the steps the scenario offers.
        plan: with every field given.
    """
    amounts: list[tuple[str, Sequence[float]]] = [("savings", SAVINGS_STEPS), ("pace", PACES)]
    if plan.pension == Scheme.EMPLOYEE:
        amounts.insert(0, ("base", decision.bases))
    if plan.pension == Scheme.RESIDENT:
        amounts.insert(0, ("tier", decision.tiers))
    changes: list[dict[str, Any]] = []
    for name, steps in amounts:
        changes.extend({name: step} for step in _beside(steps, getattr(plan, name)))
    for name in ("pension", "medical"):
        options = getattr(decision, f"{name}_options")
        changes.extend({name: each} for each in options if each != getattr(plan, name))
    return tuple(replace(plan, **change) for change in changes)


def _beside(steps: Sequence[float], value: float | None) -> list[float]:
    """The step above and the step below a value."""
    if value is None:
        return []
    above = [step for step in steps if step > value + _SAME][:1]
    below = [step for step in steps if step < value - _SAME][-1:]
    return above + below
