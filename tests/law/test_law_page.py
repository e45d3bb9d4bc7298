"""The page of the law names figures, functions and tests that exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from game.rules.law import Law

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| rule ")
]


def named(cell: str) -> list[str]:
    """What a cell sets in code."""
    return re.findall(r"`([^`]+)`", cell)


@cache
def functions(path: Path) -> frozenset[str]:
    """Every function a file defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def missing(folder: str, names: Iterator[str]) -> list[str]:
    """Of ``file: function``, those that are not there."""
    gone = []
    for name in names:
        file, _, function = name.partition(": ")
        path = ROOT / folder / file
        if not path.exists() or function not in functions(path):
            gone.append(name)
    return gone


def test_every_row_has_a_rule_a_formula_and_a_test() -> None:
    assert len(ROWS) > 60
    for row in ROWS:
        assert len(row) == 4, row
        assert named(row[2]) and named(row[3]), row[0]


def test_every_figure_is_in_the_law(law: Law) -> None:
    known = (*law.parameters, *law.tables)
    figures = {figure for row in ROWS for figure in named(row[1])}
    assert len(figures) > 50
    assert [f for f in sorted(figures) if not any(fnmatch(name, f) for name in known)] == []


def test_every_formula_is_in_the_game() -> None:
    assert missing("game", (name for row in ROWS for name in named(row[2]))) == []


def test_every_test_is_among_the_tests() -> None:
    assert missing("tests", (name for row in ROWS for name in named(row[3]))) == []


@pytest.mark.parametrize("paragraph", re.findall(r"^Not in force.+?(?:\n\n|\Z)", PAGE, re.M | re.S))
def test_what_is_said_to_be_there_is_there(paragraph: str) -> None:
    assert missing("game", (name for name in named(paragraph) if ": " in name)) == []


def test_each_section_says_what_is_not_there() -> None:
    assert len(re.findall(r"^## \d\. ", PAGE, re.M)) == 6
    assert len(re.findall(r"^Not in force in the game yet: ", PAGE, re.M)) == 6
