"""The law of a year, with all money in yuan of the start year at today's wage level.

D(t) = Π (1 + cpi)(1 + real wage growth) from the start year on. Money that follows wages is
constant in this measure, money that follows prices shrinks by real wage growth, money that
holds shrinks by D; money that follows treatment prices grows by (1 + cpi + excess)/(1 + d). A
figure dated after the start is nominal of its own year and is divided by D; one dated before the
start is taken at face value. A rule of ``afterwards`` runs from each figure until the next one.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Code, Number, held
from game.core.errors import LawError
from game.core.text import Text
from game.rules.dated import Parameter, Source, Status
from game.rules.table import Table

CPI: Final = "economy.cpi"
REAL_WAGE_GROWTH: Final = "economy.real_wage_growth"
MEDICAL_EXCESS_INFLATION: Final = "medical.excess_inflation"
COUNTRY: Final = "china"
Scalar = TypeVar("Scalar", bound=np.generic)
_MONTHS: Final = range(1, 13)


class PlaceKey(Protocol):
    """What law must know of a place: its own id and its province's."""

    @property
    def id(self) -> str:
        """Id of the place, such as ``hangzhou``."""
        ...

    @property
    def province(self) -> str:
        """Id of its province, such as ``zhejiang``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Law:
    """All parameters and tables of a country, read a year at a time.

    Attributes:
        parameters: by id, such as ``pension.employee.rate`` or ``zhejiang.base_floor``.
        tables: by id.
        start_year: the year whose money everything is told in.
    """

    parameters: Mapping[str, Parameter]
    tables: Mapping[str, Table]
    start_year: int
    _years: dict[int, YearLaw] = field(init=False, repr=False, default_factory=dict)
    _series: dict[str, tuple[int, Number]] = field(init=False, repr=False, default_factory=dict)

    def year(self, year: int) -> YearLaw:
        """The law as it stands on the first day of a year."""
        if year not in self._years:
            self._years[year] = self._opened(year)
        return self._years[year]

    def parameter(self, name: str) -> Parameter:
        """A parameter by id.

        Raises:
            LawError: there is none of that name.
        """
        try:
            return self.parameters[name]
        except KeyError:
            raise _unknown("parameter", "参数", name, self.parameters) from None

    def table(self, name: str) -> Table:
        """A table by id.

        Raises:
            LawError: there is none of that name.
        """
        try:
            return self.tables[name]
        except KeyError:
            raise _unknown("table", "表", name, self.tables) from None

    def by_year(self, name: str, years: NDArray[np.int64]) -> Number:
        """A number that is no money, in each of several years; its first and last value hold.

        Used where a rule looks at another year than the present one, as the minimum months do.
        """
        if name not in self._series:
            self._series[name] = self._read_through(name)
        first, numbers = self._series[name]
        return np.asarray(numbers[held(years - first, 0, len(numbers) - 1)])

    def _read_through(self, name: str) -> tuple[int, Number]:
        parameter = self.parameter(name)
        first, last = parameter.values[0].date[0], parameter.values[-1].date[0] + 1
        if parameter.is_money or parameter.afterwards.follow != "hold":
            raise LawError(
                Text(
                    f"{name} cannot be read across years: it must not be money and must hold.",
                    f"{name} 不能跨年读取：它不能是金额，而且须写 afterwards: hold。",
                )
            )
        if parameter.values[0].date[1:] != (1, 1):
            first += 1
        numbers = [parameter.on(year) * parameter.scale for year in range(first, last + 1)]
        return first, np.array(numbers)

    def _opened(self, year: int) -> YearLaw:
        if year <= self.start_year:
            return YearLaw(law=self, year=year, wages=1.0, prices=1.0, medical_price_level=1.0)
        before = self._years.get(year - 1)
        if before is None:
            for earlier in range(self.start_year, year):
                before = self.year(earlier)
        assert before is not None
        cpi, wages = self._growth(year)
        excess = self._rate(MEDICAL_EXCESS_INFLATION, year)
        return YearLaw(
            law=self,
            year=year,
            wages=before.wages * (1 + wages),
            prices=before.prices * (1 + cpi),
            medical_price_level=before.medical_price_level * (1 + cpi + excess) / (1 + wages),
        )

    def _growth(self, year: int) -> tuple[float, float]:
        """Growth of prices and of nominal wages in a year."""
        cpi = self._rate(CPI, year)
        return cpi, (1 + cpi) * (1 + self._rate(REAL_WAGE_GROWTH, year)) - 1

    def _rate(self, name: str, year: int) -> float:
        parameter = self.parameter(name)
        return parameter.on(year) * parameter.scale


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YearLaw:
    """The law of one year; rates are 0–1, money is of the start year at today's wage level.

    Attributes:
        law: the whole of it.
        year: the calendar year, looked up on its first day.
        wages: D, nominal wages against the start year.
        prices: consumer prices against the start year.
        medical_price_level: price of treatment against the start year, told in today's wages.
    """

    law: Law
    year: int
    wages: float
    prices: float
    medical_price_level: float
    _numbers: dict[str, float] = field(init=False, repr=False, default_factory=dict)
    _arrays: dict[tuple[str, tuple[str, ...]], Number] = field(
        init=False, repr=False, default_factory=dict
    )
    _choices: dict[tuple[str, tuple[str, ...]], tuple[tuple[Table, ...], Code]] = field(
        init=False, repr=False, default_factory=dict
    )

    def number(self, name: str) -> float:
        """One number in force on the first day of the year.

        Raises:
            LawError: unknown, or not yet in force.
        """
        try:
            return self._numbers[name]
        except KeyError:
            found = self._numbers[name] = self._value(self.law.parameter(name))
            return found

    def by_place(self, name: str, places: Sequence[PlaceKey]) -> Number:
        """One number for each place, shape (P,): of the place, else its province, else China.

        Raises:
            LawError: none of the three is known.
        """
        key = (name, tuple(place.id for place in places))
        if key not in self._arrays:
            found = np.array([self.number(self.local_name(name, place)) for place in places])
            self._arrays[key] = _sealed(found)
        return self._arrays[key]

    def by_place_and_month(self, name: str, places: Sequence[PlaceKey]) -> Number:
        """One number for each place and month, shape (P, 12), for what starts inside a year.

        Before its first date it is 0.
        """
        key = (f"{name}/month", tuple(place.id for place in places))
        if key not in self._arrays:
            rows = [self._months(self.local_name(name, place)) for place in places]
            self._arrays[key] = _sealed(np.array(rows).reshape(len(places), 12))
        return self._arrays[key]

    def table(self, name: str) -> Table:
        """A table by id."""
        return self.law.table(name)

    def tables_by_place(
        self, name: str, places: Sequence[PlaceKey]
    ) -> tuple[tuple[Table, ...], Code]:
        """The different tables in use, and for each place which of them, shape (P,).

        A place's own table is called ``<name>_<place or province>``; the bare name is the rest's.
        """
        key = (name, tuple(place.id for place in places))
        if key not in self._choices:
            names = [self._local_table(name, place) for place in places]
            different = sorted(set(names))
            which = _sealed(np.array([different.index(each) for each in names], dtype=np.int64))
            self._choices[key] = tuple(self.table(each) for each in different), which
        return self._choices[key]

    def real_rate(self, name: str) -> float:
        """A nominal yearly rate in today's wages: r' = (1 + r)/(1 + d) − 1, d growth of D."""
        _, growth = self.law._growth(self.year)
        return (1 + self.number(name)) / (1 + growth) - 1

    @property
    def wage_growth(self) -> float:
        """Growth of nominal wages this year, d."""
        return self.law._growth(self.year)[1]

    @property
    def medical_price_growth(self) -> float:
        """Growth of treatment prices this year against wages: (1 + cpi + excess)/(1 + d) − 1."""
        cpi, growth = self.law._growth(self.year)
        return (1 + cpi + self.number(MEDICAL_EXCESS_INFLATION)) / (1 + growth) - 1

    def source(self, name: str) -> tuple[Source, Status]:
        """Source and status of the figure in force this year."""
        return self.law.parameter(name).source_on(self.year)

    def local_name(self, name: str, place: PlaceKey) -> str:
        """The parameter that speaks for a place: its own, else its province's, else China's.

        Raises:
            LawError: none of the three is known.
        """
        for owner in (place.id, place.province, COUNTRY):
            if f"{owner}.{name}" in self.law.parameters:
                return f"{owner}.{name}"
        wanted = f"{place.id}.{name}"
        raise LawError(
            Text(
                f"There is no figure “{name}” for {place.id}. Add a parameter {wanted}, "
                f"or {place.province}.{name} for its province.",
                f"{place.id} 没有“{name}”这个数值。请加一个参数 {wanted}，"
                f"或者给它所在的省加 {place.province}.{name}。",
            )
        )

    def _local_table(self, name: str, place: PlaceKey) -> str:
        for owner in (place.id, place.province):
            if f"{name}_{owner}" in self.law.tables:
                return f"{name}_{owner}"
        return name

    def _months(self, name: str) -> list[float]:
        parameter = self.law.parameter(name)
        first = parameter.values[0].date
        return [
            parameter.on(self.year, month) * parameter.scale
            if (self.year, month, 1) >= first
            else 0.0
            for month in _MONTHS
        ]

    def _value(self, parameter: Parameter) -> float:
        entry = parameter.entry_on(self.year)
        since = max(entry.date[0], self.law.start_year)
        value = entry.value * parameter.scale
        rule = parameter.afterwards
        years = max(self.year - since, 0)
        grown = value * (1 + rule.growth_per_year) ** years if rule.follow == "grow" else value
        if not parameter.is_money:
            return grown
        then = self.law.year(since) if since < self.year else self
        if rule.follow == "wages":
            return grown / then.wages
        if rule.follow == "prices":
            return grown * (self.prices / then.prices) / self.wages
        if rule.follow == "treatment":
            return grown * self.medical_price_level / then.medical_price_level / then.wages
        return grown / self.wages


def _sealed(array: NDArray[Scalar]) -> NDArray[Scalar]:
    array.flags.writeable = False
    return array


def _unknown(kind: str, kind_zh: str, name: str, known: Mapping[str, object]) -> LawError:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    hint_zh = f"是不是 {near[0]}？" if near else ""
    return LawError(
        Text(
            f"There is no {kind} {name} in the law.{hint}",
            f"法规数据里没有{kind_zh} {name}。{hint_zh}",
        )
    )
