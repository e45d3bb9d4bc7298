"""The texts of a pack as rows of a spreadsheet, out and in again, each by its place.

A row is written with marks of the words it was made from, so that a text changed since then is
told to be stale and never overwritten by older words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.core.diagnostics import Diagnostic, Place, cells, nearest
from game.core.text import LANGUAGES, PLACEHOLDER, Language, Text
from game.scenario.compiler import Loaded
from game.scenario.rooms import LANGUAGE_NAMES, room_of, too_long
from game.scenario.text_nodes import TextNode, text_nodes
from game.scenario.text_overlay import MOST_GUESSES, settled
from game.scenario.text_table import (
    TEXTS_FILE,
    TextRow,
    TextStatus,
    from_csv,
    mark_of,
    marks_to_look_at,
)


def exported(pack: Loaded, *, language: Language = "en") -> tuple[TextRow, ...]:
    """All texts of the pack's own files, one row each, with what is missing or stale.

    Args:
        pack: as it was loaded, playable or not.
        language: of the column that says where a text is shown.
    """
    rows = _rows_of(pack)
    return tuple(_exported(text, rows.get(text.id), pack, language) for text in _own(pack))


def _own(pack: Loaded) -> Iterator[TextNode]:
    """The texts of the pack's own files, before its spreadsheet is laid over them."""
    merged = pack.merged
    parents = tuple(prefix for prefix in merged.packs if prefix)
    for text in text_nodes(*merged.plain):
        if not (parents and text.node.file.name.startswith(parents)):
            yield text


def _rows_of(pack: Loaded) -> dict[str, TextRow]:
    files = pack.merged.packs.get("")
    content = (
        files.read(TEXTS_FILE, None) if files and files.is_folder and files.has(TEXTS_FILE) else b""
    )
    rows = from_csv(content) if isinstance(content, bytes) and content else ()
    return {} if isinstance(rows, Diagnostic) else {row.id: row for row in rows}


def _exported(text: TextNode, row: TextRow | None, pack: Loaded, language: Language) -> TextRow:
    written = {lang: _words(text, lang) for lang in LANGUAGES}
    words, newer = settled(written["en"], written["zh"], row)
    room = room_of(text.id)
    made_from = mark_of(written["en"], written["zh"])
    if newer and row is not None:
        made_from = marks_to_look_at(row.made_from, made_from, mark_of(words["en"], words["zh"]))
    return TextRow(
        id=text.id,
        en=words["en"],
        zh=words["zh"],
        where=f"{text.node.file.name}:{text.node.line + 1}",
        context=room.context.in_language(language),
        max=room.most,
        status=_status(words, is_stale=bool(newer)),
        made_from=made_from,
        note=row.note if row else "",
    )


def _status(words: dict[Language, str], *, is_stale: bool) -> TextStatus:
    if not all(words[language] for language in LANGUAGES):
        return "missing"
    return "stale" if is_stale else "ok"


def _words(text: TextNode, language: Language) -> str:
    found = text.words(language)
    return found.text if found is not None else ""


def imported(rows: Sequence[TextRow], pack: Loaded) -> tuple[Diagnostic, ...]:
    """What is wrong with rows that are to become the pack's ``texts/texts.csv``.

    Args:
        rows: as read by ``text_table.from_csv``.
        pack: the pack they are for.
    """
    known = {text.id: text for text in _own(pack)}
    findings: list[Diagnostic] = []
    seen: set[str] = set()
    guesses = 0
    for row in rows:
        if row.id in seen:
            findings.append(_finding(row, "SC606", variant="twice", id=row.id))
        elif row.id not in known:
            guesses += 1
            meant = nearest(row.id, known) if guesses <= MOST_GUESSES else None
            hint = "meant" if meant else ""
            findings.append(_finding(row, "SC606", hint=hint, id=row.id, meant=meant or ""))
        else:
            findings += _row_findings(row, known[row.id], pack)
        seen.add(row.id)
    return tuple(findings)


def looked_at(rows: Sequence[TextRow], pack: Loaded) -> tuple[TextRow, ...]:
    """Rows as they are to be kept: those that were looked at are made from today's words.

    Args:
        rows: as read by ``text_table.from_csv``, none of them amiss.
        pack: the pack they are for.
    """
    known = {text.id: text for text in _own(pack)}
    return tuple(_looked_at(row, known[row.id]) if row.id in known else row for row in rows)


def _looked_at(row: TextRow, text: TextNode) -> TextRow:
    en, zh = (_words(text, language) for language in LANGUAGES)
    words, newer = settled(en, zh, row)
    if newer:
        return replace(row, status="stale")
    return replace(row, status=_status(words, is_stale=False), made_from=mark_of(en, zh))


def _row_findings(row: TextRow, text: TextNode, pack: Loaded) -> Iterator[Diagnostic]:
    written = {language: _words(text, language) for language in LANGUAGES}
    words, newer = settled(written["en"], written["zh"], row)
    for language in newer:
        yield _finding(row, "SC605", variant=language, id=row.id)
    languages = pack.scenario.languages if pack.scenario else LANGUAGES
    for language in languages:
        if not words[language]:
            yield _finding(row, "SC601", language=LANGUAGE_NAMES[language])
    yield from _placeholders_differ(row, words)
    most = room_of(row.id).most
    for language in LANGUAGES:
        has = cells(words[language])
        if most and has > most:
            yield too_long(_place(row), has, most, language)


def _placeholders_differ(row: TextRow, words: dict[Language, str]) -> Iterator[Diagnostic]:
    if not (words["en"] and words["zh"]):
        return
    here, there = (_placeholders(words[language]) for language in LANGUAGES)
    for name in sorted(here ^ there):
        lacking: Language = "zh" if name in here else "en"
        other: Language = "en" if name in here else "zh"
        yield _finding(
            row,
            "SC603",
            mark=f"{{{name}}}",
            language=LANGUAGE_NAMES[lacking],
            other=LANGUAGE_NAMES[other],
        )


def _placeholders(words: str) -> set[str]:
    return {match.group(1) for match in PLACEHOLDER.finditer(words) if match.group(1)}


def _place(row: TextRow) -> Place:
    source = f"{row.id}, {row.en}, {row.zh}".replace("\n", " ")
    return Place(
        file=TEXTS_FILE, line=max(1, row.line), column=1, length=len(row.id) or 1, source=source
    )


def _finding(
    row: TextRow, code: str, *, variant: str = "", hint: str = "", **slots: str | Text
) -> Diagnostic:
    return Diagnostic(
        code=code, variant=variant, hint=hint, severity="warning", place=_place(row), slots=slots
    )
