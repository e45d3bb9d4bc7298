"""Parts a pack adds to the score: an amount of each lived year between a bad and a good end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.core.arrays import Number
from game.core.chance import Chance
from game.core.life import NO_EVENT, Lives
from game.scenario.teaching import ScorePart
from game.sim.draft import Draft
from game.sim.record import Record
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import MONTHS, Months, Stage, Year


def own_years(world: World, record: Record, after: Lives) -> tuple[Number, ...]:
    """How a closed year stood in each own part, 0–1, shape (n,) each; nothing where none is added.

    Args:
        world: the scenario.
        record: of the closed year; age and calendar are its own.
        after: lives as the year has left them.
    """
    parts = world.scenario.teaching.score
    if not parts:
        return ()
    scope = at_close(world, record, after)
    return tuple(level(part, part.of.evaluate(scope)) for part in parts)


def level(part: ScorePart, amount: Number) -> Number:
    """An amount between the bad end (0) and the good one (1)."""
    share = (amount - part.bad) / (part.good - part.bad)
    return np.asarray(np.clip(share, 0.0, 1.0))


def at_close(world: World, record: Record, after: Lives) -> LivesScope:
    """What expressions see of lives at the close of a year, those who died in it included."""
    lives = replace(after, year=record.year, age=record.age)
    return LivesScope(world, Draft(_closed(world, lives)), slice(None))


def _closed(world: World, lives: Lives) -> Year:
    """A year of lives in which nothing is open and nothing has been drawn."""
    size = lives.size
    nobody = np.full(size, NO_EVENT, dtype=np.int64)
    nothing, never = np.zeros(size), np.zeros(size, dtype=bool)
    shape = (MONTHS, size)
    months = Months(
        pension=np.broadcast_to(lives.plan.pension, shape),
        base=np.broadcast_to(lives.plan.base, shape),
        medical=np.broadcast_to(lives.plan.medical, shape),
        income=np.ones(shape),
        spending=np.zeros(shape),
        contribution=np.ones(shape),
        contract=np.zeros(shape, dtype=bool),
        absence=np.zeros(shape, dtype=np.int64),
    )
    calm = Chance(seed=0, is_calm=True)
    return Year(
        lives=lives,
        opened=lives,
        chance=calm,
        luck=calm.of_year(lives.id, lives.age),
        draws=np.zeros((len(world.own_streams), size)),
        stage=Stage.DONE,
        offered=nobody,
        queue=np.full((2, size), NO_EVENT, dtype=np.int64),
        triggered=nobody,
        months=months,
        paid=nothing,
        gained=nothing,
        private_paid_out=nothing,
        years_bought=nothing,
        is_uneven=never,
        refused=never,
        bills=(),
        met=(),
        lost={},
        values={},
    )
