"""Reports of playtests: as JSON and back, kept, and held beside one another."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.core.diagnostics import Diagnostic, Place
from game.core.text import Text
from game.play.playtest import keeping
from game.play.playtest.against import versioned, versions_of
from game.play.playtest.comparing import compared
from game.play.playtest.evidence import Found
from game.play.playtest.playing import Wish
from game.play.playtest.report import EventRow, NumberRow, Report
from game.play.playtest.report_json import as_json, from_json
from game.scenario.archive import write_lifepack

FINDING = Diagnostic(
    code="SP03",
    severity="tip",
    confidence="reasonable",
    place=Place(file="scenario.yaml", line=3, column=5, length=4, source="    dear:"),
    slots={"choice": "dear", "event": "flood", "open": "1", "visits": "40"},
)
FLOOD = EventRow(
    id="flood",
    title=Text("Flood", "泛滥"),
    is_own=True,
    lives=30,
    share=0.3,
    first_age=41.5,
    choices={"ok": 3, "dear": 1},
)
REPORT = Report(
    pack="night-shift",
    title=Text("Night shift", "夜班"),
    version="1.0.0",
    digest="ab" * 16,
    lives=100,
    seed=1,
    visits_of_an_event=20,
    coverage={"events": (1, 2), "choices": (2, 2), "goals": (0, 0)},
    minutes={"en": 9.5, "zh": 10.25},
    score={"random": (31.0, 50.0, 70.5), "prudent": (40.0, 55.0, 60.0)},
    parts={"random": {"old_age": 50.0}},
    variance={"player": 0.4, "luck": 0.35, "both": 0.25},
    pairs=(20, 40),
    weakest_source="assumed",
    events=(FLOOD, replace(FLOOD, id="calm", first_age=None, choices={})),
    numbers=(
        NumberRow(
            id="pension.rate",
            label=Text("Rate", "费率"),
            lower={"old_age": 0.01, "living": -0.2},
            higher={"old_age": -0.3, "living": 0.1},
        ),
    ),
    numbers_left=7,
    findings=(Found(finding=FINDING, life=7, age=41, player="myopic"), Found(finding=FINDING)),
)


def test_a_report_comes_back_from_its_json_whole() -> None:
    assert from_json(json.loads(json.dumps(as_json(REPORT)))) == REPORT


def test_a_help_of_its_own_comes_back_and_an_older_report_has_none() -> None:
    finding = replace(FINDING, code="SP06", hint="closer")
    values = as_json(replace(REPORT, findings=(Found(finding=finding),)))
    found = from_json(json.loads(json.dumps(values)))
    assert found is not None and found.findings[0].finding == finding
    del values["findings"][0]["hint"]
    found = from_json(values)
    assert found is not None and found.findings[0].finding == replace(finding, hint="")


def test_the_words_of_findings_are_in_the_json() -> None:
    (first, _) = as_json(REPORT)["findings"]
    assert "could be taken in 1 of 40 visits" in first["what"]["en"]
    assert "只有1次选得了" in first["what"]["zh"]


def test_the_number_row_names_the_part_that_moves_most() -> None:
    assert REPORT.numbers[0].largest == ("old_age", 0.01, -0.3)


@pytest.mark.parametrize(
    "damage",
    [
        lambda value: None,
        lambda value: [],
        lambda value: value | {"format": 0},
        lambda value: value | {"lives": "many"},
        lambda value: value | {"lives": float("inf")},
        lambda value: value | {"score": {"random": [1, 2]}},
        lambda value: value | {"pairs": [1]},
        lambda value: value | {"events": {"flood": {}}},
        lambda value: value | {"findings": [value["findings"][0] | {"code": "SP99"}]},
        lambda value: value | {"findings": [value["findings"][0] | {"severity": "loud"}]},
        lambda value: value | {"findings": [value["findings"][0] | {"place": {"file": "x"}}]},
        lambda value: {name: each for name, each in value.items() if name != "minutes"},
    ],
)
def test_what_is_no_report_is_none(damage: Any) -> None:
    assert from_json(damage(json.loads(json.dumps(as_json(REPORT))))) is None


# --- kept ----------------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path))
    return tmp_path / "cache" / keeping.FOLDER


def test_a_kept_report_is_found_again_and_a_damaged_one_is_not(cache: Path) -> None:
    path = keeping.path_of(REPORT.digest, Wish(lives=100))
    assert keeping.kept(path) is None
    keeping.keep(path, REPORT)
    assert path.parent == cache
    assert keeping.kept(path) == REPORT
    path.write_text(path.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    assert keeping.kept(path) is None
    path.write_bytes(b"\xff\xfe")
    assert keeping.kept(path) is None


def test_pack_question_and_game_decide_what_is_found(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = [
        Wish(lives=100),
        Wish(lives=101),
        Wish(lives=100, seed=2),
        Wish(lives=100, visits_of_an_event=0),
        Wish(lives=100, tries_all_numbers=True),
    ]
    paths = {keeping.path_of("one", wish) for wish in wishes} | {keeping.path_of("two", wishes[0])}
    monkeypatch.setattr(keeping, "__version__", "99.0.0")
    assert len(paths | {keeping.path_of("one", wishes[0])}) == 7


def test_every_source_the_result_hangs_on_is_in_the_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {path.name for path in keeping._sources()}
    assert {"engine.py", "chance.py", "pension.py", "score.py", "judging.py"} <= names
    before = keeping.engine_mark()
    monkeypatch.setattr(keeping, "_DECIDES", keeping._DECIDES[:-1])
    assert keeping.engine_mark() != before


def test_only_the_newest_are_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_FILES", 3)
    cache.mkdir(parents=True)
    for number in range(5):
        path = cache / f"{number}.json"
        keeping.keep(path, REPORT)
        os.utime(path, (number, number))
    keeping.keep(cache / "new.json", REPORT)
    assert sorted(path.name for path in cache.glob("*.json")) == ["3.json", "4.json", "new.json"]
    size = (cache / "new.json").stat().st_size
    monkeypatch.setattr(keeping, "MOST_BYTES", int(1.5 * size))
    keeping.keep(cache / "newest.json", REPORT)
    assert [path.name for path in cache.glob("*.json")] == ["newest.json"]


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "file"))
    path = keeping.path_of("one", Wish(lives=100))
    keeping.keep(path, REPORT)
    assert keeping.kept(path) is None


# --- held beside one another ---------------------------------------------------------------------


def test_equal_reports_do_not_differ() -> None:
    assert compared(REPORT, replace(REPORT, version="0.9.0", digest="cd")).rows == ()


def test_only_what_would_be_seen_in_print_differs() -> None:
    now = replace(
        REPORT,
        score={"random": (31.2, 50.0, 70.5), "prudent": (40.0, 57.0, 60.0)},
        events=(replace(FLOOD, share=0.5, choices={"ok": 1, "dear": 3}),),
    )
    rows = {row.name.en: (row.before.en, row.now.en) for row in compared(now, REPORT).rows}
    assert rows == {
        "score, prudent": ("40 / 55 / 60", "40 / 57 / 60"),
        "flood, of all lives": ("30%", "50%"),
        "flood.ok, of its visits": ("75%", "25%"),
        "flood.dear, of its visits": ("25%", "75%"),
        "calm, of all lives": ("30%", "–"),
    }


def test_findings_come_and_go_by_what_they_are_about() -> None:
    moved = replace(FINDING, place=None, slots={**FINDING.slots, "visits": "50"})
    other = replace(FINDING, slots={**FINDING.slots, "choice": "dearest"})
    now = replace(REPORT, findings=(Found(finding=moved), Found(finding=other)))
    found = compared(now, REPORT)
    assert [each.finding for each in found.come] == [other]
    assert found.gone == ()
    assert [each.finding for each in compared(REPORT, now).gone] == [other]


def test_versions_are_found_in_folders_files_and_archives(tmp_path: Path) -> None:
    def write(name: str, head: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"scenario: 1\n{head}", encoding="utf-8")

    write("one/scenario.yaml", "id: night-shift\nversion: 1.1.0\n")
    write("old.yaml", "id: night-shift\n")
    write("other.yaml", "id: night-shifts\nversion: 3.0.0\n")
    write("packed/scenario.yaml", 'id: "night-shift"\nversion: 2.0.0\n')
    write_lifepack(tmp_path / "packed", tmp_path / "two.lifepack")
    (tmp_path / "packed" / "scenario.yaml").unlink()
    known = versions_of("night-shift", [tmp_path, tmp_path / "nowhere"])
    names = {version: path.name for version, path in known.items()}
    assert names == {"1.1.0": "one", "0.1.0": "old.yaml", "2.0.0": "two.lifepack"}
    assert versioned("night-shift@1.1.0") == ("night-shift", "1.1.0")
    assert versioned("./night-shift") is None
