"""``texts`` and ``migrate``: out to a spreadsheet and back, and nothing rewritten without need."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from game.cli import app
from game.core.folders import scenarios
from game.play.options import PlayOptions
from game.scenario.compiler import load_pack

Output = pytest.CaptureFixture[str]
PACK = """\
scenario: 1
id: words
title: {en: "Words", zh: "词"}
summary: {en: "=cmd()"}
"""


def no_window(options: PlayOptions) -> int:
    raise AssertionError(str(options))


def run(*words: str) -> int:
    return app.run(words, no_window)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(PACK, encoding="utf-8")
    return folder


def test_texts_go_out_safe_from_formulas_and_come_back(pack: Path, capsys: Output) -> None:
    table = pack.parent / "texts.csv"
    assert run("texts", "missing", str(pack)) == 2
    assert "summary" in capsys.readouterr().out
    assert run("texts", "export", str(pack), "--out", str(table)) == 0
    text = table.read_text(encoding="utf-8-sig")
    assert "'=cmd()" in text
    rows = list(csv.DictReader(text.splitlines()))
    for row in rows:
        if row["id"] == "summary":
            row["zh"] = "说明"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert run("texts", "import", str(pack), str(table)) == 0
    found = load_pack(pack, [scenarios()])
    assert found.scenario is not None
    assert (found.scenario.summary.en, found.scenario.summary.zh) == ("=cmd()", "说明")
    assert run("texts", "missing", str(pack)) == 0
    assert (pack / "scenario.yaml").read_text(encoding="utf-8") == PACK


def test_a_text_changed_since_is_stale(pack: Path, capsys: Output) -> None:
    table = str(pack.parent / "texts.csv")
    run("texts", "export", str(pack), "--out", table)
    run("texts", "import", str(pack), table)
    (pack / "scenario.yaml").write_text(PACK.replace('"Words"', '"Other"'), encoding="utf-8")
    capsys.readouterr()
    assert run("texts", "stale", str(pack)) == 2
    assert "title" in capsys.readouterr().out


@pytest.mark.parametrize("column", ["zh", "status"])
def test_a_stale_text_is_settled_in_the_table(pack: Path, capsys: Output, column: str) -> None:
    table = pack.parent / "texts.csv"
    run("texts", "export", str(pack), "--out", str(table))
    run("texts", "import", str(pack), str(table))
    (pack / "scenario.yaml").write_text(PACK.replace('"Words"', '"Other"'), encoding="utf-8")
    run("texts", "export", str(pack), "--out", str(table))
    text = table.read_text(encoding="utf-8-sig")
    edit = ("词", "别的") if column == "zh" else (",stale,", ",ok,")
    assert text.count(edit[0]) == 1
    table.write_text(text.replace(*edit), encoding="utf-8")
    assert run("texts", "import", str(pack), str(table)) == 0
    capsys.readouterr()
    assert run("texts", "stale", str(pack)) == 0
    run("check", str(pack), "--all", "--lang", "en")
    assert "SC605" not in capsys.readouterr().out
    assert ",stale," not in (pack / "texts" / "texts.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("texts", "import", "{pack}"), "Name the spreadsheet"),
        (("texts", "import", "{pack}", "no.csv"), "cannot be read"),
        (("texts", "burn", "{pack}"), "export, import, missing, stale"),
        (("texts",), "needs"),
        (("migrate", "no-such-pack"), "scenario.yaml"),
    ],
)
def test_mistakes_are_sentences(
    pack: Path, capsys: Output, words: tuple[str, ...], said: str
) -> None:
    assert run(*(word.replace("{pack}", str(pack)) for word in words)) == 2
    assert said in capsys.readouterr().err


def test_a_table_that_is_none_is_not_taken_in(pack: Path, capsys: Output) -> None:
    table = pack.parent / "bad.csv"
    table.write_bytes(b"\xc4\xe3,\xba\xc3\n")
    assert run("texts", "import", str(pack), str(table)) == 1
    assert "SC109" in capsys.readouterr().out
    assert not (pack / "texts").exists()


@pytest.mark.parametrize(
    ("version", "code", "said"),
    [("1", 0, "today's"), ("2", 1, "Update the game"), ("0", 1, "no way"), ("x", 1, "first line")],
)
def test_migrate_says_how_the_pack_stands(
    pack: Path, capsys: Output, version: str, code: int, said: str
) -> None:
    text = PACK.replace("scenario: 1", f"scenario: {version}")
    (pack / "scenario.yaml").write_text(text, encoding="utf-8")
    assert run("migrate", str(pack)) == code
    assert said in capsys.readouterr().out
    assert (pack / "scenario.yaml").read_text(encoding="utf-8") == text
