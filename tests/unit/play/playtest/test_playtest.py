"""A playtest on small packs with known faults: each code is found, at its place, and no more."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.cli import app, playtest_html, playtest_text
from game.cli import open as open_command
from game.core.chance import Chance
from game.core.diagnostics import help_of
from game.core.text import LANGUAGES
from game.play.options import PlayOptions
from game.play.playtest.crowd import crowd
from game.play.playtest.framing import Nudged, wording_of
from game.play.playtest.judging import judged
from game.play.playtest.messages import FINDINGS
from game.play.playtest.playing import PLAYERS, Played, Wish, _not_silenced, playtested
from game.play.playtest.reading import minutes_of
from game.play.playtest.report import report_of
from game.play.playtest.report_json import as_json
from game.play.playtest.sensitivity import is_movable
from game.play.playtest.trying import lives_by_profile
from game.play.playtest.watching import Runs
from game.play.resuming import resumed_session
from game.scenario import trials
from game.scenario.compiler import Loaded, load_pack
from game.sim.cohort import advance
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from tests.toyland.lives import TOYLAND

PACK = """\
scenario: 1
id: faulty
extends: toyland
title: {en: "Faults <b>", zh: "毛病"}
audience: {minutes: 1, group: testers}
goals:
  untaught: {en: "Nobody teaches this.", zh: "没人教。"}
events:
  unreachable:
    title: {en: "Never", zh: "从不"}
    text: {en: "x", zh: "x"}
    kind: money
    ages: 30..40
    when: "cash > 900000000 yuan"
    probability: 50% per year
  flood:
    title: {en: "Flood", zh: "泛滥"}
    text: {en: "x", zh: "x"}
    kind: money
    ages: 30..50
    probability: 90% per year
    choices:
      ok: {label: {en: "Yes", zh: "好"}, effects: [add: {wellbeing: 1 points}]}
      no: {label: {en: "No", zh: "不"}, effects: [add: {wellbeing: 1 points}]}
    default: ok
  worse:
    title: {en: "Worse", zh: "更差"}
    text: {en: "x", zh: "x"}
    kind: money
    at: {age: 35}
    choices:
      good: {label: {en: "Good", zh: "好"}, effects: [add: {wellbeing: 9 points}]}
      bad: {label: {en: "Bad", zh: "差"}, effects: [add: {wellbeing: -60 points}]}
      dear: {label: {en: "Dear", zh: "贵"}, cost: 990000000 yuan, effects: [gain: 1 yuan]}
    default: good
nudges:
  gap_sms:
    channel: sms
    ages: 30..40
    probability: 50% per year
    framings: {gain: {en: "More.", zh: "多领。"}, loss: {en: "Less.", zh: "少领。"}}
    assign: random
parameters:
  my.number:
    label: {en: "A number", zh: "一个数"}
    unit: yuan
    values: {2026-01-01: 5}
    afterwards: hold
    source: {title: {en: "Invented", zh: "虚构"}, status: assumed}
override:
  parameters:
    pension.employee.rate: {values: {2006-01-01: 24}}
