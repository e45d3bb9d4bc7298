"""Our own schema over nodes: what may stand where, read into typed values with every slip told.

A shape reads one node; a record reads a map by its keys. Shapes are plain values, so that the same
schema can print itself. Reading never stops at the first mistake: what could not be read is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from game.core.diagnostics import nearest
from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.reader import Reader
from game.scenario.top_level import is_id

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Shape(Protocol[T_co]):
    """One kind of thing that may stand behind a key."""

    def read(self, node: Node, reader: Reader) -> T_co | None:
        """The value, or None with a finding."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(Generic[T]):
    """A key of a record: its name, what stands behind it, and what it is called.

    The Chinese label doubles as an alias: ``事件:`` is answered with "did you mean events".
    """

    name: str
    shape: Shape[T] = field(repr=False)
    label: Text
    is_required: bool = False
    example: str = "…"


class Fields:
    """The values of a record, by key."""

    def __init__(self, values: Mapping[str, object], entries: Mapping[str, Entry]) -> None:
        self._values = values
        self._entries = entries

    def get(self, key: Key[T]) -> T | None:
        """The value of a key, None where it is missing or unreadable."""
        return cast("T | None", self._values.get(key.name))

    def value(self, key: Key[T], default: T) -> T:
        """The value of a key, or a default."""
        found = self.get(key)
        return default if found is None else found

    def has(self, key: Key[Any]) -> bool:
        """Whether the key is written, readable or not."""
        return key.name in self._entries

    def entry(self, key: Key[Any]) -> Entry | None:
        """Where a key is written."""
        return self._entries.get(key.name)

    def with_value(self, key: Key[T], value: T) -> Fields:
        """The same with another value of a key, written or not."""
        return Fields({**self._values, key.name: value}, self._entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[T_co]):
    """A map with known keys.

    Attributes:
        noun: what such a map is, as in "unknown key … in an event".
        keys: the keys it may have.
        build: makes the value of the fields.
        instead: keys that say nothing here, and what to write in their place.
    """

    noun: Text
    keys: tuple[Key[Any], ...]
    build: Callable[[Fields, Reader], T_co | None] = field(repr=False)
    instead: Mapping[str, Text] = field(default_factory=dict)

    def read(self, node: Node, reader: Reader) -> T_co | None:
        """The record's value."""
        fields = self.fields(node, reader)
        return None if fields is None else self.build(fields, reader)

    def fields(self, node: Node, reader: Reader) -> Fields | None:
        """Read every key; unknown, doubled and missing ones are told."""
        if not isinstance(node, MapNode):
            reader.report("SC212", node, variant="keys", noun=self.noun, keys=self._some_keys())
            return None
        entries = self._known(node, reader)
        inner = reader.within(cast("Record[object]", self))
        values: dict[str, object] = {}
        by_name = {key.name: key for key in self.keys}
        for name, entry in entries.items():
            if _is_empty(entry.value):
                reader.report("SC208", entry.key, variant="empty", key=name)
                continue
            values[name] = by_name[name].shape.read(entry.value, inner)
        self._tell_missing(node, entries, reader)
        return Fields(values, entries)

    def _known(self, node: MapNode, reader: Reader) -> dict[str, Entry]:
        tell_duplicates(node, reader, self._owner(reader))
        names = {key.name for key in self.keys}
        entries: dict[str, Entry] = {}
        for entry in node.entries:
            name = entry.key.text
            if name in names:
                entries.setdefault(name, entry)
            elif name in self.instead:
                reader.report("SC220", entry.key, key=name, instead=self.instead[name])
            else:
                self._tell_unknown(entry.key, reader)
        return entries

    def _tell_missing(self, node: Node, entries: Mapping[str, Entry], reader: Reader) -> None:
        for key in self.keys:
            if key.is_required and key.name not in entries:
                place = reader.owner_place or node.place
                reader.report(
                    "SC208",
                    place,
                    owner=self._owner(reader),
                    key=key.name,
                    label=key.label,
                    example=key.example,
                )

    def _tell_unknown(self, key: ScalarNode, reader: Reader) -> None:
        above = reader.records[-1] if reader.records else None
        names = {own.name: own.name for own in self.keys}
        names |= {own.label.zh: own.name for own in self.keys}
        meant = names.get(key.text) or names.get(nearest(key.text, names) or "")
        if meant is None and above is not None and key.text in above.key_names():
            reader.report("SC207", key, key=key.text, inside=self.noun, beside=above.noun)
            return
        below = next((k.name for k in self.keys if key.text in _names_below(k.shape)), None)
        hint = "meant" if meant else "below" if below else "known"
        reader.report(
            "SC201",
            key,
            hint=hint,
            key=key.text,
            noun=with_article(self.noun),
            meant=meant or "",
            below=below or "",
            known=self._some_keys(),
        )

    def key_names(self) -> frozenset[str]:
        """Names of all keys."""
        return frozenset(key.name for key in self.keys)

    def _some_keys(self) -> str:
        return ", ".join(key.name for key in self.keys[:12])

    def _owner(self, reader: Reader) -> Text:
        return reader.owner if reader.owner.en else self.noun


