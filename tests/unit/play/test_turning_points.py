"""Turning points, luck and comparisons in words, and as they arrive."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

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


def test_points_stand_beside_the_pension_or_the_bills_of_the_life() -> None:
    assert effect_of(point(3.0, pension=1_270)).en == "+3.0 points; +¥1,270 a month from 63"
    assert effect_of(point(-3.0, pension=-402)).en == "−3.0 points; −¥402 a month from 63"
    less = effect_of(point(3.0, bills=-31_000))
    assert less.en == "+3.0 points; ¥31,000 less in own bills"
    assert effect_of(point(-3.0, bills=31_000)).zh == "低 3.0 分；一辈子自己多付医药费 31,000 元"
    assert effect_of(point(3.26)).en == "+3.3 points"
    assert effect_of(point(-3.26)).zh == "低 3.3 分"
    assert effect_of(point(0.01, pension=60)).en == "+¥60 a month from 63"
    assert effect_of(point(3.0, years=4)).en == "4 years longer on this luck"
    assert effect_of(point(3.0, years=-2)).zh == "同样的运气里少活 2 年"


def test_a_gain_that_cost_pension_says_both() -> None:
    both = effect_of(point(2.0, pension=-1_810, bills=-19_000))
    assert both.en == ("+2.0 points; ¥19,000 less in own bills, but −¥1,810 a month from 63")
    but = effect_of(point(2.0, pension=-1_810))
    assert but.en == "+2.0 points, but −¥1,810 a month from 63"
    assert but.zh == "高 2.0 分，但从 63 岁起每月少 1,810 元"


def test_small_bills_explain_no_points() -> None:
    """A child not born has nothing to do with a bill of 2,883 at 79."""
    assert effect_of(point(2.2, bills=-2_883)).en == "+2.2 points"


@pytest.mark.parametrize("hollow", [{"unpaid": 185_377.0}, {"refused": 1.0}])
def test_a_bill_nobody_paid_is_never_a_gain(hollow: dict[str, Any]) -> None:
    assert effect_of(point(5.6, bills=-76_831, **hollow)).en == "+5.6 points"
    other = {name: -value for name, value in hollow.items()}
    assert effect_of(point(-5.6, bills=76_831, **other)).en == "−5.6 points"
    assert "less" in effect_of(point(5.6, bills=-76_831, **other)).en


def test_a_pension_drawn_sooner_or_later_says_so() -> None:
    words = effect_of(point(-1.8, pension=-772, claimed=(63, 66)))
    assert words.en == "−1.8 points; −¥772 a month from 66, but 3 years earlier"
    assert words.zh == "低 1.8 分；从 66 岁起每月少 772 元，但早领 3 年"
    later = effect_of(point(1.8, pension=772, claimed=(66, 63)))
    assert later.zh == "高 1.8 分；从 66 岁起每月多 772 元，但晚领 3 年"
    sooner = effect_of(point(1.8, pension=772, claimed=(63, 64)))
    assert sooner.en.endswith("+¥772 a month from 64, and 1 year earlier")
    alone = effect_of(point(9.0, pension=3_289, claimed=(63, 0)))
    assert alone.en == "+9.0 points; ¥3,289 a month from 63, against none"
    none = effect_of(point(-9.0, pension=-3_289, claimed=(0, 63)))
    assert none.zh == "低 9.0 分；没有养老金，不然 63 岁起每月 3,289 元"


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
    rows = compared_lives(session.engine, life, compared(session.engine, life.recorded, 0.8))
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
