"""Reports of playtests as JSON and back: for machines, for the cache, for holding them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from game.core.diagnostics import Catalogue, Diagnostic, Place, help_of, what_of
from game.core.text import LANGUAGES, Text
from game.play.playtest.evidence import Found
from game.play.playtest.judging import ORDER
from game.play.playtest.messages import FINDINGS
from game.play.playtest.report import EventRow, NumberRow, Report
from game.scenario.messages import CATALOGUE

FORMAT: Final = 1
WORDS: Final[Catalogue] = {**CATALOGUE, **FINDINGS}


def as_json(report: Report) -> dict[str, Any]:
    """Everything as plain values."""
    return {
        "format": FORMAT,
        "pack": report.pack,
        "title": _words(report.title),
        "version": report.version,
        "digest": report.digest,
        "lives": report.lives,
        "seed": report.seed,
        "visits_of_an_event": report.visits_of_an_event,
        "coverage": {name: list(pair) for name, pair in report.coverage.items()},
        "minutes": dict(report.minutes),
        "score": {name: list(three) for name, three in report.score.items()},
        "parts": {name: dict(parts) for name, parts in report.parts.items()},
        "variance": dict(report.variance),
        "pairs": None if report.pairs is None else list(report.pairs),
        "weakest_source": report.weakest_source,
        "events": {row.id: _event(row) for row in report.events},
        "numbers": {row.id: _number(row) for row in report.numbers},
        "numbers_left": report.numbers_left,
        "findings": [_finding(each) for each in report.findings],
    }


def _event(row: EventRow) -> dict[str, Any]:
    return {
        "title": _words(row.title),
        "is_own": row.is_own,
        "lives": row.lives,
        "share": row.share,
        "first_age": row.first_age,
        "choices": dict(row.choices),
    }


def _number(row: NumberRow) -> dict[str, Any]:
    return {"label": _words(row.label), "lower": dict(row.lower), "higher": dict(row.higher)}


def _finding(each: Found) -> dict[str, Any]:
    finding = each.finding
    is_shown = each.life is not None
    return {
        "code": finding.code,
        "variant": finding.variant,
        "hint": finding.hint,
        "severity": finding.severity,
        "file": finding.place.file if finding.place else None,
        "line": finding.place.line if finding.place else None,
        "what": {language: what_of(finding, WORDS, language) for language in LANGUAGES},
        "help": {language: help_of(finding, WORDS, language) for language in LANGUAGES},
        "life": each.life,
        "age": each.age if is_shown else None,
        "player": each.player if is_shown else None,
        "place": asdict(finding.place) if finding.place else None,
        "slots": {
            name: _words(value) if isinstance(value, Text) else value
            for name, value in finding.slots.items()
        },
    }


def _words(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def from_json(value: Any) -> Report | None:
    """The report of its values; none where they are not those of one, or of another format."""
    try:
        return _report(value) if value["format"] == FORMAT else None
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError):
        return None


def _report(value: Mapping[str, Any]) -> Report:
    pairs = value["pairs"]
    return Report(
        pack=str(value["pack"]),
        title=_text(value["title"]),
        version=str(value["version"]),
        digest=str(value["digest"]),
        lives=int(value["lives"]),
        seed=int(value["seed"]),
        visits_of_an_event=int(value["visits_of_an_event"]),
        coverage={
            str(name): (int(few), int(most)) for name, (few, most) in value["coverage"].items()
        },
        minutes={language: float(value["minutes"][language]) for language in LANGUAGES},
        score={
            str(name): (float(low), float(middle), float(high))
            for name, (low, middle, high) in value["score"].items()
        },
        parts={str(name): _numbers(parts) for name, parts in value["parts"].items()},
        variance=_numbers(value["variance"]),
        pairs=None if pairs is None else (int(pairs[0]), int(pairs[1])),
        weakest_source=str(value["weakest_source"]),
        events=tuple(_event_row(str(name), row) for name, row in value["events"].items()),
        numbers=tuple(_number_row(str(name), row) for name, row in value["numbers"].items()),
        numbers_left=int(value["numbers_left"]),
        findings=tuple(_found(each) for each in value["findings"]),
    )


def _numbers(value: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): float(number) for name, number in value.items()}


def _text(value: Mapping[str, Any]) -> Text:
    return Text(str(value["en"]), str(value["zh"]))


def _event_row(name: str, row: Mapping[str, Any]) -> EventRow:
    first = row["first_age"]
    return EventRow(
        id=name,
        title=_text(row["title"]),
        is_own=bool(row["is_own"]),
        lives=int(row["lives"]),
        share=float(row["share"]),
        first_age=None if first is None else float(first),
        choices={str(choice): int(count) for choice, count in row["choices"].items()},
    )


def _number_row(name: str, row: Mapping[str, Any]) -> NumberRow:
    return NumberRow(
        id=name,
        label=_text(row["label"]),
        lower=_numbers(row["lower"]),
        higher=_numbers(row["higher"]),
    )


def _found(value: Mapping[str, Any]) -> Found:
    """A finding whose words are known to this edition of the game.

    Raises:
        KeyError: they are not.
    """
    place, life, severity = value["place"], value["life"], value["severity"]
    finding = Diagnostic(
        code=str(value["code"]),
        variant=str(value["variant"]),
        hint=str(value.get("hint", "")),
        severity=severity,
        confidence="reasonable",
        place=None if place is None else _place(place),
        slots={
            str(name): slot if isinstance(slot, str) else _text(slot)
            for name, slot in value["slots"].items()
        },
    )
    if severity not in ORDER or finding.key not in WORDS:
        raise KeyError(finding.key)
    if life is None:
        return Found(finding=finding)
    player, age = str(value["player"]), int(value["age"])
    return Found(finding=finding, life=int(life), age=age, player=player)


def _place(value: Mapping[str, Any]) -> Place:
    return Place(
        file=str(value["file"]),
        line=int(value["line"]),
        column=int(value["column"]),
        length=int(value["length"]),
        source=str(value["source"]),
    )
