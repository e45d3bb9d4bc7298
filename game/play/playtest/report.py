"""What a playtest tells, as plain values: printed, drawn, kept, and held beside another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.core.arrays import Number
from game.core.diagnostics import Diagnostic
from game.core.text import Language, Text
from game.play.playtest.evidence import Evidence, Found
from game.play.playtest.places import own_events
from game.play.playtest.playing import Played
from game.play.playtest.score_findings import variance
from game.play.playtest.sensitivity import Response, is_movable
from game.play.playtest.teaching_findings import minutes
from game.rules.dated import STATUSES
from game.scoring.score import PARTS

SHARES: Final = ("player", "luck", "both")
COVERED: Final = ("events", "choices", "goals")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """How often an event came, at what age, and what was chosen, over all players."""

    id: str
    title: Text
    is_own: bool
    """Written by the pack itself, not by what it builds on."""
    lives: int
    share: float
    first_age: float | None
    choices: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """How the parts of the score answer to one number of law, as shares of what they were."""

    id: str
    label: Text
    lower: Mapping[str, float]
    higher: Mapping[str, float]

    @property
    def largest(self) -> tuple[str, float, float]:
        """The part that changes most, with a fifth less and with a fifth more."""
        known = {*self.lower, *self.higher}
        if not known:
            return "", 0.0, 0.0
        part = max(sorted(known), key=self._reach)
        return part, self.lower.get(part, 0.0), self.higher.get(part, 0.0)

    def _reach(self, part: str) -> float:
        return max(abs(self.lower.get(part, 0.0)), abs(self.higher.get(part, 0.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A playtest of one pack."""

    pack: str
    title: Text
    version: str
    digest: str
    lives: int
    seed: int
    visits_of_an_event: int
    coverage: Mapping[str, tuple[int, int]]
    """The pack's own events and choices, and all goals: reached by anybody, of how many."""
    minutes: Mapping[Language, float]
    score: Mapping[str, tuple[float, float, float]]
    """10th, 50th and 90th of a hundred by kind of player."""
    parts: Mapping[str, Mapping[str, float]]
    """Medians of the parts by kind of player."""
    variance: Mapping[str, float]
    pairs: tuple[int, int] | None
    """Visits and copies that were lived on."""
    weakest_source: str
    events: tuple[EventRow, ...]
    numbers: tuple[NumberRow, ...]
    """Those that were moved, what moves the score most first."""
    numbers_left: int
    """Numbers of law that were not moved."""
    findings: tuple[Found, ...]


def report_of(played: Played) -> Report:
    """A playtest as plain values."""
    evidence = played.evidence
    scenario, seen = evidence.scenario, evidence.seen
    return Report(
        pack=scenario.id,
        title=scenario.title,
        version=scenario.version,
        digest=scenario.digest,
        lives=played.lives,
        seed=played.seed,
        visits_of_an_event=played.visits_of_an_event,
        coverage=_coverage(evidence),
        minutes=minutes(seen),
        score={name: quantiles(each.score) for name, each in seen.items()},
        parts={
            name: {part: quantiles(each.parts[k])[1] for k, part in enumerate(PARTS)}
            for name, each in seen.items()
        },
        variance=dict(zip(SHARES, variance(seen), strict=True)),
        pairs=_pairs(evidence),
        weakest_source=_weakest(evidence),
        events=_events(evidence),
        numbers=_numbers(evidence),
        numbers_left=_left(evidence),
        findings=tuple(_fixed(each) for each in played.findings),
    )


def quantiles(values: Number) -> tuple[float, float, float]:
    """The 10th, 50th and 90th of a hundred; those that never applied are left out."""
    known = values[~np.isnan(values)]
    if not known.size:
        return (0.0, 0.0, 0.0)
    low, middle, high = np.percentile(known, [10, 50, 90])
    return float(low), float(middle), float(high)


def _coverage(evidence: Evidence) -> dict[str, tuple[int, int]]:
    scenario, seen = evidence.scenario, list(evidence.seen.values())
    events = own_events(evidence.loaded, scenario)
    met = np.any([each.has_met.any(axis=1) for each in seen], axis=0)
    taken = np.sum([each.taken for each in seen], axis=0)
    choices = [int((taken[e.index, : len(e.choices)] > 0).sum()) for e in events]
    goals = np.any([(each.goal_age > 0).any(axis=1) for each in seen], axis=0)
    reached = (sum(int(met[e.index]) for e in events), sum(choices), int(goals.sum()))
    every = (len(events), sum(len(e.choices) for e in events), len(scenario.goals))
    return {name: (few, most) for name, few, most in zip(COVERED, reached, every, strict=True)}


def _pairs(evidence: Evidence) -> tuple[int, int] | None:
    if evidence.pairs is None:
        return None
    return evidence.visits.samples, len(evidence.pairs.event)


def _weakest(evidence: Evidence) -> str:
    """The weakest status of any number of law the pack holds."""
    scenario = evidence.scenario
    order = list(STATUSES)
    numbers = scenario.law.parameters.values()
    used = [order.index(each.source_on(scenario.start_year)[1]) for each in numbers]
    return order[max(used, default=0)]


def _events(evidence: Evidence) -> tuple[EventRow, ...]:
    """The pack's own first."""
    own = own_events(evidence.loaded, evidence.scenario)
    others = [event for event in evidence.scenario.events if event not in own]
    seen = list(evidence.seen.values())
    lives = sum(each.lives for each in seen)
    rows: list[EventRow] = []
    for event in [*own, *others]:
        met = sum(int(each.has_met[event.index].sum()) for each in seen)
        ages = sum(float(each.first_age[event.index]) for each in seen)
        taken = np.sum([each.taken[event.index] for each in seen], axis=0)
        row = EventRow(
            id=event.id,
            title=event.title,
            is_own=len(rows) < len(own),
            lives=met,
            share=met / lives,
            first_age=ages / met if met else None,
            choices={choice.id: int(taken[k]) for k, choice in enumerate(event.choices)},
        )
        rows.append(row)
    return tuple(rows)


def _left(evidence: Evidence) -> int:
    """Numbers of law that might have been moved and were not."""
    law = evidence.scenario.law.parameters.values()
    return sum(is_movable(each) for each in law) - len(evidence.responses)


def _numbers(evidence: Evidence) -> tuple[NumberRow, ...]:
    law = evidence.scenario.law
    moved = sorted(evidence.responses, key=lambda each: -each.largest)

    def row(response: Response) -> NumberRow:
        lower, higher = response.change
        label = law.parameters[response.parameter].label
        return NumberRow(id=response.parameter, label=label, lower=lower, higher=higher)

    return tuple(row(each) for each in moved)


def _fixed(found: Found) -> Found:
    """A finding with its gaps in an order of their own, so that equal reports are equal texts."""
    finding = found.finding
    slots = dict(sorted(finding.slots.items()))
    fixed = Diagnostic(
        code=finding.code,
        variant=finding.variant,
        hint=finding.hint,
        severity=finding.severity,
        confidence=finding.confidence,
        place=finding.place,
        slots=slots,
    )
    return Found(finding=fixed, life=found.life, age=found.age, player=found.player)
