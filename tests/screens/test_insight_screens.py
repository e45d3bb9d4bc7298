"""Forecast, adviser, shock, findings of the review, twins, library: at every size, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.core.text import EMPTY, Language, Text, same
from game.play.library_view import CheckView, FindingView, PackView
from game.play.shares import in_people
from game.play.shelf import Shelf
from game.play.shock_view import ShockView
from game.play.views import PlanView, Stage
from game.scenario.model import PlanFields
from game.ui import theme
from game.ui.input import KeyPress
from game.ui.scene.scene import shelter_of
from game.ui.scene.state import SceneState
from game.ui.screen import (
    AdviserAsked,
    Back,
    CheckAsked,
    Closed,
    PackChosen,
    TwinAsked,
    WidgetScreen,
    layout_faults,
)
from game.ui.screens.adviser import AdviserScreen
from game.ui.screens.checked import CheckedScreen
from game.ui.screens.column import Column
from game.ui.screens.library import LibraryScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.plan_beside import PlanBeside
from game.ui.screens.playthrough import PlanKept
from game.ui.screens.review import GUARD_SECONDS, ReviewScreen
from game.ui.screens.review_cards import Found, ReviewCards
from game.ui.screens.review_luck import lay_luck, rounded
from game.ui.screens.scene_picture import ScenePicture, step_aside
from game.ui.screens.title import LibraryAsked, TitleScreen, TwinsWished
from game.ui.screens.twins import YEAR_SECONDS, TwinsScreen
from game.ui.screens.twins_card import TwinCard, card_left
from game.ui.slip import Slip
from game.ui.widgets import Chosen, Pressed, Switched
from tests.screens import fake_views
from tests.screens.fake_insight import (
    ADVICE,
    LUCK,
    STORY,
    TURNING,
    FakeAdviser,
    FakeFindings,
    FakeForecasts,
    FakeTwins,
    forecast,
)
from tests.screens.fake_insight import SHOCK as THE_SHOCK
from tests.screens.fake_views import EMPLOYER, FakeSession, life
from tests.screens.stage import drawn, make_view

SIZES = ((1024, 600), (1280, 720), (2560, 1080))
LANGUAGES: tuple[Language, ...] = ("en", "zh")
PACK = PackView(
    path="/packs/china", origin="bundled", title=Text("One life on the road", "路上的一辈子"),
    summary=Text("Three working lives, from the first order to old age.",
                 "三个人，从第一单到晚年。"),
    languages=("en", "zh"), minutes=10, authors=("Before the Rain",), differing=(),
    is_playable=True, problem=EMPTY,
)  # fmt: skip
PACKS = (
    PACK,
    replace(PACK, path="/packs/two", title=Text("Two tiers", "两档养老"), minutes=20,
            differing=tuple(Text(f"Figure {k}", f"数字{k}") for k in range(5))),
    replace(PACK, path="/mine/broken.yaml", origin="own", title=same("broken.yaml"), summary=EMPTY,
            languages=(), minutes=0, authors=(), is_playable=False,
            problem=Text("“evnts” is no key of a pack.", "情景包里没有“evnts”这个键。")),
    replace(PACK, path="/else/class", origin="recent", title=Text("A class", "一堂课"),
            languages=("zh",), authors=("Wang Fang", "Liu Yang")),
)  # fmt: skip
FINDING = FindingView(
    severity="error", what=Text("“evnts” is no key of a pack.", "情景包里没有“evnts”这个键。"),
    help=Text("Did you mean “events”?", "是不是想写“events”？"), file="broken.yaml", line=12,
    source="  evnts: [雨天, 摔跤]   # 拼错了，" + "很长的一行" * 30, column=2, length=5,
)  # fmt: skip
FAR = replace(FINDING, severity="warning", column=110, length=4)
CHECK = CheckView(
    path="/mine/broken.yaml", title=same("broken.yaml"), is_playable=False,
    findings=(FINDING, FAR, replace(FINDING, severity="tip", line=0, source="")), left_out=3,
)  # fmt: skip


class FakeShelf(Shelf):
    """Four packs, and one result for every check."""

    result: CheckView | None = CHECK
    asked = ""

    def __init__(self) -> None:
        super().__init__(Path("/packs"), Path("/home/me/scenarios"), Path("/home/me/recent.json"))
        self._packs, self._is_read = PACKS, True

    def check(self, path: str) -> None:
        self.asked = path

    def checked(self) -> CheckView | None:
        return self.result


def shown(screen: WidgetScreen) -> WidgetScreen:
    """A screen that has been laid out once and has looked for what is ready."""
    screen.layout(make_view())
    screen.update(0.01)
    return screen


def _plan(*, is_held: bool = False, tab: str = "plan") -> PlanScreen:
    screen = PlanScreen(FakeSession(), FakeForecasts(), has_adviser=True)
    shown(screen)
    screen.tab = tab
    if is_held:
        screen.held = forecast(replace(fake_views.PLAN, base=2.0))
    return screen


def _bound() -> PlanScreen:
    return PlanScreen(FakeSession(employer=EMPLOYER), FakeForecasts(), has_adviser=True)


def _asked(*, is_ready: bool = True) -> AdviserScreen:
    screen = AdviserScreen(FakeAdviser(is_ready))
    screen.layout(make_view())
    screen.react(Pressed(name="ask.step_up"))
    return screen


def _shock() -> LifeScreen:
    session = FakeSession(outcome=fake_views.OWN_RESULT)
    screen = LifeScreen(session, lambda option: THE_SHOCK)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_a))
    return screen


def _review(page: str, ready: int = 3, tab: str = "") -> ReviewScreen:
    screen = ReviewScreen(FakeSession(view=life(84)), FakeFindings(ready))
    screen.page, screen.tab = page, tab or screen.pages[page][0]
    return screen


def _twins(age: int) -> TwinsScreen:
    screen = TwinsScreen(FakeTwins())
    screen.layout(make_view())
    screen.index = age - STORY.years[0].age
    screen._look(is_passing=False)
    return screen


SCREENS: dict[str, Callable[[], WidgetScreen]] = {
    "forecast": _plan,
    "forecast_held": lambda: _plan(is_held=True),
    "forecast_tab": lambda: _plan(is_held=True, tab="outlook"),
    "bound": _bound,
    "adviser": lambda: AdviserScreen(FakeAdviser()),
    "advice": _asked,
    "advice_waiting": lambda: _asked(is_ready=False),
    "card": lambda: LifeScreen(FakeSession(), has_adviser=True),
    "long_card": lambda: LifeScreen(
        FakeSession(shown=fake_views.LONG_CARD, view=life(45)), has_adviser=True
    ),
    "shock": _shock,
    "review_life": lambda: _review("life"),
    "review_choices": lambda: _review("life", tab="choices"),
    "review_luck": lambda: _review("luck"),
    "review_compared": lambda: _review("compared"),
    "review_waiting": lambda: _review("luck", 0),
    "twins": lambda: _twins(40),
    "twins_storm": lambda: _twins(58),
    "twins_end": lambda: _twins(84),
    "twins_waiting": lambda: TwinsScreen(FakeTwins(is_ready=False)),
    "twins_choice": lambda: TwinsScreen(FakeTwins(), is_choosing=True),
    "library": lambda: LibraryScreen(FakeShelf()),
    "checked": lambda: shown(CheckedScreen(FakeShelf(), "/mine/broken.yaml")),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", (1.0, 1.5, 2.0))
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_overlaps_or_sticks_out(name: str, text: float, language: Language) -> None:
    for size in SIZES:
        screen, view = SCREENS[name](), make_view(size, text, language)
        screen.layout(view)
        assert layout_faults(screen.boxes(), view.window) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", (1.0, 2.0))
@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut(name: str, text: float, language: Language) -> None:
    view = make_view((1024, 600), text, language)
    drawn(SCREENS[name](), view)
    assert view.type.overflows == []


# --- the plan's forecast -------------------------------------------------------------------------


def test_a_forecast_is_asked_for_at_once_and_for_every_draft() -> None:
    forecasts = FakeForecasts()
    screen = PlanScreen(FakeSession(), forecasts)
    screen.layout(make_view())
    screen.update(1.0)
    screen.react(Chosen(name="pension", option="RESIDENT"))
    assert [plan.pension.name for plan in forecasts.asked if plan.pension is not None] == [
        "EMPLOYEE", "RESIDENT",
    ]  # fmt: skip


def test_the_last_picture_stays_until_the_new_one_is_ready() -> None:
    forecasts = FakeForecasts()
    screen = PlanScreen(FakeSession(), forecasts)
    shown(screen)
    first = screen.forecast
    assert first is not None
    forecasts.is_ready = False
    screen.react(Chosen(name="medical", option="NONE"))
    screen.update(1.0)
    assert screen.forecast is first and first.plan != screen.draft
    forecasts.is_ready = True
    screen.update(0.01)
    assert screen.forecast is not None and screen.forecast.plan == screen.draft


def test_a_held_picture_stays_while_the_plan_changes_and_can_be_let_go() -> None:
    screen = _plan()
    screen.handle(KeyPress(key=pygame.K_o))
    held = screen.held
    assert held is not None
    screen.react(Chosen(name="pension", option="NONE"))
    screen.update(1.0)
    assert screen.held is held and screen.forecast is not held
    screen.handle(KeyPress(key=pygame.K_o))
    assert screen.held is None


def test_the_income_fan_is_a_tab_away() -> None:
    screen = _plan()
    before = drawn(screen, make_view())
    screen.react(Chosen(name="quantity", option="income"))
    after = drawn(screen, make_view())
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(after, "RGB")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rare_share_is_not_told_as_one_in_so_many_and_fits_its_tile(language: Language) -> None:
    forecasts = FakeForecasts()
    for text in (1.0, 2.0):
        screen = PlanScreen(FakeSession(), forecasts)
        shown(screen)
        assert screen.forecast is not None
        screen.forecast = replace(screen.forecast, share_below_basket=1.0, share_unpayable=1 / 647)
        view = make_view((1024, 600), text, language)
        screen.layout(view)
        if text > 1:
            screen.react(Chosen(name="tab", option="outlook"))
        drawn(screen, view)
        names = {box.name for box in screen.boxes()}
        assert any(in_people(0.0).in_language(language) in name for name in names)
        assert layout_faults(screen.boxes(), view.window) == []
        assert view.type.overflows == []


def test_the_adviser_is_asked_about_the_draft() -> None:
    screen = _plan()
    screen.react(Chosen(name="pension", option="RESIDENT"))
    result = screen.handle(KeyPress(key=pygame.K_q))
    assert isinstance(result, AdviserAsked) and result.plan == screen.draft


def test_under_a_contract_nothing_can_be_changed() -> None:
    session = FakeSession(employer=EMPLOYER)
    screen = PlanScreen(session)
    screen.layout(make_view())
    names = {widget.name for widget in screen.ring.widgets}
    assert names.isdisjoint({"pension", "medical", "base", "savings", "pace", "cancel"})
    assert isinstance(screen.react(Pressed(name="keep")), PlanKept)
    assert session.view.plan.fields == fake_views.PLAN


def test_drafts_worked_out_beside_the_drawing_arrive_and_the_last_one_wins() -> None:
    session = FakeSession()
    screen = PlanScreen(session, FakeForecasts(), is_beside=True)
    screen.layout(make_view())
    for base in (0.7, 0.8, 0.9, 1.0):
        screen._change(replace(screen.draft, base=base))
    assert screen._beside is not None
    screen._beside.wait()
    screen.update(0.01)
    assert screen.shown.base_share == 1.0 and not screen.is_moving


def test_what_goes_wrong_with_a_draft_is_not_lost() -> None:
    def broken(draft: PlanFields) -> PlanView:
        raise ZeroDivisionError(draft)

    beside = PlanBeside(broken)
    beside.ask(fake_views.PLAN)
    beside.wait()
    with pytest.raises(ZeroDivisionError):
        beside.newest()
    assert beside.newest() is None and not beside.is_busy


# --- the adviser ---------------------------------------------------------------------------------


def test_a_number_asks_and_a_button_leads_back_to_the_questions() -> None:
    adviser = FakeAdviser()
    screen = AdviserScreen(adviser)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_2))
    assert adviser.asked == "pause" and screen.advice is not None
    assert screen.advice.paragraph is ADVICE.paragraph
    screen.react(Pressed(name="other"))
    assert not screen.asked and any(each.name == "ask.step_up" for each in screen.ring.widgets)


def test_a_closed_question_is_not_asked() -> None:
    adviser = FakeAdviser()
    screen = AdviserScreen(adviser)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_5))
    assert not adviser.asked


def test_an_answer_that_takes_its_time_appears() -> None:
    adviser = FakeAdviser(is_ready=False)
    screen = AdviserScreen(adviser)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_1))
    screen.update(0.1)
    assert screen.advice is None
    adviser.is_ready = True
    screen.update(0.1)
    assert screen.advice is not None


def test_a_card_leads_to_the_adviser_and_stays_open() -> None:
    screen = LifeScreen(FakeSession(), has_adviser=True)
    screen.layout(make_view())
    assert screen.handle(KeyPress(key=pygame.K_q)) == AdviserAsked()
    assert screen.content is not None


def test_without_an_adviser_the_key_does_nothing() -> None:
    screen = LifeScreen(FakeSession())
    screen.layout(make_view())
    assert screen.handle(KeyPress(key=pygame.K_q)) is None


def test_the_bill_of_the_option_taken_is_seen_from_all_sides_and_no_other() -> None:
    asked: list[int] = []

    def shock(option: int) -> ShockView | None:
        asked.append(option)
        return THE_SHOCK if option == 1 else None

    session = FakeSession(stages=[Stage.CARD, Stage.RESULT, Stage.CARD, Stage.RESULT, Stage.YEAR])
    screen = LifeScreen(session, shock)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_b))
    assert asked == [1] and screen._shock is THE_SHOCK
    screen.react(Pressed(name="continue"))
    assert screen._shock is None
    screen.handle(KeyPress(key=pygame.K_a))
    assert asked == [1, 0] and screen._shock is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_luck_names_what_the_other_life_has(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, said = make_view(language=language), list[str]()
    words = Column.words

    def heard(self: Column, text: str, *rest: Any, **more: Any) -> Any:
        said.append(text)
        return words(self, text, *rest, **more)

    monkeypatch.setattr(Column, "words", heard)
    for kind in ("", "_contract"):
        said.clear()
        lay_luck(Column(view, 0, 0, 700), replace(LUCK, has_contract=bool(kind)))
        assert view.say(f"review.luck_note{kind}") in said
        bare = "without cover" if language == "en" else "没有保障"
        assert any(bare in each for each in said) == (not kind)


def test_help_names_only_the_keys_that_work_on_a_screen() -> None:
    def rows(screen: WidgetScreen) -> list[str]:
        screen.layout(make_view())
        return [*screen.keys()]

    card = LifeScreen(FakeSession(can_undo=False), has_adviser=True)
    assert rows(card) == ["choose", "ask", "back"]
    year = LifeScreen(FakeSession(stages=[Stage.YEAR]), has_adviser=True, has_twins=True)
    assert rows(year) == ["years", "plan", "undo", "twins", "back"]
    assert rows(_plan()) == ["ask", "hold", "back"]
    assert rows(PlanScreen(FakeSession(is_first_plan=True), has_adviser=True)) == ["back"]
    assert rows(_review("life")) == ["back"]
    author = ReviewScreen(
        FakeSession(view=life(84)), FakeFindings(3), lambda: Slip(heading=same("kept"))
    )
    assert rows(author) == ["test", "back"]
    author.show_page("luck")
    assert rows(author) == ["back"]
    assert rows(_twins(40)) == ["run", "step", "swap", "plans", "back"]


# --- the review ----------------------------------------------------------------------------------


def test_what_is_worked_out_appears_as_it_arrives() -> None:
    findings = FakeFindings(0)
    screen = ReviewScreen(FakeSession(view=life(84)), findings)
    screen.layout(make_view())
    for ready, is_there in ((0, (False, False)), (1, (True, False)), (3, (True, True))):
        findings.ready = ready
        screen.update(0.1)
        assert (screen.found.turning is not None, screen.found.luck is not None) == is_there


def test_a_turning_point_opens_as_a_twin() -> None:
    screen = _review("life")
    screen.layout(make_view())
    screen.update(GUARD_SECONDS)
    screen.ring.focus("twin.p2")
    assert screen.handle(KeyPress(key=pygame.K_RETURN)) == TwinAsked("p2")


@pytest.mark.parametrize("language", ("en", "zh"))
def test_choices_in_a_tight_card_keep_their_alternatives(language: Language) -> None:
    view = make_view(language=language)
    found = Found(turning=TURNING)
    cards = ReviewCards(FakeSession(view=life(84)).review(), found)
    whole = cards.fitted(view, "choices", pygame.FRect(20, 90, 430, 900))
    assert whole is not None and len(whole[1]) == len(TURNING.points) == 5
    plain = Column(view, 40, 104, 390, "plain")
    cards.titled(plain, "choices")
    cards.lay(plain, "choices", None)
    # One line too little for five with what they are held against.
    tight = pygame.FRect(20, 90, 430, plain.y - 90 - 6)
    fitted = cards.fitted(view, "choices", tight)
    assert fitted is not None and len(fitted[1]) == 4
    for spot, point in zip(fitted[1], TURNING.points, strict=False):
        lines = view.type.measure(view.read(point.title), theme.NOTE_BOLD, 320).height
        other = view.type.measure(view.read(point.other), theme.NOTE, 320).height
        effect = view.type.line_height(theme.LABEL)
        assert spot.rect.height >= lines + other + effect


def test_pages_are_chosen_and_tabs_follow_them() -> None:
    screen = _review("life")
    screen.layout(make_view())
    screen.react(Chosen(name="page", option="luck"))
    assert {box.name for box in screen.boxes()} >= {"luck", "storms"}
    screen.layout(make_view(text=2.0))
    assert screen.tab == "luck"
    screen.react(Chosen(name="tab", option="compared"))
    screen.layout(make_view())
    assert screen.page == "compared"


def test_luck_and_choice_add_up_as_they_are_shown() -> None:
    for score, base, choice in ((61.305, 35.149, 22.949), (40.05, 44.449, -2.251)):
        shown = rounded(replace(LUCK, score=score, base=base, choice=choice))
        assert shown[2] + shown[3] == pytest.approx(shown[0] - shown[1], abs=1e-9)
        assert shown[3] == pytest.approx(score - base - choice, abs=0.2)


# --- twins ---------------------------------------------------------------------------------------


def _run(screen: TwinsScreen, seconds: float) -> None:
    for _ in range(round(seconds / 0.05)):
        screen.update(0.05)


def test_years_pass_for_both_and_a_storm_stops_them() -> None:
    screen = TwinsScreen(FakeTwins())
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_SPACE))
    _run(screen, 3 * YEAR_SECONDS)
    assert screen.year is not None and 24 <= screen.year.age <= 26
    screen.handle(KeyPress(key=pygame.K_RIGHT))
    _run(screen, 5.0)
    assert screen.year.age == 58 and not screen.is_running
    screen.handle(KeyPress(key=pygame.K_n))
    assert screen.year.age == 59
    screen.handle(KeyPress(key=pygame.K_RIGHT))
    _run(screen, 5.0)
    assert screen.is_at_end and not screen.is_running
    screen.handle(KeyPress(key=pygame.K_SPACE))
    assert screen.index == 0 and screen.is_running


def test_swapping_changes_places_and_nothing_else() -> None:
    screen = _twins(58)
    places = [card.index for card in screen._cards]
    screen.handle(KeyPress(key=pygame.K_x))
    assert [card.index for card in screen._cards] == places[::-1] == [1, 0]
    assert screen.year is STORY.years[58 - STORY.years[0].age]


def test_two_plans_are_chosen_and_lived() -> None:
    twins = FakeTwins()
    screen = TwinsScreen(twins)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_c))
    assert screen.is_choosing
    screen.react(Switched(name="left.resident", is_on=True))
    screen.react(Switched(name="right.never", is_on=True))
    screen.react(Pressed(name="begin"))
    assert twins.begun[-1] == ("resident", "never") and not screen.is_choosing


def test_escape_leaves_the_choice_first_and_then_the_twins() -> None:
    screen = _twins(40)
    screen.handle(KeyPress(key=pygame.K_c))
    assert screen.back() is None and not screen.is_choosing
    assert screen.back() == Closed()


def test_two_lives_that_take_their_time_appear() -> None:
    twins = FakeTwins(is_ready=False)
    screen = TwinsScreen(twins)
    screen.layout(make_view())
    screen.handle(KeyPress(key=pygame.K_SPACE))
    screen.update(0.1)
    assert screen.story is None and screen.is_moving
    twins.is_ready = True
    screen.update(0.1)
    assert screen.story is STORY


# --- scenarios -----------------------------------------------------------------------------------


def test_a_pack_is_opened_and_a_broken_one_is_explained() -> None:
    screen = LibraryScreen(FakeShelf())
    screen.layout(make_view())
    assert screen.react(Pressed(name="pack.1")) == PackChosen("/packs/two")
    assert screen.react(Pressed(name="pack.2")) == CheckAsked("/mine/broken.yaml")


def test_a_mended_pack_is_checked_anew_and_then_opened() -> None:
    shelf = FakeShelf()
    screen = CheckedScreen(shelf, "/mine/broken.yaml")
    shown(screen)
    shelf.asked, shelf.result = "", replace(CHECK, is_playable=True, findings=(), left_out=0)
    assert screen.react(Pressed(name="again")) is None and shelf.asked == "/mine/broken.yaml"
    screen.update(0.1)
    assert screen.react(Pressed(name="open")) == PackChosen("/mine/broken.yaml")
    assert screen.react(Pressed(name="done")) == Back()


def test_the_title_leads_to_twins_and_scenarios() -> None:
    from tests.screens.test_pictures import CARDS

    screen = TitleScreen()
    screen.show(CARDS, None)
    screen.layout(make_view())
    screen.ring.focus("live.chen_jing")
    assert screen.handle(KeyPress(key=pygame.K_t)) == TwinsWished("chen_jing")
    assert screen.handle(KeyPress(key=pygame.K_s)) == LibraryAsked()
    empty = TitleScreen()
    empty.layout(make_view())
    assert empty.handle(KeyPress(key=pygame.K_t)) is None


@pytest.mark.parametrize("text", (1.0, 1.25, 1.5))
@pytest.mark.parametrize("size", SIZES)
def test_the_card_of_a_twin_covers_no_rib_of_whoever_sits_or_rides(
    size: tuple[int, int], text: float
) -> None:
    view = make_view(size, text)
    half = pygame.FRect(0, 0, view.width / 2, view.height)
    free_to = card_left(view, half)
    poses = set()
    for age in (30, 72, 85):
        for state in (SceneState(age=age), SceneState(age=age, work="retired")):
            shelter = shelter_of(state)
            assert shelter is not None
            poses.add(state.pose)
            assert shelter.right - step_aside(state, free_to) < free_to
    assert "bench" in poses


def test_nobody_steps_aside_without_need() -> None:
    sitting = SceneState(age=72, work="retired")
    assert step_aside(sitting, None) == 0.0 == step_aside(sitting, 600.0)
    assert step_aside(replace(sitting, has_person=False), 100.0) == 0.0


def test_the_street_of_a_half_touches_nothing_beyond_it_when_its_person_steps_aside() -> None:
    view, surface = make_view(), pygame.Surface((1280, 720))
    surface.fill("#ff00ff")
    side = STORY.years[-2].sides[0]
    right = pygame.FRect(640, 0, 640, 720)
    picture = ScenePicture()
    picture.draw(surface, view, side, side.umbrella, right, free_to=300.0)
    pixels = pygame.surfarray.array3d(surface)
    assert (pixels[:640] == (255, 0, 255)).all()
    assert not (pixels[640:] == (255, 0, 255)).all(axis=2).any()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_twin_says_when_its_own_pension_began_and_none_where_it_never_did(
    language: Language,
) -> None:
    year = STORY.years[-2]
    drawn_side = replace(year.sides[0], pension_from=66, pension_per_month=359.0)
    short = replace(year.sides[1], pension_from=0, pension_per_month=189.0)
    view, bounds = make_view(language=language), pygame.FRect(0, 90, 640, 480)
    rows = [
        TwinCard(view, bounds, STORY, replace(year, sides=(drawn_side, short)), side)._rows()[-1]
        for side in (0, 1)
    ]
    assert "66" in rows[0].label and "359" in rows[0].value
    assert rows[1].value == view.say("twins.none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_a_twin_leaves_the_riders_umbrella_free(language: Language) -> None:
    screen = TwinsScreen(FakeTwins())
    screen.layout(make_view(language=language))
    half = make_view().width / 2
    shelter = shelter_of(SceneState(age=40))
    assert shelter is not None
    rim = shelter.left + shelter.width
    for index in range(len(STORY.years)):
        screen.show_year(index)
        cards = [box for box in screen.boxes() if box.name in ("twin.0", "twin.1")]
        assert len(cards) == 2
        assert all(card.rect.left - place * half > rim for place, card in enumerate(cards))
