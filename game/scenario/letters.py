"""Reads letters: notices that something has changed, cards without a choice."""

from __future__ import annotations

from typing import Final

from game.core.text import EMPTY, Text
from game.scenario.choices import TEACHES
from game.scenario.events import WHEN
from game.scenario.moments import MOMENT
from game.scenario.quantities import Quantity
from game.scenario.reader import Reader
from game.scenario.schema import Fields, Key, Record
from game.scenario.teaching import Letter
from game.scenario.texts import TEXT

_EXAMPLE: Final = '{en: "…", zh: "…"}'
_ONCE_AFTER: Final = Key(name="once_after", shape=MOMENT, label=Text("once after", "在此之后"))
_SUBJECT: Final = Key(
    name="subject", shape=TEXT, label=Text("subject", "标题"), is_required=True, example=_EXAMPLE
)
_TEXT: Final = Key(
    name="text", shape=TEXT, label=Text("text", "文本"), is_required=True, example=_EXAMPLE
)
_WHAT_CHANGED: Final = Key(name="what_changed", shape=TEXT, label=Text("what changed", "有何变化"))
_DO: Final = Key(name="do", shape=TEXT, label=Text("what to do", "要办什么"))
_BY: Final = Key(
    name="by",
    shape=Quantity(
        units={"months": 1.0, "month": 1.0}, example="3 months", low=1.0, high=120.0, is_whole=True
    ),
    label=Text("within", "期限"),
)


def _letter(fields: Fields, reader: Reader) -> Letter | None:
    if not fields.has(WHEN) and not fields.has(_ONCE_AFTER):
        reader.report("SC410", reader.owner_place, variant="none", owner=reader.owner)
    months = fields.get(_BY)
    return Letter(
        id=reader.id,
        when=fields.get(WHEN),
        once_after=fields.get(_ONCE_AFTER),
        subject=fields.value(_SUBJECT, EMPTY),
        text=fields.value(_TEXT, EMPTY),
        what_changed=fields.value(_WHAT_CHANGED, EMPTY),
        do=fields.value(_DO, EMPTY),
        by_months=None if months is None else int(months),
        teaches=fields.value(TEACHES, ()),
    )


LETTER: Final = Record(
    noun=Text("letter", "通知"),
    keys=(WHEN, _ONCE_AFTER, _SUBJECT, _TEXT, _WHAT_CHANGED, _DO, _BY, TEACHES),
    build=_letter,
    instead={
        "choices": Text(
            "a letter has no choices; write an event", "通知没有选项；需要选项请写成事件"
        ),
        "title": Text("write `subject`", "请写 `subject`"),
    },
)
