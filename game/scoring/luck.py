"""Luck and choice apart: the same choices on other lucks, against never insured on the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number
from game.core.chance import derived_seed
from game.scoring.open_loop import SameChoices, live_choices, never_insured, own
from game.scoring.recorded import RecordedLife, SharedLuck
from game.scoring.replay import columns_of
from game.scoring.tally import Tally
from game.sim.engine import Engine

LUCKS: Final = 1_000
PER_POINT: Final = 1_000
"""Scores are kept to a thousandth."""
BATCH: Final = 1_000
"""Lucks lived at once, both ways; changes nothing but memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckAndChoice:
    """A score taken apart, in whole thousandths of a point, so that it adds up to the last digit.

    ``choice_part + luck_part == score − base``.
    """

    score_part: int
    """Of the life that was lived."""
    mean_part: int
    """Mean of the same choices over other lucks."""
    base_part: int
    """Mean of never insured over the same lucks."""
    error: float
    """Two standard errors of the paired difference, points."""
    scores: tuple[float, ...]
    """Of the same choices over other lucks, lowest first."""

    @property
    def choice_part(self) -> int:
        """What the cover brought on average, thousandths."""
        return self.mean_part - self.base_part

    @property
    def luck_part(self) -> int:
        """What the weather did, thousandths."""
        return self.score_part - self.mean_part

    @property
    def shown(self) -> tuple[int, int]:
        """Choice and luck in whole points that add up to the whole difference; luck takes the
        rounding.
        """
        whole = round((self.score_part - self.base_part) / PER_POINT)
        choice = round(self.choice_part / PER_POINT)
        return choice, whole - choice

    @property
    def rank(self) -> float:
        """Share of the same choices on other lucks that ended below this life, 0–1."""
        below = np.searchsorted(self.scores, self.score_part / PER_POINT)
        return float(below) / len(self.scores)

    def quantile(self, share: float) -> float:
        """The score below which this share of the other lucks ends."""
        return float(np.quantile(self.scores, share))


def luck_and_choice(
    engine: Engine, life: RecordedLife, score: float, lucks: int = LUCKS
) -> LuckAndChoice:
    """Live the same choices, and never insured, on as many other lucks.

    The lucks are those of lives 0 … ``lucks`` − 1 of one seed derived from the life's own; each
    is lived twice, from the start to the end.

    Args:
        engine: of the scenario.
        life: whose choices.
        score: of the life that was lived.
        lucks: how many others.
    """
    with_cover, without = _both(engine, life, lucks)
    mean, base = (round(float(total.sum()) / lucks) for total in (with_cover, without))
    difference = (with_cover - without) / PER_POINT
    spread = float(difference.std(ddof=1)) if lucks > 1 else 0.0
    return LuckAndChoice(
        score_part=round(score * PER_POINT),
        mean_part=mean,
        base_part=base,
        error=2 * spread / lucks**0.5,
        scores=tuple((np.sort(with_cover) / PER_POINT).tolist()),
    )


def _both(
    engine: Engine, life: RecordedLife, lucks: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Scores of both arms in thousandths, shape (lucks,) each."""
    found: list[list[NDArray[np.int64]]] = [[], []]
    for first in range(0, lucks, BATCH):
        of = np.arange(first, min(first + BATCH, lucks), dtype=np.uint64)
        scores = _scores(engine, life, of)
        for arm in (0, 1):
            found[arm].append(scores[arm * len(of) : (arm + 1) * len(of)])
    return np.concatenate(found[0]), np.concatenate(found[1])


def _scores(engine: Engine, life: RecordedLife, of: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Scores of both arms on some lucks, one after the other, in thousandths."""
    group = np.repeat(np.array([0, 1]), len(of))
    chance = SharedLuck(seed=other_seed(life.seed), of=np.tile(of, 2))
    choices = SameChoices(engine.world, life, (own, never_insured), group)
    tally = Tally(world=engine.world, size=len(group))
    lives = columns_of(engine.world, life.profile, len(group))
    live_choices(engine, lives, chance, choices, tally.add)
    return in_thousandths(tally.score.total)


def in_thousandths(score: Number) -> NDArray[np.int64]:
    """Scores as whole thousandths."""
    return np.rint(score * PER_POINT).astype(np.int64)


def other_seed(seed: int) -> int:
    """The seed of the other lucks of a life: its lives 0, 1, 2 … are the lucks."""
    return derived_seed(seed, "other", 0)
