"""Array aliases whose names read as units, and records of arrays handled column by column.

Every alias has shape ``(n,)`` unless a docstring says more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

Yuan: TypeAlias = NDArray[np.float64]
"""Money of the start year at today's wage level, or a flow of it."""
Rate: TypeAlias = NDArray[np.float64]
"""A share or a yearly rate, 0–1."""
Years: TypeAlias = NDArray[np.float64]
Months: TypeAlias = NDArray[np.float64]
Points: TypeAlias = NDArray[np.float64]
"""Health or wellbeing, 0–100."""
Number: TypeAlias = NDArray[np.float64]
Flag: TypeAlias = NDArray[np.bool_]
Code: TypeAlias = NDArray[np.int64]
"""An index into a table of names: a place, a job, an event, a choice."""
Small: TypeAlias = NDArray[np.int16] | NDArray[np.int8]
"""Small whole numbers kept for every event: months, counts, years, choices."""

Record = TypeVar("Record")

FEN_PER_YUAN = 100.0


def to_fen(amount: Yuan) -> Yuan:
    """Round money to whole fen, half to even, so that a life replays to the fen anywhere."""
    return np.rint(amount * FEN_PER_YUAN) / FEN_PER_YUAN


# The three below do what methods and functions of numpy do, at a third of the cost of the call: a
# year of few lives is some thousand calls and hardly any arithmetic.


def any_of(flags: NDArray[Any]) -> bool:
    """Whether any flag holds, or any number is not 0, whatever the shape."""
    return bool(np.count_nonzero(flags))


def indices_of(flags: NDArray[Any]) -> NDArray[np.int64]:
    """Where flags of shape (n,) hold."""
    return flags.nonzero()[0]


def held(values: NDArray[Any], low: ArrayLike, high: ArrayLike) -> NDArray[Any]:
    """Values within bounds."""
    bounded: NDArray[Any] = np.minimum(np.maximum(values, low), high)
    return bounded


def total(rows: NDArray[np.float64]) -> Yuan:
    """Sum over the first axis, row after row.

    ``rows.sum(axis=0)`` adds pairwise for one life and row by row for many, so that a life would
    not be the same alone as in a crowd, to the last bit.
    """
    result: Yuan = rows[0].copy()
    for row in rows[1:]:
        result += row
    return result


def map_columns(record: Record, change: Callable[[NDArray[Any]], NDArray[Any]]) -> Record:
    """The same frozen record with every array in it changed, nested records and lists included.

    The last axis of an array is the lives; whatever holds no array is kept.
    """
    kind = type(record)
    names = field_names(kind)
    return kind(**{name: _changed(getattr(record, name), change) for name in names})


def field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields a record is made from, in their order."""
    found = _FIELDS.get(kind)
    if found is None:
        found = _FIELDS[kind] = tuple(field.name for field in fields(kind) if field.init)
    return found


_FIELDS: Final[dict[type[Any], tuple[str, ...]]] = {}


def _changed(value: Any, change: Callable[[NDArray[Any]], NDArray[Any]]) -> Any:
    if isinstance(value, np.ndarray):
        return change(value)
    if is_dataclass(value) and not isinstance(value, type):
        return map_columns(value, change)
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if isinstance(value, Mapping):
        return {key: _changed(item, change) for key, item in value.items()}
    return value


def changed(record: Record, **values: Any) -> Record:
    """The same record with some fields changed: ``dataclasses.replace`` at half its cost."""
    kind = type(record)
    for name in field_names(kind):
        if name not in values:
            values[name] = getattr(record, name)
    return kind(**values)


def columns(record: Record, which: NDArray[Any] | slice, whole: str = "") -> Record:
    """Some lives of a record, by index or by flag; the field ``whole`` is kept as it is."""
    kept = map_columns(
        record if not whole else changed(record, **{whole: None}),
        lambda array: array[..., which],
    )
    if not whole:
        return kept
    return changed(kept, **{whole: getattr(record, whole)})


class _Some:
    """Some lives of a record, each array taken when it is first looked at."""

    def __init__(self, record: Any, which: Any, instead: Mapping[str, Any]) -> None:
        self._record, self._which = record, which
        for name, array in instead.items():
            setattr(self, name, array[..., which])

    @property
    def size(self) -> int:
        """How many lives."""
        which = self._which
        return len(range(self._record.size)[which]) if isinstance(which, slice) else len(which)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._record, name)
        if isinstance(found, np.ndarray):
            found = found[..., self._which]
        elif is_dataclass(found):
            found = _Some(found, self._which, {})
        setattr(self, name, found)
        return found


def some(record: Record, which: NDArray[Any] | slice, **instead: NDArray[Any]) -> Record:
    """Some lives of a record to read from: what is not looked at is not copied.

    Args:
        record: of all lives.
        which: indices or a slice.
        instead: arrays of all lives that stand for fields of the record.
    """
    return cast(Record, _Some(record, which, instead))


def merged(which: Flag, one: Record, other: Record) -> Record:
    """``one`` where the flag holds, ``other`` elsewhere, in every array of two like records."""
    kind = type(one)
    return kind(
        **{
            name: _merged(which, getattr(one, name), getattr(other, name))
            for name in field_names(kind)
        }
    )


def _merged(which: Flag, one: Any, other: Any) -> Any:
    if isinstance(one, np.ndarray):
        return one if one is other else np.where(which, one, other)
    if is_dataclass(one) and not isinstance(one, type):
        return merged(which, one, other)
    return one


def repeated(record: Record, times: int) -> Record:
    """Every life of a record ``times`` times over: a, a, b, b …"""
    return map_columns(record, lambda array: np.repeat(array, times, axis=-1))
