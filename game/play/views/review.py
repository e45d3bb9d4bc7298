"""The life, in review: parts of the score, storms, other cover."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.text import Text
from game.play.views.card import PayerView
from game.play.views.life import RibbonView, UmbrellaView


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
