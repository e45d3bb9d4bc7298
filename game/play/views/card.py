"""A card, its options with their prices, bills, and what a choice brought."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerView:
    """Who pays how much of a bill."""

    who: Text
    yuan: float
    is_self: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceParts:
    """What an option's sum of the year is made of: ``income − bill − paid − spent``, yuan."""

    income: float = 0.0
    """What comes in more; negative is income lost."""
    bill: float = 0.0
    """Own part of bills."""
    paid: float = 0.0
    """Whatever else is paid once, months bought among it; negative is money given to the life."""
    spent: float = 0.0
    """What a month costs more to live for a time, so far as it falls into the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One option of a card, with its price computed by taking it on a copy of this life."""

    label: Text
    note: Text
    yuan_now: float
    """What this year changes by, the plan's own price left out; negative is a cost."""
    per_month_change: float
    """Change of the plan's monthly price, 0 where the plan stays."""
    debt_change: float
    is_open: bool
    reason: Text
    """Why it is greyed, empty where it is open."""
    parts: PriceParts = PriceParts()
    """``yuan_now`` apart: what is paid, and what income is lost."""


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
