"""Reads what is said at the end, and the parts a pack adds to the score."""

from __future__ import annotations

from typing import Final

from game.core.text import EMPTY, Text
from game.scenario.effects import GOAL_FORMS, goals
from game.scenario.events import WHEN
from game.scenario.quantities import FACTOR
from game.scenario.reader import Reader
from game.scenario.scalars import ExpressionShape
from game.scenario.schema import Custom, Fields, Key, Record
from game.scenario.teaching import DebriefLine, ScorePart
from game.scenario.texts import TEXT

MOST_OWN_PARTS: Final = 4
"""Parts a pack may add to the score."""
WEIGHT_OF: Final = "score."
"""What stands before an own part's id among the figures of the score."""
_EXAMPLE: Final = '{en: "…", zh: "…"}'
_TEXT: Final = Key(
    name="text", shape=TEXT, label=Text("text", "文本"), is_required=True, example=_EXAMPLE
)
_GOALS: Final = Key(
    name="goals",
    shape=Custom(function=goals, forms=GOAL_FORMS),
    label=Text("learning goals", "学习目标"),
)
DEBRIEF: Final = Record(
    noun=Text("line of the debrief", "总结"),
    keys=(WHEN, _TEXT, _GOALS),
    build=lambda fields, reader: DebriefLine(
        when=fields.get(WHEN), text=fields.value(_TEXT, EMPTY), goals=fields.value(_GOALS, ())
    ),
)

_OF: Final = Key(
    name="of",
    shape=ExpressionShape(kinds=()),
    label=Text("amount", "指标"),
    is_required=True,
    example="pension",
)
_LABEL: Final = Key(
    name="label", shape=TEXT, label=Text("label", "名称"), is_required=True, example=_EXAMPLE
)
_WEIGHT: Final = Key(
    name="weight", shape=FACTOR, label=Text("weight", "权重"), is_required=True, example="1"
)
_CONSTANT: Final = ExpressionShape(kinds=())
_GOOD: Final = Key(
    name="good",
    shape=_CONSTANT,
    label=Text("good end", "满分值"),
    is_required=True,
    example="3000 yuan/month",
)
_BAD: Final = Key(
    name="bad",
    shape=_CONSTANT,
    label=Text("bad end", "零分值"),
    is_required=True,
    example="500 yuan/month",
)


def _part(fields: Fields, reader: Reader) -> ScorePart | None:
    of = fields.get(_OF)
    ends = []
    for key in (_GOOD, _BAD):
        end, entry = fields.get(key), fields.entry(key)
        if end is None or of is None or entry is None:
            return None
        value = end.constant
        if value is None:
            reader.report("SC804", entry.value, key=key.name)
            return None
        if end.kind != of.kind and end.kind != "number":
            reader.report("SC804", entry.value, variant="kind", key=key.name)
            return None
        ends.append(value)
    if of is None or ends[0] == ends[1]:
        reader.report("SC804", reader.owner_place, variant="same", owner=reader.owner)
        return None
    return ScorePart(
        id=reader.id,
        label=fields.value(_LABEL, EMPTY),
        of=of,
        weight=fields.value(_WEIGHT, 0.0),
        good=ends[0],
        bad=ends[1],
    )


SCORE: Final = Record(
    noun=Text("part of the score", "评分项"),
    keys=(_OF, _LABEL, _WEIGHT, _GOOD, _BAD),
    build=_part,
)
