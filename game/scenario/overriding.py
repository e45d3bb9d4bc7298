"""What a pack changes of its parents: ``override`` by id, key by key, and ``remove``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from game.core.diagnostics import Findings, Place, nearest
from game.core.source import Entry, MapNode, Node, ScalarNode
from game.scenario.gathering import items_of, telling
from game.scenario.top_level import BASE_PARTS, SECTIONS, noun

Overridden: TypeAlias = "dict[tuple[str, str, str], ScalarNode]"
"""(section, id, key) → the key as the parent wrote it."""


_RECKONED: Final = frozenset({"parameters", "tables", "scoring"})
"""Sections the engine reads by name."""


class Overrider:
    """Changes the sections of one merged pack in place, and notes what stood there before."""

    def __init__(
        self,
        sections: dict[str, dict[str, Entry]],
        overridden: Overridden,
        findings: Findings,
    ) -> None:
        self._sections = sections
        self._overridden = overridden
        self._tell = telling(findings)
        self._tells_missing = True

    def change(self, root: MapNode, *, tells_missing: bool) -> None:
        """Make the changes one file asks for.

        Args:
            root: the file.
            tells_missing: whether what is not there is a mistake; not where files are missing.
        """
        self._tells_missing = tells_missing
        override = root.get("override")
        if isinstance(override, MapNode):
            for part in override.entries:
                self._override(part)
        for item in items_of(root.get("remove")):
            if isinstance(item, ScalarNode):
                self._remove(item)

    def _override(self, part: Entry) -> None:
        section = part.key.text
        if section not in SECTIONS or not isinstance(part.value, MapNode):
            self._unknown_section(part.key, section)
            return
        known = self._sections[section]
        for item in part.value.entries:
            name = item.key.text
            if name not in known:
                self._nothing_there(item.key.place, section, name, known)
                continue
            self._note(section, name, known[name], item.value)
            if section in _RECKONED:
                self._check_unit(known[name].value, item.value)
            known[name] = Entry(key=known[name].key, value=united(known[name].value, item.value))

    def _note(self, section: str, name: str, before: Entry, change: Node) -> None:
        if not isinstance(change, MapNode) or not isinstance(before.value, MapNode):
            self._overridden[section, name, ""] = before.key
            return
        written = {entry.key.text: entry.key for entry in before.value.entries}
        for entry in change.entries:
            key = entry.key.text
            self._overridden[section, name, key] = written.get(key, before.key)

    def _check_unit(self, before: Node, change: Node) -> None:
        """A number may change, what it is measured in may not."""
        if not isinstance(before, MapNode) or not isinstance(change, MapNode):
            return
        old, new = before.get("unit"), change.get("unit")
        if not isinstance(old, ScalarNode) or not isinstance(new, ScalarNode):
            return
        if old.text != new.text:
            self._tell("SC509", new.place, variant="unit", value=new.text, unit=old.text)

    def _remove(self, item: ScalarNode) -> None:
        section, _, name = item.text.partition(".")
        if section not in SECTIONS:
            self._unknown_section(item, section)
        elif name not in self._sections[section]:
            self._nothing_there(item.place, section, name, self._sections[section])
        elif section in _RECKONED:
            self._tell("SC509", item.place, noun=noun(section), id=name)
        else:
            del self._sections[section][name]

    def _unknown_section(self, node: ScalarNode, section: str) -> None:
        meant = nearest(section, SECTIONS)
        self._tell(
            "SC201",
            node.place,
            variant="override",
            hint="meant" if meant else "known",
            key=section,
            meant=meant or "",
            known=", ".join(SECTIONS),
        )

    def _nothing_there(
        self, place: Place, section: str, name: str, known: Mapping[str, Entry]
    ) -> None:
        if not self._tells_missing:
            return
        meant = nearest(name, known)
        hint = "meant" if meant else ""
        if section == "score" and name in BASE_PARTS:
            self._tell("SC206", place, variant="part", id=name)
            return
        self._tell("SC206", place, hint=hint, noun=noun(section), id=name, meant=meant or "")


def united(base: Node, change: Node) -> Node:
    """One level deep: the change's keys replace the base's, the others stay."""
    if not isinstance(base, MapNode) or not isinstance(change, MapNode):
        return change
    changed = {entry.key.text for entry in change.entries}
    kept = tuple(entry for entry in base.entries if entry.key.text not in changed)
    return replace(base, entries=(*kept, *change.entries))
