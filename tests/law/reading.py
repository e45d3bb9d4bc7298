"""The law files of China, read by a tiny reader that checks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from game.core.text import Text
from game.rules.dated import Afterwards, Date, DatedValue, Parameter, Source
from game.rules.law import Law
from game.rules.table import Table

LAW = Path(__file__).parents[2] / "scenarios" / "china" / "law"


def raw_files() -> dict[str, Mapping[str, Any]]:
    """Every file of the law, all its scalars as words."""
    return {
        path.name: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for path in sorted(LAW.glob("*.yaml"))
    }


def _date(words: str) -> Date:
    year, month, day = (int(part) for part in words.split("-"))
    return year, month, day


def _text(raw: Mapping[str, str]) -> Text:
    return Text(raw["en"], raw["zh"])


def _source(raw: Mapping[str, Any]) -> Source:
    names = ("url", "section", "accessed")
    title = _text(raw["title"])
    return Source(title=title, **{name: raw[name] for name in names if name in raw})


def _entry(day: str, raw: str | Mapping[str, Any]) -> DatedValue:
    if isinstance(raw, str):
        return DatedValue(date=_date(day), value=float(raw))
    return DatedValue(
        date=_date(day),
        value=float(raw["value"]),
        source=_source(raw["source"]) if "source" in raw else None,
        status=raw.get("status"),
    )


def _parameter(name: str, raw: Mapping[str, Any]) -> Parameter:
    lowest, highest = (float(end) for end in raw.get("range", ("-inf", "inf")))
    return Parameter(
        id=name,
        label=_text(raw["label"]),
        unit=raw["unit"],
        values=tuple(_entry(day, value) for day, value in raw["values"].items()),
        afterwards=Afterwards.of(raw["afterwards"]),
        range=(lowest, highest),
        source=_source(raw["source"]),
        status=raw["source"]["status"],
        note=_text(raw["note"]) if "note" in raw else None,
    )


def _table(name: str, raw: Mapping[str, Any]) -> Table:
    return Table(
        id=name,
        label=_text(raw["label"]),
        by=raw["by"],
        unit=raw["unit"],
        keys=tuple(float(key) for key in raw["values"]),
        values=tuple(float(value) for value in raw["values"].values()),
        between=raw["between"],
        source=_source(raw["source"]),
        status=raw["source"]["status"],
        note=_text(raw["note"]) if "note" in raw else None,
    )


def read_law(start_year: int) -> Law:
    """The law, told in money of a start year."""
    parameters: dict[str, Parameter] = {}
    tables: dict[str, Table] = {}
    for raw in raw_files().values():
        parameters |= {name: _parameter(name, it) for name, it in raw.get("parameters", {}).items()}
        tables |= {name: _table(name, it) for name, it in raw.get("tables", {}).items()}
    return Law(parameters=parameters, tables=tables, start_year=start_year)
