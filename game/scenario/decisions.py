"""Reads when the standing plan is asked for, and among what."""

from __future__ import annotations

from typing import Final

from game.core.text import EMPTY, Text
from game.scenario.choices import TEACHES
from game.scenario.events import BODY, WHEN
from game.scenario.model import (
    Decision,
)
from game.scenario.plans import SCHEME_WORDS
from game.scenario.quantities import (
    AGE,
    YEARLY,
    Quantity,
)
from game.scenario.schema import (
    Key,
    ListOf,
    Record,
)

_ASK_AT: Final = Key(
    name="ask_at",
    shape=ListOf(item=AGE, example="[22, 30]"),
    label=Text("asked at", "询问年龄"),
    is_required=True,
    example="[22, 30, 40]",
)
_SCHEMES: Final = ListOf(item=SCHEME_WORDS, example="[none, resident, employee]")
_PENSION: Final = Key(
    name="pension",
    shape=_SCHEMES,
    label=Text("pension", "养老"),
    is_required=True,
    example="[none, resident, employee]",
)
_MEDICAL: Final = Key(
    name="medical",
    shape=_SCHEMES,
    label=Text("medical", "医疗"),
    is_required=True,
    example="[none, resident, employee]",
)
_BASES: Final = Key(
    name="bases",
    shape=ListOf(
        item=Quantity(units={"%": 0.01}, example="60%", low=0.4, high=3.0), example="[60%, 100%]"
    ),
    label=Text("bases", "缴费基数"),
    is_required=True,
    example="[60%, 100%]",
)
_TIERS: Final = Key(
    name="tiers",
    shape=ListOf(item=YEARLY, example="[200 yuan/year]"),
    label=Text("tiers", "档次"),
    is_required=True,
    example="[200 yuan/year]",
)
DECISION: Final = Record(
    noun=Text("decision", "决定"),
    keys=(_ASK_AT, WHEN, _PENSION, _MEDICAL, _BASES, _TIERS, BODY, TEACHES),
    build=lambda fields, reader: Decision(
        ask_at=tuple(int(age) for age in fields.value(_ASK_AT, ())),
        when=fields.get(WHEN),
        pension_options=fields.value(_PENSION, ()),
        medical_options=fields.value(_MEDICAL, ()),
        bases=fields.value(_BASES, ()),
        tiers=fields.value(_TIERS, ()),
        text=fields.value(BODY, EMPTY),
    ),
    instead={
        "sets": Text("`plan` sets the whole plan", "`plan` 一次决定整个方案"),
        "options": Text(
            "write `pension: […]` and `medical: […]`", "请写 `pension: […]` 和 `medical: […]`"
        ),
        "if_cannot_pay": Text(
            "write `borrow: yes` in a plan to pay on credit",
            "要借钱缴费，请在方案里写 `borrow: yes`",
        ),
        "free": Text("the plan may be changed every year anyway", "方案每年都可以改，不必写"),
    },
)
