"""Numbers of law moved by a fifth, and how the score answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.core.text import Text
from game.play.playtest.sensitivity import is_movable, means, response, scaled
from game.rules.dated import HOLD, DatedValue, Parameter, Source
from tests.toyland.lives import scenario_of

RATE = Parameter(
    id="x.rate",
    label=Text("Rate", "费率"),
    unit="%",
    values=(DatedValue(date=(2006, 1, 1), value=20.0), DatedValue(date=(2030, 1, 1), value=90.0)),
    afterwards=HOLD,
    source=Source(title=Text("x", "x")),
    status="assumed",
)


def values_of(parameter: Parameter) -> list[float]:
    return [each.value for each in parameter.values]


def test_every_value_is_moved_within_what_it_can_be() -> None:
    assert values_of(scaled(RATE, 0.8)) == [16.0, 72.0]
    assert values_of(scaled(RATE, 1.2)) == [24.0, 100.0]
    assert values_of(scaled(replace(RATE, range=(18.0, 22.0)), 1.2)) == [22.0, 90.0]
    assert values_of(scaled(replace(RATE, range=(18.0, 22.0)), 0.8)) == [18.0, 72.0]


def test_a_year_of_the_calendar_is_not_moved() -> None:
    assert is_movable(RATE)
    years = replace(RATE, unit="years", values=(DatedValue(date=(2006, 1, 1), value=15.0),))
    assert is_movable(years)
    born = (DatedValue(date=(2006, 1, 1), value=1965.0),)
    assert not is_movable(replace(years, values=born))
    assert not is_movable(replace(years, unit="", values=born))
    assert is_movable(replace(years, unit="yuan", values=born))


def test_a_number_that_matters_moves_the_score_and_one_nothing_reads_does_not() -> None:
    scenario = scenario_of("toyland")
    scenario = replace(
        scenario,
        law=replace(scenario.law, parameters={**scenario.law.parameters, RATE.id: RATE}),
    )
    usual = means(scenario, 1, 30)
    assert usual.shape == (3, 4)
    moved = response(scenario, usual, "pension.employee.rate", 1, 30)
    assert moved.largest > 0.001
    lower, higher = moved.change
    assert lower["living"] > 0 > higher["living"]
    assert response(scenario, usual, RATE.id, 1, 30).largest == 0.0


def test_kinds_of_player_are_kept_apart() -> None:
    found = means(scenario_of("toyland"), 1, 30)
    assert not np.allclose(found[1], found[2], equal_nan=True)


def test_a_number_the_law_refuses_is_told_as_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.core.errors import LawError
    from game.play.playtest import sensitivity

    def refused(*_: object) -> None:
        raise LawError(Text("no", "不行"))

    monkeypatch.setattr(sensitivity, "means", refused)
    found = response(scenario_of("toyland"), np.ones((3, 4)), "pension.employee.rate", 1, 30)
    assert found.change == ({}, {})
