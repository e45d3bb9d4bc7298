"""Where a thing of a pack is defined, field by field, and what of a parent it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.core.source import ListNode, MapNode, Node, ScalarNode
from game.scenario.compiler import Loaded
from game.scenario.gathering import where_of
from game.scenario.top_level import SECTIONS

_LONGEST = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOrigin:
    """One field of a thing: where it is written, and where a parent wrote it before."""

    name: str
    written: str
    """As it stands in the file, shortened."""
    where: str
    """``events/crash.yaml:12``; a parent's files carry its id: ``china/events/road.yaml:31``."""
    overrides: str = ""
    """Where the parent's own stands; empty where nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A thing of a pack: which section it belongs to, where it begins, and its fields."""

    section: str
    id: str
    where: str
    fields: tuple[FieldOrigin, ...]


def origin_of(pack: Loaded, id: str) -> tuple[Origin, ...]:
    """Everything of a pack that has an id; several where sections share a word.

    Args:
        pack: as it was loaded, playable or not.
        id: ``crash``, or with its section before it, ``events.crash``.
    """
    section, _, rest = id.partition(".")
    wanted = [(section, rest)] if section in SECTIONS and rest else []
    wanted += [(other, id) for other in SECTIONS]
    found = [_origin(pack, section, name) for section, name in wanted]
    return tuple(origin for origin in found if origin is not None)


def known_ids(pack: Loaded) -> tuple[str, ...]:
    """All ids of a pack with their section, for did-you-mean."""
    sections = pack.merged.sections
    return tuple(f"{section}.{name}" for section in sections for name in sections[section])


def _origin(pack: Loaded, section: str, name: str) -> Origin | None:
    entry = pack.merged.sections.get(section, {}).get(name)
    if entry is None:
        return None
    before = pack.merged.overridden

    def overridden(key: str) -> str:
        whole = before.get((section, name, key))
        return where_of(whole) if whole is not None else ""

    fields = []
    for key, node, place in _fields(entry.value):
        fields.append(
            FieldOrigin(name=key, written=_written(node), where=place, overrides=overridden(key))
        )
    return Origin(section=section, id=name, where=where_of(entry.key), fields=tuple(fields))


def _fields(node: Node) -> Iterator[tuple[str, Node, str]]:
    if not isinstance(node, MapNode):
        yield "", node, f"{node.file.name}:{node.line + 1}"
        return
    for entry in node.entries:
        yield entry.key.text, entry.value, where_of(entry.key)


def _written(node: Node) -> str:
    """A node in a few words."""
    text = _shown(node)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _shown(node: Node, depth: int = 0) -> str:
    if isinstance(node, ScalarNode):
        return node.text
    if depth > 1:
        return "…"
    if isinstance(node, ListNode):
        return "[" + ", ".join(_shown(item, depth + 1) for item in node.items[:6]) + "]"
    parts = (f"{e.key.text}: {_shown(e.value, depth + 1)}" for e in node.entries[:8])
    return "{" + ", ".join(parts) + "}"
