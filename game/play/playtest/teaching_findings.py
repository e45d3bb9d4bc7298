"""What is found in how a pack teaches: goals, questions, wordings, pace and length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from game.core.text import Language
from game.play.playtest.evidence import Evidence, Found, found
from game.play.playtest.framing import is_uneven
from game.play.playtest.places import percent
from game.play.playtest.reading import minutes_of
from game.play.playtest.watching import Seen

LATE: Final = 0.70
MOST_UNASKED: Final = 10.0
"""Years in a row a life may have nothing to answer: what the pace of a session allows."""


def goals(evidence: Evidence) -> Iterator[Found]:
    """Goals touched by few or late, and questions that come before what they ask about."""
    seen = [each for name, each in evidence.seen.items() if name != "explorer"]
    ages = np.concatenate([each.goal_age for each in seen], axis=1)
    start = np.concatenate([each.start_age for each in seen])
    last = np.concatenate([each.last_age for each in seen])
    for row, goal in enumerate(evidence.scenario.goals):
        touched = ages[row] > 0
        if not touched.any():
            where = ("goals", goal)
            yield found(evidence, "SP12", "warning", where, "never", goal=goal)
            continue
        when = (ages[row] - start)[touched] / np.maximum((last - start)[touched], 1)
        if touched.mean() < evidence.bounds["SP12"] or np.median(when) > LATE:
            gaps = {"share": percent(float(touched.mean()))}
            gaps["age"] = f"{np.median(ages[row][touched]):.0f}"
            yield found(evidence, "SP12", "tip", ("goals", goal), goal=goal, **gaps)
    order = list(evidence.scenario.goals)
    for question in evidence.scenario.teaching.quiz:
        asked_at = question.after.age if question.after is not None else None
        if asked_at is None or question.goal not in order:
            continue
        row = order.index(question.goal)
        reach = last >= asked_at
        early = ((ages[row] == 0) | (ages[row] > asked_at))[reach]
        if early.size and early.mean() > evidence.bounds["SP13"]:
            gaps = {"quiz": question.id, "share": percent(float(early.mean()))}
            yield found(evidence, "SP13", "tip", ("quiz", question.id), **gaps)


def wordings(evidence: Evidence) -> Iterator[Found]:
    """Wordings of a nudge that chance should spread evenly over the lives, and does not."""
    for row, nudge in enumerate(evidence.scenario.teaching.nudges):
        if nudge.assign != "random":
            continue
        counts = evidence.nudged.shares(row, evidence.seed)
        if is_uneven(list(counts.values()), evidence.bounds["SP14"]):
            lives = sum(counts.values())
            told = ", ".join(f"{framing} {percent(n / lives)}" for framing, n in counts.items())
            gaps = {"nudge": nudge.id, "shares": told, "lives": f"{lives:,}"}
            yield found(evidence, "SP14", "warning", ("nudges", nudge.id), **gaps)


def minutes(seen: Mapping[str, Seen]) -> dict[Language, float]:
    """About how long a life takes, by language: an estimate from what there is to read."""
    every = list(seen.values())
    return minutes_of(
        np.concatenate([each.signs for each in every], axis=1),
        np.concatenate([each.choices for each in every]),
        np.concatenate([each.plans for each in every]),
        np.concatenate([each.last_age - each.start_age + 1 for each in every]),
    )


def pace(evidence: Evidence) -> Iterator[Found]:
    """Years in which nothing comes, years in which nothing is asked, and the length of a life."""
    every = list(evidence.seen.values())
    quiet = float(np.median(np.concatenate([each.quiet.longest for each in every])))
    if quiet > evidence.bounds["SP15"]:
        yield found(evidence, "SP15", "tip", ("id",), years=f"{quiet:.0f}")
    unasked = float(np.median(np.concatenate([each.unasked.longest for each in every])))
    if unasked > MOST_UNASKED:
        yield found(evidence, "SP15", "tip", ("id",), "asked", years=f"{unasked:.0f}")
    said, takes = evidence.scenario.minutes, minutes(evidence.seen)
    longest = max(takes[language] for language in evidence.scenario.languages)
    if said and longest > said * (1 + evidence.bounds["SP16"]):
        gaps = {"minutes": f"{longest:.0f}", "said": str(said)}
        yield found(evidence, "SP16", "warning", ("audience",), **gaps)
