"""The forecast of a plan as the plan screen shows it, worked out at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.core.life import Lives
from game.play.desk import Desk, GoesOn
from game.play.forecast_view import FanView, ForecastView
from game.play.plan_panel import plan_fields
from game.play.plan_steps import steps_away
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

    While a hand is free it looks ahead: the first pictures of the plans one change away are made
    before anybody asks, so that a step is answered at once. Pictures once made are kept.

    Attributes:
        desk: that works them out.
        lives: the life at the open of its running year.
        seed: of the playthrough.
        lane: another one for a second plan that is laid over the first.
        looks_ahead: whether plans one change away are forecast as well.
    """

    desk: Desk
    lives: Lives
    seed: int
    lane: str = LANE
    sizes: tuple[int, ...] = SIZES
    looks_ahead: bool = False
    _newest: ForecastView | None = field(init=False, default=None)
    _made: dict[PlanFields, ForecastView] = field(init=False, default_factory=dict)
    _ahead: list[PlanFields] = field(init=False, default_factory=list)
    """Plans one change away of which there is no picture yet."""

    def ask(self, plan: PlanFields) -> int:
        """Begin the forecast of a plan, in place of one that is not ready yet."""
        self._take_in()
        today = today_of(self.lives, self.seed, plan)
        made = self._made.get(today.plan)
        if self.looks_ahead:
            decision = self.desk.engine.world.scenario.decision
            near = steps_away(decision, today.plan)
            self._ahead = [each for each in near if each not in self._made]
        if made is not None:
            self._newest = made
        if made is not None and made.lives >= self.sizes[-1]:
            self.desk.drop(self.lane)
            return 0
        sizes = self.sizes if made is None else self.sizes[-1:]
        return self.desk.ask(self.lane, ForecastQuestion(today=today, sizes=sizes))

    def newest(self) -> ForecastView | None:
        """The newest picture there is; the last one stays until the next has come."""
        self._take_in()
        self._look_ahead()
        return self._newest

    def _take_in(self) -> None:
        for part in self.desk.poll(self.lane):
            self._newest = self._made[part.plan] = part
        for part in self.desk.poll(self._lane_ahead):
            self._made.setdefault(part.plan, part)

    def _look_ahead(self) -> None:
        """Ask for the next plan one change away, if a hand has nothing else to do."""
        if not self._ahead or self.desk.is_open(self._lane_ahead) or not self.desk.has_free_hand:
            return
        plan = self._ahead[0]
        if plan not in self._made:
            today = today_of(self.lives, self.seed, plan)
            question = ForecastQuestion(today=today, sizes=self.sizes[:1])
            if not self.desk.ask(self._lane_ahead, question, gives_way=True):
                return
        self._ahead.pop(0)

    @property
    def _lane_ahead(self) -> str:
        return f"{self.lane}/ahead"

    @property
    def is_ready(self) -> bool:
        """Whether the newest picture is the last one of what was asked."""
        return not self.desk.is_open(self.lane)

    def close(self) -> None:
        """Nothing more is wanted of this life; the desk itself stays."""
        self._ahead = []
        self.desk.drop(self._lane_ahead)
        self.desk.drop(self.lane)
