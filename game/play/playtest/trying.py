"""Runs the ``tests:`` of a pack: a life played as written, or many, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import columns
from game.core.chance import Chance
from game.core.diagnostics import Place
from game.core.life import Lives
from game.core.text import EMPTY, Text, Value, same
from game.play.playtest.forcing import QuietWorld, can_happen, scope_of, with_event
from game.play.playtest.telling import amount_told, values_told
from game.play.playtest.unpaid import first_unpaid
from game.scenario.model import Expression, Scenario
from game.scenario.trials import (
    Amounts,
    Decide,
    Happens,
    Holds,
    Meet,
    Never,
    ShareOfLives,
    Trial,
)
from game.scoring.recorded import with_fields
from game.sim.cohort import CHUNK, live_on
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.events import open_choices
from game.sim.record import Record
from game.sim.scope import LivesScope
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from game.sim.year import Answer, Stage, Year

LAST_YEAR: Final = 90
"""The age at which a life without luck ends."""
CANNOT_HAPPEN: Final = Text(
    "“{event}” cannot happen at {age}: its ages or its condition do not fit ({values})",
    "{age}岁不可能发生“{event}”：年龄或条件不符（{values}）",
)
CLOSED: Final = Text(
    "“{choice}” could not be chosen at {age}: what it needs, or its cost, was not there",
    "{age}岁选不了“{choice}”：条件不满足，或钱不够",
)
ENDED: Final = Text("the life ended at {end}, before {age}", "人在{end}岁去世，没到{age}岁")
DOES_NOT_HOLD: Final = Text("at {age}, {values}", "{age}岁时，{values}")
NOT_BETWEEN: Final = Text(
    "at {age} it is {value}, not between {low} and {high}",
    "{age}岁时是{value}，不在{low}和{high}之间",
)
HAPPENED: Final = Text("“{event}” happened at {age}", "{age}岁发生了“{event}”")
NEVER_HAPPENED: Final = Text("“{event}” never happened", "“{event}”一直没有发生")
TOO_LATE: Final = Text("“{event}” only happened at {age}", "“{event}”到{age}岁才发生")
SHARE: Final = Text(
    "it holds in {share} of {lives} lives, not between {low} and {high}",
    "{lives}人里有{share}成立，不在{low}和{high}之间",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing a test expected and did not find."""

    place: Place
    why: Text
    age: int = 0
    """At which it shows; 0 where no age does."""
    gap: Text = EMPTY
    """The first month that was not paid, where what is asked hangs on paid months."""
    life: int = 0
    """Of a test of many lives: one that shows it."""


Onlooker: TypeAlias = "Callable[[Lives, Record, Lives], None]"
"""Told each year of a played life: as it opened, its record, and as it was left."""


@dataclass(slots=True)
class _Life:
    """A played life as it goes on: what happened, and what differed."""

    engine: Engine
    trial: Trial
    failures: list[Failure] = field(default_factory=list)
    happened: dict[int, int] = field(default_factory=dict)
    """Event → age at which it first happened."""
    gap: Text = EMPTY
    """The first year in which months of a pension plan were not paid."""
    age: int = 0

    @property
    def scenario(self) -> Scenario:
        """The pack."""
        return self.engine.world.scenario

    def fail(
        self, place: Place, why: Text, age: int | None = None, gap: Text = EMPTY, /, **gaps: Value
    ) -> None:
        """One thing more that differs, now or at another age."""
        shows_at = self.age if age is None else age
        words = why.filled({"age": str(shows_at), **gaps})
        self.failures.append(Failure(place=place, why=words, age=shows_at, gap=gap))


