"""Free play: one kind of player lives the crowd to its ends, and what it met is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Number
from game.core.chance import Chance
from game.core.life import Lives
from game.core.text import LANGUAGES
from game.play.playtest.reading import Reading
from game.scoring.score import PARTS
from game.scoring.tally import Tally
from game.sim.cohort import live_on
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.strategies import Policy
from game.sim.year import Answer, Stage, Year

MOST_CHOICES: Final = 6
TWO_YEARS: Final = 2.0


class Onlooker(Protocol):
    """Is shown every open year before it is answered."""

    def __call__(self, engine: Engine, year: Year) -> None: ...


@dataclass(slots=True, kw_only=True)
class Runs:
    """Years in a row of some kind: those that stand now, and the longest so far, by life."""

    now: NDArray[np.int64]
    longest: NDArray[np.int64]

    @classmethod
    def none(cls, size: int) -> Runs:
        """No year yet."""
        return cls(now=np.zeros(size, dtype=np.int64), longest=np.zeros(size, dtype=np.int64))

    def add(self, which: NDArray[np.int64], is_one: Flag, is_lived: Flag) -> None:
        """One year more of the lives ``which``."""
        run = np.where(is_one, self.now[which] + 1, 0)
        self.now[which] = run
        longest = np.maximum(self.longest[which], run)
        self.longest[which] = np.where(is_lived, longest, self.longest[which])


@dataclass(slots=True, kw_only=True)
class Seen:
    """What a kind of player met in all lives of the crowd."""

    player: str
    profile: NDArray[np.int64]
    has_met: Flag
    """Which event each life met, (events, lives)."""
    shows: NDArray[np.int64]
    first_age: Number
    """Sum of the ages at the first meeting, by event."""
    taken: NDArray[np.int64]
    """How often each choice was taken, (events, choices)."""
    example: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Event → a life and the age at which it met it."""
    goal_age: Number
    """Age at which each goal was first touched, 0 never, (goals, lives)."""
    stops: NDArray[np.int64]
    choices: NDArray[np.int64]
    plans: NDArray[np.int64]
    """Times the plan was put before each life."""
    signs: Number
    """Signs there were to read, (languages, lives)."""
    quiet: Runs
    """Years in a row in which nothing happens."""
    unasked: Runs
    """Years in a row in which there is nothing to answer."""
    start_age: NDArray[np.int64]
    last_age: NDArray[np.int64]
    was_ruined: Flag
    """Whether it ever owed more than two years of income."""
    score: Number
    parts: Number
    """Parts of the score, (parts, lives)."""

    @property
    def lives(self) -> int:
        """How many lives."""
        return len(self.profile)


def _nothing(engine: Engine, player: str, lives: Lives) -> Seen:
    events, goals = len(engine.world.scenario.events), len(engine.world.scenario.goals)
    size = lives.size
    zero = np.zeros(size, dtype=np.int64)
    return Seen(
        player=player,
        profile=lives.profile.copy(),
        has_met=np.zeros((events, size), dtype=bool),
        shows=np.zeros(events, dtype=np.int64),
        first_age=np.zeros(events),
        taken=np.zeros((events, MOST_CHOICES), dtype=np.int64),
        goal_age=np.zeros((goals, size)),
        stops=zero.copy(),
        choices=zero.copy(),
        plans=zero.copy(),
        signs=np.zeros((len(LANGUAGES), size)),
        quiet=Runs.none(size),
        unasked=Runs.none(size),
        start_age=lives.age.copy(),
        last_age=lives.age.copy(),
        was_ruined=np.zeros(size, dtype=bool),
        score=np.zeros(size),
        parts=np.zeros((len(PARTS), size)),
    )


