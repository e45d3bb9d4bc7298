"""The real law of China and its life table."""

from __future__ import annotations

import csv

import pytest

from game.rules.law import Law, YearLaw
from game.rules.mortality import LifeTable

from .reading import LAW, read_law

START = 2026


@pytest.fixture(scope="session")
def law() -> Law:
    """The law, told in money of 2026."""
    return read_law(START)


@pytest.fixture(scope="session")
def now(law: Law) -> YearLaw:
    """The law of the start year."""
    return law.year(START)


@pytest.fixture(scope="session")
def life_table() -> LifeTable:
    """The life table of the base pack."""
    words = (LAW / "mortality.csv").read_text(encoding="utf-8").splitlines()
    return LifeTable.of_rows(csv.reader(words))
