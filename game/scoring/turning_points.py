"""Turning points: every decision of a life taken the other way, on the same luck to the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.core.arrays import Code, Flag, changed
from game.core.life import Lives, Scheme
from game.scenario.model import Decision as PlanDecision
from game.scoring.course import Course, both
from game.scoring.recorded import PlanValue, RecordedLife
from game.scoring.replay import Decision, Flip, Script, live_flips
from game.scoring.steps import above, below
from game.scoring.tally import Tally
from game.sim.engine import Engine
from game.sim.record import Record
from game.sim.world import World

MOST_SHOWN: Final = 5
LEAST_YEARS: Final = 1
LEAST_POINTS: Final = 1.0
LEAST_PENSION: Final = 50.0
"""Yuan a month."""
LEAST_BILLS: Final = 10_000.0
"""Yuan, own payments for health over the life."""
LEAST_OF_COVER: Final = 2_000.0
"""The same where what was decided is medical cover itself."""
LEAST_UNPAID: Final = 1_000.0
"""Yuan of bills left unpaid that make a lower own payment no gain."""
SAVINGS_STEP: Final = 0.1
PRIVATE_STEP: Final = 3_000.0
PRIVATE_MOST: Final = 12_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPoint:
    """One decision, and what its most different other option would have changed.

    Every difference is the played life less the flipped one.
    """

    decision: Decision
    flip: Flip
    years: int
    """Lived years."""
    score: float
    pension_per_month: float
    """At an age at which both have claimed; 0 unless both lives reach it."""
    pension_age: int
    claimed_at: tuple[int, int]
    """Ages at which the pension begins here and in the other life; 0 where it never does."""
    own_bills: float
    """Own payments for health over the life; negative was cheaper."""
    unpaid: float
    """Bills over the life that nobody ever paid."""
    refused: int
    """Years in which treatment was given up for want of money."""
    pension_alone: tuple[bool, bool]
    """Whether the plan is a pension without medical insurance, here and in the other life."""
    savings: float
    """Savings less debt ten years later, or at the end of the shorter life."""

    @property
    def leads_with_years(self) -> bool:
        """Whether lived years differ so much that no points may be compared."""
        return abs(self.years) >= LEAST_YEARS

    @property
    def is_gain(self) -> bool:
        """Whether the life as played was the better one."""
        return self.years > 0 if self.leads_with_years else self.score > 0

    @property
    def tells_bills(self) -> bool:
        """Whether own payments say anything: large, and not low only because somebody went unpaid
        or untreated.
        """
        least = LEAST_OF_COVER if self.flip.field == "medical" else LEAST_BILLS
        cheaper = 1 if self.own_bills < 0 else -1
        is_hollow = cheaper * self.unpaid >= LEAST_UNPAID or cheaper * self.refused > 0
        return abs(self.own_bills) >= least and not is_hollow

    @property
    def is_shown(self) -> bool:
        """Whether it moved anything that is worth telling."""
        return (
            self.leads_with_years
            or abs(self.score) >= LEAST_POINTS
            or abs(self.pension_per_month) >= LEAST_PENSION
            or self.tells_bills
        )

    @property
    def size(self) -> tuple[float, float]:
        """Larger comes first: lived years, then points."""
        return (abs(self.years) if self.leads_with_years else 0, abs(self.score))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """The turning points of a life, the largest first, and out of how many decisions."""

    points: tuple[TurningPoint, ...]
    decisions: int
    score: float
    """Of the life as it was, replayed beside its flips."""


def turning_points(engine: Engine, life: RecordedLife, script: Script) -> Turning:
    """Flip every decision, live all flips as columns of one batch, and keep what moved most."""
    flips = [
        (decision, flip)
        for decision in script.decisions
        for flip in flips_of(engine.world, decision)
    ]
    columns: list[Flip | None] = [None, *(flip for _, flip in flips)]
    tally = Tally(world=engine.world, size=len(columns))
    course = Course(world=engine.world, size=len(columns))
    taken = _Taken(engine.world, columns)
    seen = _Seen(columns)
    listeners = both(both(tally.add, course.add), both(taken.add, seen.add))
    live_flips(engine, life, script, columns, listeners)
    found: dict[Decision, TurningPoint] = {}
    for column, (decision, flip) in enumerate(flips, start=1):
        if taken.was_possible(column):
            point = _point(engine.world, life, tally, course, seen, column, decision, flip)
            if decision not in found or point.size > found[decision].size:
                found[decision] = point
    return Turning(
        points=chosen(list(found.values())),
        decisions=len(script.decisions),
        score=float(tally.score.total[0]),
    )


def chosen(points: Sequence[TurningPoint]) -> tuple[TurningPoint, ...]:
    """At most five, the largest first; at least one gain and one loss if there are any."""
    ranked = sorted((p for p in points if p.is_shown), key=lambda p: p.size, reverse=True)
    kept = ranked[:MOST_SHOWN]
    for is_gain in (True, False):
        if kept and all(point.is_gain != is_gain for point in kept):
            other = next((p for p in ranked if p.is_gain == is_gain), None)
            if other is not None:
                kept = [*kept[: MOST_SHOWN - 1], other]
    return tuple(kept)


# --- the flips of a decision ---------------------------------------------------------------------


def flips_of(world: World, decision: Decision) -> list[Flip]:
    """Every way a decision can be taken otherwise."""
    if decision.event:
        return _event_flips(world, decision)
    base = Flip(year=decision.year, field=decision.field)
    return [changed(base, value=value) for value in _other_values(world, decision)]


def _event_flips(world: World, decision: Decision) -> list[Flip]:
    event = next(e for e in world.scenario.events if e.id == decision.event)
    return [
        Flip(
            year=decision.year,
            event=decision.event,
            occurrence=decision.occurrence,
            choice=choice.id,
        )
        for choice in event.choices
        if choice.id != decision.choice
    ]


def _other_values(world: World, decision: Decision) -> list[PlanValue]:
    """The value before a change; of a base or an amount one step down and one up."""
    steps = _steps(world.scenario.decision, decision.field)
    if not steps or not _matters(decision):
        return [decision.before] if _matters(decision) else []
    value = float(decision.value)
    return [*below(steps, value)[:1], *above(steps, value)[:1]]


def _steps(decision: PlanDecision, field: str) -> tuple[float, ...]:
    if field == "base":
        return decision.bases
    if field == "tier":
        return decision.tiers
    if field == "savings":
        return tuple(round(k * SAVINGS_STEP, 2) for k in range(11))
    if field == "private_per_year":
        count = int(PRIVATE_MOST / PRIVATE_STEP)
        return tuple(k * PRIVATE_STEP for k in range(count + 1))
    return ()


def _matters(decision: Decision) -> bool:
    """A base without the employee scheme, or a tier without the resident one, decides nothing."""
    pension = None if decision.plan is None else decision.plan.pension
    if decision.field == "base":
        return pension == Scheme.EMPLOYEE
    return decision.field != "tier" or pension == Scheme.RESIDENT


# --- what a flip changed -------------------------------------------------------------------------


class _Taken:
    """Whether a column could take the other option at all: a closed one falls to the default."""

    def __init__(self, world: World, columns: Sequence[Flip | None]) -> None:
        self._wanted: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._missed = np.zeros(len(columns), dtype=bool)
        index = {event.id: event for event in world.scenario.events}
        for column, flip in enumerate(columns):
            if flip is not None and flip.event:
                event = index[flip.event]
                number = [choice.id for choice in event.choices].index(flip.choice)
                self._wanted.setdefault((flip.year, event.index), []).append((column, number))

    def add(self, opened: Lives, record: Record, after: Lives, which: Code) -> None:
        """Look at the choices of a closed year."""
        for met in record.met:
            for column, number in self._wanted.get((record.year, met.event), ()):
                at = np.searchsorted(which, column)
                if at < len(which) and which[at] == column and met.is_met[at]:
                    self._missed[column] |= int(met.choice[at]) != number

    def was_possible(self, column: int) -> bool:
        """Whether the other option was taken."""
        return not self._missed[column]


class _Seen:
    """What nobody paid, what was given up, and whose plan is a pension without medical cover."""

    def __init__(self, columns: Sequence[Flip | None]) -> None:
        self.unpaid = np.zeros(len(columns))
        self.refused = np.zeros(len(columns), dtype=np.int64)
        self._alone: dict[int, Flag] = {flip.year: self.unpaid > 0 for flip in columns if flip}

    def add(self, opened: Lives, record: Record, after: Lives, which: Code) -> None:
        """One year more."""
        self.unpaid[which] += np.where(record.is_lived, record.unpaid_bills, 0.0)
        self.refused[which] += record.is_lived & record.was_treatment_refused
        if record.year in self._alone:
            plan = after.plan
            is_alone = (plan.pension != Scheme.NONE) & (plan.medical == Scheme.NONE)
            self._alone[record.year][which] = is_alone

    def pension_alone(self, year: int, column: int) -> tuple[bool, bool]:
        """In the life as it was, and in a column, at the close of the year of the decision."""
        is_alone = self._alone[year]
        return bool(is_alone[0]), bool(is_alone[column])


def _point(
    world: World,
    life: RecordedLife,
    tally: Tally,
    course: Course,
    seen: _Seen,
    column: int,
    decision: Decision,
    flip: Flip,
) -> TurningPoint:
    """The difference between the life as it was, column 0, and one flip."""
    pension_age = _age_of_both_claims(world, life, course, column)
    pension = course.pension[pension_age, 0] - course.pension[pension_age, column]
    wealth = course.wealth[:, 0] - course.wealth[:, column]
    at = min(decision.age + 10, int(course.last_age[0]), int(course.last_age[column]))
    score = tally.score.total
    return TurningPoint(
        decision=decision,
        flip=flip,
        years=int(course.last_age[0] - course.last_age[column]),
        score=round(float(score[0] - score[column]), 3),
        pension_per_month=float(np.nan_to_num(pension)),
        pension_age=pension_age,
        claimed_at=(_claimed_at(course, 0), _claimed_at(course, column)),
        own_bills=float(tally.own_bills[0] - tally.own_bills[column]),
        unpaid=float(seen.unpaid[0] - seen.unpaid[column]),
        refused=int(seen.refused[0] - seen.refused[column]),
        pension_alone=seen.pension_alone(flip.year, column),
        savings=float(np.nan_to_num(wealth[at])),
    )


def _claimed_at(course: Course, column: int) -> int:
    """Age at which a column's pension begins; 0 where it never does."""
    drawn = np.nan_to_num(course.pension[:, column]) > 0
    return int(np.argmax(drawn)) if drawn.any() else 0


def _age_of_both_claims(world: World, life: RecordedLife, course: Course, column: int) -> int:
    """The first age from the old-age line on at which neither life has its claim before it.

    Who never draws a pension has none to wait for once the window of claiming has closed.
    """
    drawn = np.nan_to_num(course.pension[:, [0, column]]) > 0
    latest = int(np.ceil(world.claim_window[1][life.profile]))
    begins = np.where(drawn.any(axis=0), np.argmax(drawn, axis=0), latest)
    return max(int(world.old_age_line[life.profile]), *(int(age) for age in begins))
