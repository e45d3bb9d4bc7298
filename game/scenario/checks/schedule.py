"""When an event comes, and whether everybody can get out of it again."""

from __future__ import annotations

import re
from typing import Final

from game.core.diagnostics import nearest
from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.scenario.events import EVENT
from game.scenario.header import Clock
from game.scenario.model import Event
from game.scenario.reader import Reader

MOST_FACTOR: Final = 10.0
SUSPECT_FACTOR: Final = 3.0
"""A factor from which on it is told if it makes the event likelier than not."""
_CAUSES: Final = ("probability", "at", "only_by")


def check_schedule(
    event: Event, entry: Entry, clock: Clock, reader: Reader, *, is_own: bool = True
) -> None:
    """Tell what is wrong with the schedule of one event.

    Args:
        event: the event as read.
        entry: its id and node, for places.
        clock: the ages the scenario plays.
        reader: whose findings it goes to; its owner is the event.
        is_own: whether the pack wrote it; a parent's may lie outside the ages of a child.
    """
    node = entry.value
    if not isinstance(node, MapNode):
        return
    _one_cause(node, entry.key, reader)
    if is_own:
        _within_clock(event, node, clock, reader)
    _near_certain(event, node, reader)
    choices = node.get("choices")
    if event.choices and isinstance(choices, MapNode):
        _way_out(event, node, entry.key, reader)


def _within_clock(event: Event, node: MapNode, clock: Clock, reader: Reader) -> None:
    ages = node.get("ages")
    if ages is not None and (event.age_low > clock.last_age or event.age_high < clock.first_age):
        reader.report(
            "SC403",
            ages,
            first=str(clock.first_age),
            last=str(clock.last_age),
        )
    _certain_moment(event, node, clock, reader)


def _one_cause(node: MapNode, key: ScalarNode, reader: Reader) -> None:
    causes = [name for name in _CAUSES if node.get(name) is not None]
    if any(_is_misspelt_cause(entry.key.text) for entry in node.entries):
        return
    if not causes:
        reader.report("SC409", key, owner=reader.owner)
    elif len(causes) > 1:
        later = next(entry.key for entry in node.entries if entry.key.text == causes[1])
        reader.report("SC409", later, variant="two", first=causes[0], second=causes[1])
    times = _key(node, "times")
    if times is not None and "probability" not in causes:
        reader.report("SC409", times, variant="times")


def _is_misspelt_cause(key: str) -> bool:
    return key not in EVENT.key_names() and nearest(key, _CAUSES) is not None


def _certain_moment(event: Event, node: MapNode, clock: Clock, reader: Reader) -> None:
    if event.at is None or event.at.age is None:
        return
    age, where = event.at.age, node.get("at")
    if not clock.first_age <= age <= clock.last_age:
        reader.report("SC403", where, first=str(clock.first_age), last=str(clock.last_age))
    elif not event.age_low <= age <= event.age_high:
        window = f"{event.age_low}..{event.age_high}"
        reader.report("SC403", where, variant="window", age=str(age), window=window)


def _near_certain(event: Event, node: MapNode, reader: Reader) -> None:
    """Factors that make a rare event a common one."""
    hazard, times = event.hazard, node.get("times")
    if hazard is None or not isinstance(times, ListNode):
        return
    chance = hazard.constant
    if chance is None and hazard.table is not None:
        chance = float(hazard.table.heights.max())
    if chance is None or not 0.0 < chance < 1.0:
        return
    for item in times.items:
        factor = item.get("factor") if isinstance(item, MapNode) else None
        if not isinstance(factor, ScalarNode):
            continue
        number = _number(factor.text)
        after = 1.0 - (1.0 - chance) ** number
        if number >= MOST_FACTOR or (number >= SUSPECT_FACTOR and after > 0.5):
            reader.report(
                "SC402",
                factor,
                severity="warning",
                confidence="reasonable",
                factor=f"{number:g}",
                before=f"{chance * 100:g}%",
                after=f"{after * 100:.0f}%",
            )


def _number(text: str) -> float:
    match = re.match(r"\d{1,9}(\.\d{1,9})?", text)
    return min(float(match.group()), 1000.0) if match else 1.0


def _way_out(event: Event, node: MapNode, key: ScalarNode, reader: Reader) -> None:
    if all(choice.needs is not None or choice.cost is not None for choice in event.choices):
        place = _key(node, "choices") or key
        reader.report("SC406", place, severity="warning", owner=reader.owner)
    default, second = event.default, event.second_default
    if default >= 0 and second < 0 and _may_be_closed(event, default):
        where: Node = node.get("default") or key
        reader.report("SC407", where, variant="second", choice=event.choices[default].id)


def _may_be_closed(event: Event, choice: int) -> bool:
    option = event.choices[choice]
    return option.needs is not None or option.cost is not None


def _key(node: MapNode, name: str) -> ScalarNode | None:
    return next((entry.key for entry in node.entries if entry.key.text == name), None)
