"""Shapes of single words: texts, numbers with units, ranges, chances, dates, ids, expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from game.core.diagnostics import nearest
from game.core.source import MapNode, Node, ScalarNode
from game.core.text import FORMATS, PLACEHOLDER, Language, Text
from game.rules.dated import Date
from game.scenario.expression.kinds import Kind
from game.scenario.model import Expression
from game.scenario.reader import Reader
from game.scenario.schema import tell_duplicates, wrong_value

T = TypeVar("T")

NUMBER: Final = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,9})?")
_QUANTITY: Final = re.compile(r"([-+]?\d{1,15}(?:\.\d{1,9})?)\s*([^\d\s].*)?")
_RANGE: Final = re.compile(r"(\d{1,4})\s*\.\.\s*(\d{1,4})(?:\s+([a-z]+))?")
_CHANCE: Final = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)\s*%\s*(.*)")
_DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_LONE_BRACE: Final = re.compile(r"[{}]")
_PER_CENT: Final = 0.01
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """A text: ``{en: …, zh: …}``, or one plain string for all languages."""

    def read(self, node: Node, reader: Reader) -> Text | None:
        """The text, its placeholders checked."""
        if isinstance(node, ScalarNode):
            _check_placeholders(node, reader)
            if not node.text.isascii() or any(sign.isalpha() for sign in node.text):
                reader.report("SC601", node, variant="plain", severity="tip")
            return Text(node.text, node.text)
        if not isinstance(node, MapNode):
            wrong_value(node, reader, Text("a text", "文本"), '{en: "…", zh: "…"}')
            return None
        return _of_languages(node, reader)


def _of_languages(node: MapNode, reader: Reader) -> Text | None:
    tell_duplicates(node, reader, reader.owner)
    words: dict[str, ScalarNode] = {}
    for entry in node.entries:
        if entry.key.text not in ("en", "zh"):
            reader.report(
                "SC201", entry.key, hint="known", key=entry.key.text, noun=Text("text", "文本"),
                known="en, zh",
            )
        elif not isinstance(entry.value, ScalarNode):
            wrong_value(entry.value, reader, Text("a text in quotes", "带引号的文本"), '"…"')
        else:
            _check_placeholders(entry.value, reader)
            words.setdefault(entry.key.text, entry.value)
    _tell_missing_language(node, words, reader)
    if not words:
        return None
    first = next(iter(words.values())).text
    texts = {language: scalar.text for language, scalar in words.items()}
    return Text(texts.get("en", first), texts.get("zh", first))


def _tell_missing_language(
    node: MapNode, words: Mapping[str, ScalarNode], reader: Reader
) -> None:
    missing = [language for language in reader.languages if language not in words]
    for language in missing:
        reader.report("SC601", node, severity="warning", language=_LANGUAGE_NAMES[language])
    if missing or len(words) < 2:
        return
    here, there = (set(_placeholders(words[language].text)) for language in ("en", "zh"))
    for name in sorted(here ^ there):
        lacking: Language = "zh" if name in here else "en"
        other: Language = "en" if name in here else "zh"
        reader.report(
            "SC603", words[lacking], severity="warning", name=name,
            language=_LANGUAGE_NAMES[lacking], other=_LANGUAGE_NAMES[other],
        )


_LANGUAGE_NAMES: Final[Mapping[Language, Text]] = {
    "en": Text("English", "英文"),
    "zh": Text("Chinese", "中文"),
}


def _placeholders(text: str) -> list[str]:
    return [match.group(1) for match in PLACEHOLDER.finditer(text) if match.group(1)]


def _check_placeholders(node: ScalarNode, reader: Reader) -> None:
    text = node.text
    if "{" not in text and "}" not in text:
        return
    names = reader.vocabulary.names
    for match in PLACEHOLDER.finditer(text):
        name, form = match.group(1), match.group(2)
        if name is None:
            continue
        if name not in names and f"values.{name}" not in names:
            values = [n.removeprefix("values.") for n in names if n.startswith("values.")]
            meant = nearest(name, values) or nearest(name, names)
            reader.report(
                "SC604", node.place_of(*match.span()), hint="meant" if meant else "",
                name=name, meant=meant or "",
            )
        elif form is not None and form not in FORMATS:
            reader.report(
                "SC604", node.place_of(*match.span()), variant="format", name=form,
                known=", ".join(FORMATS),
            )
    if lone := _LONE_BRACE.search(PLACEHOLDER.sub(lambda m: " " * len(m.group()), text)):
        reader.report("SC604", node.place_of(*lone.span()), variant="brace", sign=lone.group())


@dataclass(frozen=True, slots=True, kw_only=True)
class WordShape:
    """A string taken as it is: a picture's name, a province, an address."""

    wanted: Text = Text("a word", "一个词")
    example: str = "word"
    pattern: str = r".{1,400}"

    def read(self, node: Node, reader: Reader) -> str | None:
        """The string."""
        if not isinstance(node, ScalarNode) or not re.fullmatch(self.pattern, node.text):
            wrong_value(node, reader, self.wanted, self.example)
            return None
        return node.text


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Generic[T]):
    """One of a few words."""

    words: Mapping[str, T]

    def read(self, node: Node, reader: Reader) -> T | None:
        """What the word stands for."""
        if isinstance(node, ScalarNode) and node.text in self.words:
            return self.words[node.text]
        known = ", ".join(self.words)
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text(f"one of: {known}", f"以下之一：{known}"), known)
            return None
        meant = nearest(node.text, self.words)
        reader.report(
            "SC212", node, variant="word", hint="meant" if meant else "", value=node.text,
            meant=meant or "", known=known,
        )
        return None


