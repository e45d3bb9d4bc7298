"""What the twins' screen is shown: one person, one luck, two plans, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from game.core.life import Sex, Work
from game.core.text import Text
from game.play.views import PayerView, UmbrellaView


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinPlan:
    """A way to live that can be chosen for a twin."""

    id: str
    label: Text
    """“employee schemes, lowest base”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinBill:
    """A storm's bill in one of the two lives."""

    total: float
    payers: tuple[PayerView, ...]
    own: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinStorm:
    """A storm that stops the two; a life it did not reach has no bill."""

    title: Text
    bills: tuple[TwinBill | None, TwinBill | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinSide:
    """One of the two lives in one year: what is seen of it, and how it stands."""

    age: int
    sex: Sex
    season: int
    """0 spring … 3 winter."""
    weather: Literal["dawn", "clear", "haze", "rain", "storm"]
    work: Work
    place_kind: Literal["city", "county"]
    picture: str
    """Of the job: what the person is seen doing."""
    has_partner: bool
    child_ages: tuple[int, ...]
    is_mother_alive: bool
    umbrella: UmbrellaView
    note: Text
    """“paid ¥1,316 a month for 31 years”, “kept the money in hand”."""
    wealth: float
    """Savings less debt at the birthday, yuan."""
    pension_per_month: float
    """In payment, or what the record has earned so far."""
    is_alive: bool
    lines: tuple[Text, ...]
    """What happened in this life only, and not in the other."""
    pension_from: int = 0
    """Age at which this life's own pension began; 0 while none is in payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinYear:
    """A year both lives are in; the dead one stands as it was last."""

    age: int
    year: int
    sides: tuple[TwinSide, TwinSide]
    storm: TwinStorm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinStory:
    """Both lives from the first year on: who, under which plans, every year."""

    name: Text
    plans: tuple[TwinPlan, TwinPlan]
    claim_age: int
    years: tuple[TwinYear, ...]


class Twins(Protocol):
    """Lives two lives beside the drawing; beginning and looking take no time."""

    def plans(self) -> tuple[TwinPlan, ...]:
        """The ways to live there are to choose from."""
        ...

    def begin(self, left: str, right: str) -> None:
        """Live two plans on the same luck, in place of what was begun before."""
        ...

    def story(self) -> TwinStory | None:
        """The two lives, once they are lived."""
        ...
