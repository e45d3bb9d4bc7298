"""Reads a standing plan, or the part of one that changes."""

from __future__ import annotations

from typing import Final

from game.core.life import Scheme
from game.core.text import Text
from game.scenario.model import PlanFields
from game.scenario.quantities import (
    SHARE,
    YEARLY,
    YEARS,
    Quantity,
)
from game.scenario.reader import Reader
from game.scenario.scalars import YES_OR_NO, OneOf
from game.scenario.schema import Fields, Key, Record

SCHEME_WORDS: Final = OneOf(
    words={"none": Scheme.NONE, "resident": Scheme.RESIDENT, "employee": Scheme.EMPLOYEE}
)

_PENSION: Final = Key(name="pension", shape=SCHEME_WORDS, label=Text("pension", "养老"))
_BASE: Final = Key(
    name="base",
    shape=Quantity(units={"%": 0.01}, example="60%", low=0.4, high=3.0),
    label=Text("contribution base", "缴费基数"),
)
_TIER: Final = Key(name="tier", shape=YEARLY, label=Text("resident tier", "居民缴费档次"))
_MEDICAL: Final = Key(name="medical", shape=SCHEME_WORDS, label=Text("medical", "医疗"))
_PRIVATE: Final = Key(name="private", shape=YEARLY, label=Text("private pension", "个人养老金"))
_SAVINGS: Final = Key(name="savings", shape=SHARE, label=Text("savings", "储蓄"))
_PACE: Final = Key(
    name="pace",
    shape=Quantity(units={"%": 0.01}, example="100%", low=0.5, high=1.5),
    label=Text("pace of work", "工作节奏"),
)
_BORROW: Final = Key(name="borrow", shape=YES_OR_NO, label=Text("pay on credit", "借钱缴费"))
_CLAIM: Final = Key(name="claim_age", shape=YEARS, label=Text("claiming age", "领取年龄"))


def _plan(fields: Fields, reader: Reader) -> PlanFields:
    return PlanFields(
        pension=fields.get(_PENSION),
        base=fields.get(_BASE),
        tier=fields.get(_TIER),
        medical=fields.get(_MEDICAL),
        private_per_year=fields.get(_PRIVATE),
        savings=fields.get(_SAVINGS),
        pace=fields.get(_PACE),
        can_borrow=fields.get(_BORROW),
        claim_age=fields.get(_CLAIM),
    )


PLAN: Final = Record(
    noun=Text("plan", "方案"),
    keys=(_PENSION, _BASE, _TIER, _MEDICAL, _PRIVATE, _SAVINGS, _PACE, _BORROW, _CLAIM),
    build=_plan,
)
