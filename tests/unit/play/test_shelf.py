"""The shelf: packs found in three places, read and checked beside the drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core import folders
from game.play.shelf import LONGEST_LINE, MOST_FINDINGS, MOST_RECENT, Shelf

BROKEN = "lifepack: 1\nid: broken-one\n# 雨天\nevnts: {}\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf whose own folder and memory are empty."""
    own = tmp_path / "own"
    own.mkdir()
    return Shelf(folders.scenarios(), own, tmp_path / "recent.json")


def read(shelf: Shelf) -> dict[str, str]:
    """Origin of every pack by its path's last part."""
    shelf.read()
    shelf.wait()
    assert shelf.is_read
    return {Path(pack.path).name: pack.origin for pack in shelf.packs}


def test_the_packs_of_the_game_can_be_played_by_the_official_figures(shelf: Shelf) -> None:
    assert read(shelf)["china"] == "bundled"
    china = next(pack for pack in shelf.packs if Path(pack.path).name == "china")
    assert china.is_playable and china.differing == () and china.languages == ("en", "zh")
    assert china.title.en and china.title.zh and china.authors and china.minutes > 0


def test_an_invented_law_is_told_from_a_true_one(shelf: Shelf) -> None:
    read(shelf)
    invented = {Path(pack.path).name for pack in shelf.packs if pack.is_invented}
    assert invented == {"lowland"}


def test_own_packs_are_listed_even_if_they_are_broken(shelf: Shelf) -> None:
    (shelf.own / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (shelf.own / "notes.txt").write_text("no pack", encoding="utf-8")
    found = read(shelf)
    assert found["broken.yaml"] == "own" and "notes.txt" not in found
    broken = next(pack for pack in shelf.packs if pack.origin == "own")
    assert not broken.is_playable and broken.problem.en and broken.problem.zh


def test_what_was_opened_is_remembered_newest_first_and_listed_once(
    shelf: Shelf, tmp_path: Path
) -> None:
    paths = [tmp_path / f"pack{number}.yaml" for number in range(MOST_RECENT + 2)]
    for path in paths:
        path.write_text(BROKEN, encoding="utf-8")
        shelf.remember(str(path))
    shelf.remember(str(paths[4]))
    shelf.remember(str(folders.scenarios() / "china"))
    found = read(shelf)
    recent = [name for name, origin in found.items() if origin == "recent"]
    assert recent[0] == "pack4.yaml" and len(recent) == MOST_RECENT - 1
    assert found["china"] == "bundled"


def test_what_is_gone_or_damaged_is_passed_over(shelf: Shelf, tmp_path: Path) -> None:
    shelf.remember(str(tmp_path / "gone.yaml"))
    assert "gone.yaml" not in read(shelf)
    (tmp_path / "recent.json").write_bytes(b"\xff{[")
    assert read(shelf)["china"] == "bundled"
    (tmp_path / "recent.json").write_text('{"a": 1}', encoding="utf-8")
    assert read(shelf)["china"] == "bundled"


def test_a_check_tells_each_mistake_at_its_place(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    shelf.check(str(path))
    shelf.wait()
    result = shelf.checked()
    assert result is not None and not result.is_playable
    at_key = [each for each in result.findings if each.line == 4]
    assert at_key and at_key[0].source[at_key[0].column :].startswith("evnts")
    assert all(each.what.en and each.what.zh for each in result.findings)
    assert shelf.checked() is None


def test_the_place_of_a_finding_is_in_what_is_shown_of_a_long_line(
    shelf: Shelf, tmp_path: Path
) -> None:
    path = tmp_path / "long.yaml"
    filler = ", ".join(f"word{number}: 1" for number in range(60))
    path.write_text(f"lifepack: 1\nid: long-one\nvariables: {{{filler}}}\n", encoding="utf-8")
    shelf.check(str(path))
    shelf.wait()
    result = shelf.checked()
    assert result is not None
    assert len(result.findings) <= MOST_FINDINGS
    for each in result.findings:
        assert len(each.source) <= LONGEST_LINE + 40
        assert 0 <= each.column <= len(each.source)


def test_a_path_that_is_no_pack_is_an_answer_too(shelf: Shelf, tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", tmp_path):
        shelf.check(str(path))
        shelf.wait()
        result = shelf.checked()
        assert result is not None and not result.is_playable and result.findings
