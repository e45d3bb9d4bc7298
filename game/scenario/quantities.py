"""Shapes of numbers: quantities with units, ranges, chances, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.core.source import Node, ScalarNode
from game.core.text import Text
from game.rules.dated import Date
from game.scenario.reader import Reader
from game.scenario.schema import wrong_value

_QUANTITY: Final = re.compile(r"([-+]?\d{1,15}(?:\.\d{1,9})?)\s*([^\d\s].*)?")
_RANGE: Final = re.compile(r"(\d{1,4})\s*\.\.\s*(\d{1,4})(?:\s+([a-z]+))?")
_CHANCE: Final = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)\s*%\s*(.*)")
_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")

_PER_CENT: Final = 0.01
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with a unit; ``units`` gives the factor of each accepted one, "" for none."""

    units: Mapping[str, float]
    example: str
    low: float = -1e12
    high: float = 1e12
    is_whole: bool = False

    def read(self, node: Node, reader: Reader) -> float | None:
        """The number in the shape's own unit."""
        match = _QUANTITY.fullmatch(node.text) if isinstance(node, ScalarNode) else None
        if match is None or not isinstance(node, ScalarNode):
            wrong_value(node, reader, self._wanted(), self.example)
            return None
        number, unit = match.group(1), (match.group(2) or "").strip()
        if unit not in self.units:
            self._tell_unit(node, number, unit, reader)
            return None
        value = float(number) * self.units[unit]
        if not self.low <= value <= self.high or (self.is_whole and value != int(value)):
            variant = "whole" if self.low <= value <= self.high else ""
            reader.report(
                "SC213",
                node,
                variant=variant,
                value=node.text,
                low=_plain(self.low),
                high=_plain(self.high),
            )
            return None
        return value

    def _wanted(self) -> Text:
        if set(self.units) == {""}:
            return Text("a number", "数字")
        return Text("a number with its unit", "带单位的数字")

    def _tell_unit(self, node: ScalarNode, number: str, unit: str, reader: Reader) -> None:
        proposed = next(iter(self.units))
        if set(self.units) == {""}:
            wrong_value(node, reader, self._wanted(), self.example)
            return
        better = f"{number}{proposed}" if proposed == "%" else f"{number} {proposed}".strip()
        if not unit and proposed.startswith("yuan"):
            reader.report("SC309", node, better=better)
            return
        variant = "unit" if unit else "no_unit"
        reader.report("SC212", node, variant=variant, value=node.text, unit=unit, better=better)


def _plain(number: float) -> str:
    return f"{number:g}"


MONEY: Final = Quantity(units={"yuan": 1.0}, example="2500 yuan")
FLOW: Final = Quantity(
    units={"yuan/month": 1.0, "yuan/year": 1 / 12}, example="800 yuan/month", low=0.0
)
YEARLY: Final = Quantity(
    units={"yuan/year": 1.0, "yuan/month": 12.0}, example="200 yuan/year", low=0.0
)
YEARS: Final = Quantity(
    units={"years": 1.0, "year": 1.0, "months": 1 / 12, "month": 1 / 12, "": 1.0},
    example="20 years",
    low=0.0,
    high=120.0,
)
MONTHS: Final = Quantity(
    units={"months": 1.0, "month": 1.0, "years": 12.0, "year": 12.0},
    example="8 months",
    low=0.0,
    high=1200.0,
)
AGE: Final = Quantity(
    units={"": 1.0, "years": 1.0}, example="22", low=0.0, high=120.0, is_whole=True
)
CALENDAR_YEAR: Final = Quantity(
    units={"": 1.0}, example="2030", low=1900.0, high=2200.0, is_whole=True
)
POINTS: Final = Quantity(units={"points": 1.0, "": 1.0}, example="60 points", low=0.0, high=100.0)
HOURS: Final = Quantity(units={"hours/week": 1.0}, example="54 hours/week", low=0.0, high=168.0)
SHARE: Final = Quantity(units={"%": _PER_CENT}, example="60%", low=0.0, high=1.0)
CHANGE: Final = Quantity(units={"%": _PER_CENT}, example="-50%", low=-1.0, high=100.0)
FACTOR: Final = Quantity(units={"": 1.0, "times": 1.0}, example="1.3", low=0.0, high=1000.0)
PLAIN: Final = Quantity(units={"": 1.0}, example="3")
COUNT: Final = Quantity(units={"": 1.0}, example="3", low=0.0, high=1000.0, is_whole=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A range ``a..b`` of whole numbers, with or without a unit; or one number for both."""

    example: str = "20..60"
    units: frozenset[str] = frozenset({""})
    allows_single: bool = False

    def read(self, node: Node, reader: Reader) -> tuple[int, int] | None:
        """First and last number, both inside."""
        text = node.text if isinstance(node, ScalarNode) else ""
        match = _RANGE.fullmatch(text)
        if match is None and self.allows_single and re.fullmatch(r"\d{1,4} ?[a-z]*", text):
            number, _, unit = text.partition(" ")
            match = _RANGE.fullmatch(f"{number}..{number} {unit}".strip())
        if match is None or (match.group(3) or "") not in self.units:
            wanted = Text("a range such as ", "范围，例如 ")
            wrong_value(
                node,
                reader,
                Text(f"{wanted.en}{self.example}", f"{wanted.zh}{self.example}"),
                self.example,
            )
            return None
        low, high = int(match.group(1)), int(match.group(2))
        if low > high:
            reader.report("SC213", node, variant="order", value=text, better=f"{high}..{low}")
            return None
        return low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceShape:
    """``4% per year``: the only period there is."""

    def read(self, node: Node, reader: Reader) -> float | None:
        """The chance in one year, 0–1."""
        match = _CHANCE.fullmatch(node.text) if isinstance(node, ScalarNode) else None
        if match is None or not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text("a chance in one year", "年概率"), "4% per year")
            return None
        if match.group(2) != "per year":
            end = node.text.index("%") + 1
            reader.report("SC401", node.place_of(0, end), better=f"{node.text[:end]} per year")
            return None
        value = float(match.group(1)) * _PER_CENT
        if value > 1.0:
            reader.report("SC213", node, value=node.text, low="0%", high="100%")
            return None
        return value


def date_of(node: ScalarNode, reader: Reader) -> Date | None:
    """A date ``2026-01-01``, checked by the calendar; tells what is wrong with it."""
    match = _DATE.fullmatch(node.text)
    if match:
        year, month, day = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= _days(year, month) and year >= 1900:
            return (year, month, day)
    reader.report("SC501", node, value=node.text)
    return None


def _days(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not is_leap else _DAYS[month - 1]


def month_of(node: Node, reader: Reader) -> tuple[int, int] | None:
    """A month ``2026-01``."""
    match = _MONTH.fullmatch(node.text) if isinstance(node, ScalarNode) else None
    if match and 1 <= int(match.group(2)) <= 12 and 1900 <= int(match.group(1)) <= 2200:
        return int(match.group(1)), int(match.group(2))
    if isinstance(node, ScalarNode):
        reader.report("SC501", node, variant="month", value=node.text)
    else:
        wrong_value(node, reader, Text("a month", "年月"), "2026-01")
    return None
