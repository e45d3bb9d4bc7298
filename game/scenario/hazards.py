"""The chance of an event in one year, with factors on its hazard, without ``exp`` or ``log``."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np

from game.scenario.expression.draws import on_line
from game.scenario.model import Array, Expression, Hazard, Scope

_NODES: Final = 1025
_DIGITS: Final = 12
_MOST_FOLDED: Final = 6
HIGHEST: Final = 0.99
"""A chance with factors never exceeds this."""


def hazard_probability(hazard: Hazard, scope: Scope) -> Array:
    """Chance in this year, shape (n,): p' = 1 − (1 − p)^f, f the product of the factors that hold.

    A constant p is exact to 12 decimals. Otherwise the power is read from a table of
    (1 − (1 − p)^f)/p with 1,025 nodes, linear between them: relative error below 1e-5 for p up
    to 0.9 and f up to 10. Where no factor holds, p is exactly what the author wrote.
    """
    if hazard.constant is not None:
        return _constant_chance(hazard.constant, hazard.factors, scope)
    chance = _base_chance(hazard, scope)
    for factor, check in hazard.factors:
        holds = check.evaluate(scope) != 0.0
        chance = np.where(holds, raised(chance, factor), chance)
    return chance


def _base_chance(hazard: Hazard, scope: Scope) -> Array:
    assert hazard.by is not None, "a hazard is constant or read by an expression"
    share = hazard.by.evaluate(scope)
    if hazard.table is not None:
        share = hazard.table.at(share)
    return np.minimum(np.maximum(share, 0.0), 1.0)


def _constant_chance(chance: float, factors: Factors, scope: Scope) -> Array:
    if not factors:
        return np.full(scope.size, chance)
    if len(factors) > _MOST_FOLDED:
        result = np.full(scope.size, chance)
        for factor, check in factors:
            result = np.where(check.evaluate(scope) != 0.0, raised(result, factor), result)
        return result
    which = np.zeros(scope.size, dtype=np.int64)
    for position, (_, check) in enumerate(factors):
        which += (check.evaluate(scope) != 0.0).astype(np.int64) << position
    return _combinations(chance, tuple(factor for factor, _ in factors))[which]


Factors: TypeAlias = "tuple[tuple[float, Expression], ...]"


def raised(chance: Array, factor: float) -> Array:
    """1 − (1 − p)^f by table, at most 0.99."""
    return np.minimum(chance * on_line(_ratios(factor), chance), HIGHEST)


@lru_cache(maxsize=512)
def _ratios(factor: float) -> Array:
    """(1 − (1 − p)^f)/p at p = k/1024, shape (1025,); f at p = 0."""
    shares = np.arange(1, _NODES) / (_NODES - 1)
    powers = [1.0 - (1.0 - share) ** factor for share in shares.tolist()]
    table = np.round(np.array([factor, *(np.array(powers) / shares)]), _DIGITS)
    table.flags.writeable = False
    return table


@lru_cache(maxsize=512)
def _combinations(chance: float, factors: tuple[float, ...]) -> Array:
    """The chance for every subset of factors that may hold, shape (2^k,); bit i is factor i."""
    values = []
    for subset in range(1 << len(factors)):
        power = 1.0
        for position, factor in enumerate(factors):
            power *= factor if subset >> position & 1 else 1.0
        values.append(min(round(1.0 - (1.0 - chance) ** power, _DIGITS), HIGHEST))
    values[0] = chance
    table = np.array(values)
    table.flags.writeable = False
    return table
