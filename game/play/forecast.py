"""The forecast of a plan as the plan screen shows it, worked out at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.core.life import Lives
from game.play.desk import Desk, GoesOn
from game.play.forecast_view import FanView, ForecastView
from game.play.life_view import plan_fields
from game.scenario.model import PlanFields
from game.scoring.forecast import FIRST_PICTURE, LIVES, Fan, Forecast, forecasts
from game.scoring.futures import Today
from game.sim.engine import Engine

SIZES: Final = (FIRST_PICTURE, LIVES)
LANE: Final = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastQuestion:
    """What may come of a plan, from today."""

    today: Today
    sizes: tuple[int, ...] = SIZES

    def answers(self, engine: Engine, goes_on: GoesOn) -> Iterator[ForecastView]:
        """A picture from some futures, then from all."""
        for found in forecasts(engine, self.today, self.sizes, goes_on):
            yield forecast_view(found, self.today.plan)


def today_of(lives: Lives, seed: int, plan: PlanFields | None = None) -> Today:
    """Where the futures of a life start.

    Args:
        lives: the only life at the open of its running year.
        seed: of the playthrough; its futures have other luck than the life itself.
        plan: the plan considered; what it leaves out is the standing one.
    """
    today = Today(lives=lives, seed=seed, plan=plan_fields(lives))
    return today if plan is None else today.with_plan(plan)


def forecast_view(found: Forecast, plan: PlanFields) -> ForecastView:
    """A forecast as the screen shows it."""
    return ForecastView(
        plan=plan,
        lives=found.lives,
        ages=found.ages,
        savings=_fan(found.savings),
        income=_fan(found.income),
        claim_age=found.claim_age,
        pension_per_month=found.pension_per_month,
        basket_per_month=found.basket_per_month,
        share_below_basket=found.share_below_basket,
        share_unpayable=found.share_unpayable,
    )


def _fan(fan: Fan) -> FanView:
    low, lower, middle, upper, high = fan
    return FanView(low=low, lower=lower, middle=middle, upper=upper, high=high)


@dataclass(slots=True)
class ForecastDesk:
    """Forecasts of one life: implements ``forecast_view.Forecasts``.

    Attributes:
        desk: that works them out.
        lives: the life at the open of its running year.
        seed: of the playthrough.
        lane: another one for a second plan that is laid over the first.
    """

    desk: Desk
    lives: Lives
    seed: int
    lane: str = LANE
    sizes: tuple[int, ...] = SIZES
    _newest: ForecastView | None = field(init=False, default=None)

    def ask(self, plan: PlanFields) -> int:
        """Begin the forecast of a plan, in place of one that is not ready yet."""
        today = today_of(self.lives, self.seed, plan)
        return self.desk.ask(self.lane, ForecastQuestion(today=today, sizes=self.sizes))

    def newest(self) -> ForecastView | None:
        """The newest picture there is; the last one stays until the next has come."""
        for part in self.desk.poll(self.lane):
            self._newest = part
        return self._newest

    @property
    def is_ready(self) -> bool:
        """Whether the newest picture is the last one of what was asked."""
        return not self.desk.is_open(self.lane)

    def close(self) -> None:
        """Nothing more is wanted of this life; the desk itself stays."""
        self.desk.drop(self.lane)
