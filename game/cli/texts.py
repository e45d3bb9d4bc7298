"""``texts``: all texts of a pack as a spreadsheet for whoever translates, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import folder_of, pack_folders
from game.cli.parser import CommandParser
from game.core.diagnostics import Diagnostic
from game.core.text import Language, Text
from game.scenario.compiler import Loaded, load_pack
from game.scenario.place_texts import exported, imported, looked_at
from game.scenario.report import finding_text
from game.scenario.text_table import TEXTS_FILE, TextRow, as_csv, from_csv

CLEAN, ERRORS, WARNINGS = 0, 1, 2
MOST_BYTES: Final = 4_000_000
ABOUT: Final = Text(
    "export: writes every text of a pack into a spreadsheet (CSV), one row each, English beside\n"
    "Chinese. import: takes the spreadsheet back; the pack's own files are not changed, it is\n"
    "kept as texts/texts.csv and laid over them. missing: texts that lack a language. stale:\n"
    "texts whose original was changed after they were translated.",
    "export：把情景包的全部文本写成表格（CSV），一行一条，中英对照。\n"
    "import：把表格收回来，存成 texts/texts.csv，盖在原文上，原文件不动。\n"
    "missing：列出缺某种语言的。stale：列出译好后原文又改过的。",
)
EXAMPLES: Final = Text(
    "texts export ./night-shift --out texts.csv\ntexts import ./night-shift texts.csv\n"
    "texts missing ./night-shift",
    "texts export ./ye-ban --out texts.csv\ntexts import ./ye-ban texts.csv\n"
    "texts missing ./ye-ban",
)
DO: Final = Text("what to do", "做什么")
WHICH: Final = Text("the pack's folder, or its id", "情景包文件夹，或编号")
FILE: Final = Text("the spreadsheet to take in", "要收回的表格")
OUT: Final = Text(
    "where to write it; without: texts.csv in this folder", "写到哪里；不写就是 texts.csv"
)
WRITTEN: Final = Text("{count} texts written to {path}", "已把 {count} 条文本写入 {path}")
TAKEN: Final = Text("{count} texts taken in: {path}", "已收入 {count} 条文本：{path}")
NO_FILE: Final = Text(
    "Name the spreadsheet to take in: texts import PACK FILE",
    "请写明表格：texts import 情景包 文件",
)
CANNOT_READ: Final = Text("{path} cannot be read.", "无法读取 {path}。")
CANNOT_WRITE: Final = Text("{path} cannot be written.", "无法写入 {path}。")
NOTHING_TAKEN: Final = Text(
    "Nothing was taken in. Mend the spreadsheet first.", "没有收入，请先改好表格。"
)
NONE: Final = {
    "missing": Text("No text lacks a language.", "没有缺语言的文本。"),
    "stale": Text("No text is stale.", "没有过时的译文。"),
}


def main(arguments: Sequence[str], language: Language) -> int:
    """Export, import or list texts.

    Args:
        arguments: ``export``, ``import``, ``missing`` or ``stale``, a pack, a file; ``--out``.
        language: of the messages.

    Returns:
        0; 1 where the spreadsheet cannot be taken in; 2 where texts are missing or stale.

    Raises:
        UsageError: a file is not named, or cannot be read or written.
    """
    parser = CommandParser("texts", ABOUT, language, EXAMPLES)
    parser.add("do", about=DO, choices=("export", "import", "missing", "stale"))
    parser.add("pack", about=WHICH)
    parser.add("file", about=FILE, nargs="?")
    parser.add("--out", about=OUT, metavar="FILE")
    asked = parser.parse_args(list(arguments))
    folder = folder_of(asked.pack)
    found = load_pack(folder, pack_folders())
    if asked.do == "export":
        return _export(found, Path(asked.out or "texts.csv"), language)
    if asked.do == "import":
        if not asked.file:
            raise UsageError(NO_FILE)
        return _import(found, folder, Path(asked.file), language)
    return _list(exported(found, language=language), asked.do, language)


def _export(found: Loaded, path: Path, language: Language) -> int:
    rows = exported(found, language=language)
    _write(path, as_csv(rows))
    print(WRITTEN.filled({"count": str(len(rows)), "path": str(path)}).in_language(language))
    return CLEAN


def _import(found: Loaded, folder: Path, path: Path, language: Language) -> int:
    try:
        content = path.read_bytes()[:MOST_BYTES]
    except OSError as error:
        raise UsageError(CANNOT_READ.filled({"path": str(path)})) from error
    rows = from_csv(content, path.name)
    findings = (rows,) if isinstance(rows, Diagnostic) else imported(rows, found)
    for finding in findings:
        print(finding_text(finding, language), end="\n\n")
    if isinstance(rows, Diagnostic) or any(finding.stops for finding in findings):
        print(NOTHING_TAKEN.in_language(language))
        return ERRORS
    target = folder / TEXTS_FILE
    _write(target, as_csv(looked_at(rows, found)))
    print(TAKEN.filled({"count": str(len(rows)), "path": str(target)}).in_language(language))
    return CLEAN


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.part")
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        raise UsageError(CANNOT_WRITE.filled({"path": str(path)})) from error


def _list(rows: Sequence[TextRow], status: str, language: Language) -> int:
    those = [row for row in rows if row.status == status]
    for row in those:
        print(f"{row.id}    {row.where}\n  en  {row.en or '–'}\n  zh  {row.zh or '–'}")
    if not those:
        print(NONE[status].in_language(language))
    return WARNINGS if those else CLEAN
