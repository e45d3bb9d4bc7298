"""Many lives under one strategy, as sums of whole numbers: no result depends on chunking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.core.arrays import Number
from game.core.chance import Chance
from game.scoring.score import PARTS
from game.scoring.tally import Tally
from game.sim.cohort import CHUNK, chunk_of_lives, live_on
from game.sim.engine import Engine
from game.sim.strategies import Policy

THOUSANDTHS: Final = 1000
FEN: Final = 100


@dataclass(slots=True)
class _Mean:
    """A mean kept as a whole sum and a count."""

    scale: int
    total: int = 0
    count: int = 0

    def add(self, values: Number) -> None:
        """More lives; those to whom it does not apply (NaN) are left out."""
        known = values[~np.isnan(values)]
        self.total += int(np.rint(known * self.scale).astype(np.int64).sum())
        self.count += len(known)

    @property
    def value(self) -> float | None:
        """The mean, None without any life."""
        return self.total / self.scale / self.count if self.count else None


def _means() -> dict[str, _Mean]:
    points = {name: _Mean(scale=THOUSANDTHS) for name in ("score", *PARTS)}
    money = ("old_income_per_month", "contributions", "received", "own_bills")
    yuan = {name: _Mean(scale=FEN) for name in money}
    counts = {name: _Mean(scale=1) for name in ("months_gap", "years_short", "last_age")}
    return {**points, **yuan, **counts}


@dataclass(slots=True)
class Study:
    """What came of lives under one strategy."""

    strategy: str
    lives: int = 0
    means: dict[str, _Mean] = field(default_factory=_means)

    def add(self, tally: Tally) -> None:
        """One chunk more."""
        score = tally.score
        self.lives += tally.size
        self.means["score"].add(score.total)
        for name in PARTS:
            self.means[name].add(getattr(score, name))
        for name in self.means.keys() - {"score", *PARTS}:
            self.means[name].add(getattr(tally, name))

    def result(self) -> dict[str, float | int | str | None]:
        """The means by name, and how many lives."""
        values = {name: mean.value for name, mean in self.means.items()}
        return {"strategy": self.strategy, "lives": self.lives, **values}


def study(
    engine: Engine,
    profile: int,
    seed: int,
    count: int,
    strategy: str,
    policy: Policy,
    chunk: int = CHUNK,
    tell: Callable[[int], None] | None = None,
) -> Study:
    """Live ``count`` lives of a profile to their ends under one strategy.

    Args:
        engine: of the scenario.
        profile: index of the profile.
        seed: the luck.
        count: how many lives.
        strategy: its id.
        policy: how it answers.
        chunk: lives at once; changes nothing but memory and speed.
        tell: told the number of lives lived after each chunk.
    """
    result = Study(strategy=strategy)
    for lives in chunk_of_lives(engine, profile, count, chunk):
        tally = Tally(world=engine.world, size=lives.size)
        live_on(engine, lives, Chance(seed=seed), policy, tally.add)
        result.add(tally)
        if tell is not None:
            tell(result.lives)
    return result
