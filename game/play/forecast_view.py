"""What the plan screen is shown of a forecast: many lives from today, one plan, other luck.

Money is in yuan of the start year at today's wage level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.scenario.model import PlanFields


@dataclass(frozen=True, slots=True, kw_only=True)
class FanView:
    """A quantity by age over many lives: five percentiles, each as long as the ages."""

    low: tuple[float, ...]
    """A tenth of the lives has less."""
    lower: tuple[float, ...]
    """A quarter of the lives has less."""
    middle: tuple[float, ...]
    upper: tuple[float, ...]
    """A quarter of the lives has more."""
    high: tuple[float, ...]
    """A tenth of the lives has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    """What may come of a plan."""

    plan: PlanFields
    lives: int
    """How many lives were lived for it."""
    ages: tuple[int, ...]
    savings: FanView
    """Yuan at the birthday."""
    income: FanView
    """Yuan a month: work after costs and tax, pensions, allowance, support."""
    claim_age: int
    pension_per_month: float
    """Of the middle life that grows old, from the claim age on; 0 where it never comes."""
    basket_per_month: float
    share_below_basket: float
    """Of the lives that grow old, those which live below the old-age basket, 0–1."""
    share_unpayable: float
    """Of all lives, those that meet a bill they cannot pay, 0–1."""


class Forecasts(Protocol):
    """Makes forecasts beside the drawing; asking and looking take no time."""

    def ask(self, plan: PlanFields) -> object:
        """Begin the forecast of a plan, in place of one that is not ready yet."""
        ...

    def newest(self) -> ForecastView | None:
        """The newest picture there is, of whatever plan and however many lives."""
        ...

    def close(self) -> None:
        """Nothing more is wanted."""
        ...
