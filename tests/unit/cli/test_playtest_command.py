"""``playtest``: kept results, ``--against``, and what it says where something is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import app, playtest, playtest_progress
from game.core.diagnostics import cells
from game.core.text import LANGUAGES, Language
from game.play.options import PlayOptions
from game.play.playtest import keeping
from game.play.playtest.keeping import FOLDER
from game.play.playtest.playing import Wish
from tests.toyland.lives import TOYLAND

Output = pytest.CaptureFixture[str]
QUICK = ("--lives", "10", "--pairs", "0")
PACK = """\
scenario: 1
id: night-shift
version: {version}
extends: toyland
title: {{en: "Night shift", zh: "夜班"}}
events:
  flood:
    title: {{en: "Flood", zh: "泛滥"}}
    text: {{en: "The water rises.", zh: "水漫上来。"}}
    kind: money
    ages: 30..50
    probability: {chance}% per year
    choices:
      ok: {{label: {{en: "Yes", zh: "好"}}, effects: [add: {{wellbeing: 1 points}}]}}
      no: {{label: {{en: "No", zh: "不"}}, effects: [pay: 3000 yuan]}}
    default: ok
"""


def no_window(options: PlayOptions) -> int:
    raise AssertionError(f"a window was opened for {options}")


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with an older version and its parent beside it; one process, a folder of its own."""
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    monkeypatch.setattr(playtest, "usual_processes", lambda: 1)
    monkeypatch.setattr(keeping, "engine_mark", lambda: "the engine of this test")
    (tmp_path / "toyland").symlink_to(TOYLAND)
    folder = tmp_path / "night"
    folder.mkdir()
    text = PACK.format(version="1.1.0", chance=60)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    old = PACK.format(version="1.0.0", chance=2)
    (tmp_path / "old.yaml").write_text(old, encoding="utf-8")
    return folder


def run(pack: Path, *words: str) -> int:
    return app.run(["playtest", str(pack), *QUICK, *words], no_window)


def test_an_unchanged_pack_is_not_played_twice(
    pack: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(pack) == playtest.CLEAN
    first = capsys.readouterr().out
    assert first.splitlines()[0].endswith(" s")
    assert len(list((pack.parent / "own" / "cache" / FOLDER).glob("*.json"))) == 1

    def never(*_: object) -> None:
        raise AssertionError("it was played again")

    monkeypatch.setattr(playtest, "playtested", never)
    assert run(pack) == playtest.CLEAN
    again = capsys.readouterr().out
    assert "--fresh" in again
    assert again.splitlines()[2:] == first.splitlines()[1:]
    monkeypatch.undo()


def test_fresh_and_a_damaged_file_play_again(
    pack: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pack)
    (kept,) = (pack.parent / "own" / "cache" / FOLDER).glob("*.json")
    whole = kept.read_text(encoding="utf-8")
    kept.write_text("{}", encoding="utf-8")
    run(pack)
    assert kept.read_text(encoding="utf-8") == whole
    kept.write_text(whole.replace('"lives":10', '"lives":11'), encoding="utf-8")
    run(pack, "--fresh")
    assert kept.read_text(encoding="utf-8") == whole
    capsys.readouterr()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_differs_from_a_version_is_shown(
    pack: Path, capsys: Output, language: Language
) -> None:
    assert run(pack, "--against", "night-shift@1.0.0", "--lang", language) == playtest.CLEAN
    said = capsys.readouterr().out
    assert "night-shift 1.0.0" in said
    row = "flood, of all lives" if language == "en" else "flood，人次占比"
    assert row in said
    assert ("NEW FINDINGS" if language == "en" else "新出现的问题") in said
    assert "crossing" not in said


def test_a_report_written_as_json_can_be_held_against(pack: Path, capsys: Output) -> None:
    run(pack, "--json")
    report = pack.parent / "report.json"
    report.write_text(capsys.readouterr().out, encoding="utf-8")
    assert run(pack, "--against", str(report)) == playtest.CLEAN
    assert "Nothing differs." in capsys.readouterr().out
    values = json.loads(report.read_text(encoding="utf-8"))
    report.write_text(json.dumps(values | {"seed": 5}), encoding="utf-8")
    run(pack, "--against", str(report))
    assert "seed 5" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ("night-shift@3.0.0", "1.0.0, 1.1.0"),
        ("nobody@1.0.0", "none"),
        ("missing.json", "missing.json"),
        ("nothing-here", "nothing-here"),
    ],
)
def test_what_cannot_be_held_against_is_a_sentence(
    pack: Path, capsys: Output, other: str, says: str
) -> None:
    assert run(pack, "--against", other) == 2
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_keeps_to_eighty_columns(
    pack: Path, capsys: Output, language: Language
) -> None:
    run(pack, "--lang", language)
    lines = capsys.readouterr().out.splitlines()
    summary = lines[: lines.index("", lines.index("") + 1)]
    assert len(summary) > 10
    assert [line for line in summary if cells(line) > 80] == []


def test_the_command_that_opens_a_life_names_other_lives_and_luck(
    pack: Path, capsys: Output
) -> None:
    assert playtest._opens("p", Wish(lives=2_000)).endswith("open p")
    words = playtest._opens("p", Wish(lives=300, seed=4))
    assert words.endswith("open p --lives 300 --seed 4")


def test_without_a_terminal_no_bar_is_drawn(capsys: Output) -> None:
    with playtest_progress.progress("en") as tell:
        tell("random", 0.5)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_tells_every_kind_of_task_in_words(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with playtest_progress.progress(language) as tell:
        for what in ("random", "sweep", "pairs 0", "funnel", "usual", "number x.rate"):
            tell(what, 0.5)
    said = capsys.readouterr().err
    assert "█" * 12 + "·" * 12 in said
    assert ("choices side by side" if language == "en" else "同样运气比选项") in said
    assert all(cells(line) <= 78 for line in said.split("\r"))
