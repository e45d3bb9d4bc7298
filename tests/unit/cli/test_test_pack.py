"""``test-pack``: the bundled packs pass their own tests; what differs is named with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import app, test_pack
from game.core.folders import scenarios
from game.core.text import LANGUAGES, Language
from game.play.options import PlayOptions
from game.play.playtest.trying import tried
from game.scenario.archive import write_lifepack
from game.scenario.compiler import load_pack
from tests.toyland.lives import TOYLAND

Output = pytest.CaptureFixture[str]
BUNDLED = ("minimal", "courier-injury", "two-tiers", "lowland")


def no_window(options: PlayOptions) -> int:
    raise AssertionError(f"a window was opened for {options}")


def run(*words: str) -> int:
    return app.run(["test-pack", *words], no_window)


@pytest.mark.parametrize("pack", BUNDLED)
def test_a_bundled_pack_has_no_findings_and_passes_its_own_tests(pack: str) -> None:
    found = load_pack(pack, [scenarios()])
    assert [finding.key for finding in found.findings] == []
    assert found.scenario is not None
    assert found.scenario.trials
    for trial in found.scenario.trials:
        assert [failure.why.en for failure in tried(found.scenario, trial)] == [], trial.name.en


def test_the_minimal_pack_is_twenty_five_lines_long() -> None:
    text = (scenarios() / "minimal" / "scenario.yaml").read_text(encoding="utf-8")
    assert text.count("\n") == 25


HEAD = """\
scenario: 1
id: trial-pack
extends: toyland
title: {en: "Trials", zh: "测试"}
events:
  fall:
    title: {en: "Fall", zh: "摔"}
    text: {en: "{bill}", zh: "{bill}"}
    kind: accident
    ages: 25..40
    when: "job == courier"
    probability: 1% per year
    values: {bill: "uniform(2000 yuan, 4000 yuan)"}
    choices:
      pay: {label: {en: "Pay", zh: "付"}, effects: [pay: values.bill]}
      dear: {label: {en: "Dear", zh: "贵"}, cost: 900000 yuan, effects: [pay: 1 yuan]}
    default: pay
