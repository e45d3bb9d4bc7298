"""Reads parameters, tables and the life table into the law the engine asks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from game.core.errors import LawError
from game.core.source import Entry, MapNode, Node, ScalarNode
from game.core.text import EMPTY, Text
from game.rules.dated import HOLD, UNITS, Afterwards, DatedValue, Parameter, Status, Unit
from game.rules.dated import Source as LawSource
from game.scenario.model import Source
from game.scenario.quantities import PLAIN, date_of
from game.scenario.reader import Reader
from game.scenario.scalars import OneOf, WordShape
from game.scenario.schema import Custom, Fields, Key, ListOf, Record, TextMap, wrong_value
from game.scenario.texts import NAME_OF_DOCUMENT, TEXT

JUMP: Final = 4.0
YEARLY: Final = (10.0, 14.5)
_STATUS: Final[OneOf[Status]] = OneOf(
    words={
        "official": "official",
        "estimate": "estimate",
        "assumed": "assumed",
        "placeholder": "placeholder",
    }
)
_UNIT_WORDS: Final[OneOf[Unit]] = OneOf(words={unit: unit for unit in UNITS})

# --- sources -----------------------------------------------------------------------------------


def _link(node: Node, reader: Reader) -> str | None:
    link = WordShape(wanted=Text("a link", "链接"), example='"https://…"').read(node, reader)
    if link is not None and not link.startswith("https://"):
        reader.report("SC507", node, severity="warning")
    return link


_TITLE: Final = Key(
    name="title",
    shape=NAME_OF_DOCUMENT,
    label=Text("title", "名称"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)

_URL: Final = Key(name="url", shape=Custom(function=_link), label=Text("link", "链接"))
_SECTION: Final = Key(name="section", shape=WordShape(), label=Text("section", "章节"))
_PAGE: Final = Key(name="page", shape=WordShape(), label=Text("page", "页码"))
_ACCESSED: Final = Key(name="accessed", shape=WordShape(), label=Text("looked up", "查阅日期"))
SOURCE_STATUS: Final[Key[Status]] = Key(name="status", shape=_STATUS, label=Text("status", "性质"))


def _source(fields: Fields, reader: Reader) -> Source:
    return Source(
        title=fields.value(_TITLE, EMPTY),
        status=fields.value(SOURCE_STATUS, "assumed"),
        url=fields.value(_URL, ""),
        section=fields.value(_SECTION, fields.value(_PAGE, "")),
        accessed=fields.value(_ACCESSED, ""),
    )


SOURCE: Final = Record(
    noun=Text("source", "来源"),
    keys=(_TITLE, _URL, _SECTION, _PAGE, _ACCESSED, SOURCE_STATUS),
    build=_source,
)


def law_source(source: Source) -> LawSource:
    """The same source as the law's own noun."""
    return LawSource(
        title=source.title, url=source.url, section=source.section, accessed=source.accessed
    )


# --- parameters --------------------------------------------------------------------------------

VALUE: Final = Key(name="value", shape=PLAIN, label=Text("value", "数值"), is_required=True)
_VALUE_SOURCE: Final = Key(name="source", shape=SOURCE, label=Text("source", "来源"))
_ONE_VALUE: Final = Record(
    noun=Text("value", "数值"),
    keys=(VALUE, _VALUE_SOURCE, SOURCE_STATUS),
    build=lambda fields, reader: fields,
)


def _dated(entry: Entry, reader: Reader) -> DatedValue | None:
    if reader.records and entry.key.text in reader.records[-1].key_names():
        values = Text("'values'", "“values”")
        reader.report(
            "SC207", entry.key, key=entry.key.text, inside=values, beside=Text("'values'", "values")
        )
        return None
    date = date_of(entry.key, reader)
    if isinstance(entry.value, ScalarNode):
        value = PLAIN.read(entry.value, reader)
        return None if date is None or value is None else DatedValue(date=date, value=value)
    fields = _ONE_VALUE.fields(entry.value, reader)
    if fields is None or date is None or (number := fields.get(VALUE)) is None:
        return None
    source = fields.get(_VALUE_SOURCE)
    status = fields.get(SOURCE_STATUS) or (source.status if source else None)
    return DatedValue(
        date=date, value=number, source=law_source(source) if source else None, status=status
    )


_VALUES: Final = TextMap(
    wanted=Text("dates with their values", "日期和数值"),
    example="{2026-01-01: 5000}",
    entry=_dated,
)


def _afterwards(node: Node, reader: Reader) -> Afterwards | None:
    if isinstance(node, ScalarNode):
        try:
            return Afterwards.of(node.text)
        except LawError:
            pass
    wanted = Text("what holds afterwards", "之后如何变化")
    wrong_value(
        node,
        reader,
        wanted,
        "hold, grow 3% per year, follow wages, follow prices, follow treatment",
    )
    return None


