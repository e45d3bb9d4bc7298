"""The pages of what a playtest finds: one a code, in both languages, their examples played."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import pytest

from game.play.playtest.messages import FINDINGS
from game.play.playtest.playing import Wish, playtested
from game.scenario.compiler import load_pack
from tests.mistakes.pages import HEAD, PAGES, blocks
from tests.toyland.lives import TOYLAND

CODES = sorted({key.partition(".")[0] for key in FINDINGS})
Half = Literal["Wrong", "Right"]
WISH = Wish(lives=60, visits_of_an_event=14)


def text_of(code: str) -> str:
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


WITH_EXAMPLE = [code for code in CODES if "## Wrong " in text_of(code)]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Half, set[tuple[str, str]]]:
    """Codes and files found in two packs: all wrong examples together, and all right ones."""

    @cache
    def of(half: Half) -> set[tuple[str, str]]:
        folder = tmp_path_factory.mktemp(half)
        for code in WITH_EXAMPLE:
            (block,) = blocks(code, half)
            (folder / f"{code.lower()}.yaml").write_text(block.body, encoding="utf-8")
        names = ", ".join(f"{code.lower()}.yaml" for code in WITH_EXAMPLE)
        (folder / "scenario.yaml").write_text(f"{HEAD}include: [{names}]\n", encoding="utf-8")
        loaded = load_pack(folder, [TOYLAND.parent])
        assert loaded.scenario is not None, [(f.key, str(f.place)) for f in loaded.findings]
        played = playtested(loaded, loaded.scenario, WISH)
        places = [(each.finding.code, each.finding.place) for each in played.findings]
        return {(code, place.file) for code, place in places if place is not None}

    return {"Wrong": of("Wrong"), "Right": of("Right")}


def test_there_is_one_page_a_code_and_the_index_names_it() -> None:
    assert sorted(path.stem for path in PAGES.glob("SP*.md")) == CODES
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"[{code}]({code}.md)" not in index] == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_speaks_both_languages(code: str) -> None:
    title, _, en, _, zh, *_ = text_of(code).splitlines()
    assert re.fullmatch(rf"# {code} · [^·]+ · [^·]*[\u4e00-\u9fff][^·]*", title)
    assert not re.search(r"[\u4e00-\u9fff]", en)
    assert re.search(r"[\u4e00-\u9fff]", zh)


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_wrong_example_is_found_and_the_right_one_is_not(
    code: str, found: dict[Half, set[tuple[str, str]]]
) -> None:
    example = (code, f"{code.lower()}.yaml")
    assert example in found["Wrong"]
    assert example not in found["Right"]


def test_most_codes_have_an_example() -> None:
    assert len(WITH_EXAMPLE) >= 10
