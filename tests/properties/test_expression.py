"""What must hold of expressions and packs whatever a stranger writes."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.core.source import load
from game.core.text import LANGUAGES
from game.scenario.compiler import load_pack
from game.scenario.report import as_json, worst
from tests.unit.scenario.fakes import FakeScope, compiled

NAMES = "age cash income job courier plan.pension none my.injured values.bill yes no and or not"
CALLS = "min max clip if lookup stays seen crash chose crash.home chance uniform lognormal"
SIGNS = "contribution employee ( ) , + - * / < <= > >= == != 3 0.5 12 40% 2 x.__class__ eval open"
UNITS = ["5 yuan", "5 yuan/month", "3 months", "2 years", "4 points"]
WORDS = [*" ".join((NAMES, CALLS, SIGNS)).split(), *UNITS]
TOYLAND = Path(__file__).parents[1] / "mistakes"
MARKS = st.sampled_from(list("abc：，“”[]{}:,-#&*!|>'\"\t\n \\%@?\u202e中\r\x00"))


@given(st.text(max_size=500))
def test_any_text_gives_an_expression_or_slips(text: str) -> None:
    result = compiled(text, draws=True)
    assert (result.expression is None) == bool(result.slips)
    for slip in result.slips:
        assert 0 <= slip.span[0] <= slip.span[1] <= len(text) + 1


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_numbers_or_slips(text: str) -> None:
    result = compiled(text, draws=True)
    if result.expression is None:
        assert result.slips
        return
    values = result.expression.evaluate(FakeScope(size=3))
    assert values.shape == (3,)
    assert np.isfinite(values).all()
    assert (np.abs(values) <= 1e12).all()


def trees(depth: int) -> st.SearchStrategy[str]:
    """Sound expressions that give a number."""
    leaf = st.sampled_from(["age / 1 years", "cash / 1 yuan", "0.5", "40%", "7", "children"])
    if depth == 0:
        return leaf
    inner = trees(depth - 1)
    pair = st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda t: f"({t[0]}) {t[1]} ({t[2]})"
    )
    choice = st.tuples(inner, inner, inner).map(lambda t: f"if({t[0]} > 1, {t[1]}, {t[2]})")
    extreme = st.tuples(inner, inner).map(lambda t: f"max({t[0]}, {t[1]})")
    drawn = st.tuples(inner, inner).map(lambda t: f"uniform({t[0]}, {t[1]})")
    return st.one_of(leaf, pair, choice, extreme, drawn)


@given(trees(2), st.integers(0, 2**32))
def test_many_lives_give_what_each_gives_alone(source: str, seed: int) -> None:
    result = compiled(source, draws=True)
    assert result.expression is not None, source
    numbers = random.Random(seed)
    names = ("age", "cash", "children")
    lives = [{name: numbers.uniform(-5, 99) for name in names} for _ in range(7)]
    draws = [[numbers.random() for _ in range(9)] for _ in lives]

    def scope(which: list[int]) -> FakeScope:
        return FakeScope(
            values={name: [lives[i][name] for i in which] for name in names},
            draws={k: [draws[i][k] for i in which] for k in range(9)},
            size=len(which),
        )

    together = result.expression.evaluate(scope(list(range(7))))
    alone = [result.expression.evaluate(scope([i]))[0] for i in range(7)]
    assert together.tolist() == alone


@given(st.binary(max_size=300) | st.text(MARKS, max_size=120).map(str.encode))
def test_any_bytes_give_nodes_or_findings(content: bytes) -> None:
    document = load("pack.yaml", content)
    assert (document.root is None) == bool(document.findings)


PIECES = st.sampled_from(WORDS) | st.text(MARKS, max_size=9)
DAMAGE = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4000), PIECES), max_size=6)


@given(DAMAGE)
def test_any_damage_to_a_pack_gives_findings_or_a_scenario(
    damage: list[tuple[int, int, str]],
) -> None:
    text = (TOYLAND / "toyland" / "scenario.yaml").read_text(encoding="utf-8")
    for cut, at, put in damage:
        text = text[:at] + put + text[at + cut :]
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "scenario.yaml").write_bytes(text.encode())
        for other in ("law.yaml", "mortality.csv"):
            (folder / other).write_bytes((TOYLAND / "toyland" / other).read_bytes())
        loaded = load_pack(folder, [])
    assert (loaded.scenario is None) == any(finding.stops for finding in loaded.findings)
    as_json(loaded)
    for language in LANGUAGES:
        worst(loaded.findings, language, most=50)
