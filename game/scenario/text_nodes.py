"""Finds the texts of a pack by the place they stand at: ``events.crash.choices.home.label``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.scenario.top_level import SECTIONS

TEXT_SINGLES: Final = ("title", "summary")
TEXT_LISTS: Final = ("debrief",)
_LANGUAGES: Final = frozenset({"en", "zh"})
_TEXT_KEYS: Final = frozenset(
    [
        *("title", "text", "label", "result", "because", "say", "name", "role", "story"),
        *("summary", "ask", "explain", "subject", "what_changed", "do", "note"),
        *("gain", "loss", "norm", "reminder"),
    ]
)
"""Keys behind which one string may stand for all languages."""
_NO_TEXTS: Final = frozenset(
    {"source", "parameters", "tables", "scoring", "income", "schemes", "when", "values"}
)
"""Below these, a single string is a name, an amount or a condition."""

Change: TypeAlias = Callable[[str, Node], Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNode:
    """A text where it stands."""

    id: str
    node: Node
    """A map of languages, or one string for all."""

    def words(self, language: str) -> ScalarNode | None:
        """The words of one language; a single string counts for every one."""
        if isinstance(self.node, ScalarNode):
            return self.node
        found = self.node.get(language) if isinstance(self.node, MapNode) else None
        return found if isinstance(found, ScalarNode) else None


def is_text(node: Node, key: str, path: str) -> bool:
    """Whether a node is a text of the pack."""
    if isinstance(node, MapNode):
        return bool(node.entries) and all(entry.key.text in _LANGUAGES for entry in node.entries)
    if not isinstance(node, ScalarNode) or node.is_plain:
        return False
    return key in _TEXT_KEYS and not _NO_TEXTS & set(path.split("."))


def text_nodes(
    single: Mapping[str, Entry],
    sections: Mapping[str, Mapping[str, Entry]],
    lists: Mapping[str, Sequence[Node]],
) -> Iterator[TextNode]:
    """All texts of a merged pack, in order of their sections."""
    found: list[TextNode] = []

    def keep(id_: str, node: Node) -> Node:
        found.append(TextNode(id=id_, node=node))
        return node

    for path, node in _roots(single, sections, lists):
        with_texts(node, path, keep)
        yield from found
        found.clear()


def _roots(
    single: Mapping[str, Entry],
    sections: Mapping[str, Mapping[str, Entry]],
    lists: Mapping[str, Sequence[Node]],
) -> Iterator[tuple[str, Node]]:
    for key in TEXT_SINGLES:
        if key in single:
            yield key, single[key].value
    for section in SECTIONS:
        for name, entry in sections[section].items():
            yield f"{section}.{name}", entry.value
    for key in TEXT_LISTS:
        for number, node in enumerate(lists.get(key, ()), 1):
            yield f"{key}.{number}", node


def with_texts(node: Node, path: str, change: Change) -> Node:
    """The same node with every text inside it changed; itself where nothing changes."""
    if is_text(node, path.rpartition(".")[2], path):
        return change(path, node)
    if isinstance(node, ListNode):
        items = tuple(
            with_texts(item, f"{path}.{number}", change)
            for number, item in enumerate(node.items, 1)
        )
        is_same = all(new is old for new, old in zip(items, node.items, strict=True))
        return node if is_same else replace(node, items=items)
    if isinstance(node, MapNode):
        entries = tuple(_changed(entry, path, change) for entry in node.entries)
        is_same = all(new is old for new, old in zip(entries, node.entries, strict=True))
        return node if is_same else replace(node, entries=entries)
    return node


def _changed(entry: Entry, path: str, change: Change) -> Entry:
    value = with_texts(entry.value, f"{path}.{entry.key.text}", change)
    return entry if value is entry.value else replace(entry, value=value)