def tried(scenario: Scenario, trial: Trial, look: Onlooker | None = None) -> tuple[Failure, ...]:
    """Run one test of a pack.

    Args:
        scenario: the pack.
        trial: one of its ``tests:``.
        look: told each year, where one life is played.

    Returns:
        What differs from what it expects; nothing where it passes.
    """
    if trial.policy:
        return tuple(_tried_on_many(scenario, trial))
    assert trial.profile is not None
    world = World(scenario=scenario) if trial.has_luck else QuietWorld(scenario=scenario)
    life = _Life(engine=Engine(world=world), trial=trial)
    chance = Chance(seed=trial.seed, is_calm=not trial.has_luck)
    lives = start_lives(world, trial.profile, np.zeros(1, dtype=np.uint64))
    while lives.is_alive[0] and (trial.has_luck or lives.age[0] <= LAST_YEAR):
        life.age = int(lives.age[0])
        year = _played(life, life.engine.open_year(lives, chance))
        lives, record = life.engine.close_year(year)
        _note(life, year, record)
        _check_age(life, lives)
        if look is not None:
            look(year.opened, record, lives)
    _check_end(life)
    return tuple(life.failures)


# --- one year ------------------------------------------------------------------------------------


def _played(life: _Life, year: Year) -> Year:
    """The year with everything the test plays in it; what else comes takes its default."""
    steps = [step for step in life.trial.play if step.age == life.age]
    meets = [step for step in steps if isinstance(step, Meet)]
    for meet in list(meets):
        if life.scenario.events[meet.event].at is not None:
            meets.remove(meet)
            year = _met(life, year, meet)
    while year.stage != Stage.DONE:
        listed = next((meet for meet in meets if meet.event == year.offered[0]), None)
        if year.stage == Stage.PLAN:
            plan = year.lives.plan
            for step in steps:
                plan = with_fields(plan, step.plan) if isinstance(step, Decide) else plan
            year = life.engine.answer(year, Answer(plan=plan))
        elif listed is None:
            year = life.engine.answer(year, Answer())
        else:
            meets.remove(listed)
            year = _answered(life, year, listed)
    for meet in meets:
        year = life.engine.finish(_met(life, year, meet))
    return year


def _met(life: _Life, year: Year, meet: Meet) -> Year:
    """An event of the test put before the life, and answered."""
    world, event = life.engine.world, life.scenario.events[meet.event]
    if can_happen(world, year, event)[0]:
        return _answered(life, with_event(world, year, event, dict(meet.values)), meet)
    scope = LivesScope(world, Draft(year), slice(None))
    names = {"age"} | (event.when.names if event.when is not None else set())
    told = values_told(scope, names, life.scenario)
    life.fail(meet.place, CANNOT_HAPPEN, event=event.id, values=told)
    return year


def _answered(life: _Life, year: Year, meet: Meet) -> Year:
    event = life.scenario.events[meet.event]
    choice = -1 if meet.choice is None else meet.choice
    if choice >= 0:
        which = np.zeros(1, dtype=np.int64)
        if not open_choices(life.engine.world, Draft(year), event, which)[choice, 0]:
            life.fail(meet.place, CLOSED, choice=event.choices[choice].id)
    return life.engine.answer(year, Answer(choice=np.array([choice], dtype=np.int64)))


def _note(life: _Life, year: Year, record: Record) -> None:
    for met in record.met:
        if met.is_met[0]:
            life.happened.setdefault(met.event, life.age)
    if life.gap is EMPTY and record.months_pension_gap[0] > 0:
        life.gap = first_unpaid(life.engine.world, year, record)


# --- what is expected ----------------------------------------------------------------------------


def _check_age(life: _Life, lives: Lives) -> None:
    """What must be so once the year of this age is over."""
    scope = scope_of(life.engine.world, lives)
    for wish in life.trial.expect:
        if isinstance(wish, Holds) and wish.at == life.age and not wish.check.evaluate(scope)[0]:
            told = values_told(scope, wish.check.names, life.scenario)
            life.fail(wish.place, DOES_NOT_HOLD, None, _gap(life, wish.check), values=told)
        elif isinstance(wish, Amounts) and wish.at == life.age:
            value = float(wish.value.evaluate(scope)[0])
            if not wish.low <= value <= wish.high:
                _fail_amount(life, wish, value)


def _fail_amount(life: _Life, wish: Amounts, value: float) -> None:
    kind = wish.value.kind
    is_, low, high = (amount_told(x, kind, life.scenario) for x in (value, wish.low, wish.high))
    gap = _gap(life, wish.value) if value < wish.low else EMPTY
    life.fail(wish.place, NOT_BETWEEN, None, gap, value=is_, low=low, high=high)


