"""A played life lived again: exactly, with one decision flipped, or as choices on another luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, indices_of
from game.core.chance import Chance
from game.core.life import Lives, Plan
from game.scenario.model import Event, PlanFields
from game.scoring.recorded import (
    PlanValue,
    RecordedLife,
    SharedLuck,
    changes_between,
    fields_of,
    only_field,
    with_fields,
)
from game.sim.cohort import OnYear, live_on
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.world import World
from game.sim.year import Answer, Stage, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """One decision taken the other way: an answer to an event, or the value of a plan field."""

    year: int
    event: str = ""
    occurrence: int = 0
    """How often the event had been met before."""
    choice: str = ""
    field: str = ""
    value: PlanValue = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: an answer to an event, or a change of one plan field."""

    year: int
    age: int
    event: str = ""
    occurrence: int = 0
    choice: str = ""
    field: str = ""
    before: PlanValue = 0.0
    value: PlanValue = 0.0
    plan: PlanFields | None = None
    """The plan as it then stood, the change included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The decisions of a life in their order, and the changes of plan by calendar year."""

    decisions: tuple[Decision, ...]
    changes: Mapping[int, PlanFields]


class Replayed:
    """A policy: columns that answer as a life did, each with one decision flipped or none.

    An event answered in the played life gets that answer, the same time round (by event and
    occurrence); what is new to a column takes its default. A change of plan is made again in its
    year, field by field, so that a flipped field stays flipped until it was changed again.
    """

    def __init__(
        self,
        world: World,
        life: RecordedLife,
        changes: Mapping[int, PlanFields],
        flips: Sequence[Flip | None],
    ) -> None:
        self._changes, self._flips = changes, flips
        self._choices = {
            event.index: self._table(event, life, flips)
            for event in world.scenario.events
            if event.choices
        }

    def _table(
        self, event: Event, life: RecordedLife, flips: Sequence[Flip | None]
    ) -> NDArray[np.int64]:
        """Choice numbers of one event, shape (occurrences, columns), −1 for the default."""
        ids = [choice.id for choice in event.choices]
        given = [choice for year in life.years for met, choice in year.met if met == event.id]
        longest = max(len(given), 1 + max((f.occurrence for f in flips if f), default=0))
        table = np.full((longest + 1, len(flips)), -1, dtype=np.int64)
        for row, choice in enumerate(given):
            table[row] = ids.index(choice) if choice in ids else -1
        for column, flip in enumerate(flips):
            if flip is not None and flip.event == event.id and flip.choice in ids:
                table[flip.occurrence, column] = ids.index(flip.choice)
        return table

    def __call__(self, engine: Engine, year: Year) -> Answer:
        """The answers of a year at its stage."""
        columns = year.lives.id.astype(np.int64)
        if year.stage == Stage.PLAN:
            return Answer(plan=self._plan(year.opened.year, year.lives.plan, columns))
        choice = np.full(year.lives.size, -1, dtype=np.int64)
        for index in np.unique(year.offered[year.offered >= 0]):
            table = self._choices.get(int(index))
            if table is not None:
                which = indices_of(year.offered == index)
                count = year.lives.memory.count[index, which].astype(np.int64)
                row = np.minimum(count, len(table) - 1)
                choice[which] = table[row, columns[which]]
        return Answer(choice=choice)

    def _plan(self, year: int, plan: Plan, columns: Code) -> Plan | None:
        changed = self._changes.get(year)
        if changed is None:
            return None
        plan = with_fields(plan, changed)
        for column, flip in enumerate(self._flips):
            if flip is not None and flip.field and flip.year == year:
                plan = with_fields(plan, only_field(flip.field, flip.value), columns == column)
        return plan


class _Listening:
    """The played life answered as recorded, noting what it had to decide."""

    def __init__(self, world: World, life: RecordedLife) -> None:
        self._answers = Replayed(world, life, {}, [None])
        self._taken = {year.year: year.taken for year in life.years}
        self.decisions: list[Decision] = []
        self.changes: dict[int, PlanFields] = {}

    def __call__(self, engine: Engine, year: Year) -> Answer:
        if year.stage == Stage.PLAN:
            return self._plan(year)
        answer = self._answers(engine, year)
        index = int(year.offered[0])
        event = engine.world.scenario.events[index]
        if index >= 0 and len(event.choices) > 1 and answer.choice is not None:
            number = int(answer.choice[0])
            self.decisions.append(
                Decision(
                    year=year.opened.year,
                    age=int(year.lives.age[0]),
                    event=event.id,
                    occurrence=int(year.lives.memory.count[index, 0]),
                    choice=event.choices[number].id if number >= 0 else "",
                )
            )
        return answer

    def _plan(self, year: Year) -> Answer:
        calendar = year.opened.year
        taken, standing = self._taken.get(calendar), fields_of(year.lives.plan, 0)
        changed = changes_between(standing, taken) if taken is not None else PlanFields()
        names = [f.name for f in fields(PlanFields) if getattr(changed, f.name) is not None]
        if not names:
            return Answer()
        self.changes[calendar] = changed
        plan = with_fields(year.lives.plan, changed)
        self.decisions += [
            Decision(
                year=calendar,
                age=int(year.lives.age[0]),
                field=name,
                before=getattr(standing, name),
                value=getattr(changed, name),
                plan=fields_of(plan, 0),
            )
            for name in names
        ]
        return Answer(plan=plan)


def script_of(engine: Engine, life: RecordedLife) -> Script:
    """Live the played life once more and write down what it decided.

    What stood before it past the last age the pack plays was nobody's decision.
    """
    listening = _Listening(engine.world, life)
    lives = start_lives(engine.world, life.profile, np.zeros(1, dtype=np.uint64))
    live_on(engine, lives, luck_of(life, 1), listening, lambda *_: None)
    last = engine.world.scenario.last_age
    decisions = tuple(each for each in listening.decisions if each.age <= last)
    return Script(decisions=decisions, changes=listening.changes)


def luck_of(life: RecordedLife, columns: int) -> Chance:
    """The luck of a played life, shared by some columns."""
    return SharedLuck(seed=life.seed, of=np.full(columns, life.life, dtype=np.uint64))


def columns_of(world: World, profile: int, count: int) -> Lives:
    """Columns of one profile at their start, numbered from 0."""
    return start_lives(world, profile, np.arange(count, dtype=np.uint64))


def live_flips(
    engine: Engine,
    life: RecordedLife,
    script: Script,
    flips: Sequence[Flip | None],
    on_year: OnYear,
) -> None:
    """The played life on its own luck, one column a flip; ``None`` is the life as it was."""
    policy = Replayed(engine.world, life, script.changes, flips)
    lives = columns_of(engine.world, life.profile, len(flips))
    live_on(engine, lives, luck_of(life, len(flips)), policy, on_year)
