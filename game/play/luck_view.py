"""What the review is shown of luck and choice: two bars that add up, and a thousand other lucks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckView:
    """The score of a life, taken apart. ``choice + luck = score − base``, as shown too."""

    score: float
    """Of the life lived, in points of 100."""
    base: float
    """Mean of the same lucks without cover."""
    choice: float
    """What the cover brought on average, in points."""
    luck: float
    """What the weather did to this life, in points."""
    choice_error: float
    """Two standard errors of ``choice``, in points."""
    low: float
    """A tenth of the other lucks ends below it with the same choices."""
    high: float
    """A tenth of the other lucks ends above it."""
    spread: tuple[int, ...]
    """Lives with the same choices by score: equal steps from 0 to 100."""
    lives: int
    rank: float
    """Share of those lives that ended below this one, 0–1."""
    has_old_age: bool = True
    """Whether old age came; how long a life is, is not scored."""
    has_contract: bool = False
    """Whether an employer insured the life for a time, and so the life without cover too."""
