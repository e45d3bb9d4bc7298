"""A life as it was lived: the records of its years and how it stood after each."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.life import Lives
from game.sim.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedYear:
    """One year: how lives stood at its open, its flows, and how they stood after it."""

    opened: Lives
    record: Record
    after: Lives


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The years of some lives, oldest first."""

    years: tuple[LivedYear, ...] = ()

    def with_year(self, year: LivedYear) -> History:
        """One year more."""
        return History(years=(*self.years, year))
