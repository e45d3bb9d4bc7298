"""The ``tests:`` of a pack as data: how a life is played, and what must come of it.

Running them is for the commands; nothing here is ever played in a game.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.core.diagnostics import Place
from game.core.text import Text
from game.scenario.verbs import Expression, PlanFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """At an age, the standing plan is changed."""

    age: int
    plan: PlanFields
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet:
    """At an age, an event happens and one of its choices is taken."""

    age: int
    event: int
    choice: int | None
    """None for an event without choices, or to take its default."""
    values: tuple[tuple[str, float], ...]
    """Values it does not draw but has, in the units of a ``Scope``."""
    place: Place


Step: TypeAlias = "Decide | Meet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """A condition that must be true once the year of an age is over."""

    at: int
    check: Expression
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """An amount that must lie between two others once the year of an age is over."""

    at: int
    value: Expression
    low: float
    high: float
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """An event that must not happen."""

    event: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Happens:
    """An event that must happen, before an age if one is named."""

    event: int
    before: int | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOfLives:
    """The share of many lives in which a condition must hold at their end."""

    check: Expression
    low: float
    high: float
    place: Place


Expectation: TypeAlias = "Holds | Amounts | Never | Happens | ShareOfLives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One test: a played life (``lives`` is 1), or many of a kind of player."""

    name: Text
    place: Place
    profile: int | None
    """None: all profiles by their weights."""
    has_luck: bool
    """Without luck: income at its path, only listed events, death at 90."""
    seed: int
    lives: int
    policy: str
    """Kind of player of a test of many lives; empty for a played one."""
    play: tuple[Step, ...]
    expect: tuple[Expectation, ...]


STRATEGIES = (
    "random",
    "explorer",
    "myopic",
    "prudent",
    "resident",
    "employee_lowest",
    "never_insured",
    "never_insured_saver",
)
"""Kinds of player a test may name."""