def _gap(life: _Life, expression: Expression) -> Text:
    """Where months were missed, if what is asked hangs on paid years."""
    asks = any(name == "pension" or name.startswith("years.") for name in expression.names)
    return life.gap if asks or "paid_years" in expression.names else EMPTY


def _check_end(life: _Life) -> None:
    """What must or must not have happened, and ages that were never reached."""
    for wish in life.trial.expect:
        if isinstance(wish, Holds | Amounts) and wish.at > life.age:
            end = str(life.age)
            life.fail(wish.place, ENDED, end=end, age=str(wish.at))
        elif isinstance(wish, Never) and wish.event in life.happened:
            age = life.happened[wish.event]
            life.fail(wish.place, HAPPENED, age, event=_id(life, wish.event))
        elif isinstance(wish, Happens):
            age_then = life.happened.get(wish.event)
            if age_then is None:
                life.fail(wish.place, NEVER_HAPPENED, event=_id(life, wish.event))
            elif wish.before is not None and age_then >= wish.before:
                life.fail(wish.place, TOO_LATE, age_then, event=_id(life, wish.event))


def _id(life: _Life, event: int) -> str:
    return life.scenario.events[event].id


# --- many lives ----------------------------------------------------------------------------------


def _tried_on_many(scenario: Scenario, trial: Trial) -> Iterator[Failure]:
    """A kind of player in many lives, and the shares of them in which conditions hold."""
    wishes = [wish for wish in trial.expect if isinstance(wish, ShareOfLives)]
    engine = Engine(world=World(scenario=scenario))
    holds = np.zeros((len(wishes), trial.lives), dtype=bool)
    first = 0
    for profile, count in lives_by_profile(scenario, trial.profile, trial.lives):
        for start in range(0, count, CHUNK):
            size = min(CHUNK, count - start)
            ids = np.arange(first, first + size, dtype=np.uint64)
            _live(engine, trial, start_lives(engine.world, profile, ids), wishes, holds)
            first += size
    for wish, row in zip(wishes, holds, strict=True):
        share = float(row.mean())
        if not wish.low <= share <= wish.high:
            shares = [same(f"{100 * each:.1f}%") for each in (share, wish.low, wish.high)]
            gaps = {"share": shares[0], "low": shares[1], "high": shares[2]}
            why = SHARE.filled({**gaps, "lives": f"{trial.lives:,}"})
            shows_it = int(np.argmax(row if share > wish.high else ~row))
            yield Failure(place=wish.place, why=why, life=shows_it)


def _live(
    engine: Engine,
    trial: Trial,
    lives: Lives,
    wishes: list[ShareOfLives],
    holds: NDArray[np.bool_],
) -> None:
    """Live on to the ends, and look at each life in the year it ends."""

    def look(opened: Lives, record: Record, after: Lives, which: NDArray[np.int64]) -> None:
        ended = np.flatnonzero(record.has_died)
        if not ended.size:
            return
        scope = scope_of(engine.world, columns(after, ended))
        ids = after.id[ended].astype(np.int64)
        for row, wish in enumerate(wishes):
            holds[row, ids] = wish.check.evaluate(scope) != 0

    chance = Chance(seed=trial.seed, is_calm=not trial.has_luck)
    policy = STRATEGIES[trial.policy].policy
    live_on(engine, lives, chance, policy, look, 0 if trial.has_luck else LAST_YEAR + 1)


def lives_by_profile(scenario: Scenario, profile: int | None, count: int) -> list[tuple[int, int]]:
    """Profiles and how many lives each has of a count: one alone, or all shown by their weights."""
    if profile is not None:
        return [(profile, count)]
    shown = [k for k, who in enumerate(scenario.profiles) if not who.is_hidden]
    weights = np.array([scenario.profiles[k].weight for k in shown])
    edges = np.rint(np.cumsum(weights) / max(weights.sum(), 1e-9) * count).astype(int)
    counts = np.diff(edges, prepend=0)
    return [(k, int(n)) for k, n in zip(shown, counts, strict=True) if n > 0]
