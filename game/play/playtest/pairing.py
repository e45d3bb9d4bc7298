"""Paired roll-outs: a life copied once for every open choice, and each copy lived on to its end.

Copies have the same identity and so the same luck: what differs between them is the choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number, columns
from game.core.chance import Chance
from game.core.life import Lives
from game.play.playtest.crowd import joined
from game.play.playtest.visits import Visit
from game.scoring.score import PARTS
from game.scoring.tally import Tally
from game.sim.cohort import MANY_DEAD, advance
from game.sim.engine import Engine
from game.sim.strategies import Policy
from game.sim.year import Answer, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What came of every copy, from the choice to the end, under several players."""

    event: NDArray[np.int64]
    choice: NDArray[np.int64]
    sample: NDArray[np.int64]
    parts: Mapping[str, Number]
    """Parts of the score by kind of player, (parts, copies); what never applied counts 0."""


def lived_on(
    engine: Engine,
    moments: Sequence[Visit],
    seed: int,
    players: Mapping[str, Policy],
    tell: Callable[[str], None] | None = None,
) -> Pairs:
    """Live every copy to its end under each player."""
    parts = {}
    for name, policy in players.items():
        if tell is not None:
            tell(name)
        parts[name] = _parts(engine, moments, seed, policy)
    return Pairs(
        event=_all([moment.event for moment in moments]),
        choice=_all([moment.choice for moment in moments]),
        sample=_all([moment.sample for moment in moments]),
        parts=parts,
    )


def _all(arrays: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)


def _parts(engine: Engine, moments: Sequence[Visit], seed: int, policy: Policy) -> Number:
    """All copies in one pool that grows as the calendar reaches their choices."""
    total = sum(len(moment.choice) for moment in moments)
    tally = Tally(world=engine.world, size=max(total, 1))
    waiting: dict[int, list[tuple[Lives, NDArray[np.int64]]]] = {}
    first = 0
    for moment in moments:
        which = np.arange(first, first + len(moment.choice))
        first += len(moment.choice)
        year = engine.answer(moment.year, Answer(choice=moment.choice))
        while year.stage != Stage.DONE:
            year = engine.answer(year, policy(engine, year))
        after, record = engine.close_year(year)
        tally.add(year.opened, record, after, which)
        waiting.setdefault(after.year, []).append((after, which))
    _live_pool(engine, waiting, Chance(seed=seed), policy, tally)
    score = tally.score
    found = np.array([getattr(score, part) for part in PARTS])[:, :total]
    return np.asarray(np.nan_to_num(found))


def _live_pool(
    engine: Engine,
    waiting: dict[int, list[tuple[Lives, NDArray[np.int64]]]],
    chance: Chance,
    policy: Policy,
    tally: Tally,
) -> None:
    pool: tuple[Lives, NDArray[np.int64]] | None = None
    while waiting or pool is not None:
        now = pool[0].year if pool is not None else min(waiting)
        arrived = waiting.pop(now, [])
        both = [*([pool] if pool is not None else []), *arrived]
        lives, which = joined([part[0] for part in both]), _all([part[1] for part in both])
        alive = np.flatnonzero(lives.is_alive)
        if not alive.size:
            pool = None
            continue
        if alive.size < MANY_DEAD * lives.size:
            lives, which = columns(lives, alive), which[alive]
        opened, after, record = advance(engine, lives, chance, policy)
        tally.add(opened, record, after, which)
        pool = (after, which)
