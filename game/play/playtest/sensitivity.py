"""Numbers of law a fifth lower and a fifth higher, and what becomes of the parts of the score.

A third of the lives choose at random, a third are in the employee schemes, a third in the resident
ones: a number may matter to one of them only. All have the luck they have without the change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number
from game.core.chance import Chance
from game.core.errors import GameError
from game.core.life import Lives
from game.play.playtest.crowd import crowd
from game.play.playtest.mixing import mixed
from game.rules.dated import Parameter
from game.scenario.model import Scenario
from game.scoring.score import PARTS
from game.scoring.tally import Tally
from game.sim.cohort import live_on
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from game.sim.year import Answer, Year

PLAYERS: Final = ("random", "employee_lowest", "resident")
STEPS: Final = (0.8, 1.2)
LIVES: Final = 600
CALENDAR: Final = 1000.0
"""Years from here on are dates."""
WHOLE: Final = 100.0
"""A share in per cent ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How the means of the parts change with one number, as shares of what they were."""

    parameter: str
    change: tuple[dict[str, float], dict[str, float]]
    """Of each part, under the player it changes most for: a fifth lower, a fifth higher."""

    @property
    def largest(self) -> float:
        """The largest change of any part."""
        return max((abs(x) for step in self.change for x in step.values()), default=0.0)


def means(scenario: Scenario, seed: int, lives: int = LIVES) -> Number:
    """Means of the parts under each player, (players, parts); NaN where a part never applied."""
    engine = Engine(world=World(scenario=scenario))
    start = crowd(engine.world, lives)
    tally = Tally(world=engine.world, size=start.size)

    def note(opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        tally.add(opened, record, after, which)

    live_on(engine, start, Chance(seed=seed), _by_turns, note)
    parts = np.array([getattr(tally.score, part) for part in PARTS])
    found = np.full((len(PLAYERS), len(PARTS)), np.nan)
    for player in range(len(PLAYERS)):
        of_player = parts[:, np.arange(start.size) % len(PLAYERS) == player]
        for part, values in enumerate(of_player):
            known = values[~np.isnan(values)]
            if known.size:
                found[player, part] = known.mean()
    return found


def _by_turns(engine: Engine, year: Year) -> Answer:
    """Each life by its own kind of player."""
    kind = (year.lives.id % np.uint64(len(PLAYERS))).astype(np.int64)
    return mixed(engine, year, [STRATEGIES[player].policy for player in PLAYERS], kind)


def response(
    scenario: Scenario, usual: Number, parameter: str, seed: int, lives: int = LIVES
) -> Response:
    """How the score answers to one number of law.

    Args:
        scenario: with the number as it is.
        usual: its ``means``, of as many lives with the same luck.
        parameter: id of the number.
        seed: the luck.
        lives: of all kinds of player together.
    """
    lower, higher = (_change(usual, scenario, parameter, step, seed, lives) for step in STEPS)
    return Response(parameter=parameter, change=(lower, higher))


def _change(
    usual: Number, scenario: Scenario, name: str, factor: float, seed: int, lives: int
) -> dict[str, float]:
    """Changes of the parts; nothing where the law refuses the number."""
    parameter = scaled(scenario.law.parameters[name], factor)
    law = replace(scenario.law, parameters={**scenario.law.parameters, name: parameter})
    try:
        found = means(replace(scenario, law=law), seed, lives)
    except GameError:
        return {}
    change = (found - usual) / np.where(np.abs(usual) > 0, np.abs(usual), 1.0)
    known = np.nan_to_num(change)
    most = np.argmax(np.abs(known), axis=0)
    return {part: float(known[most[k], k]) for k, part in enumerate(PARTS)}


def is_movable(parameter: Parameter) -> bool:
    """Whether a fifth more or less of a number means anything: a year of the calendar is none."""
    is_plain = parameter.unit in ("years", "")
    return not is_plain or all(each.value < CALENDAR for each in parameter.values)


def scaled(parameter: Parameter, factor: float) -> Parameter:
    """A number with every value times a factor, within the range its authors give it."""
    low, high = parameter.range or (-np.inf, WHOLE if parameter.unit == "%" else np.inf)

    def bounded(value: float) -> float:
        # A value that stands outside already is left: only the change must not lead out.
        return float(np.clip(value * factor, min(low, value), max(high, value)))

    values = tuple(replace(each, value=bounded(each.value)) for each in parameter.values)
    return replace(parameter, values=values)
