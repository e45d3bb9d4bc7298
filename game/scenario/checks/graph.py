"""Which event leads to which: endless loops, and events nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.scenario.model import Effect, Event, If, Later, Trigger
from game.scenario.reader import Reader


def check_graph(events: Sequence[Event], entries: Mapping[str, Entry], reader: Reader) -> None:
    """Tell loops of triggers, and ``only_by`` events nobody leads to."""
    names = tuple(entries)
    triggers = {event.index: _targets(event, Trigger) for event in events}
    told: set[frozenset[int]] = set()
    for start in triggers:
        loop = _loop(start, triggers)
        if loop is None or frozenset(loop) in told:
            continue
        told.add(frozenset(loop))
        chain = " → ".join(names[index] for index in (*loop, loop[0]))
        place = _trigger_place(entries[names[loop[-1]]].value, names[loop[0]])
        reader.report("SC405", place or entries[names[loop[-1]]].key, chain=chain)
    if reader.findings.has("SC203"):
        return
    laters = {target for event in events for target in _targets(event, Later)}
    triggered = {target for targets in triggers.values() for target in targets}
    for event in events:
        has_cause = event.hazard is not None or event.at is not None
        led_to = (event.by_later and event.index in laters) or (
            event.by_trigger and event.index in triggered
        )
        if not has_cause and not led_to and (event.by_later or event.by_trigger):
            reader.report("SC408", entries[event.id].key, severity="warning", id=event.id)


def _targets(event: Event, verb: type[Trigger] | type[Later]) -> list[int]:
    effects = [*event.effects, *(effect for choice in event.choices for effect in choice.effects)]
    return [effect.event for effect in _flat(effects) if isinstance(effect, verb)]


def _flat(effects: Sequence[Effect]) -> Iterator[Effect]:
    for effect in effects:
        yield effect
        if isinstance(effect, If):
            yield from _flat((*effect.then, *effect.otherwise))


def _loop(start: int, edges: Mapping[int, Sequence[int]]) -> tuple[int, ...] | None:
    """A way from an event back to itself by triggers, shortest first."""
    paths: list[tuple[int, ...]] = [(start,)]
    seen = {start}
    while paths:
        path = paths.pop(0)
        for target in edges.get(path[-1], ()):
            if target == start:
                return path
            if target not in seen:
                seen.add(target)
                paths.append((*path, target))
    return None


def _trigger_place(node: Node, target: str) -> ScalarNode | None:
    """The ``trigger: target`` inside an event's node."""
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, ListNode):
            stack += here.items
        elif isinstance(here, MapNode):
            for entry in here.entries:
                value = entry.value
                if entry.key.text == "trigger" and isinstance(value, ScalarNode):
                    if value.text == target:
                        return value
                else:
                    stack.append(value)
    return None
