"""``simulate``: the same numbers for any chunk, both languages, and sentences for mistakes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from game.cli import app, simulate
from game.core.text import LANGUAGES, Language
from game.play.options import PlayOptions
from game.sim.strategies import STRATEGIES
from tests.toyland.lives import TOYLAND

Output = pytest.CaptureFixture[str]
PACK = str(TOYLAND)


def no_window(options: PlayOptions) -> int:
    raise AssertionError(f"a window was opened for {options}")


def run(*words: str) -> int:
    return app.run(["simulate", *words], no_window)


def as_json(capsys: Output, *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(*words, "--json") == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_the_numbers_are_the_same_for_any_chunk(capsys: Output) -> None:
    words = (PACK, "--lives", "6", "--seed", "5")
    results = [as_json(capsys, *words, "--chunk", chunk) for chunk in ("2", "6", "8192")]
    assert results[0] == results[1] == results[2]
    assert [each["strategy"] for each in results[0]] == list(STRATEGIES)
    assert {each["lives"] for each in results[0]} == {6}


def test_another_seed_is_another_luck_and_the_same_seed_the_same(capsys: Output) -> None:
    words = (PACK, "--lives", "8", "--strategy", "prudent")
    one, again, other = (as_json(capsys, *words, "--seed", seed) for seed in ("1", "1", "2"))
    assert one == again != other


def test_a_profile_and_a_strategy_can_be_chosen(capsys: Output) -> None:
    words = (PACK, "--lives", "4", "--strategy", "resident")
    rider, seller = (as_json(capsys, *words, "--profile", who) for who in ("rider", "seller"))
    assert len(rider) == len(seller) == 1
    assert rider != seller
    assert as_json(capsys, *words) == rider


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_its_columns_and_its_strategies(capsys: Output, language: Language) -> None:
    assert run(PACK, "--lives", "4", "--lang", language) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    for strategy in STRATEGIES.values():
        assert strategy.name.in_language(language) in printed.out
    for title in simulate.COLUMNS.values():
        assert title.filled({"line": "60"}).in_language(language) in printed.out
    assert ("小安" if language == "zh" else "Ann") in printed.out
    assert "90.0" in printed.out


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (["--profile", "ridr"], "There is no profile “ridr”", "没有人物“ridr”。"),
        (["--strategy", "best"], "There is no strategy “best”.", "没有策略“best”。"),
        (["--lives", "0"], "--lives must be a whole number", "--lives 要写"),
        (["--lives", "many"], "not “many”", "不能写“many”"),
        (["--lives", "-5"], "--lives", "--lives"),
        (["--lives", "1.5"], "not “1.5”", "不能写“1.5”"),
        (["--lives", "９"], "not “９”", "不能写“９”"),
        (["--lives", "100000001"], "100,000,000", "100,000,000"),
        (["--seed", "-1"], "--seed", "--seed"),
        (["--seed", "9" * 5_000], "--seed must be", "--seed 要写"),
        (["--seed", "0" * 25 + "9" * 5_000], "--seed must be", "--seed 要写"),
        (["--chunk", "0"], "--chunk must be", "--chunk 要写"),
        (["--wrong"], "--wrong", "--wrong"),
        (["--lives"], "--lives", "--lives"),
        (["another"], "another", "another"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_one_sentence_and_exit_two(
    capsys: Output, words: Sequence[str], english: str, chinese: str, language: Language
) -> None:
    assert run(PACK, *words, "--lang", language) == app.USAGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert (chinese if language == "zh" else english) in printed.err
    assert "Traceback" not in printed.err
    is_chinese = any("\u4e00" <= sign <= "\u9fff" for sign in printed.err)
    assert is_chinese is (language == "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_that_is_not_there_or_not_whole_is_a_sentence(
    capsys: Output, tmp_path: Path, language: Language
) -> None:
    (tmp_path / "scenario.yaml").write_text("scenario: 1\nid: broken\ntitel: x\n", encoding="utf-8")
    for pack in ("nowhere", str(tmp_path / "nowhere"), str(tmp_path)):
        assert run(pack, "--lives", "2", "--lang", language) == app.USAGE, pack
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.strip()
        assert "Traceback" not in printed.err


def test_help_is_in_the_language_asked_for(capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--help", "--lang", "zh")
    assert ended.value.code == 0
    assert simulate.ABOUT.zh in capsys.readouterr().out
