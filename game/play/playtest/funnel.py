"""Where an event that never came fell: window, condition, draw, or the crowd of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.core.chance import Chance
from game.core.life import Lives
from game.play.playtest.forcing import can_happen
from game.scenario.hazards import hazard_probability
from game.scenario.model import Event
from game.sim.cohort import live_on
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.scope import LivesScope
from game.sim.strategies import Policy
from game.sim.year import Answer, Stage, Year

STEPS = ("window", "when", "drawn", "shown")


@dataclass(slots=True, kw_only=True)
class Funnel:
    """Counts lives that ever reached each step."""

    events: Sequence[Event]
    size: int
    reached: Mapping[str, NDArray[np.bool_]] = field(init=False)
    """Step → (events, lives)."""

    def __post_init__(self) -> None:
        """Nobody anywhere yet."""
        shape = (len(self.events), self.size)
        self.reached = {step: np.zeros(shape, dtype=bool) for step in STEPS}

    def __call__(self, engine: Engine, year: Year) -> None:
        """Look at an open year."""
        ids = year.lives.id.astype(np.int64)
        for row, event in enumerate(self.events):
            if year.stage == Stage.PLAN:
                self._look(engine, year, row, event, ids)
            self.reached["shown"][row, ids[year.offered == event.index]] = True

    def _look(
        self, engine: Engine, year: Year, row: int, event: Event, ids: NDArray[np.int64]
    ) -> None:
        age = year.lives.age
        window = year.lives.is_alive & (age >= event.age_low) & (age <= event.age_high)
        if event.at is not None:
            is_due = (
                age == event.at.age
                if event.at.age is not None
                else event.at.year == year.lives.year
            )
            window &= is_due
        self.reached["window"][row, ids[window]] = True
        holds = window & can_happen(engine.world, year, event)
        self.reached["when"][row, ids[holds]] = True
        self.reached["drawn"][row, ids[holds & _drawn(engine, year, event)]] = True

    def watch(self, engine: Engine, lives: Lives, seed: int, policy: Policy) -> None:
        """Live a crowd on until no event can come any more."""

        def answer(engine: Engine, year: Year) -> Answer:
            self(engine, year)
            return policy(engine, year)

        def nothing(opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
            return None

        last = max(event.age_high for event in self.events)
        youngest, oldest = int(lives.age.min()), int(lives.age.max())
        end = last + 1 + oldest - youngest
        live_on(engine, lives, Chance(seed=seed), answer, nothing, end)

    def lives(self, row: int) -> tuple[int, ...]:
        """Lives that reached each step, for one event."""
        return tuple(int(self.reached[step][row].sum()) for step in STEPS)


def _drawn(engine: Engine, year: Year, event: Event) -> NDArray[np.bool_]:
    """Whether luck, or what happened before, brings it this year."""
    size = year.lives.size
    if event.at is not None:
        return np.ones(size, dtype=bool)
    if event.hazard is None:
        return np.asarray(year.lives.memory.due_year[event.index] == year.opened.year)
    draft = Draft(year)
    scope = LivesScope(engine.world, draft, slice(None), event.index)
    streams = engine.world.scenario_streams[event.chance_stream : event.chance_stream + 1]
    return np.asarray(draft.draw(streams, slice(None)) < hazard_probability(event.hazard, scope))
