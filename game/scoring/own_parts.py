"""Parts a pack adds to the score: an amount of each lived year between a bad and a good end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.core.arrays import Number
from game.core.life import Lives
from game.scenario.teaching import ScorePart
from game.sim.at_rest import scope_at_rest
from game.sim.record import Record
from game.sim.scope import LivesScope
from game.sim.world import World


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
    return scope_at_rest(world, lives)
