"""Reads a pack's single values: what it is, when it plays, in which languages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.core.diagnostics import Diagnostic
from game.core.errors import GameError
from game.core.source import Entry, ListNode, Node, ScalarNode
from game.core.text import EMPTY, LANGUAGES, Language, Text
from game.rules.mortality import LifeTable
from game.scenario.pack_files import PackFiles
from game.scenario.quantities import CALENDAR_YEAR, COUNT, Span, month_of
from game.scenario.reader import Reader
from game.scenario.scalars import YES_OR_NO, OneOf, WordShape, words
from game.scenario.schema import Custom, Fields, Key, ListOf, Record, wrong_value
from game.scenario.texts import TEXT

LANGUAGE_VERSION: Final = "1"
_PACK_ID: Final = re.compile(r"[a-z][a-z0-9-]{2,39}")
_VERSION: Final = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_OLDEST: Final = 130
_MOST_DYING: Final = 0.95
"""Chance of dying in a year before the last age; above it nobody would be left to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The first year of the life and the ages played."""

    start_year: int = 2026
    first_age: int = 0
    last_age: int = 110
    has_fixed_end: bool = False
    """Whether lives end with the last age, or where an event says so, and never by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All single values of a pack."""

    version: str
    title: Text
    summary: Text
    languages: tuple[Language, ...]
    clock: Clock
    authors: tuple[str, ...]
    licence: str
    minutes: int
    group: str


_START: Final = Key(
    name="start",
    shape=Custom(function=month_of),
    label=Text("start", "开始"),
    is_required=True,
    example="2026-01",
)
_AGES: Final = Key(
    name="ages",
    shape=Span(example="22..110"),
    label=Text("ages", "年龄"),
    is_required=True,
    example="22..110",
)
_TURN: Final = Key(name="turn", shape=words("1 year"), label=Text("turn", "回合"))
_FIXED_END: Final = Key(
    name="fixed_end", shape=YES_OR_NO, label=Text("end fixed by the author", "结局由作者定")
)


def _clock_build(fields: Fields, reader: Reader) -> Clock:
    first, last = fields.value(_AGES, (0, 110))
    year, month = fields.value(_START, (2026, 1))
    entry = fields.entry(_START)
    if month != 1 and entry is not None:
        reader.report("SC214", entry.value, variant="start", better=f"{year}-01")
    return Clock(
        start_year=year,
        first_age=first,
        last_age=last,
        has_fixed_end=fields.value(_FIXED_END, False),
    )


CLOCK: Final = Record(
    noun=Text("'clock'", "时间"), keys=(_START, _AGES, _TURN, _FIXED_END), build=_clock_build
)
_LANGUAGE: Final[OneOf[Language]] = OneOf(words={"en": "en", "zh": "zh"})
_LANGUAGES: Final[ListOf[Language]] = ListOf(item=_LANGUAGE, example="[en, zh]")
_MINUTES: Final = Key(name="minutes", shape=COUNT, label=Text("minutes", "分钟"))
_GROUP: Final = Key(name="group", shape=WordShape(), label=Text("group", "人群"))
AUDIENCE: Final = Record(
    noun=Text("'audience'", "受众"),
    keys=(_MINUTES, _GROUP),
    build=lambda fields, reader: (int(fields.value(_MINUTES, 0.0)), fields.value(_GROUP, "")),
)


def header(single: Mapping[str, Entry], reader: Reader) -> Header:
    """The single values, each checked; what is missing gets its default."""
    _check_version_of_language(single.get("scenario"), reader)
    _check_id(single.get("id"), reader)
    audience = single.get("audience")
    minutes, group = (audience and AUDIENCE.read(audience.value, reader)) or (0, "")
    licence = single.get("licence")
    clock = _clock(single.get("clock"), reader)
    _check_prices(single.get("prices"), clock, reader)
    return Header(
        version=_version(single.get("version"), reader),
        title=_text(single.get("title"), reader),
        summary=_text(single.get("summary"), reader),
        languages=languages(single.get("languages"), reader),
        clock=clock,
        authors=_authors(single.get("authors"), reader),
        licence=(licence and WordShape().read(licence.value, reader)) or "",
        minutes=minutes,
        group=group,
    )


def languages(entry: Entry | None, reader: Reader) -> tuple[Language, ...]:
    """The languages a pack promises; both where it says nothing."""
    if entry is None:
        return LANGUAGES
    chosen = _LANGUAGES.read(entry.value, reader)
    return chosen or LANGUAGES


def _check_version_of_language(entry: Entry | None, reader: Reader) -> None:
    if entry is None:
        owner = Text("the pack", "情景包")
        label = Text("version of the language", "语言版本")
        reader.report("SC208", None, owner=owner, key="scenario", label=label, example="1")
        return
    text = entry.value.text if isinstance(entry.value, ScalarNode) else ""
    if text == LANGUAGE_VERSION:
        return
    if text.isascii() and text.isdigit() and len(text) < 5 and int(text) != 1:
        variant = "" if int(text) > 1 else "older"
        reader.report("SC219", entry.value, variant=variant, value=text)
        return
    wrong_value(entry.value, reader, Text("the version of the language", "语言版本号"), "1")


def _check_id(entry: Entry | None, reader: Reader) -> None:
    if entry is None:
        owner, label = Text("the pack", "情景包"), Text("its id", "编号")
        reader.report("SC208", None, owner=owner, key="id", label=label, example="my-first-pack")
    elif not isinstance(entry.value, ScalarNode) or not _PACK_ID.fullmatch(entry.value.text):
        text = entry.value.text if isinstance(entry.value, ScalarNode) else "[…]"
        reader.report("SC211", entry.value, variant="pack", id=text)


def _check_prices(entry: Entry | None, clock: Clock, reader: Reader) -> None:
    if entry is None:
        return
    year = CALENDAR_YEAR.read(entry.value, reader)
    if year is not None and int(year) != clock.start_year:
        reader.report("SC214", entry.value, variant="prices", key=str(clock.start_year))


def _version(entry: Entry | None, reader: Reader) -> str:
    if entry is None:
        return "0.1.0"
    shape = WordShape(
        wanted=Text("a version number", "版本号"), example="1.2.0", pattern=_VERSION.pattern
    )
    return shape.read(entry.value, reader) or "0.1.0"


def _text(entry: Entry | None, reader: Reader) -> Text:
    if entry is None:
        return EMPTY
    return TEXT.read(entry.value, reader) or EMPTY


def _clock(entry: Entry | None, reader: Reader) -> Clock:
    if entry is None:
        return Clock()
    return CLOCK.read(entry.value, reader) or Clock()


def _authors(entry: Entry | None, reader: Reader) -> tuple[str, ...]:
    if entry is None:
        return ()
    if not isinstance(entry.value, ListNode):
        name = WordShape().read(entry.value, reader)
        return () if name is None else (name,)
    return ListOf(item=WordShape()).read(entry.value, reader) or ()


def life_table(entry: Entry | None, files: PackFiles | None, reader: Reader) -> LifeTable | None:
    """The life table a pack names, read from its own files."""
    if entry is None or files is None:
        owner, label = Text("the pack", "情景包"), Text("life table", "生命表")
        example = "law/mortality.csv"
        reader.report("SC208", None, owner=owner, key="mortality", label=label, example=example)
        return None
    name = WordShape(example="law/mortality.csv").read(entry.value, reader)
    if name is None:
        return None
    content = files.read(name, entry.value.place)
    if isinstance(content, Diagnostic):
        reader.findings.add(content)
        return None
    return _table_of(content, entry.value, reader)


def _table_of(content: bytes, node: Node, reader: Reader) -> LifeTable | None:
    try:
        rows = [row for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) if row]
        if _is_sound(rows):
            return LifeTable.of_rows(rows)
    except (GameError, ValueError, KeyError, IndexError, csv.Error):
        pass
    reader.report("SC704", node)
    return None


def _is_sound(rows: list[list[str]]) -> bool:
    """Whether of_rows can be trusted with these words: plausible years, ages and chances."""
    head, *body = rows
    years = [int(word) for word in head[2:]]
    ages = [int(row[1]) for row in body]
    shares = [float(word) for row in body for word in row[2:]]
    steps = {later - earlier for earlier, later in pairwise(years)}
    return (
        1 < len(years) <= 60
        and 1900 <= years[0] < years[-1] <= 2300
        and len(steps) == 1
        and len(body) <= 2 * (_OLDEST + 1)
        and all(0 <= age <= _OLDEST for age in ages)
        and _has_every_age(body)
        and all(len(row) == len(head) for row in body)
        and all(0.0 < share <= 1.0 for share in shares)
        and all(
            float(word) <= _MOST_DYING
            for row in body
            for word in row[2:]
            if int(row[1]) != max(ages)
        )
    )


def _has_every_age(body: list[list[str]]) -> bool:
    """Whether both sexes have the same ages, ascending and without a gap."""
    men, women = ([int(row[1]) for row in body if row[0] == sex] for sex in ("male", "female"))
    return bool(men) and men == women == list(range(men[0], men[0] + len(men)))
