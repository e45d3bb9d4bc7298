"""Paired roll-outs: a life copied once for every open choice, and each copy lived on to its end.

Copies have the same identity and so the same luck: what differs between them is the choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number, columns
from game.core.chance import Chance
from game.core.life import Lives
from game.play.playtest.crowd import joined
from game.play.playtest.mixing import mixed
from game.play.playtest.visits import Visit
from game.scoring.score import PARTS
from game.scoring.tally import Tally
from game.sim.cohort import MANY_DEAD, advance
from game.sim.engine import Engine
from game.sim.strategies import Policy
from game.sim.year import Answer, Stage, Year

MOST_COPIES: Final = 4_096
"""Copies that live on together, each once for every player."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What came of every copy, from the choice to the end, under several players."""

    event: NDArray[np.int64]
    choice: NDArray[np.int64]
    sample: NDArray[np.int64]
    parts: Mapping[str, Number]
    """Parts of the score by kind of player, (parts, copies); what never applied counts 0."""


def portions(moments: Sequence[Visit], most: int = MOST_COPIES) -> list[tuple[Visit, ...]]:
    """The moments in their order, so many together that their copies fit into memory."""
    found: list[list[Visit]] = []
    size = most
    for moment in moments:
        if size + len(moment.choice) > most:
            found.append([])
            size = 0
        found[-1].append(moment)
        size += len(moment.choice)
    return [tuple(each) for each in found]


def pairs_of(moments: Sequence[Visit], parts: Mapping[str, Number]) -> Pairs:
    """What came of the copies of all moments, lived on under each player."""
    return Pairs(
        event=_all([moment.event for moment in moments]),
        choice=_all([moment.choice for moment in moments]),
        sample=_all([moment.sample for moment in moments]),
        parts=parts,
    )


def _all(arrays: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)


def lived_on(
    engine: Engine, moments: Sequence[Visit], seed: int, players: Mapping[str, Policy]
) -> dict[str, Number]:
    """Live every copy to its end under each player: parts of its score, (parts, copies).

    All are in one pool that grows as the calendar reaches their choices, once for each player: a
    year of few lives costs nearly as much as one of many.
    """
    total = sum(len(moment.choice) for moment in moments)
    pool = _Pool(
        engine=engine,
        chance=Chance(seed=seed),
        policies=tuple(players.values()),
        copies=total,
        tally=Tally(world=engine.world, size=max(total * len(players), 1)),
    )
    first = 0
    for moment in moments:
        pool.enter(moment, first)
        first += len(moment.choice)
    pool.live_on()
    score = pool.tally.score
    found = np.nan_to_num(np.array([getattr(score, part) for part in PARTS]))
    return {
        name: found[:, number * total : (number + 1) * total] for number, name in enumerate(players)
    }


@dataclass(slots=True, kw_only=True)
class _Pool:
    """Copies under several players: number ``player * copies + copy``."""

    engine: Engine
    chance: Chance
    policies: tuple[Policy, ...]
    copies: int
    tally: Tally
    waiting: dict[int, list[tuple[Lives, NDArray[np.int64]]]] = field(default_factory=dict)
    """By calendar year, copies whose choice is made and its year closed."""

    def _policy(self, which: NDArray[np.int64]) -> Policy:
        """What answers for these copies, each by its own player."""
        kind = which // self.copies

        def answer(engine: Engine, year: Year) -> Answer:
            return mixed(engine, year, self.policies, kind)

        return answer

    def enter(self, moment: Visit, first: int) -> None:
        """Make the choices of a moment and close their year; its copies count from ``first``."""
        count, players = len(moment.choice), len(self.policies)
        rows = np.tile(np.arange(count), players)
        which = np.repeat(np.arange(players) * self.copies, count) + first + rows
        policy = self._policy(which)
        year = columns(moment.year, rows)
        year = self.engine.answer(year, Answer(choice=moment.choice[rows]))
        while year.stage != Stage.DONE:
            year = self.engine.answer(year, policy(self.engine, year))
        after, record = self.engine.close_year(year)
        self.tally.add(year.opened, record, after, which)
        self.waiting.setdefault(after.year, []).append((after, which))

    def live_on(self) -> None:
        """Year by year until all have died."""
        pool: tuple[Lives, NDArray[np.int64]] | None = None
        while self.waiting or pool is not None:
            now = pool[0].year if pool is not None else min(self.waiting)
            parts = [*([pool] if pool is not None else []), *self.waiting.pop(now, [])]
            pool = self._year(joined([part[0] for part in parts]), _all([p[1] for p in parts]))

    def _year(
        self, lives: Lives, which: NDArray[np.int64]
    ) -> tuple[Lives, NDArray[np.int64]] | None:
        alive = np.flatnonzero(lives.is_alive)
        if not alive.size:
            return None
        if alive.size < MANY_DEAD * lives.size:
            lives, which = columns(lives, alive), which[alive]
        opened, after, record = advance(self.engine, lives, self.chance, self._policy(which))
        self.tally.add(opened, record, after, which)
        return after, which
