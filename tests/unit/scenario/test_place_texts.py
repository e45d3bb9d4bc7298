"""Texts of a pack out to a spreadsheet and in again, by the place they stand at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.core.text import Text
from game.scenario.compiler import Loaded, load_pack
from game.scenario.place_texts import exported, imported, looked_at
from game.scenario.text_table import TEXTS_FILE, TextRow, as_csv, from_csv

TOYS = Path(__file__).parents[2] / "mistakes"
HEAD = 'scenario: 1\nid: child\nextends: toyland\ntitle: {en: "A pack", zh: "一个包"}\n'
EVENT = """events:
  crash:
    title: {en: "Crash", zh: "车祸"}
    text: {en: "=A van, {bill:yuan}.", zh: "面包车，{bill:yuan}。"}
    kind: accident
    probability: 4% per year
    values: {bill: 500 yuan}
    choices:
      rest: {label: {en: "Rest"}, effects: [say: {en: "You rest.", zh: "休息。"}]}
    default: rest
"""
NEWER = (HEAD + EVENT).replace("A pack", "A new pack")


def pack(folder: Path, text: str = HEAD + EVENT) -> Loaded:
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return load_pack(folder, [TOYS])


def rows(folder: Path) -> dict[str, TextRow]:
    return {row.id: row for row in exported(load_pack(folder, [TOYS]))}


def save(folder: Path, table: dict[str, TextRow]) -> None:
    (folder / "texts").mkdir(exist_ok=True)
    (folder / TEXTS_FILE).write_bytes(as_csv(table.values()))


def test_rows_are_named_after_their_place(tmp_path: Path) -> None:
    pack(tmp_path)
    found = rows(tmp_path)
    assert list(found) == [
        "title",
        "events.crash.title",
        "events.crash.text",
        "events.crash.choices.rest.label",
        "events.crash.choices.rest.effects.1.say",
    ]
    label = found["events.crash.choices.rest.label"]
    assert (label.en, label.zh, label.status) == ("Rest", "", "missing")
    assert (label.where, label.context, label.max) == ("scenario.yaml:13", "button", 48)
    assert found["title"].status == "ok"


def test_a_table_comes_back_and_is_laid_over_the_pack(tmp_path: Path) -> None:
    pack(tmp_path)
    found = rows(tmp_path)
    found["title"] = replace(found["title"], zh="另一个名字")
    label = "events.crash.choices.rest.label"
    found[label] = replace(found[label], zh="休息")
    save(tmp_path, found)
    read = from_csv((tmp_path / TEXTS_FILE).read_bytes())
    assert isinstance(read, tuple)
    assert [row.en for row in read][2] == "=A van, {bill:yuan}."
    loaded = load_pack(tmp_path, [TOYS])
    assert imported(read, loaded) == ()
    assert [finding.code for finding in loaded.findings] == ["SC215"]
    assert loaded.scenario is not None
    assert loaded.scenario.title == Text("A pack", "另一个名字")
    assert loaded.scenario.events[-1].choices[0].label == Text("Rest", "休息")
    assert {row.status for row in rows(tmp_path).values()} == {"ok"}


def test_newer_words_of_the_pack_win_and_the_other_language_is_stale(tmp_path: Path) -> None:
    pack(tmp_path)
    found = rows(tmp_path)
    found["title"] = replace(found["title"], zh="译名")
    save(tmp_path, found)
    loaded = pack(tmp_path, (HEAD + EVENT).replace("A pack", "A new pack"))
    assert loaded.scenario is not None
    assert loaded.scenario.title == Text("A new pack", "译名")
    stale = [one for one in loaded.findings if one.code == "SC605"]
    assert [one.variant for one in stale] == ["en"]
    assert rows(tmp_path)["title"].status == "stale"
    assert rows(tmp_path)["events.crash.title"].status == "ok"
    save(tmp_path, rows(tmp_path))
    assert rows(tmp_path)["title"].status == "stale"


def stale_title(folder: Path) -> TextRow:
    """The row of a title that was changed after it was translated, as it is exported then."""
    pack(folder)
    found = rows(folder)
    found["title"] = replace(found["title"], zh="译名")
    save(folder, found)
    pack(folder, NEWER)
    return rows(folder)["title"]


@pytest.mark.parametrize(
    "edit",
    [{"zh": "新译名"}, {"status": "ok"}, {"made_from": ""}, {"zh": "新译名", "status": "ok"}],
)
def test_a_stale_row_is_settled_by_whoever_looks_at_it(tmp_path: Path, edit: Any) -> None:
    row = stale_title(tmp_path)
    assert row.status == "stale"
    row = replace(row, **edit)
    save(tmp_path, {"title": row})
    loaded = pack(tmp_path, NEWER)
    assert [one.code for one in loaded.findings if one.code == "SC605"] == []
    assert loaded.scenario is not None
    assert loaded.scenario.title == Text("A new pack", edit.get("zh", "译名"))
    assert imported([row], loaded) == ()
    assert rows(tmp_path)["title"].status == "ok"
    (kept,) = looked_at([row], loaded)
    assert (kept.status, kept.made_from.count("-")) == ("ok", 1)
    save(tmp_path, {"title": kept})
    later = pack(tmp_path, NEWER.replace("A new pack", "A third pack"))
    assert [one.key for one in later.findings if one.code == "SC605"] == ["SC605.en"]
    assert later.scenario is not None and later.scenario.title.en == "A third pack"


def test_a_stale_row_nobody_looked_at_stays_stale(tmp_path: Path) -> None:
    row = stale_title(tmp_path)
    save(tmp_path, {"title": row})
    loaded = pack(tmp_path, NEWER)
    assert [one.code for one in imported([row], loaded)] == ["SC605"]
    assert looked_at([row], loaded)[0].status == "stale"
    assert rows(tmp_path)["title"] == replace(row, line=0)


def test_a_row_looked_at_is_stale_again_once_the_pack_has_moved_on(tmp_path: Path) -> None:
    row = replace(stale_title(tmp_path), zh="新译名")
    save(tmp_path, {"title": row})
    loaded = pack(tmp_path, NEWER.replace("A new pack", "A third pack"))
    assert [one.key for one in loaded.findings if one.code == "SC605"] == ["SC605.en"]


def test_a_pack_in_one_language_lacks_the_other(tmp_path: Path) -> None:
    text = (HEAD + EVENT).replace("scenario: 1\n", "scenario: 1\nlanguages: [en]\n")
    assert pack(tmp_path, text).scenario is not None
    found = rows(tmp_path)
    assert found["title"].status == "ok"
    assert found["events.crash.choices.rest.label"].status == "missing"


def test_what_is_wrong_with_rows_is_told(tmp_path: Path) -> None:
    loaded = pack(tmp_path)
    found = exported(loaded)
    text = next(row for row in found if row.id == "events.crash.text")
    wrong = [
        replace(text, zh="面包车。"),
        replace(text, id="events.crsh.text"),
        text,
        replace(found[0], en="x" * 99, line=5),
    ]
    codes = [one.key for one in imported(wrong, loaded)]
    assert codes == ["SC603", "SC606", "SC606.twice", "SC602"]


def test_texts_of_parents_are_theirs(tmp_path: Path) -> None:
    pack(tmp_path)
    assert not any(name.startswith("events.old_wound") for name in rows(tmp_path))
    assert any(row.id == "events.old_wound.text" for row in exported(load_pack("toyland", [TOYS])))


def test_one_file_among_others_takes_no_table(tmp_path: Path) -> None:
    pack(tmp_path)
    save(tmp_path, rows(tmp_path))
    (tmp_path / "other.yaml").write_text(HEAD, encoding="utf-8")
    assert load_pack(tmp_path / "other.yaml", [TOYS]).findings == ()