def _bounds(node: Node, reader: Reader) -> tuple[float, float] | None:
    values = ListOf(item=PLAIN, example="[8, 28]").read(node, reader)
    if values is None:
        return None
    if len(values) != 2 or values[0] > values[1]:
        wrong_value(node, reader, Text("lowest and highest value", "最小值和最大值"), "[8, 28]")
        return None
    return values[0], values[1]


LABEL: Final = Key(
    name="label",
    shape=TEXT,
    label=Text("label", "名称"),
    is_required=True,
    example='{en: "…", zh: "…"}',
)
UNIT: Final[Key[Unit]] = Key(
    name="unit", shape=_UNIT_WORDS, label=Text("unit", "单位"), is_required=True, example='"%"'
)
_DATED: Final = Key(
    name="values",
    shape=_VALUES,
    label=Text("values by date", "数值"),
    is_required=True,
    example="{2026-01-01: 5000}",
)
_AFTERWARDS: Final = Key(
    name="afterwards", shape=Custom(function=_afterwards), label=Text("afterwards", "之后")
)
_RANGE: Final = Key(
    name="range", shape=Custom(function=_bounds), label=Text("allowed range", "允许范围")
)
SOURCE_KEY: Final = Key(name="source", shape=SOURCE, label=Text("source", "来源"))
NOTE: Final = Key(name="note", shape=TEXT, label=Text("note", "说明"))


def _parameter(fields: Fields, reader: Reader) -> Parameter | None:
    values, unit = fields.get(_DATED), fields.get(UNIT)
    if not values or unit is None:
        return None
    source = told_source(fields, reader)
    follow = fields.value(_AFTERWARDS, HOLD)
    _tell_odd_values(fields, values, reader)
    try:
        return Parameter(
            id=reader.id,
            label=fields.value(LABEL, Text("", "")),
            unit=unit,
            values=values,
            afterwards=follow,
            source=law_source(source),
            status=source.status,
            range=fields.get(_RANGE),
            note=fields.get(NOTE),
        )
    except LawError as error:
        place = reader.owner_place
        reader.report("SC508", place, why=error.message)
        return None


def told_source(fields: Fields, reader: Reader) -> Source:
    source = fields.get(SOURCE_KEY)
    if source is None:
        if not fields.has(SOURCE_KEY):
            reader.report("SC502", reader.owner_place, severity="warning")
        return Source(title=EMPTY, status="assumed")
    return source


def _tell_odd_values(fields: Fields, values: tuple[DatedValue, ...], reader: Reader) -> None:
    entry = fields.entry(_DATED)
    place = entry.key.place if entry else reader.owner_place
    if not fields.has(_AFTERWARDS) and not reader.findings.has("SC207"):
        last = max(value.date for value in values)[0]
        reader.report("SC504", place, severity="warning", year=str(last))
    if entry is not None and isinstance(entry.value, MapNode):
        _tell_jumps(values, entry.value, reader)
    bounds = fields.get(_RANGE)
    if bounds is None or entry is None or not isinstance(entry.value, MapNode):
        return
    for value, written in zip(values, entry.value.entries, strict=False):
        if not bounds[0] <= value.value <= bounds[1]:
            reader.report(
                "SC506",
                written.value,
                severity="warning",
                value=f"{value.value:g}",
                low=f"{bounds[0]:g}",
                high=f"{bounds[1]:g}",
            )


def _tell_jumps(values: tuple[DatedValue, ...], written: MapNode, reader: Reader) -> None:
    """A value many times its neighbour: a digit too many, or a year's amount among months'."""
    if len(values) != len(written.entries):
        return
    pairs = sorted(zip(values, written.entries, strict=True), key=lambda pair: pair[0].date)
    for (before, _), (after, entry) in pairwise(pairs):
        if before.value <= 0 or after.value <= 0:
            continue
        ratio = after.value / before.value
        if 1 / JUMP < ratio < JUMP:
            continue
        is_yearly = YEARLY[0] < ratio < YEARLY[1]
        reader.report(
            "SC503",
            entry.value,
            variant="" if ratio > 1 else "less",
            hint="yearly" if is_yearly else "",
            severity="warning",
            confidence="reasonable",
            value=f"{after.value:g}",
            before=f"{before.value:g}",
            times=f"{ratio if ratio > 1 else 1 / ratio:.0f}",
        )


PARAMETER: Final = Record(
    noun=Text("parameter", "参数"),
    keys=(LABEL, UNIT, _DATED, _AFTERWARDS, _RANGE, SOURCE_KEY, NOTE),
    build=_parameter,
)
