"""Findings as values: what is wrong, where, and what to do; text is made of them at the edge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal, TypeAlias

from game.core.text import EMPTY, Language, Text

Severity: TypeAlias = Literal["fatal", "error", "warning", "untidy", "tip"]
Confidence: TypeAlias = Literal["strong", "reasonable", "weak"]
Slot: TypeAlias = "str | Text"

_RANK: Final[Mapping[Severity, int]] = {
    "fatal": 0,
    "error": 1,
    "warning": 2,
    "untidy": 3,
    "tip": 4,
}
_SEVERITY_WORDS: Final[Mapping[Severity, Text]] = {
    "fatal": Text("refused", "拒绝载入"),
    "error": Text("error", "错误"),
    "warning": Text("warning", "警告"),
    "untidy": Text("untidy", "欠整洁"),
    "tip": Text("tip", "建议"),
}
_HELP: Final = Text("help", "处理")
_SLOT: Final = re.compile(r"\{([a-z_]+)\}")
_LINE_CELLS: Final = 96
_MOST_LIKELY: Final = 200
"""Words compared letter by letter; a stranger may have thousands that look alike."""
_TAB_SHOWN: Final = "→   "

HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Characters that must not stand in a file: controls, direction marks, invisible ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one line of a file; line and column count from 1, in characters."""

    file: str
    line: int
    column: int
    length: int = 1
    source: str = ""
    """The whole line, for the picture under a message."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. ``code`` and ``variant`` choose the message, ``hint`` the help."""

    code: str
    variant: str = ""
    hint: str = ""
    severity: Severity = "error"
    confidence: Confidence = "strong"
    place: Place | None = None
    slots: Mapping[str, Slot] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The entry of the catalogue this finding takes its words from."""
        return f"{self.code}.{self.variant}" if self.variant else self.code

    @property
    def stops(self) -> bool:
        """Whether the pack cannot be played with this."""
        return self.severity in ("fatal", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The words of one code: what is wrong, what to do, and other helps by hint."""

    what: Text
    help: Text = EMPTY
    hints: Mapping[str, Text] = field(default_factory=dict)


Catalogue: TypeAlias = Mapping[str, Message]


class EnoughFindings(Exception):
    """So much is wrong that nobody reads on; a stranger's file may cost no more than this."""


class Findings:
    """The one collector all passes write to, so that every mistake is told at once.

    It changes while a pack is read, as ``Draft``, ``Application``, ``Tally`` and ``Study`` do
    within one call or run; what is handed on (``worst_first``) does not. A reader that had to
    return findings beside each value would hide what it reads.
    """

    MOST: Final = 200

    def __init__(self) -> None:
        self._all: list[Diagnostic] = []
        self._seen: set[tuple[str, str]] = set()

    def add(self, finding: Diagnostic) -> None:
        """Keep a finding, unless the same code was already told at the same place.

        Of those that do not stop a pack no more than ``MOST`` are kept, and reading goes on.

        Raises:
            EnoughFindings: this was the last one that is kept.
        """
        mark = (finding.code, str(finding.place) + ("" if finding.place else str(finding.slots)))
        if mark in self._seen:
            return
        if not finding.stops and len(self._all) >= self.MOST:
            return
        self._seen.add(mark)
        self._all.append(finding)
        if finding.stops and len(self._all) >= self.MOST:
            raise EnoughFindings

    def extend(self, findings: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        for finding in findings:
            self.add(finding)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far keeps the pack from being played."""
        return any(finding.stops for finding in self._all)

    def has(self, code: str) -> bool:
        """Whether a code was told."""
        return any(finding.code == code for finding in self._all)

    def worst_first(self) -> tuple[Diagnostic, ...]:
        """All findings, worst first, then by place."""
        return in_order(self._all)


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings worst first, then by place."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Diagnostic) -> tuple[int, str, int, int, str]:
    place = finding.place or Place(file="", line=0, column=0)
    return (_RANK[finding.severity], place.file, place.line, place.column, finding.code)


def edit_distance(one: str, other: str, most: int = 2) -> int:
    """Letters to insert, delete, replace or swap with a neighbour; ``most + 1`` if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most likely meant, at most two typing slips away."""
    most = 2 if len(word) > 3 else 1
    letters = set(word)
    likely = (
        other
        for other in known
        if abs(len(other) - len(word)) <= most and len(letters ^ set(other)) <= 2 * most
    )
    scored = [(edit_distance(word, other, most), other) for other in islice(likely, _MOST_LIKELY)]
    close = [pair for pair in scored if pair[0] <= most]
    return min(close)[1] if close else None


def shown(text: str) -> str:
    """Text safe to print: hidden characters by their number, tabs as an arrow."""
    safe = HIDDEN.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)
    return safe.replace("\t", _TAB_SHOWN)


def cells(text: str) -> int:
    """Width of a text in a terminal: East Asian wide characters take two cells."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def filled_slots(words: Text, slots: Mapping[str, Slot], language: Language) -> str:
    """A message in one language with its slots filled; every slot is made safe to print."""

    def replacement(match: re.Match[str]) -> str:
        value = slots.get(match.group(1))
        if value is None:
            return match.group(0)
        return shown(value.in_language(language) if isinstance(value, Text) else value)

    return _SLOT.sub(replacement, words.in_language(language))


def what_of(finding: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    """What is wrong, in one language."""
    return filled_slots(catalogue[finding.key].what, finding.slots, language)


def help_of(finding: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    """What to do about it, in one language."""
    message = catalogue[finding.key]
    words = message.hints.get(finding.hint, message.help)
    return filled_slots(words, finding.slots, language)


def rendered(finding: Diagnostic, catalogue: Catalogue, language: Language) -> str:
    """The whole finding as text: headline, place, source line, caret, help."""
    severity = _SEVERITY_WORDS[finding.severity].in_language(language)
    lines = [f"{severity}[{finding.code}]: {what_of(finding, catalogue, language)}"]
    margin = 1
    if finding.place is not None:
        margin = len(str(finding.place.line))
        lines += _picture(finding.place, margin)
    if advice := help_of(finding, catalogue, language):
        mark = "：" if language == "zh" else ": "
        lines.append(f"{' ' * margin} = {_HELP.in_language(language)}{mark}{advice}")
    return "\n".join(lines)


def _picture(place: Place, margin: int) -> list[str]:
    pad = " " * margin
    where = f"{pad}--> {shown(place.file)}:{place.line}:{place.column}"
    if not place.source:
        return [where]
    start = place.column - 1
    before, marked, after = _cut(place.source, start, start + max(1, place.length))
    caret = " " * cells(before) + "^" * max(1, cells(marked))
    return [where, f"{place.line} | {before}{marked}{after}", f"{pad} | {caret}"]


def _cut(line: str, start: int, end: int) -> tuple[str, str, str]:
    """The line in three printable parts, shortened around the marked one if it is too wide."""
    before, marked, after = shown(line[:start]), shown(line[start:end]), shown(line[end:])
    room = _LINE_CELLS - min(cells(marked), 60)
    if cells(before) > room:
        before = "…" + before[-max(8, room // 2) :]
    if cells(marked) > 60:
        marked, after = _first_cells(marked, 59) + "…", ""
    return before, marked, _first_cells(after, max(0, room - cells(before)))


def _first_cells(text: str, most: int) -> str:
    width = 0
    for index, sign in enumerate(text):
        width += cells(sign)
        if width > most:
            return text[:index]
    return text
