"""Several kinds of player in one run: each life is answered for by its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.core.arrays import Code, merged
from game.sim.engine import Engine
from game.sim.strategies import Policy
from game.sim.year import Answer, Year


def mixed(engine: Engine, year: Year, policies: Sequence[Policy], kind: Code) -> Answer:
    """What the kinds of player of some lives answer.

    Args:
        engine: of the pack.
        year: of the lives.
        policies: of the kinds of player.
        kind: of each life, an index into them.
    """
    plan, choice = year.lives.plan, np.full(year.lives.size, -1, dtype=np.int64)
    for number, policy in enumerate(policies):
        answer, is_own = policy(engine, year), kind == number
        if answer.plan is not None:
            plan = merged(is_own, answer.plan, plan)
        if answer.choice is not None:
            choice = np.where(is_own, answer.choice, choice)
    return Answer(plan=plan, choice=choice)
