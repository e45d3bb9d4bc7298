"""``check``: names every mistake of a scenario pack, with its place and remedy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from game.cli.asked_pack import loaded
from game.cli.parser import CommandParser
from game.core.text import Language, Text
from game.scenario.compiler import Loaded
from game.scenario.report import as_json, summary, worst

CLEAN, ERRORS, WARNINGS, REFUSED = 0, 1, 2, 4
DEFAULT_PACK: Final = "china"
ABOUT: Final = Text(
    "Checks a scenario pack: names every mistake with its place and what to do about it.",
    "检查一个情景包：列出所有错误，写明在哪里、怎么改。",
)
PACK: Final = Text(
    "a folder, a file, or the id of a pack; without: china",
    "文件夹、文件或情景包编号，不写就是 china",
)
STRICT: Final = Text(
    "warnings count as well: the command then ends with 2", "有警告也算不过：命令以 2 结束"
)
ALL: Final = Text("all findings, not only the ten worst", "列出全部，不只最要紧的十条")
JSON: Final = Text("for programs, as JSON", "输出 JSON，给程序用")
EXAMPLES: Final = Text(
    "check ./night-shift\ncheck ./night-shift --all",
    "check ./night-shift\ncheck ./night-shift --all",
)


def main(arguments: Sequence[str], language: Language) -> int:
    """Check a pack and print what was found.

    Args:
        arguments: at most one pack, an id or a path; ``--json``, ``--strict`` (warnings count,
            too), ``--all`` (not only the ten worst).
        language: of the messages.

    Returns:
        0 clean, 1 errors, 2 warnings with ``--strict``, 4 refused for safety.
    """
    parser = CommandParser("check", ABOUT, language, EXAMPLES)
    parser.add("pack", about=PACK, nargs="?", default=DEFAULT_PACK)
    parser.add("--strict", about=STRICT, action="store_true")
    parser.add("--all", about=ALL, action="store_true")
    parser.add("--json", about=JSON, action="store_true")
    asked = parser.parse_args(list(arguments))
    found = loaded(asked.pack)
    if asked.json:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        _print(found, language, shows_all=asked.all)
    return _exit_code(found, is_strict=asked.strict)


def _print(found: Loaded, language: Language, *, shows_all: bool) -> None:
    if found.findings:
        most = len(found.findings) if shows_all else 10
        print(worst(found.findings, language, most), end="\n\n")
    print(summary(found, language))


def _exit_code(found: Loaded, *, is_strict: bool) -> int:
    if found.is_refused:
        return REFUSED
    if found.scenario is None:
        return ERRORS
    has_warnings = any(finding.severity == "warning" for finding in found.findings)
    return WARNINGS if is_strict and has_warnings else CLEAN
