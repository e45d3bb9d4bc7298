"""Words of the review where a figure would mislead: no old age, the same figures, unpaid bills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.text import Language
from game.ui.screens.column import Column
from game.ui.screens.review_compared import cell_words, lay_compared
from game.ui.screens.review_luck import lay_luck
from game.ui.screens.review_money import came_words, lay_comparisons
from game.ui.view import View
from tests.screens.fake_insight import COMPARED, LUCK
from tests.screens.fake_views import REVIEW
from tests.screens.stage import make_view

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every paragraph a column lays."""
    found, words = list[str](), Column.words

    def listening(self: Column, text: str, *rest: object, **more: object) -> object:
        found.append(text)
        return words(self, text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Column, "words", listening)
    return found


def laid(view: View, lay: Callable[[Column], object]) -> None:
    lay(Column(view, 0, 0, 900))


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_bills_of_the_table_are_said_to_be_what_was_paid(
    language: Language, said: list[str]
) -> None:
    view = make_view(language=language)
    laid(view, lambda column: lay_compared(column, COMPARED, 63))
    assert view.say("review.compared_bills") in said
    assert view.say("review.compared_same") not in said
    laid(view, lambda column: lay_compared(column, COMPARED[:1], 63))
    assert view.say("review.compared_same") in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_life_that_ended_young_shows_no_month_of_old_age(
    language: Language, said: list[str]
) -> None:
    view = make_view(language=language)
    young = replace(COMPARED[0], lived_to=59, yuan_per_month=0.0)
    none = view.say("review.not_applicable")
    cells = cell_words(view, young, young, 63)
    assert (cells[0], cells[2]) == (none, none) and cells[1] != none
    assert none not in cell_words(view, COMPARED[0], COMPARED[0], 63)
    rows = tuple(replace(each, lived_to=59) for each in REVIEW.comparisons)
    review = replace(REVIEW, comparisons=rows, pension_per_month=0.0)
    assert came_words(view, review) == none
    laid(view, lambda column: lay_comparisons(column, review))
    assert said == [view.say("review.never_old")]
    assert came_words(view, REVIEW) != none


@pytest.mark.parametrize("language", LANGUAGES)
def test_luck_of_a_short_life_says_that_length_is_not_scored(
    language: Language, said: list[str]
) -> None:
    view = make_view(language=language)
    laid(view, lambda column: lay_luck(column, LUCK))
    assert view.say("review.luck_young") not in said
    laid(view, lambda column: lay_luck(column, replace(LUCK, has_old_age=False)))
    assert view.say("review.luck_young") in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_name_what_is_counted(language: Language) -> None:
    view = make_view(language=language)
    floor, month = view.say("review.head_floor"), view.say("review.head_month", age=63)
    wanted = {"en": ("basket", "allowance", "family"), "zh": ("基本开销", "低保", "家里")}[language]
    assert wanted[0] in floor
    assert wanted[1] in month and wanted[2] in month
    assert wanted[2] in view.say("review.money", age=63)
