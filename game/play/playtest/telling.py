"""Amounts of a life in words: what a condition looked at, with its unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.core.text import Text, money, same
from game.scenario.expression.kinds import (
    FLOW,
    JOB,
    MONEY,
    PLACE,
    PROFILE,
    SCHEME,
    SEX,
    TIME,
    YES_NO,
)
from game.scenario.expression.vocabulary import CORE_NAMES, SCHEMES, SEXES
from game.scenario.model import Job, Place, Profile, Scenario, Scope

MOST_NAMES: Final = 6
IS: Final = Text("{name} is {value}", "{name} 为 {value}")
YEARS: Final = Text("{value} years", "{value} 年")
A_MONTH: Final = Text("{value} a month", "每月 {value}")
YES, NO = Text("yes", "是"), Text("no", "否")


def values_told(scope: Scope, names: Iterable[str], scenario: Scenario) -> Text:
    """What each of some names is for the first life of a scope."""
    told = []
    for name in sorted(names)[:MOST_NAMES]:
        if name.startswith(("param.", "values.")):
            continue
        value = float(scope.read(name)[0])
        words = amount_told(value, _kind(name, scenario), scenario)
        told.append(IS.filled({"name": name, "value": words}))
    if not told:
        return Text("the condition does not hold", "条件不成立")
    return Text(", ".join(t.en for t in told), "，".join(t.zh for t in told))


def _kind(name: str, scenario: Scenario) -> str:
    if name in CORE_NAMES:
        return CORE_NAMES[name]
    head, _, rest = name.partition(".")
    if head == "my":
        return next((v.kind for v in scenario.variables if v.id == rest), "")
    return YES_NO if head == "knows" else ""


def amount_told(value: float, kind: str, scenario: Scenario) -> Text:
    """An amount of a kind in words; a label by its id."""
    if kind == MONEY:
        return money(value)
    if kind == FLOW:
        return A_MONTH.filled({"value": money(value)})
    if kind == TIME:
        return YEARS.filled({"value": f"{value:.1f}".removesuffix(".0")})
    if kind == YES_NO:
        return YES if value else NO
    labels = _labels(kind, scenario)
    if labels and 0 <= int(value) < len(labels):
        return same(labels[int(value)])
    return same(f"{value:.2f}".rstrip("0").rstrip("."))


def _labels(kind: str, scenario: Scenario) -> Sequence[str]:
    things: dict[str, Sequence[Place | Job | Profile]] = {
        PLACE: scenario.places,
        JOB: scenario.jobs,
        PROFILE: scenario.profiles,
    }
    if kind in things:
        return [thing.id for thing in things[kind]]
    return {SCHEME: list(SCHEMES), SEX: list(SEXES)}.get(kind, [])
