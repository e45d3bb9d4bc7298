"""What the names of conditions can be in one pack: intervals of numbers, and sets of words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.core.life import Sex
from game.scenario.header import Clock
from game.scenario.model import Effect, Event, If, Move, Profile, Scenario, Set, TakeJob

FULL: Final = (-math.inf, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Numbers from low to high, both inside."""

    low: float
    high: float
    is_flag: bool = False
    """Whether it stands for no and yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some of the words of a set of labels."""

    words: frozenset[str]


Domain: TypeAlias = "Interval | Words"
Domains: TypeAlias = Mapping[str, Domain]
ANYTHING: Final = Interval(low=-math.inf, high=math.inf)
_ALWAYS: Final[Domains] = {
    "health": Interval(low=0.0, high=100.0),
    "wellbeing": Interval(low=0.0, high=100.0),
    "children": Interval(low=0.0, high=20.0),
    "debt": Interval(low=0.0, high=math.inf),
    "income": Interval(low=0.0, high=math.inf),
    "pension": Interval(low=0.0, high=math.inf),
    "paid_years": Interval(low=0.0, high=110.0),
    "years.employee": Interval(low=0.0, high=110.0),
    "years.resident": Interval(low=0.0, high=110.0),
    "years.unpaid": Interval(low=0.0, high=110.0),
    "years.in_job": Interval(low=0.0, high=110.0),
}


def domains_of(scenario: Scenario, clock: Clock) -> Domains:
    """What each name can be anywhere in a pack; a name left out can be anything."""
    people = [one for one in scenario.profiles if not one.is_hidden] or list(scenario.profiles)
    if not people:
        return _ALWAYS
    effects = list(_effects_of(scenario.events))
    first = max(clock.first_age, min(one.age for one in people))
    years = max(0, clock.last_age - first)
    return {
        **_ALWAYS,
        "age": Interval(low=float(first), high=float(clock.last_age)),
        "year": Interval(low=float(scenario.start_year), high=float(scenario.start_year + years)),
        "turn": Interval(low=0.0, high=float(years + 1)),
        "month": Interval(low=1.0, high=12.0),
        "sex": Words(words=frozenset(SEXES[one.sex] for one in people)),
        "profile": Words(words=frozenset(one.id for one in people)),
        "hukou": _ids(scenario.places, (one.hukou for one in people)),
        "place": _ids(scenario.places, _places(people, effects)),
        "job": _ids(scenario.jobs, _jobs(people, effects)),
        **_variables(scenario, effects),
    }


SEXES: Final = {Sex.MALE: "male", Sex.FEMALE: "female"}


def _places(people: list[Profile], effects: list[Effect]) -> Iterator[int]:
    yield from (one.place for one in people)
    yield from (one.hukou for one in people)
    yield from (effect.place for effect in effects if isinstance(effect, Move))


def _jobs(people: list[Profile], effects: list[Effect]) -> Iterator[int]:
    yield from (one.job for one in people)
    yield from (effect.job for effect in effects if isinstance(effect, TakeJob))


def _ids(things: tuple[object, ...], indices: Iterable[int]) -> Words:
    # A person's own job is called after the job it is in conditions: courier.wei.
    names = [str(getattr(thing, "id", "")).partition(".")[0] for thing in things]
    return Words(words=frozenset(names[index] for index in indices if 0 <= index < len(names)))


def _variables(scenario: Scenario, effects: list[Effect]) -> dict[str, Domain]:
    """An author's numbers within their bounds; a flag nobody sets keeps its start."""
    found: dict[str, Domain] = {}
    written = {effect.name for effect in effects if isinstance(effect, Set)}
    for variable in scenario.variables:
        name = f"my.{variable.id}"
        if variable.kind == "yes_no":
            is_fixed = name not in written
            low, high = (variable.start, variable.start) if is_fixed else (0.0, 1.0)
            found[name] = Interval(low=low, high=high, is_flag=True)
        elif not variable.kind.startswith("my."):
            found[name] = Interval(low=variable.low, high=variable.high)
    return found


def _effects_of(events: Iterable[Event]) -> Iterator[Effect]:
    for event in events:
        yield from flat(event.effects)
        for choice in event.choices:
            yield from flat(choice.effects)


def flat(effects: Iterable[Effect]) -> Iterator[Effect]:
    """Effects and those inside their branches."""
    for effect in effects:
        yield effect
        if isinstance(effect, If):
            yield from flat((*effect.then, *effect.otherwise))


def within_ages(domains: Domains, low: int, high: int) -> Domains:
    """The same for an event of some ages only."""
    age = domains.get("age")
    if not isinstance(age, Interval):
        return domains
    return {**domains, "age": Interval(low=max(age.low, low), high=min(age.high, high))}
