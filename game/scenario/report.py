"""Findings as text and as JSON, for whoever shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.core.diagnostics import Diagnostic, help_of, rendered, what_of
from game.core.text import LANGUAGES, Language, Text
from game.scenario.compiler import Loaded
from game.scenario.messages import CATALOGUE

MOST_SHOWN: Final = 10
_MORE: Final = Text("… and {count} more", "……另有 {count} 处")
_CLEAN: Final = Text("{pack}: no mistakes", "{pack}：没有问题")
_SUMMARY: Final = Text("{pack}: {counts}", "{pack}：{counts}")
_COUNTS: Final[Mapping[str, tuple[Text, Text]]] = {
    "fatal": (Text("{n} refused", "拒绝载入 {n} 处"), Text("{n} refused", "拒绝载入 {n} 处")),
    "error": (Text("{n} error", "错误 {n} 处"), Text("{n} errors", "错误 {n} 处")),
    "warning": (Text("{n} warning", "警告 {n} 处"), Text("{n} warnings", "警告 {n} 处")),
    "untidy": (Text("{n} untidy", "欠整洁 {n} 处"), Text("{n} untidy", "欠整洁 {n} 处")),
    "tip": (Text("{n} tip", "建议 {n} 条"), Text("{n} tips", "建议 {n} 条")),
}


def finding_text(finding: Diagnostic, language: Language) -> str:
    """One finding with its place, source line, caret and help."""
    return rendered(finding, CATALOGUE, language)


def one_line(finding: Diagnostic) -> Text:
    """What is wrong, in both languages."""
    en, zh = (what_of(finding, CATALOGUE, language) for language in LANGUAGES)
    return Text(en, zh)


def worst(findings: Sequence[Diagnostic], language: Language, most: int = MOST_SHOWN) -> str:
    """The worst findings as text, and how many more there are."""
    parts = [finding_text(finding, language) for finding in findings[:most]]
    if len(findings) > most:
        parts.append(_filled(_MORE, language, count=str(len(findings) - most)))
    return "\n\n".join(parts)


def summary(loaded: Loaded, language: Language) -> str:
    """One line: the pack and how many findings of each severity."""
    pack = f"{loaded.id} {loaded.version}".strip()
    counts = []
    for severity, (one, many) in _COUNTS.items():
        number = sum(finding.severity == severity for finding in loaded.findings)
        if number:
            counts.append(_filled(one if number == 1 else many, language, n=str(number)))
    if not counts:
        return _filled(_CLEAN, language, pack=pack)
    joined = ("，" if language == "zh" else ", ").join(counts)
    return _filled(_SUMMARY, language, pack=pack, counts=joined)


def _filled(text: Text, language: Language, **values: str) -> str:
    return text.filled(values).in_language(language)


def as_json(loaded: Loaded) -> dict[str, object]:
    """Everything ``check --json`` prints: stable codes, places, words in both languages."""
    return {
        "pack": loaded.id,
        "version": loaded.version,
        "is_playable": loaded.scenario is not None,
        "findings": [_finding(finding) for finding in loaded.findings],
    }


def _finding(finding: Diagnostic) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "length": place.length if place else None,
        "what": {language: what_of(finding, CATALOGUE, language) for language in LANGUAGES},
        "help": {language: help_of(finding, CATALOGUE, language) for language in LANGUAGES},
    }
