"""Medians of a few runs, and the table they are printed in."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

SECONDS_EACH: Final = 2.0
"""A measurement goes on until it has taken about so long."""
LEAST_RUNS: Final = 3
MOST_RUNS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table.

    Attributes:
        what: what was measured.
        seconds: the median.
        floor: seconds of what it cannot be quicker than, measured in the same run.
        floor_name: what that is.
        target: what is aimed at, in words.
        note: a rate or an amount of memory.
    """

    what: str
    seconds: float
    floor: float
    floor_name: str
    target: str
    note: str = ""


def median(run: Callable[[], object], seconds: float = SECONDS_EACH) -> float:
    """Median seconds of a few runs, after one that is not counted."""
    run()
    taken: list[float] = []
    while len(taken) < LEAST_RUNS or (sum(taken) < seconds and len(taken) < MOST_RUNS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def arithmetic_floor() -> float:
    """Seconds of 2,000 additions of 100 numbers in numpy: what its calls alone cost here."""
    numbers = np.arange(100.0)

    def add() -> None:
        for _ in range(2_000):
            numbers + 1.0

    return median(add, 0.5)


def table(rows: list[Row]) -> str:
    """The rows as a table of text."""
    cells = [("what", "median", "× floor", "floor", "target", "")]
    cells += [
        (
            row.what,
            _time(row.seconds),
            f"{row.seconds / row.floor:.1f}",
            row.floor_name,
            row.target,
            row.note,
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
