"""The screens of a life: laid out at every size, played by keyboard, and true to the session."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.cli import shots
from game.cli.arguments import UsageError
from game.core.life import Scheme
from game.core.text import Language, Text
from game.play.views import LifeView, OptionView, PriceParts, ReviewView, Stage
from game.ui import theme
from game.ui.charts.axes import amount_words, grid_levels, nice_top
from game.ui.input import KeyPress, PointerDown, PointerMove, PointerUp
from game.ui.scene import YEAR_TRAVEL
from game.ui.screen import Back, HelpAsked, WidgetScreen, layout_faults
from game.ui.screens.column import Column
from game.ui.screens.life import FAREWELL_SECONDS, GUARD_SECONDS, LifeScreen
from game.ui.screens.life_clock import LEAP_SECONDS, QUICK_SECONDS
from game.ui.screens.life_option import OptionButton
from game.ui.screens.option_price import parts_words, price_of
from game.ui.screens.plan import PlanScreen
from game.ui.screens.playthrough import Leave, LifeEnded, LiveAgain, PlanAsked, PlanKept
from game.ui.screens.review import GUARD_SECONDS as REVIEW_GUARD_SECONDS
from game.ui.screens.review import ReviewScreen
from game.ui.screens.review_head import BUTTONS
from game.ui.screens.review_money import aside_words
from game.ui.screens.review_storms import lay_storms
from game.ui.screens.scene_picture import ScenePicture, scene_state
from game.ui.theme import YEAR_SECONDS
from tests.screens import fake_views
from tests.screens.fake_insight import FakeFindings
from tests.screens.fake_views import FakeSession, life
from tests.screens.stage import drawn, make_view

SIZES = ((1024, 600), (1280, 720), (1920, 1080), (2560, 1440))
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def _card() -> LifeScreen:
    return LifeScreen(FakeSession())


def _long_card() -> LifeScreen:
    return LifeScreen(FakeSession(shown=fake_views.LONG_CARD, view=life(45, debt=61_000.0)))


def _result() -> LifeScreen:
    return LifeScreen(FakeSession(stages=[Stage.RESULT], outcome=fake_views.OWN_RESULT))


def _year() -> LifeScreen:
    screen = LifeScreen(FakeSession(stages=[Stage.YEAR], view=life(70)))
    screen.caption = (69, fake_views.life().log[0])
    return screen


def _plan() -> PlanScreen:
    return PlanScreen(FakeSession())


def _resident_plan() -> PlanScreen:
    plan = replace(fake_views.SUMMARY.fields, pension=Scheme.RESIDENT, medical=Scheme.NONE)
    view = life(plan=replace(fake_views.SUMMARY, fields=plan))
    return PlanScreen(FakeSession(view=view))


def _outlook() -> PlanScreen:
    screen = _plan()
    screen.tab = "outlook"
    return screen


def _ask() -> PlanScreen:
    return PlanScreen(FakeSession(is_first_plan=True))


def _review() -> ReviewScreen:
    return ReviewScreen(FakeSession(view=life(84)))


def _storms() -> ReviewScreen:
    screen = _review()
    screen.tab = "storms"
    return screen


def _money() -> ReviewScreen:
    screen = _review()
    screen.tab = "money"
    return screen


SCREENS = (
    _card, _long_card, _result, _year, _plan, _resident_plan, _outlook, _ask, _review, _storms,
    _money,
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", (1.0, 1.5, 2.0))
@pytest.mark.parametrize("make", SCREENS, ids=lambda make: make.__name__.strip("_"))
def test_nothing_overlaps_or_sticks_out(
    make: Callable[[], WidgetScreen], text: float, language: Language
) -> None:
    for size in SIZES:
        screen, view = make(), make_view(size, text, language)
        screen.layout(view)
        assert layout_faults(screen.boxes(), view.window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", (1.0, 1.5))
@pytest.mark.parametrize("make", SCREENS, ids=lambda make: make.__name__.strip("_"))
def test_no_text_is_cut(make: Callable[[], WidgetScreen], text: float, language: Language) -> None:
    view = make_view((1024, 600), text, language)
    drawn(make(), view)
    assert view.type.overflows == []


def test_at_the_usual_size_nothing_of_the_main_screens_scrolls() -> None:
    for language in LANGUAGES:
        for make in (_card, _result, _plan):
            screen = make()
            screen.layout(make_view((1280, 720), 1.0, language))
            for area in screen.ring.areas:
                assert area.overflow < 0.5, (make.__name__, language)


# --- the life screen -----------------------------------------------------------------------------


def _played(screen: WidgetScreen, *keys: int) -> object:
    result: object = None
    for key in keys:
        result = screen.handle(KeyPress(key=key))
    return result


def _moving(session: FakeSession) -> LifeScreen:
    screen = LifeScreen(session)
    screen.layout(replace(make_view(), has_motion=True))
    return screen


@pytest.mark.parametrize("key", (pygame.K_b, pygame.K_2))
def test_letters_and_digits_choose(key: int) -> None:
    session = FakeSession()
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, key)
    assert session.calls == ["choose 1"]
    _played(screen, pygame.K_RETURN)
    assert session.calls == ["choose 1", "put away"]


def test_arrows_and_enter_choose() -> None:
    session = FakeSession()
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert session.calls == ["choose 2"]


def test_the_key_that_leaps_does_not_leave_the_answers() -> None:
    session = FakeSession()
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_RIGHT, pygame.K_RETURN)
    assert session.calls == ["choose 0"]


def test_a_closed_option_is_not_taken() -> None:
    session = FakeSession(shown=fake_views.LONG_CARD)
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_d, pygame.K_4)
    assert session.calls == []


def test_years_pass_by_themselves_first_slowly_then_quickly() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    for year in range(5):
        screen.update(YEAR_SECONDS - 0.02)
        assert len(session.calls) == year
        screen.update(0.03)
        assert len(session.calls) == year + 1
    screen.update(QUICK_SECONDS + 0.01)
    assert len(session.calls) == 6


def test_space_pauses_and_goes_on() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_SPACE)
    screen.update(2.0)
    assert session.calls == []
    _played(screen, pygame.K_SPACE)
    screen.update(YEAR_SECONDS + 0.01)
    assert session.calls == ["close year"]


def test_the_right_arrow_leaps_until_pressed_again() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_RIGHT)
    for _ in range(3):
        screen.update(LEAP_SECONDS + 0.01)
    assert session.calls == ["close year"] * 3
    _played(screen, pygame.K_RIGHT)
    screen.update(5.0)
    assert session.calls == ["close year"] * 3


def test_a_leap_ends_at_a_card_and_years_go_on_after_it() -> None:
    session = FakeSession(stages=[Stage.YEAR, Stage.CARD, Stage.YEAR, Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_RIGHT)
    screen.update(LEAP_SECONDS + 0.01)
    screen.update(5.0)
    assert session.calls == ["close year"]
    _played(screen, pygame.K_a)
    screen.update(LEAP_SECONDS + 0.01)
    assert session.calls == ["close year", "choose 0"]
    screen.update(YEAR_SECONDS)
    assert session.calls[-1] == "close year"


def test_the_caption_says_what_tells_most() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    close = session.close_year
    died, fell_ill = Text("Died.", "走了。"), Text("Ten days in hospital.", "住了十天院。")
    session.close_year = lambda: replace(close(), lines=(died, fell_ill))  # type: ignore[method-assign]
    screen.update(YEAR_SECONDS + 0.01)
    assert screen.caption is not None and screen.caption[1] == died


def test_a_closed_year_leaves_a_caption() -> None:
    screen = LifeScreen(FakeSession(stages=[Stage.YEAR]))
    screen.layout(make_view())
    screen.update(YEAR_SECONDS + 0.01)
    assert "caption" in [box.name for box in screen.boxes()]


@pytest.mark.parametrize("key", (pygame.K_z, pygame.K_BACKSPACE))
def test_undo_takes_back(key: int) -> None:
    session = FakeSession()
    screen = LifeScreen(session)
    screen.layout(make_view())
    _played(screen, key)
    assert session.calls == ["undo"]


def test_p_opens_the_plan_between_events_but_not_over_a_card() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    assert _played(screen, pygame.K_p) == PlanAsked()
    over_card = LifeScreen(FakeSession())
    over_card.layout(make_view())
    assert _played(over_card, pygame.K_p) is None


def test_the_end_asks_for_the_review() -> None:
    session = FakeSession(stages=[Stage.YEAR, Stage.OVER])
    screen = LifeScreen(session)
    screen.layout(make_view())
    assert screen.update(YEAR_SECONDS + 0.01) is None
    assert screen.update(FAREWELL_SECONDS) == LifeEnded()


def test_any_key_ends_the_last_caption() -> None:
    session = FakeSession(stages=[Stage.YEAR, Stage.OVER])
    screen = LifeScreen(session)
    screen.layout(make_view())
    screen.update(YEAR_SECONDS + 0.01)
    assert _played(screen, pygame.K_SPACE) == LifeEnded()


def test_the_mouse_presses_the_play_button() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    play = next(widget for widget in screen.ring.widgets if widget.name == "play").rect
    screen.handle(PointerDown(x=play.centerx, y=play.centery))
    assert screen.clock.is_paused is False
    screen.handle(PointerUp(x=play.centerx, y=play.centery))
    assert screen.clock.is_paused is True


def test_a_card_eases_in_only_with_motion() -> None:
    session = FakeSession(stages=[Stage.YEAR, Stage.CARD])
    still = LifeScreen(session)
    still.layout(make_view())
    still.update(YEAR_SECONDS + 0.01)
    at_rest = next(box.rect.top for box in still.boxes() if box.name == "card")
    moving = _moving(FakeSession(stages=[Stage.YEAR, Stage.CARD]))
    moving.update(YEAR_SECONDS + 0.01)
    moving.update(0.05)
    on_its_way = next(box.rect.top for box in moving.boxes() if box.name == "card")
    moving.update(0.3)
    assert on_its_way > at_rest
    assert next(box.rect.top for box in moving.boxes() if box.name == "card") == at_rest


def test_a_changed_umbrella_turns_over_a_moment() -> None:
    def bare(view: LifeView) -> LifeView:
        return replace(view, umbrella=fake_views.umbrella(medical=0.0))

    screen = _moving(FakeSession(stages=[Stage.YEAR], after_year=bare))
    screen.update(YEAR_SECONDS + 0.01)
    screen.update(0.2)
    on_its_way = screen.cover.shown.ribs[0].solid
    screen.update(0.3)
    assert 0.0 < on_its_way < fake_views.SOLID["medical"]
    assert screen.cover.shown.ribs[0].solid == 0.0


def test_prices_say_for_how_long() -> None:
    view, chinese = make_view(), make_view(language="zh")
    first, monthly = fake_views.CARD.options[0], fake_views.LONG_CARD.options[0]
    assert (price_of(view, first).amount, price_of(view, first).period) == ("−¥10,900", "this year")
    assert price_of(view, monthly).amount == "pay in ¥296 more"
    assert price_of(view, monthly).period == "a month · ¥10 a day"
    assert price_of(chinese, monthly).amount == "缴费每月多 296 元"
    assert price_of(view, fake_views.CARD.options[2]).amount == "+¥6,000"
    assert price_of(view, fake_views.LONG_CARD.options[1]).amount == "¥0"


def _option(now: float, month: float = 0.0, parts: PriceParts | None = None) -> OptionView:
    return fake_views.option(Text("a", "a"), Text("b", "b"), now=now, month=month, parts=parts)


def test_what_is_paid_in_and_what_else_the_year_brings_are_named_and_only_cash_is_coloured() -> (
    None
):
    gain = _option(30_460, 736, PriceParts(income=30_460))
    loss = _option(-20_918, -436, PriceParts(income=-18_918, paid=2_000))
    price = price_of(make_view(), gain)
    assert (price.amount, price.colour) == ("pay in ¥736 more", theme.INK)
    assert (price.besides, price.besides_colour) == (
        "income ¥30,460 more this year", theme.JADE_TEXT,
    )  # fmt: skip
    price = price_of(make_view(language="zh"), loss)
    assert (price.amount, price.colour) == ("缴费每月少 436 元", theme.INK)
    assert (price.besides, price.besides_colour) == ("另外今年 −20,918 元", theme.RED_TEXT)


def test_the_bill_and_the_income_lost_are_told_apart() -> None:
    stay = _option(-5_672, parts=PriceParts(income=-3_969, bill=1_703))
    assert parts_words(make_view(), stay).replace("\u00a0", " ") == (
        "bill ¥1,703 · income lost ¥3,969"
    )
    assert parts_words(make_view(language="zh"), stay) == "账单 1,703 元，少挣 3,969 元"
    assert price_of(make_view(), stay).period == "this year"


@pytest.mark.parametrize(
    ("parts", "en", "zh"),
    [
        (PriceParts(bill=900), "bill this year", "今年的账单"),
        (PriceParts(income=-900), "income lost this year", "今年少挣"),
        (PriceParts(paid=900), "this year", "今年"),
    ],
)
def test_a_sum_of_one_thing_is_named_after_it(parts: PriceParts, en: str, zh: str) -> None:
    option = _option(-900, parts=parts)
    assert parts_words(make_view(), option) == ""
    assert price_of(make_view(), option).period == en
    assert price_of(make_view(language="zh"), option).period == zh


def test_parts_shown_add_up_to_the_sum_beside_them() -> None:
    option = _option(-301.0, parts=PriceParts(income=-100.4, bill=100.4, paid=100.4))
    words = parts_words(make_view(), option)
    shown = [int(word) for word in re.findall(r"¥(\d+)", words)]
    assert len(shown) == 3 and sum(shown) == 301


def test_the_parts_stand_on_the_option() -> None:
    screen = LifeScreen(FakeSession())
    screen.layout(make_view())
    buttons = [each for each in screen.ring.widgets if isinstance(each, OptionButton)]
    shown = [button.parts.replace("\u00a0", " ") for button in buttons]
    assert shown == ["", "bill ¥800 · income lost ¥3,900", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_amounts_fit_at_large_text(language: Language) -> None:
    label = Text("Keep the employee scheme at the lowest base", "按最低基数继续缴职工养老保险")
    both = fake_views.option(label, Text("As now.", "和现在一样。"), now=30_460, month=736)
    card = replace(fake_views.CARD, options=(both, both))
    for text in (1.0, 2.0):
        screen, view = LifeScreen(FakeSession(shown=card)), make_view((1024, 600), text, language)
        drawn(screen, view)
        assert layout_faults(screen.boxes(), view.window) == []
        assert view.type.overflows == []


def test_a_bill_paid_by_others_looks_unlike_one_paid_oneself() -> None:
    paid = drawn(LifeScreen(FakeSession()), make_view())
    own_card = replace(fake_views.CARD, bill=fake_views.OWN_BILL)
    own = drawn(LifeScreen(FakeSession(shown=own_card)), make_view())
    assert pygame.image.tobytes(paid, "RGB") != pygame.image.tobytes(own, "RGB")


# --- the plan ------------------------------------------------------------------------------------


def test_sliding_looks_at_the_plan_at_most_every_120_milliseconds() -> None:
    session = FakeSession()
    screen = PlanScreen(session)
    screen.layout(make_view())
    session.calls.clear()
    base = next(widget for widget in screen.ring.widgets if widget.name == "base").rect
    y = base.centery
    screen.handle(PointerDown(x=base.left + 20, y=y))
    for step in range(40):
        screen.handle(PointerMove(x=base.left + 20 + step * 8, y=y))
        screen.update(0.01)
    assert 2 <= session.calls.count("plan view") <= 5
    screen.update(0.2)
    assert screen.shown.draft == screen.draft


def test_the_plan_is_kept_as_drafted() -> None:
    session = FakeSession()
    screen = PlanScreen(session)
    screen.layout(make_view())
    screen.ring.focus("medical")
    _played(screen, pygame.K_LEFT)
    screen.ring.focus("keep")
    assert _played(screen, pygame.K_RETURN) == PlanKept()
    assert session.view.plan.fields.medical is Scheme.RESIDENT


def test_enter_keeps_the_plan_from_anywhere_on_the_form() -> None:
    session = FakeSession()
    screen = PlanScreen(session)
    screen.layout(make_view())
    screen.ring.focus("savings")
    _played(screen, pygame.K_RIGHT)
    assert _played(screen, pygame.K_RETURN) == PlanKept()
    assert session.view.plan.fields.savings == 0.4


def test_escape_leaves_the_plan_as_it_was() -> None:
    session = FakeSession()
    screen = PlanScreen(session)
    screen.layout(make_view())
    screen.ring.focus("pension")
    _played(screen, pygame.K_LEFT, pygame.K_LEFT)
    assert screen.draft.pension is Scheme.NONE
    assert screen.back() == PlanKept()
    assert session.view.plan.fields == fake_views.PLAN


def test_the_first_plan_asks_for_the_expected_pension_once() -> None:
    session = FakeSession(is_first_plan=True)
    screen = PlanScreen(session)
    screen.layout(make_view())
    assert screen.back() == Back()
    screen.ring.focus("ask.3000")
    _played(screen, pygame.K_RETURN)
    assert "expect 3000.0" in session.calls
    assert screen.ring.widgets[0].name == "pension"
    assert "cancel" not in [widget.name for widget in screen.ring.widgets]


def test_not_knowing_is_an_answer() -> None:
    session = FakeSession(is_first_plan=True)
    screen = PlanScreen(session)
    screen.layout(make_view())
    screen.ring.focus("ask.unknown")
    _played(screen, pygame.K_RETURN)
    assert "expect None" in session.calls


@pytest.mark.parametrize(
    ("pension", "control"),
    ((Scheme.EMPLOYEE, "base"), (Scheme.RESIDENT, "tier"), (Scheme.NONE, "")),
)
def test_only_the_amount_of_the_chosen_scheme_can_be_moved(pension: Scheme, control: str) -> None:
    screen = PlanScreen(FakeSession())
    screen.draft = replace(screen.draft, pension=pension)
    screen.layout(make_view())
    names = {widget.name for widget in screen.ring.widgets} & {"base", "tier"}
    assert names == ({control} if control else set())


def test_the_scale_of_savings_ends_on_a_round_number_above_them() -> None:
    for highest in (0.0, 9_000.0, 331_620.0, 999_999.0, 1_200_000.0):
        assert nice_top(highest) >= highest
    assert nice_top(331_620.0) == 400_000.0


@pytest.mark.parametrize("highest", (9_000, 12_800, 23_400, 41_000, 112_500, 318_000, 2_750_000))
def test_steps_of_a_scale_are_round_and_print_short(highest: float) -> None:
    top = nice_top(highest)
    for height in (90, 300):
        levels = grid_levels(pygame.FRect(0, 0, 400, height), 20.0, top)
        step = levels[1] - levels[0]
        assert levels[0] == 0 and levels[-1] <= top and 2 <= len(levels) <= 6
        assert f"{step:.0f}".rstrip("0") in ("1", "2", "4", "5")
        for language in LANGUAGES:
            for level in levels:
                words = amount_words(make_view(language=language), level, top)
                assert "." not in words or re.fullmatch(r"\d\.\d 万", words), words


# --- the review ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "result"),
    (("again", LiveAgain(True)), ("other", LiveAgain(False)), ("leave", Leave())),
)
def test_the_review_leads_on(name: str, result: object) -> None:
    screen = _review()
    screen.layout(make_view())
    screen.update(REVIEW_GUARD_SECONDS)
    screen.ring.focus(name)
    assert _played(screen, pygame.K_RETURN) == result


@pytest.mark.parametrize("key", (pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER))
def test_a_key_meant_for_the_farewell_does_not_leave_the_review(key: int) -> None:
    screen = _review()
    screen.layout(make_view())
    screen.ring.focus("again")
    screen.update(REVIEW_GUARD_SECONDS - 0.1)
    assert _played(screen, key) is None
    screen.update(0.2)
    assert _played(screen, key) == LiveAgain(True)


@pytest.mark.parametrize("text", (1.0, 1.5, 2.0))
def test_the_review_is_never_first_focused_on_what_ends_it(text: float) -> None:
    for findings in (None, FakeFindings(3)):
        screen = ReviewScreen(FakeSession(view=life(84)), findings)
        screen.layout(make_view(text=text))
        screen.update(REVIEW_GUARD_SECONDS)
        assert screen.ring.focused is not None
        assert screen.ring.focused.name not in BUTTONS
        assert not isinstance(_played(screen, pygame.K_RETURN), LiveAgain | Leave)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("review", (fake_views.REVIEW, fake_views.CONTRACT_REVIEW))
def test_at_the_usual_text_size_a_review_stands_on_its_pages(
    review: ReviewView, size: tuple[int, int], language: Language
) -> None:
    screen = ReviewScreen(FakeSession(view=life(84), reviewed=review), FakeFindings(3))
    view = make_view(size, 1.0, language)
    for page in screen.pages:
        screen.show_page(page)
        screen.layout(view)
        names = [widget.name for widget in screen.ring.widgets]
        assert "page" in names and "tab" not in names
        assert layout_faults(screen.boxes(), view.window) == []


def test_what_employers_paid_in_stands_beside_what_one_paid_oneself() -> None:
    review = fake_views.CONTRACT_REVIEW
    column = Column(make_view(), 0, 0, 500, "storms")
    lay_storms(column, review)
    view, names = make_view(), [box.name for box in column.boxes("storms")]
    assert any(view.say("review.employers")[:12] in name for name in names)
    plain = Column(view, 0, 0, 500, "storms")
    lay_storms(plain, fake_views.REVIEW)
    assert plain.y < column.y


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bill_nobody_paid_is_not_said_to_be_paid_by_others(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, words = list[str](), Column.words

    def heard(self: Column, text: str, *rest: Any, **more: Any) -> Any:
        said.append(text)
        return words(self, text, *rest, **more)

    monkeypatch.setattr(Column, "words", heard)
    storm = replace(fake_views.REVIEW.storms[0], own=0.0, unpaid=54_024.0)
    view = make_view(language=language)
    lay_storms(Column(view, 0, 0, 500), replace(fake_views.REVIEW, storms=(storm,)))
    assert view.say("review.own_none") not in said
    assert any("54,024" in each for each in said)


def test_large_text_turns_cards_into_tabs() -> None:
    screen = _review()
    screen.layout(make_view())
    assert "tab" not in [widget.name for widget in screen.ring.widgets]
    screen.layout(make_view(text=1.5))
    assert "tab" in [widget.name for widget in screen.ring.widgets]


def test_where_lives_differ_in_length_the_years_stand_and_no_points() -> None:
    you = fake_views.REVIEW.comparisons[0]
    other = replace(fake_views.REVIEW.comparisons[-1], lived_to=71)
    same_length = fake_views.REVIEW.comparisons[-1]
    view = make_view()
    assert aside_words(view, other, you) == "to 71"
    assert aside_words(view, same_length, you) == "33 pts"


# --- pictures ------------------------------------------------------------------------------------


def test_a_sky_stays_while_years_rush_by_and_is_true_at_a_stop() -> None:
    picture = ScenePicture()
    picture.show(life(weather="rain"), is_passing=False)
    picture.advance(0.3, is_riding=True)
    picture.show(life(weather="clear"), is_passing=True)
    shown = [picture.weather]
    picture.advance(0.5, is_riding=True)
    picture.show(life(weather="clear"), is_passing=True)
    shown.append(picture.weather)
    picture.show(life(weather="storm"), is_passing=False)
    assert [*shown, picture.weather] == ["rain", "clear", "storm"]


def test_the_ride_ends_where_the_roadside_stands() -> None:
    picture = ScenePicture()
    picture.advance(0.25, is_riding=True)
    for _ in range(30):
        picture.advance(0.05, is_riding=False)
    assert picture.travel % YEAR_TRAVEL == pytest.approx(0.0)
    assert picture.travel > 0


def test_the_scene_shows_the_cover_of_the_year() -> None:
    covered, bare = life(), life(umbrella=fake_views.umbrella(medical=0.0))
    state = scene_state(covered, covered.umbrella, weather="rain", season=2)
    assert state.is_insured_medical and state.ribs[0][0] == fake_views.SOLID["medical"]
    assert not scene_state(bare, bare.umbrella, weather="rain", season=2).is_insured_medical


def test_shots_saves_the_screens_of_a_life(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shots.main(["--out", str(tmp_path), "--lang", "en", "--size", "1024x600"], "en") == 0
    names = {path.name.removesuffix("-en-1024x600-100.png") for path in tmp_path.iterdir()}
    assert {"title", "expectation", "plan", "card", "card-bill", "result-bill", "review"} <= names
    assert f"{len(names)} pictures" in capsys.readouterr().out
    assert pygame.image.load(tmp_path / "card-en-1024x600-100.png").get_size() == (1024, 600)


@pytest.mark.parametrize(
    ("words", "message"),
    (
        (["--size", "12"], "“12” is no size"),
        (["--size", "99x99"], "from 1024x600 to 7680x4320"),
        (["--text", "900"], "100 to 200"),
        (["--lang", "fr"], "en or zh"),
    ),
)
def test_shots_says_what_it_cannot_do(words: list[str], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        shots.main(["--out", "unused", *words], "en")
    assert message in caught.value.message.en


def test_a_card_that_comes_by_itself_takes_no_answer_from_a_key_meant_for_the_years() -> None:
    session = FakeSession(stages=[Stage.YEAR, Stage.CARD, Stage.YEAR])
    screen = LifeScreen(session)
    screen.layout(make_view())
    screen.update(YEAR_SECONDS + 0.01)
    _played(screen, pygame.K_SPACE, pygame.K_RETURN)
    assert session.calls == ["close year"]
    screen.update(GUARD_SECONDS)
    _played(screen, pygame.K_SPACE)
    assert session.calls == ["close year", "choose 0"]


def test_the_keys_are_said_until_one_is_used_and_whenever_years_stand() -> None:
    def names() -> list[str]:
        return [box.name for box in screen.boxes()]

    screen = LifeScreen(FakeSession(stages=[Stage.YEAR]))
    screen.layout(make_view())
    assert "keys" in names()
    _played(screen, pygame.K_SPACE)
    assert "keys" in names()
    _played(screen, pygame.K_SPACE)
    assert "keys" not in names()


def test_help_and_the_way_out_are_on_the_bar() -> None:
    screen = LifeScreen(FakeSession())
    screen.layout(make_view())
    for name, result in (("help", HelpAsked()), ("leave", Back())):
        rect = next(widget for widget in screen.ring.widgets if widget.name == name).rect
        screen.handle(PointerDown(x=rect.centerx, y=rect.centery))
        assert screen.handle(PointerUp(x=rect.centerx, y=rect.centery)) == result


def test_back_from_the_plan_the_umbrella_turns_to_its_new_cover() -> None:
    session = FakeSession(stages=[Stage.YEAR])
    screen = _moving(session)
    session.view = replace(session.view, umbrella=fake_views.umbrella(medical=0.0))
    screen.go_on()
    screen.update(0.2)
    assert 0.0 < screen.cover.shown.ribs[0].solid < fake_views.SOLID["medical"]


def test_the_first_question_is_not_answered_by_enter_alone() -> None:
    session = FakeSession(is_first_plan=True)
    screen = PlanScreen(session)
    screen.layout(make_view())
    _played(screen, pygame.K_RETURN)
    assert session.calls[-1] == "expect None"


def test_rain_is_heard_while_it_is_seen() -> None:
    for weather, is_heard in (("storm", True), ("rain", True), ("clear", False)):
        screen = LifeScreen(FakeSession(view=life(weather=weather)))
        screen.layout(make_view())
        assert screen.has_rain is is_heard


def test_the_sun_comes_out_in_the_year_after_a_storm_and_not_later() -> None:
    picture = ScenePicture()
    seen = []
    for age, weather in ((30, "clear"), (31, "storm"), (32, "clear"), (33, "clear")):
        picture.advance(5.0, is_riding=False)
        picture.show(life(age, weather=weather), is_passing=True)
        seen.append(picture.is_after_storm)
    assert seen == [False, False, True, False]


def test_a_storm_is_remembered_though_the_sky_was_not_shown() -> None:
    picture = ScenePicture()
    for age, weather in ((30, "clear"), (31, "storm"), (32, "clear")):
        picture.show(life(age, weather=weather), is_passing=True)
    picture.advance(5.0, is_riding=False)
    picture.show(life(32, weather="clear"), is_passing=True)
    assert picture.is_after_storm


def test_the_result_is_read_in_the_season_of_its_card() -> None:
    session = FakeSession(stages=[Stage.CARD, Stage.RESULT], view=life(season=1))
    screen = LifeScreen(session)
    screen.layout(make_view())
    session.view = replace(session.view, season=3)
    _played(screen, pygame.K_a)
    assert screen.life.season == 1


def test_arrows_stay_among_the_answers_of_the_first_question() -> None:
    screen = PlanScreen(FakeSession(is_first_plan=True))
    screen.layout(make_view())
    for keys in ((pygame.K_RIGHT,), (pygame.K_LEFT,), (pygame.K_UP, pygame.K_RIGHT)):
        _played(screen, *keys)
        focused = screen.ring.focused
        assert focused is not None and focused.name.startswith("ask.")
