"""Tables between their rows and outside their ends."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.errors import LawError
from game.core.text import Text, same
from game.rules.dated import Source, Unit
from game.rules.table import Between, Table


def table(rows: dict[float, float], between: Between = "line", unit: Unit = "months") -> Table:
    """A table of the given rows."""
    return Table(
        id="toy",
        label=Text("Toy", "玩具"),
        by="age",
        unit=unit,
        keys=tuple(rows),
        values=tuple(rows.values()),
        between=between,
        source=Source(title=same("Book of Toyland")),
        status="assumed",
    )


AGES = np.array([-5.0, 10, 15, 19.9, 20, 99])


def test_on_the_line() -> None:
    found = table({20: 4, 10: 2}).at(AGES)
    assert found == pytest.approx([2, 2, 3, 3.98, 4, 4])


def test_on_the_step_below() -> None:
    found = table({10: 2, 20: 4}, between="step").at(AGES)
    assert found.tolist() == [2, 2, 2, 2, 4, 4]


def test_whole_ages_and_any_shape() -> None:
    found = table({10: 2, 20: 4}).at(np.array([[10, 15], [20, 25]]))
    assert found.tolist() == [[2, 3], [4, 4]]


def test_per_cent_become_fractions() -> None:
    assert table({0: 5}, unit="%").at(AGES).tolist() == [0.05] * 6


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(LawError, match="toy needs at least one row"):
        table({})


def test_a_table_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        table({0: 5}).heights[0] = 1
