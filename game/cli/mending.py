"""Mends slips of the keyboard in one file's text; what could be meant in two ways is left alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.cli.untabbing import without_tabs
from game.core.diagnostics import HIDDEN, Diagnostic, Place
from game.core.writing import find_slips

MOST_PASSES: Final = 60
_BOM: Final = b"\xef\xbb\xbf"
_KEY_FOLLOWS: Final = re.compile(r"\s*[A-Za-z_][\w.]*\s*[:：]")
_PARTNER: Final[Mapping[str, str]] = {"［": "］", "｛": "｝", "【": "】"}
_NARROW: Final = str.maketrans("［］｛｝【】", "[]{}[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file's text after mending."""

    text: str
    before: str
    """As it was, decoded."""
    was_gbk: bool
    hidden: int
    """Hidden characters taken out."""

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written."""
        return self.was_gbk or self.text != self.before


def mended(content: bytes, *, is_yaml: bool) -> Mended | None:
    """The mended text of a file, None where it is no text at all.

    Args:
        content: its bytes, UTF-8 or GBK.
        is_yaml: whether slips of YAML are looked for; else only encoding and hidden characters.
    """
    content = content.removeprefix(_BOM)
    was_gbk = False
    try:
        before = content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            before, was_gbk = content.decode("gb18030"), True
        except UnicodeDecodeError:
            return None
    newline = "\r\n" if "\r\n" in before else "\n"
    text, hidden = HIDDEN.subn("", before.replace("\r\n", "\n"))
    if is_yaml:
        text = _without_slips(text)
    return Mended(text=text.replace("\n", newline), before=before, was_gbk=was_gbk, hidden=hidden)


def _without_slips(text: str) -> str:
    lines = without_tabs(text.split("\n"))
    for _ in range(MOST_PASSES):
        changed = False
        done: set[int] = set()
        for slip in list(find_slips(lines, _place_in(lines))):
            assert slip.place is not None
            number = slip.place.line - 1
            edit = _EDITS.get(slip.code)
            if edit is None or number in done:
                continue
            line = edit(lines[number], slip)
            if line != lines[number]:
                lines[number], changed = line, True
                done.add(number)
        if not changed:
            break
    return "\n".join(lines)


def _place_in(lines: Sequence[str]) -> Callable[[int, int, int], Place]:
    def place(line: int, column: int, length: int) -> Place:
        return Place(file="", line=line + 1, column=column + 1, length=length, source=lines[line])

    return place


def _start(slip: Diagnostic) -> tuple[int, int]:
    assert slip.place is not None
    start = slip.place.column - 1
    return start, start + slip.place.length


def _wide_colon(line: str, slip: Diagnostic) -> str:
    start, end = _start(slip)
    return f"{line[:start]}: {line[end:].lstrip()}".rstrip()


def _wide_comma(line: str, slip: Diagnostic) -> str:
    start, end = _start(slip)
    if slip.variant == "bracket":
        sign = line[start]
        partner = line.rfind(_PARTNER.get(sign, sign), end)
        if partner > 0:
            line = line[:partner] + line[partner].translate(_NARROW) + line[partner + 1 :]
        return line[:start] + sign.translate(_NARROW) + line[end:]
    if slip.variant == "map" and not _KEY_FOLLOWS.match(line, end):
        return line
    return f"{line[:start]}, {line[end:].lstrip()}"


def _no_space(line: str, slip: Diagnostic) -> str:
    if slip.variant == "text":
        return line
    start, _ = _start(slip)
    colon = line.find(":", start)
    return f"{line[: colon + 1]} {line[colon + 1 :]}" if colon > 0 else line


def _unquoted(line: str, slip: Diagnostic) -> str:
    """A text with a colon in it, put in quotes up to the end of the line."""
    start, _ = _start(slip)
    words = line[start:].rstrip()
    return line[:start] + json.dumps(words, ensure_ascii=False)


def _curly(line: str, slip: Diagnostic) -> str:
    start, end = _start(slip)
    return line[:start] + json.dumps(str(slip.slots["text"]), ensure_ascii=False) + line[end:]


_EDITS: Final[Mapping[str, Callable[[str, Diagnostic], str]]] = {
    "SC102": _wide_colon,
    "SC103": _wide_comma,
    "SC105": _no_space,
    "SC106": _unquoted,
    "SC112": _curly,
}


def with_narrow_signs(text: str, findings: Sequence[Diagnostic], name: str) -> str:
    """Full-width signs in conditions, told by the checker, made narrow."""
    lines = text.split("\n")
    told = [f for f in findings if f.code == "SC103" and f.variant == "sign" and f.place]
    for finding in sorted(told, key=lambda f: f.place.column if f.place else 0, reverse=True):
        place = finding.place
        if place is None or place.file != name or place.line > len(lines):
            continue
        line, at = lines[place.line - 1], place.column - 1
        if line[at : at + 1] == finding.slots.get("sign"):
            lines[place.line - 1] = line[:at] + str(finding.slots["narrow"]) + line[at + 1 :]
    return "\n".join(lines)