def with_article(noun: Text) -> Text:
    """The noun as it stands in an English sentence; a key in quotes takes no article."""
    if noun.en.startswith("'"):
        return noun
    return Text(f"{'an' if noun.en[0] in 'aeiou' else 'a'} {noun.en}", noun.zh)


def _names_below(shape: object) -> frozenset[str]:
    """Keys of the record behind a key, for "it belongs inside …"."""
    inner = getattr(shape, "item", shape)
    return inner.key_names() if isinstance(inner, Record) else frozenset()


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.is_plain and node.text == ""


def tell_duplicates(node: MapNode, reader: Reader, owner: Text) -> None:
    """A finding for every key written twice in one map."""
    for first, later in node.duplicates():
        reader.report("SC104", later, key=later.text, owner=owner, first=str(first.line + 1))


def wrong_value(node: Node, reader: Reader, wanted: Text, example: str) -> None:
    """The finding for a value that is not of the wanted form."""
    if isinstance(node, ScalarNode):
        reader.report("SC212", node, value=node.text, wanted=wanted, example=example)
    else:
        variant = "map" if isinstance(node, MapNode) else "list"
        reader.report("SC212", node, variant=variant, wanted=wanted, example=example)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf(Generic[T]):
    """A list of things of one shape; unreadable items are left out."""

    item: Shape[T]
    example: str = "[…]"

    def read(self, node: Node, reader: Reader) -> tuple[T, ...] | None:
        """The list's values."""
        if not isinstance(node, ListNode):
            wrong_value(node, reader, Text("a list in square brackets", "方括号列表"), self.example)
            return None
        values = (self.item.read(item, reader) for item in node.items)
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf(Generic[T]):
    """A map of ids to things of one shape."""

    noun: Text
    item: Shape[T]
    most: int = 5000

    def read(self, node: Node, reader: Reader) -> dict[str, T] | None:
        """The map's values by id."""
        if not isinstance(node, MapNode):
            wrong_value(node, reader, Text("names with a colon", "带冒号的名称"), "name: …")
            return None
        tell_duplicates(node, reader, reader.owner)
        if len(node.entries) > self.most:
            reader.report("SX01", node, variant="count", limit=str(self.most), noun=self.noun)
        values: dict[str, T] = {}
        for entry in node.entries:
            if not check_id(entry.key, reader):
                continue
            value = self.item.read(entry.value, reader.owned_by(self.noun, entry.key))
            if value is not None:
                values.setdefault(entry.key.text, value)
        return values


def check_id(key: ScalarNode, reader: Reader) -> bool:
    """Whether an author's id is well formed; tells it if not."""
    if is_id(key.text):
        return True
    reader.report("SC211", key, id=key.text)
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMap(Generic[T]):
    """A map read by a function of its entries, for keys that are no ids: ages, dates, names."""

    wanted: Text
    example: str
    entry: Callable[[Entry, Reader], T | None]

    def read(self, node: Node, reader: Reader) -> tuple[T, ...] | None:
        """What the function made of each entry."""
        if not isinstance(node, MapNode):
            wrong_value(node, reader, self.wanted, self.example)
            return None
        tell_duplicates(node, reader, reader.owner)
        return tuple(_kept(self.entry(entry, reader) for entry in node.entries))


def _kept(values: Iterator[T | None]) -> Iterator[T]:
    return (value for value in values if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom(Generic[T]):
    """A shape given as a function."""

    function: Callable[[Node, Reader], T | None]
    item: object = None
    """The record it may read, for the schema and for hints."""
    forms: tuple[object, ...] = ()
    """Other shapes it takes, for the schema."""

    def read(self, node: Node, reader: Reader) -> T | None:
        """What the function makes of the node."""
        return self.function(node, reader)
