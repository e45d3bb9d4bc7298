"""The choices of a life on another luck, under its own cover or another: open-loop replay.

The plan in force at each age is that of the played life, whatever happens; an event that was met
gets the answer given there, the last one if there were several, any other its default. Under the
resident schemes a record too short moves there when the crossroad comes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import any_of, changed
from game.core.chance import Chance
from game.core.life import Lives, Plan, Scheme
from game.scoring.recorded import RecordedLife, with_fields
from game.sim.cohort import OnYear, live_on
from game.sim.draft import Draft
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.social_security.by_law import bound_months
from game.sim.strategies import covered, record_moved, saver_share
from game.sim.world import World
from game.sim.year import Answer, Stage, Year

Cover: TypeAlias = "Callable[[World, Lives, Plan], Plan]"
"""From the plan that was in force to the one of another life with the same savings and pace."""


def own(world: World, lives: Lives, plan: Plan) -> Plan:
    """The cover of the played life."""
    return plan


def _schemes(pension: Scheme, medical: Scheme, base: float | None = None) -> Cover:
    def cover(world: World, lives: Lives, plan: Plan) -> Plan:
        lowest = world.scenario.decision.bases[0]
        share = np.full_like(plan.base, lowest if base is None else base)
        return covered(plan, pension, medical, share)

    return cover


never_insured: Final = _schemes(Scheme.NONE, Scheme.NONE)


def employee_at(base: float) -> Cover:
    """Both employee schemes on a base."""
    return _schemes(Scheme.EMPLOYEE, Scheme.EMPLOYEE, base)


def never_insured_saver(world: World, lives: Lives, plan: Plan) -> Plan:
    """Never insured, and saves every yuan the plan in force would have cost."""
    bare = never_insured(world, lives, plan)
    return changed(bare, savings=saver_share(world, lives, plan, plan.savings))


COVERS: Final[Mapping[str, Cover]] = MappingProxyType(
    {
        "you": own,
        "never_insured": never_insured,
        "never_insured_saver": never_insured_saver,
        "resident": _schemes(Scheme.RESIDENT, Scheme.RESIDENT),
        "employee_lowest": _schemes(Scheme.EMPLOYEE, Scheme.EMPLOYEE),
    }
)


class SameChoices:
    """A policy: columns that make the choices of a played life, in groups with a cover each.

    Args:
        world: the scenario.
        life: whose choices.
        covers: the covers, one a group.
        group: index into ``covers`` of each column, by the column's identity.
    """

    def __init__(
        self,
        world: World,
        life: RecordedLife,
        covers: Sequence[Cover],
        group: NDArray[np.int64],
    ) -> None:
        self._life, self._covers, self._group = life, covers, group
        answers = life.last_answers
        self._choices = {}
        for event in world.scenario.events:
            ids = [choice.id for choice in event.choices]
            if answers.get(event.id) in ids:
                self._choices[event.index] = ids.index(answers[event.id])

    def __call__(self, engine: Engine, year: Year) -> Answer:
        """The answers of a year at its stage."""
        if year.stage == Stage.PLAN:
            return Answer(plan=self.plan(engine.world, year.lives))
        moved = record_moved(engine, year).choice
        assert moved is not None
        choice = np.where(self.has_own(year.lives), -1, moved)
        for index in np.unique(year.offered[year.offered >= 0]):
            given = self._choices.get(int(index), -1)
            here = (year.offered == index) & (choice < 0)
            choice[here] = given
        return Answer(choice=choice)

    def plan(self, world: World, lives: Lives) -> Plan:
        """The plan of each column in this year."""
        own_plan = with_fields(lives.plan, self._life.plan_in(lives.year))
        group = self._group[lives.id.astype(np.int64)]
        plan = own_plan
        for number, cover in enumerate(self._covers):
            here = group == number
            if cover is not own and any_of(here):
                plan = _where(here, cover(world, lives, own_plan), plan)
        return plan

    def has_own(self, lives: Lives) -> NDArray[np.bool_]:
        """Columns that keep the cover of the played life."""
        is_own = np.array([cover is own for cover in self._covers])
        return np.asarray(is_own[self._group[lives.id.astype(np.int64)]])


def _where(here: NDArray[np.bool_], one: Plan, other: Plan) -> Plan:
    names = ("pension", "medical", "base", "private", "savings")
    return changed(
        other,
        **{name: np.where(here, getattr(one, name), getattr(other, name)) for name in names},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEngine(Engine):
    """An engine under which another cover stands, though an event of the year may change it.

    Where contract or school decide, the months stay as the law has them.
    """

    choices: SameChoices

    def close_year(self, year: Year) -> tuple[Lives, Record]:
        """As ``Engine``, the cover of the year restored first."""
        year = self.finish(year)
        plan = self.choices.plan(self.world, year.lives)
        kept = self.choices.has_own(year.lives)
        strays = (year.lives.plan.pension != plan.pension) | (year.lives.plan.base != plan.base)
        strays = ~kept & (strays | (year.lives.plan.medical != plan.medical))
        if any_of(strays):
            year = _restored(self.world, year, plan, strays)
        return Engine.close_year(self, year)


def _restored(world: World, year: Year, plan: Plan, which: NDArray[np.bool_]) -> Year:
    free = which & ~bound_months(world, Draft(year))
    months = {
        name: np.where(free, getattr(plan, name), getattr(year.months, name))
        for name in ("pension", "medical", "base")
    }
    standing = _where(which, plan, year.lives.plan)
    return changed(
        year,
        lives=changed(year.lives, plan=standing),
        months=changed(year.months, **months),
    )


def live_choices(
    engine: Engine, lives: Lives, chance: Chance, choices: SameChoices, on_year: OnYear
) -> None:
    """Whole lives that make the choices of a played one.

    Args:
        engine: of the scenario.
        lives: columns at their start, numbered from 0.
        chance: their luck, which they may share.
        choices: whose, under which cover.
        on_year: told each year as it closes.
    """
    held = HeldEngine(world=engine.world, choices=choices)
    live_on(held, lives, chance, choices, on_year)
