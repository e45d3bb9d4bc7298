"""``migrate`` on a language older than any there is: a private step from version 0 to 1.

In version 0 a chance was called ``chance:`` and was written ``yearly 4%``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import migrate
from game.cli.arguments import UsageError
from game.core.folders import scenarios
from game.core.source import MapNode, ScalarNode
from game.core.text import Language
from game.scenario.compiler import load_pack
from game.scenario.migration import Ladder, Rewording

Output = pytest.CaptureFixture[str]
OLD = """\
# The night shift.   Spaces and comments   stay as they are.
scenario: 0          # of the language
id: night-shift
title: {en: "Night shift", zh: "夜班"}
include: [events/more.yaml]

events:
  fall:
    chance: yearly 4%        # four in a hundred
    title: {en: "A fall", zh: "摔倒"}
    kind: accident
    ages: 24..60
    text: {en: "chance: yearly 4%", zh: "一次意外"}
    effects: [pay: 300 yuan,   gain: 20 yuan]
"""
MORE = """\
events:
  cough:
    {"chance": 'yearly 12%', title: {en: "Cough", zh: "咳嗽"}, kind: illness,
     text: {en: "Cold.", zh: "着凉。"}, effects: [pay: 60 yuan]}
"""
SAID = re.compile(r"yearly (\d+%)")


def to_one(root: MapNode) -> Iterator[Rewording]:
    """The step from version 0: another key, and another way to write what stands behind it."""
    events = root.get("events")
    for event in events.entries if isinstance(events, MapNode) else ():
        for entry in event.value.entries if isinstance(event.value, MapNode) else ():
            if entry.key.text == "chance" and isinstance(entry.value, ScalarNode):
                yield Rewording(node=entry.key, text="probability")
                said = SAID.sub(r"\1 per year", entry.value.text)
                yield Rewording(node=entry.value, text=said)


LADDER = Ladder(current=1, steps={0: to_one})


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "night-shift"
    (folder / "events").mkdir(parents=True)
    (folder / "scenario.yaml").write_bytes(OLD.encode("utf-8"))
    (folder / "events" / "more.yaml").write_bytes(MORE.replace("\n", "\r\n").encode("utf-8-sig"))
    return folder


def run(pack: Path, *words: str, language: Language = "en", ladder: Ladder = LADDER) -> int:
    return migrate.main([str(pack), *words], language, ladder)


def contents(pack: Path) -> dict[str, bytes]:
    return {
        path.relative_to(pack).as_posix(): path.read_bytes()
        for path in pack.rglob("*")
        if path.is_file()
    }


def test_an_older_pack_plays_as_it_is(pack: Path) -> None:
    loaded = load_pack(pack, [scenarios()], LADDER)
    assert loaded.findings == ()
    assert loaded.scenario is not None
    chances = {e.id: e.hazard.constant for e in loaded.scenario.events if e.hazard is not None}
    assert (chances["fall"], chances["cough"]) == (0.04, 0.12)
    assert (pack / "scenario.yaml").read_text(encoding="utf-8") == OLD


def test_findings_point_into_the_file_as_it_stands(pack: Path) -> None:
    text = OLD.replace("yearly 4%        #", "yearly 400%      #")
    (pack / "scenario.yaml").write_text(text, encoding="utf-8")
    (finding,) = load_pack(pack, [scenarios()], LADDER).findings
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (9, 13)
    assert "chance: yearly 400%" in finding.place.source


def test_nothing_is_rewritten_but_what_a_step_changes(pack: Path, capsys: Output) -> None:
    assert run(pack) == 0
    new = OLD.replace("scenario: 0", "scenario: 1")
    new = new.replace("    chance: yearly 4%  ", "    probability: 4% per year  ")
    assert (pack / "scenario.yaml").read_text(encoding="utf-8") == new
    more = MORE.replace("""{"chance": 'yearly 12%'""", '{"probability": "12% per year"')
    raw = (pack / "events" / "more.yaml").read_bytes()
    assert raw == more.replace("\n", "\r\n").encode("utf-8-sig")
    said = capsys.readouterr().out
    assert "-    chance: yearly 4%" in said
    assert "+    probability: 4% per year" in said
    assert "scenario.yaml.bak, events/more.yaml.bak" in said
    assert "no mistakes" in said
    assert load_pack(pack, [scenarios()]).findings == ()


def test_the_files_are_kept_as_they_were(pack: Path) -> None:
    before = contents(pack)
    (pack / "scenario.yaml.bak").write_text("an older copy", encoding="utf-8")
    assert run(pack) == 0
    after = contents(pack)
    assert after["scenario.yaml.bak"] == b"an older copy"
    assert after["scenario.yaml.2.bak"] == before["scenario.yaml"]
    assert after["events/more.yaml.bak"] == before["events/more.yaml"]
    assert run(pack) == 0
    assert contents(pack) == after


def test_a_dry_run_shows_and_writes_nothing(pack: Path, capsys: Output) -> None:
    before = contents(pack)
    assert run(pack, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "+    probability: 4% per year" in said
    assert "Nothing was written" in said
    assert contents(pack) == before


@pytest.mark.parametrize(("language", "said"), [("en", "nothing was changed"), ("zh", "没有改动")])
def test_a_pack_that_cannot_be_read_is_left_alone(
    pack: Path, capsys: Output, language: Language, said: str
) -> None:
    (pack / "events" / "more.yaml").write_text('events:\n\tcough: {"chance": x}\n')
    before = contents(pack)
    assert run(pack, language=language) == 1
    out = capsys.readouterr().out
    assert said in out
    assert "SC101" in out
    assert contents(pack) == before


@pytest.mark.parametrize(
    ("version", "language", "said"),
    [("7", "en", "knows up to 1. Update the game"), ("7", "zh", "只认到第 1 版。请更新游戏")],
)
def test_a_newer_pack_is_left_alone(
    pack: Path, capsys: Output, version: str, language: Language, said: str
) -> None:
    (pack / "scenario.yaml").write_text(OLD.replace("scenario: 0", f"scenario: {version}"))
    before = contents(pack)
    assert run(pack, language=language) == 1
    assert said in capsys.readouterr().out
    assert contents(pack) == before
    codes = [finding.code for finding in load_pack(pack, [scenarios()], LADDER).findings]
    assert "SC219" in codes


def test_a_version_with_a_step_missing_on_the_way_is_left_alone(pack: Path, capsys: Output) -> None:
    before = contents(pack)
    assert run(pack, ladder=Ladder(current=3, steps={0: to_one, 2: to_one})) == 1
    assert "no way" in capsys.readouterr().out
    assert contents(pack) == before


def test_a_folder_that_cannot_be_written_stays_whole(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(pack)

    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError) as told:
        run(pack)
    monkeypatch.undo()
    assert "cannot be written" in told.value.message.en
    assert contents(pack) == before
