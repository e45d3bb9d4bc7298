"""Older versions of the language: a pack written in one is brought up to date in memory.

Each step takes the root of ``scenario.yaml`` from one version to the next. There is one version so
far, so there is no step yet; the commands rewrite files with the same steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from game.core.source import MapNode, ScalarNode

CURRENT: Final = 1
OLDEST: Final = 1
Step: TypeAlias = Callable[[MapNode], MapNode]
STEPS: Final[Mapping[int, Step]] = {}
"""Version → what takes a pack of that version to the next."""


def version_of(root: MapNode) -> int | None:
    """The version of the language a pack says it is written in, None if it says none."""
    node = root.get("scenario")
    text = node.text if isinstance(node, ScalarNode) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None


def migrated(root: MapNode, steps: Mapping[int, Step] = STEPS, current: int = CURRENT) -> MapNode:
    """The same pack in the language of today; one that is newer, or unreadable, as it is."""
    version = version_of(root)
    if version is None:
        return root
    while version < current and version in steps:
        version += 1
        root = _saying(steps[version - 1](root), version)
    return root


def _saying(root: MapNode, version: int) -> MapNode:
    """The same with another version under ``scenario``."""
    entries = tuple(
        replace(entry, value=replace(entry.value, text=str(version)))
        if entry.key.text == "scenario" and isinstance(entry.value, ScalarNode)
        else entry
        for entry in root.entries
    )
    return replace(root, entries=entries)
