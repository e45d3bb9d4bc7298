"""A scenario as the engine reads it: everything resolved, nothing left to look up by name.

The compiler makes it from checked nodes; nothing here can fail at run time. Ids become indices
into the tuples of ``Scenario``; conditions and amounts become ``Expression`` values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.life import Cause, Scheme, Sex, Work
from game.core.text import EMPTY, Text
from game.rules.law import Law
from game.rules.mortality import LifeTable
from game.rules.table import Table

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

    @property
    def is_money(self) -> bool:
        """Whether the result is a sum of yuan, not a flow or a number."""
        return self.kind == "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place to live and work in; its figures are found in law by its id or province."""

    id: str
    name: Text
    province: str
    rent_per_month: float
    kind: Literal["city", "county"] = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job: the kind of work, what it pays by age, what it costs and risks."""

    id: str
    name: Text
    kind: Work
    income: int
    """Index into ``Scenario.incomes``."""
    hours_per_week: float
    road_risk: float
    """Factor on the rates of road injury of a full-time rider."""
    injury_cover: Literal["none", "order", "contract"]
    costs_per_month: float
    picture: str
    has_subsidy: bool = False
    """Whether its platform pays back a part of the employee pension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomePath:
    """Gross income a month by age at today's wage level, with the luck of years and months."""

    id: str
    ages: tuple[float, ...]
    yuan_per_month: tuple[float, ...]
    is_line: bool
    spread: float
    """Relative standard deviation of a year's luck."""
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a figure comes from."""

    title: Text
    status: Literal["official", "estimate", "assumed", "placeholder"]
    url: str = ""
    section: str = ""
    accessed: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person at the start of the life."""

    id: str
    name: Text
    role: Text
    story: Text
    facts: tuple[Text, ...]
    picture: str
    sex: Sex
    age: int
    hukou: int
    place: int
    job: int
    cash: float
    debt: float
    health: float
    wellbeing: float
    mother_age: int
    father_age: int
    remittance_per_month: float
    has_partner: bool
    child_ages: tuple[int, ...]
    months_employee: float
    months_resident: float
    years_resident_medical: float
    plan: PlanFields
    weight: float = 1.0
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """Author state, read as ``my.<id>``."""

    id: str
    start: float
    low: float
    high: float
    kind: str


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


Effect: TypeAlias = (
    "Pay | Gain | Bill | Add | Set | ChangePlan | Lasting | Later | Trigger | Move | TakeJob"
    " | Teach | Say | If"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a choice asks for; greyed with the reason where it does not hold."""

    check: Expression
    because: Text
    hides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of an event."""

    id: str
    label: Text
    note: Text
    """A short line under the label: what it means, why a sensible person takes it."""
    needs: Need | None
    cost: Expression | None
    """Money paid first, shown on the button; the choice is greyed where cash is short of it."""
    effects: tuple[Effect, ...]
    result: Text
    teaches: tuple[str, ...]
    attract: float = 0.0
    forgoes_treatment: bool = False
    """Treatment advised is not taken for want of money."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often it happens to people like you, in words, with its source."""

    text: Text
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens to a life, with or without a choice."""

    id: str
    index: int
    title: Text
    text: Text
    age_low: int
    age_high: int
    when: Expression | None
    hazard: Hazard | None
    at: At | None
    by_later: bool
    by_trigger: bool
    limit: int
    """Most times in a life; 10**6 where there is no limit."""
    every_years: int
    group: str
    priority: int
    values: tuple[tuple[str, Expression], ...]
    effects: tuple[Effect, ...]
    choices: tuple[Choice, ...]
    default: int
    """Index of the default choice, −1 without choices."""
    second_default: int
    stop: Literal["yes", "first", "no"]
    kind: Literal["move", "illness", "accident", "family", "money", "work", "pension", "crossroad"]
    """Chooses the mark on the ribbon and the weather of the scene."""
    frequency: Frequency | None
    teaches: tuple[str, ...]
    picture: str
    chance_stream: int
    month_stream: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """When the standing plan is put before the player, besides any time he opens it himself."""

    ask_at: tuple[int, ...]
    when: Expression | None
    pension_options: tuple[Scheme, ...]
    medical_options: tuple[Scheme, ...]
    bases: tuple[float, ...]
    tiers: tuple[float, ...]
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole pack, merged with its parents, ready to be lived."""

    id: str
    version: str
    title: Text
    summary: Text
    digest: str
    """Hash of every file the pack is made of, parents included."""
    start_year: int
    last_age: int
    law: Law
    life_table: LifeTable
    places: tuple[Place, ...]
    jobs: tuple[Job, ...]
    incomes: tuple[IncomePath, ...]
    profiles: tuple[Profile, ...]
    variables: tuple[Variable, ...]
    events: tuple[Event, ...]
    decision: Decision
    goals: Mapping[str, Text]
    streams: tuple[str, ...]
    """Names of every stream the scenario draws from; positions are what ``draw`` takes."""
    scoring: Mapping[str, float]
    """Weights and bounds of ``scoring.yaml``."""
    authors: tuple[str, ...] = ()
    note: Text = EMPTY
