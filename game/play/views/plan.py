"""The plan screen for the plan being considered, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.life import Scheme
from game.core.text import Text
from game.scenario.model import PlanFields


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
