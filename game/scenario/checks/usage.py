"""Learning goals nobody teaches, and what is declared and never used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from game.core.diagnostics import Place
from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.merge import Merged
from game.scenario.model import Scenario
from game.scenario.reader import Reader

_TEACHING: Final = frozenset({"teaches", "teach", "goal", "goals"})
_SECTIONS: Final = ("events", "decisions", "nudges", "letters", "quiz")
_PICTURES: Final = "pictures"
_LOOKED_UP: Final = re.compile(r"(?:lookup\(\s*|table:\s*[\"']?)([a-z][a-z0-9_]*)")
_FILLED: Final = re.compile(r"\{(my\.[a-z0-9_]+|param\.[a-z0-9_.]+?)(?::[a-z]+)?\}")


def check_usage(
    scenario: Scenario,
    merged: Merged,
    sections: Mapping[str, Mapping[str, Entry]],
    reader: Reader,
) -> None:
    """Tell what of the pack's own files leads nowhere."""
    own = {root.file.name for root in merged.own}
    lines = [line for root in merged.own for line in root.file.lines]
    used = reader.used | {match for line in lines for match in _FILLED.findall(line)}
    _goals(sections, own, merged, reader)
    for name, entry in _mine(sections["variables"], own):
        if f"my.{name}" not in used:
            reader.report("SC903", entry.key, severity="untidy", id=name)
    if len(merged.packs) > 1:
        readable = {
            name: entry
            for name, entry in sections["parameters"].items()
            if name in scenario.law.parameters
        }
        _numbers(readable, _place_words(sections["places"]), own, used, reader)
        _tables(sections["tables"], own, lines, reader)
    for question in scenario.teaching.quiz:
        key = sections["quiz"][question.id].key
        if not question.goal and key.file.name in own:
            owner = Text(f"question '{question.id}'", f"测验题“{question.id}”")
            reader.report("SC904", key, severity="tip", owner=owner)
    _pictures(merged, reader)


def _mine(entries: Mapping[str, Entry], own: set[str]) -> Iterator[tuple[str, Entry]]:
    return ((name, entry) for name, entry in entries.items() if entry.key.file.name in own)


def _goals(
    sections: Mapping[str, Mapping[str, Entry]], own: set[str], merged: Merged, reader: Reader
) -> None:
    """Goals of the pack itself that nothing teaches; with no way to teach there is no finding."""
    nodes = [entry.value for section in _SECTIONS for entry in sections[section].values()]
    taught = set(_taught([*nodes, *merged.lists.get("debrief", ())]))
    for name, entry in _mine(sections["goals"], own):
        if name not in taught:
            reader.report("SC901", entry.key, severity="warning", id=name)


def _taught(nodes: Iterable[Node]) -> Iterator[str]:
    stack = list(nodes)
    while stack:
        here = stack.pop()
        if isinstance(here, ListNode):
            stack += here.items
        elif isinstance(here, MapNode):
            for entry in here.entries:
                if entry.key.text in _TEACHING:
                    yield from _words(entry.value)
                else:
                    stack.append(entry.value)


def _words(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, ListNode) else (node,)
    return (item.text for item in items if isinstance(item, ScalarNode))


def _place_words(places: Mapping[str, Entry]) -> set[str]:
    """Ids of places and of their provinces."""
    nodes = (entry.value for entry in places.values())
    provinces = (node.get("province") for node in nodes if isinstance(node, MapNode))
    return {*places} | {node.text for node in provinces if isinstance(node, ScalarNode)}


def _numbers(
    numbers: Mapping[str, Entry], places: set[str], own: set[str], used: set[str], reader: Reader
) -> None:
    """Numbers a child pack adds and nothing reads; those named after a place are read by law."""
    for name, entry in _mine(numbers, own):
        if name.partition(".")[0] not in places and f"param.{name}" not in used:
            reader.report("SC903", entry.key, variant="number", severity="tip", id=name)


def _tables(tables: Mapping[str, Entry], own: set[str], lines: list[str], reader: Reader) -> None:
    read = {name for line in lines for name in _LOOKED_UP.findall(line)}
    for name, entry in _mine(tables, own):
        if name not in read:
            reader.report("SC903", entry.key, variant="table", severity="tip", id=name)


def _pictures(merged: Merged, reader: Reader) -> None:
    files = merged.packs.get("")
    if (
        files is None
        or not files.is_folder
        or reader.pictures is None
        or reader.findings.has("SC701")
    ):
        return
    for name in files.names_in(_PICTURES):
        if name not in reader.pictures.used:
            place = Place(file=name, line=1, column=1)
            reader.report("SC902", place, severity="untidy", file=name)
