"""``open``, and packs named by their folder: what a playtest prints can be typed as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from game.cli import app
from game.cli.asked_pack import playable
from game.cli.open import lived_to
from game.core import folders
from game.play.life_as_test import ELSEWHERE, OTHER_LUCK, as_entry, saved_as_test, why_no_test
from game.play.options import PlayOptions
from game.play.packs import playable_scenario
from game.play.problems import Problem
from game.play.session import Session, new_session
from game.play.views import Stage
from tests.toyland.lives import TOYLAND
from tests.unit.play.playing import play_on, wandering

Output = pytest.CaptureFixture[str]
PACK = """\
scenario: 1
id: night-shift
extends: toyland
title: {en: "Night shift", zh: "夜班"}
events:
  flood:
    title: {en: "Flood", zh: "泛滥"}
    text: {en: "The water rises.", zh: "水漫上来。"}
    kind: money
    ages: 25..50
    probability: 60% per year
    choices:
      ok: {label: {en: "Yes", zh: "好"}, effects: [add: {wellbeing: 1 points}]}
      no: {label: {en: "No", zh: "不"}, effects: [pay: 3000 yuan]}
    default: ok
tests:
  - {name: a, profile: rider, luck: off, expect: [{at: 30, check: "age == 30"}]}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack in it, where commands are typed."""
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    (tmp_path / "toyland").symlink_to(TOYLAND)
    (tmp_path / "night-shift").mkdir()
    (tmp_path / "night-shift" / "scenario.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "alone.yaml").write_text(PACK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def no_window(options: PlayOptions) -> int:
    raise AssertionError(f"a window was opened for {options}")


@pytest.mark.parametrize("pack", ["./night-shift", "night-shift", "./alone.yaml"])
def test_the_game_opens_the_pack_the_life_was_lived_in(here: Path, pack: str) -> None:
    opened: list[PlayOptions] = []

    def play(options: PlayOptions) -> int:
        opened.append(options)
        return 0

    words = ("open", pack, "--lives", "20", "--life", "7", "--age", "30", "--lang", "en")
    assert app.run(words, play) == 0
    (options,) = opened
    assert options.pack is not None and Path(options.pack).is_absolute()
    assert playable_scenario(options.pack).id == "night-shift"
    assert options.slot == "opened-night-shift"


@pytest.mark.parametrize(
    "words",
    [
        ("check", "night-shift"),
        ("test-pack", "night-shift"),
        ("playtest", "night-shift", "--lives", "10", "--pairs", "0", "--fresh"),
    ],
)
def test_a_folder_here_need_not_be_written_as_a_path(
    here: Path, words: tuple[str, ...], capsys: Output
) -> None:
    assert app.run((*words, "--lang", "en"), no_window) == 0
    assert "SC209" not in capsys.readouterr().out


def test_a_known_id_is_not_taken_for_the_folder_here(here: Path) -> None:
    shutil.copytree(here / "night-shift", here / "minimal")
    assert playable("minimal")[1].id == "minimal"
    assert playable("./minimal")[1].id == "night-shift"


def test_what_is_nowhere_is_told(here: Path, capsys: Output) -> None:
    assert app.run(("check", "night-shif", "--lang", "en"), no_window) == 1
    assert "SC209" in capsys.readouterr().out


def ended(session: Session) -> Session:
    play_on(session, wandering)
    assert session.stage is Stage.OVER
    return session


@pytest.mark.parametrize("life", [0, 7])
def test_a_life_opened_further_on_is_no_test(here: Path, life: int) -> None:
    _, scenario = playable("night-shift")
    session = lived_to(scenario, 20, life, 1, "random", 40)
    assert why_no_test(session) == ELSEWHERE
    found = saved_as_test(ended(session), here / "night-shift")
    assert isinstance(found, Problem) and found.text == ELSEWHERE
    assert not (here / "night-shift" / "tests-from-play.yaml").exists()


def test_a_seed_no_test_takes_is_told_and_any_other_life_can_be_one(here: Path) -> None:
    _, scenario = playable("night-shift")
    engine = lived_to(scenario, 20, 0, 1, "random", None).engine
    rider = [who.id for who in scenario.profiles].index("rider")
    assert isinstance(as_entry(ended(new_session(engine, rider, 2**32))), str)
    told = as_entry(ended(new_session(engine, rider, 2**32 + 1)))
    assert told == OTHER_LUCK.filled({"most": "4294967296", "seed": "4294967297"})


def test_the_first_life_of_a_playtest_unopened_is_an_ordinary_one(here: Path) -> None:
    _, scenario = playable("night-shift")
    session = lived_to(scenario, 20, 0, 1, "random", None)
    assert session.notes == [] and np.array_equal(session.opened.id, [0])
    assert why_no_test(session) is None
    assert folders.user_data().is_relative_to(here)
