"""``migrate``: rewrites a pack that was written in an older version of the language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import folder_of, pack_folders, print_findings
from game.cli.parser import CommandParser
from game.core.source import load
from game.core.text import Language, Text
from game.scenario.compiler import load_pack
from game.scenario.migration import CURRENT, STEPS, version_of

CLEAN, ERRORS = 0, 1
ABOUT: Final = Text(
    "Brings a pack that was written for an older version of the language up to today's, which is"
    " version {version}.\nOlder packs play as they are; this rewrites the file, and keeps it as it"
    " was as ….bak.",
    "把按旧版语言写的情景包改写成现在的版本（第 {version} 版）。\n"
    "旧包不改也能玩；改写后原文件另存为 .bak。",
)
EXAMPLES: Final = Text("migrate ./night-shift", "migrate ./ye-ban")
WHICH: Final = Text("the pack's folder, or its id", "情景包文件夹，或编号")
TODAY: Final = Text(
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
CANNOT: Final = Text("{path} cannot be written.", "无法写入 {path}。")
_LINE: Final = re.compile(r"(?m)^scenario:[ ]*\d+")


def main(arguments: Sequence[str], language: Language) -> int:
    """Rewrite a pack, if there is anything to rewrite.

    Args:
        arguments: a pack.
        language: of the messages.

    Returns:
        0; 1 where the pack has mistakes afterwards, or cannot be brought up to date.

    Raises:
        UsageError: the file cannot be written.
    """
    about = ABOUT.filled({"version": str(CURRENT)})
    parser = CommandParser("migrate", about, language, EXAMPLES)
    parser.add("pack", about=WHICH)
    folder = folder_of(parser.parse_args(list(arguments)).pack)
    path = folder / "scenario.yaml"
    root = load(path.name, path.read_bytes()).root
    version = version_of(root) if root is not None else None
    if version is None:
        return _say(NO_VERSION, folder, 0, language, ERRORS)
    if version == CURRENT:
        return _say(TODAY, folder, version, language, CLEAN)
    if version > CURRENT:
        return _say(NEWER, folder, version, language, ERRORS)
    if any(step not in STEPS for step in range(version, CURRENT)):
        return _say(TOO_OLD, folder, version, language, ERRORS)
    _rewrite(path)
    found = load_pack(folder, pack_folders())
    print_findings(found, language)
    return CLEAN if found.scenario is not None else ERRORS


def _say(text: Text, folder: Path, version: int, language: Language, code: int) -> int:
    gaps = {"pack": folder.name, "version": str(version), "current": str(CURRENT)}
    print(text.filled(gaps).in_language(language))
    return code


def _rewrite(path: Path) -> None:
    """The new version number; what a step changes besides is changed in memory on each load."""
    try:
        shutil.copyfile(path, path.with_name(f"{path.name}.bak"))
        text = path.read_text(encoding="utf-8")
        path.write_text(_LINE.sub(f"scenario: {CURRENT}", text, count=1), encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise UsageError(CANNOT.filled({"path": str(path)})) from error
