"""Broken packs and what the checker says about them, compared as text in both languages.

Set ``BTR_UPDATE=1`` to write what is said now, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.core.text import LANGUAGES, Language
from game.scenario.compiler import load_pack
from game.scenario.report import summary, worst

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in (HERE / "cases").iterdir() if folder.is_dir())


def said(case: str, language: Language) -> str:
    """What ``check`` prints about a case."""
    loaded = load_pack(HERE / "cases" / case, [HERE])
    return f"{worst(loaded.findings, language)}\n\n{summary(loaded, language)}\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_says(case: str, language: Language) -> None:
    expected = HERE / "cases" / case / f"expected.{language}.txt"
    text = said(case, language)
    if os.environ.get("BTR_UPDATE"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if case[:2] in ("sc", "sx")])
def test_names_the_code_of_the_case(case: str) -> None:
    code = case.partition("_")[0].upper()
    codes = {finding.code for finding in load_pack(HERE / "cases" / case, [HERE]).findings}
    assert code in codes


def test_the_base_pack_of_the_tests_is_clean() -> None:
    loaded = load_pack("toyland", [HERE])
    assert loaded.findings == ()
    assert loaded.scenario is not None
