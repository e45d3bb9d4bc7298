"""A condition told to be impossible never holds for anybody the pack can have."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.checks.domains import Domains, Interval, Words
from game.scenario.checks.possible import never_true
from game.scenario.expression.parser import parse
from tests.unit.scenario.fakes import FakeScope, compiled

DOMAINS: Domains = {
    "age": Interval(low=22.0, high=75.0),
    "health": Interval(low=0.0, high=100.0),
    "sex": Words(words=frozenset({"male"})),
    "place": Words(words=frozenset({"harbour", "valley"})),
    "job": Words(words=frozenset({"courier"})),
    "my.injured": Interval(low=0.0, high=0.0, is_flag=True),
}
AGES = st.sampled_from(["age", "20", "22", "40", "75", "76", "max(age, 30)", "age + 5", "-age"])
POINTS = st.sampled_from(["health", "0 points", "50 points", "100 points", "health - 10 points"])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
LEAVES = st.one_of(
    st.tuples(AGES, SIGNS, AGES).map(" ".join),
    st.tuples(POINTS, SIGNS, POINTS).map(" ".join),
    st.sampled_from(["sex == male", "sex == female", "sex != female", "job == shop_helper"]),
    st.sampled_from(["place == valley", "place != valley", "place == harbour", "my.injured"]),
    st.sampled_from(["partner", "cash > 5 yuan", "yes", "no", "my.injured == no"]),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            lambda parts: f"({' '.join(parts)})"
        ),
        inner.map(lambda part: f"not ({part})"),
    ),
    max_leaves=6,
)


def people(dice: np.random.Generator, size: int = 200) -> FakeScope:
    """Lives whose ages, places and the rest lie inside the domains, their ends among them."""
    ages = dice.integers(22, 76, size)
    ages[:2] = (22, 75)
    health = dice.integers(0, 101, size)
    health[:2] = (0, 100)
    values = {
        "age": ages.tolist(),
        "health": health.tolist(),
        "place": dice.integers(0, 2, size).tolist(),
        "partner": dice.integers(0, 2, size).tolist(),
        "cash": dice.integers(0, 10, size).tolist(),
        "sex": [0.0] * size,
        "job": [0.0] * size,
        "my.injured": [0.0] * size,
    }
    return FakeScope(values=values, size=size)


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, st.integers(0, 10))
def test_what_is_told_to_be_impossible_is(condition: str, seed: int) -> None:
    expression = compiled(condition).expression
    assert expression is not None, condition
    never = never_true(parse(condition), DOMAINS)
    if never is not None:
        holds = expression.evaluate(people(np.random.default_rng(seed)))
        assert not holds.any(), condition
        assert never.why.en
        assert never.why.zh


@given(CONDITIONS)
def test_the_part_blamed_lies_in_the_condition(condition: str) -> None:
    never = never_true(parse(condition), DOMAINS)
    if never is not None:
        start, end = never.part.span
        assert 0 <= start < end <= len(condition)
