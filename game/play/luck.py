"""Luck and choice as the review shows them: two bars that add up, and the spread behind."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.core.text import Text
from game.play.luck_view import LuckView
from game.scoring.luck import PER_POINT, LuckAndChoice

CHOICE_NAME: Final = Text("what your cover brought on average", "你的保障平均带来多少")
LUCK_NAME: Final = Text("what the weather did", "天气占了多少")
STEPS: Final = 40
"""Steps of the spread from 0 to 100 points."""
TENTH: Final = 0.1


def luck_view(
    found: LuckAndChoice, *, has_contract: bool = False, has_old_age: bool = True
) -> LuckView:
    """A score taken apart, in points to a thousandth.

    Args:
        found: what belongs to luck and what to choice.
        has_contract: whether an employer insured the life for a time.
        has_old_age: whether old age came.
    """
    counts, _ = np.histogram(found.scores, bins=STEPS, range=(0.0, 100.0))
    return LuckView(
        score=found.score_part / PER_POINT,
        base=found.base_part / PER_POINT,
        choice=found.choice_part / PER_POINT,
        luck=found.luck_part / PER_POINT,
        choice_error=found.error,
        low=found.quantile(TENTH),
        high=found.quantile(1 - TENTH),
        spread=tuple(int(count) for count in counts),
        lives=len(found.scores),
        rank=found.rank,
        has_contract=has_contract,
        has_old_age=has_old_age,
    )
