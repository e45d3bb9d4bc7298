"""Lives that go on from one life's today, each with other luck, under a plan it considers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.core.arrays import Code, changed, columns
from game.core.chance import Chance, derived_seed
from game.core.life import Lives
from game.scenario.model import PlanFields
from game.scoring.recorded import with_fields
from game.sim.cohort import OnYear, live_on
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.strategies import record_moved
from game.sim.world import World
from game.sim.year import Answer, Stage, Year

HORIZON: Final = 90
"""Age up to which futures are lived."""


class Abandoned(Exception):
    """Nobody wants these futures any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Where futures start: one life at the open of its running year, and the seed of its luck."""

    lives: Lives
    seed: int
    plan: PlanFields

    def with_plan(self, changes: PlanFields) -> Today:
        """The same life considering another plan."""
        given = {
            name: value
            for name in PlanFields.__dataclass_fields__
            if (value := getattr(changes, name)) is not None
        }
        return changed(self, plan=changed(self.plan, **given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Considering:
    """A policy: takes a plan this year, keeps it, and answers every event by its default.

    A record too short moves along with a plan that stays in the resident scheme. A second plan may
    follow later, as after a break.
    """

    plans: tuple[tuple[int, PlanFields], ...]
    """Calendar years with the plan taken in them."""

    def __call__(self, engine: Engine, year: Year) -> Answer:
        """The plan in its year, and nothing else."""
        if year.stage == Stage.PLAN:
            for when, plan in self.plans:
                if when == year.opened.year:
                    return Answer(plan=with_fields(year.lives.plan, plan))
            return Answer()
        return record_moved(engine, year)


def future_chance(seed: int) -> Chance:
    """The luck of the futures of a life: whatever is asked, future k has the same."""
    return Chance(seed=derived_seed(seed, "future", 0))


def live_futures(
    engine: Engine,
    today: Today,
    first: int,
    last: int,
    on_year: OnYear,
    *,
    policy: Considering | None = None,
    horizon: int = HORIZON,
    goes_on: Callable[[], bool] = lambda: True,
) -> None:
    """Live the futures ``first`` … ``last`` − 1 of a life.

    Args:
        engine: of the scenario.
        today: where they start, and the plan they take.
        first: number of the first future.
        last: number after the last one.
        on_year: told each year as it closes.
        policy: how they answer, where it is more than taking the plan.
        horizon: age up to which they are lived.
        goes_on: asked once a year.

    Raises:
        Abandoned: ``goes_on`` said no.
    """
    count = last - first
    lives = columns(today.lives, np.zeros(count, dtype=np.int64))
    lives = changed(lives, id=np.arange(first, last, dtype=np.uint64))
    answers = policy or Considering(plans=((today.lives.year, today.plan),))

    def asking(opened: Lives, record: Record, after: Lives, which: Code) -> None:
        if not goes_on():
            raise Abandoned
        on_year(opened, record, after, which)

    live_on(engine, lives, future_chance(today.seed), answers, asking, last_age=horizon)


def pension_age(world: World, today: Today) -> int:
    """The age at which ways are compared: the old-age line or the claim, or now if later."""
    lives = today.lives
    line = int(world.old_age_line[int(lives.profile[0])])
    asked = round(today.plan.claim_age or float(lives.plan.claim_age[0]))
    return min(max(line, asked, int(lives.age[0])), HORIZON - 1)