tests:
"""


def outcome(tmp_path: Path, tests: str) -> list[tuple[int, str]]:
    """Lines and reasons of what differs in the tests of a small pack."""
    folder = tmp_path / "trial-pack"
    folder.mkdir(exist_ok=True)
    (folder / "scenario.yaml").write_text(HEAD + tests, encoding="utf-8")
    found = load_pack(folder, [TOYLAND.parent])
    assert found.scenario is not None, [finding.key for finding in found.findings]
    (trial,) = found.scenario.trials
    return [(f.place.line, f.why.en) for f in tried(found.scenario, trial)]


def played(expect: str, play: str = "[]") -> str:
    return f"  - {{name: a, profile: rider, luck: off, play: {play}, expect: [{expect}]}}\n"


@pytest.mark.parametrize(
    ("expect", "play", "why"),
    [
        ('{at: 30, check: "age == 30 and cash > 0 yuan"}', "[]", ""),
        ('{at: 30, check: "debt > 5 yuan"}', "[]", "at 30, debt is ¥0"),
        ("{at: 30, value: years.employee, between: [5 years, 6 years]}", "[]", "it is 0 years"),
        ("{never: fall}", "[]", ""),
        ("{happens: fall}", "[]", "“fall” never happened"),
        ("{happens: fall, before: 31}", "[{age: 30, event: fall}]", ""),
        ("{happens: fall, before: 30}", "[{age: 30, event: fall}]", "only happened at 30"),
        ("{never: fall}", "[{age: 30, event: fall}]", "“fall” happened at 30"),
        ("{happens: fall}", "[{age: 50, event: fall}]", "cannot happen at 50"),
        ("{happens: fall}", "[{age: 30, event: fall, choose: dear}]", "could not be chosen at 30"),
        ("{never: crossing}", "[]", ""),
    ],
)
def test_each_expectation_says_what_it_found(
    tmp_path: Path, expect: str, play: str, why: str
) -> None:
    found = outcome(tmp_path, played(expect, play))
    if not why:
        assert found == []
    else:
        assert why in found[0][1]
        assert found[0][0] == HEAD.count("\n") + 1


def test_given_values_and_plans_are_lived(tmp_path: Path) -> None:
    plan = "{age: 25, decide: {plan.pension: employee}}"
    fall = "{age: 30, event: fall, choose: pay, values: {bill: 900000 yuan}}"
    play, without = f"[{plan}, {fall}]", f"[{plan}]"
    rich = '{at: 30, check: "cash > 40000 yuan"}'
    years = "{at: 34, value: years.employee, between: [10 years, 10 years]}"
    assert outcome(tmp_path, played(years, without)) == []
    assert outcome(tmp_path, played(rich, without)) == []
    assert outcome(tmp_path, played(rich, play))[0][1].startswith("at 30, cash is ¥")


def test_a_life_that_ends_before_is_told(tmp_path: Path) -> None:
    found = outcome(tmp_path, played('{at: 95, check: "alive"}'))
    assert "before 95" in found[0][1]


@pytest.mark.parametrize(("between", "is_met"), [("[100%, 100%]", True), ("[0%, 99%]", False)])
def test_shares_of_many_lives_are_counted(tmp_path: Path, between: str, is_met: bool) -> None:
    check = '"seen(crossing) or age > 30 years"'
    wish = f"{{share_of_lives: {check}, between: {between}}}"
    test = f"  - {{name: a, lives: 40, policy: resident, expect: [{wish}]}}\n"
    found = outcome(tmp_path, test)
    assert (found == []) == is_met
    assert is_met or "in 100.0% of 40 lives" in found[0][1]


def test_the_page_of_a_test_that_passes_now_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    (tmp_path / "toyland").symlink_to(TOYLAND)
    reports = tmp_path / "trial-pack" / "reports"
    outcome(tmp_path, played('{at: 30, check: "debt > 5 yuan"}'))
    assert run(str(tmp_path / "trial-pack")) == 3
    (reports / "test-2.html").write_text("mine", encoding="utf-8")
    assert (reports / "test-1.html").is_file()
    outcome(tmp_path, played('{at: 30, check: "debt < 5 yuan"}'))
    assert run(str(tmp_path / "trial-pack")) == 0
    assert [path.name for path in reports.iterdir()] == ["test-2.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_failures_are_printed_with_place_and_counted(
    tmp_path: Path, capsys: Output, language: Language
) -> None:
    outcome(tmp_path, played('{at: 30, check: "debt > 5 yuan"}'))
    (tmp_path / "toyland").symlink_to(TOYLAND)
    folder = str(tmp_path / "trial-pack")
    assert run(folder, "--lang", language) == test_pack.FAILED
    said = capsys.readouterr().out
    assert "SC802" in said
    assert "scenario.yaml:19" in said
    assert ("0 of 1 tests passed" if language == "en" else "1 项测试，通过 0 项") in said
    assert run(folder, "--json") == test_pack.FAILED
    (row,) = json.loads(capsys.readouterr().out)
    assert not row["is_passed"]
    assert row["failures"][0]["line"] == 19
    assert row["page"] == str(tmp_path / "trial-pack" / "reports" / "test-1.html")


# --- the page of a failed test -------------------------------------------------------------------


BUYS_TOO_MUCH = "{age: 22, decide: {plan.pension: employee, base: 200%, plan.medical: employee}}"


def failed(tmp_path: Path, *words: str, tests: str) -> str:
    """Run a pack whose test fails; the page it writes beside the pack."""
    outcome(tmp_path, tests)
    (tmp_path / "toyland").symlink_to(TOYLAND)
    assert run(str(tmp_path / "trial-pack"), *words) == test_pack.FAILED
    return (tmp_path / "trial-pack" / "reports" / "test-1.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_the_life_and_where_it_fails(
    tmp_path: Path, capsys: Output, language: Language
) -> None:
    play = (
        f"[{BUYS_TOO_MUCH}, {{age: 30, event: fall, choose: pay, values: {{bill: 900000 yuan}}}}]"
    )
    tests = played('{at: 40, check: "years.employee > 18 years"}', play)
    page = failed(tmp_path, "--lang", language, tests=tests)
    said = capsys.readouterr().out
    assert "test-1.html" in said
    assert ("first unpaid month: 20" if language == "en" else "第一个没缴上的月份：20") in said
    rows = [row for row in page.split("<tr")[1:] if "<td" in row]
    assert len(rows) == 90 - 22 + 1
    (marked,) = [row for row in rows if "»" in row]
    assert '<td class="n">40</td>' in marked
    (fell,) = [row for row in rows if ("Fall → Pay" if language == "en" else "摔 → 付") in row]
    assert '<td class="n">30</td>' in fell
    assert (" of 12" if language == "en" else "12 个月缴了") in page


def test_the_page_holds_no_script_and_no_markup_of_authors(tmp_path: Path, capsys: Output) -> None:
    name = "<script>alert(1)</script>"
    tests = played('{at: 30, check: "debt > 5 yuan"}').replace("name: a", f'name: "{name}"')
    page = failed(tmp_path, tests=tests)
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "[SC802]" in capsys.readouterr().out


def test_of_many_lives_one_that_shows_it_is_written_down(tmp_path: Path, capsys: Output) -> None:
    wish = '{share_of_lives: "seen(crossing)", between: [0%, 0%]}'
    tests = f"  - {{name: a, lives: 40, policy: resident, expect: [{wish}]}}\n"
    page = failed(tmp_path, tests=tests)
    assert "Life " in page
    assert "Crossing" in page
    assert capsys.readouterr().out.count("test-1.html") == 1


def test_a_test_that_passes_writes_no_page(tmp_path: Path, capsys: Output) -> None:
    outcome(tmp_path, played('{at: 30, check: "alive"}'))
    (tmp_path / "toyland").symlink_to(TOYLAND)
    assert run(str(tmp_path / "trial-pack")) == test_pack.PASSED
    assert not (tmp_path / "trial-pack" / "reports").exists()
    capsys.readouterr()


@pytest.mark.parametrize("where", ["archive", "closed folder"])
def test_where_nothing_can_stand_beside_the_pack_it_goes_to_the_players_folder(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "own"))
    outcome(tmp_path, played('{at: 30, check: "debt > 5 yuan"}'))
    (tmp_path / "toyland").symlink_to(TOYLAND)
    pack = tmp_path / "trial-pack"
    if where == "archive":
        write_lifepack(pack, tmp_path / "trial-pack.lifepack")
        pack = tmp_path / "trial-pack.lifepack"
    else:
        (pack / "reports").write_text("a file where the folder should be")
    assert run(str(pack)) == test_pack.FAILED
    path = tmp_path / "own" / "data" / "reports" / "trial-pack" / "test-1.html"
    assert path.is_file()
    assert "test-1.html" in capsys.readouterr().out


def test_a_pack_with_errors_is_not_tried(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "scenario.yaml").write_text("scenario: 1\nid: no-title\nevens: {}\n")
    assert run(str(tmp_path)) == test_pack.ERRORS
    assert "SC201" in capsys.readouterr().out
