"""Luck is a function: uniforms of (seed, life, age, stream, draw), never of what a player did.

A counter-based hash stands in for a generator, so that draw ``k`` of a life is the same when it is
lived alone, in a chunk or among a million, and on every processor. Streams are keyed by the hash
of their name: adding an event changes no other draw.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]

_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX_1: Final = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2: Final = np.uint64(0x94D049BB133111EB)
_AGE: Final = np.uint64(0xD6E8FEB86659FD93)
_SHIFT_30: Final = np.uint64(30)
_SHIFT_27: Final = np.uint64(27)
_SHIFT_31: Final = np.uint64(31)
_TO_DOUBLE_SHIFT: Final = np.uint64(11)
_TO_DOUBLE: Final = 2.0**-53


def stream_key(name: str) -> int:
    """The 64-bit key of a named stream, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")


def derived_seed(seed: int, purpose: str, index: int) -> int:
    """The seed of another luck, such as the ``k``-th of those a life is compared with."""
    digest = hashlib.blake2b(f"{seed}/{purpose}/{index}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1


def _mix(words: Words) -> None:
    """The finaliser of splitmix64, elementwise and in place."""
    shifted = words >> _SHIFT_30
    words ^= shifted
    words *= _MIX_1
    np.right_shift(words, _SHIFT_27, out=shifted)
    words ^= shifted
    words *= _MIX_2
    np.right_shift(words, _SHIFT_31, out=shifted)
    words ^= shifted


def stream_table(names: Sequence[str]) -> Words:
    """Keys of several streams as an array of shape (streams,), made once per scenario."""
    return np.array([stream_key(name) for name in names], dtype=np.uint64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The luck of one seed.

    ``is_calm`` draws ½ everywhere: a life without luck, for projections and for tests.
    """

    seed: int
    is_calm: bool = False

    def of_year(self, life: Words, age: NDArray[np.int64]) -> Words:
        """The luck of a year of each life, which every stream of the year is mixed with, (n,)."""
        columns = life * _GOLDEN + np.uint64(self.seed & 0xFFFFFFFFFFFFFFFF)
        _mix(columns)
        columns += age.astype(np.uint64) * _AGE
        _mix(columns)
        return columns

    def uniforms(self, streams: Words, life: Words, age: NDArray[np.int64]) -> NDArray[np.float64]:
        """All draws of one year in one pass.

        Args:
            streams: keys, shape (s,).
            life: identity of each life, shape (n,).
            age: age of each life, shape (n,), whole years.

        Returns:
            Uniforms in the open interval (0, 1), shape (s, n).
        """
        return self.draws(streams, self.of_year(life, age))

    def draws(self, streams: Words, of_year: Words) -> NDArray[np.float64]:
        """The same from what ``of_year`` has mixed, shape (s, n)."""
        if self.is_calm:
            return np.full((len(streams), len(of_year)), 0.5)
        words = of_year ^ streams[:, None]
        _mix(words)
        words += _GOLDEN
        _mix(words)
        words >>= _TO_DOUBLE_SHIFT
        draws = words.astype(np.float64)
        draws += 0.5
        draws *= _TO_DOUBLE
        return draws
