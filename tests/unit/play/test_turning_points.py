"""Turning points, luck and comparisons in words, and as they arrive."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.core.life import Scheme
from game.core.text import LANGUAGES
from game.play.comparisons import FindingsDesk, choice_parts, compared_lives, luck_parts, turning_of
from game.play.desk import Desk
from game.play.luck import luck_view
from game.play.luck_view import LuckView
from game.play.recording import played_life
from game.play.turning_points import effect_of, plan_words, turning_view
from game.play.turning_view import TurningView
from game.scoring.compared import compared
from game.scoring.luck import LuckAndChoice
from tests.toyland.lives import china, toyland
from tests.unit.play.test_forecast_desk import wait_for
from tests.unit.scoring.played import life_of, session_of
from tests.unit.scoring.test_replay import point

LUCKS = 12


@pytest.mark.parametrize("profile", [0, 1, 2])
def test_turning_points_are_told_in_both_languages(profile: int) -> None:
    session = session_of("china", 8, profile)
    view = turning_view(session.world, turning_of(session.engine, life_of(session)))
    assert 0 < len(view.points) <= 5
    assert max(each.weight for each in view.points) == 1
    for each in view.points:
        for language in LANGUAGES:
            for words in (each.title, each.other, each.effect):
                assert words.in_language(language)
                assert not re.search(r"[{}]|\bnan\b", words.in_language(language))
        assert each.title != each.other
        assert session.notes[0].age <= each.age <= session.notes[-1].age
    assert len({each.id for each in view.points}) == len(view.points)


def test_pension_is_told_first_then_the_bill_then_points() -> None:
    assert effect_of(point(3.0, pension=1_270)).en == "+¥1,270 a month at 63"
    assert effect_of(point(-3.0, pension=-402)).en == "−¥402 a month at 63"
    assert effect_of(point(3.0, bill=-31_000)).en == "¥31,000 less to pay at 40"
    assert effect_of(point(-3.0, bill=31_000)).zh == "40 岁多付医药费 31,000 元"
    assert effect_of(point(3.26)).en == "yours scored 3.3 higher"
    assert effect_of(point(-3.26)).zh == "你这条路低 3.3 分"
    assert effect_of(point(3.0, years=4)).en == "4 years longer on this luck"
    assert effect_of(point(3.0, years=-2)).zh == "同样的运气里少活 2 年"


def test_a_gain_that_cost_pension_says_both() -> None:
    both = effect_of(point(2.0, pension=-1_810, bill=-9_000))
    assert both.en == "¥9,000 less to pay at 40, but −¥1,810 a month at 63"
    assert effect_of(point(2.0, bill=9_000)).en == "yours scored 2.0 higher"
    but = effect_of(point(2.0, pension=-1_810))
    assert but.en == "yours scored 2.0 higher, but −¥1,810 a month at 63"


def test_every_plan_field_has_words() -> None:
    for field, value in (
        ("pension", Scheme.NONE),
        ("medical", Scheme.EMPLOYEE),
        ("base", 0.8),
        ("tier", 500.0),
        ("private_per_year", 3_000.0),
        ("private_per_year", 0.0),
        ("savings", 0.4),
        ("pace", 1.2),
        ("can_borrow", True),
        ("claim_age", 60.0),
    ):
        words = plan_words(field, value)
        assert words.en and words.zh and "{" not in words.en + words.zh


def test_a_life_that_does_not_replay_has_no_turning_points() -> None:
    """A save from before answers were kept, or one begun under another edition."""
    session = session_of("china", 3)
    forgotten = [replace(note, answers=()) for note in session.notes]
    assert turning_of(china(), played_life(0, 3, forgotten)).points == ()
    elsewhere = [replace(note, edition="another") for note in session.notes]
    assert turning_of(china(), played_life(0, 3, elsewhere)).points == ()


def test_bars_of_the_view_add_up_to_a_thousandth() -> None:
    found = LuckAndChoice(
        score_part=56_125,
        mean_part=59_709,
        base_part=42_216,
        error=0.47,
        scores=tuple(40.0 + k for k in range(50)),
    )
    view = luck_view(found)
    assert round((view.choice + view.luck) * 1000) == round((view.score - view.base) * 1000)
    assert sum(view.spread) == view.lives == 50
    assert view.low < view.high
    assert found.shown == (17, -3)
    assert view.rank == pytest.approx(17 / 50)


def test_points_are_compared_only_where_years_are_the_same() -> None:
    session = session_of("china", 21)
    life = life_of(session)
    rows = compared_lives(session.engine, life, compared(session.engine, life.recorded, 0.6))
    you = rows[0]
    assert you.is_player and you.score == life.score(session.world)
    assert [row.id for row in rows][-1] == "highest_affordable"
    for row in rows[1:]:
        assert (row.score is None) == (row.lived_to != you.lived_to)
        assert row.label.en and row.label.zh and "{" not in row.label.en


def test_parts_arrive_quickest_first() -> None:
    session = session_of("toyland", 3)
    parts = list(choice_parts(session.engine, life_of(session), LUCKS))
    assert isinstance(parts[0], TurningView)
    assert isinstance(parts[1], tuple)
    assert isinstance(parts[2], tuple)
    assert len(parts[2]) == len(parts[1]) + 1
    (luck,) = luck_parts(session.engine, life_of(session), LUCKS)
    assert isinstance(luck, LuckView)


def test_findings_at_the_desk() -> None:
    session = session_of("toyland", 3)
    with Desk(toyland(), uses_process=False) as desk:
        findings = FindingsDesk(desk=desk, life=life_of(session), lucks=LUCKS)
        wait_for(lambda: findings.is_ready)
        assert findings.turning() is not None
        assert findings.luck() is not None
        rows = findings.compared()
        assert rows is not None and rows[0].is_player


@pytest.mark.parametrize("profile", [1, 2])
def test_who_had_an_employer_is_not_called_never_insured(profile: int) -> None:
    session = session_of("china", 8, profile)
    life = life_of(session)
    assert any(note.months_contract for note in life.notes)
    rows = {
        row.id: row
        for row in compared_lives(session.engine, life, compared(session.engine, life.recorded))
    }
    assert rows["never_insured"].label.zh == "只在合同期内参保"
