"""Where a line of English or Chinese may break, and which break is best.

Latin words stay whole; Chinese breaks between characters, but no closing mark starts a line and no
opening mark ends one (kinsoku); a number stays with its unit; the last line is not one lone
character where the line before can spare another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

BOLD: Final = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
NEVER_FIRST: Final = frozenset("，。！？）：；、”’》〉」』】〕％…⸺—·•,.!?:;)]}%‰°")
NEVER_LAST: Final = frozenset("（《〈“‘「『【〔([{¥￥")
STAYS_WITH_WORD_BEFORE: Final = frozenset("·•→%％×≈=")
UNITS_ZH: Final = frozenset("元万亿年月日天岁个分角倍档次人根级条家项小%％")
UNIT_EN: Final = re.compile(
    r"(?:%|yuan|years?|months?|days?|weeks?|hours?|points?|times|of|km|o’clock|k)\b|%"
)
SHORT_WORD: Final = 6
"""An English word of fewer letters does not stand alone on the last line."""
FEW_CHARACTERS: Final = 3
"""Fewer Chinese characters do not make a last line."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one weight."""

    text: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """What no line break may part; ``after_space`` when a space goes before it inside a line."""

    runs: tuple[Run, ...]
    after_space: bool

    @property
    def text(self) -> str:
        """The characters of the atom."""
        return "".join(run.text for run in self.runs)


Line: TypeAlias = tuple[Run, ...]
Width: TypeAlias = Callable[[Sequence[Run]], int]


def plain(text: str) -> str:
    """The text without its ``**bold**`` marks."""
    return BOLD.sub(r"\1", text)


def weighted(text: str) -> list[tuple[str, bool]]:
    """Every character with whether it is bold."""
    pieces = BOLD.split(text)
    return [
        (character, index % 2 == 1) for index, piece in enumerate(pieces) for character in piece
    ]


def is_wide(character: str) -> bool:
    """Whether the character is Chinese or full-width, so that a line may break beside it."""
    point = ord(character)
    return 0x2E80 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF or 0xFF00 <= point <= 0xFFEF


def atoms(paragraph: str) -> list[Atom]:
    """The unbreakable pieces of one paragraph, in order."""
    characters = weighted(paragraph)
    text = "".join(character for character, _ in characters)
    found: list[Atom] = []
    start, after_space = 0, False
    for index in range(1, len(text) + 1):
        if index < len(text) and not _may_break(text, index):
            continue
        piece = characters[start:index]
        while piece and piece[0][0] == " ":
            piece, after_space = piece[1:], True
        if piece:
            found.append(Atom(_runs(piece), after_space and bool(found)))
            after_space = False
        start = index
    return found


def broken(paragraph: str, width: Width, room: float | None) -> list[Line]:
    """The lines of one paragraph, none wider than ``room`` unless a single character is."""
    pieces = atoms(paragraph)
    if room is None:
        return [joined(pieces)]
    rows: list[list[Atom]] = [[]]
    for piece in _splittable(pieces, width, room):
        if rows[-1] and width(joined([*rows[-1], piece])) > room:
            rows.append([])
        rows[-1].append(piece)
    _mend_last(rows, width, room)
    return [joined(row) for row in rows]


def joined(row: Sequence[Atom]) -> Line:
    """The atoms of one line as runs, with the spaces between them."""
    characters: list[tuple[str, bool]] = []
    for index, atom in enumerate(row):
        if atom.after_space and index:
            characters.append((" ", atom.runs[0].is_bold and characters[-1][1]))
        characters += [(character, run.is_bold) for run in atom.runs for character in run.text]
    return _runs(characters)


def _runs(characters: Sequence[tuple[str, bool]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for character, is_bold in characters:
        if runs and runs[-1].is_bold == is_bold:
            runs[-1] = Run(runs[-1].text + character, is_bold)
        else:
            runs.append(Run(character, is_bold))
    return tuple(runs)


def _may_break(text: str, index: int) -> bool:
    """Whether a line may end before ``text[index]``."""
    before, after = text[index - 1], text[index]
    if before == " ":
        return False
    if after == " ":
        return _may_break_at_space(text, index)
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if before.isdigit() and after in UNITS_ZH:
        return False
    if before in "-–/" and index > 1 and text[index - 2].isalpha():
        return after.isalpha()
    return is_wide(before) or is_wide(after)


def _may_break_at_space(text: str, index: int) -> bool:
    before, rest = text[index - 1], text[index:].lstrip(" ")
    if not rest or rest[0] in STAYS_WITH_WORD_BEFORE:
        return False
    if before.isdigit() and (rest[0] in UNITS_ZH or UNIT_EN.match(rest)):
        return False
    return before not in NEVER_LAST


def _splittable(pieces: Sequence[Atom], width: Width, room: float) -> list[Atom]:
    """The atoms, those wider than a line taken apart into characters."""
    result: list[Atom] = []
    for piece in pieces:
        if width(piece.runs) <= room:
            result.append(piece)
            continue
        letters = [Run(letter, run.is_bold) for run in piece.runs for letter in run.text]
        result += [
            Atom((letter,), piece.after_space and index == 0)
            for index, letter in enumerate(letters)
        ]
    return result


def _mend_last(rows: list[list[Atom]], width: Width, room: float) -> None:
    """Give a few characters or a short word on the last line company from the line before."""
    while len(rows) > 1 and _is_lonely(rows[-1]):
        count = _pulled(rows[-2])
        pulled = rows[-2][-count:]
        is_torn = len(rows[-2]) - count < max(2, len(rows[-1]))
        if is_torn or width(joined([*pulled, *rows[-1]])) > room:
            return
        rows[-1][:0] = pulled
        del rows[-2][-count:]


def _pulled(row: Sequence[Atom]) -> int:
    """How many atoms the end of a line gives away: a word with hyphens is given whole."""
    count = 1
    while count < len(row) and not (row[-count].after_space or is_wide(row[-count].text[0])):
        count += 1
    return count


def _is_lonely(row: Sequence[Atom]) -> bool:
    """Whether a last line holds no more than a short word or a few characters."""
    letters = [letter for atom in row for letter in atom.text if letter not in NEVER_FIRST]
    if letters and is_wide(letters[0]):
        return len(letters) < FEW_CHARACTERS
    return len(row) == 1 and len(letters) < SHORT_WORD
