"""Many lives through all their years: the one runner of forecasts, playtests and studies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import any_of, columns, indices_of
from game.core.chance import Chance
from game.core.life import Lives
from game.sim.engine import Engine
from game.sim.history import History, LivedYear
from game.sim.record import Record
from game.sim.start import start_lives
from game.sim.strategies import Policy
from game.sim.year import Stage

CHUNK: Final = 16384
MANY_DEAD: Final = 0.8
"""When fewer than this share of the lives carried along are alive, the dead are dropped."""
OnYear = Callable[[Lives, Record, Lives, NDArray[np.int64]], None]
"""Told a closed year: lives at its open, its record, lives after it, and which lives they are."""


def advance(
    engine: Engine, lives: Lives, chance: Chance, policy: Policy
) -> tuple[Lives, Lives, Record]:
    """One year under a policy: how lives stood when it opened, how they stand, and its record."""
    year = engine.open_year(lives, chance)
    opened = year.opened
    while year.stage != Stage.DONE:
        year = engine.answer(year, policy(engine, year), takes_over=True)
    after, record = engine.close_year(year)
    return opened, after, record


def live_on(
    engine: Engine, lives: Lives, chance: Chance, policy: Policy, on_year: OnYear, last_age: int = 0
) -> None:
    """Years until all have died, or until the oldest has reached ``last_age`` (0: no end).

    ``on_year`` is told each year as it closes and keeps what it needs. The dead are left behind
    when they are many: they would only be carried along.
    """
    which = np.arange(lives.size)
    while any_of(lives.is_alive) and not (last_age and int(lives.age.max()) >= last_age):
        opened, lives, record = advance(engine, lives, chance, policy)
        on_year(opened, record, lives, which)
        alive = indices_of(lives.is_alive)
        if 0 < len(alive) < MANY_DEAD * lives.size:
            lives, which = columns(lives, alive), which[alive]


def lived(engine: Engine, lives: Lives, chance: Chance, policy: Policy) -> History:
    """The whole history of a few lives; for many, keep sums with ``live_on`` instead."""
    years: list[LivedYear] = []

    while any_of(lives.is_alive):
        opened, lives, record = advance(engine, lives, chance, policy)
        years.append(LivedYear(opened=opened, record=record, after=lives))
    return History(years=tuple(years))


def chunks(count: int, size: int = CHUNK) -> Iterator[np.ndarray[tuple[int], np.dtype[np.uint64]]]:
    """Identities 0 … count−1 in blocks small enough for the processor's memory."""
    for first in range(0, count, size):
        yield np.arange(first, min(first + size, count), dtype=np.uint64)


def chunk_of_lives(engine: Engine, profile: int, count: int, size: int = CHUNK) -> Iterator[Lives]:
    """Lives of a profile at their start, block by block."""
    for ids in chunks(count, size):
        yield start_lives(engine.world, profile, ids)
