"""A scenario as the engine reads it: everything resolved, nothing left to look up by name.

The compiler makes it from checked nodes; nothing here can fail at run time. Ids become indices
into the tuples of ``Scenario``; conditions and amounts become ``Expression`` values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.core.life import Scheme, Sex, Work
from game.core.text import EMPTY, LANGUAGES, Language, Text
from game.rules.law import Law
from game.rules.mortality import LifeTable
from game.scenario.schedule import At as At
from game.scenario.schedule import Hazard as Hazard
from game.scenario.teaching import Teaching
from game.scenario.trials import Trial
from game.scenario.verbs import Add as Add
from game.scenario.verbs import Array as Array
from game.scenario.verbs import Bill as Bill
from game.scenario.verbs import ChangePlan as ChangePlan
from game.scenario.verbs import Effect as Effect
from game.scenario.verbs import End as End
from game.scenario.verbs import Expression as Expression
from game.scenario.verbs import Gain as Gain
from game.scenario.verbs import If as If
from game.scenario.verbs import Lasting as Lasting
from game.scenario.verbs import Later as Later
from game.scenario.verbs import Move as Move
from game.scenario.verbs import Pay as Pay
from game.scenario.verbs import PlanFields as PlanFields
from game.scenario.verbs import Say as Say
from game.scenario.verbs import Scope as Scope
from game.scenario.verbs import Set as Set
from game.scenario.verbs import TakeJob as TakeJob
from game.scenario.verbs import Teach as Teach
from game.scenario.verbs import Trigger as Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place to live and work in; its figures are found in law by its id or province."""

    id: str
    name: Text
    province: str
    rent_per_month: float
    kind: Literal["city", "county"] = "city"
    picture: str = ""


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
    like: int = -1
    """The job it is in conditions, where it is one person's own with a pay of his own."""


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
    medical_break_months: float | None
    """Months since medical cover ended, where the life begins without; unsaid: a long time."""
    plan: PlanFields
    weight: float = 1.0
    is_hidden: bool = False
    income: int | None = None
    """Index into ``Scenario.incomes`` of a pay of one's own in the first job."""
    spending: Expression | None = None
    """What the household spends a month while it works, at the share saved in ``plan``."""
    forebears: tuple[str, ...] = ()
    """Profiles it extends, nearest first; it is of their kind in conditions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """Author state, read as ``my.<id>``."""

    id: str
    start: float
    low: float
    high: float
    kind: str


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
    stop_when: Expression | None
    """Where it does not hold the event passes by itself: it happens, and takes its default."""
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
    teaching: Teaching = field(default_factory=Teaching)
    """Letters, nudges, questions, debrief, own parts of the score, settings."""
    trials: tuple[Trial, ...] = ()
    """The pack's own ``tests:``."""
    languages: tuple[Language, ...] = LANGUAGES
    licence: str = ""
    minutes: int = 0
    """How long its authors say it takes; 0 where they do not."""
    group: str = ""
    """Whom its authors wrote it for."""
    changed_figures: tuple[str, ...] = ()
    """Numbers of law that differ from those of the base pack, by id."""
    has_fixed_end: bool = False
    """Whether nobody dies by chance: at the last age of the clock, or where an event says so."""
