"""Kinds of values an expression works with, and the units they are written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from game.core.text import Text

Kind: TypeAlias = str
"""One of the constants below, or the name of a set of labels such as ``place``."""

MONEY: Final = "money"
FLOW: Final = "money_per_month"
TIME: Final = "time"
HOURS: Final = "hours"
POINTS: Final = "points"
NUMBER: Final = "number"
YES_NO: Final = "yes_no"
BARE: Final = "bare"
"""A literal without unit: takes the unit of what stands beside it, except money."""
UNKNOWN: Final = "?"
"""A part already reported; it goes with everything, so that one slip is told once."""

PLACE: Final = "place"
JOB: Final = "job"
PROFILE: Final = "profile"
SEX: Final = "sex"
SCHEME: Final = "scheme"

MONTHS_A_YEAR: Final = 12.0
MONEY_KINDS: Final = frozenset({MONEY, FLOW})
MEASURES: Final = frozenset({MONEY, FLOW, TIME, HOURS, POINTS, NUMBER, BARE})
"""Kinds one can add, compare by size and scale."""

UNITS: Final[Mapping[str, tuple[Kind, float]]] = {
    "%": (NUMBER, 0.01),
    "times": (NUMBER, 1.0),
    "yuan": (MONEY, 1.0),
    "yuan/month": (FLOW, 1.0),
    "yuan/year": (FLOW, 1.0 / MONTHS_A_YEAR),
    "month": (TIME, 1.0 / MONTHS_A_YEAR),
    "months": (TIME, 1.0 / MONTHS_A_YEAR),
    "year": (TIME, 1.0),
    "years": (TIME, 1.0),
    "hours/week": (HOURS, 1.0),
    "point": (POINTS, 1.0),
    "points": (POINTS, 1.0),
}
"""Unit as written → kind, and the factor to what a ``Scope`` gives (yuan, months' flow, years)."""

UNIT_OF: Final[Mapping[Kind, str]] = {
    MONEY: "yuan",
    FLOW: "yuan/month",
    TIME: "years",
    HOURS: "hours/week",
    POINTS: "points",
    NUMBER: "%",
}
"""The unit to propose where one of this kind is missing."""

KIND_WORDS: Final[Mapping[Kind, Text]] = {
    MONEY: Text("an amount of money", "金额"),
    FLOW: Text("money per month", "每月金额"),
    TIME: Text("a time", "时间"),
    HOURS: Text("hours per week", "每周小时数"),
    POINTS: Text("points", "分数"),
    NUMBER: Text("a number", "数字"),
    BARE: Text("a number", "数字"),
    YES_NO: Text("yes or no", "条件（是或否）"),
    PLACE: Text("a place", "地点"),
    JOB: Text("a job", "工作"),
    PROFILE: Text("a profile", "人物"),
    SEX: Text("a sex", "性别"),
    SCHEME: Text("a scheme", "参保方式"),
}


def words_of(kind: Kind) -> Text:
    """What a kind is called in a message."""
    return KIND_WORDS.get(kind, Text("a word", "选项"))
