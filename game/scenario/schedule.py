"""How an event comes: by a chance in each year, or for certain at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.table import Table
from game.scenario.verbs import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A chance in one year: constant, or by age, or by a table of a name; and factors on it.

    ``factors`` multiply the yearly hazard −ln(1−p), so the result stays below 1.
    """

    constant: float | None
    by: Expression | None
    table: Table | None
    factors: tuple[tuple[float, Expression], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A moment at which an event is certain: an age or a calendar year."""

    age: int | None = None
    year: int | None = None
    month: int | None = None
    """Month of that year, 1–12, where a date was written."""
