"""What scoring must not do: rank how long lives are. Mean scores with mortality × 1.2 beside it."""

from __future__ import annotations

from typing import Final

from benchmarks.living import base_pack
from game.scoring.honest import HARSHER, harsher
from game.scoring.study import study
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES

LIVES: Final = 2_000


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
