"""From what was counted to findings: the codes SP01 to SP31, each at its place in the pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.diagnostics import Diagnostic, Severity
from game.core.text import EMPTY, Text
from game.play.playtest.funnel import STEPS
from game.play.playtest.pairing import Pairs
from game.play.playtest.places import percent, place_of
from game.play.playtest.sweeping import Sweep
from game.play.playtest.visits import Visits
from game.play.playtest.watching import Seen
from game.scenario.compiler import Loaded
from game.scenario.model import Event, Scenario

Values: TypeAlias = Mapping[int, Mapping[int, NDArray[Any]]]
"""Choice → visit → parts of the score under each player, (players, parts)."""
BOUNDS: Final[Mapping[str, float]] = {
    "SP01": 0.005,
    "SP02": 6.0,
    "SP03": 0.02,
    "SP06": 0.95,
    "SP07": 0.01,
    "SP08": 0.80,
    "SP10": 15.0,
    "SP11": 0.25,
    "SP12": 0.60,
    "SP13": 0.20,
    "SP15": 10.0,
    "SP17": 0.50,
}
"""Usual bounds; a pack's ``settings: {lint: …}`` changes them."""
ONE_RIGHT_ANSWER: Final = 0.95
ENOUGH_VISITS: Final = 30
ENOUGH_PAIRS: Final = 12
LATE: Final = 0.70
MINUTES_A_STOP: Final = 0.5
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything counted about a pack."""

    loaded: Loaded
    scenario: Scenario
    seen: Mapping[str, Seen]
    visits: Visits
    sweep: Sweep
    pairs: Pairs | None
    funnels: Mapping[int, tuple[int, ...]]
    """Event that never came → lives that reached each step."""
    funnel_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding, and the moment of a life that shows it, if one does."""

    finding: Diagnostic
    life: int | None = None
    age: int = 0
    player: str = "random"


def judged(evidence: Evidence) -> list[Found]:
    """All findings, worst first."""
    bounds = {**BOUNDS, **evidence.scenario.teaching.settings.lint}
    passes = (_events, _choices, _pairs, _balance, _profiles, _goals, _time, _numbers)
    found = [each for look in passes for each in look(evidence, bounds)]
    order = {"error": 0, "warning": 1, "untidy": 2, "tip": 3}
    return sorted(found, key=lambda each: (order[each.finding.severity], each.finding.code))


def _found(
    evidence: Evidence,
    code: str,
    severity: Severity,
    where: tuple[str, ...],
    variant: str = "",
    moment: tuple[int, int] | None = None,
    /,
    **slots: str | Text,
) -> Found:
    finding = Diagnostic(
        code=code,
        variant=variant,
        severity=severity,
        confidence="reasonable",
        place=place_of(evidence.loaded, *where),
        slots=slots,
    )
    life, age = moment if moment is not None else (None, 0)
    return Found(finding=finding, life=life, age=age)


# --- events and choices --------------------------------------------------------------------------


