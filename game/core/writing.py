"""Slips of the keyboard that YAML would blame on another line or swallow: found line by line first.

Every scalar of the scenario language stands on one line, so each line can be judged alone; only the
depth of open brackets is carried on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from game.core.diagnostics import Diagnostic, Place, Severity, Slot

PlaceOf = Callable[[int, int, int], Place]

_QUOTED: Final = re.compile(r"""(?<![^\s\[{,:(])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*$")
_TAB: Final = re.compile(r"[ \t]*\t[ \t]*")
_WIDE_COLON: Final = re.compile(r"(?:^\s*(?:- +)*|[\[{,，]\s*)([^\W\d][\w.]*)\s*(：)")
_OPEN_QUOTE: Final = re.compile(r"""(?:^\s*(?:- +)*|:\s+|[\[{,]\s*)(["'])""")
_CURLY_QUOTE: Final = re.compile(r"(?:^\s*(?:- +)*|:\s+|[\[{,]\s*)([“”‘’「『])")
_WIDE_BRACKET: Final = re.compile(r"(?:^\s*(?:- +)*|:\s+|[\[{,]\s*)([［｛【])")
_NO_SPACE: Final = re.compile(r"(?:^\s*(?:- +)*|[{,]\s*)([A-Za-z_][A-Za-z0-9_.]*):(?=[^\s/:,}\]])")
_TWO_COLONS: Final = re.compile(r"^\s*(?:- +)*[\w.]+:\s+(?![\[{])([^\s#].*?:)\s")
_SWALLOWED: Final = re.compile(
    r"^\s*(?:- +)*(?:en|zh|title|text|label|name|note|summary|result|subject|ask):[ ]+"
    r"(?![\"'\[{#Q&*])([^#]*[^#\s] #\S.*)$"
)
"""A text without quotes that a ``#`` cuts short; a comment has a space behind its sign."""
_THOUSANDS: Final = re.compile(
    r"(?:^\s*(?:- +)*[\w.]+:|[\[{,]\s*(?:[\w.]+:)?|[\w.]+:)\s*(-?\d{1,3}(?:[,，]\d{3})+)"
    r"(?=\s*(?:yuan|元)(?:/\w+)?\s*(?:[,}\]]|$))"
)
"""A comma inside an amount: within braces YAML would read what follows it as a key."""
_BRACKETS: Final = re.compile(r"[\[\]{}]")
_BRACKET_OR_COMMA: Final = re.compile(r"[\[\]{}，、]")
_STRAIGHT_END: Final = re.compile(r'"(?=\s*(?:[,}\]]|$))')
_NEXT_KEY_OR_END: Final = re.compile(r",\s*[A-Za-z_]\w*:\s|\s*[}\]]+\s*$")
_END_OF_VALUE: Final = re.compile(r"[,}\]]|$")
_NARROW: Final = str.maketrans(dict(zip("，、：［］｛｝【】", ",,:[]{}[]", strict=True)))


def find_slips(lines: Sequence[str], place: PlaceOf) -> Iterator[Diagnostic]:
    """All slips of a file.

    Args:
        lines: the file's lines.
        place: makes a place of (line, column, length), counted from 0.
    """
    depth = 0
    for number, line in enumerate(lines):
        if not line or line.isspace():
            continue
        if match := _TAB.match(line):
            yield _slip("SC101", place(number, 0, match.end()))
            continue
        bare = _COMMENT.sub("", _QUOTED.sub(_blanked, line))
        if depth == 0 and bare.isspace():
            continue
        yield from (
            _slip(code, place(number, start, end - start), variant=variant, **slots)
            for code, variant, start, end, slots in _line_slips(line, bare, depth)
        )
        depth = max(0, depth + _depth_change(bare))


def _blanked(match: re.Match[str]) -> str:
    """Filler of the same length; a key-like sign, so that no rule takes it for a quote."""
    return "Q" * len(match.group())


def _slip(code: str, place: Place, variant: str = "", **slots: Slot) -> Diagnostic:
    severity: Severity = "warning" if code == "SC111" else "error"
    return Diagnostic(code=code, variant=variant, severity=severity, place=place, slots=slots)


_Found = tuple[str, str, int, int, dict[str, Slot]]


def _line_slips(line: str, bare: str, depth: int) -> Iterator[_Found]:
    for match in _CURLY_QUOTE.finditer(bare):
        start = match.start(1)
        end = _end_of_curly(line, bare, start, depth)
        words = line[start:end].strip("“”‘’「」『』")
        words = words.removesuffix('"')
        yield "SC112", "", start, end, {"text": words}
        return
    if opened := _OPEN_QUOTE.search(bare):
        yield "SC108", "", opened.start(1), len(line.rstrip()), {}
        return
    if " #" in line and (swallowed := _SWALLOWED.match(_QUOTED.sub(_blanked, line))):
        yield "SC111", "", swallowed.start(1), len(line.rstrip()), {}
    for match in _THOUSANDS.finditer(bare):
        plain = re.sub("[,，]", "", match.group(1))
        yield "SC103", "thousands", match.start(1), match.end(1), {"better": f"{plain} yuan"}
    for match in _WIDE_COLON.finditer(bare):
        yield "SC102", "", match.start(2), match.end(2), {"key": match.group(1)}
    for match in _WIDE_BRACKET.finditer(bare):
        sign = match.group(1)
        slots: dict[str, Slot] = {"sign": sign, "narrow": sign.translate(_NARROW)}
        yield "SC103", "bracket", match.start(1), match.end(1), slots
    yield from _wide_commas(line, bare, depth)
    for match in _NO_SPACE.finditer(bare):
        key, start = match.group(1), match.start(1)
        opened_at, closed_at = match.start(), line.find("}", match.end())
        if line[opened_at] == "{" and _is_in_text(bare, opened_at, closed_at):
            mark = line[opened_at : closed_at + 1]
            yield "SC105", "text", opened_at, closed_at + 1, {"mark": mark}
            continue
        tail = _END_OF_VALUE.search(line, match.end())
        value = line[match.end() : tail.start() if tail else len(line)].strip()
        yield "SC105", "", start, match.end() + len(value), {"key": key, "value": value}
    if depth == 0 and (pair := _TWO_COLONS.match(bare)):
        slots = {"text": line[pair.start(1) :].strip()}
        slots["key"] = line[: pair.start(1)].strip().rstrip(":").removeprefix("- ")
        yield "SC106", "", pair.start(1), pair.end(1), slots


def _end_of_curly(line: str, bare: str, start: int, depth: int) -> int:
    """Where a text behind a typographic quote ends: at its partner, else where the value does."""
    others = {match.start(1) for match in _CURLY_QUOTE.finditer(bare)}
    stop = re.search("[”“’‘」』]", line[start + 1 :])
    if stop and start + 1 + stop.start() not in others:
        return start + 1 + stop.end()
    if straight := _STRAIGHT_END.search(bare, start + 1):
        return straight.start() + 1
    if depth == 0 and not _BRACKETS.search(bare[:start]):
        return len(line.rstrip())
    end = _NEXT_KEY_OR_END.search(line, start + 1)
    return end.start() if end else len(line.rstrip())


def _is_in_text(bare: str, start: int, end: int) -> bool:
    """Whether braces are a placeholder of a text and no map: words stand beside them."""
    if end < 0:
        return False
    return not _starts_value(bare, start) or bool(re.match(r"\s*[^\s,\]}#]", bare[end + 1 :]))


def _wide_commas(line: str, bare: str, depth: int) -> Iterator[_Found]:
    """The first full-width comma of each bracket; in plain text outside brackets it may stand."""
    opened: list[int] = [-1] * depth
    told: set[int] = set()
    for match in _BRACKET_OR_COMMA.finditer(bare):
        sign, at = match.group(), match.start()
        if sign in "[{":
            if opened or _starts_value(bare, at):
                opened.append(at)
        elif sign in "]}":
            del opened[-1:]
        elif opened and opened[-1] not in told:
            told.add(opened[-1])
            start = opened[-1]
            end = _closing(bare, start) if start >= 0 else len(line)
            better = re.sub(r"[，、]\s*", ", ", line[max(start, 0) : end].strip())
            variant = "" if start >= 0 and bare[start] == "[" else "map"
            yield "SC103", variant, at, at + 1, {"sign": sign, "better": better}


def _closing(bare: str, start: int) -> int:
    end = bare.find("]" if bare[start] == "[" else "}", start)
    return len(bare) if end < 0 else end + 1


def _starts_value(bare: str, at: int) -> bool:
    """Whether a bracket stands where a value begins, and is not just part of a text."""
    while at > 0 and bare[at - 1] == " ":
        at -= 1
    return at == 0 or bare[at - 1] in ":,[{-"


def _depth_change(bare: str) -> int:
    """How many brackets of lists and maps stay open behind a line."""
    depth = 0
    for match in _BRACKETS.finditer(bare):
        if match.group() in "[{":
            depth += bool(depth or _starts_value(bare, match.start()))
        else:
            depth -= 1
    return depth
