"""The forecast: two thousand futures of one life under a plan, as fans and a few shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from game.core.arrays import Number
from game.scoring.course import Course, middle
from game.scoring.futures import HORIZON, Today, live_futures, pension_age
from game.sim.engine import Engine
from game.sim.world import World

SHARES: Final = (0.1, 0.25, 0.5, 0.75, 0.9)
FIRST_PICTURE: Final = 500
LIVES: Final = 2_000
FEWEST: Final = 0.02
"""A fan ends where fewer than this share of the futures is alive."""
Fan: TypeAlias = tuple[tuple[float, ...], ...]
"""Five rows in the order of ``SHARES``, each with one value for every age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What may come of a plan, over many futures. Money in yuan."""

    lives: int
    ages: tuple[int, ...]
    """Birthdays, today's first."""
    savings: Fan
    income: Fan
    """A month, everything that comes in before contributions."""
    alive: tuple[float, ...]
    claim_age: int
    """Age from which the middle future draws a pension; the old-age line where it never does."""
    pension_per_month: float
    """As it begins, of the middle future among those that reach pension age."""
    share_of_wage: float
    """Of that pension in the reference wage of today's place."""
    basket_per_month: float
    old_age_from: int
    share_reaching: float
    """Of all futures, those that reach old age."""
    share_below_basket: float
    """Of those, the ones whose means of old age are on average below the basket."""
    share_unpayable: float
    """Of all futures, those that meet a bill they cannot pay, or go without treatment."""


def forecasts(
    engine: Engine,
    today: Today,
    sizes: Sequence[int] = (FIRST_PICTURE, LIVES),
    goes_on: Callable[[], bool] = lambda: True,
) -> Iterator[Forecast]:
    """A first picture from some futures, then from all; each later one includes the earlier.

    Raises:
        Abandoned: ``goes_on`` said no.
    """
    courses: list[Course] = []
    done = 0
    for size in sizes:
        course = Course(world=engine.world, size=size - done)
        live_futures(engine, today, done, size, course.add, goes_on=goes_on)
        courses.append(course)
        done = size
        yield forecast_of(engine.world, today, courses)


def forecast_of(world: World, today: Today, courses: Sequence[Course]) -> Forecast:
    """The fans and shares of futures that have been lived."""
    lives = today.lives
    age, profile = int(lives.age[0]), int(lives.profile[0])
    cash, income = _joined(courses, "cash"), _joined(courses, "income")
    size = cash.shape[1]
    lived = (~np.isnan(cash)).sum(axis=1)
    last = max(a for a in range(age, HORIZON) if a == age or lived[a] >= FEWEST * size)
    rows = slice(age, last + 1)
    line, at = int(world.old_age_line[profile]), pension_age(world, today)
    begun = [course.first_pension(age, at) for course in courses]
    drawn = middle(np.concatenate([pension for pension, _ in begun]))
    claimed_at = np.concatenate([ages for _, ages in begun])
    figures, place = world.figures(lives.year), int(lives.place[0])
    drawn_now = float((lives.rights.pension_employee + lives.rights.pension_resident)[0])
    return Forecast(
        lives=size,
        ages=tuple(range(age, last + 2)),
        savings=_fan(cash[rows], float(lives.cash[0])),
        income=_fan(income[rows], float(lives.income[0]) + drawn_now),
        alive=(1.0, *(lived[rows] / size).tolist()),
        claim_age=int(middle(claimed_at)) or at,
        pension_per_month=drawn,
        share_of_wage=drawn / float(figures.reference_wage[place]),
        basket_per_month=float(
            world.scenario.scoring["basket_share"] * figures.usual_living[place]
        ),
        old_age_from=line,
        **_old_age(courses),
        share_unpayable=float(np.concatenate([c.is_unpayable for c in courses]).mean()),
    )


def _joined(courses: Sequence[Course], name: str) -> Number:
    return np.concatenate([getattr(course, name) for course in courses], axis=1)


def _fan(values: Number, today: float) -> Fan:
    """Percentiles of each year over the lives that lived it, shape (ages, n)."""
    ordered = np.sort(values, axis=1)
    count = (~np.isnan(values)).sum(axis=1)
    rows = np.arange(len(values))
    out = []
    for share in SHARES:
        at = np.rint(share * np.maximum(count - 1, 0)).astype(np.int64)
        out.append((today, *ordered[rows, at].tolist()))
    return tuple(out)


def _old_age(courses: Sequence[Course]) -> dict[str, float]:
    """Shares of those who grow old, and of them those who live below the basket."""
    means, basket = _joined(courses, "old_means"), _joined(courses, "basket")
    years = (~np.isnan(means)).sum(axis=0)
    is_old = years > 0
    total = np.nansum(means, axis=0), np.nansum(basket, axis=0)
    below = is_old & (total[0] < total[1])
    count = int(is_old.sum())
    return {
        "share_reaching": count / len(years),
        "share_below_basket": int(below.sum()) / count if count else 0.0,
    }
