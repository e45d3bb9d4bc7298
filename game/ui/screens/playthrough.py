"""What the screens of a life ask of a playthrough, and what they hand back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.core.text import Language, yuan
from game.play.views import (
    CardView,
    FigureView,
    LifeView,
    PlanView,
    ResultView,
    ReviewView,
    Stage,
    YearView,
)
from game.scenario.model import PlanFields
from game.ui.screen import Result

DAYS_A_MONTH = 365 / 12


class Playthrough(Protocol):
    """A life being played. ``game.play.session.Session`` is one."""

    @property
    def stage(self) -> Stage:
        """What is waited for."""
        ...

    @property
    def can_undo(self) -> bool:
        """Whether an answer of the running year can be taken back."""
        ...

    def life(self) -> LifeView:
        """The life as it stands."""
        ...

    def card(self) -> CardView:
        """The event before the choice."""
        ...

    def result(self) -> ResultView:
        """What the choice brought."""
        ...

    def choose(self, option: int) -> None:
        """Take an option of the card."""
        ...

    def put_away(self) -> None:
        """The result has been read."""
        ...

    def plan_view(self, draft: PlanFields) -> PlanView:
        """What a plan costs and gives."""
        ...

    def set_plan(self, draft: PlanFields) -> None:
        """Let a plan hold."""
        ...

    def expect(self, yuan_per_month: float | None) -> None:
        """Note the pension the player expects, None if he does not know."""
        ...

    def open_plan(self) -> None:
        """Put the plan before the player, at once."""
        ...

    def close_year(self) -> YearView:
        """Live the rest of the year."""
        ...

    def undo(self) -> bool:
        """Take back the last answer of the running year."""
        ...

    def review(self) -> ReviewView:
        """The whole life, when it is over."""
        ...

    def figures(self, screen: str) -> tuple[FigureView, ...]:
        """The figures of law on a screen, with their sources."""
        ...


@dataclass(frozen=True, slots=True)
class PlanAsked(Result):
    """The plan is to be shown."""


@dataclass(frozen=True, slots=True)
class PlanKept(Result):
    """The plan holds; life goes on."""


@dataclass(frozen=True, slots=True)
class LifeEnded(Result):
    """The review is to be shown."""


@dataclass(frozen=True, slots=True)
class LiveAgain(Result):
    """Another life of the same person, on the same luck or on another."""

    is_same_luck: bool


@dataclass(frozen=True, slots=True)
class Leave(Result):
    """To the title; the life is saved."""


def per_day(yuan_per_month: float) -> float:
    """Yuan a day of an amount a month."""
    return yuan_per_month / DAYS_A_MONTH


def signed_yuan(amount: float, language: Language) -> str:
    """Money with its sign, as a price is written."""
    return yuan(amount, language, signed=True)
