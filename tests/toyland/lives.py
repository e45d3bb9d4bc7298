"""Lives of the small country and of the base pack, made and looked at in one line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.core.chance import Chance
from game.core.folders import scenarios
from game.core.life import Lives, plain
from game.scenario.compiler import load_pack
from game.scenario.model import PlanFields, Scenario
from game.scoring.recorded import with_fields
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.start import start_lives
from game.sim.world import World
from game.sim.year import Answer, Stage, Year

TOYLAND = Path(__file__).parent
CALM = Chance(seed=0, is_calm=True)
Choices = Mapping[str, str]
Whole = TypeVar("Whole")


@cache
def scenario_of(pack: str) -> Scenario:
    """A pack of the tests or a bundled one, without a finding."""
    loaded = load_pack(TOYLAND if pack == "toyland" else pack, [scenarios()])
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


@cache
def engine_of(pack: str) -> Engine:
    """The engine of a pack, with its tables made once."""
    return Engine(world=World(scenario=scenario_of(pack)))


def toyland() -> Engine:
    """The small country."""
    return engine_of("toyland")


def china() -> Engine:
    """The base pack."""
    return engine_of("china")


def quiet(scenario: Scenario, **changes: float) -> Engine:
    """A scenario without events and with other figures of law: ``risk__rider__death=0``."""
    parameters = dict(scenario.law.parameters)
    for name, value in changes.items():
        old = parameters[name.replace("__", ".")]
        values = tuple(replace(entry, value=value) for entry in old.values)
        parameters[old.id] = replace(old, values=values)
    law = replace(scenario.law, parameters=parameters)
    return Engine(world=World(scenario=replace(scenario, law=law, events=())))


def started(
    engine: Engine, profile: str | int = 0, size: int = 1, age: int | None = None, **fields: Any
) -> Lives:
    """Lives at their start, or as they would be if they began at another age.

    ``fields`` are numbers for fields of ``Lives``; plan fields are those of ``PlanFields``.
    """
    ids = [who.id for who in engine.world.scenario.profiles]
    index = ids.index(profile) if isinstance(profile, str) else profile
    lives = start_lives(engine.world, index, np.arange(size, dtype=np.uint64))
    if age is not None:
        year = lives.year + age - int(lives.age[0])
        lives = replace(lives, year=year, age=np.full(size, age, dtype=np.int64))
    return changed(lives, **fields)


def changed(record: Whole, **fields: Any) -> Whole:
    """A record of arrays with other numbers in some; ``a__b`` reaches into a nested record."""
    changes: dict[str, Any] = {}
    for name, value in fields.items():
        head, _, rest = name.partition("__")
        old = changes.get(head, getattr(record, head))
        if rest:
            changes[head] = changed(old, **{rest: value})
        else:
            array = np.empty_like(old)
            array[...] = value
            changes[head] = array
    made: Whole = replace(record, **changes)  # type: ignore[type-var]
    return made


def numbers(*arrays: NDArray[Any]) -> list[float]:
    """The first life's value of each."""
    return [float(array[0]) for array in arrays]


def planned(lives: Lives, **fields: Any) -> Lives:
    """Lives under another standing plan."""
    return replace(lives, plan=with_fields(lives.plan, PlanFields(**fields)))


def event_index(engine: Engine, event: str) -> int:
    """Where an event stands in its scenario."""
    return [each.id for each in engine.world.scenario.events].index(event)


def offered(engine: Engine, year: Year, life: int = 0) -> str:
    """The id of the event before a life, empty where there is none."""
    index = int(year.offered[life])
    return engine.world.scenario.events[index].id if index >= 0 else ""


def choice_of(engine: Engine, year: Year, choices: Choices) -> Answer:
    """Answers by event id and choice id; what is not named takes its default."""
    answer = np.full(year.lives.size, -1, dtype=np.int64)
    for event in engine.world.scenario.events:
        for number, option in enumerate(event.choices):
            if choices.get(event.id) == option.id:
                answer[year.offered == event.index] = number
    return Answer(choice=answer)


def lived_year(
    engine: Engine,
    lives: Lives,
    choices: Choices | None = None,
    chance: Chance = CALM,
    plan: PlanFields | None = None,
) -> tuple[Lives, Record]:
    """One year with some choices, and a plan if one is given."""
    year = engine.open_year(lives, chance)
    while year.stage != Stage.DONE:
        if year.stage == Stage.PLAN:
            new = None if plan is None else with_fields(year.lives.plan, plan)
            year = engine.answer(year, Answer(plan=new))
        else:
            year = engine.answer(year, choice_of(engine, year, choices or {}))
    return engine.close_year(year)


def lived_years(engine: Engine, lives: Lives, years: int, chance: Chance = CALM) -> list[Record]:
    """Records of some years under the standing plan; the last one's state is not kept."""
    return [record for _, record in walked(engine, lives, years, chance)]


def walked(
    engine: Engine, lives: Lives, years: int, chance: Chance = CALM
) -> list[tuple[Lives, Record]]:
    """States after each of some years with their records."""
    out = []
    for _ in range(years):
        lives, record = lived_year(engine, lives, chance=chance)
        out.append((lives, record))
    return out


def met(engine: Engine, record: Record, life: int = 0) -> list[tuple[str, str]]:
    """Events of a year and the choices taken in them, in the order they were met."""
    found = []
    for each in record.met:
        if each.is_met[life]:
            event = engine.world.scenario.events[each.event]
            choice = int(each.choice[life])
            found.append((event.id, event.choices[choice].id if choice >= 0 else ""))
    return found


def month_of(engine: Engine, record: Record, event: str, life: int = 0) -> int:
    """The month 0–11 an event was met in."""
    index = event_index(engine, event)
    return next(int(m.month[life]) for m in record.met if m.event == index and m.is_met[life])


def differences(one: Any, other: Any, path: str = "") -> list[str]:
    """Paths at which two records are not the same to the last bit."""
    if hasattr(one, "__dataclass_fields__"):
        one, other = plain(one), plain(other)
    if isinstance(one, dict):
        return [
            found
            for name in one
            for found in differences(one[name], other[name], f"{path}.{name}".lstrip("."))
        ]
    return [] if one == other else [path]
