"""Many lives of all persons of a pack at once; records of arrays put behind one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np

from game.core.life import Lives
from game.play.playtest.trying import lives_by_profile
from game.sim.start import start_lives
from game.sim.world import World

Record = TypeVar("Record")


def crowd(world: World, count: int) -> Lives:
    """Lives of every profile that is offered, by their weights, numbered from 0."""
    parts, first = [], 0
    for profile, size in lives_by_profile(world.scenario, None, count):
        ids = np.arange(first, first + size, dtype=np.uint64)
        parts.append(start_lives(world, profile, ids))
        first += size
    return joined(parts)


def joined(records: Sequence[Record]) -> Record:
    """Like records as one, life behind life; what is no array is that of the first."""
    return records[0] if len(records) == 1 else _joined_values(list(records))


def _joined_values(values: list[Any]) -> Any:
    first = values[0]
    if isinstance(first, np.ndarray):
        return np.concatenate(values, axis=-1)
    if is_dataclass(first) and not isinstance(first, type):
        changed = {
            field.name: _joined_values([getattr(value, field.name) for value in values])
            for field in fields(first)
        }
        return replace(first, **changed)
    if isinstance(first, Mapping):
        return {key: _joined_values([value[key] for value in values]) for key in first}
    return first
