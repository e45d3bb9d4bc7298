"""The life a failed test is about, year by year: what is planned, paid, met, where it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.core.text import EMPTY, Text
from game.play.playtest.trying import LAST_YEAR, Failure, lives_by_profile, tried
from game.scenario.model import Scenario
from game.scenario.trials import Trial
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedYear:
    """One year of the life. Money in yuan of the year unless a name says a month."""

    age: int
    year: int
    pension_plan: Scheme
    base: float
    """Share of the reference wage the employee pension is paid on."""
    medical_plan: Scheme
    months_pension: int
    months_pension_missed: int
    months_medical: int
    months_medical_missed: int
    income: float
    cash: float
    debt: float
    pension: float
    met: tuple[tuple[Text, Text], ...]
    """What happened, and what was chosen; empty without choices."""
    has_died: bool
    fails: bool
    """Whether a check of this age failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A failed test, and the life it is about."""

    name: Text
    person: Text
    failures: tuple[Failure, ...]
    gap: Text
    """The first month of a pension plan that was not paid."""
    life: int | None
    """Which of many lives is shown; none where the test plays one."""
    years: tuple[TracedYear, ...]


@dataclass(slots=True)
class _Recorder:
    """Writes down each year of one life."""

    scenario: Scenario
    failing: frozenset[int]
    years: list[TracedYear] = field(default_factory=list)

    def __call__(self, opened: Lives, record: Record, after: Lives) -> None:
        """One year more."""
        plan, age = after.plan, int(record.age[0])
        pension = record.pension_employee + record.pension_resident
        year = TracedYear(
            age=age,
            year=record.year,
            pension_plan=Scheme(int(plan.pension[0])),
            base=float(plan.base[0]),
            medical_plan=Scheme(int(plan.medical[0])),
            months_pension=int(
                record.months_pension_employee[0] + record.months_pension_resident[0]
            ),
            months_pension_missed=int(record.months_pension_gap[0]),
            months_medical=int(record.months_medical_paid[0]),
            months_medical_missed=int(record.months_medical_gap[0]),
            income=float(record.income[0]),
            cash=float(record.cash[0]),
            debt=float(record.debt[0]),
            pension=float(pension[0]),
            met=self._met(record),
            has_died=bool(record.has_died[0]),
            fails=age in self.failing,
        )
        self.years.append(year)

    def _met(self, record: Record) -> tuple[tuple[Text, Text], ...]:
        found = []
        for met in record.met:
            if met.is_met[0]:
                event, choice = self.scenario.events[met.event], int(met.choice[0])
                label = event.choices[choice].label if choice >= 0 else EMPTY
                found.append((event.title, label))
        return tuple(found)


def traced(scenario: Scenario, trial: Trial, failures: Sequence[Failure]) -> Trace:
    """Live the life of a failed test once more and write it down.

    Args:
        scenario: the pack.
        trial: the test.
        failures: what it found; of a test of many lives, one that shows the first is lived.
    """
    recorder = _Recorder(scenario, frozenset(each.age for each in failures if each.age))
    life = failures[0].life if trial.policy else None
    if life is None:
        tried(scenario, trial, recorder)
        profile = trial.profile or 0
    else:
        profile = _one_of_many(scenario, trial, life, recorder)
    return Trace(
        name=trial.name,
        person=scenario.profiles[profile].name,
        failures=tuple(failures),
        gap=next((each.gap for each in failures if each.gap.en), EMPTY),
        life=life,
        years=tuple(recorder.years),
    )


def _one_of_many(scenario: Scenario, trial: Trial, life: int, look: _Recorder) -> int:
    """Live one life of a kind of player, with the luck it had among the others; its profile."""
    profile, first = 0, 0
    for who, count in lives_by_profile(scenario, trial.profile, trial.lives):
        if first <= life < first + count:
            profile = who
        first += count
    engine = Engine(world=World(scenario=scenario))
    chance = Chance(seed=trial.seed, is_calm=not trial.has_luck)
    lives = start_lives(engine.world, profile, np.array([life], dtype=np.uint64))
    policy = STRATEGIES[trial.policy].policy
    while lives.is_alive[0] and (trial.has_luck or lives.age[0] <= LAST_YEAR):
        opened, lives, record = advance(engine, lives, chance, policy)
        look(opened, record, lives)
    return profile
