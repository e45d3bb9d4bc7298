"""Years in which nothing comes by itself, and events that are put before lives all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from game.core.life import NO_EVENT, Lives
from game.scenario.model import Event
from game.sim.at_rest import scope_at_rest
from game.sim.draft import Draft
from game.sim.scope import LivesScope
from game.sim.world import World
from game.sim.year import Stage, Year


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

    Ages and the calendar are those of that year; everything else stands as it left it. Whoever has
    died in it has had no birthday since.
    """
    before = replace(lives, age=lives.age - lives.is_alive, year=lives.year - 1)
    return scope_at_rest(world, before)
