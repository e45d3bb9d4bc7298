"""Reads effects that change a number: at once, or for some months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from game.core.diagnostics import nearest
from game.core.life import Absence
from game.core.source import MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.expression.kinds import FLOW, MEASURES, TIME, Kind
from game.scenario.expression.vocabulary import CHANGEABLE
from game.scenario.model import (
    Add,
    Effect,
    Expression,
    Lasting,
    Set,
)
from game.scenario.quantities import CHANGE
from game.scenario.reader import Reader
from game.scenario.scalars import ExpressionShape, OneOf
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    Record,
    TextMap,
    tell_duplicates,
    wrong_value,
)

Effects = tuple[Effect, ...]

_DURATION: Final = ExpressionShape(kinds=(TIME,), allows_draws=True)


def headless(reader: Reader) -> Reader:
    """A missing key of an effect is told at the effect, not at the choice around it."""
    return replace(reader, owner=Text("", ""), owner_place=None)


def _changes(
    node: Node, reader: Reader, make: Callable[[str, Expression], Effect], *, is_set: bool
) -> Effects:
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("names and amounts", "名称和数值"), "{wellbeing: 3 points}")
        return ()
    tell_duplicates(node, reader, Text("this effect", "该效果"))
    read: list[Effect] = []
    for entry in node.entries:
        kind = _changeable(entry.key, reader, is_set=is_set)
        if kind is None:
            continue
        value = ExpressionShape(kinds=(kind,), allows_draws=True).read(entry.value, reader)
        if value is not None:
            read.append(make(entry.key.text, value))
    return tuple(read)


def _changeable(key: ScalarNode, reader: Reader, *, is_set: bool) -> Kind | None:
    name = key.text
    known = [other for other in reader.vocabulary.names if other.startswith("my.")]
    if name not in CHANGEABLE and name not in known:
        instead = {"place": "move", "job": "job"}.get(name) or (
            "plan" if name.startswith("plan.") else ""
        )
        meant = nearest(name, (*CHANGEABLE, *known))
        reader.report(
            "SC217",
            key,
            hint="verb" if instead else "meant" if meant else "",
            name=name,
            verb=instead,
            meant=meant or "",
            known=", ".join((*sorted(CHANGEABLE), *known)),
        )
        return None
    kind = reader.vocabulary.names[name]
    if not is_set and kind not in MEASURES:
        reader.report("SC217", key, variant="add", name=name)
        return None
    return kind


CHANGES: Final[TextMap[None]] = TextMap(
    wanted=Text("names and amounts", "名称和数值"),
    example="{wellbeing: 3 points}",
    entry=lambda entry, reader: None,
)
"""What ``add`` and ``set`` take, for the schema."""


def add(node: Node, reader: Reader) -> Effects:
    return _changes(node, reader, lambda name, x: Add(name=name, amount=x), is_set=False)


def set_(node: Node, reader: Reader) -> Effects:
    return _changes(node, reader, lambda name, x: Set(name=name, value=x), is_set=True)


_FOR: Final = Key(
    name="for",
    shape=_DURATION,
    label=Text("how long", "持续时间"),
    is_required=True,
    example="6 months",
)
_FLOW_AMOUNT: Final = ExpressionShape(kinds=(FLOW,), allows_draws=True)


def _change(node: Node, reader: Reader) -> float | Expression | None:
    """``-50%`` as a change of the usual, or an amount a month."""
    if isinstance(node, ScalarNode) and node.text.endswith("%"):
        return CHANGE.read(node, reader)
    return _FLOW_AMOUNT.read(node, reader)


_CHANGE: Final[Custom[float | Expression]] = Custom(function=_change)
_ON_INCOME: Final[Key[float | Expression]] = Key(
    name="income", shape=_CHANGE, label=Text("income", "收入")
)
_ON_SPENDING: Final[Key[float | Expression]] = Key(
    name="spending", shape=_CHANGE, label=Text("spending", "支出")
)
_ON_CONTRIBUTION: Final[Key[float | Expression]] = Key(
    name="contribution", shape=_CHANGE, label=Text("contribution", "缴费")
)


_WORK: Final = Key(
    name="work",
    shape=OneOf(words={"leave": Absence.LEAVE, "ended": Absence.ENDED}),
    label=Text("why no work is done", "为什么不上班"),
)


def _lasting_build(fields: Fields, reader: Reader) -> Effects | None:
    months = fields.get(_FOR)
    if months is None:
        return None
    if not any(fields.has(key) for key in (_ON_INCOME, _ON_SPENDING, _ON_CONTRIBUTION)):
        entry = fields.entry(_FOR)
        reader.report("SC218", entry.key if entry else None)
    if fields.has(_WORK) and not fields.has(_ON_INCOME):
        entry = fields.entry(_WORK)
        reader.report("SC218", entry.key if entry else None, variant="work")
    changes = (
        _lasting_one(months, "income", fields.get(_ON_INCOME), fields.value(_WORK, Absence.NONE)),
        _lasting_one(months, "spending", fields.get(_ON_SPENDING)),
        _lasting_one(months, "contribution", fields.get(_ON_CONTRIBUTION)),
    )
    return tuple(change for change in changes if change is not None)


def _lasting_one(
    months: Expression,
    target: Any,
    change: float | Expression | None,
    absence: Absence = Absence.NONE,
) -> Lasting | None:
    if change is None:
        return None
    if isinstance(change, Expression):
        return Lasting(months=months, target=target, yuan_per_month=change, absence=absence)
    factor = round(1.0 + change, 12)
    return Lasting(months=months, target=target, factor=factor, absence=absence)


LASTING: Final = Record(
    noun=Text("lasting effect", "持续效果"),
    keys=(_FOR, _ON_INCOME, _ON_SPENDING, _ON_CONTRIBUTION, _WORK),
    build=_lasting_build,
)


def lasting(node: Node, reader: Reader) -> Effects:
    return LASTING.read(node, headless(reader)) or ()
