"""Puts a pack together from its files and its parents, node by node, so that places survive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from game.core.diagnostics import Diagnostic, Findings, Place, Slot, nearest
from game.core.source import MOST_EVENTS, Entry, ListNode, MapNode, Node, ScalarNode, load
from game.core.text import Text
from game.scenario.library import Library
from game.scenario.pack_files import PackFiles
from game.scenario.schema import is_id
from game.scenario.top_level import DOTTED, INHERITED, LATER_KEYS, SECTIONS, TOP_KEYS, noun

MOST_PARENTS: Final = 4
MOST_PACK_EVENTS: Final = 120_000
"""Parts of all files of a pack and its parents."""
NO_PARENT: Final = "none"
BASE: Final = "china"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A whole pack as nodes: single values by key, sections by id in order of definition."""

    id: str
    single: dict[str, Entry] = field(default_factory=dict)
    sections: dict[str, dict[str, Entry]] = field(default_factory=dict)
    origin: dict[str, PackFiles] = field(default_factory=dict)
    """Whose files a single value's paths are looked up in."""
    digests: dict[str, bytes] = field(default_factory=dict)
    is_whole: bool = True
    """Whether every file could be read; else what is missing is not the author's mistake."""


class Merger:
    """Merges one pack; every finding goes to the collector."""

    def __init__(self, library: Library, findings: Findings) -> None:
        self._library = library
        self._findings = findings
        self._is_whole = True
        self._events_left = MOST_PACK_EVENTS

    def merge(self, files: PackFiles, chain: tuple[str, ...] = ()) -> Merged:
        """A pack and its parents."""
        roots = self._documents(files)
        name = _word(roots, "id") or files.root.name
        parent = self._parent(roots, name, (*chain, name))
        own: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
        single: dict[str, Entry] = {}
        for root in roots:
            self._take(root, single, own, parent)
        merged = Merged(
            id=name,
            single=_inherited(parent) | single,
            sections={
                section: (parent.sections.get(section, {}) if parent else {}) | own[section]
                for section in SECTIONS
            },
            origin=(parent.origin if parent else {}) | dict.fromkeys(single, files),
            digests=(parent.digests if parent else {}) | files.digests(),
        )
        for root in roots:
            self._change(root, merged)
        return replace(merged, is_whole=self._is_whole)

    # --- files ---------------------------------------------------------------------------------

    def _documents(self, files: PackFiles) -> list[MapNode]:
        """Roots of the included files in written order, the main file last."""
        main = self._read(files, files.main, None)
        if main is None:
            return []
        roots = []
        for item in _items(main.get("include")):
            if not isinstance(item, ScalarNode):
                self._tell("SC212", item.place, variant="list", wanted=_FILE, example="events.yaml")
                continue
            root = self._read(files, item.text, item.place)
            if root is not None:
                self._refuse_main_keys(root)
                roots.append(root)
        return [*roots, main]

    def _read(self, files: PackFiles, name: str, where: Place | None) -> MapNode | None:
        content = files.read(name, where)
        if isinstance(content, Diagnostic):
            self._findings.add(content)
            self._is_whole = False
            return None
        document = load(files.shown(name), content, min(MOST_EVENTS, self._events_left))
        self._events_left -= document.events
        self._findings.extend(document.findings)
        self._is_whole = self._is_whole and document.root is not None
        return document.root

    def _refuse_main_keys(self, root: MapNode) -> None:
        for entry in root.entries:
            if entry.key.text in ("extends", "include", "id", "scenario"):
                self._tell("SC201", entry.key.place, variant="main", key=entry.key.text)

    # --- parents -------------------------------------------------------------------------------

    def _parent(self, roots: list[MapNode], name: str, chain: tuple[str, ...]) -> Merged | None:
        node = next((found for root in roots if (found := root.get("extends"))), None)
        place = node.place if node is not None else None
        wanted = node.text.split()[0] if isinstance(node, ScalarNode) and node.text else BASE
        if not roots or wanted == NO_PARENT or (node is None and name == BASE):
            return None
        if wanted in chain or len(chain) > MOST_PARENTS:
            self._tell("SC210", place, chain=" → ".join((*chain, wanted)))
            return None
        files = self._library.find(wanted, prefix=f"{wanted}/")
        if files is None:
            known = self._library.ids()
            meant = nearest(wanted, known)
            self._tell(
                "SC209",
                place,
                hint="meant" if meant else "",
                id=wanted,
                meant=meant or "",
                known=", ".join(known),
            )
            self._is_whole = False
            return None
        return self.merge(files, chain)

    # --- keys of one file ----------------------------------------------------------------------

    def _take(
        self,
        root: MapNode,
        single: dict[str, Entry],
        own: dict[str, dict[str, Entry]],
        parent: Merged | None,
    ) -> None:
        for first, later in root.duplicates():
            owner = Text("this file", "本文件")
            self._tell("SC104", later.place, key=later.text, owner=owner, first=str(first.line + 1))
        for entry in root.entries:
            key = entry.key.text
            merge = TOP_KEYS[key][0] if key in TOP_KEYS else ""
            if merge == "single":
                self._take_single(entry, single)
            elif merge == "map":
                self._take_section(key, entry, own[key], parent)
            elif key in LATER_KEYS:
                self._tell("SC214", entry.key.place, key=key)
            elif not merge:
                self._unknown_key(entry.key)

    def _take_single(self, entry: Entry, single: dict[str, Entry]) -> None:
        before = single.get(entry.key.text)
        if before is not None and before.key.file is not entry.key.file:
            self._tell(
                "SC205",
                entry.key.place,
                variant="single",
                id=entry.key.text,
                where=_where(before.key),
            )
        single.setdefault(entry.key.text, entry)

    def _take_section(
        self, section: str, entry: Entry, own: dict[str, Entry], parent: Merged | None
    ) -> None:
        if not isinstance(entry.value, MapNode):
            if not (isinstance(entry.value, ScalarNode) and entry.value.text == ""):
                self._tell(
                    "SC212", entry.value.place, variant="keys", noun=noun(section), keys="id: …"
                )
            return
        for item in entry.value.entries:
            self._take_one(section, item, own, parent)

    def _take_one(
        self, section: str, item: Entry, own: dict[str, Entry], parent: Merged | None
    ) -> None:
        name = item.key.text
        parts = name.split(".") if section in DOTTED else [name]
        if not all(is_id(part) for part in parts):
            self._tell("SC211", item.key.place, id=name)
            return
        inherited = parent.sections.get(section, {}).get(name) if parent else None
        if name in own and own[name].key.file is item.key.file:
            first = own[name].key
            owner = Text(f"'{section}'", f"“{section}”")
            self._tell("SC104", item.key.place, key=name, owner=owner, first=str(first.line + 1))
        elif name in own or inherited is not None:
            known = own.get(name) or inherited
            assert known is not None
            self._tell(
                "SC205",
                item.key.place,
                hint="" if inherited else "own",
                noun=noun(section),
                id=name,
                where=_where(known.key),
            )
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
            known=", ".join(TOP_KEYS),
        )

    # --- override and remove -------------------------------------------------------------------

    def _change(self, root: MapNode, merged: Merged) -> None:
        override = root.get("override")
        if isinstance(override, MapNode):
            for part in override.entries:
                self._override(part, merged)
        for item in _items(root.get("remove")):
            if isinstance(item, ScalarNode):
                self._remove(item, merged)

    def _override(self, part: Entry, merged: Merged) -> None:
        section = part.key.text
        if section not in SECTIONS or not isinstance(part.value, MapNode):
            self._unknown_section(part.key, section)
            return
        known = merged.sections[section]
        for item in part.value.entries:
            name = item.key.text
            if name not in known:
                self._nothing_there(item.key.place, section, name, known)
                continue
            known[name] = Entry(key=known[name].key, value=united(known[name].value, item.value))

    def _remove(self, item: ScalarNode, merged: Merged) -> None:
        section, _, name = item.text.partition(".")
        if section not in SECTIONS:
            self._unknown_section(item, section)
        elif name not in merged.sections[section]:
            self._nothing_there(item.place, section, name, merged.sections[section])
        else:
            del merged.sections[section][name]

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
        self, place: Place, section: str, name: str, known: dict[str, Entry]
    ) -> None:
        if not self._is_whole:
            return
        meant = nearest(name, known)
        self._tell(
            "SC206",
            place,
            hint="meant" if meant else "",
            noun=noun(section),
            id=name,
            meant=meant or "",
        )

    def _tell(
        self,
        code: str,
        place: Place | None,
        /,
        *,
        variant: str = "",
        hint: str = "",
        **slots: Slot,
    ) -> None:
        self._findings.add(
            Diagnostic(code=code, variant=variant, hint=hint, place=place, slots=slots)
        )


_FILE: Final = Text("a file name", "文件名")


def _items(node: Node | None) -> Sequence[Node]:
    if node is None:
        return ()
    return node.items if isinstance(node, ListNode) else (node,)


def _word(roots: Sequence[MapNode], key: str) -> str:
    """A word of the main file, which stands last."""
    node = roots[-1].get(key) if roots else None
    return node.text if isinstance(node, ScalarNode) else ""


def _inherited(parent: Merged | None) -> dict[str, Entry]:
    single = parent.single if parent else {}
    return {key: entry for key, entry in single.items() if key in INHERITED}


def _where(key: ScalarNode) -> str:
    return f"{key.file.name}:{key.line + 1}"


def united(base: Node, change: Node) -> Node:
    """One level deep: the change's keys replace the base's, the others stay."""
    if not isinstance(base, MapNode) or not isinstance(change, MapNode):
        return change
    changed = {entry.key.text for entry in change.entries}
    kept = tuple(entry for entry in base.entries if entry.key.text not in changed)
    return replace(base, entries=(*kept, *change.entries))
