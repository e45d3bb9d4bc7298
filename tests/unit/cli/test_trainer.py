"""The trainer's commands: what they write passes ``check``, what they say is a sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from game.cli import app, messages
from game.cli.name_meanings import FUNCTIONS, MEANINGS
from game.cli.new_pack import KINDS, id_of, quoted
from game.core.text import LANGUAGES, Language
from game.play.options import PlayOptions
from game.scenario.compiler import Loaded, load_pack
from game.scenario.expression import vocabulary

Output = pytest.CaptureFixture[str]
TRAINER = (
    "new",
    "fix",
    "test-pack",
    "playtest",
    "texts",
    "show",
    "names",
    "schema",
    "migrate",
    "pack",
    "open",
)


def no_window(options: PlayOptions) -> int:
    raise AssertionError(f"a window was opened for {options}")


def run(*words: str) -> int:
    return app.run(words, no_window)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    return tmp_path / "own"


def check(path: Path) -> Loaded:
    from game.core.folders import scenarios

    return load_pack(path, [scenarios()])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", TRAINER)
def test_help_is_a_page_in_the_language_asked_for(
    capsys: Output, command: str, language: Language
) -> None:
    with pytest.raises(SystemExit) as stop:
        run(command, "--help", "--lang", language)
    page = capsys.readouterr().out
    assert stop.value.code == 0
    assert page.startswith(f"{command} ")
    assert ("例如" in page) == (language == "zh")
    assert "usage:" not in page
    rows = [line for line in page.split("\n") if line.startswith("  --")]
    assert all(len(row.split(maxsplit=2)) >= 2 for row in rows)


def test_every_command_is_told_on_the_page_of_help(capsys: Output) -> None:
    assert run("--help") == 0
    page = capsys.readouterr().out
    assert all(f"\n  {name}" in page for name in messages.COMMANDS)


# --- new -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_pack_has_nothing_to_find(
    tmp_path: Path, capsys: Output, kind: str, language: Language
) -> None:
    folder = tmp_path / "night-shift"
    assert run("new", str(folder), "--kind", kind, "--lang", language) == 0
    found = check(folder)
    assert found.findings == ()
    assert found.scenario is not None
    assert [who.id for who in found.scenario.profiles if not who.is_hidden] == ["me"]
    assert len(found.scenario.trials) == 1
    assert str(folder) in capsys.readouterr().out


@pytest.mark.parametrize("who", ["migrant_worker", "female_worker", "student"])
def test_any_person_of_the_base_pack_can_be_taken_over(tmp_path: Path, who: str) -> None:
    folder = tmp_path / "some-body"
    assert run("new", str(folder), "--who", who) == 0
    assert check(folder).findings == ()


def test_what_an_author_types_stands_in_the_pack_whatever_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "odd-words"
    title, what = 'A "quoted" {title}: #1 \\', "He said: \u201cno\u201d — {bill}, {cash} & {{x"
    assert run("new", str(folder), "--title", title, "--what", what, "--kind", "accident") == 0
    found = check(folder)
    assert [finding.code for finding in found.findings] == []
    assert found.scenario is not None
    assert found.scenario.title.filled({}).en == title
    event = next(event for event in found.scenario.events if event.id == "what_happens")
    assert event.text.filled({"bill": 1200.0}).en.endswith("— ¥1,200, ¥1,200 & {{x")


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("mark", ["{bill}", "{cost:yuan}", "{账单}"])
def test_an_amount_in_the_sentence_is_drawn_and_paid_whatever_the_kind(
    tmp_path: Path, kind: str, mark: str
) -> None:
    folder = tmp_path / "some-amount"
    assert run("new", str(folder), "--kind", kind, "--what", f"It costs {mark}.") == 0
    found = check(folder)
    assert found.findings == ()
    assert found.scenario is not None
    event = next(event for event in found.scenario.events if event.id == "what_happens")
    assert event.text.filled({"bill": 900.0}).en == "It costs ¥900."
    assert [value[0] for value in event.values] == ["bill"]
    written = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert "values.bill" in written


@pytest.mark.parametrize(
    ("who", "kind", "chance", "cause"),
    [
        ("migrant_worker", "accident", "1.8% per year", "order"),
        ("student", "accident", "0.2% per year", "road"),
        ("female_worker", "illness", '{equals: "min(lookup(hospital_stay_men', "illness"),
        ("migrant_worker", "work", "0.7% per year", ""),
    ],
)
def test_it_comes_as_often_as_in_the_base_pack(
    tmp_path: Path, who: str, kind: str, chance: str, cause: str
) -> None:
    folder = tmp_path / "how-often"
    assert run("new", str(folder), "--kind", kind, "--who", who) == 0
    written = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert f"    probability: {chance}" in written
    assert f"cause: {cause}" in written or not cause


def test_what_is_wanted_for_handing_it_out_stands_there_as_remarks(tmp_path: Path) -> None:
    folder = tmp_path / "to-hand-out"
    assert run("new", str(folder)) == 0
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert "summary" in text and "Li Wei" not in text.split("summary", 1)[1].split("\n", 1)[0]
    for key in ("authors", "audience", "settings"):
        assert f"\n# {key}: " in text
        text = text.replace(f"\n# {key}: ", f"\n{key}: ")
    path.write_text(text, encoding="utf-8")
    found = check(folder)
    assert found.findings == ()
    assert found.scenario is not None
    assert (found.scenario.minutes, found.scenario.teaching.settings.seed) == (20, 7)


def test_a_new_pack_never_writes_over_anything(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    assert run("new", str(tmp_path / "mine")) == 2
    assert "already" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_without_a_folder_it_goes_to_ones_own_scenarios(own_folder: Path) -> None:
    for _ in range(2):
        assert run("new", "--title", "The night shift") == 0
    names = sorted(path.name for path in (own_folder / "data" / "scenarios").iterdir())
    assert names == ["the-night-shift", "the-night-shift-2"]
    assert run("check", "the-night-shift-2", "--strict") == 0


def test_the_three_questions_are_asked_where_somebody_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter(["夜班", "2", "下雨了，{bill}。"])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run("new", str(tmp_path / "ye-ban"), "--lang", "zh") == 0
    assert [question[:3] for question in asked] == ["1/3", "2/3", "3/3"]
    text = (tmp_path / "ye-ban" / "scenario.yaml").read_text(encoding="utf-8")
    assert 'title: {zh: "夜班"}' in text
    assert "extends: migrant_worker" in text
    assert "kind: accident" in text
    assert 'text: {zh: "下雨了，{bill:yuan}。"}' in text


def test_an_unknown_kind_is_told_with_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    answers = iter(["Night", "acident"])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run("new", str(tmp_path / "x-y")) == 2
    assert "Did you mean “accident”" in capsys.readouterr().err
    assert not (tmp_path / "x-y").exists()


def test_ids_and_texts_are_made_safe() -> None:
    assert id_of("The Night Shift, 2") == "the-night-shift-2"
    assert id_of("夜班") == id_of("1") == "my-scenario"
    assert quoted("a\nb\u202e\t“c”") == '"a b “c”"'


def test_an_unknown_person_is_told_with_the_nearest(tmp_path: Path, capsys: Output) -> None:
    assert run("new", str(tmp_path / "x-y"), "--who", "migrant_worke") == 2
    assert "Did you mean “migrant_worker”" in capsys.readouterr().err


# --- fix -----------------------------------------------------------------------------------------

SLIPS = """\
scenario: 1
id: slips
title：{en: "A", zh: "甲"}
profiles:
\tmei:
\t\textends: female_worker
\t\tname: {en: “Mei”，zh: "小梅"}
\t\tstart: {age:28, place: hangzhou，job: stream_seller}
events:
  slow_season:
    title: {en: "Slow", zh: "淡季"}
    kind: work
    ages: 28..50
    when: "age ＞ 30 and （retired == no）"
    probability: 15% per year
    text:
      en: Remember: orders fall
      zh: "订单\u200b少了，一半"
    effects: ［pay: 3 yuan］
