"""Every screen as a picture, once a language at 1280×720.

A screen that is meant to look different: ``pytest tests/screens --update-pictures``, look at the
pictures that have changed, and keep them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.core.text import Language, Text, same
from game.play.settings import Settings
from game.play.views import FigureView, Stage
from game.ui.screen import WidgetScreen
from game.ui.screens.help import HelpScreen
from game.ui.screens.life import LifeScreen
from game.ui.screens.plan import PlanScreen
from game.ui.screens.profile_panel import ProfileCard
from game.ui.screens.review import ReviewScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.sources import SourcesScreen
from game.ui.screens.title import TitleScreen
from tests.screens import fake_views, test_insight_screens
from tests.screens.fake_views import FakeSession, life
from tests.screens.stage import drawn, make_view

FOLDER = Path(__file__).parent / "pictures"
SHARE = 0.5
"""Pictures are kept at half their size, in 32 steps of each colour."""
STEP = 8
BLOCK = 20
TOLERANCE = 14.0
"""Mean difference of a block of 20 by 20 pixels, of 255: rasterisers differ at edges by less."""
LIMIT = 3_000_000
CARD = ProfileCard(
    id="li_wei", name=Text("Li Wei", "李伟"), role=Text("Migrant courier", "外卖骑手"),
    age_line=Text("22 · Henan → Hangzhou", "22 岁 · 河南 → 杭州"),
    story=Text(
        "Delivers food on a scooter. Sends ¥800 home each month.",
        "骑电动车送外卖，每月往家寄八百。",
    ),
    facts=(
        Text("¥7,200 a month, uneven", "月入七千二，时多时少"),
        Text("Hukou elsewhere", "户口在河南老家"), Text("Road risk high", "天天在路上，风险高"),
    ),
    portrait="li_wei",
)  # fmt: skip
CARDS = (
    CARD,
    ProfileCard(
        id="chen_jing", name=Text("Chen Jing", "陈静"), role=Text("Live-stream seller", "带货主播"),
        age_line=Text("26 · Chengdu", "26 岁 · 成都"),
        story=Text("Left a factory job to sell by live-stream. Six years of pension already paid.",
                   "辞了厂里的活，开直播卖货。养老已经缴了六年。"),
        facts=(
            Text("¥5,600 a month, uneven", "月入五千六，时多时少"),
            Text("Retires at 58", "58 岁退休"),
            Text("A child, perhaps, one day", "也许会有个孩子"),
        ),
        portrait="chen_jing", age=26,
    ),
    ProfileCard(
        id="zhao_lin", name=Text("Zhao Lin", "赵琳"),
        role=Text("Student, part-time rider", "学生，兼职骑手"),
        age_line=Text("20 · Hebei → Beijing", "20 岁 · 河北 → 北京"),
        story=Text("Studies nursing, rides at night. Covered as a student until she graduates.",
                   "学护理，晚上送外卖。学生医保管到毕业那天。"),
        facts=(
            Text("¥1,900 a month", "月入一千九"), Text("Cover ends at 22", "22 岁保障到期"),
            Text("38 years to her pension", "离养老金还有 38 年"),
        ),
        portrait="zhao_lin", age=20,
    ),
)  # fmt: skip


def _title(cards: Sequence[ProfileCard] = (CARD,)) -> TitleScreen:
    screen = TitleScreen()
    screen.show(cards, None)
    screen.opening.finish()
    return screen


def _named() -> TitleScreen:
    """The title of somebody's own pack."""
    screen = _title()
    pack = replace(
        test_insight_screens.PACKS[1], title=Text("Night shift", "夜班"), authors=("Wang Fang",)
    )
    screen.show((CARD,), None, None, pack)
    return screen


def _year() -> LifeScreen:
    screen = LifeScreen(FakeSession(stages=[Stage.YEAR], view=life(70)))
    screen.caption = (69, life().log[0])
    return screen


def _sources() -> SourcesScreen:
    figure = FigureView(
        label=Text("Reference wage", "参照工资"), value=same("8,310"), since="2025-01",
        source=Text("A province’s notice", "某省通知"), status="official", note=same(""),
    )  # fmt: skip
    return SourcesScreen([figure] * 3)


