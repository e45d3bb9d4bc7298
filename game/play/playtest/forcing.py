"""Years in which nothing comes by itself, and events that are put before lives all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.core.chance import Chance
from game.core.life import NO_EVENT, Lives
from game.scenario.model import Event
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import MONTHS, Months, Stage, Year


@dataclass(frozen=True, kw_only=True, eq=False)
class QuietWorld(World):
    """A scenario in which no event comes by age or by chance; what an event leads to still does."""

    @cached_property
    def crossroads(self) -> tuple[Event, ...]:
        """None is certain."""
        return ()

    @cached_property
    def drawn(self) -> tuple[Event, ...]:
        """None is drawn."""
        return ()


def with_event(
    world: World, year: Year, event: Event, values: Mapping[str, float] | None = None
) -> Year:
    """The same year with an event put before every life of it, its values drawn.

    Args:
        world: the scenario.
        year: open or answered, not closed.
        event: what is to happen; its window, its condition and its limit are not asked.
        values: amounts it does not draw but has.
    """
    draft = Draft(year)
    draft.stage = Stage.CROSSROAD if event.at is not None else Stage.FIRST
    draft.replace("offered", np.full(draft.size, event.index, dtype=np.int64))
    draft.replace("queue", np.full((2, draft.size), NO_EVENT, dtype=np.int64))
    scope = LivesScope(world, draft, slice(None), event.index)
    given = values or {}
    for name, expression in event.values:
        drawn = np.broadcast_to(expression.evaluate(scope), (draft.size,))
        fixed = np.full(draft.size, given.get(name, 0.0))
        draft.values[event.index, name] = fixed if name in given else np.array(drawn)
    return draft.freeze()


def can_happen(
    world: World, year: Year, event: Event
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether an event's window and condition hold for each life of an open year."""
    draft = Draft(year)
    age = draft.read("age")
    holds = np.asarray((age >= event.age_low) & (age <= event.age_high) & draft.read("is_alive"))
    if event.when is None or not holds.any():
        return holds
    scope = LivesScope(world, draft, slice(None), event.index)
    return np.asarray(holds & (event.when.evaluate(scope) != 0))


def scope_of(world: World, lives: Lives) -> LivesScope:
    """What expressions see of lives between two years: the year that was closed, at its end.

    Ages and the calendar are those of that year; everything else stands as it left it.
    """
    before = replace(lives, age=lives.age - 1, year=lives.year - 1)
    return LivesScope(world, Draft(_bare(world, before)), slice(None))


def _bare(world: World, lives: Lives) -> Year:
    """A year of lives in which nothing has been opened or drawn."""
    size = lives.size
    nobody = np.full(size, NO_EVENT, dtype=np.int64)
    nothing, never = np.zeros(size), np.zeros(size, dtype=bool)
    shape = (MONTHS, size)
    months = Months(
        pension=np.broadcast_to(lives.plan.pension, shape),
        base=np.broadcast_to(lives.plan.base, shape),
        medical=np.broadcast_to(lives.plan.medical, shape),
        income=np.ones(shape),
        spending=np.zeros(shape),
        contribution=np.ones(shape),
        contract=np.zeros(shape, dtype=bool),
        absence=np.zeros(shape, dtype=np.int64),
    )
    calm = Chance(seed=0, is_calm=True)
    return Year(
        lives=lives,
        opened=lives,
        chance=calm,
        luck=calm.of_year(lives.id, lives.age),
        draws=np.zeros((len(world.own_streams), size)),
        stage=Stage.DONE,
        offered=nobody,
        queue=np.full((2, size), NO_EVENT, dtype=np.int64),
        triggered=nobody,
        months=months,
        paid=nothing,
        gained=nothing,
        private_paid_out=nothing,
        years_bought=nothing,
        is_uneven=never,
        refused=never,
        bills=(),
        met=(),
        lost={},
        values={},
    )