"""


@cache
def faulty(folder: Path) -> tuple[Loaded, Played]:
    (folder / "scenario.yaml").write_text(PACK, encoding="utf-8")
    loaded = load_pack(folder, [TOYLAND.parent])
    assert loaded.scenario is not None, [finding.key for finding in loaded.findings]
    return loaded, playtested(loaded, loaded.scenario, Wish(lives=60))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return faulty(tmp_path_factory.mktemp("faulty"))[1]


def of_code(played: Played, code: str) -> list[tuple[int, dict[str, object]]]:
    found = [each.finding for each in played.findings if each.finding.code == code]
    return [(f.place.line if f.place else 0, dict(f.slots)) for f in found]


def line_of(words: str) -> int:
    return next(k for k, line in enumerate(PACK.split("\n"), 1) if line.strip().startswith(words))


def test_what_never_comes_is_found_with_where_it_falls(played: Played) -> None:
    ((line, slots),) = [row for row in of_code(played, "SP01") if "funnel" in row[1]]
    assert line == line_of("unreachable:")
    assert "it falls at `when`" in slots["funnel"].en  # type: ignore[attr-defined]
    scenario = played.evidence.scenario
    event = next(e for e in scenario.events if e.id == "unreachable")
    window, when, drawn, shown = played.evidence.funnels[event.index]
    assert window > 50
    assert when == drawn == shown == 0


@pytest.mark.parametrize(
    ("code", "where"),
    [("SP02", "flood:"), ("SP03", "dear:"), ("SP06", "bad:"), ("SP07", "flood:"), ("SP16", "aud")],
)
def test_each_fault_is_found_at_its_place(played: Played, code: str, where: str) -> None:
    assert line_of(where) in [line for line, _ in of_code(played, code)]


@pytest.mark.parametrize(("visits", "is_advised"), [(20, True), (99, True), (100, False)])
def test_more_pairs_are_only_advised_where_few_were_asked_for(
    played: Played, visits: int, is_advised: bool
) -> None:
    found = judged(replace(played.evidence, visits_of_an_event=visits))
    told = [each.finding for each in found if each.finding.code == "SP06"]
    assert told
    for language in LANGUAGES:
        helps = {help_of(finding, FINDINGS, language) for finding in told}
        assert all(("--pairs" in words) == is_advised for words in helps)


def test_a_goal_nobody_teaches_is_found(played: Played) -> None:
    assert line_of("untaught:") in [line for line, _ in of_code(played, "SP12")]


def test_a_number_of_its_own_that_nothing_reads_is_found_and_one_that_matters_is_not(
    played: Played,
) -> None:
    assert [response.parameter for response in played.evidence.responses] == [
        "pension.employee.rate",
        "my.number",
    ]
    ((line, slots),) = of_code(played, "SP18")
    assert line == line_of("my.number:")
    assert slots["parameter"] == "my.number"
    report = report_of(played)
    assert [row.id for row in report.numbers] == ["pension.employee.rate", "my.number"]
    law = played.evidence.scenario.law.parameters.values()
    assert report.numbers_left == len([each for each in law if is_movable(each)]) - 2


def test_wordings_spread_unevenly_are_found_where_chance_does_not_explain_it(
    played: Played,
) -> None:
    assert of_code(played, "SP14") == []
    (nudge,) = played.evidence.scenario.teaching.nudges
    nudged = Nudged(nudges=(nudge,), size=200)
    lives = np.arange(200, dtype=np.uint64)
    nudged.is_met[0] = wording_of(nudge, played.evidence.seed, lives) == 1
    found = judged(replace(played.evidence, nudged=nudged))
    (finding,) = [each.finding for each in found if each.finding.code == "SP14"]
    assert finding.place is not None
    assert finding.place.line == line_of("gap_sms:")
    assert finding.slots["shares"] == "gain 0%, loss 100%"


@pytest.mark.parametrize(
    ("quiet", "unasked", "variants"), [(5, 10, set()), (6, 10, {""}), (5, 11, {"asked"})]
)
def test_long_years_without_anything_are_found(
    played: Played, quiet: int, unasked: int, variants: set[str]
) -> None:
    seen = {
        name: replace(each, quiet=_runs(each.lives, quiet), unasked=_runs(each.lives, unasked))
        for name, each in played.evidence.seen.items()
    }
    found = judged(replace(played.evidence, seen=seen))
    assert {e.finding.variant for e in found if e.finding.code == "SP15"} == variants


def _runs(lives: int, years: int) -> Runs:
    return Runs(now=np.zeros(lives, dtype=np.int64), longest=np.full(lives, years))


def test_minutes_follow_from_what_is_read_and_chosen() -> None:
    signs = np.array([[1261.4 * 4] * 3, [388.1 * 2] * 3])
    choices, plans = np.array([10, 10, 10]), np.array([2, 2, 2])
    found = minutes_of(signs, choices, plans, np.array([60, 60, 60]))
    around = (6 * 10 + 25 * 2 + 0.35 * 60 + 145) / 60
    assert found["en"] == pytest.approx(4 + around, rel=1e-3)
    assert found["zh"] == pytest.approx(2 + around, rel=1e-3)


def test_the_seven_kinds_are_those_a_test_may_name_but_the_saver() -> None:
    assert (*PLAYERS, "never_insured_saver") == trials.STRATEGIES
    assert set(PLAYERS) <= set(STRATEGIES)


def test_a_choice_that_is_taken_and_as_good_is_not_blamed(played: Played) -> None:
    blamed = [
        str(slots.get("choice")) for code in ("SP03", "SP06") for _, slots in of_code(played, code)
    ]
    assert "good" not in blamed
    assert "ok" not in blamed


@pytest.mark.parametrize(
    ("code", "wish", "is_told"),
    [
        ("SP06", Wish(lives=10, visits_of_an_event=4), False),
        ("SP06", Wish(lives=10, visits_of_an_event=100), True),
        ("SP01", Wish(lives=10, visits_of_an_event=100), False),
        ("SP01", Wish(lives=2_000), True),
    ],
)
def test_a_silencer_is_called_idle_only_where_enough_was_played(
    tmp_path: Path, code: str, wish: Wish, is_told: bool
) -> None:
    silenced = PACK.replace("  unreachable:", f"  # ok {code}: as it should be\n  unreachable:", 1)
    (tmp_path / "scenario.yaml").write_text(silenced, encoding="utf-8")
    loaded = load_pack(tmp_path, [TOYLAND.parent])
    told = {each.finding.code for each in _not_silenced(loaded, [], wish)}
    assert told == ({"SC115"} if is_told else set())


def test_the_same_seed_finds_the_same(played: Played, tmp_path: Path) -> None:
    again = faulty(tmp_path)[1]
    one, other = (
        [(each.finding.key, str(each.finding.place)) for each in each_.findings]
        for each_ in (played, again)
    )
    assert one == other


def test_a_crowd_holds_every_person_by_weight_with_numbers_of_their_own() -> None:
    scenario = load_pack(TOYLAND, []).scenario
    assert scenario is not None
    lives = crowd(World(scenario=scenario), 30)
    assert lives.size == 30
    assert sorted(lives.id) == list(range(30))
    assert [size for _, size in lives_by_profile(scenario, None, 30)] == [15, 15]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_and_holds_no_markup_of_authors(played: Played, language: str) -> None:
    report = report_of(played)
    page = playtest_html.page(report, "zh" if language == "zh" else "en", "open pack")
    assert "<b>" not in page.split("<article")[0]
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert page.count("<article") == len(played.findings)
    assert page.rstrip().endswith("</html>")


def test_text_and_json_tell_players_and_coverage(played: Played) -> None:
    report = report_of(played)
    text = playtest_text.as_text(report, "en", 1.0, "open pack")
    assert "own events 2/3" in text
    assert all(STRATEGIES[name].name.en in text for name in PLAYERS)
    values = json.loads(json.dumps(as_json(report)))
    assert values["events"]["worse"]["share"] > 0.5
    assert sum(values["variance"].values()) == pytest.approx(1)


def test_the_moment_a_finding_names_opens_with_the_luck_of_that_life() -> None:
    scenario = load_pack(TOYLAND, []).scenario
    assert scenario is not None
    session = open_command.lived_to(scenario, 40, 7, 1, "random", 40)
    engine = Engine(world=World(scenario=scenario))
    lives = start_lives(engine.world, session.profile, np.array([7], dtype=np.uint64))
    for name, until in (("random", 40), ("hold", 55)):
        while lives.age[0] < until:
            _, lives, _ = advance(engine, lives, Chance(seed=1), STRATEGIES[name].policy)
        if name == "random":
            assert float(lives.cash[0]) == float(session.opened.cash[0])
    resumed = resumed_session(session.engine, session.save())
    now = resumed.opened
    while now.age[0] < 55:
        _, now, _ = advance(engine, now, resumed.chance, STRATEGIES["hold"].policy)
    assert float(now.cash[0]) == float(lives.cash[0])


def no_window(options: PlayOptions) -> int:
    raise AssertionError(str(options))


@pytest.mark.parametrize("words", [("--lives", "1"), ("--pairs", "x"), ("--seed", "-1")])
def test_a_number_out_of_its_range_is_a_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert app.run(["playtest", str(TOYLAND), *words], no_window) == 2
    assert words[0] in capsys.readouterr().err


def test_open_keeps_a_save_and_opens_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path))
    opened: list[PlayOptions] = []

    def window(options: PlayOptions) -> int:
        opened.append(options)
        return 0

    assert app.run(["open", str(TOYLAND), "--life", "3", "--age", "40"], window) == 0
    assert opened[0].pack == str(TOYLAND)
    assert (tmp_path / "data" / "saves" / "life-opened-toyland.json").is_file()
    assert app.run(["open", str(TOYLAND), "--player", "nobody"], no_window) == 2
    assert "random" in capsys.readouterr().err