PICTURED = (
    "bound", "advice", "shock", "review_life", "review_luck", "review_compared", "twins",
    "twins_storm", "twins_choice", "library", "checked",
)  # fmt: skip
SCREENS: dict[str, Callable[[], WidgetScreen]] = {
    "title": _title,
    "ask": lambda: PlanScreen(FakeSession(is_first_plan=True)),
    "plan": lambda: PlanScreen(FakeSession()),
    "card": lambda: LifeScreen(FakeSession()),
    "result": lambda: LifeScreen(FakeSession(stages=[Stage.RESULT], outcome=fake_views.OWN_RESULT)),
    "year": _year,
    "review": lambda: ReviewScreen(FakeSession(view=life(84))),
    "settings": lambda: SettingsScreen(Settings()),
    "help": HelpScreen,
    "sources": _sources,
    "three": lambda: _title(CARDS),
    "named": _named,
    "forecast": test_insight_screens.SCREENS["forecast_held"],
    **{name: test_insight_screens.SCREENS[name] for name in PICTURED},
}


@pytest.mark.parametrize("language", ("en", "zh"))
@pytest.mark.parametrize("name", SCREENS)
def test_it_looks_as_it_did(
    name: str, language: Language, updates_pictures: bool, tmp_path: Path
) -> None:
    view, screen = make_view((1280, 720), 1.0, language), SCREENS[name]()
    if isinstance(screen, SettingsScreen):
        screen.show(Settings(language=language))
    now = _reduced(drawn(screen, view))
    kept = FOLDER / f"{name}-{language}.png"
    if updates_pictures:
        FOLDER.mkdir(exist_ok=True)
        _save(now, kept)
    before = pygame.surfarray.array3d(pygame.image.load(str(kept))).astype(np.int16)
    worst, place = _worst_block(now.astype(np.int16), before)
    if worst > TOLERANCE:
        _save(now, tmp_path / kept.name)
        pytest.fail(
            f"{kept.name} differs by {worst:.0f} around {place}; what is drawn now: "
            f"{tmp_path / kept.name}. If it is meant: pytest tests/screens --update-pictures"
        )


def test_there_is_a_picture_of_every_screen_and_no_other(updates_pictures: bool) -> None:
    if updates_pictures:
        pytest.skip("the pictures are being saved anew")
    wanted = {f"{name}-{language}.png" for name in SCREENS for language in ("en", "zh")}
    kept = list(FOLDER.glob("*"))
    assert {path.name for path in kept} == wanted
    assert sum(path.stat().st_size for path in kept) < LIMIT


def test_a_word_that_has_moved_is_noticed() -> None:
    before = _reduced(drawn(SCREENS["card"](), make_view()))
    now = before.copy()
    now[300:400, 70:90] = np.roll(now[300:400, 70:90], 7, axis=1)
    assert _worst_block(now.astype(np.int16), before.astype(np.int16))[0] > TOLERANCE


def _reduced(picture: pygame.Surface) -> np.ndarray:
    size = (round(picture.get_width() * SHARE), round(picture.get_height() * SHARE))
    small = pygame.transform.smoothscale(picture, size)
    return pygame.surfarray.array3d(small) // STEP * STEP


def _save(pixels: np.ndarray, path: Path) -> None:
    pygame.image.save(pygame.surfarray.make_surface(pixels), str(path))


def _worst_block(now: np.ndarray, before: np.ndarray) -> tuple[float, tuple[int, int]]:
    """The largest mean difference of a block, and its upper left corner at full size."""
    assert now.shape == before.shape
    wide, high = now.shape[0] // BLOCK, now.shape[1] // BLOCK
    apart = np.abs(now - before)[: wide * BLOCK, : high * BLOCK]
    means = apart.reshape(wide, BLOCK, high, BLOCK, 3).mean(axis=(1, 3, 4))
    x, y = np.unravel_index(int(means.argmax()), means.shape)
    at = (round(int(x) * BLOCK / SHARE), round(int(y) * BLOCK / SHARE))
    return float(means.max()), at