def words(*names: str) -> OneOf[str]:
    """A shape of words that stand for themselves."""
    return OneOf(words={name: name for name in names})


YES_OR_NO: Final = OneOf(words={"yes": True, "no": False})


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
                "SC213", node, variant=variant, value=node.text, low=_plain(self.low),
                high=_plain(self.high),
            )
            return None
        return value

    def _wanted(self) -> Text:
        return Text("a number with its unit", "带单位的数字")

    def _tell_unit(self, node: ScalarNode, number: str, unit: str, reader: Reader) -> None:
        proposed = next(iter(self.units))
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
AGE: Final = Quantity(
    units={"": 1.0, "years": 1.0}, example="22", low=0.0, high=120.0, is_whole=True
)
CALENDAR_YEAR: Final = Quantity(
    units={"": 1.0}, example="2030", low=1900.0, high=2200.0, is_whole=True
)
POINTS: Final = Quantity(units={"points": 1.0, "": 1.0}, example="60 points", low=0.0, high=100.0)
HOURS: Final = Quantity(units={"hours/week": 1.0}, example="54 hours/week", low=0.0, high=168.0)
SHARE: Final = Quantity(units={"%": _PER_CENT}, example="60%", low=0.0, high=1.0)
PER_CENT: Final = Quantity(units={"%": _PER_CENT}, example="100%", low=0.0, high=10.0)
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
            wrong_value(node, reader, Text(f"{wanted.en}{self.example}", f"{wanted.zh}{self.example}"), self.example)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The id of something defined elsewhere, read as its index."""

    section: str
    what: str
    """``place``, ``job``, …: chooses the words of the message."""

    def read(self, node: Node, reader: Reader) -> int | None:
        """Index of what the id names."""
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text("an id", "一个 id"), "id")
            return None
        index = reader.ids.index(self.section, node.text)
        if index is None:
            tell_unknown_id(node, self.section, self.what, reader)
        return index


@dataclass(frozen=True, slots=True, kw_only=True)
class Id:
    """The id of something defined elsewhere, kept as a word."""

    section: str
    what: str

    def read(self, node: Node, reader: Reader) -> str | None:
        """The id, known to exist."""
        index = Reference(section=self.section, what=self.what).read(node, reader)
        return None if index is None else reader.ids.of(self.section)[index]


def tell_unknown_id(node: ScalarNode, section: str, what: str, reader: Reader) -> None:
    """The finding for an id nobody defined, with the nearest one that exists."""
    known = reader.ids.sections.get(section, {})
    meant = nearest(node.text, known)
    code, variant = ("SC203", "") if what == "event" else ("SC204", what)
    listed = ", ".join(list(known)[:8])
    where = str(known[meant].key.place).rpartition(":")[0] if meant else ""
    reader.report(
        code, node, variant=variant, hint="meant" if meant else "", id=node.text,
        meant=meant or "", known=listed, where=where, event="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionShape:
    """A condition or an amount."""

    kinds: tuple[Kind, ...]
    allows_draws: bool = field(default=False)

    def read(self, node: Node, reader: Reader) -> Expression | None:
        """The compiled expression."""
        if not isinstance(node, ScalarNode):
            wrong_value(node, reader, Text("a condition or an amount", "条件或金额"), '"age > 40"')
            return None
        return reader.expression(node, self.kinds, draws=self.allows_draws)


TEXT: Final = TextShape()
CONDITION: Final = ExpressionShape(kinds=("yes_no",))
