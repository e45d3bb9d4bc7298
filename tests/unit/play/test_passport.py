"""Where figures come from, as screens tell it: title in both languages."""

from __future__ import annotations

import pytest

from game.core.text import Text, same
from game.play.passport import LOCAL, figures_of
from game.play.session import Session, new_session
from game.play.views import FigureView, Stage
from game.sim.engine import Engine
from tests.toyland.lives import china, scenario_of, toyland
from tests.unit.play.playing import EMPLOYEE, keeping


def shown(engine: Engine, screen: str) -> dict[Text, FigureView]:
    """The figures of a screen on the first day of a life, by label."""
    session = new_session(engine, 0, 1)
    return {figure.label: figure for figure in figures_of(engine.world, session.opened, screen)}


def test_a_source_is_told_by_its_title_in_each_language() -> None:
    """The section is where the figure stands in our own collection: it is not shown."""
    parameter = scenario_of("china").law.parameter("pension.employee.rate")
    told = shown(china(), "plan")[parameter.label].source
    assert told.zh.startswith("国发〔2005〕38号")
    assert told == parameter.source.title


def test_a_source_without_a_section_is_its_title() -> None:
    parameter = scenario_of("toyland").law.parameter("pension.employee.rate")
    assert shown(toyland(), "plan")[parameter.label].source == same("Act of Toyland")


@pytest.mark.parametrize("screen", sorted(LOCAL))
def test_no_source_of_the_base_pack_is_told_in_one_language_only(screen: str) -> None:
    figures = shown(china(), screen)
    assert figures
    for figure in figures.values():
        assert figure.source.en != figure.source.zh, figure.label


def test_a_result_names_the_source_of_how_often_it_happens() -> None:
    session = result_of(new_session(china(), 0, 1))
    often = {
        event.frequency.text: event.frequency.source.title
        for event in scenario_of("china").events
        if event.frequency is not None
    }
    result = session.result()
    assert result.source == often[result.frequency]
    assert result.source.en != result.source.zh


def result_of(session: Session) -> Session:
    """A life played to the first result that says how often it happens."""
    step = keeping(EMPLOYEE)
    for _ in range(200):
        if session.stage is Stage.RESULT and session.result().frequency.en:
            return session
        step(session)
    raise AssertionError("no result in two hundred steps")
