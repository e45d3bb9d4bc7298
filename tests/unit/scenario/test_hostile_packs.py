"""Packs written to hurt: refused or told, in bounded time, never an exception."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from game.scenario.compiler import Loaded, load_pack
from game.scenario.report import worst

HEAD = "scenario: 1\nid: hostile\nextends: toyland\n"
TOYS = Path(__file__).parents[2] / "mistakes"
LONGEST_SECONDS = 4.0
"""Twice the promise, since test machines are busy."""


def check(folder: Path, body: str, head: str = HEAD) -> Loaded:
    (folder / "scenario.yaml").write_bytes((head + body).encode())
    begin = time.perf_counter()
    loaded = load_pack(folder, [TOYS])
    worst(loaded.findings, "en")
    assert time.perf_counter() - begin < LONGEST_SECONDS
    return loaded


EVENT = 'title: {en: "x", zh: "x"}, text: {en: "x", zh: "x"}, kind: money, only_by: [later]'
HOSTILE = {
    "deep": "a: " + "[" * 200_000,
    "aliases": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "wide commas": "a:\n" + ("  - " + "[x，" * 4000 + "\n") * 50,
    "open quotes": "a:\n" + ("  - " + '"x\\' * 5000 + "\n") * 50,
    "slips": "\n".join(f"k{n}：1" for n in range(90_000)),
    "keys": "\n".join(f"key{n}: 1" for n in range(9_000)),
    "events": "events:\n" + "".join(f"  e{n}: {{{EVENT}}}\n" for n in range(2_000)),
    "unknown": "events:\n  e:\n" + "".join(f"    probabilit{n}: 1\n" for n in range(4_900)),
    "conditions": "events:\n"
    + "".join(f"  e{n}: {{{EVENT}, when: '{'agee+' * 70}1 > 2'}}\n" for n in range(400)),
    "ids": "goals:\n" + "".join(f"  g{n}: {{en: a, zh: b}}\n" for n in range(4_900)),
    "spaces": " " * 19_000 + "x: 1\n" + (" " * 19_999 + "\n") * 40,
    "silencers": ("  # ok SC404: a" + " " * 19_900 + "b\n") * 45,
    "comments": "title: x\n" + "#\n" * 90_000,
    "or": "events:\n"
    + "".join(
        f'  e{n}: {{{EVENT}, when: "{" or ".join(["age > 200 and age < 3"] * 9)}"}}\n'
        for n in range(400)
    ),
    "many names alike": "variables:\n"
    + "".join(f"  v{n}: {{type: yes_no, start: no}}\n" for n in range(3_000))
    + "events:\n"
    + "".join(
        f"  e{n}: {{{EVENT}, when: '{' and '.join(f'my.v1x{k}' for k in range(20))}'}}\n"
        for n in range(490)
    ),
    "tests": "tests:\n" + "- {name: a, expect: [{at: 3, check: 'age > 1'}]}\n" * 4_000,
    "quiz": "quiz:\n" + "".join(f"  q{n}: {{kind: one}}\n" for n in range(4_000)),
    "hidden": "a: " + "\u202e" * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_is_bounded(name: str, tmp_path: Path) -> None:
    loaded = check(tmp_path, HOSTILE[name])
    assert loaded.findings or name in ("ids", "comments")
    assert (loaded.scenario is None) == any(finding.stops for finding in loaded.findings)


def test_refused_for_safety(tmp_path: Path) -> None:
    assert check(tmp_path, HOSTILE["deep"]).is_refused
    assert check(tmp_path, HOSTILE["events"]).is_refused


def test_no_number_is_made_by_yaml(tmp_path: Path) -> None:
    digits = "9" * 3_900
    loaded = check(tmp_path, f"clock: {{start: 2026-01, ages: {digits}..90}}\nprices: {digits}\n")
    assert {finding.code for finding in loaded.findings} == {"SC212"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../../etc/passwd", "SC702"),
        ("/etc/passwd", "SC702"),
        ("\\\\\\\\server\\\\x", "SC702"),
        ("c:/x.yaml", "SC702"),
        ("link.yaml", "SC703"),
        ("folder", "SC703"),
        ("pipe.yaml", "SC703"),
        ("linked/law.yaml", "SC703"),
        ("none.yaml", "SC701"),
    ],
)
def test_only_files_of_the_pack_are_read(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(TOYS / "toyland" / "law.yaml")
    (tmp_path / "linked").symlink_to(TOYS / "toyland")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    loaded = check(tmp_path, f'include: ["{name}"]\n')
    assert [finding.code for finding in loaded.findings] == [code]


def test_packs_that_extend_one_another(tmp_path: Path) -> None:
    for one, other in (("pack-a", "pack-b"), ("pack-b", "pack-a")):
        (tmp_path / one).mkdir()
        text = f"scenario: 1\nid: {one}\nextends: {other}\n"
        (tmp_path / one / "scenario.yaml").write_text(text)
    loaded = load_pack("pack-a", [tmp_path])
    assert "SC210" in {finding.code for finding in loaded.findings}


@pytest.mark.parametrize(
    "table",
    [
        "",
        "sex,age,0,999999999\nmale,1,1,1\n",
        "sex,age\nmale,x\n",
        "\x00",
        "sex,age,2015,2020\nmale,0,.1,.1\nmale,2,.1,.1\nfemale,0,.1,.1\nfemale,2,.1,.1\n",
        "sex,age,2015,2020\nmale,0,.1,.1\n",
        "sex,age,2015,2020\nmale,0,1,1\nmale,1,1,1\nfemale,0,1,1\nfemale,1,1,1\n",
    ],
)
def test_a_damaged_life_table_is_told(table: str, tmp_path: Path) -> None:
    (tmp_path / "deaths.csv").write_text(table)
    loaded = check(tmp_path, "mortality: deaths.csv\n")
    assert [finding.code for finding in loaded.findings] == ["SC704"]


@pytest.mark.parametrize(
    ("name", "code"), [("toylnd", "SC209"), ("./nowhere", "SC209"), ("x.lifepack", "SC701")]
)
def test_a_pack_that_cannot_be_had(name: str, code: str) -> None:
    loaded = load_pack(name, [TOYS])
    assert [finding.code for finding in loaded.findings] == [code]
    assert loaded.scenario is None
    assert worst(loaded.findings, "zh")


def test_a_table_of_strange_texts_is_bounded(tmp_path: Path) -> None:
    goals = "goals:\n" + "".join(f"  g{n}: {{en: a, zh: b}}\n" for n in range(2_000))
    rows = "".join(f"goals.h{n},a,b\n" for n in range(4_900))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "texts.csv").write_text(f"id,en,zh\n{rows}")
    loaded = check(tmp_path, goals)
    assert len(loaded.findings) == 200
    assert loaded.scenario is not None


def test_two_packs_of_one_id_in_a_folder_are_told(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scenario.yaml").write_text("scenario: 1\nid: twin\nextends: toyland\n")
    (tmp_path / "child").mkdir()
    loaded = check(tmp_path / "child", "", "scenario: 1\nid: child\nextends: twin\n")
    assert [finding.key for finding in loaded.findings] == ["SC209.two"]


def test_warnings_about_a_parent_are_for_its_authors(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "scenario.yaml").write_text(
        "scenario: 1\nid: base\nextends: toyland\nsummary: {en: x}\ngoals: {g: {en: a, zh: b}}\n"
    )
    (tmp_path / "child").mkdir()
    loaded = check(tmp_path / "child", "", "scenario: 1\nid: child\nextends: base\n")
    assert loaded.findings == ()
    assert {one.code for one in load_pack(tmp_path / "base", [TOYS]).findings} == {"SC601", "SC901"}