def _events(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    all_seen = list(evidence.seen.values())
    lives = sum(seen.lives for seen in all_seen)
    for event in evidence.scenario.events:
        met = sum(int(seen.has_met[event.index].sum()) for seen in all_seen)
        shows = sum(int(seen.shows[event.index]) for seen in all_seen)
        where = ("events", event.id)
        if not met:
            funnel = _funnel(evidence, event)
            gaps = {"event": event.id, "lives": f"{lives:,}", "most": percent(3 / max(lives, 1))}
            yield _found(evidence, "SP01", "warning", where, funnel=funnel, **gaps)
        elif met / lives < bounds["SP01"]:
            share = percent(met / lives)
            moment = next(s.example[event.index] for s in all_seen if event.index in s.example)
            gaps = {"event": event.id, "share": share}
            yield _found(evidence, "SP01", "tip", where, "rare", moment, **gaps)
        if event.stop == "yes" and shows / lives > bounds["SP02"]:
            gaps = {"event": event.id, "times": f"{shows / lives:.1f}"}
            yield _found(evidence, "SP02", "warning", where, **gaps)


def _funnel(evidence: Evidence, event: Event) -> Text:
    counts = evidence.funnels.get(event.index)
    if counts is None:
        return EMPTY
    named = dict(zip(STEPS, counts, strict=True))
    at = next((step for step in STEPS if named[step] == 0), "shown")
    key = "only_by" if at == "drawn" and event.hazard is None else _KEYS[at]
    gaps = {step: f"{count:,}" for step, count in named.items()}
    return FUNNEL.filled({**gaps, "size": f"{evidence.funnel_size:,}", "at": key})


def _choices(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    visits = evidence.visits
    for event in evidence.scenario.events:
        count = int(visits.visits[event.index])
        if visits.stuck[event.index]:
            gaps = {"event": event.id, "count": str(visits.stuck[event.index])}
            stuck = ("events", event.id, "choices")
            yield _found(evidence, "SP05", "warning", stuck, visits=str(count), **gaps)
        for number, choice in enumerate(event.choices):
            is_open = int(visits.is_open[event.index, number])
            where = ("events", event.id, "choices", choice.id)
            gaps = {"event": event.id, "choice": choice.id}
            if count >= ENOUGH_VISITS and is_open < bounds["SP03"] * count:
                severity: Severity = "tip" if is_open else "warning"
                moment = visits.closed_at.get((event.index, number))
                more = {"open": f"{is_open:,}", "visits": f"{count:,}"}
                yield _found(evidence, "SP03", severity, where, "", moment, **gaps, **more)
            elif count >= ENOUGH_VISITS and not _is_taken(evidence, event, number):
                yield _found(evidence, "SP04", "tip", where, **gaps)


def _is_taken(evidence: Evidence, event: Event, choice: int) -> bool:
    seen = [each for name, each in evidence.seen.items() if name not in ("explorer",)]
    return any(each.taken[event.index, choice] for each in seen)


def _pairs(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    pairs = evidence.pairs
    if pairs is None or not pairs.event.size:
        return
    spread = np.max(
        [np.ptp(np.percentile(part, [5, 95], axis=1), axis=0) for part in pairs.parts.values()],
        axis=0,
    )
    for event in evidence.scenario.events:
        rows = np.flatnonzero(pairs.event == event.index)
        if not rows.size:
            continue
        values = _by_choice(pairs, rows, len(event.choices))
        yield from _dominated(evidence, event, values, bounds["SP06"])
        differs = _differences(values)
        if differs is not None and len(differs) >= ENOUGH_PAIRS:
            is_same = (differs < bounds["SP07"] * np.maximum(spread, 1.0)).all(axis=1)
            if is_same.mean() >= bounds["SP06"]:
                where = ("events", event.id)
                gaps = {"event": event.id, "count": str(len(differs))}
                yield _found(evidence, "SP07", "tip", where, **gaps)


def _by_choice(pairs: Pairs, rows: NDArray[np.int64], choices: int) -> Values:
    found: dict[int, dict[int, NDArray[Any]]] = {k: {} for k in range(choices)}
    stacked = np.array([pairs.parts[name] for name in pairs.parts])
    for row in rows:
        found[int(pairs.choice[row])][int(pairs.sample[row])] = stacked[:, :, row]
    return found


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
                yield _found(evidence, "SP06", severity, where, count=count, **gaps)
                break


# --- the whole -----------------------------------------------------------------------------------


def variance(seen: Mapping[str, Seen]) -> tuple[float, float, float]:
    """Shares of the differences in score: kind of player, luck, and the two together."""
    names = [name for name in seen if name != "explorer"]
    scores = np.array([seen[name].score for name in names])
    whole = float(scores.var())
    if whole <= 0 or len(names) < 2:
        return 0.0, 0.0, 0.0
    player = float(scores.mean(axis=1).var()) / whole
    luck = float(scores.mean(axis=0).var()) / whole
    return player, luck, max(0.0, 1 - player - luck)


def _balance(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    player, luck, _ = variance(evidence.seen)
    if luck > bounds["SP08"]:
        yield _found(evidence, "SP08", "warning", ("id",), share=percent(luck))
    if player > ONE_RIGHT_ANSWER:
        share = percent(player)
        yield _found(evidence, "SP08", "warning", ("id",), "plan", share=share)
    names = [name for name in evidence.seen if name != "explorer"]
    if names:
        every = np.concatenate([evidence.seen[name].score for name in names])
        low, high = (float(x) for x in np.percentile(every, [10, 90]))
        if high - low < bounds["SP10"]:
            gaps = {"low": f"{low:.0f}", "high": f"{high:.0f}"}
            yield _found(evidence, "SP10", "warning", ("id",), **gaps)
    prudent = evidence.seen.get("prudent")
    if prudent is not None and prudent.was_ruined.mean() > bounds["SP11"]:
        share = percent(float(prudent.was_ruined.mean()))
        yield _found(evidence, "SP11", "warning", ("id",), share=share)


def _profiles(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    shown = [k for k, who in enumerate(evidence.scenario.profiles) if not who.is_hidden]
    reached = {}
    for k in shown:
        who = evidence.scenario.profiles[k]
        yield from _surprises(evidence, k, who.id, who.name)
        met = [seen.has_met[:, seen.profile == k].any(axis=1) for seen in evidence.seen.values()]
        reached[k] = int(np.any(met, axis=0).sum())
    if len(shown) > 1:
        few, many = min(reached, key=reached.__getitem__), max(reached, key=reached.__getitem__)
        if reached[few] < bounds["SP17"] * reached[many]:
            profiles = evidence.scenario.profiles
            gaps = {"few": str(reached[few]), "many": str(reached[many])}
            names = {"who": profiles[few].name, "other": profiles[many].name}
            where = ("profiles", profiles[few].id)
            yield _found(evidence, "SP17", "warning", where, **gaps, **names)


def _surprises(evidence: Evidence, profile: int, id_: str, name: Text) -> Iterator[Found]:
    """Those without the dear cover who end as well as those with it."""
    medians = {
        player: float(np.median(seen.score[seen.profile == profile]))
        for player, seen in evidence.seen.items()
        if (seen.profile == profile).any()
    }
    than = "employee_lowest"
    for player in ("never_insured", "resident"):
        if player in medians and than in medians and medians[player] >= medians[than]:
            gaps = {"a": f"{medians[player]:.1f}", "b": f"{medians[than]:.1f}"}
            names = {"player": player, "than": than}
            yield _found(evidence, "SP09", "tip", ("profiles", id_), who=name, **gaps, **names)


def _goals(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    seen = [each for name, each in evidence.seen.items() if name != "explorer"]
    ages = np.concatenate([each.goal_age for each in seen], axis=1)
    start = np.concatenate([each.start_age for each in seen])
    last = np.concatenate([each.last_age for each in seen])
    for row, goal in enumerate(evidence.scenario.goals):
        touched = ages[row] > 0
        if not touched.any():
            where = ("goals", goal)
            yield _found(evidence, "SP12", "warning", where, "never", goal=goal)
            continue
        when = (ages[row] - start)[touched] / np.maximum((last - start)[touched], 1)
        if touched.mean() < bounds["SP12"] or np.median(when) > LATE:
            gaps = {"share": percent(float(touched.mean()))}
            gaps["age"] = f"{np.median(ages[row][touched]):.0f}"
            yield _found(evidence, "SP12", "tip", ("goals", goal), goal=goal, **gaps)
    order = list(evidence.scenario.goals)
    for question in evidence.scenario.teaching.quiz:
        asked_at = question.after.age if question.after is not None else None
        if asked_at is None or question.goal not in order:
            continue
        row = order.index(question.goal)
        reach = last >= asked_at
        early = ((ages[row] == 0) | (ages[row] > asked_at))[reach]
        if early.size and early.mean() > bounds["SP13"]:
            gaps = {"quiz": question.id, "share": percent(float(early.mean()))}
            yield _found(evidence, "SP13", "tip", ("quiz", question.id), **gaps)


def minutes(seen: Mapping[str, Seen]) -> float:
    """About how long a life takes: its median stops, half a minute each."""
    stops = np.concatenate([each.stops for each in seen.values()])
    return float(np.median(stops)) * MINUTES_A_STOP


def _time(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    quiet = np.concatenate([each.longest_quiet for each in evidence.seen.values()])
    years = float(np.median(quiet))
    if years > bounds["SP15"]:
        yield _found(evidence, "SP15", "tip", ("id",), years=f"{years:.0f}")
    said = evidence.scenario.minutes
    if said and minutes(evidence.seen) > said:
        gaps = {"minutes": f"{minutes(evidence.seen):.0f}", "said": str(said)}
        yield _found(evidence, "SP16", "warning", ("audience",), **gaps)


def _numbers(evidence: Evidence, bounds: Mapping[str, float]) -> Iterator[Found]:
    for (index, _), (life, age, name) in evidence.sweep.wrong.items():
        event = evidence.scenario.events[index]
        where = ("events", event.id)
        gaps = {"event": event.id, "field": name}
        yield _found(evidence, "SP31", "error", where, "", (life, age), **gaps)
