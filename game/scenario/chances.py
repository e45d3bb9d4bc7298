"""Reads how likely an event is in one year, and what makes it likelier."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from game.core.source import Entry, MapNode, Node, ScalarNode
from game.core.text import EMPTY, Text
from game.rules.dated import Source as LawSource
from game.rules.table import Table
from game.scenario.expression.kinds import NUMBER
from game.scenario.expression.vocabulary import unit_or_name
from game.scenario.model import (
    Expression,
    Hazard,
)
from game.scenario.quantities import (
    AGE,
    FACTOR,
    ChanceShape,
    Quantity,
)
from game.scenario.reader import Reader
from game.scenario.scalars import (
    CONDITION,
    ExpressionShape,
    tell_unknown_id,
    words,
)
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    ListOf,
    Record,
    TextMap,
    wrong_value,
)

_PER: Final = Key(
    name="per", shape=words("year"), label=Text("period", "周期"), is_required=True, example="year"
)


def _share_row(entry: Entry, reader: Reader) -> tuple[float, float] | None:
    age = AGE.read(entry.key, reader)
    share = Quantity(units={"%": 1.0}, example="3%", low=0.0, high=100.0).read(entry.value, reader)
    return None if age is None or share is None else (age, share)


_BY_AGE: Final = Key(
    name="by_age",
    shape=TextMap(
        wanted=Text("ages with their chances", "年龄和对应概率"),
        example="{30: 3%, 55: 15%}",
        entry=_share_row,
    ),
    label=Text("by age", "按年龄"),
)


def _table_name(node: Node, reader: Reader) -> Table | None:
    tables = reader.vocabulary.tables
    if isinstance(node, ScalarNode) and node.text in tables:
        return tables[node.text]
    if isinstance(node, ScalarNode):
        tell_unknown_id(node, "tables", "table", reader)
    else:
        wrong_value(node, reader, Text("the id of a table", "表的 id"), "hospital_stay")
    return None


def _any_measure(node: Node, reader: Reader) -> Expression | None:
    return ExpressionShape(kinds=()).read(node, reader)


_TABLE: Final = Key(name="table", shape=Custom(function=_table_name), label=Text("table", "表"))
_OF: Final = Key(name="of", shape=Custom(function=_any_measure), label=Text("read by", "按"))
_EQUALS: Final = Key(
    name="equals", shape=ExpressionShape(kinds=(NUMBER,)), label=Text("computed as", "计算式")
)


def _hazard_build(fields: Fields, reader: Reader) -> Hazard | None:
    given = [key for key in (_BY_AGE, _TABLE, _EQUALS) if fields.has(key)]
    if len(given) != 1:
        reader.report("SC401", reader.owner_place, variant="one")
        return None
    if rows := fields.get(_BY_AGE):
        age = reader.expression(_scalar_of(fields, _BY_AGE, "age"), ("time",))
        return Hazard(constant=None, by=age, table=_age_table(rows), factors=())
    table = fields.get(_TABLE)
    if table is not None:
        by = fields.get(_OF)
        if by is None:
            if not fields.has(_OF):
                place = fields.entry(_TABLE)
                reader.report(
                    "SC208",
                    place.key if place else None,
                    owner=Text("this table", "此表"),
                    key="of",
                    label=_OF.label,
                    example="age",
                )
            return None
        _check_kind(by, table, fields, reader)
        if table.unit not in ("%", ""):
            entry = fields.entry(_TABLE)
            reader.report("SC308", entry.value if entry else None, variant="share", table=table.id)
        return Hazard(constant=None, by=by, table=table, factors=())
    by = fields.get(_EQUALS)
    return None if by is None else Hazard(constant=None, by=by, table=None, factors=())


def _check_kind(by: Expression, table: Table, fields: Fields, reader: Reader) -> None:
    kind, scale = unit_or_name(table.by)
    entry = fields.entry(_OF)
    if (by.kind != kind or scale != 1.0) and by.kind != NUMBER and entry is not None:
        reader.report("SC308", entry.value, variant="table", table=table.id, by=table.by)


def _scalar_of(fields: Fields, key: Key[Any], text: str) -> ScalarNode:
    entry = fields.entry(key)
    assert entry is not None
    return replace(entry.key, text=text)


def _age_table(rows: tuple[tuple[float, float], ...]) -> Table:
    return Table(
        id="by_age",
        label=EMPTY,
        by="age",
        unit="%",
        keys=tuple(age for age, _ in rows),
        values=tuple(share for _, share in rows),
        source=LawSource(title=EMPTY),
        status="assumed",
    )


_HAZARD: Final = Record(
    noun=Text("probability", "概率"),
    keys=(_BY_AGE, _TABLE, _OF, _EQUALS, _PER),
    build=_hazard_build,
)


def probability(node: Node, reader: Reader) -> Hazard | None:
    if isinstance(node, MapNode):
        return _HAZARD.read(node, replace(reader, owner=EMPTY, owner_place=node.place))
    chance = ChanceShape().read(node, reader)
    return None if chance is None else Hazard(constant=chance, by=None, table=None, factors=())


_FACTOR: Final = Key(
    name="factor", shape=FACTOR, label=Text("factor", "系数"), is_required=True, example="1.8"
)
_FACTOR_WHEN: Final = Key(
    name="when",
    shape=CONDITION,
    label=Text("condition", "条件"),
    is_required=True,
    example='"age > 40"',
)


def _factor(fields: Fields, reader: Reader) -> tuple[float, Expression] | None:
    factor, check = fields.get(_FACTOR), fields.get(_FACTOR_WHEN)
    return None if factor is None or check is None else (factor, check)


TIMES: Final = Key(
    name="times",
    shape=ListOf(
        item=Record(noun=Text("factor", "系数"), keys=(_FACTOR, _FACTOR_WHEN), build=_factor),
        example="[{factor: 1.8, when: …}]",
    ),
    label=Text("factors", "倍数"),
)
