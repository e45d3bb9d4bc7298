"""The spreadsheet of a pack's texts, ``texts/texts.csv``, read and written as plain data."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.core.diagnostics import HIDDEN, Diagnostic, Place

TEXTS_FILE: Final = "texts/texts.csv"
COLUMNS: Final = ("id", "where", "context", "max", "en", "zh", "status", "made_from", "note")
MOST_ROWS: Final = 5_000
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BOM: Final = b"\xef\xbb\xbf"

TextStatus: TypeAlias = Literal["ok", "missing", "stale"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """One text of a pack in a spreadsheet."""

    id: str
    en: str
    zh: str
    where: str = ""
    """File and line it stands at."""
    context: str = ""
    """What it is shown as."""
    max: int = 0
    """Cells it should keep to, a Chinese sign counting two; 0 where nothing limits it."""
    status: TextStatus = "ok"
    made_from: str = ""
    """Marks of the texts as they stood in the pack when the row was written."""
    note: str = ""
    line: int = 0
    """Line of the spreadsheet, from 1; 0 where it was not read from one."""

    def words(self, language: str) -> str:
        """The words of one language, empty if there are none."""
        return self.zh if language == "zh" else self.en


def mark_of(en: str, zh: str) -> str:
    """What a pair of texts is recognised by, one half a language."""
    return "-".join(_mark(words) for words in (en, zh))


def marks_to_look_at(made_from: str, pack: str, row: str) -> str:
    """What a stale row keeps: its marks of old, those of the pack and of the row as exported.

    Args:
        made_from: of the row so far.
        pack: ``mark_of`` the words the pack has now.
        row: ``mark_of`` the words the row is exported with.
    """
    return "-".join([*made_from.split("-")[:2], pack, row])


def marks_looked_at(row: TextRow) -> list[str]:
    """Marks of the words a row stands for, one a language; none where it says nothing of them.

    A row exported as stale stands for the pack it was exported from as soon as somebody changed
    its words, or wrote ``ok`` behind them.
    """
    marks = row.made_from.split("-")
    if len(marks) == 6:
        is_looked_at = row.status == "ok" or mark_of(row.en, row.zh) != "-".join(marks[4:])
        marks = marks[2:4] if is_looked_at else marks[:2]
    return marks if len(marks) == 2 else []


def _mark(words: str) -> str:
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=4).hexdigest()


def as_csv(rows: Iterable[TextRow]) -> bytes:
    """The spreadsheet: UTF-8 with a mark for Excel; no cell of it is ever taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        cells = [str(getattr(row, column)) for column in COLUMNS]
        writer.writerow([_guarded(cell) for cell in cells])
    return _BOM + out.getvalue().encode("utf-8")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith((*_FORMULA, "'")) else cell


def from_csv(content: bytes, name: str = TEXTS_FILE) -> tuple[TextRow, ...] | Diagnostic:
    """The rows of a spreadsheet, or what is wrong with it; formulas in it stay words."""
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if hidden := HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        source = text.split("\n")[line - 1]
        column = hidden.start() - (text.rfind("\n", 0, hidden.start()) + 1)
        place = Place(file=name, line=line, column=column + 1, source=source)
        sign = f"U+{ord(hidden.group()):04X}"
        return Diagnostic(code="SC110", place=place, slots={"sign": sign})
    try:
        reader = csv.reader(io.StringIO(text), strict=True)
        head = next(reader, [])
        return _rows(head, reader, name)
    except (csv.Error, StopIteration):
        return _unreadable(name)


def _rows(
    head: Sequence[str], reader: Iterable[list[str]], name: str
) -> tuple[TextRow, ...] | Diagnostic:
    if not {"id", "en", "zh"} <= set(head):
        return _unreadable(name)
    at = {column: head.index(column) for column in COLUMNS if column in head}
    rows: list[TextRow] = []
    for cells in reader:
        if not any(cells):
            continue
        if len(rows) >= MOST_ROWS:
            slots = {"limit": f"{MOST_ROWS:,}"}
            place = Place(file=name, line=1, column=1)
            return Diagnostic(
                code="SX01", variant="items", severity="fatal", place=place, slots=slots
            )
        rows.append(_row(cells, at, getattr(reader, "line_num", 0)))
    return tuple(rows)


def _row(cells: list[str], at: dict[str, int], line: int) -> TextRow:
    def cell(column: str) -> str:
        index = at.get(column, len(cells))
        return _unguarded(cells[index]) if index < len(cells) else ""

    most = cell("max")
    status = cell("status")
    return TextRow(
        id=cell("id").strip(),
        en=cell("en"),
        zh=cell("zh"),
        where=cell("where"),
        context=cell("context"),
        max=int(most) if most.isascii() and most.isdigit() and len(most) < 6 else 0,
        status="missing" if status == "missing" else "stale" if status == "stale" else "ok",
        made_from=cell("made_from"),
        note=cell("note"),
        line=line,
    )


def _unreadable(name: str) -> Diagnostic:
    return Diagnostic(code="SC705", place=Place(file=name, line=1, column=1))


def _not_utf8(content: bytes, name: str) -> Diagnostic:
    first = next(i for i in range(len(content)) if content[i] >= 0x80)
    shown = " ".join(f"{byte:02X}" for byte in content[first : first + 4])
    line = content.count(b"\n", 0, first) + 1
    place = Place(file=name, line=line, column=1, source=f"({shown} …)")
    return Diagnostic(code="SC109", variant="csv", place=place)
