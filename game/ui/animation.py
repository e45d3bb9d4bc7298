"""Motion: values that move from one number to another in real time, and can be cut short."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Ease: TypeAlias = Callable[[float], float]


def linear(share: float) -> float:
    """Constant speed."""
    return share


def ease_out(share: float) -> float:
    """Fast, then settling (cubic)."""
    return 1.0 - (1.0 - share) ** 3


def ease_in_out(share: float) -> float:
    """Slow, fast, slow (smoothstep)."""
    return share * share * (3.0 - 2.0 * share)


class Tween:
    """A number on its way. With motion off, give it no seconds: it is there at once."""

    def __init__(
        self, start: float, end: float, seconds: float, *, ease: Ease = ease_out, delay: float = 0.0
    ) -> None:
        self.start = start
        self.end = end
        self.seconds = seconds
        self.ease = ease
        self._elapsed = -delay

    @property
    def value(self) -> float:
        """Where the number is now."""
        if self.is_done:
            return self.end
        share = max(0.0, self._elapsed) / self.seconds
        return self.start + (self.end - self.start) * self.ease(share)

    @property
    def is_done(self) -> bool:
        """Whether it has arrived."""
        return self._elapsed >= self.seconds

    def advance(self, seconds: float) -> None:
        """Let real time pass."""
        self._elapsed += seconds

    def finish(self) -> None:
        """Be there now."""
        self._elapsed = self.seconds

    def retarget(self, end: float, seconds: float) -> None:
        """Go on from here to another number."""
        self.start, self.end = self.value, end
        self.seconds, self._elapsed = seconds, 0.0