"""


def a_pack(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    folder = tmp_path / "slips"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(text.encode(encoding))
    return folder


def test_slips_are_mended_and_the_file_is_kept(tmp_path: Path, capsys: Output) -> None:
    folder = a_pack(tmp_path, SLIPS)
    assert run("fix", str(folder)) == 0
    said = capsys.readouterr().out
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert check(folder).findings == ()
    assert 'name: {en: "Mei", zh: "小梅"}' in text
    assert "订单少了，一半" in text
    assert (folder / "scenario.yaml.bak").read_text(encoding="utf-8") == SLIPS
    assert '+title: {en: "A", zh: "甲"}' in said
    assert "\u200b" not in said


def test_a_second_run_mends_nothing_and_keeps_no_copy(tmp_path: Path, capsys: Output) -> None:
    folder = a_pack(tmp_path, SLIPS)
    run("fix", str(folder))
    capsys.readouterr()
    assert run("fix", str(folder), "--lang", "zh") == 0
    assert "没有要修正的地方" in capsys.readouterr().out
    assert [path.name for path in folder.glob("*.bak")] == ["scenario.yaml.bak"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, SLIPS)
    run("fix", str(folder), "--dry-run")
    assert [path.name for path in folder.iterdir()] == ["scenario.yaml"]
    assert (folder / "scenario.yaml").read_text(encoding="utf-8") == SLIPS


def test_gbk_becomes_utf8_and_line_ends_stay(tmp_path: Path, capsys: Output) -> None:
    text = SLIPS.replace("\u200b", "").replace("\n", "\r\n")
    folder = a_pack(tmp_path, text, "gb18030")
    assert run("fix", str(folder)) == 0
    content = (folder / "scenario.yaml").read_bytes()
    assert "小梅".encode() in content
    assert content.count(b"\n") == content.count(b"\r\n") > 10
    assert "from GBK to UTF-8" in capsys.readouterr().out


def test_a_comma_inside_a_text_without_quotes_is_left_alone(tmp_path: Path) -> None:
    text = 'scenario: 1\nid: slips\ntitle: {en: "A", zh: 你好，世界}\n'
    folder = a_pack(tmp_path, text)
    assert run("fix", str(folder)) == 1
    assert (folder / "scenario.yaml").read_text(encoding="utf-8") == text


LACKING = """\
scenario: 1
id: slips
title: {en: "A"}
events:
  slow_season:
    probability: 15% per year
    choices:
      keep: {effects: [later: {in: 3 years, event: strange_turn}]}
      stop:
        effects:
          - pay: 3 yuan
