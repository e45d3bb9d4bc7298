"""Small questions put to nodes."""

from __future__ import annotations

from game.core.source import Entry, MapNode, Node, ScalarNode


def child_of(node: Node | None, key: str) -> Node | None:
    """What stands behind a key, None where the node is no map or lacks it."""
    return node.get(key) if isinstance(node, MapNode) else None


def entry_of(node: Node | None, key: str) -> Entry | None:
    """The first entry of a key."""
    if not isinstance(node, MapNode):
        return None
    return next((entry for entry in node.entries if entry.key.text == key), None)


def key_of(node: Node | None, key: str) -> ScalarNode | None:
    """Where a key is written."""
    entry = entry_of(node, key)
    return entry.key if entry else None


def word_of(node: Node | None) -> str:
    """A scalar's text, empty for anything else."""
    return node.text if isinstance(node, ScalarNode) else ""
