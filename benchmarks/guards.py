"""What scoring must not do: rank how long lives are. Mean scores with mortality × 1.2 beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from benchmarks.living import base_pack
from game.scoring.study import study
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
from game.sim.world import World

LIVES: Final = 2_000
HARSHER: Final = 1.2


def harsher(engine: Engine) -> Engine:
    """The same country with every probability of death a fifth higher."""
    scenario = engine.world.scenario
    table = replace(scenario.life_table, q=np.minimum(scenario.life_table.q * HARSHER, 1.0))
    return Engine(world=World(scenario=replace(scenario, life_table=table)))


def mean_score(engine: Engine, strategy: str) -> float:
    """Mean score of the same lives under a strategy."""
    found = study(engine, 0, 1, LIVES, strategy, STRATEGIES[strategy].policy).result()["score"]
    assert isinstance(found, float)
    return found


def lines() -> str:
    """A line for each strategy; each should move by less than a point."""
    usual = base_pack()
    other = harsher(usual)
    out = [f"mean score of {LIVES:,} lives, and with mortality × {HARSHER} (should move < 1 point)"]
    for strategy in STRATEGIES:
        before, after = mean_score(usual, strategy), mean_score(other, strategy)
        out.append(f"{strategy:16} {before:6.2f} {after:6.2f}  {after - before:+.2f}")
    return "\n".join(out)
