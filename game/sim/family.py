"""Who depends on a life: children under age, and parents who are sent money."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Flag
from game.core.life import Family

CHILD_AGE = 16


def children_under_age(family: Family) -> NDArray[np.int64]:
    """Children under 16, shape (n,)."""
    ages = family.child_age
    return np.asarray(((ages >= 0) & (ages < CHILD_AGE)).sum(axis=0))


def supports_parents(family: Family) -> Flag:
    """Whether a parent lives and is promised money, shape (n,)."""
    has_parent = (family.mother_age > 0) | (family.father_age > 0)
    return has_parent & (family.remittance > 0)
