"""Reads tables, by which one number is found by another, and the figures of the score."""

from __future__ import annotations

from typing import Final

from game.core.source import Entry, Node, ScalarNode
from game.core.text import Text
from game.rules.table import Between, Table
from game.scenario.law_reading import (
    LABEL,
    NOTE,
    SOURCE_KEY,
    SOURCE_STATUS,
    UNIT,
    VALUE,
    law_source,
    told_source,
)
from game.scenario.quantities import PLAIN
from game.scenario.reader import Reader
from game.scenario.scalars import OneOf, WordShape, words
from game.scenario.schema import Fields, Key, Record, TextMap
from game.scenario.texts import TEXT

MOST_ROWS: Final = 200


def _row(entry: Entry, reader: Reader) -> tuple[float, float] | None:
    key = PLAIN.read(entry.key, reader)
    value = PLAIN.read(entry.value, reader)
    return None if key is None or value is None else (key, value)


ROWS: Final = TextMap(
    wanted=Text("numbers with their values", "数字和对应的数值"),
    example="{20: 5, 60: 18}",
    entry=_row,
)
_BY: Final = Key(
    name="by", shape=WordShape(), label=Text("read by", "按"), is_required=True, example="age"
)
_ROWS: Final = Key(
    name="values",
    shape=ROWS,
    label=Text("values", "数值"),
    is_required=True,
    example="{20: 5, 60: 18}",
)
BETWEEN: Final[Key[Between]] = Key(
    name="between",
    shape=OneOf(words={"line": "line", "step": "step"}),
    label=Text("between rows", "中间值"),
)
_OUTSIDE: Final = Key(
    name="outside", shape=words("hold"), label=Text("outside the rows", "范围之外")
)


def _table(fields: Fields, reader: Reader) -> Table | None:
    rows, unit = fields.get(_ROWS), fields.get(UNIT)
    if not rows or unit is None:
        return None
    source = told_source(fields, reader)
    if len(rows) > MOST_ROWS:
        reader.report(
            "SX01",
            reader.owner_place,
            variant="count",
            severity="fatal",
            limit=str(MOST_ROWS),
            noun=Text("row", "行"),
        )
        return None
    return Table(
        id=reader.id,
        label=fields.value(LABEL, Text("", "")),
        by=fields.value(_BY, ""),
        unit=unit,
        keys=tuple(key for key, _ in rows),
        values=tuple(value for _, value in rows),
        source=law_source(source),
        status=source.status,
        between=fields.value(BETWEEN, "line"),
        note=fields.get(NOTE),
    )


TABLE: Final = Record(
    noun=Text("table", "表"),
    keys=(LABEL, _BY, UNIT, _ROWS, BETWEEN, _OUTSIDE, SOURCE_KEY, NOTE),
    build=_table,
)

# --- figures of the score ----------------------------------------------------------------------

_FIGURE_LABEL: Final = Key(name="label", shape=TEXT, label=Text("label", "名称"))
FIGURE: Final = Record(
    noun=Text("scoring figure", "评分"),
    keys=(VALUE, _FIGURE_LABEL, SOURCE_KEY, SOURCE_STATUS, NOTE),
    build=lambda fields, reader: fields.get(VALUE),
)


def scoring_figure(node: Node, reader: Reader) -> float | None:
    """A weight or bound of the score: a number, or one with label and source."""
    return PLAIN.read(node, reader) if isinstance(node, ScalarNode) else FIGURE.read(node, reader)
