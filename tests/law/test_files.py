"""Every figure of the law files says what it is, where it comes from and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from game.rules.dated import UNITS
from game.rules.law import Law

from .reading import raw_files

STATUSES = {"official", "estimate", "assumed"}
FIGURES = [
    pytest.param(kind, raw, id=f"{file}:{name}")
    for file, content in raw_files().items()
    for kind in ("parameters", "tables")
    for name, raw in content.get(kind, {}).items()
]


def statuses(raw: Mapping[str, Any]) -> Iterator[str]:
    """The status of a figure and of each of its values that has its own."""
    yield raw["source"]["status"]
    for value in raw["values"].values():
        if isinstance(value, Mapping) and "status" in value:
            yield value["status"]


def sources(raw: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The source of a figure and of each of its values that has its own."""
    yield raw["source"]
    for value in raw["values"].values():
        if isinstance(value, Mapping) and "source" in value:
            yield value["source"]


@pytest.mark.parametrize(("kind", "raw"), FIGURES)
def test_a_figure_is_complete(kind: str, raw: Mapping[str, Any]) -> None:
    assert raw["label"]["en"].strip() and raw["label"]["zh"].strip()
    assert raw["unit"] in UNITS
    for source in sources(raw):
        assert source["title"]["en"].strip() and source["title"]["zh"].strip()
        assert source["title"]["en"] != source["title"]["zh"]
        assert source["accessed"]
        assert source.get("url", "https://").startswith("https://")
    found = set(statuses(raw))
    assert found <= STATUSES
    if "assumed" in found:
        assert raw["note"]["en"].strip() and raw["note"]["zh"].strip()
    if kind == "parameters":
        assert raw["afterwards"]
        is_held_money = raw["unit"].startswith("yuan") and raw["afterwards"] == "hold"
        assert "note" in raw or not is_held_money
    else:
        assert raw["by"] and raw["between"] in ("line", "step")


def test_only_the_two_keys() -> None:
    for name, content in raw_files().items():
        assert set(content) <= {"parameters", "tables"}, name


def test_no_id_stands_twice(law: Law) -> None:
    assert len(law.parameters) + len(law.tables) == len(FIGURES)


def test_values_stand_within_their_range(law: Law) -> None:
    for parameter in law.parameters.values():
        assert parameter.range is not None
        lowest, highest = parameter.range
        for entry in parameter.values:
            assert lowest <= entry.value <= highest, (parameter.id, entry)
