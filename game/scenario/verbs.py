"""What a scenario is made of at its smallest: expressions, plans, and effects, one class a verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.life import Absence, Cause, Scheme
from game.core.text import Text

Array: TypeAlias = NDArray[np.float64]


class Scope(Protocol):
    """What an expression may look at: some lives, in one year, as arrays of shape (n,).

    Money is in yuan, flows in yuan a month, times and ages in years, shares as fractions; yes and
    no are 1.0 and 0.0; a label is its index in the tuple of its kind. Only ``param.*`` is read in
    the law's own unit, as ``YearLaw.number`` gives it; the expression scales it.
    """

    @property
    def size(self) -> int: ...
    def read(self, name: str) -> Array: ...
    def draw(self, stream: int) -> Array: ...
    def count(self, event: int) -> Array: ...
    def since(self, event: int) -> Array: ...
    def chose(self, event: int, choice: int) -> Array: ...
    def contribution(self, scheme: Scheme, base: Array) -> Array: ...
    def pension_if(self, years: Array) -> Array: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A condition or an amount of the scenario language, checked and compiled."""

    source: str
    kind: str
    evaluate: Callable[[Scope], Array] = field(repr=False)
    names: frozenset[str] = frozenset()
    constant: float | None = None
    """The number it always gives, None where it depends on a life or on luck."""

    @property
    def is_money(self) -> bool:
        """Whether the result is a sum of yuan, not a flow or a number."""
        return self.kind == "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFields:
    """A plan, or the part of one that changes: ``None`` leaves a field as it is."""

    pension: Scheme | None = None
    base: float | None = None
    """Share of the reference wage, 0.6–3."""
    tier: float | None = None
    """Resident pension, yuan a year."""
    medical: Scheme | None = None
    private_per_year: float | None = None
    savings: float | None = None
    """Share of what is left that is saved, 0–1."""
    pace: float | None = None
    """Hours as a share of the job's usual hours, 0.8–1.25."""
    can_borrow: bool | None = None
    claim_age: float | None = None


# What an effect does, one class a verb; executed in written order on the lives the event met.


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Money out of the purse now."""

    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Money into the purse now."""

    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A medical bill in the event's month, paid in law's order."""

    amount: Expression
    cause: Cause
    liable: float = 0.0
    """Share a liable third party owes, 0–1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Change a variable by an amount, within its bounds."""

    name: str
    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Replace a variable."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlan:
    """Change the standing plan from the month after the event's (month 1 for a crossroad)."""

    plan: PlanFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """A temporary factor or amount, for whole months from the event's month on."""

    months: Expression
    """How long, as a time in years; × 12, rounded, are the months."""
    target: Literal["income", "spending", "contribution"]
    factor: float | None = None
    """Multiplies the target, for example 0.3 for −70 %."""
    yuan_per_month: Expression | None = None
    absence: Absence = Absence.NONE
    """Why no work is done in these months, where it is neither illness nor slack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Another event, so many years later, with a chance."""

    years_low: int
    years_high: int
    event: int
    chance: float
    stream: int
    stream_years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Another event in the next round of the same year."""

    event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Live in another place from now on."""

    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeJob:
    """Work in another job from now on."""

    job: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Teach:
    """Mark a learning goal as met."""

    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A line in the log of the life."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class If:
    """Effects for the lives in which a condition holds, others for the rest."""

    check: Expression
    then: tuple[Effect, ...]
    otherwise: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An end an author has fixed: of the life, at the close of the year, or of all work."""

    of: Literal["life", "work"]


Effect: TypeAlias = (
    "Pay | Gain | Bill | Add | Set | ChangePlan | Lasting | Later | Trigger | Move | TakeJob"
    " | Teach | Say | If | End"
)
