"""Every code has its page in ``docs/errors``, and the examples on it say what it claims."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.scenario.compiler import load_pack
from game.scenario.messages import CATALOGUE
from tests.mistakes.pages import PAGES, blocks, built

HERE = Path(__file__).parent
CODES = sorted({key.partition(".")[0] for key in CATALOGUE})
TOLD_BY_RUNNING = {"SC802"}
"""Findings of commands that play a pack; ``check`` alone cannot tell them."""
TOLD_ANYWAY = {"SC215"}
"""A tip about letters, nudges and questions wherever they are right."""


def test_there_is_one_page_a_code() -> None:
    pages = {path.stem for path in PAGES.glob("S*.md")}
    assert {code for code in pages if not code.startswith("SP")} == set(CODES)


def test_the_index_names_every_page() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"[{code}]({code}.md)" not in index] == []


@pytest.mark.parametrize("code", CODES)
def test_the_title_is_in_both_languages(code: str) -> None:
    title = (PAGES / f"{code}.md").read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(rf"# {code} · [^·]+ · [^·]*[\u4e00-\u9fff][^·]*", title)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_the_code(code: str, tmp_path: Path) -> None:
    pack = load_pack(built(blocks(code, "Wrong"), tmp_path), [HERE])
    found = {finding.code for finding in pack.findings}
    assert code in found or code in TOLD_BY_RUNNING, found


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_clean(code: str, tmp_path: Path) -> None:
    pack = load_pack(built(blocks(code, "Right"), tmp_path), [HERE])
    told = [one for one in pack.findings if one.code not in TOLD_ANYWAY]
    assert [(finding.code, str(finding.place)) for finding in told] == []
    assert pack.scenario is not None
