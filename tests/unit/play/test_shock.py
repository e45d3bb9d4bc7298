"""After a bill: who paid, what it would have been, how often it comes."""

from __future__ import annotations

import pytest

from game.core.chance import Chance
from game.core.life import Lives, Scheme
from game.core.text import Text
from game.play.pricing import bill_of, offered_event, priced
from game.play.shock import frequency_of, shock_view, yearly_chance
from game.play.shock_view import ShockView
from game.sim.engine import Engine
from game.sim.year import Answer, Stage, Year
from tests.toyland.lives import changed, china, planned, started


def a_storm(scheme: Scheme) -> tuple[Engine, Year]:
    """A year in which a bill of hospital is before the only life, insured for long."""
    engine = china()
    for seed in range(400):
        lives = planned(started(engine, age=50), medical=scheme)
        year = engine.open_year(_insured(lives, scheme), Chance(seed=seed))
        while year.stage != Stage.DONE:
            if year.offered[0] >= 0 and shock_view(engine, year, 0) is not None:
                return engine, year
            year = engine.answer(year, Answer())
    raise AssertionError("no bill in four hundred lucks")


def _insured(lives: Lives, scheme: Scheme) -> Lives:
    broken = 0 if scheme != Scheme.NONE else 48
    return changed(lives, cover__scheme=scheme, cover__broken=broken, cover__wait=0)


def found(scheme: Scheme) -> tuple[Engine, Year, ShockView]:
    engine, year = a_storm(scheme)
    view = shock_view(engine, year, 0)
    assert view is not None
    return engine, year, view


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_own_cover_stands_first_and_the_others_follow(scheme: Scheme) -> None:
    engine, year, view = found(scheme)
    assert [case.is_yours for case in view.cases] == [True, *[False] * (len(view.cases) - 1)]
    own = sum(payer.yuan for payer in view.payers if payer.is_self)
    assert view.cases[0].own == pytest.approx(own, abs=0.5)
    assert sum(payer.yuan for payer in view.payers) == pytest.approx(view.total, abs=3)
    event = offered_event(engine, year)
    bill = bill_of(engine, year, priced(engine, year).record, 0, event.index)
    assert bill is not None and bill.total == view.total


def test_more_cover_never_leaves_more_to_pay() -> None:
    _, _, view = found(Scheme.EMPLOYEE)
    by_label = {case.label.en: case.own for case in view.cases}
    assert by_label["No medical insurance"] == view.total
    assert by_label["Employee medical"] < by_label["Resident medical"] < view.total


def test_how_often_is_the_chance_of_this_very_life() -> None:
    engine, year, view = found(Scheme.RESIDENT)
    event = offered_event(engine, year)
    chance = yearly_chance(engine.world, year, event)
    if chance:
        assert view.frequency == frequency_of(chance)
    assert view.frequency.en and view.frequency.zh
    assert view.source != Text("", "")


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.12, "about 12 in 100"),
        (0.018, "about 2 in 100"),
        (0.008, "fewer than 1 in 100"),
        (0.00001, "fewer than 1 in 100"),
    ],
)
def test_frequencies_in_whole_people(chance: float, words: str) -> None:
    assert words in frequency_of(chance).en


def test_an_event_without_a_bill_has_no_shock() -> None:
    engine = china()
    year = engine.open_year(started(engine), Chance(seed=1))
    assert year.offered[0] >= 0, "the first payday"
    assert shock_view(engine, year, 0) is None
