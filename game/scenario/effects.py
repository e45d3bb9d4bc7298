"""Reads what an event or a choice does: one verb an item, in written order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from game.core.diagnostics import nearest
from game.core.life import Cause
from game.core.source import ListNode, MapNode, Node, ScalarNode
from game.core.text import Text
from game.scenario.changes import CHANGES, LASTING, Effects, add, headless, lasting, set_
from game.scenario.expression.kinds import MONEY
from game.scenario.model import (
    Bill,
    ChangePlan,
    Effect,
    End,
    Gain,
    If,
    Later,
    Move,
    Pay,
    Say,
    TakeJob,
    Teach,
    Trigger,
)
from game.scenario.plans import PLAN
from game.scenario.quantities import SHARE, Span
from game.scenario.reader import Reader
from game.scenario.scalars import CONDITION, ExpressionShape, Id, OneOf, Reference
from game.scenario.schema import (
    Custom,
    Fields,
    Key,
    ListOf,
    Record,
    tell_duplicates,
    wrong_value,
)
from game.scenario.texts import TEXT

AMOUNT: Final = ExpressionShape(kinds=(MONEY,), allows_draws=True)

_EVENT: Final = Reference(section="events", what="event")
_MOST_IFS: Final = 2


def effects(node: Node, reader: Reader) -> Effects | None:
    """A list of effects."""
    if not isinstance(node, ListNode):
        wrong_value(node, reader, Text("a list of effects", "效果列表"), "[pay: 200 yuan]")
        return None
    read: list[Effect] = []
    for item in node.items:
        read += _item(item, reader)
    return tuple(read)


EFFECTS: Final = Custom(function=effects)


def _item(node: Node, reader: Reader) -> Effects:
    if not isinstance(node, MapNode):
        wrong_value(node, reader, Text("an effect", "一个效果"), "pay: 200 yuan")
        return ()
    tell_duplicates(node, reader, Text("this effect", "该效果"))
    if len(node.entries) > 1:
        second = node.entries[1].key
        reader.report("SC216", second, first=node.entries[0].key.text, second=second.text)
    read: list[Effect] = []
    for entry in node.entries:
        verb = VERBS.get(entry.key.text)
        if verb is None:
            _tell_unknown(entry.key, reader)
        else:
            read += verb(entry.value, reader) or ()
    return tuple(read)


def _tell_unknown(key: ScalarNode, reader: Reader) -> None:
    meant = nearest(key.text, VERBS)
    reader.report(
        "SC201",
        key,
        variant="verb",
        hint="meant" if meant else "known",
        key=key.text,
        meant=meant or "",
        known=", ".join(VERBS),
    )


def _one(shape: Any, make: Callable[[Any], Effect]) -> Callable[[Node, Reader], Effects]:
    """A verb of one value."""

    def read(node: Node, reader: Reader) -> Effects:
        value = shape.read(node, reader)
        return () if value is None else (make(value),)

    return read


_AMOUNT: Final = Key(
    name="amount",
    shape=AMOUNT,
    label=Text("amount", "金额"),
    is_required=True,
    example="values.bill",
)
_CAUSE: Final = Key(
    name="cause",
    shape=OneOf(words={cause.name.lower(): cause for cause in Cause}),
    label=Text("cause", "原因"),
    is_required=True,
    example="illness",
)
_LIABLE: Final = Key(name="liable", shape=SHARE, label=Text("third party's share", "第三方责任"))


def _long_bill(fields: Fields, reader: Reader) -> Bill | None:
    amount = fields.get(_AMOUNT)
    if amount is None:
        return None
    cause = fields.value(_CAUSE, Cause.ILLNESS)
    return Bill(amount=amount, cause=cause, liable=fields.value(_LIABLE, 0.0))


_BILL: Final = Record(noun=Text("bill", "账单"), keys=(_AMOUNT, _CAUSE, _LIABLE), build=_long_bill)


def _bill(node: Node, reader: Reader) -> Effects:
    if isinstance(node, MapNode):
        bill = _BILL.read(node, headless(reader))
        return () if bill is None else (bill,)
    amount = AMOUNT.read(node, reader)
    return () if amount is None else (Bill(amount=amount, cause=Cause.ILLNESS),)


_IN: Final = Key(
    name="in",
    shape=Span(example="2..4 years", units=frozenset({"years", "year"}), allows_single=True),
    label=Text("after", "之后"),
    is_required=True,
    example="3 years",
)
_WHICH: Final = Key(
    name="event", shape=_EVENT, label=Text("event", "事件"), is_required=True, example="old_wound"
)
_SHARE: Final = Key(name="chance", shape=SHARE, label=Text("chance", "概率"))


def _later_build(fields: Fields, reader: Reader) -> Later | None:
    years, event = fields.get(_IN), fields.get(_WHICH)
    if years is None or event is None:
        return None
    name = reader.ids.of("events")[event]
    if years[0] < 1:
        wanted = Text(
            "one year or more; for the same year write `trigger`", "至少一年；同一年请用 trigger"
        )
        entry = fields.entry(_IN)
        assert entry is not None
        wrong_value(entry.value, reader, wanted, "3 years")
        return None
    return Later(
        years_low=years[0],
        years_high=years[1],
        event=event,
        chance=fields.value(_SHARE, 1.0),
        stream=reader.streams.next(f"{reader.stream}.later.{name}.chance"),
        stream_years=reader.streams.next(f"{reader.stream}.later.{name}.years"),
    )


_LATER: Final = Record(
    noun=Text("later effect", "后续事件"), keys=(_IN, _WHICH, _SHARE), build=_later_build
)


def _later(node: Node, reader: Reader) -> Effects:
    later = _LATER.read(node, headless(reader))
    return () if later is None else (later,)


_JOB: Final = Reference(section="jobs", what="job")
_IS: Final = Key(
    name="is", shape=_JOB, label=Text("job", "工作"), is_required=True, example="shop_helper"
)
_JOB_RECORD: Final = Record(
    noun=Text("job effect", "换工作"),
    keys=(_IS,),
    build=lambda fields, reader: fields.get(_IS),
    instead={
        "income": Text(
            "another pay is another job: write it under `jobs:`",
            "收入不同就是另一份工作，请写在 `jobs:` 下",
        )
    },
)


def _job(node: Node, reader: Reader) -> Effects:
    shape: Any = _JOB_RECORD if isinstance(node, MapNode) else _JOB
    job = shape.read(node, headless(reader))
    return () if job is None else (TakeJob(job=job),)


_GOAL: Final = Id(section="goals", what="goal")
GOAL_FORMS: Final = (_GOAL, ListOf(item=_GOAL))


def goals(node: Node, reader: Reader) -> tuple[str, ...]:
    """One goal or a list of them."""
    items = node.items if isinstance(node, ListNode) else (node,)
    read = (_GOAL.read(item, reader) for item in items)
    return tuple(goal for goal in read if goal is not None)


def _teach(node: Node, reader: Reader) -> Effects:
    return tuple(Teach(goal=goal) for goal in goals(node, reader))


_CHECK: Final = Key(
    name="check",
    shape=CONDITION,
    label=Text("condition", "条件"),
    is_required=True,
    example='"cash < 0 yuan"',
)
_THEN: Final = Key(
    name="then", shape=EFFECTS, label=Text("then", "则"), is_required=True, example="[…]"
)
_ELSE: Final = Key(name="else", shape=EFFECTS, label=Text("else", "否则"))


def _if_build(fields: Fields, reader: Reader) -> If | None:
    check = fields.get(_CHECK)
    if check is None:
        return None
    return If(check=check, then=fields.value(_THEN, ()), otherwise=fields.value(_ELSE, ()))


_IF: Final = Record(noun=Text("'if'", "条件分支"), keys=(_CHECK, _THEN, _ELSE), build=_if_build)


def _if(node: Node, reader: Reader) -> Effects:
    if reader.depth_of_if >= _MOST_IFS:
        reader.report("SX02", node, variant="if", severity="fatal", limit=str(_MOST_IFS))
        return ()
    branch = _IF.read(node, replace(headless(reader), depth_of_if=reader.depth_of_if + 1))
    return () if branch is None else (branch,)


_ENDS: Final = OneOf(words={"dies": "life", "retires": "work"})


def _end(node: Node, reader: Reader) -> Effects:
    of: Any = _ENDS.read(node, reader)
    if of == "life" and not reader.has_fixed_end:
        reader.report("SC412", node)
        return ()
    return () if of is None else (End(of=of),)


VERBS: Final[Mapping[str, Callable[[Node, Reader], Effects]]] = {
    "pay": _one(AMOUNT, lambda amount: Pay(amount=amount)),
    "gain": _one(AMOUNT, lambda amount: Gain(amount=amount)),
    "bill": _bill,
    "add": add,
    "set": set_,
    "plan": _one(PLAN, lambda plan: ChangePlan(plan=plan)),
    "lasting": lasting,
    "later": _later,
    "trigger": _one(_EVENT, lambda event: Trigger(event=event)),
    "move": _one(Reference(section="places", what="place"), lambda place: Move(place=place)),
    "job": _job,
    "teach": _teach,
    "say": _one(TEXT, lambda text: Say(text=text)),
    "if": _if,
    "end": _end,
}
VERB_SHAPES: Final[Mapping[str, tuple[object, ...]]] = {
    "pay": (AMOUNT,),
    "gain": (AMOUNT,),
    "bill": (AMOUNT, _BILL),
    "add": (CHANGES,),
    "set": (CHANGES,),
    "plan": (PLAN,),
    "lasting": (LASTING,),
    "later": (_LATER,),
    "trigger": (_EVENT,),
    "move": (Reference(section="places", what="place"),),
    "job": (_JOB, _JOB_RECORD),
    "teach": GOAL_FORMS,
    "say": (TEXT,),
    "if": (_IF,),
    "end": (_ENDS,),
}
"""What may stand behind each verb, for the schema."""
