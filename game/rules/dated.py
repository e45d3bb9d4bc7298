"""A number of law that changes by date: where it comes from and what holds after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from game.core.errors import LawError
from game.core.text import Text

Date: TypeAlias = tuple[int, int, int]
"""Year, month, day."""
Status: TypeAlias = Literal["official", "estimate", "assumed", "placeholder"]
Unit: TypeAlias = Literal[
    "%", "yuan", "yuan/month", "yuan/year", "months", "years", "times", "points", ""
]
Follow: TypeAlias = Literal["hold", "grow", "wages", "prices", "treatment"]

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
_GROW: Final = re.compile(r"grow (-?\d+(?:\.\d+)?)\s*% per year")
_PER_CENT: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a figure was read, so that anybody can look it up."""

    title: Text
    url: str = ""
    section: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """What a value does from its date on, until a newer one is published."""

    follow: Follow
    growth_per_year: float = 0.0

    @classmethod
    def of(cls, words: str) -> Afterwards:
        """Read ``hold``, ``grow n% per year``, ``follow wages``, ``prices`` or ``treatment``.

        Raises:
            LawError: the words are none of these.
        """
        if words == "hold":
            return cls(follow="hold")
        if words == "follow wages":
            return cls(follow="wages")
        if words == "follow prices":
            return cls(follow="prices")
        if words == "follow treatment":
            return cls(follow="treatment")
        growth = _GROW.fullmatch(words)
        if growth:
            return cls(follow="grow", growth_per_year=float(growth.group(1)) * _PER_CENT)
        raise LawError(
            Text(
                f"afterwards: “{words}” is not understood. Write hold, follow wages, "
                "follow prices, follow treatment or grow 3% per year.",
                f"afterwards：看不懂“{words}”。请写 hold、follow wages、"
                "follow prices、follow treatment 或 grow 3% per year。",
            )
        )


HOLD: Final = Afterwards(follow="hold")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """One published figure; without a source or status of its own it has its parameter's."""

    date: Date
    value: float
    source: Source | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One number of law through time, in the unit it is published in.

    Raises:
        LawError: no value at all, a date twice, or wages or prices followed by what is no money.
    """

    id: str
    label: Text
    unit: Unit
    values: tuple[DatedValue, ...]
    afterwards: Afterwards
    source: Source
    status: Status
    range: tuple[float, float] | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        """Sort the values by date and refuse what no date could ever be read from."""
        ordered = tuple(sorted(self.values, key=lambda entry: entry.date))
        object.__setattr__(self, "values", ordered)
        if not ordered:
            raise LawError(
                Text(
                    f"{self.id} has no value. Give it at least one date and number under values.",
                    f"{self.id} 没有任何数值。请在 values 下至少写一个日期和数字。",
                )
            )
        if len({entry.date for entry in ordered}) < len(ordered):
            raise LawError(
                Text(
                    f"{self.id} has two values for the same date. Remove one.",
                    f"{self.id} 在同一日期有两个数值。请删去一个。",
                )
            )
        if self.afterwards.follow in ("wages", "prices", "treatment") and not self.is_money:
            raise LawError(
                Text(
                    f"{self.id} is not money and cannot follow wages or prices. "
                    "Write afterwards: hold.",
                    f"{self.id} 不是金额，不能随工资或物价变动。请写 afterwards: hold。",
                )
            )

    @property
    def is_money(self) -> bool:
        """Whether the number is an amount of yuan or a flow of it."""
        return self.unit.startswith("yuan")

    @property
    def scale(self) -> float:
        """Factor from the published unit to the one formulas use: per cent become 0–1."""
        return _PER_CENT if self.unit == "%" else 1.0

    def entry_on(self, year: int, month: int = 1) -> DatedValue:
        """The figure in force on the first of a month: the last one not later than that day.

        Raises:
            LawError: the first figure is later.
        """
        day = (year, month, 1)
        found = None
        for entry in self.values:
            if entry.date > day:
                break
            found = entry
        if found is None:
            raise self._too_early(day)
        return found

    def on(self, year: int, month: int = 1) -> float:
        """The published number in force on the first of a month, in the published unit."""
        return self.entry_on(year, month).value

    def source_on(self, year: int, month: int = 1) -> tuple[Source, Status]:
        """Source and status of the figure in force on the first of a month."""
        entry = self.entry_on(year, month)
        return entry.source or self.source, entry.status or self.status

    def _too_early(self, day: Date) -> LawError:
        asked, first = written(day), written(self.values[0].date)
        return LawError(
            Text(
                f"“{self.label.en}” ({self.id}) has no value yet on {asked}; its first one is "
                f"of {first}. Add an earlier date under its values, or start later.",
                f"“{self.label.zh}”（{self.id}）在 {asked} 还没有数值，最早的数值从 {first} 起。"
                "请在 values 下补一个更早的日期，或者把开始时间推后。",
            )
        )


def written(date: Date) -> str:
    """A date as ``2026-01-01``."""
    return f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}"
