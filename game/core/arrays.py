"""Array aliases whose names read as units, and records of arrays handled column by column.

Every alias has shape ``(n,)`` unless a docstring says more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

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
    changed = {
        field.name: _changed(getattr(record, field.name), change)
        for field in fields(record)  # type: ignore[arg-type]
    }
    return replace(record, **changed)  # type: ignore[type-var]


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


def columns(record: Record, which: NDArray[Any], whole: str = "") -> Record:
    """Some lives of a record, by index or by flag; the field ``whole`` is kept as it is."""
    some = map_columns(
        record if not whole else replace(record, **{whole: None}),  # type: ignore[type-var]
        lambda array: array[..., which],
    )
    if not whole:
        return some
    return replace(some, **{whole: getattr(record, whole)})  # type: ignore[type-var]


def merged(which: Flag, one: Record, other: Record) -> Record:
    """``one`` where the flag holds, ``other`` elsewhere, in every array of two like records."""
    pairs = {
        field.name: _merged(which, getattr(one, field.name), getattr(other, field.name))
        for field in fields(one)  # type: ignore[arg-type]
    }
    return replace(one, **pairs)  # type: ignore[type-var]


def _merged(which: Flag, one: Any, other: Any) -> Any:
    if isinstance(one, np.ndarray):
        return one if one is other else np.where(which, one, other)
    if is_dataclass(one) and not isinstance(one, type):
        return merged(which, one, other)
    return one


def repeated(record: Record, times: int) -> Record:
    """Every life of a record ``times`` times over: a, a, b, b …"""
    return map_columns(record, lambda array: np.repeat(array, times, axis=-1))
