"""What the review is shown of choices: turning points, and the same life with other cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.core.text import Text
from game.play.luck_view import LuckView


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointView:
    """One decision of the life, held against the other option on the same luck."""

    id: str
    age: int
    title: Text
    """What was done: “Joined the employee pension”."""
    other: Text
    """What the other life does instead: “Stayed in the resident scheme”."""
    effect: Text
    """What the choice brought: “+7.5 points; +¥1,270 a month from 63”."""
    is_gain: bool
    weight: float
    """How much it moved the life, of the one that moved it most, 0–1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningView:
    """Up to five turning points, the largest first; they do not add up."""

    points: tuple[TurningPointView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLife:
    """The same person on the same luck with other cover."""

    id: str
    label: Text
    yuan_per_month: float
    """Income each month from pension age to death, on average."""
    bills: float
    """Own payments for health over the life."""
    years_below_floor: float
    score: float | None
    """None where it lived longer or shorter than the player's: then the years are what counts."""
    lived_to: int
    is_player: bool


class Findings(Protocol):
    """What is worked out after a life; each part is there when it is ready, else None."""

    def turning(self) -> TurningView | None:
        """The turning points."""
        ...

    def luck(self) -> LuckView | None:
        """Luck and choice."""
        ...

    def compared(self) -> tuple[ComparedLife, ...] | None:
        """The same life with other cover, the player's own first."""
        ...
