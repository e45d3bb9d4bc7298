"""What expressions see of lives between two years: nothing is open and nothing has been drawn."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.core.chance import Chance
from game.core.life import NO_EVENT, Lives
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import MONTHS, Months, Stage, Year

CALM: Final = Chance(seed=0, is_calm=True)


def scope_at_rest(world: World, lives: Lives) -> LivesScope:
    """What expressions see of lives as they stand."""
    return LivesScope(world, Draft(_at_rest(world, lives)), slice(None))


def _at_rest(world: World, lives: Lives) -> Year:
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
    return Year(
        lives=lives,
        opened=lives,
        chance=CALM,
        luck=CALM.of_year(lives.id, lives.age),
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
