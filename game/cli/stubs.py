"""Fills what a pack lacks with marked stubs: texts, labels, a default, an event that is named."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Final

from game.core.diagnostics import Diagnostic, Place
from game.core.text import LANGUAGES, Language

MARKS: Final[Mapping[Language, str]] = {"en": "[to write]", "zh": "[待写]"}
"""What every stub begins with, so that it is seen in the game and found by a search."""
_INDENT: Final = re.compile(r" *")
_USUAL: Final[Mapping[str, str]] = {"kind": "work"}
"""What a missing key gets that is no text."""
_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


def with_stub(lines: list[str], finding: Diagnostic, languages: tuple[Language, ...]) -> bool:
    """Fill what a finding says is missing.

    Args:
        lines: of the file the finding is in; changed in place.
        finding: of ``check``.
        languages: the pack promises.

    Returns:
        Whether anything was filled in.
    """
    fill = _FILLS.get(finding.code)
    if fill is None or finding.place is None or finding.place.line > len(lines):
        return False
    return fill(lines, finding, finding.place, languages)


def _missing_key(
    lines: list[str], finding: Diagnostic, place: Place, languages: tuple[Language, ...]
) -> bool:
    """A required text: one line more below its owner."""
    key, example = str(finding.slots.get("key", "")), str(finding.slots.get("example", ""))
    if key in _USUAL:
        return _insert(lines, place, f"{key}: {_USUAL[key]}")
    if not example.startswith("{en:") or not key:
        return False
    words = lines[place.line - 1][place.column - 1 :][: place.length]
    return _insert(lines, place, f"{key}: {_text(words, languages)}")


def _insert(lines: list[str], place: Place, written: str) -> bool:
    """A key more in the map behind a key, in the way that map is written."""
    line = lines[place.line - 1]
    behind = line[place.column - 1 + place.length :]
    if opened := re.match(r"\s*:\s*\{", behind):
        at = place.column - 1 + place.length + opened.end()
        rest = line[at:].lstrip()
        comma = "" if rest.startswith("}") else ", "
        lines[place.line - 1] = f"{line[:at]}{written}{comma}{rest}"
        return True
    if not re.match(r"\s*:\s*(#.*)?$", behind):
        return False
    below = next((other for other in lines[place.line :] if other.strip()), "")
    own, child = _width(line), _width(below)
    indent = child if child > own and not below.lstrip().startswith("-") else own + 2
    lines.insert(place.line, " " * indent + written)
    return True


def _missing_default(
    lines: list[str], finding: Diagnostic, place: Place, languages: tuple[Language, ...]
) -> bool:
    """A default beside ``choices``: the first choice."""
    first = str(finding.slots.get("first", ""))
    if finding.variant or not _ID.fullmatch(first):
        return False
    line = lines[place.line - 1]
    if not line.lstrip().startswith("choices:"):
        return False
    lines.insert(place.line - 1, f"{' ' * _width(line)}default: {first}")
    return True


def _missing_language(
    lines: list[str], finding: Diagnostic, place: Place, languages: tuple[Language, ...]
) -> bool:
    """A text in a language it lacks: a marked copy of the one it has."""
    line = lines[place.line - 1]
    start = place.column - 1
    flow = re.match(r'\{\s*(en|zh)\s*:\s*("(?:[^"\\]|\\.)*"|[^,{}"]+?)\s*\}', line[start:])
    if flow:
        other = _other(flow.group(1))
        written = f"{other}: {_copy(flow.group(2), other)}"
        end = start + flow.end() - 1
        lines[place.line - 1] = f"{line[:end].rstrip()}, {written}{line[end:]}"
        return True
    block = re.match(r'(en|zh)\s*:\s*("(?:[^"\\]|\\.)*"|[^"#]+?)\s*$', line[start:])
    if block and not line[:start].strip():
        other = _other(block.group(1))
        lines.insert(place.line, f"{line[:start]}{other}: {_copy(block.group(2), other)}")
        return True
    return False


def _missing_event(
    lines: list[str], finding: Diagnostic, place: Place, languages: tuple[Language, ...]
) -> bool:
    """An event that something leads to: an empty one at the head of ``events``."""
    name = str(finding.slots.get("id", ""))
    if not _ID.fullmatch(name) or finding.hint == "meant":
        return False
    stub = [
        f"  {name}:",
        f"    title: {_text(name, languages)}",
        f"    text: {_text(name, languages)}",
        "    kind: money",
        f"    only_by: [{_leads_by(lines[place.line - 1])}]",
    ]
    at = next((k for k, line in enumerate(lines) if re.match(r"events:\s*(#.*)?$", line)), None)
    if at is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", "events:", *stub, ""]
    else:
        lines[at + 1 : at + 1] = [*stub, ""]
    return True


def _leads_by(line: str) -> str:
    return "trigger" if "trigger" in line else "later"


def _text(words: str, languages: tuple[Language, ...]) -> str:
    parts = (
        f"{language}: {json.dumps(f'{MARKS[language]} {words}', ensure_ascii=False)}"
        for language in languages
    )
    return "{" + ", ".join(parts) + "}"


def _copy(written: str, other: Language) -> str:
    words = written[1:-1] if written.startswith('"') else written.replace('"', '\\"')
    return f'"{MARKS[other]} {words}"'


def _other(language: str) -> Language:
    return next(known for known in LANGUAGES if known != language)


def _width(line: str) -> int:
    match = _INDENT.match(line)
    return match.end() if match else 0


_Fill = Callable[[list[str], Diagnostic, Place, tuple[Language, ...]], bool]
_FILLS: Final[Mapping[str, _Fill]] = {
    "SC203": _missing_event,
    "SC208": _missing_key,
    "SC407": _missing_default,
    "SC601": _missing_language,
}
