"""Every character of every bundled text is in the fonts, so that nobody sees an empty box."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

import pygame
import pytest

import game
from game.core import folders
from game.ui.type import FILES, NARROW

TEXTS = sorted(
    [
        *folders.assets().glob("interface.*.yaml"),
        *folders.scenarios().glob("**/*.yaml"),
        *Path(game.__file__).parent.glob("*/**/*.py"),
    ]
)
"""Words stand in packs, in the interface's files, and in sentences of the program."""

ALWAYS = "−·•→←↑↓¥‰≤≥≈×½✓“”‘’–—⸺…《》「」（），。！？、；：％＋éüñÅßāěīōū"


Points = frozenset[int]


@pytest.fixture(scope="module", params=sorted(FILES.values()))
def points(request: pytest.FixtureRequest) -> Points:
    return code_points((folders.assets() / "fonts" / request.param).read_bytes())


def code_points(font: bytes) -> Points:
    """What a font has glyphs for: the segments of the format 4 part of its character map."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = tables[b"cmap"]
    parts = struct.unpack_from(">H", font, start + 2)[0]
    offsets = [struct.unpack_from(">I", font, start + 8 + 8 * part)[0] for part in range(parts)]
    at = next(
        start + offset
        for offset in offsets
        if struct.unpack_from(">H", font, start + offset)[0] == 4
    )
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, at + 14)
    starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    return frozenset(
        point
        for first, last in zip(starts, ends, strict=True)
        for point in range(first, last + 1)
        if point != 0xFFFF
    )


def said_in(program: str) -> str:
    """The words of every ``Text(…)`` of a program."""
    calls = [
        node
        for node in ast.walk(ast.parse(program))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text"
    ]
    return "".join(
        node.value
        for call in calls
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def missing(points: Points, text: str) -> set[str]:
    return {letter for letter in set(text) - {"\n"} if ord(letter) not in points}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_character_of_a_text_is_in_every_font(points: Points, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert missing(points, said_in(text) if path.suffix == ".py" else text) == set()


def test_the_symbols_of_the_interface_are_in_every_font(points: Points) -> None:
    assert missing(points, ALWAYS) == set()


def test_all_of_gb_2312_levels_1_and_2_is_in_every_font(points: Points) -> None:
    cells = [
        bytes((row, column)).decode("gb2312", errors="ignore")
        for row in range(0xB0, 0xF8)
        for column in range(0xA1, 0xFF)
    ]
    assert len("".join(cells)) == 6763
    assert missing(points, "".join(cells)) == set()


def test_english_marks_have_their_own_forms(points: Points) -> None:
    assert missing(points, "".join(str(narrow) for narrow in NARROW.values())) == set()


@pytest.mark.parametrize("name", FILES.values())
def test_english_quotation_marks_are_narrow(name: str) -> None:
    pygame.font.init()
    font = pygame.font.Font(str(folders.assets() / "fonts" / name), 40)
    for mark in "‘’“”":
        assert font.size(mark.translate(NARROW))[0] < 0.7 * font.size(mark)[0]


def test_a_missing_character_is_noticed(points: Points) -> None:
    assert missing(points, "a\U0001f600ก雨") == {"\U0001f600", "ก"}


def test_the_licences_stand_beside_the_fonts() -> None:
    folder = folders.assets() / "fonts"
    for name in ("OFL-NotoSansSC.txt", "OFL-NotoSerifSC.txt"):
        assert "SIL Open Font License" in " ".join((folder / name).read_text().split())
