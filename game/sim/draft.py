"""A year being changed: arrays are copied when first written to, then frozen again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag, Number, changed
from game.core.chance import Words
from game.sim.year import BillEntry, Met, Stage, Year

Array = NDArray[Any]


class Draft:
    """Reads and writes a year by path (``cash``, ``plan.base``, ``months.income``).

    Reading gives the current array; ``edit`` gives one that may be written in place: a copy, or,
    where the draft ``takes_over`` a year nobody looks at again, one that was copied in it before.
    """

    def __init__(self, year: Year, *, takes_over: bool = False) -> None:
        self.year = year
        self._own = year.fresh if takes_over else frozenset()
        self._fresh: set[str] = set(year.fresh)
        self.stage: Stage = year.stage
        self.bills: list[BillEntry] = list(year.bills)
        self.met: list[Met] = list(year.met)
        self.values: dict[tuple[int, str], Number] = dict(year.values)
        self.lost: dict[int, Number] = dict(year.lost)
        self.ends: dict[str, Flag] = dict(year.ends)
        self._edited: dict[str, Array] = {}

    @property
    def size(self) -> int:
        """How many lives."""
        return self.year.lives.size

    def read(self, path: str) -> Array:
        """The array at a path as it stands now; not to be written to."""
        found = self._edited.get(path)
        return _getter(path)(self.year) if found is None else found

    def draw(self, key: Words, which: NDArray[np.int64] | slice) -> Number:
        """Uniforms of one stream for some of the lives, shape of ``which``."""
        return np.asarray(self.draws(key, which)[0])

    def draws(self, keys: Words, which: NDArray[np.int64] | slice) -> Number:
        """Uniforms of some streams for some of the lives, shape (streams, which)."""
        return self.year.chance.draws(keys, self.year.luck[which])

    def edit(self, path: str) -> Array:
        """The array at a path, ours to write in place."""
        found = self._edited.get(path)
        if found is None:
            found = _getter(path)(self.year)
            if path not in self._own:
                found = found.copy()
                self._fresh.add(path)
            self._edited[path] = found
        elif not found.flags.writeable:
            found = self._edited[path] = found.copy()
            self._fresh.add(path)
        return found

    def replace(self, path: str, array: Array) -> None:
        """Put another array at a path."""
        self._edited[path] = array
        self._fresh.discard(path)

    def freeze(self) -> Year:
        """The year as it has become."""
        of_year: dict[str, Any] = {}
        of_lives: dict[str, Any] = {}
        months: dict[str, Any] = {}
        for path, array in self._edited.items():
            head, _, rest = path.partition(".")
            if head == "months":
                months[rest] = array
            elif head in _YEAR_FIELDS:
                of_year[head] = array
            elif rest:
                of_lives.setdefault(head, {})[rest] = array
            else:
                of_lives[head] = array
        lives = self.year.lives
        if of_lives:
            lives = changed(
                lives,
                **{
                    name: changed(getattr(lives, name), **value)
                    if isinstance(value, dict)
                    else value
                    for name, value in of_lives.items()
                },
            )
        return changed(
            self.year,
            lives=lives,
            stage=self.stage,
            months=changed(self.year.months, **months) if months else self.year.months,
            bills=tuple(self.bills),
            met=tuple(self.met),
            lost=self.lost,
            values=self.values,
            fresh=frozenset(self._fresh),
            ends=self.ends,
            **of_year,
        )


_YEAR_FIELDS = frozenset(
    field.name for field in fields(Year) if field.name not in ("lives", "opened", "chance")
)


@cache
def _getter(path: str) -> Callable[[Year], Array]:
    """How the array at a path is read from a year."""
    is_of_year = path.partition(".")[0] in _YEAR_FIELDS
    return attrgetter(path if is_of_year else f"lives.{path}")
