"""Reads what a test plays: plans decided, and events met with a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.core.source import Entry, MapNode, Node
from game.core.text import Text
from game.scenario.model import PlanFields
from game.scenario.plans import PLAN
from game.scenario.quantities import AGE
from game.scenario.reader import Reader
from game.scenario.scalars import ExpressionShape, Reference
from game.scenario.schema import Custom, Fields, Key, Record, TextMap
from game.scenario.source_nodes import child_of, word_of
from game.scenario.trials import Decide, Meet, Step

_EVENT: Final = Reference(section="events", what="event")
_MEASURE: Final = ExpressionShape(kinds=())

_PLAN_NAMES: Final = {"plan.pension": "pension", "plan.medical": "medical", "plan.base": "base"}


def _decide(node: Node, reader: Reader) -> PlanFields | None:
    """A plan whose keys may be written in full, ``plan.pension``, as in conditions."""
    if isinstance(node, MapNode):
        node = replace(node, entries=tuple(_short(entry) for entry in node.entries))
    return PLAN.read(node, reader)


def _short(entry: Entry) -> Entry:
    name = entry.key.text
    short = _PLAN_NAMES.get(name) or name.removeprefix("plan.")
    return entry if short == name else Entry(key=replace(entry.key, text=short), value=entry.value)


def _drawn(entry: Entry, reader: Reader) -> tuple[str, float] | None:
    value = _MEASURE.read(entry.value, reader)
    number = None if value is None else value.constant
    if value is not None and number is None:
        reader.report("SC804", entry.value, key=entry.key.text)
    return None if number is None else (entry.key.text, number)


_ANY_PLAN: Final[TextMap[None]] = TextMap(
    wanted=Text("a plan", "方案"), example="{pension: none}", entry=lambda entry, reader: None
)
_AGE: Final = Key(name="age", shape=AGE, label=Text("age", "年龄"), is_required=True, example="30")
_DECIDE: Final = Key(
    name="decide",
    shape=Custom(function=_decide, item=PLAN, forms=(_ANY_PLAN,)),
    label=Text("decide", "决定"),
)
_MEET: Final = Key(name="event", shape=_EVENT, label=Text("event", "事件"))
_CHOOSE: Final = Key(
    name="choose", shape=Custom(function=lambda node, reader: node), label=Text("choose", "选择")
)
_VALUES: Final = Key(
    name="values",
    shape=TextMap(
        wanted=Text("names and amounts", "名称和数值"), example="{bill: 30000 yuan}", entry=_drawn
    ),
    label=Text("values", "数值"),
)


def _step(fields: Fields, reader: Reader) -> Step | None:
    age, plan, event = fields.get(_AGE), fields.get(_DECIDE), fields.get(_MEET)
    entry = fields.entry(_AGE)
    if fields.has(_DECIDE) == fields.has(_MEET):
        reader.report("SC805", reader.owner_place)
        return None
    if age is None or entry is None:
        return None
    if plan is not None:
        return Decide(age=int(age), plan=plan, place=entry.key.place)
    if event is None:
        return None
    return Meet(
        age=int(age),
        event=event,
        choice=_choice(fields, event, reader),
        values=_values(fields, event, reader),
        place=entry.key.place,
    )


def _choice(fields: Fields, event: int, reader: Reader) -> int | None:
    entry = fields.entry(_CHOOSE)
    if entry is None:
        return None
    name = reader.ids.of("events")[event]
    known = reader.vocabulary.choices.get(name, ())
    word = word_of(entry.value)
    if word in known:
        return known.index(word)
    owner = Text(f"event '{name}'", f"事件“{name}”")
    reader.report(
        "SC204",
        entry.value,
        variant="choice",
        id=word,
        event=owner,
        known=", ".join(known) or "–",
        meant="",
    )
    return None


def _values(fields: Fields, event: int, reader: Reader) -> tuple[tuple[str, float], ...]:
    given = fields.value(_VALUES, ())
    name = reader.ids.of("events")[event]
    written = child_of(reader.ids.sections["events"][name].value, "values")
    known = [entry.key.text for entry in written.entries] if isinstance(written, MapNode) else []
    entry = fields.entry(_VALUES)
    for value, _ in given:
        if value not in known and entry is not None:
            listed = ", ".join(known) or "–"
            reader.report("SC805", entry.value, variant="value", name=value, known=listed)
    return given


STEP: Final = Record(
    noun=Text("step", "步骤"), keys=(_AGE, _DECIDE, _MEET, _CHOOSE, _VALUES), build=_step
)
