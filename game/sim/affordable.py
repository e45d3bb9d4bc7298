"""The highest contribution base a kind of life can keep paying."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Protocol

import numpy as np

from game.core.arrays import columns, indices_of
from game.core.chance import Chance
from game.core.life import Lives
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.year import Answer, Stage, Year

TRIED: Final = 1_000
"""Lives on which a base is tried."""
WITHOUT_GAP: Final = 0.9
"""Share of them that must never miss a month."""
LUCK: Final = Chance(seed=1)


class Answering(Protocol):
    """Fills the answers of a year; a ``Policy``, without importing who defines it."""

    def __call__(self, engine: Engine, year: Year) -> Answer: ...


PolicyAtBase = Callable[[float], Answering]


def highest_affordable_base(
    engine: Engine, lives: Lives, chance: Chance, at_base: PolicyAtBase
) -> float:
    """The largest step of the base at which nine lives in ten never have a gap.

    The lowest step where even that is too much. More base is never easier to pay, so the steps
    are halved until one is found.

    Args:
        engine: of the scenario.
        lives: at their start, shape (n,).
        chance: their luck.
        at_base: how they answer when they pay on a base.
    """
    bases = engine.world.scenario.decision.bases
    low, high = 0, len(bases) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if share_without_gap(engine, lives, chance, at_base(bases[middle])) >= WITHOUT_GAP:
            low = middle
        else:
            high = middle - 1
    return bases[low]


def share_without_gap(engine: Engine, lives: Lives, chance: Chance, policy: Answering) -> float:
    """Share of lives that never miss a month for want of money.

    Whoever has missed one, has died or draws a pension has been decided and is left behind.
    """
    count, without = lives.size, 0
    while lives.size:
        year = engine.open_year(lives, chance)
        while year.stage != Stage.DONE:
            year = engine.answer(year, policy(engine, year))
        lives, record = engine.close_year(year)
        has_gap = (record.months_pension_gap + record.months_medical_gap) > 0
        is_done = ~has_gap & (~lives.is_alive | lives.rights.has_claimed | lives.is_retired)
        without += int(is_done.sum())
        goes_on = indices_of(~has_gap & ~is_done)
        if goes_on.size < lives.size:
            lives = columns(lives, goes_on)
    return without / count


@lru_cache(maxsize=16)
def usual_highest_base(engine: Engine, profile: int, at_base: PolicyAtBase) -> float:
    """The same for a profile from its start: one base for all its lives, whatever their luck."""
    lives = start_lives(engine.world, profile, np.arange(TRIED, dtype=np.uint64))
    return highest_affordable_base(engine, lives, LUCK, at_base)
