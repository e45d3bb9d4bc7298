"""A figure of law on a screen, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure of law on a screen, with its source."""

    label: Text
    value: Text
    since: str
    source: Text
    status: Literal["official", "estimate", "assumed", "placeholder"]
    note: Text
