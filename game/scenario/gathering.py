"""Gathers what the files of one pack say, key by key: single values, sections by id, lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from game.core.diagnostics import Diagnostic, Findings, Place, Slot, nearest
from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.top_level import DOTTED, LISTS, SECTIONS, TOP_KEYS, is_id, noun


class Tell(Protocol):
    """Adds a finding at a place."""

    def __call__(
        self,
        code: str,
        place: Place | None,
        /,
        *,
        variant: str = "",
        hint: str = "",
        **slots: Slot,
    ) -> None: ...


def telling(findings: Findings) -> Tell:
    """A function that adds errors to a collector."""

    def tell(
        code: str,
        place: Place | None,
        /,
        *,
        variant: str = "",
        hint: str = "",
        **slots: Slot,
    ) -> None:
        findings.add(Diagnostic(code=code, variant=variant, hint=hint, place=place, slots=slots))

    return tell


class Gatherer:
    """Collects the keys of the files of one pack; it grows file by file."""

    def __init__(self, inherited: Mapping[str, Mapping[str, Entry]], findings: Findings) -> None:
        self.single: dict[str, Entry] = {}
        self.sections: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
        self.lists: dict[str, list[Node]] = {key: [] for key in LISTS}
        self._inherited = inherited
        self._tell = telling(findings)

    def take(self, root: MapNode) -> None:
        """Take what one file says."""
        for first, later in root.duplicates():
            owner = Text("this file", "本文件")
            self._tell("SC104", later.place, key=later.text, owner=owner, first=str(first.line + 1))
        for entry in root.entries:
            key = entry.key.text
            merge = TOP_KEYS[key][0] if key in TOP_KEYS else ""
            if merge == "single":
                self._take_single(entry)
            elif merge == "map":
                self._take_section(key, entry)
            elif merge == "list":
                self._take_list(key, entry)
            elif not merge:
                self._unknown_key(entry.key)

    def _take_single(self, entry: Entry) -> None:
        before = self.single.get(entry.key.text)
        if before is not None and before.key.file is not entry.key.file:
            where = where_of(before.key)
            self._tell("SC205", entry.key.place, variant="single", id=entry.key.text, where=where)
        self.single.setdefault(entry.key.text, entry)

    def _take_list(self, key: str, entry: Entry) -> None:
        if isinstance(entry.value, ListNode):
            self.lists[key] += entry.value.items
        elif not _is_empty(entry.value):
            wanted = Text("a list, each item behind '- '", "列表，每项前写“- ”")
            variant = "map" if isinstance(entry.value, MapNode) else ""
            value = entry.value.text if isinstance(entry.value, ScalarNode) else ""
            self._tell(
                "SC212",
                entry.value.place,
                variant=variant,
                value=value,
                wanted=wanted,
                example="- …",
            )

    def _take_section(self, section: str, entry: Entry) -> None:
        if not isinstance(entry.value, MapNode):
            if not _is_empty(entry.value):
                place = entry.value.place
                self._tell("SC212", place, variant="keys", noun=noun(section), keys="id: …")
            return
        for item in entry.value.entries:
            self._take_one(section, item)

    def _take_one(self, section: str, item: Entry) -> None:
        name, own = item.key.text, self.sections[section]
        parts = name.split(".") if section in DOTTED else [name]
        if not all(is_id(part) for part in parts):
            self._tell("SC211", item.key.place, id=name)
            return
        inherited = self._inherited.get(section, {}).get(name)
        if name in own and own[name].key.file is item.key.file:
            first = own[name].key
            owner = Text(f"'{section}'", f"“{section}”")
            self._tell("SC104", item.key.place, key=name, owner=owner, first=str(first.line + 1))
        elif (known := own.get(name) or inherited) is not None:
            hint = "" if inherited else "own"
            where = where_of(known.key)
            self._tell("SC205", item.key.place, hint=hint, noun=noun(section), id=name, where=where)
        own.setdefault(name, item)

    def _unknown_key(self, key: ScalarNode) -> None:
        names = {name: name for name in TOP_KEYS}
        names |= {label.zh: name for name, (_, label) in TOP_KEYS.items()}
        meant = names.get(key.text) or names.get(nearest(key.text, names) or "")
        self._tell(
            "SC201",
            key.place,
            variant="top",
            hint="meant" if meant else "known",
            key=key.text,
            meant=meant or "",
            known=_ALL_KEYS,
        )


_ALL_KEYS: Final = ", ".join(TOP_KEYS)


def items_of(node: Node | None) -> Sequence[Node]:
    """The items of a list, or the one thing that stands in its place."""
    if node is None:
        return ()
    return node.items if isinstance(node, ListNode) else (node,)


def where_of(key: ScalarNode) -> str:
    """File and line of a key, as a message names another place."""
    return f"{key.file.name}:{key.line + 1}"


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.text == ""
