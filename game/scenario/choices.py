"""Reads what an event puts before the player: drawn values, choices, the default one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias

from game.core.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.core.text import EMPTY, Text
from game.scenario.effects import AMOUNT, EFFECTS, GOAL_FORMS, goals
from game.scenario.model import (
    Choice,
    Expression,
    Need,
)
from game.scenario.quantities import (
    PLAIN,
)
from game.scenario.reader import Reader
from game.scenario.scalars import (
    CONDITION,
    YES_OR_NO,
    ExpressionShape,
    Reference,
    words,
)
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    ListOf,
    MapOf,
    Record,
    check_id,
    tell_duplicates,
    wrong_value,
)
from game.scenario.texts import TEXT

MOST_CHOICES: Final = 6
MOST_VALUES: Final = 16
_VALUE_NOUN: Final = Text("value", "数值")

Values: TypeAlias = tuple[tuple[str, Expression], ...]
_DRAWN: Final = ExpressionShape(kinds=(), allows_draws=True)
_STEADY: Final = ExpressionShape(kinds=())


def with_values(
    node: Node | None, event: str, reader: Reader, *, draws: bool = True
) -> tuple[Values, Reader]:
    """The values drawn when an event opens, and a reader that knows their names.

    Args:
        node: what stands behind ``values``.
        event: the prefix of its streams.
        reader: whose owner is the event.
        draws: whether luck is allowed.
    """
    if node is None:
        return (), reader
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("names and amounts", "名称和数值"), '{bill: "2000 yuan"}')
        return (), reader
    tell_duplicates(node, reader, reader.owner)
    if len(node.entries) > MOST_VALUES:
        reader.report("SX01", node, variant="count", limit=str(MOST_VALUES), noun=_VALUE_NOUN)
    values: list[tuple[str, Expression]] = []
    for entry in node.entries:
        name = entry.key.text
        if not check_id(entry.key, reader):
            continue
        shape = _DRAWN if draws else _STEADY
        expression = shape.read(entry.value, reader.drawing(f"{event}/values.{name}"))
        if expression is not None:
            values.append((name, expression))
        kind = expression.kind if expression is not None else "?"
        reader = reader.with_vocabulary(reader.vocabulary.with_value(name, kind))
    return tuple(values), reader


VALUES: Final = Key(
    name="values",
    shape=Custom(function=lambda node, reader: node, forms=(MapOf(noun=_VALUE_NOUN, item=_DRAWN),)),
    label=Text("values", "数值"),
)

_CHECK: Final = Key(
    name="check",
    shape=CONDITION,
    label=Text("condition", "条件"),
    is_required=True,
    example='"cash > 2000 yuan"',
)
_BECAUSE: Final = Key(name="because", shape=TEXT, label=Text("reason", "原因"))
_HIDE: Final = Key(name="hide", shape=YES_OR_NO, label=Text("hide", "隐藏"))


def _need_build(fields: Fields, reader: Reader) -> Need | None:
    check = fields.get(_CHECK)
    if check is None:
        return None
    return Need(
        check=check, because=fields.value(_BECAUSE, EMPTY), hides=fields.value(_HIDE, False)
    )


_NEED: Final = Record(
    noun=Text("'needs'", "条件"), keys=(_CHECK, _BECAUSE, _HIDE), build=_need_build
)


def _needs(node: Node, reader: Reader) -> Need | None:
    if isinstance(node, MapNode):
        return _NEED.read(node, replace(reader, owner=EMPTY, owner_place=node.place))
    check = CONDITION.read(node, reader)
    return None if check is None else Need(check=check, because=EMPTY)


_LABEL: Final = Key(
    name="label",
    shape=TEXT,
    label=Text("button text", "按钮文字"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
_CHOICE_NOTE: Final = Key(name="note", shape=TEXT, label=Text("short line", "说明"))
_NEEDS: Final = Key(
    name="needs", shape=Custom(function=_needs, item=_NEED), label=Text("needs", "条件")
)
_COST: Final = Key(
    name="cost", shape=replace(AMOUNT, allows_draws=False), label=Text("cost", "费用")
)
EFFECTS_KEY: Final = Key(name="effects", shape=EFFECTS, label=Text("effects", "效果"))
_RESULT: Final = Key(name="result", shape=TEXT, label=Text("result", "结果"))
TEACHES: Final = Key(
    name="teaches",
    shape=Custom(function=goals, forms=GOAL_FORMS),
    label=Text("teaches", "教学"),
)
_ATTRACT: Final = Key(
    name="attract", shape=replace(PLAIN, low=-3.0, high=3.0), label=Text("attraction", "吸引力")
)
_FORGOES: Final = Key(
    name="forgoes", shape=words("treatment"), label=Text("treatment not taken", "放弃治疗")
)
CHOICE: Final = Record(
    noun=Text("choice", "选项"),
    keys=(_LABEL, _CHOICE_NOTE, _NEEDS, _COST, EFFECTS_KEY, _RESULT, TEACHES, _ATTRACT, _FORGOES),
    build=lambda fields, reader: fields,
)


def choices(node: Node, reader: Reader) -> tuple[Choice, ...] | None:
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("choices by id", "选项"), "stay: {label: …}")
        return None
    tell_duplicates(node, reader, reader.owner)
    if len(node.entries) > MOST_CHOICES:
        noun = Text("choice", "选项")
        reader.report("SX01", node, variant="count", limit=str(MOST_CHOICES), noun=noun)
    choices = (_choice(entry, reader) for entry in node.entries)
    return tuple(choice for choice in choices if choice is not None)


def _choice(entry: Entry, reader: Reader) -> Choice | None:
    name = entry.key.text
    if not check_id(entry.key, reader):
        return None
    event_id = reader.stream.partition("/")[0]
    inner = reader.owned_by(CHOICE.noun, entry.key).drawing(f"{event_id}/choices.{name}")
    fields = CHOICE.fields(entry.value, inner)
    if fields is None:
        return None
    return Choice(
        id=name,
        label=fields.value(_LABEL, EMPTY),
        note=fields.value(_CHOICE_NOTE, EMPTY),
        needs=fields.get(_NEEDS),
        cost=fields.get(_COST),
        effects=fields.value(EFFECTS_KEY, ()),
        result=fields.value(_RESULT, EMPTY),
        teaches=fields.value(TEACHES, ()),
        attract=fields.value(_ATTRACT, 0.0),
        forgoes_treatment=fields.get(_FORGOES) is not None,
    )


_CHOICE_ID: Final = Reference(section="choices", what="choice")


def default_of(node: Node, reader: Reader) -> tuple[ScalarNode, ...] | None:
    """One choice, or two: the second for whom the first is closed."""
    items = node.items if isinstance(node, ListNode) else (node,)
    scalars = tuple(item for item in items if isinstance(item, ScalarNode))
    if not scalars or len(scalars) != len(items) or len(items) > 2:
        wrong_value(node, reader, Text("one choice, or two", "一个或两个选项"), "[keep, stop]")
        return None
    return scalars


CHOICES: Final = Key(
    name="choices",
    shape=Custom(function=choices, forms=(MapOf(noun=CHOICE.noun, item=CHOICE),)),
    label=Text("choices", "选项"),
)
DEFAULT: Final = Key(
    name="default",
    shape=Custom(function=default_of, forms=(_CHOICE_ID, ListOf(item=_CHOICE_ID))),
    label=Text("default", "默认"),
)


def defaults(fields: Fields, choices: tuple[Choice, ...], reader: Reader) -> tuple[int, int]:
    """Indices of the default choice and of the one that stands in for it, −1 for none."""
    names = [choice.id for choice in choices]
    default = fields.entry(DEFAULT)
    if default is not None and not fields.has(CHOICES):
        reader.report("SC407", default.key, variant="no_choices", owner=reader.owner)
        return -1, -1
    if not fields.has(DEFAULT):
        entry = fields.entry(CHOICES)
        if choices and entry is not None:
            reader.report("SC407", entry.key, owner=reader.owner, first=names[0])
        return -1, -1
    found = []
    for scalar in fields.value(DEFAULT, ()):
        if scalar.text in names:
            found.append(names.index(scalar.text))
        else:
            reader.report(
                "SC204",
                scalar,
                variant="choice",
                id=scalar.text,
                event=reader.owner,
                known=", ".join(names),
                meant="",
            )
    return (*found, -1, -1)[0], (*found, -1, -1)[1]
