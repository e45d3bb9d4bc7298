from __future__ import annotations

import numpy as np
import pytest

from game.scenario.hazards import hazard_probability, raised
from game.scenario.model import Expression, Hazard
from tests.unit.scenario.fakes import STAYS, FakeScope, compiled


def expression(source: str) -> Expression:
    found = compiled(source).expression
    assert found is not None
    return found


def test_a_constant_without_factors_is_itself() -> None:
    hazard = Hazard(constant=0.04, by=None, table=None, factors=())
    assert hazard_probability(hazard, FakeScope(size=2)).tolist() == [0.04, 0.04]


def test_factors_multiply_the_hazard() -> None:
    factors = ((1.8, expression("age < 30")), (0.6, expression("job == courier")))
    hazard = Hazard(constant=0.04, by=None, table=None, factors=factors)
    scope = FakeScope(values={"age": [20, 20, 40, 40], "job": [0, 1, 0, 1]}, size=4)
    expected = [1 - 0.96**power for power in (1.8 * 0.6, 1.8, 0.6, 1.0)]
    assert hazard_probability(hazard, scope).tolist() == pytest.approx(expected, abs=1e-11)


def test_a_table_is_read_by_its_name() -> None:
    hazard = Hazard(constant=None, by=expression("age"), table=STAYS, factors=())
    scope = FakeScope(values={"age": [20, 40, 90]}, size=3)
    assert hazard_probability(hazard, scope).tolist() == pytest.approx([0.1, 0.3, 0.5])
    twice = Hazard(
        constant=None, by=expression("age"), table=STAYS, factors=((2.0, expression("yes")),)
    )
    assert hazard_probability(twice, scope).tolist() == pytest.approx([0.19, 0.51, 0.75], rel=1e-5)


def test_an_expression_may_be_the_chance_itself() -> None:
    by = expression("if(sex == male, lookup(stays, age), 2%)")
    hazard = Hazard(constant=None, by=by, table=None, factors=())
    scope = FakeScope(values={"age": [40, 40], "sex": [0, 1]}, size=2)
    assert hazard_probability(hazard, scope).tolist() == pytest.approx([0.3, 0.02])


@pytest.mark.parametrize("factor", [0.1, 0.6, 1.8, 10.0])
def test_powers_by_table_are_as_precise_as_stated(factor: float) -> None:
    chance = np.linspace(0.0001, 0.9, 3001)
    exact = np.minimum(1 - (1 - chance) ** factor, 0.99)
    assert np.abs(raised(chance, factor) / exact - 1).max() < 1e-5


def test_never_certain() -> None:
    assert raised(np.array([0.9, 1.0]), 50.0).max() <= 0.99
    assert raised(np.array([0.0]), 50.0).tolist() == [0.0]
