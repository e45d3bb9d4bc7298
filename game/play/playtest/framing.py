"""Which wording of a nudge a life is shown, and how evenly the wordings are spread over lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code
from game.core.chance import Chance, stream_table
from game.scenario.teaching import Nudge
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.scope import LivesScope
from game.sim.year import Stage, Year

BY_CHANCE: Final = 3.09
"""Quantile of the normal distribution that chance passes once in a thousand."""


def wording_of(nudge: Nudge, seed: int, life: NDArray[np.uint64]) -> Code:
    """The wording each life is shown, as an index into the nudge's framings in their order.

    It hangs on seed, life and nudge alone, so that a life is shown the same wording every time.

    Args:
        nudge: with at least one wording. ``random`` draws for each life, ``by_life`` goes through
            the wordings life by life whatever the seed, and a wording's own name gives it to all.
        seed: of the playthrough.
        life: identities, shape (n,).
    """
    framings = list(nudge.framings)
    if nudge.assign == "random":
        key = stream_table([f"nudges.{nudge.id}/framing"])
        never = np.zeros(len(life), dtype=np.int64)
        drawn = Chance(seed=seed).uniforms(key, life, never)[0]
        return np.asarray(np.floor(drawn * len(framings)).astype(np.int64))
    if nudge.assign == "by_life":
        return np.asarray((life % np.uint64(len(framings))).astype(np.int64))
    return np.full(len(life), framings.index(nudge.assign), dtype=np.int64)


@dataclass(slots=True, kw_only=True)
class Nudged:
    """Notes which lives ever met the condition of each nudge; give it ``watched`` years."""

    nudges: tuple[Nudge, ...]
    size: int
    is_met: NDArray[np.bool_] = field(init=False)
    """(nudges, lives)."""

    def __post_init__(self) -> None:
        """Nobody yet."""
        self.is_met = np.zeros((len(self.nudges), self.size), dtype=bool)

    def __call__(self, engine: Engine, year: Year) -> None:
        """Look at an open year."""
        if year.stage != Stage.PLAN or not self.nudges:
            return
        ids = year.lives.id.astype(np.int64)
        scope = LivesScope(engine.world, Draft(year), slice(None))
        for row, nudge in enumerate(self.nudges):
            age = year.lives.age
            holds = year.lives.is_alive & (age >= nudge.age_low) & (age <= nudge.age_high)
            if nudge.at is not None and nudge.at.age is not None:
                holds &= age == nudge.at.age
            elif nudge.at is not None:
                holds &= year.lives.year == nudge.at.year
            if nudge.when is not None and holds.any():
                holds &= nudge.when.evaluate(scope) != 0
            self.is_met[row, ids[holds]] = True

    def shares(self, row: int, seed: int) -> dict[str, int]:
        """Lives that would be shown each wording of a nudge, of those that ever meet it."""
        nudge = self.nudges[row]
        life = np.flatnonzero(self.is_met[row]).astype(np.uint64)
        counts = np.bincount(wording_of(nudge, seed, life), minlength=len(nudge.framings))
        return {framing: int(n) for framing, n in zip(nudge.framings, counts, strict=True)}


def is_uneven(counts: list[int], bound: float) -> bool:
    """Whether wordings are spread less evenly than the bound, and than chance would have it.

    Args:
        counts: lives shown each wording.
        bound: the largest share may exceed the smallest by so much.
    """
    all_ = sum(counts)
    arms = len(counts)
    if arms < 2 or not all_ or (max(counts) - min(counts)) / all_ <= bound:
        return False
    even = all_ / arms
    squares = sum((count - even) ** 2 for count in counts) / even
    # Wilson and Hilferty: the cube root of a chi square over its freedom is nearly normal.
    freedom = arms - 1
    part = 2 / (9 * freedom)
    return bool(squares > freedom * (1 - part + BY_CHANCE * part**0.5) ** 3)