"""


def test_stubs_fill_what_is_missing_and_are_marked(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, LACKING)
    assert run("fix", str(folder)) == 1
    assert run("fix", str(folder), "--stub") == 0
    found = check(folder)
    assert found.findings == ()
    assert found.scenario is not None
    assert found.scenario.title.zh == "[待写] A"
    events = {event.id: event for event in found.scenario.events}
    assert events["strange_turn"].by_later
    assert [c.label.en for c in events["slow_season"].choices] == [
        "[to write] keep",
        "[to write] stop",
    ]


# --- names, show, schema -------------------------------------------------------------------------


def test_every_name_and_function_has_a_meaning() -> None:
    assert set(MEANINGS) == set(vocabulary.CORE_NAMES)
    assert set(FUNCTIONS) == set(vocabulary.FUNCTIONS)


def names(capsys: Output, *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run("names", *words, "--json") == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_names_tell_kinds_and_find_words_in_both_languages(capsys: Output) -> None:
    every = names(capsys)
    assert {line["group"] for line in every} >= {"core", "knows", "param", "function", "label"}
    assert next(line for line in every if line["name"] == "cash")["kind"] == "an amount of money"
    assert {line["name"] for line in names(capsys, "--find", "病残")} >= {"benefit.disability"}
    assert run("names", "--find", "zzzz") == 0
    assert "zzzz" in capsys.readouterr().out


def test_show_says_where_a_thing_is_written_and_what_it_changes(
    tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "some-pack"
    run("new", str(folder))
    capsys.readouterr()
    assert run("show", "profiles.migrant_worker", "--in", str(folder), "--origin") == 0
    said = capsys.readouterr().out
    assert "hidden" in said
    assert "(changes china/profiles.yaml:" in said
    assert run("show", "what_happens", "--in", str(folder)) == 0
    assert "0.7% per year" in capsys.readouterr().out
    assert run("show", "profiles", "--in", str(folder)) == 0
    assert capsys.readouterr().out.split()[-1] == "me"


def test_show_guesses_what_was_meant(capsys: Output) -> None:
    assert run("show", "migrant_worke") == 2
    assert "Did you mean “migrant_worker”" in capsys.readouterr().err


def test_the_schema_can_be_written_beside_a_pack(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "scenario.json"
    assert run("schema", "--out", str(path), "--lang", "zh") == 0
    assert json.loads(path.read_text(encoding="utf-8"))["properties"]["events"]
    assert "$schema=scenario.json" in capsys.readouterr().out
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out)


# --- pack ----------------------------------------------------------------------------------------


def test_a_pack_becomes_one_file_that_is_read_as_it_was(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "night-shift"
    run("new", str(folder))
    assert run("pack", str(folder)) == 0
    packed = tmp_path / "night-shift.lifepack"
    assert str(packed) in capsys.readouterr().out
    assert zipfile.ZipFile(packed).namelist() == ["scenario.yaml"]
    found = check(packed)
    assert found.findings == ()
    assert found.scenario is not None
    before = check(folder).scenario
    assert before is not None
    assert (found.id, found.scenario.title) == (before.id, before.title)


def test_a_lifepack_is_played_by_its_path(tmp_path: Path) -> None:
    run("new", str(tmp_path / "night-shift"))
    run("pack", str(tmp_path / "night-shift"))
    played: list[PlayOptions] = []

    def window(options: PlayOptions) -> int:
        played.append(options)
        return 0

    path = str(tmp_path / "night-shift.lifepack")
    assert app.run([path, "--profile", "me"], window) == 0
    assert [(options.pack, options.profile) for options in played] == [(path, "me")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("pack",), 2),
        (("pack", "no-such-pack"), 2),
        (("pack", "{folder}", "--out", "x.zip"), 2),
    ],
)
def test_packing_says_why_not(
    tmp_path: Path, capsys: Output, words: Sequence[str], code: int
) -> None:
    folder = tmp_path / "night-shift"
    run("new", str(folder))
    capsys.readouterr()
    assert run(*(word.replace("{folder}", str(folder)) for word in words)) == code
    assert capsys.readouterr().err.strip()


def test_a_pack_with_mistakes_is_not_packed(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, LACKING)
    assert run("pack", str(folder)) == 1
    assert list(tmp_path.glob("*.lifepack")) == []
