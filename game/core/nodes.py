"""A file as nodes that remember their place: scalars, lists, maps.

Every scalar is a string; what it means is for whoever reads it to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from game.core.diagnostics import Place


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceFile:
    """A file's name as shown to its author, and its lines."""

    name: str
    lines: tuple[str, ...] = field(repr=False)

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A stretch of one line; line and column count from 0 here."""
        source = self.lines[line] if line < len(self.lines) else ""
        return Place(file=self.name, line=line + 1, column=column + 1, length=length, source=source)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScalarNode:
    """A word, number, text or condition: always a string here."""

    file: SourceFile = field(repr=False)
    line: int
    column: int
    end: int
    """Column after the last character, quotes included."""
    text: str
    is_plain: bool

    @property
    def place(self) -> Place:
        """The whole scalar, quotes included."""
        return self.file.place(self.line, self.column, max(1, self.end - self.column))

    def place_of(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``; exact for quoted text with escapes, too."""
        first, last = self._raw_offset(start), self._raw_offset(max(start, end))
        return self.file.place(self.line, self.column + first, max(1, last - first))

    def _raw_offset(self, offset: int) -> int:
        if self.is_plain:
            return offset
        raw = self.file.lines[self.line][self.column : self.end]
        if len(raw) == len(self.text) + 2:
            return offset + 1
        at = 1
        for _ in range(min(offset, len(self.text))):
            at += _written_length(raw, at)
        return at


def _written_length(raw: str, at: int) -> int:
    """Characters one character of a quoted text takes as written."""
    if raw[:1] == "'":
        return 2 if raw[at : at + 2] == "''" else 1
    if raw[at : at + 1] != "\\":
        return 1
    return {"x": 4, "u": 6, "U": 10}.get(raw[at + 1 : at + 2], 2)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListNode:
    """A list."""

    file: SourceFile = field(repr=False)
    line: int
    column: int
    end: int
    items: tuple[Node, ...]

    @property
    def place(self) -> Place:
        """The list where it stands on one line, else its first sign."""
        return self.file.place(self.line, self.column, max(1, self.end - self.column))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One key of a map and what stands behind it."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapNode:
    """Keys and values in written order; a key written twice is kept twice."""

    file: SourceFile = field(repr=False)
    line: int
    column: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def place(self) -> Place:
        """The map where it stands on one line, else its first sign."""
        return self.file.place(self.line, self.column, max(1, self.end - self.column))

    def get(self, key: str) -> Node | None:
        """What stands behind the first key of that name."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def duplicates(self) -> Iterator[tuple[ScalarNode, ScalarNode]]:
        """Pairs of (first, later) keys of the same name."""
        first: dict[str, ScalarNode] = {}
        for entry in self.entries:
            earlier = first.setdefault(entry.key.text, entry.key)
            if earlier is not entry.key:
                yield earlier, entry.key


Node: TypeAlias = "ScalarNode | ListNode | MapNode"
