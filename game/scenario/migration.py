"""Older versions of the language: a pack written in one is brought up to date in memory.

A step names the words to write anew, each at its place. The loader changes them in its nodes, which
keep their lines and columns, so that findings still point into the author's file; the command
``migrate`` changes them in the file, and nothing else in it. There is one version so far, so there
is no step yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode

CURRENT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A key or a value that is written otherwise in the next version."""

    node: ScalarNode
    text: str


Step: TypeAlias = Callable[[MapNode], Iterable[Rewording]]
"""What changes in one file of a pack from a version to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The way from older versions of the language to one that is read."""

    current: int = CURRENT
    steps: Mapping[int, Step] = field(default_factory=dict)
    """Version → what takes a file of that version to the next."""

    def reaches(self, version: int) -> bool:
        """Whether there is a way up from a version."""
        return all(step in self.steps for step in range(version, self.current))


TODAY: Final = Ladder()


def version_of(root: MapNode) -> int | None:
    """The version of the language a pack says it is written in, None if it says none."""
    node = root.get("scenario")
    text = node.text if isinstance(node, ScalarNode) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None


def migrated(root: MapNode, version: int | None, ladder: Ladder = TODAY) -> MapNode:
    """The same file in the language of today; one that is newer, or unreadable, as it is.

    Args:
        root: any file of the pack.
        version: what its main file says.
        ladder: the steps there are.
    """
    return _climbed(root, version, ladder)[0]


def rewordings(root: MapNode, version: int | None, ladder: Ladder = TODAY) -> tuple[Rewording, ...]:
    """What is to be written anew in a file, in its order; of a word changed twice the last."""
    return _climbed(root, version, ladder)[1]


def _climbed(
    root: MapNode, version: int | None, ladder: Ladder
) -> tuple[MapNode, tuple[Rewording, ...]]:
    changed: dict[tuple[int, int], Rewording] = {}
    while version is not None and version < ladder.current and version in ladder.steps:
        step = [*ladder.steps[version](root), *_number(root, version + 1)]
        changed |= {(each.node.line, each.node.column): each for each in step}
        root = _reworded_map(root, {id(each.node): each.text for each in step})
        version += 1
    return root, tuple(changed[place] for place in sorted(changed))


def _number(root: MapNode, version: int) -> Iterable[Rewording]:
    """The version the main file says."""
    node = root.get("scenario")
    return (Rewording(node=node, text=str(version)),) if isinstance(node, ScalarNode) else ()


def _reworded_map(node: MapNode, texts: Mapping[int, str]) -> MapNode:
    entries = (
        Entry(key=_reworded_word(entry.key, texts), value=_reworded(entry.value, texts))
        for entry in node.entries
    )
    return replace(node, entries=tuple(entries))


def _reworded_word(node: ScalarNode, texts: Mapping[int, str]) -> ScalarNode:
    return replace(node, text=texts[id(node)]) if id(node) in texts else node


def _reworded(node: Node, texts: Mapping[int, str]) -> Node:
    if isinstance(node, MapNode):
        return _reworded_map(node, texts)
    if isinstance(node, ListNode):
        return replace(node, items=tuple(_reworded(item, texts) for item in node.items))
    return _reworded_word(node, texts)
