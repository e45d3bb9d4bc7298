"""What a screen is shown of a life: plain values and texts in both languages, nothing to compute.

Money is in yuan of the start year at today's wage level. A screen never reads the engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from game.core.life import Scheme, Sex, Work
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
class PayerView:
    """Who pays how much of a bill."""

    who: Text
    yuan: float
    is_self: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One option of a card, with its price computed by taking it on a copy of this life."""

    label: Text
    note: Text
    yuan_now: float
    """What this year changes by: lost income, own part of bills, payments; negative is a cost."""
    per_month_change: float
    """Change of the plan's monthly price, 0 where the plan stays."""
    debt_change: float
    is_open: bool
    reason: Text
    """Why it is greyed, empty where it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillView:
    """A bill, who pays it with the cover of today, and what it would have been otherwise."""

    total: float
    payers: tuple[PayerView, ...]
    own: float
    headline: Text
    """“On an order: injury cover pays all ¥13,200.”"""
    otherwise: Text
    """“Off duty it would have been your medical insurance: ¥9,480.”"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An event before the choice. Without options there is only “go on”."""

    event_id: str
    kind: str
    title: Text
    text: Text
    bill: BillView | None
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """What the choice brought, who paid, and how often this happens to people like you."""

    title: Text
    text: Text
    bill: BillView | None
    frequency: Text
    source: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeTile:
    """One tile of the plan screen: a scheme and its price a month; closed with a reason."""

    scheme: Scheme
    label: Text
    yuan_per_month: float
    note: Text
    is_open: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSlice:
    """A part of the stacked month bar: living, home, pension, medical, private, left."""

    id: str
    label: Text
    yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookView:
    """What a plan leads to if nothing changes and luck stays even: yearly steps by age."""

    ages: tuple[int, ...]
    savings: tuple[float, ...]
    claim_age: int
    pension_per_month: float
    share_of_wage: float
    basket_per_month: float
    years_paid: float
    years_needed: float
    years_affordable: Text
    """“Can be paid in every year”, or the first age in which money is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The plan screen for the plan being considered."""

    draft: PlanFields
    income_per_month: float
    pension: tuple[SchemeTile, ...]
    medical: tuple[SchemeTile, ...]
    bases: tuple[float, ...]
    base_yuan: float
    base_share: float
    tiers: tuple[float, ...]
    waiting: Text
    """What cover starts when, and what a return would cost."""
    month: tuple[MonthSlice, ...]
    hint: Text
    """One thing worth knowing now, for this life."""
    outlook: OutlookView
    is_first: bool
    employer: Text | None = None
    """Who decides in the plan's place and what he pays: an employer or the school; else none."""
    savings_steps: tuple[float, ...]
    paces: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year that has just closed, for the breath between two years."""

    age: int
    lines: tuple[Text, ...]
    weather: Literal["dawn", "clear", "haze", "rain", "storm"]
    has_died: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One part of the life score; ``points`` None where it never applied."""

    id: str
    label: Text
    points: float | None
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StormView:
    """One of the storms of the life and who paid it."""

    age: int
    title: Text
    total: float
    own: float
    """Really paid out of one's own purse and credit."""
    payers: tuple[PayerView, ...]
    unpaid: float = 0.0
    """What nobody ever paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The same life and luck with other cover: money each month from the old-age line on."""

    id: str
    label: Text
    yuan_per_month: float
    lived_to: int
    score: float
    is_player: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The life, in review."""

    name: Text
    subtitle: Text
    """“Born 2004 in Henan · rode in Hangzhou for 29 years · died at 84”."""
    expected_pension: float | None
    pension_per_month: float
    umbrella: UmbrellaView
    """Mean over the years in which a rib applied."""
    score: float
    score_line: Text
    """“71 of 100, over 62 years”, or “your old age never came”."""
    parts: tuple[PartView, ...]
    storms: tuple[StormView, ...]
    paid_in: float
    """Own contributions over the life, without interest."""
    received: float
    """Pensions, disability allowance, the share of bills others paid, and sums to heirs."""
    comparisons: tuple[ComparisonView, ...]
    old_age_from: int
    basket_per_month: float
    ribbon: RibbonView
    kept: tuple[Text, ...]
    """Who is under the umbrella at the end: what was kept."""
    employers_paid_in: float = 0.0
    """What employers paid in on top over the life."""
    comparison_note: Text | None = None
    """In place of the other covers where the law left no choice: ``comparisons`` is then the
    player alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure of law on a screen, with its source."""

    label: Text
    value: Text
    since: str
    source: Text
    status: Literal["official", "estimate", "assumed", "placeholder"]
    note: Text
