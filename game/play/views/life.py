"""The life as it stands: who, where, the umbrella, the plan and the ribbon."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from game.core.life import Sex, Work
from game.core.text import Text
from game.scenario.model import PlanFields


class Stage(Enum):
    """What the session waits for."""

    CARD = "card"
    """An event or a crossroad with its choices."""
    RESULT = "result"
    """What the choice brought, to be read and put away."""
    PLAN = "plan"
    """The standing plan is before the player."""
    YEAR = "year"
    """Nothing to decide: the year may close."""
    OVER = "over"
    """The life has ended: the review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RibView:
    """One rib of the umbrella this year: shares 0–1; ``applies`` false is grey."""

    id: str
    name: Text
    solid: float
    hatched: float
    applies: bool
    reason: Text
    """One short sentence why it stands as it does, for hover and for reading aloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UmbrellaView:
    """Nine ribs, clockwise from the top, and how many hold of those that apply."""

    ribs: tuple[RibView, ...]
    held: int
    applicable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A round mark on the ribbon."""

    age: float
    kind: str
    """``move illness accident family money work pension crossroad`` or ``plan``."""
    title: Text
    line: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """A stretch of the ribbon: ages from–to and what it was."""

    start: float
    end: float
    state: Literal["paid", "resident", "gap", "none", "drawn", "free", "ahead"]
    """``paid`` employee scheme, ``resident`` scheme (paler), ``gap`` months unpaid under a plan,
    ``none`` no plan, ``drawn`` a pension in payment, ``free`` medical cover without paying,
    ``ahead`` what goes on if nothing changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonView:
    """The life along one line, from the first age shown to the last."""

    first_age: float
    last_age: float
    today: float
    pension: tuple[BandView, ...]
    medical: tuple[BandView, ...]
    marks: tuple[MarkView, ...]
    paid_years: int
    """Whole years paid into either pension scheme: the tokens in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line of the plan panel: a scheme, how it stands, what it costs a month."""

    kind: Literal["pension", "medical", "private"]
    title: Text
    note: Text
    yuan_per_month: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """The plan as it stands: its price a month, a day and as a share of income; what it gives."""

    fields: PlanFields
    lines: tuple[PlanLine, ...]
    yuan_per_month: float
    yuan_per_day: float
    share_of_income: float
    outlook: Text
    """“If nothing changes: ¥2,310 a month from 63”, or what stands in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeView:
    """The life screen but for its card."""

    name: Text
    subtitle: Text
    """Job · place · hukou."""
    portrait: str
    sex: Sex
    age: int
    year: int
    season: int
    """0 spring … 3 winter: of the running moment."""
    savings: float
    debt: float
    month_balance: float
    """What is left of a month after living, home and the plan."""
    health: float
    wellbeing: float
    work: Work
    place: str
    """Id of the place lived in."""
    place_kind: Literal["city", "county"]
    picture: str
    has_partner: bool
    child_ages: tuple[int, ...]
    is_mother_alive: bool
    weather: Literal["dawn", "clear", "haze", "rain", "storm"]
    umbrella: UmbrellaView
    plan: PlanSummary
    ribbon: RibbonView
    log: tuple[Text, ...]
    """Lines of the last years that passed without a stop, newest last."""
    can_undo: bool
    is_retired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year that has just closed, for the breath between two years."""

    age: int
    lines: tuple[Text, ...]
    weather: Literal["dawn", "clear", "haze", "rain", "storm"]
    has_died: bool
