"""Closures over arrays an expression is built of; constants are folded and sizes bounded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

import numpy as np

from game.scenario.expression.kinds import UNKNOWN, YES_NO, Kind
from game.scenario.model import Array, Scope

LARGEST: Final = 1e12
"""Results are held within ± this."""
_USUAL: Final = 1e10
"""What a name of the engine stays below; a bound for deciding where to clip, not a limit."""
_OVERFLOW: Final = 1e100

Run: TypeAlias = Callable[[Scope], Any]
"""Gives an array of shape (n,): of bool where the kind is yes or no, else of float."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A compiled part: its kind, how to run it, its value if constant, and how large it may get."""

    kind: Kind
    run: Run = field(repr=False)
    constant: float | None = None
    bound: float = _USUAL

    def of_kind(self, kind: Kind) -> Piece:
        """The same numbers read as another kind."""
        return replace(self, kind=kind)


def constant(value: float, kind: Kind) -> Piece:
    """A literal, or what folding made of literals."""
    held = min(max(value, -LARGEST), LARGEST)
    return Piece(kind=kind, run=lambda scope: held, constant=held, bound=abs(held))


def unknown() -> Piece:
    """Stands for a part already reported."""
    return constant(0.0, UNKNOWN)


def reading(name: str, kind: Kind, scale: float = 1.0) -> Piece:
    """The value of a name."""
    if kind == YES_NO:
        return Piece(kind=kind, run=lambda scope: scope.read(name) != 0.0)
    if scale == 1.0:
        return Piece(kind=kind, run=lambda scope: scope.read(name))
    return Piece(kind=kind, run=lambda scope: scope.read(name) * scale)


def applied(function: Callable[..., Any], *pieces: Piece, kind: Kind, bound: float) -> Piece:
    """An elementwise function of several pieces, folded where all of them are constant."""
    if all(piece.constant is not None for piece in pieces):
        return constant(float(function(*(piece.constant for piece in pieces))), kind)
    return _held(kind, _called(function, [piece.run for piece in pieces]), bound)


def _called(function: Callable[..., Any], runs: list[Run]) -> Run:
    if len(runs) == 1:
        (only,) = runs
        return lambda scope: function(only(scope))
    if len(runs) == 2:
        left, right = runs
        return lambda scope: function(left(scope), right(scope))
    return lambda scope: function(*(run(scope) for run in runs))


def _held(kind: Kind, run: Run, bound: float) -> Piece:
    """Clips where products may have grown beyond what a float can be trusted with."""
    if bound < _OVERFLOW:
        return Piece(kind=kind, run=run, bound=bound)
    return Piece(kind=kind, run=lambda scope: _clipped(run(scope)), bound=LARGEST)


def _clipped(values: Any) -> Any:
    return np.minimum(np.maximum(values, -LARGEST), LARGEST)


def scaled(piece: Piece, factor: float) -> Piece:
    """A piece times a number."""
    return product(piece, constant(factor, piece.kind), piece.kind)


def total(left: Piece, right: Piece, kind: Kind) -> Piece:
    """``left + right``."""
    return applied(np.add, left, right, kind=kind, bound=left.bound + right.bound)


def difference(left: Piece, right: Piece, kind: Kind) -> Piece:
    """``left - right``."""
    return applied(np.subtract, left, right, kind=kind, bound=left.bound + right.bound)


def product(left: Piece, right: Piece, kind: Kind) -> Piece:
    """``left * right``."""
    return applied(np.multiply, left, right, kind=kind, bound=left.bound * right.bound)


def quotient(left: Piece, right: Piece, kind: Kind) -> Piece:
    """``left / right``; x/0 is 0."""
    if right.constant is not None:
        factor = 1.0 / right.constant if abs(right.constant) >= 1.0 / LARGEST else 0.0
        if factor and left.constant is None:
            divisor = right.constant
            run = left.run
            bound = left.bound * abs(factor)
            return _held(kind, lambda scope: run(scope) / divisor, bound)
    return applied(_divided, left, right, kind=kind, bound=_OVERFLOW)


def _divided(left: Any, right: Any) -> Any:
    is_zero = np.equal(right, 0.0)
    with np.errstate(over="ignore"):
        return np.where(is_zero, 0.0, left / np.where(is_zero, 1.0, right))


def negative(piece: Piece) -> Piece:
    """``-x``."""
    return applied(np.negative, piece, kind=piece.kind, bound=piece.bound)


def flag(function: Callable[..., Any], *pieces: Piece) -> Piece:
    """A function of several pieces that answers yes or no."""
    return applied(function, *pieces, kind=YES_NO, bound=1.0)


def both(left: Piece, right: Piece) -> Piece:
    """``left and right``; the right side is not looked at where no life holds the left one."""
    if left.constant is not None or right.constant is not None:
        return flag(np.logical_and, left, right)
    first, second = left.run, right.run

    def run(scope: Scope) -> Any:
        holds = first(scope)
        return np.logical_and(holds, second(scope)) if holds.any() else holds

    return Piece(kind=YES_NO, run=run, bound=1.0)


def either(left: Piece, right: Piece) -> Piece:
    """``left or right``; the right side is not looked at where every life holds the left one."""
    if left.constant is not None or right.constant is not None:
        return flag(np.logical_or, left, right)
    first, second = left.run, right.run

    def run(scope: Scope) -> Any:
        holds = first(scope)
        return holds if holds.all() else np.logical_or(holds, second(scope))

    return Piece(kind=YES_NO, run=run, bound=1.0)


def finished(piece: Piece) -> Callable[[Scope], Array]:
    """The closure the engine calls: always a float array of shape (n,), within ± 1e12."""
    run = piece.run
    if piece.constant is not None:
        value = piece.constant
        return lambda scope: np.full(scope.size, value)
    if piece.kind == YES_NO:
        return lambda scope: np.asarray(run(scope), dtype=np.float64)
    if piece.bound > LARGEST:
        return lambda scope: np.asarray(_clipped(run(scope)), dtype=np.float64)
    return lambda scope: np.asarray(run(scope), dtype=np.float64)
