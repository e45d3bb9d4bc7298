"""Answers as they are kept: which event got which choice, or which plan was taken."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, TypeAlias

from game.core.life import Scheme
from game.scenario.model import PlanFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """A choice of an event; ids, so that a new edition of the pack can still read it."""

    event: str
    choice: str
    is_crossroad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """A plan taken."""

    plan: PlanFields


Answered: TypeAlias = Choose | Keep

_SCHEMES = ("pension", "medical")


def answer_to_json(answer: Answered) -> dict[str, Any]:
    """Plain values for a save."""
    if isinstance(answer, Keep):
        return {"plan": {k: v for k, v in asdict(answer.plan).items() if v is not None}}
    return asdict(answer)


def answer_from_json(value: Any) -> Answered:
    """The answer of a save's values.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    if "plan" in value:
        known = {field.name for field in fields(PlanFields)}
        plan = {name: value["plan"][name] for name in value["plan"] if name in known}
        for name in _SCHEMES:
            if name in plan:
                plan[name] = Scheme(plan[name])
        return Keep(plan=PlanFields(**plan))
    return Choose(
        event=str(value["event"]),
        choice=str(value["choice"]),
        is_crossroad=bool(value["is_crossroad"]),
    )
