"""What a played life has answered, as plain values: enough to live it again on any luck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, TypeAlias

import numpy as np

from game.core.arrays import Flag, changed
from game.core.chance import Chance, Words
from game.core.life import Plan
from game.scenario.model import PlanFields

PlanValue: TypeAlias = "float | int | bool"
IN_PLAN: Final = {
    field.name: "private" if field.name == "private_per_year" else field.name
    for field in fields(PlanFields)
}
"""Names of plan fields as an author or a player says them, and as a life holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedYear:
    """One year of a played life."""

    year: int
    age: int
    met: tuple[tuple[str, str], ...]
    """Event and choice, in the order they were met; the choice is empty where there was none."""
    taken: PlanFields | None
    """The plan that was answered, none where it was left alone."""
    plan: PlanFields
    """The plan that stood at the close, changes by events included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedLife:
    """A played life."""

    profile: int
    seed: int
    life: int
    """Identity of the life, which keys its luck."""
    years: tuple[RecordedYear, ...]

    @property
    def last_answers(self) -> Mapping[str, str]:
        """The answer given to each event, the last one if there were several."""
        return {event: choice for year in self.years for event, choice in year.met}

    @property
    def plans(self) -> Mapping[int, PlanFields]:
        """The plan in force by calendar year."""
        return {year.year: year.plan for year in self.years}

    def plan_in(self, year: int) -> PlanFields:
        """The plan in force in a year; after the life's end the last one goes on."""
        last = self.years[-1]
        return self.plans.get(year, last.plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLuck(Chance):
    """Luck of columns that share it: column ``j`` lives the luck of life ``of[j]``.

    Columns are told apart by their identity, 0 … n−1, which a policy may read as well.
    """

    of: Words

    def of_year(self, life: Words, age: Any) -> Words:
        """As ``Chance``, each column with the luck it shares."""
        return Chance.of_year(self, self.of[life.astype(np.int64)], age)


def with_fields(plan: Plan, changes: PlanFields, which: Flag | None = None) -> Plan:
    """A plan with the fields that are given, for all lives or for some."""
    arrays = {}
    for name, path in IN_PLAN.items():
        value = getattr(changes, name)
        if value is not None:
            old = getattr(plan, path)
            new = np.full_like(old, value)
            arrays[path] = new if which is None else np.where(which, new, old)
    return changed(plan, **arrays) if arrays else plan


def only_field(name: str, value: PlanValue) -> PlanFields:
    """A plan that says one thing."""
    given: dict[str, Any] = {name: value}
    return PlanFields(**given)


def fields_of(plan: Plan, column: int) -> PlanFields:
    """One life's plan as plain values."""
    return PlanFields(
        **{name: getattr(plan, path)[column].item() for name, path in IN_PLAN.items()}
    )


def changes_between(before: PlanFields, after: PlanFields) -> PlanFields:
    """The fields of ``after`` that are given and differ."""
    given = {field.name: getattr(after, field.name) for field in fields(PlanFields)}
    return PlanFields(
        **{
            name: value
            for name, value in given.items()
            if value is not None and value != getattr(before, name)
        }
    )
