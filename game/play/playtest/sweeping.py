"""Forced sweep: every event put before lives that fit, every choice taken, whatever its chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import columns
from game.play.playtest.forcing import can_happen
from game.play.playtest.watching import MOST_CHOICES
from game.scenario.model import Event
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.scope import LivesScope
from game.sim.year import Answer, Stage, Year

LIVES_A_YEAR: Final = 2
"""Lives of one sampled year each event is put before."""
YEARS_OF_AN_EVENT: Final = 12
"""Years each event is tried in at most."""
GOLDEN: Final = 0.6180339887498949
"""Multiples of it lie far apart within 0–1, however many are taken."""
LARGEST: Final = 9.9e11
_INFINITE_BY_RIGHT: Final = frozenset({"last_age"})


@dataclass(slots=True, kw_only=True)
class Sweep:
    """How often each event and choice was tried, and what came out wrong."""

    fits: NDArray[np.int64]
    """Sampled lives an event could happen to."""
    tried: NDArray[np.int64]
    """(events, choices)."""
    wrong: dict[tuple[int, int], tuple[int, int, str]]
    """(event, choice) → a life, its age and the field that is no sound number."""


def swept(engine: Engine, states: Sequence[Year]) -> Sweep:
    """Try everything on sampled open years, one of each calendar year."""
    count = len(engine.world.scenario.events)
    sweep = Sweep(
        fits=np.zeros(count, dtype=np.int64),
        tried=np.zeros((count, MOST_CHOICES), dtype=np.int64),
        wrong={},
    )
    tries: list[list[tuple[int, int, int]]] = [[] for _ in states]
    for event in engine.world.scenario.events:
        _find_tries(engine, states, event, sweep, tries)
    for year, wanted in zip(states, tries, strict=True):
        if wanted:
            _one_year(engine, year, np.array(wanted).T, sweep)
    return sweep


def _find_tries(
    engine: Engine,
    states: Sequence[Year],
    event: Event,
    sweep: Sweep,
    tries: list[list[tuple[int, int, int]]],
) -> None:
    """Years far apart in which an event fits some lives: (life, event, choice) of each try."""
    years = 0
    for number in sorted(range(len(states)), key=lambda k: k * GOLDEN % 1):
        fit = np.flatnonzero(can_happen(engine.world, states[number], event))
        if not fit.size:
            continue
        years += 1
        sweep.fits[event.index] += len(fit)
        for row in fit[:: max(1, len(fit) // LIVES_A_YEAR)][:LIVES_A_YEAR]:
            for choice in range(max(1, len(event.choices))):
                tries[number].append((int(row), event.index, choice))
        if years == YEARS_OF_AN_EVENT:
            return


def _one_year(engine: Engine, year: Year, tries: NDArray[np.int64], sweep: Sweep) -> None:
    rows, index, choice_of = tries
    before = _offered(engine, columns(year, rows), index)
    lives, record = engine.close_year(engine.answer(before, Answer(choice=choice_of)))
    np.add.at(sweep.tried, (index, choice_of), 1)
    for name, bad in _unsound(lives, record):
        for at in np.flatnonzero(bad):
            handle = (int(lives.id[at]), int(before.lives.age[at]), name)
            sweep.wrong.setdefault((int(index[at]), int(choice_of[at])), handle)


def _offered(engine: Engine, year: Year, events: NDArray[np.int64]) -> Year:
    """A year with another event before each life, its values drawn."""
    draft = Draft(year)
    draft.stage = Stage.FIRST
    draft.replace("offered", events.copy())
    for index in np.unique(events):
        event, which = engine.world.scenario.events[index], np.flatnonzero(events == index)
        scope = LivesScope(engine.world, draft, which, int(index))
        for name, expression in event.values:
            drawn = np.zeros(draft.size)
            drawn[which] = expression.evaluate(scope)
            draft.values[int(index), name] = drawn
    return draft.freeze()


def _unsound(*records: Any) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Fields in which a number is none, or stands at the end of what can be counted."""
    for record in records:
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, np.ndarray) and value.dtype.kind == "f":
                bad = ~np.isfinite(value) | (np.abs(value) > LARGEST)
                if bad.any() and field.name not in _INFINITE_BY_RIGHT:
                    yield field.name, np.asarray(bad if bad.ndim == 1 else bad.any(axis=0))
            elif is_dataclass(value) and not isinstance(value, type):
                yield from _unsound(value)
