"""Shapes of words: names, choices among a few, ids of other things, expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from game.core.diagnostics import nearest
from game.core.source import Node, ScalarNode
from game.core.text import Text
from game.scenario.expression.kinds import Kind
from game.scenario.expression.vocabulary import some_of
from game.scenario.model import Expression
from game.scenario.reader import Reader
from game.scenario.schema import wrong_value

T = TypeVar("T")


_A_WORD: Final = Text("a word", "一个词")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordShape:
    """A string taken as it is: a picture's name, a province, an address."""

    wanted: Text = _A_WORD
    example: str = "word"
    pattern: str = r".{1,400}"

    def read(self, node: Node, reader: Reader) -> str | None:
        """The string."""
        if not isinstance(node, ScalarNode) or not re.fullmatch(self.pattern, node.text):
            wrong_value(node, reader, self.wanted, self.example)
            return None
        return node.text


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Generic[T]):
    """One of a few words."""

    words: Mapping[str, T]

    def read(self, node: Node, reader: Reader) -> T | None:
        """What the word stands for."""
        if isinstance(node, ScalarNode) and node.text in self.words:
            return self.words[node.text]
        known = ", ".join(self.words)
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text(f"one of: {known}", f"以下之一：{known}"), known)
            return None
        meant = nearest(node.text, self.words)
        reader.report(
            "SC212",
            node,
            variant="word",
            hint="meant" if meant else "",
            value=node.text,
            meant=meant or "",
            known=known,
        )
        return None


def words(*names: str) -> OneOf[str]:
    """A shape of words that stand for themselves."""
    return OneOf(words={name: name for name in names})


YES_OR_NO: Final = OneOf(words={"yes": True, "no": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The id of something defined elsewhere, read as its index."""

    section: str
    what: str
    """``place``, ``job``, …: chooses the words of the message."""

    def read(self, node: Node, reader: Reader) -> int | None:
        """Index of what the id names."""
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text("an id", "一个 id"), "id")
            return None
        index = reader.ids.index(self.section, node.text)
        if index is None:
            tell_unknown_id(node, self.section, self.what, reader)
        return index


@dataclass(frozen=True, slots=True, kw_only=True)
class Id:
    """The id of something defined elsewhere, kept as a word."""

    section: str
    what: str

    def read(self, node: Node, reader: Reader) -> str | None:
        """The id, known to exist."""
        index = Reference(section=self.section, what=self.what).read(node, reader)
        return None if index is None else reader.ids.of(self.section)[index]


def tell_unknown_id(node: ScalarNode, section: str, what: str, reader: Reader) -> None:
    """The finding for an id nobody defined, with the nearest one that exists."""
    known = reader.ids.sections.get(section, {})
    meant = nearest(node.text, known)
    code, variant = ("SC203", "") if what == "event" else ("SC204", what)
    listed = some_of(reader.ids.own_first(section))
    where = str(known[meant].key.place).rpartition(":")[0] if meant else ""
    reader.report(
        code,
        node,
        variant=variant,
        hint="meant" if meant else "",
        id=node.text,
        meant=meant or "",
        known=listed,
        where=where,
        event="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionShape:
    """A condition or an amount."""

    kinds: tuple[Kind, ...]
    allows_draws: bool = field(default=False)

    def read(self, node: Node, reader: Reader) -> Expression | None:
        """The compiled expression."""
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text("a condition or an amount", "条件或金额"), '"age > 40"')
            return None
        return reader.expression(node, self.kinds, draws=self.allows_draws)


CONDITION: Final = ExpressionShape(kinds=("yes_no",))
