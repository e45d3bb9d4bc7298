"""Make mortality.csv from the abridged death rates of UN World Population Prospects 2024.

    python make_mortality.py mx_abridged_china_wpp2024.csv > mortality.csv

The input has one row for each sex and age group (0, 1, 5, 10, … 100) and one column for each
five-year period. Method: single-age rates by log-linear interpolation at the middle of the age
groups; each group is then scaled until its life-table-weighted mean equals the UN rate;
q = 1 − exp(−m); from age 100 on the rate of the open group; q(110) = 1.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FIRST_AGE = 16
LAST_AGE = 110
OPEN_GROUP = 100
OPEN_GROUP_MIDDLE = 102.0
ENOUGH = 1e-12
ROUNDS = 100

Array = NDArray[np.float64]


def single_age_rates(starts: NDArray[np.int64], group_rates: Array) -> Array:
    """Central death rates of ages 0–110 whose group means are the given ones."""
    middles = np.append((starts[:-1] + starts[1:]) / 2, OPEN_GROUP_MIDDLE)
    ages = np.arange(LAST_AGE + 1)
    rates: Array = np.exp(np.interp(ages + 0.5, middles, np.log(group_rates)))
    rates[OPEN_GROUP:] = group_rates[-1]
    for _ in range(ROUNDS):
        scale = group_rates[:-1] / weighted_means(rates, starts)
        rates[:OPEN_GROUP] *= np.repeat(scale, np.diff(starts))
        if np.abs(scale - 1).max() < ENOUGH:
            break
    return rates


def weighted_means(rates: Array, starts: NDArray[np.int64]) -> Array:
    """Mean rate of each closed group, weighted by the years lived in it."""
    dying = 1 - np.exp(-rates)
    alive = np.concatenate(([1.0], np.cumprod(1 - dying)[:-1]))
    deaths = (alive * dying)[:OPEN_GROUP]
    lived = deaths / rates[:OPEN_GROUP]
    groups = starts[:-1]
    means: Array = np.add.reduceat(deaths, groups) / np.add.reduceat(lived, groups)
    return means


def probabilities(rates: Array) -> Array:
    """Probabilities of death within a year at ages 16–110."""
    dying: Array = 1 - np.exp(-rates)
    dying[LAST_AGE] = 1.0
    return dying[FIRST_AGE:]


def table(rows: list[list[str]]) -> Iterator[list[str]]:
    """Rows of mortality.csv: a head, then one row for each sex and age."""
    head, *body = rows
    yield ["sex", "age", *(period.split("-")[0] for period in head[2:])]
    for sex in ("male", "female"):
        groups = [row for row in body if row[0] == sex]
        starts = np.array([int(row[1]) for row in groups])
        by_period = np.array([[float(word) for word in row[2:]] for row in groups]).T
        columns = [probabilities(single_age_rates(starts, rates)) for rates in by_period]
        for age, dying in enumerate(zip(*columns, strict=True), start=FIRST_AGE):
            yield [sex, str(age), *(f"{q:.9f}" for q in dying)]


def main(arguments: list[str]) -> int:
    """Print the table made from the file named on the command line."""
    if len(arguments) != 1:
        print("usage: make_mortality.py MX_ABRIDGED_CSV > mortality.csv", file=sys.stderr)
        return 2
    rows = list(csv.reader(Path(arguments[0]).read_text(encoding="utf-8").splitlines()))
    csv.writer(sys.stdout, lineterminator="\n").writerows(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