def watched(
    engine: Engine,
    lives: Lives,
    seed: int,
    player: str,
    policy: Policy,
    look: Onlooker | None = None,
    tell: Callable[[int], None] | None = None,
) -> Seen:
    """Live a crowd to its ends under one kind of player.

    Args:
        engine: of the pack.
        lives: the crowd at its start; identities count from 0.
        seed: the luck.
        player: id of the kind of player.
        policy: how it answers.
        look: shown every open year before it is answered.
        tell: told how many lives have ended, year by year.
    """
    seen = _nothing(engine, player, lives)
    tally = Tally(world=engine.world, size=lives.size)
    reading = Reading.of(engine.world.scenario, MOST_CHOICES)
    has_plan = np.zeros(lives.size, dtype=bool)

    def answer(engine: Engine, year: Year) -> Answer:
        if look is not None:
            look(engine, year)
        if year.stage == Stage.PLAN:
            asks = year.lives.asks_plan | np.isin(
                year.lives.age, engine.world.scenario.decision.ask_at
            )
            has_plan[year.lives.id.astype(np.int64)] = asks
        return policy(engine, year)

    def note(opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        tally.add(opened, record, after, which)
        _count(seen, engine, record, which, has_plan, reading)
        _touch_goals(seen, opened, after, which)
        ruined = (record.debt > TWO_YEARS * record.income) & (record.income > 0)
        seen.was_ruined[which] |= ruined & record.is_lived
        seen.last_age[which] = np.where(record.is_lived, record.age, seen.last_age[which])
        if tell is not None:
            tell(lives.size - int(after.is_alive.sum()))

    live_on(engine, lives, Chance(seed=seed), answer, note)
    score = tally.score
    seen.score = score.total
    seen.parts = np.array([getattr(score, part) for part in PARTS])
    return seen


def _count(
    seen: Seen,
    engine: Engine,
    record: Record,
    which: NDArray[np.int64],
    has_plan: Flag,
    reading: Reading,
) -> None:
    """Meetings, choices, what there is to read, and years in which nothing comes or asks."""
    is_asked = has_plan[which] & record.is_lived
    is_busy = is_asked.copy()
    seen.plans[which] += is_asked
    seen.stops[which] += is_asked
    for met in record.met:
        event, rows = met.event, np.flatnonzero(met.is_met)
        who, stop = which[rows], engine.world.scenario.events[event].stop
        seen.shows[event] += len(rows)
        fresh = ~seen.has_met[event, who]
        seen.has_met[event, who] = True
        seen.first_age[event] += float(record.age[rows][fresh].sum())
        if event not in seen.example and len(who):
            seen.example[event] = (int(who[0]), int(record.age[rows[0]]))
        chosen = met.choice[rows].astype(np.int64)
        np.add.at(seen.taken[event], chosen[chosen >= 0], 1)
        is_busy[rows] = True
        stopped = (fresh | (stop == "yes")) & (stop != "no")
        is_asked[rows[stopped]] = True
        _read(seen, reading, event, who, chosen, stopped)
    seen.quiet.add(which, ~is_busy, record.is_lived)
    seen.unasked.add(which, ~is_asked, record.is_lived)


def _read(
    seen: Seen,
    reading: Reading,
    event: int,
    who: NDArray[np.int64],
    chosen: NDArray[np.int64],
    stopped: Flag,
) -> None:
    """What an event gives to read: all of it where it stops a life, else its line."""
    seen.stops[who] += stopped
    seen.choices[who] += stopped & (chosen >= 0)
    result = np.where(chosen >= 0, reading.result[:, event, chosen], 0.0)
    card = reading.card[:, event, None] + result
    seen.signs[:, who] += np.where(stopped, card, reading.line[:, event, None])


def _touch_goals(seen: Seen, opened: Lives, after: Lives, which: NDArray[np.int64]) -> None:
    fresh = after.memory.knows & ~opened.memory.knows
    for goal in np.flatnonzero(fresh.any(axis=1)):
        rows = fresh[goal]
        ages = seen.goal_age[goal, which]
        seen.goal_age[goal, which] = np.where(rows & (ages == 0), opened.age, ages)
