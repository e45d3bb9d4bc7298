"""What a pack teaches with besides events: letters, nudges, questions, a debrief, a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from game.core.text import EMPTY, Text
from game.scenario.schedule import At, Hazard
from game.scenario.verbs import Expression

Framing: TypeAlias = Literal["gain", "loss", "norm", "reminder"]
Channel: TypeAlias = Literal["sms", "app", "poster", "officer", "friend"]
QuestionKind: TypeAlias = Literal["one", "many", "true_false", "number", "order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a letter or question first may come: after an event, an age or a move."""

    event: int | None = None
    age: int | None = None
    turn: int | None = None
    is_move: bool = False
    place: int | None = None
    """The place moved to; None for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A notice of an office: something has changed and may have to be done; never a choice."""

    id: str
    when: Expression | None
    once_after: Moment | None
    subject: Text
    text: Text
    what_changed: Text
    do: Text
    by_months: int | None
    """Months within which it should be done; None for no term."""
    teaches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """A reminder in one of several wordings; it changes nothing by itself."""

    id: str
    channel: Channel
    age_low: int
    age_high: int
    when: Expression | None
    hazard: Hazard | None
    at: At | None
    limit: int
    every_years: int
    values: tuple[tuple[str, Expression], ...]
    framings: Mapping[Framing, Text]
    assign: Literal["random", "by_life"] | Framing
    teaches: tuple[str, ...]
    attention: float
    """Points of attention simulated players get from it; a person reacts as he likes."""
    chance_stream: int
    framing_stream: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer a question offers."""

    text: Text
    is_right: bool
    because: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question whose answer is given, or computed from the law of the year."""

    id: str
    kind: QuestionKind
    ask: Text
    after: Moment | None
    when: Expression | None
    goal: str
    values: tuple[tuple[str, Expression], ...]
    answers: tuple[Answer, ...]
    """For ``order``: in the right order. For ``true_false``: yes, then no."""
    answer: Expression | None
    """The right number of a question of kind ``number``."""
    tolerance: float
    """How far off a number may be, as a share of the right one."""
    explain: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefLine:
    """What is said at the end where a condition holds; the first that does, for each goal."""

    when: Expression | None
    text: Text
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """A part a pack adds to the score: an amount between its good and its bad end."""

    id: str
    label: Text
    of: Expression
    weight: float
    good: float
    bad: float
    """In the units of a ``Scope``: yuan, yuan a month, years, shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A scheme as an author describes it: who may join, what it costs, what it gives."""

    id: str
    kind: Literal["pension", "medical"]
    name: Text
    who: Expression | None
    contribution: Expression | None
    benefit: Expression | None
    vesting: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a pack wants to be played and judged."""

    text_box: Literal["normal", "tall"] = "normal"
    """The room ``check`` grants the texts of events; a card that is full scrolls."""
    seed: int | None = None
    """The luck a class starts with; None where every new life has its own."""
    events_per_turn: int = 3
    """Events a year for a life at most; what is beyond is dropped."""
    lint: Mapping[str, float] = field(default_factory=dict)
    """Bounds of the playtest by code, such as ``SP01``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """Everything of a pack that teaches besides its events."""

    letters: tuple[Letter, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    quiz: tuple[Question, ...] = ()
    debrief: tuple[DebriefLine, ...] = ()
    score: tuple[ScorePart, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    settings: Settings = field(default_factory=Settings)
