"""Fills up profiles and events that extend another of their section, node by node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from game.core.diagnostics import Diagnostic, Findings, nearest
from game.core.source import Entry, MapNode, ScalarNode
from game.scenario.expression.vocabulary import some_of
from game.scenario.overriding import united

_UNITED: Final[Mapping[str, frozenset[str]]] = {
    "profiles": frozenset({"start", "plan"}),
    "events": frozenset(),
}


def extended(
    sections: Mapping[str, dict[str, Entry]], findings: Findings
) -> dict[str, dict[str, Entry]]:
    """Profiles and events that extend another of their section, filled up from it."""
    filled = {section: dict(entries) for section, entries in sections.items()}
    for section, shared in _UNITED.items():
        for name in sections[section]:
            _extend_one(filled[section], section, name, shared, findings, ())
    return filled


def forebears(profiles: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """Whom each profile extends, nearest first, of profiles not yet filled up."""
    extends = {
        name: node.text
        for name, entry in profiles.items()
        if isinstance(entry.value, MapNode)
        and isinstance(node := entry.value.get("extends"), ScalarNode)
    }
    return {name: _chain_of(name, extends, profiles) for name in extends}


def _chain_of(
    name: str, extends: Mapping[str, str], profiles: Mapping[str, Entry]
) -> tuple[str, ...]:
    chain: tuple[str, ...] = ()
    parent = extends.get(name)
    while parent is not None and parent in profiles and parent not in (name, *chain):
        chain = (*chain, parent)
        parent = extends.get(parent)
    return chain


def _extend_one(
    entries: dict[str, Entry],
    section: str,
    name: str,
    shared: frozenset[str],
    findings: Findings,
    chain: tuple[str, ...],
) -> None:
    entry = entries[name]
    node = entry.value.get("extends") if isinstance(entry.value, MapNode) else None
    if node is None or not isinstance(entry.value, MapNode):
        return
    parent = node.text if isinstance(node, ScalarNode) else ""
    chain = (*chain, name)
    if parent in chain or len(chain) > 8:
        slots = {"chain": " → ".join((*chain, parent))}
        findings.add(Diagnostic(code="SC210", place=node.place, slots=slots))
        entries[name] = replace(entry, value=_without_extends(entry.value))
        return
    if parent not in entries:
        meant = nearest(parent, entries)
        findings.add(
            Diagnostic(
                code="SC203" if section == "events" else "SC204",
                variant="" if section == "events" else "profile",
                hint="meant" if meant else "",
                place=node.place,
                slots={
                    "id": parent,
                    "meant": meant or "",
                    "known": some_of(entries),
                    "where": "",
                    "event": "",
                },
            )
        )
        entries[name] = replace(entry, value=_without_extends(entry.value))
        return
    _extend_one(entries, section, parent, shared, findings, chain)
    base = entries[parent].value
    if isinstance(base, MapNode):
        if section == "profiles":
            base = _without_other_work(base, entry.value)
        entries[name] = replace(entry, value=_with_parent(entry.value, base, shared))


def _without_extends(node: MapNode) -> MapNode:
    return _without(node, "extends")


def _without_other_work(parent: MapNode, child: MapNode) -> MapNode:
    """A parent's profile without what a child's own word on school or job takes the place of."""
    start = child.get("start")
    has_job = isinstance(start, MapNode) and start.get("job") is not None
    student, theirs = child.get("student"), parent.get("start")
    if student is None:
        return _without(parent, "student") if has_job else parent
    is_said = isinstance(student, ScalarNode) and student.text in ("yes", "no")
    if has_job or not is_said or not isinstance(theirs, MapNode):
        return parent
    kept = _without(theirs, "job")
    entries = (
        replace(entry, value=kept) if entry.key.text == "start" else entry
        for entry in parent.entries
    )
    return replace(parent, entries=tuple(entries))


def _without(node: MapNode, key: str) -> MapNode:
    return replace(node, entries=tuple(each for each in node.entries if each.key.text != key))


def _with_parent(child: MapNode, parent: MapNode, united_keys: frozenset[str]) -> MapNode:
    """An entry that extends another: its own keys first, maps of ``united_keys`` key by key."""
    own = {entry.key.text: entry for entry in child.entries if entry.key.text != "extends"}
    entries = []
    for entry in parent.entries:
        mine = own.pop(entry.key.text, None)
        if mine is None:
            entries.append(entry)
        elif entry.key.text in united_keys:
            entries.append(Entry(key=mine.key, value=united(entry.value, mine.value)))
        else:
            entries.append(mine)
    return replace(child, entries=(*entries, *own.values()))
