"""Luck inside an expression: quantile tables, so that a life runs without ``exp`` and ``log``."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

NODES: Final = 256
_LAST: Final = NODES - 1
_DIGITS: Final = 9
"""Decimals kept of a node, so that every machine makes the same table."""


@lru_cache(maxsize=256)
def lognormal_quantiles(sigma: float) -> NDArray[np.float64]:
    """Quantiles of the lognormal of mean 1 at u = k/255, shape (256,).

    Inner nodes are the exact quantiles exp(σ z − σ²/2). The last one is set so that the highest
    cell holds its true share of the mean, the first one likewise, and the whole is scaled so that
    the mean of the line through the nodes is 1. The largest draw is therefore finite.

    Args:
        sigma: standard deviation of the logarithm.
    """
    normal = NormalDist()
    shares = np.arange(1, _LAST) / _LAST
    inner = [math.exp(sigma * normal.inv_cdf(u) - sigma * sigma / 2) for u in shares]
    low = normal.cdf(normal.inv_cdf(float(shares[0])) - sigma)
    high = 1.0 - normal.cdf(normal.inv_cdf(float(shares[-1])) - sigma)
    first = max(0.0, 2 * _LAST * low - inner[0])
    last = max(inner[-1], 2 * _LAST * high - inner[-1])
    nodes = np.array([first, *inner, last])
    mean = (nodes[:-1] + nodes[1:]).sum() / (2 * _LAST)
    table: NDArray[np.float64] = np.round(nodes / mean, _DIGITS)
    table.flags.writeable = False
    return table


def on_line(nodes: NDArray[np.float64], share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values of a table of equally spaced nodes over [0, 1], linear between them.

    Args:
        nodes: shape (k,).
        share: where to read, 0–1, any shape.
    """
    position = share * (len(nodes) - 1)
    left = np.minimum(position.astype(np.int64), len(nodes) - 2)
    below = nodes[left]
    return np.asarray(below + (position - left) * (nodes[left + 1] - below))
