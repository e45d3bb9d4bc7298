"""A table of law or risk: one number read by another, such as a divisor by age."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number
from game.core.errors import LawError
from game.core.text import Text
from game.rules.dated import Source, Status, Unit

Between: TypeAlias = Literal["line", "step"]
_PER_CENT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """Values by age, fee or income; outside its ends the end values hold.

    Amounts of yuan are taken to keep their place among wages, as a parameter that follows wages.

    Raises:
        LawError: no rows, or rows and values that do not match.
    """

    id: str
    label: Text
    by: str
    unit: Unit
    keys: tuple[float, ...]
    values: tuple[float, ...]
    source: Source
    status: Status
    between: Between = "line"
    note: Text | None = None
    nodes: Number = field(init=False, repr=False)
    heights: Number = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Order the rows and turn per cent into 0–1, once."""
        if not self.keys or len(self.keys) != len(self.values):
            raise LawError(
                Text(
                    f"Table {self.id} needs at least one row, each with one value.",
                    f"表 {self.id} 至少要有一行，每行一个数值。",
                )
            )
        order = np.argsort(np.array(self.keys, dtype=np.float64), kind="stable")
        scale = _PER_CENT if self.unit == "%" else 1.0
        nodes = np.array(self.keys, dtype=np.float64)[order]
        heights = np.array(self.values, dtype=np.float64)[order] * scale
        nodes.flags.writeable = heights.flags.writeable = False
        object.__setattr__(self, "nodes", nodes)
        object.__setattr__(self, "heights", heights)

    def at(self, x: NDArray[np.floating[Any]] | NDArray[np.integer[Any]]) -> Number:
        """Values at ``x``, any shape: on the line between rows, or of the last row not above."""
        if self.between == "line":
            return np.asarray(np.interp(x, self.nodes, self.heights))
        row = np.searchsorted(self.nodes, x, side="right") - 1
        return np.asarray(self.heights[np.maximum(row, 0)])
