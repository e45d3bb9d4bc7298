"""Puts the texts of ``texts/texts.csv`` in place of those in a pack's files.

A language of a row counts only where the pack still says what it said when the row was written:
the newer words win, and the other language of that text is then told to be stale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from game.core.diagnostics import Diagnostic, Findings, Place, nearest
from game.core.source import Entry, MapNode, Node, ScalarNode, SourceFile
from game.core.text import LANGUAGES, Language
from game.scenario.pack_files import PackFiles
from game.scenario.text_nodes import TEXT_SINGLES, TextNode, with_texts
from game.scenario.text_table import TEXTS_FILE, TextRow, from_csv, mark_of, marks_looked_at
from game.scenario.top_level import SECTIONS

MOST_GUESSES: Final = 8
"""Rows for which the text that was meant is looked for; more would take too long."""
Parts: TypeAlias = (
    "tuple[dict[str, Entry], dict[str, dict[str, Entry]], dict[str, tuple[Node, ...]]]"
)


def overlaid(
    single: dict[str, Entry],
    sections: dict[str, dict[str, Entry]],
    lists: dict[str, tuple[Node, ...]],
    files: PackFiles,
    findings: Findings,
) -> Parts:
    """The nodes of a pack with the texts of its spreadsheet, if it has one."""
    if not (files.is_folder and files.has(TEXTS_FILE)):
        return single, sections, lists
    content = files.read(TEXTS_FILE, None)
    rows = (
        content if isinstance(content, Diagnostic) else from_csv(content, files.shown(TEXTS_FILE))
    )
    if isinstance(rows, Diagnostic):
        findings.add(rows)
        return single, sections, lists
    name = files.shown(TEXTS_FILE)
    overlay = _Overlay(rows, SourceFile(name=name, lines=_lines(rows, name)), findings)
    new_single = {
        key: replace(entry, value=with_texts(entry.value, key, overlay.changed))
        if key in TEXT_SINGLES
        else entry
        for key, entry in single.items()
    }
    new_sections = {
        section: {
            id_: replace(entry, value=with_texts(entry.value, f"{section}.{id_}", overlay.changed))
            for id_, entry in sections[section].items()
        }
        for section in SECTIONS
    }
    new_lists = {
        key: tuple(
            with_texts(node, f"{key}.{number}", overlay.changed)
            for number, node in enumerate(nodes, 1)
        )
        for key, nodes in lists.items()
    }
    overlay.tell_unknown()
    return new_single, new_sections, new_lists


def _lines(rows: Sequence[TextRow], name: str) -> tuple[str, ...]:
    """Lines for pictures under messages: of each row its id and words."""
    last = max((row.line for row in rows), default=0)
    lines = [""] * (last + 1)
    for row in rows:
        lines[row.line] = f"{row.id}, {row.en}, {row.zh}".replace("\n", " ")
    return tuple(lines[1:])


def settled(
    en: str, zh: str, row: TextRow | None
) -> tuple[dict[Language, str], tuple[Language, ...]]:
    """The words of a text and its row together, and the languages in which the pack is newer."""
    written: dict[Language, str] = {"en": en, "zh": zh}
    if row is None:
        return written, ()
    marks, were = mark_of(en, zh).split("-"), marks_looked_at(row)
    newer: list[Language] = []
    if were:
        for language, mark, was in zip(LANGUAGES, marks, were, strict=True):
            # A row marked ok that says what the pack says was settled by hand.
            is_settled = row.status == "ok" and row.words(language) == written[language]
            if mark != was and written[language] and not is_settled:
                newer.append(language)
    words = {
        language: written[language]
        if language in newer
        else row.words(language) or written[language]
        for language in LANGUAGES
    }
    return words, tuple(newer)


class _Overlay:
    """The rows of one spreadsheet, and which of them have met their text."""

    def __init__(self, rows: Sequence[TextRow], file: SourceFile, findings: Findings) -> None:
        self._rows: dict[str, TextRow] = {}
        self._file = file
        self._findings = findings
        self._met: set[str] = set()
        self._known: list[str] = []
        for row in rows:
            if row.id in self._rows:
                self._tell("SC606", row, variant="twice", id=row.id)
            self._rows.setdefault(row.id, row)

    def changed(self, id_: str, node: Node) -> Node:
        """A text with the words of its row."""
        self._known.append(id_)
        row = self._rows.get(id_)
        if row is None:
            return node
        self._met.add(id_)
        text = TextNode(id=id_, node=node)
        words, newer = settled(_words(text, "en"), _words(text, "zh"), row)
        for language in newer:
            self._tell("SC605", row, variant=language, id=row.id)
        entries = [
            self._entry(node, row, language, words[language])
            for language in LANGUAGES
            if words[language]
        ]
        return replace(_as_map(node), entries=tuple(entries)) if entries else node

    def _entry(self, node: Node, row: TextRow, language: str, words: str) -> Entry:
        text = TextNode(id=row.id, node=node).words(language)
        if text is not None and text.text == words:
            return Entry(key=_key(node, language), value=text)
        return Entry(key=_key(node, language), value=self._scalar(row, words))

    def _scalar(self, row: TextRow, words: str) -> ScalarNode:
        line = max(0, row.line - 1)
        source = self._file.lines[line] if line < len(self._file.lines) else ""
        column = max(0, source.find(words))
        return ScalarNode(
            file=self._file,
            line=line,
            column=column,
            end=column + len(words),
            text=words,
            is_plain=True,
        )

    def tell_unknown(self) -> None:
        """A finding for every row whose text no longer exists."""
        unknown = [row for row in self._rows.values() if row.id not in self._met]
        for number, row in enumerate(unknown):
            meant = nearest(row.id, self._known) if number < MOST_GUESSES else None
            hint = "meant" if meant else ""
            self._tell("SC606", row, hint=hint, id=row.id, meant=meant or "")

    def _tell(
        self, code: str, row: TextRow, *, variant: str = "", hint: str = "", **slots: str
    ) -> None:
        line = max(1, row.line)
        source = self._file.lines[line - 1] if line <= len(self._file.lines) else row.id
        place = Place(
            file=self._file.name, line=line, column=1, length=len(row.id) or 1, source=source
        )
        self._findings.add(
            Diagnostic(
                code=code, variant=variant, hint=hint, severity="warning", place=place, slots=slots
            )
        )


def _words(text: TextNode, language: str) -> str:
    found = text.words(language)
    return found.text if found is not None else ""


def _as_map(node: Node) -> MapNode:
    if isinstance(node, MapNode):
        return node
    return MapNode(file=node.file, line=node.line, column=node.column, end=node.end, entries=())


def _key(node: Node, language: str) -> ScalarNode:
    return ScalarNode(
        file=node.file,
        line=node.line,
        column=node.column,
        end=node.column + 1,
        text=language,
        is_plain=True,
    )
