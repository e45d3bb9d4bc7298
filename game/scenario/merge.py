"""Puts a pack together from its files and its parents, node by node, so that places survive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from game.core.diagnostics import Diagnostic, Findings, Place, nearest
from game.core.source import MOST_EVENTS, Entry, MapNode, Node, ScalarNode, load
from game.core.text import Text
from game.scenario.gathering import Gatherer, items_of, telling
from game.scenario.library import Library
from game.scenario.migration import TODAY, Ladder, migrated, version_of
from game.scenario.overriding import Overridden, Overrider
from game.scenario.pack_files import PackFiles
from game.scenario.text_overlay import Parts, overlaid
from game.scenario.top_level import INHERITED, LISTS, NOT_INHERITED, SECTIONS
from game.scenario.versions import Range

MOST_PARENTS: Final = 4
MOST_PACK_EVENTS: Final = 120_000
"""Parts of all files of a pack and its parents."""
NO_PARENT: Final = "none"
BASE: Final = "china"
_FILE: Final = Text("a file name", "文件名")


def _nothing() -> Parts:
    return {}, {section: {} for section in SECTIONS}, {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A whole pack as nodes: single values by key, sections by id in order of definition."""

    id: str
    single: dict[str, Entry] = field(default_factory=dict)
    sections: dict[str, dict[str, Entry]] = field(default_factory=dict)
    lists: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    origin: dict[str, PackFiles] = field(default_factory=dict)
    """Whose files a single value's paths are looked up in."""
    digests: dict[str, bytes] = field(default_factory=dict)
    is_whole: bool = True
    """Whether every file could be read; else what is missing is not the author's mistake."""
    own: tuple[MapNode, ...] = ()
    """The roots of the pack's own files, the main one last."""
    packs: dict[str, PackFiles] = field(default_factory=dict)
    """The files of the pack (``""``) and of its parents, by what stands before their names."""
    overridden: Overridden = field(default_factory=dict)
    """What of the parents was changed: where it stood, by section, id and key."""
    plain: Parts = field(default_factory=_nothing)
    """Single values, sections and lists before the pack's own spreadsheet was laid over them."""


class Merger:
    """Merges one pack; every finding goes to the collector."""

    def __init__(self, library: Library, findings: Findings, ladder: Ladder = TODAY) -> None:
        self._library = library
        self._ladder = ladder
        self._findings = findings
        self._tell = telling(findings)
        self._is_whole = True
        self._events_left = MOST_PACK_EVENTS

    def merge(self, files: PackFiles, chain: tuple[str, ...] = ()) -> Merged:
        """A pack and its parents."""
        roots = self._documents(files)
        name = _word(roots, "id") or files.root.name
        parent = self._parent(roots, name, (*chain, name)) or Merged(id="")
        gatherer = Gatherer(parent.sections, self._findings)
        for root in roots:
            gatherer.take(root)
        single, lists = gatherer.single, gatherer.lists
        merged = Merged(
            id=name,
            single={key: parent.single[key] for key in INHERITED & parent.single.keys()} | single,
            sections={
                section: parent.sections.get(section, {}) | gatherer.sections[section]
                for section in SECTIONS
            },
            lists={
                key: (() if key in NOT_INHERITED else parent.lists.get(key, ())) + tuple(lists[key])
                for key in LISTS
            },
            origin=parent.origin | dict.fromkeys(single, files),
            digests=parent.digests | files.digests(),
            own=tuple(roots),
            packs=parent.packs | {files.prefix: files},
            overridden=dict(parent.overridden),
        )
        overrider = Overrider(merged.sections, merged.overridden, self._findings)
        for root in roots:
            overrider.change(root, tells_missing=self._is_whole)
        plain = (merged.single, merged.sections, merged.lists)
        single, sections, lists_ = overlaid(*plain, files, self._findings)
        return replace(
            merged,
            single=single,
            sections=sections,
            lists=lists_,
            digests=merged.digests | files.digests(),
            is_whole=self._is_whole,
            plain=plain,
        )

    # --- files ---------------------------------------------------------------------------------

    def _documents(self, files: PackFiles) -> list[MapNode]:
        """Roots of the included files in written order, the main file last."""
        main = self._read(files, files.main, None)
        if main is None:
            return []
        version = version_of(main)
        main = migrated(main, version, self._ladder)
        roots = []
        for item in items_of(main.get("include")):
            if not isinstance(item, ScalarNode):
                self._tell("SC212", item.place, variant="list", wanted=_FILE, example="events.yaml")
                continue
            root = self._read(files, item.text, item.place)
            if root is not None:
                self._refuse_main_keys(root)
                roots.append(migrated(root, version, self._ladder))
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
        wanted, versions = BASE, ""
        if isinstance(node, ScalarNode) and node.text.strip():
            wanted, _, versions = node.text.strip().partition(" ")
        if not roots or wanted == NO_PARENT or (node is None and name == BASE):
            return None
        if wanted in chain or len(chain) > MOST_PARENTS:
            self._tell("SC210", place, chain=" → ".join((*chain, wanted)))
            return None
        files = self._found(wanted, place)
        if files is None:
            self._is_whole = False
            return None
        parent = self.merge(files, chain)
        self._check_version(parent, versions.strip(), place)
        return parent

    def _found(self, wanted: str, place: Place | None) -> PackFiles | None:
        """The files of a parent, or a finding."""
        twice = self._library.all_of(wanted)
        if len(twice) > 1:
            listed = ", ".join(str(path) for path in twice)
            self._tell("SC209", place, variant="two", id=wanted, known=listed)
            return None
        files = self._library.find(wanted, prefix=f"{wanted}/")
        if isinstance(files, Diagnostic):
            self._findings.add(files)
            return None
        if files is None:
            known = self._library.ids()
            meant = nearest(wanted, known)
            hint = "meant" if meant else ""
            listed = ", ".join(known)
            self._tell("SC209", place, hint=hint, id=wanted, meant=meant or "", known=listed)
        return files

    def _check_version(self, parent: Merged, versions: str, place: Place | None) -> None:
        if not versions:
            return
        wanted = Range.of(versions)
        if wanted is None:
            self._tell("SC209", place, variant="range", value=versions)
            return
        version = _written_version(parent.single)
        if not wanted.holds(version):
            self._tell(
                "SC209", place, variant="version", id=parent.id, has=version, wanted=versions
            )


def _written_version(single: Mapping[str, Entry]) -> str:
    entry = single.get("version")
    return entry.value.text if entry and isinstance(entry.value, ScalarNode) else "0.1.0"


def _word(roots: Sequence[MapNode], key: str) -> str:
    """A word of the main file, which stands last."""
    node = roots[-1].get(key) if roots else None
    return node.text if isinstance(node, ScalarNode) else ""
