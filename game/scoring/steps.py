"""The steps an amount of a plan is chosen in: those below and above a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_SAME: Final = 1e-9


def below(steps: Sequence[float], value: float) -> list[float]:
    """Steps smaller than a value, the nearest first."""
    return [step for step in reversed(steps) if step < value - _SAME]


def above(steps: Sequence[float], value: float) -> list[float]:
    """Steps larger than a value, the nearest first."""
    return [step for step in steps if step > value + _SAME]
