"""Shares and chances in words: one rule for every screen, no finer than 2,000 lives can tell."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

LEAST: Final = 0.01
"""Below it, and as near to all, a sample of 2,000 lives tells no more than that."""
ONE_IN: Final = (3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Steps about as wide as the standard error of a share of 2,000 lives, or wider."""
ALL_BUT_ONE_IN: Final = (10, 20, 50, 100)
TENTHS_FROM: Final = 0.35
TENTHS_TO: Final = 0.925
FEW: Final = Text("fewer than 1 in 100", "不到百分之一")
MOST: Final = Text("more than 99 in 100", "百分之九十九以上")
ONE: Final = Text("1 in {of}", "{of} 人里 1 人")
TENTHS: Final = Text("{count} in 10", "10 人里 {count} 人")
ALL_BUT_ONE: Final = Text("{count} in {of}", "{of} 人里 {count} 人")
HUNDRED: Final = Text("about {count} in 100", "大约一百个里有 {count} 个")


def in_people(share: float) -> Text:
    """A share of lives as people say it: “1 in 9”, “6 in 10”, “fewer than 1 in 100”.

    Args:
        share: 0–1.
    """
    bound = _beyond(share)
    if bound is not None:
        return bound
    if share > TENTHS_TO:
        of = _nearest(1 - share, ALL_BUT_ONE_IN)
        return ALL_BUT_ONE.filled({"count": of - 1, "of": of})
    if share >= TENTHS_FROM:
        return TENTHS.filled({"count": min(9, round(share * 10))})
    return ONE.filled({"of": _nearest(share, ONE_IN)})


def in_a_hundred(share: float) -> Text:
    """A share or a yearly chance as so many of a hundred: “about 12 in 100”.

    Args:
        share: 0–1.
    """
    return _beyond(share) or HUNDRED.filled({"count": round(share * 100)})


def _beyond(share: float) -> Text | None:
    """The words for next to none and next to all."""
    if share < LEAST:
        return FEW
    return MOST if share > 1 - LEAST else None


def _nearest(share: float, steps: tuple[int, ...]) -> int:
    """The step whose share is nearest."""
    return min(steps, key=lambda of: abs(1 / of - share))
