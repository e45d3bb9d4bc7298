"""``migrate``: rewrites a pack that was written in an older version of the language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import folder_of, pack_folders, print_findings
from game.cli.parser import CommandParser
from game.cli.rewriting import print_difference, written
from game.core.source import MapNode, ScalarNode, load
from game.core.text import Language, Text
from game.scenario.compiler import load_pack
from game.scenario.gathering import items_of
from game.scenario.migration import TODAY, Ladder, Rewording, rewordings, version_of

CLEAN, ERRORS = 0, 1
ABOUT: Final = Text(
    "Brings a pack that was written for an older version of the language up to today's, which is"
    " version {version}.\nOlder packs play as they are; this rewrites their files, shows every line"
    " it changes, leaves\nall else as it stands, and keeps each file as it was as ….bak.",
    "把按旧版语言写的情景包改写成现在的版本（第 {version} 版）。旧包不改也能玩；\n"
    "改写时逐行列出改动，其余一字不动，原文件另存为 .bak。",
)
EXAMPLES: Final = Text(
    "migrate ./night-shift\nmigrate ./night-shift --dry-run",
    "migrate ./ye-ban\nmigrate ./ye-ban --dry-run",
)
WHICH: Final = Text("the pack's folder, or its id", "情景包文件夹，或编号")
DRY: Final = Text("show what would change, and write nothing", "只显示会改什么，不写入")
TODAYS: Final = Text(
    "{pack} is written in version {version}, today's. Nothing to do.",
    "{pack} 用的就是现在的第 {version} 版，不用改。",
)
NEWER: Final = Text(
    "{pack} is written in version {version} of the language; this game knows up to {current}."
    " Update the game.",
    "{pack} 用的是第 {version} 版语言，本游戏只认到第 {current} 版。请更新游戏。",
)
TOO_OLD: Final = Text(
    "There is no way from version {version} to {current}. Write `scenario: {current}` yourself and"
    " see what “check” says.",
    "没有从第 {version} 版到第 {current} 版的改写办法。"
    "请自己写上 scenario: {current}，再用 check 检查。",
)
NO_VERSION: Final = Text(
    "scenario.yaml does not say which version of the language it is. Write `scenario: {current}`"
    " as its first line.",
    "scenario.yaml 没有写语言版本。请在第一行写 scenario: {current}。",
)
UNREADABLE: Final = Text(
    "Some of {pack} cannot be read yet, so nothing was changed. Mend this first:",
    "{pack} 有读不出来的地方，没有改动。请先改正：",
)
WRITTEN: Final = Text(
    "Rewritten: {files}. As they were: {copies}.", "已改写：{files}。原文件：{copies}。"
)
DRY_DONE: Final = Text("Nothing was written (--dry-run).", "没有写入（--dry-run）。")
CANNOT: Final = Text(
    "{path} cannot be written. Nothing was changed.", "无法写入 {path}，没有改动。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rewrite:
    """One file of the pack before and after."""

    name: str
    before: bytes
    after: bytes


def main(arguments: Sequence[str], language: Language, ladder: Ladder = TODAY) -> int:
    """Rewrite a pack, if there is anything to rewrite.

    Args:
        arguments: a pack; ``--dry-run``.
        language: of the messages.
        ladder: the steps from older versions there are.

    Returns:
        0; 1 where the pack has mistakes, or cannot be brought up to date.

    Raises:
        UsageError: a file cannot be written; then none was.
    """
    about = ABOUT.filled({"version": str(ladder.current)})
    parser = CommandParser("migrate", about, language, EXAMPLES)
    parser.add("pack", about=WHICH)
    parser.add("--dry-run", about=DRY, action="store_true", dest="dry")
    asked = parser.parse_args(list(arguments))
    folder = folder_of(asked.pack)
    root = _root(folder, "scenario.yaml")
    version = version_of(root) if root is not None else None
    said = _why_not(version, ladder)
    if root is None or version is None or said is not None:
        text, code = said or (NO_VERSION, ERRORS)
        gaps = {"pack": folder.name, "version": str(version), "current": str(ladder.current)}
        print(text.filled(gaps).in_language(language))
        return code
    return _rewrite(folder, version, ladder, language, is_dry=asked.dry)


def _why_not(version: int | None, ladder: Ladder) -> tuple[Text, int] | None:
    """Why there is nothing to rewrite, and what the command returns then."""
    if version is None:
        return NO_VERSION, ERRORS
    if version == ladder.current:
        return TODAYS, CLEAN
    if version > ladder.current:
        return NEWER, ERRORS
    return None if ladder.reaches(version) else (TOO_OLD, ERRORS)


def _rewrite(
    folder: Path, version: int, ladder: Ladder, language: Language, *, is_dry: bool
) -> int:
    found = load_pack(folder, pack_folders(), ladder)
    if not found.merged.is_whole:
        print(UNREADABLE.filled({"pack": folder.name}).in_language(language), end="\n\n")
        print_findings(found, language)
        return ERRORS
    files = list(_rewrites(folder, version, ladder))
    for file in files:
        print_difference(file.name, file.before.decode(), file.after.decode())
    if is_dry:
        print("\n" + DRY_DONE.in_language(language))
        return CLEAN
    try:
        copies = written(folder, {file.name: file.after for file in files})
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(folder)})) from error
    gaps = {"files": ", ".join(file.name for file in files), "copies": ", ".join(copies)}
    print("\n" + WRITTEN.filled(gaps).in_language(language), end="\n\n")
    found = load_pack(folder, pack_folders(), ladder)
    print_findings(found, language)
    return CLEAN if found.scenario is not None else ERRORS


def _root(folder: Path, name: str) -> MapNode | None:
    return load(name, (folder / name).read_bytes()).root


def _rewrites(folder: Path, version: int, ladder: Ladder) -> Iterator[_Rewrite]:
    """Files of the pack in which something is written otherwise."""
    main_file = _root(folder, "scenario.yaml")
    included = items_of(main_file.get("include")) if main_file is not None else ()
    names = [item.text for item in included if isinstance(item, ScalarNode)]
    for name in ("scenario.yaml", *names):
        root, before = _root(folder, name), (folder / name).read_bytes()
        if root is None:
            continue
        after = _reworded(before, rewordings(root, version, ladder))
        if after != before:
            yield _Rewrite(name=name, before=before, after=after)


def _reworded(content: bytes, changes: Sequence[Rewording]) -> bytes:
    """A file with some words written anew at their places, and nothing else touched."""
    text = content.decode("utf-8")
    mark = text[: len(text) - len(text.removeprefix("\ufeff"))]
    lines = text.removeprefix(mark).split("\n")
    for change in reversed(changes):
        node, line = change.node, lines[change.node.line]
        word = change.text if node.is_plain else json.dumps(change.text, ensure_ascii=False)
        lines[node.line] = line[: node.column] + word + line[node.end :]
    return (mark + "\n".join(lines)).encode("utf-8")
