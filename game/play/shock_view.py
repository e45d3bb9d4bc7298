"""After a bill: who paid, what it would have been under other cover, how often it comes."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.text import Text
from game.play.views import PayerView


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverCase:
    """The same bill under one cover."""

    label: Text
    """“Employee medical”, “no cover”."""
    own: float
    is_yours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShockView:
    """One bill seen from all sides; the own cover stands first."""

    total: float
    payers: tuple[PayerView, ...]
    cases: tuple[CoverCase, ...]
    frequency: Text
    """“This happens to about 12 in 100 people like you each year.”; empty where nobody counts."""
    source: Text
