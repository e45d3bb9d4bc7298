"""The life table of one's own birth cohort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Rate, Years, held

_SEXES: Final = {"male": 0, "female": 1}
_DECIMALS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LifeTable:
    """Yearly probabilities of death by sex, calendar year and age.

    Before the first year and after the last the nearest one holds; so do the end ages.

    Attributes:
        q: probability of dying within the year, shape (2, years, ages); sexes as ``Sex``.
        first_year: the first calendar year of ``q``.
        first_age: the first age of ``q``.
    """

    q: NDArray[np.float64]
    first_year: int
    first_age: int
    _left: dict[tuple[int, int], Years] = field(init=False, repr=False, default_factory=dict)

    @classmethod
    def of_rows(cls, rows: Iterable[Sequence[str]]) -> LifeTable:
        """Build the table from words: a head ``sex, age, 2015, 2020, …`` of five-year periods,
        then one row for each sex and age, ages ascending without a gap.

        The death rate of a calendar year lies between those of the middles of two periods, on the
        line of its logarithm.
        """
        head, *body = [tuple(row) for row in rows]
        starts = np.array([int(word) for word in head[2:]])
        by_sex: tuple[list[list[float]], list[list[float]]] = ([], [])
        for row in body:
            by_sex[_SEXES[row[0]]].append([float(word) for word in row[2:]])
        by_period = np.array(by_sex).transpose(0, 2, 1)
        middles = starts + np.diff(starts)[0] // 2
        return cls(
            q=_by_calendar_year(by_period, middles),
            first_year=int(middles[0]),
            first_age=int(body[0][1]),
        )

    @property
    def ages(self) -> Code:
        """Every age of the table, shape (ages,)."""
        return self.first_age + np.arange(self.q.shape[2])

    def cohort_q(self, sex: Code, birth_year: Code, age: Code) -> Rate:
        """Probability of dying within the year that begins at an age, by one's own cohort.

        Args:
            sex: codes of ``Sex``, shape (n,).
            birth_year: shape (n,).
            age: whole years, shape (n,); the calendar year read is ``birth_year + age``.

        Returns:
            Probabilities 0–1, shape (n,).
        """
        _, years, ages = self.q.shape
        year = held(birth_year + age - self.first_year, 0, years - 1)
        return np.asarray(self.q[sex, year, held(age - self.first_age, 0, ages - 1)])

    def years_left(self, sex: int, birth_year: int) -> Years:
        """Expected further years of life at every age of the table, shape (ages,).

        Deaths are taken to fall in the middle of a year on average.
        """
        key = (int(sex), int(birth_year))
        if key not in self._left:
            self._left[key] = self._expected(*key)
        return self._left[key]

    def _expected(self, sex: int, birth_year: int) -> Years:
        ages = self.ages
        q = self.cohort_q(np.full_like(ages, sex), np.full_like(ages, birth_year), ages)
        alive = np.concatenate(([1.0], np.cumprod(1 - q)))
        lived = (alive[:-1] + alive[1:]) / 2
        left = np.cumsum(lived[::-1])[::-1] / alive[:-1]
        left.flags.writeable = False
        return np.asarray(left)


def _by_calendar_year(q: NDArray[np.float64], middles: NDArray[np.int64]) -> NDArray[np.float64]:
    """Spread period probabilities, shape (2, periods, ages), over calendar years.

    Rounded, so that the last bit of a processor's logarithm decides no life.
    """
    is_certain = q[:, :1, :] >= 1
    rates = np.log(-np.log1p(-np.where(q < 1, q, 0.5)))
    years = np.arange(middles[0], middles[-1] + 1)
    before = np.minimum(np.searchsorted(middles, years, side="right") - 1, len(middles) - 2)
    step = ((years - middles[before]) / (middles[before + 1] - middles[before]))[None, :, None]
    between = rates[:, before, :] * (1 - step) + rates[:, before + 1, :] * step
    yearly = np.round(-np.expm1(-np.exp(between)), _DECIMALS)
    yearly = np.where(is_certain, 1.0, yearly)
    yearly.flags.writeable = False
    return np.asarray(yearly)
