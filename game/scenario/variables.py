"""Reads an author's own variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.core.source import Node, ScalarNode
from game.core.text import Text
from game.scenario.expression.kinds import HOURS as HOURS_KIND
from game.scenario.expression.kinds import UNITS, YES_NO, Kind
from game.scenario.model import Variable
from game.scenario.quantities import (
    Quantity,
)
from game.scenario.reader import Reader
from game.scenario.scalars import OneOf, WordShape, words
from game.scenario.schema import Custom, Fields, Key, ListOf, Record, wrong_value

_TYPE: Final = Key(
    name="type",
    shape=words("yes_no", "number", "one_of"),
    label=Text("type", "类型"),
    is_required=True,
    example="yes_no",
)
_VARIABLE_UNIT: Final = Key(name="unit", shape=OneOf(words=dict(UNITS)), label=Text("unit", "单位"))


def _scalar(node: Node, reader: Reader) -> ScalarNode | None:
    if isinstance(node, ScalarNode):
        return node
    wrong_value(node, reader, Text("a value", "一个值"), "0")
    return None


_ANY: Final = Custom(function=_scalar)
_VARIABLE_START: Final = Key(
    name="start", shape=_ANY, label=Text("start", "初值"), is_required=True, example="no"
)
_MIN: Final = Key(name="min", shape=_ANY, label=Text("least", "最小"))
_MAX: Final = Key(name="max", shape=_ANY, label=Text("most", "最大"))
_ONE_OF: Final = Key(
    name="values",
    shape=ListOf(item=WordShape(pattern=r"[a-z][a-z0-9_]{0,39}", example="calm")),
    label=Text("values", "取值"),
)
VARIABLE: Final = Record(
    noun=Text("variable", "变量"),
    keys=(_TYPE, _VARIABLE_UNIT, _VARIABLE_START, _MIN, _MAX, _ONE_OF),
    build=lambda fields, reader: fields,
)


def variable_labels(fields: Fields) -> Mapping[str, int]:
    """The words of a variable of type ``one_of``."""
    listed = fields.get(_ONE_OF)
    return {word: index for index, word in enumerate(listed or ())}


def variable(id_: str, fields: Fields, reader: Reader) -> Variable:
    """A variable of its fields; limits and start in the units of a ``Scope``."""
    type_ = fields.value(_TYPE, "number")
    kind: Kind = YES_NO
    if type_ == "one_of":
        labels = variable_labels(fields)
        start = _word_of(fields, labels, reader)
        return Variable(id=id_, start=start, low=0.0, high=len(labels) - 1.0, kind=f"my.{id_}")
    if type_ == "yes_no":
        start = _word_of(fields, {"no": 0, "yes": 1}, reader)
        return Variable(id=id_, start=start, low=0.0, high=1.0, kind=kind)
    kind, scale = fields.value(_VARIABLE_UNIT, ("number", 1.0))
    units = {word: factor for word, (k, factor) in UNITS.items() if k == kind} | {"": scale}
    shape = Quantity(units=units, example="3")

    def of(key: Key[ScalarNode], default: float) -> float:
        node = fields.get(key)
        found = None if node is None else shape.read(node, reader)
        return default if found is None else found

    high = 168.0 if kind == HOURS_KIND else 1e12
    return Variable(
        id=id_, start=of(_VARIABLE_START, 0.0), low=of(_MIN, -1e12), high=of(_MAX, high), kind=kind
    )


def _word_of(fields: Fields, labels: Mapping[str, int], reader: Reader) -> float:
    node = fields.get(_VARIABLE_START)
    found = None if node is None else OneOf(words=labels).read(node, reader)
    return 0.0 if found is None else float(found)
