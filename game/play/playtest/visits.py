"""Looks over a player's shoulder: which choices were open, and samples of years to try."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import columns
from game.play.playtest.watching import MOST_CHOICES
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import open_choices
from game.sim.year import Stage, Year

STATES_A_YEAR: Final = 64
"""Lives kept of an open year for the sweep."""
SPREAD: Final = 6
"""A sampled visit is at most one of so many parts of an event's sample in one year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Lives before their events at one moment, several copies each, one for every open choice."""

    year: Year
    event: NDArray[np.int64]
    choice: NDArray[np.int64]
    sample: NDArray[np.int64]
    """Which visit a copy belongs to."""


@dataclass(slots=True, kw_only=True)
class Visits:
    """Collects visits of a player; give it to ``watched`` as the onlooker."""

    events: int
    wanted: int
    """Visits of each event to keep for pairs; 0 for none."""
    own: frozenset[int] | None = None
    """The events whose visits are kept; none for all."""
    visits: NDArray[np.int64] = field(init=False)
    is_open: NDArray[np.int64] = field(init=False)
    """How often each choice could be taken, (events, choices)."""
    stuck: NDArray[np.int64] = field(init=False)
    kept: NDArray[np.int64] = field(init=False)
    moments: list[Visit] = field(init=False, default_factory=list)
    states: list[Year] = field(init=False, default_factory=list)
    """Open years of some lives at every age, for the sweep."""
    samples: int = field(init=False, default=0)
    closed_at: dict[tuple[int, int], tuple[int, int]] = field(init=False, default_factory=dict)
    """(event, choice) → a life and an age at which it could not be taken."""

    def __post_init__(self) -> None:
        """Nothing yet."""
        self.visits = np.zeros(self.events, dtype=np.int64)
        self.is_open = np.zeros((self.events, MOST_CHOICES), dtype=np.int64)
        self.stuck = np.zeros(self.events, dtype=np.int64)
        self.kept = np.zeros(self.events, dtype=np.int64)

    def __call__(self, engine: Engine, year: Year) -> None:
        """Look at an open year."""
        if year.stage == Stage.PLAN:
            self._keep_state(year)
            return
        which: list[int] = []
        choices: list[int] = []
        samples: list[int] = []
        draft = Draft(year)
        for index in np.unique(year.offered[year.offered >= 0]):
            event = engine.world.scenario.events[index]
            if not event.choices:
                continue
            rows = np.flatnonzero(year.offered == index)
            is_open = open_choices(engine.world, draft, event, rows)
            self._count(index, year, rows, is_open)
            for row in self._sampled(index, is_open, is_certain=event.at is not None):
                for choice in np.flatnonzero(is_open[:, row]):
                    which.append(int(rows[row]))
                    choices.append(int(choice))
                    samples.append(self.samples)
                self.samples += 1
        if which:
            rows = np.array(which)
            self.moments.append(
                Visit(
                    year=columns(year, rows),
                    event=year.offered[rows].astype(np.int64),
                    choice=np.array(choices),
                    sample=np.array(samples),
                )
            )

    def _keep_state(self, year: Year) -> None:
        alive = np.flatnonzero(year.lives.is_alive)
        if len(alive):
            step = max(1, len(alive) // STATES_A_YEAR)
            self.states.append(columns(year, alive[::step][:STATES_A_YEAR]))

    def _count(
        self, index: int, year: Year, rows: NDArray[np.int64], is_open: NDArray[np.bool_]
    ) -> None:
        self.visits[index] += len(rows)
        self.is_open[index, : len(is_open)] += is_open.sum(axis=1)
        self.stuck[index] += int((~is_open.any(axis=0)).sum())
        for choice in np.flatnonzero(~is_open.all(axis=1)):
            row = rows[np.argmin(is_open[choice])]
            handle = (int(year.lives.id[row]), int(year.lives.age[row]))
            self.closed_at.setdefault((int(index), int(choice)), handle)

    def _sampled(
        self, index: int, is_open: NDArray[np.bool_], *, is_certain: bool
    ) -> NDArray[np.int64]:
        """Rows of visits to keep: with a choice to make, and spread over the years.

        An event that is certain at an age has few years to come in.
        """
        if self.own is not None and index not in self.own:
            return np.zeros(0, dtype=np.int64)
        most = self.wanted // 2 + 1 if is_certain else max(1, self.wanted // SPREAD)
        room = min(self.wanted - int(self.kept[index]), most)
        rows = np.flatnonzero(is_open.sum(axis=0) > 1)[: max(room, 0)]
        self.kept[index] += len(rows)
        return rows
