"""Title, settings, help and sources: nothing overlaps, sticks out or is cut, in any window."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.core.text import LANGUAGES, Language, Text, same
from game.play.library_view import PackView
from game.play.settings import Settings
from game.play.views import FigureView
from game.ui.input import KeyPress
from game.ui.screen import Back, WidgetScreen, layout_faults
from game.ui.screens.help import HelpScreen
from game.ui.screens.profile_panel import ProfileCard, SavedLife, saved_line
from game.ui.screens.settings import SettingsChanged, SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.screens.title import LifeChosen, LifeContinued, QuitAsked, TitleScreen
from game.ui.screens.title_pack import TitlePack
from game.ui.sheet import SheetScreen
from tests.screens.stage import SIZES, TEXT_FACTORS, drawn, make_view

FACTS = (
    Text("¥7,200 a month, uneven", "每月约 7,200 元，有多有少"),
    Text("Hukou elsewhere", "户口在老家"),
    Text("Road risk high", "路上风险高"),
)
FIGURES = tuple(
    FigureView(
        label=Text("Crash with a stay in hospital, full-time riders", "全职骑手因车祸住院"),
        value=Text("2 in 100 a year", "每年 2%"),
        since="2026",
        source=Text("Survey of riders, 2024", "2024年骑手调查"),
        status=status,
        note=Text("No register counts riders; it is set between two surveys.", "没有专门统计。"),
    )
    for status in ("official", "estimate", "assumed", "placeholder")
)


def card(number: int) -> ProfileCard:
    return ProfileCard(
        id=f"person_{number}",
        name=Text("Li Wei", "李伟"),
        role=Text("Student, part-time rider", "学生，兼职骑手"),
        age_line=Text("22 · Henan → Hangzhou", "22 岁 · 河南 → 杭州"),
        story=Text(
            "Delivers food on a scooter. Sends ¥800 home each month. Parents farm; no cover but"
            " theirs.",
            "骑电动车送外卖，每月往家寄 800 元。爸妈在老家种地，医保一直跟着家里缴。",
        ),
        facts=FACTS,
        portrait="li_wei",
    )


PACK = PackView(
    path="/packs/night-shift", origin="own", title=Text("Night shift, and what it takes", "夜班"),
    summary=same(""), languages=("en", "zh"), minutes=20, authors=("Wang Fang", "Liu Yang"),
    differing=tuple(Text(f"Figure {k}", f"数字{k}") for k in range(3)), is_playable=True,
    problem=same(""),
)  # fmt: skip
SAVED = SavedLife(
    slot="one", profile="person_0", name=Text("Li Wei", "李伟"), age=34, seconds_ago=3 * 86400
)


ROWS = (
    "choose", "ask", "hold", "years", "plan", "undo", "twins", "scenarios", "run", "step", "swap",
    "plans", "test", "back", "reload",
)  # fmt: skip
"""Every row a screen may ask for, all at once."""


def title(count: int, saved: SavedLife | None = None) -> TitleScreen:
    screen = TitleScreen()
    screen.opening.finish()
    screen.show([card(number) for number in range(count)], saved)
    return screen


def sheet(name: str) -> SheetScreen:
    if name == "settings":
        return SettingsScreen(Settings(language="en"))
    if name == "sources":
        return SourcesScreen(FIGURES * 2)
    screen = HelpScreen(ROWS)
    screen.tab = name
    return screen


def assert_whole(
    screen: WidgetScreen, size: tuple[int, int], text: float, language: Language
) -> None:
    view = make_view(size, text, language)
    screen.layout(view)
    screen.draw(pygame.Surface(size))
    assert layout_faults(screen.boxes(), view.window) == []
    assert view.type.overflows == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXT_FACTORS)
@pytest.mark.parametrize("size", SIZES)
def test_the_title_is_whole_with_one_to_six_people(
    size: tuple[int, int], text: float, language: Language
) -> None:
    for count in (1, 3, 6):
        assert_whole(title(count), size, text, language)
    assert_whole(title(1, SAVED), size, text, language)
    assert_whole(title(3, SAVED), size, text, language)
    for pack in (PACK, replace(PACK, differing=(), authors=()), replace(PACK, is_invented=True)):
        for count in (1, 3):
            named = title(count)
            named.show([card(number) for number in range(count)], None, None, pack)
            assert_whole(named, size, text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXT_FACTORS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["settings", "play", "words", "sources"])
def test_a_sheet_is_whole(
    name: str, size: tuple[int, int], text: float, language: Language
) -> None:
    assert_whole(sheet(name), size, text, language)


def press(screen: WidgetScreen, *keys: int) -> object:
    result = None
    for key in keys:
        result = screen.handle(KeyPress(key=key))
    return result


def test_the_first_key_lives_a_life_or_goes_on_with_it() -> None:
    fresh, kept = title(1), title(1, SAVED)
    for screen in (fresh, kept):
        screen.layout(make_view())
    assert press(fresh, pygame.K_RETURN) == LifeChosen("person_0")
    assert press(kept, pygame.K_RETURN) == LifeContinued("one")
    assert press(kept, pygame.K_TAB, pygame.K_RETURN) == LifeChosen("person_0")


def test_arrows_reach_everyone_in_a_row_that_scrolls() -> None:
    screen = title(6)
    screen.layout(make_view())
    for _ in range(5):
        press(screen, pygame.K_RIGHT)
    assert press(screen, pygame.K_RETURN) == LifeChosen("person_5")
    assert screen.row.area.offset > 0


def test_the_way_out_is_the_last_button() -> None:
    screen = title(1)
    screen.layout(make_view())
    screen.ring.focus("quit")
    assert press(screen, pygame.K_RETURN) == QuitAsked()
    assert screen.back() is None


def test_before_the_pack_is_loaded_only_the_foot_can_be_pressed() -> None:
    screen = TitleScreen()
    drawn(screen, make_view())
    assert [widget.name for widget in screen.ring.widgets] == ["settings", "help", "quit"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(20, "just now"), (600, "10 min ago"), (7300, "2 h ago"), (90_000, "yesterday"),
     (6 * 86_400, "6 days ago")],
)  # fmt: skip
def test_how_long_ago_is_said_in_plain_words(seconds: float, said: str) -> None:
    saved = SavedLife(slot="a", profile="b", name=SAVED.name, age=34, seconds_ago=seconds)
    assert saved_line(make_view(), saved) == f"Your last life stands at 34, left {said}."


def test_every_setting_is_handed_back_at_once() -> None:
    screen = SettingsScreen(Settings(language="en", volume=0.5))
    screen.layout(make_view())
    changes = (
        ("language", pygame.K_RIGHT, "language", "zh"),
        ("text", pygame.K_RIGHT, "text_percent", 125),
        ("motion", pygame.K_RETURN, "has_motion", False),
        ("screen", pygame.K_SPACE, "is_full_screen", True),
        ("volume", pygame.K_RIGHT, "volume", 0.6),
        ("sound", pygame.K_RETURN, "has_sound", False),
    )
    for name, key, field, value in changes:
        screen.ring.focus(name)
        result = press(screen, key)
        assert isinstance(result, SettingsChanged)
        assert getattr(result.settings, field) == value
        screen.refresh()
    assert press(screen, pygame.K_ESCAPE) is None
    screen.ring.focus("done")
    assert press(screen, pygame.K_RETURN) == Back()


def test_every_key_a_screen_names_has_its_words_in_the_help() -> None:
    view = make_view()
    for name in HelpScreen(ROWS).rows:
        for part in ("cap", "key"):
            assert view.say(f"help.{part}.{name}").strip()


@pytest.mark.parametrize(
    ("pack", "en", "zh"),
    [
        (PACK, "3 numbers differ from the official ones", "3 个数字与官方的不同"),
        (replace(PACK, differing=PACK.differing[:1]), "1 number differs", "1 个数字"),
        (replace(PACK, differing=()), "law as in the base pack", "与基础情景一致"),
        (replace(PACK, is_invented=True), "invented law", "虚构"),
    ],
)
def test_the_title_says_who_made_a_pack_and_what_differs(pack: PackView, en: str, zh: str) -> None:
    for language, said in (("en", en), ("zh", zh)):
        view = make_view(language=language)  # type: ignore[arg-type]
        lines = " ".join(words for words, _, _ in TitlePack(pack)._lines(view))
        assert said in lines
        assert view.read(pack.title) in lines and "Wang Fang, Liu Yang" in lines


def test_help_of_the_title_names_the_twins_once_there_are_cards() -> None:
    empty, full = TitleScreen(), title(1)
    empty.layout(make_view())
    full.layout(make_view())
    assert list(empty.keys()) == []
    assert list(full.keys()) == ["twins", "scenarios"]


def test_help_turns_to_the_words_and_scrolls_through_them() -> None:
    screen = HelpScreen()
    screen.layout(make_view())
    press(screen, pygame.K_RIGHT)
    assert screen.tab == "words"
    assert screen.area.overflow > 0
    press(screen, pygame.K_END)
    assert screen.area.offset == screen.area.overflow


def test_a_sheet_without_figures_says_so() -> None:
    screen, view = SourcesScreen(()), make_view()
    screen.layout(view)
    assert screen.note(view) == view.say("sources.none")
