"""What is found in events and their choices: too rare, too often, closed, never the better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.diagnostics import Severity
from game.core.text import EMPTY, Text
from game.play.playtest.evidence import Evidence, Found, found
from game.play.playtest.funnel import STEPS
from game.play.playtest.pairing import Pairs
from game.play.playtest.places import percent
from game.scenario.model import Event

Values: TypeAlias = Mapping[int, Mapping[int, NDArray[Any]]]
"""Choice → visit → parts of the score under each player, (players, parts)."""
ENOUGH_VISITS: Final = 30
ENOUGH_PAIRS: Final = 12
MANY_VISITS: Final = 100
"""Visits of an event from which on more of them would show little more."""
SLACK: Final = 0.05
"""Points of a part that count as equal in a pair."""
FUNNEL: Final = Text(
    "of {size} lives {window} were in its window, in {when} its condition held, to {drawn} it was"
    " drawn, {shown} were shown it: it falls at `{at}`",
    "{size}人里：{window}人到了年龄，{when}人符合条件，{drawn}人抽中，{shown}人看到；卡在 {at}",
)
_KEYS: Final[Mapping[str, str]] = {
    "window": "ages",
    "when": "when",
    "drawn": "probability",
    "shown": "priority",
}


def events(evidence: Evidence) -> Iterator[Found]:
    """Events that never or hardly come, and those that come again and again."""
    all_seen = list(evidence.seen.values())
    lives = sum(seen.lives for seen in all_seen)
    for event in evidence.scenario.events:
        met = sum(int(seen.has_met[event.index].sum()) for seen in all_seen)
        shows = sum(int(seen.shows[event.index]) for seen in all_seen)
        where = ("events", event.id)
        if not met:
            funnel = _funnel(evidence, event)
            gaps = {"event": event.id, "lives": f"{lives:,}", "most": percent(3 / max(lives, 1))}
            yield found(evidence, "SP01", "warning", where, funnel=funnel, **gaps)
        elif met / lives < evidence.bounds["SP01"]:
            share = percent(met / lives)
            moment = next(s.example[event.index] for s in all_seen if event.index in s.example)
            gaps = {"event": event.id, "share": share}
            yield found(evidence, "SP01", "tip", where, "rare", moment, **gaps)
        if event.stop == "yes" and shows / lives > evidence.bounds["SP02"]:
            gaps = {"event": event.id, "times": f"{shows / lives:.1f}"}
            yield found(evidence, "SP02", "warning", where, **gaps)


def _funnel(evidence: Evidence, event: Event) -> Text:
    counts = evidence.funnels.get(event.index)
    if counts is None:
        return EMPTY
    named = dict(zip(STEPS, counts, strict=True))
    at = next((step for step in STEPS if named[step] == 0), "shown")
    key = "only_by" if at == "drawn" and event.hazard is None else _KEYS[at]
    gaps = {step: f"{count:,}" for step, count in named.items()}
    return FUNNEL.filled({**gaps, "size": f"{evidence.funnel_size:,}", "at": key})


def choices(evidence: Evidence) -> Iterator[Found]:
    """Choices that are closed to nearly everybody, or taken by nobody; events without a way on."""
    visits = evidence.visits
    for event in evidence.scenario.events:
        count = int(visits.visits[event.index])
        if visits.stuck[event.index]:
            gaps = {"event": event.id, "count": str(visits.stuck[event.index])}
            stuck = ("events", event.id, "choices")
            yield found(evidence, "SP05", "warning", stuck, visits=str(count), **gaps)
        for number, choice in enumerate(event.choices):
            is_open = int(visits.is_open[event.index, number])
            where = ("events", event.id, "choices", choice.id)
            gaps = {"event": event.id, "choice": choice.id}
            if count >= ENOUGH_VISITS and is_open < evidence.bounds["SP03"] * count:
                severity: Severity = "tip" if is_open else "warning"
                moment = visits.closed_at.get((event.index, number))
                more = {"open": f"{is_open:,}", "visits": f"{count:,}"}
                yield found(evidence, "SP03", severity, where, "", moment, **gaps, **more)
            elif count >= ENOUGH_VISITS and not _is_taken(evidence, event, number):
                yield found(evidence, "SP04", "tip", where, **gaps)


def _is_taken(evidence: Evidence, event: Event, choice: int) -> bool:
    seen = [each for name, each in evidence.seen.items() if name not in ("explorer",)]
    return any(each.taken[event.index, choice] for each in seen)


def pairs(evidence: Evidence) -> Iterator[Found]:
    """Choices another one beats on the same luck, and events at which all choices are alike."""
    lived = evidence.pairs
    if lived is None or not lived.event.size:
        return
    spread = np.max(
        [np.ptp(np.percentile(part, [5, 95], axis=1), axis=0) for part in lived.parts.values()],
        axis=0,
    )
    for event in evidence.scenario.events:
        rows = np.flatnonzero(lived.event == event.index)
        if not rows.size:
            continue
        values = _by_choice(lived, rows, len(event.choices))
        yield from _dominated(evidence, event, values, evidence.bounds["SP06"])
        differs = _differences(values)
        if differs is not None and len(differs) >= ENOUGH_PAIRS:
            is_same = (differs < evidence.bounds["SP07"] * np.maximum(spread, 1.0)).all(axis=1)
            if is_same.mean() >= evidence.bounds["SP06"]:
                where = ("events", event.id)
                gaps = {"event": event.id, "count": str(len(differs))}
                yield found(evidence, "SP07", "tip", where, **gaps)


def _by_choice(pairs: Pairs, rows: NDArray[np.int64], choices: int) -> Values:
    values: dict[int, dict[int, NDArray[Any]]] = {k: {} for k in range(choices)}
    stacked = np.array([pairs.parts[name] for name in pairs.parts])
    for row in rows:
        values[int(pairs.choice[row])][int(pairs.sample[row])] = stacked[:, :, row]
    return values


def _differences(values: Values) -> NDArray[Any] | None:
    """Largest differences of each part between any two choices of a visit, (visits, parts)."""
    by_sample: dict[int, list[NDArray[Any]]] = {}
    for samples in values.values():
        for sample, parts in samples.items():
            by_sample.setdefault(sample, []).append(parts)
    several = [np.array(each) for each in by_sample.values() if len(each) > 1]
    rows = [np.ptp(each, axis=0).max(axis=0) for each in several]
    return np.array(rows) if rows else None


def _dominated(
    evidence: Evidence,
    event: Event,
    values: Values,
    bound: float,
) -> Iterator[Found]:
    for number, choice in enumerate(event.choices):
        for other_number, other in enumerate(event.choices):
            both = sorted(values[number].keys() & values[other_number].keys())
            if number == other_number or len(both) < ENOUGH_PAIRS:
                continue
            gain = np.array([values[other_number][s] - values[number][s] for s in both])
            is_never_worse = (gain >= -SLACK).all(axis=(1, 2)).mean() >= bound
            is_better = bool((gain.mean(axis=0) > SLACK).any(axis=1).all())
            if is_never_worse and is_better:
                teaches = set(choice.teaches) - set(other.teaches)
                where = ("events", event.id, "choices", choice.id)
                gaps = {"event": event.id, "choice": choice.id, "other": other.id}
                severity: Severity = "tip" if teaches else "warning"
                count = str(len(both))
                told = found(evidence, "SP06", severity, where, count=count, **gaps)
                hint = "closer" if evidence.visits_of_an_event < MANY_VISITS else ""
                yield replace(told, finding=replace(told.finding, hint=hint))
                break
