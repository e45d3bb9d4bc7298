"""``playtest``: lives a pack thousands of times by seven kinds of player, and reports."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import PACK, loaded, print_findings
from game.cli.parser import CommandParser
from game.cli.playtest_html import page
from game.cli.playtest_text import as_json, as_text
from game.cli.program import program
from game.core.text import Language, Text
from game.play.playtest.playing import PLAYERS, VISITS_OF_AN_EVENT, Played, playtested

CLEAN, ERRORS, WARNINGS, REFUSED = 0, 1, 2, 4
MOST_LIVES: Final = 100_000
MOST_VISITS: Final = 300
USUAL_LIVES: Final = 2_000
BAR: Final = 24
ABOUT: Final = Text(
    "Plays a pack before your class does: {count} kinds of player live it to the end, thousands\n"
    "of times. It says which events and choices are never met and why, which choices cannot be\n"
    "paid, which are never the better one, and whether what is learnt is what you teach.",
    "在上课之前先玩一遍：{count}种玩法，各把人生过上几千遍。告诉你哪些事件和选项没人碰到、\n"
    "为什么，哪些选项付不起，哪些怎么选都吃亏，学到的是不是你想教的。",
)
EXAMPLES: Final = Text(
    "playtest ./night-shift\nplaytest ./night-shift --lives 400\n"
    "playtest ./night-shift --html report.html",
    "playtest ./ye-ban\nplaytest ./ye-ban --lives 400\nplaytest ./ye-ban --html report.html",
)
LIVES: Final = Text("lives of each kind of player; usually 2000", "每种玩法过几遍，通常 2000")
SEED: Final = Text("the luck; usually 1", "运气种子，通常 1")
PAIRS: Final = Text(
    "visits of each event whose choices are all lived on, 0 to 300; usually 20",
    "每个事件挑多少次，把各选项都过到底来比，0到300，通常 20",
)
HTML: Final = Text("write a report with charts to this file", "把带图的报告写入这个文件")
JSON: Final = Text("for machines", "输出 JSON")
STRICT: Final = Text("warnings count: exit code 2", "有警告就以 2 退出")
NOT_A_NUMBER: Final = Text(
    "{option} must be a whole number from {least} to {most}, not “{word}”.",
    "{option} 要写 {least} 到 {most} 的整数，不能写“{word}”。",
)
CANNOT: Final = Text("{path} cannot be written.", "无法写入 {path}。")
WRITTEN: Final = Text("Report: {path}", "报告：{path}")


def main(arguments: Sequence[str], language: Language) -> int:
    """Play a pack and report.

    Args:
        arguments: a pack; ``--lives``, ``--seed``, ``--pairs``, ``--html``, ``--json``,
            ``--strict``.
        language: of the report.

    Returns:
        0, 1 errors in the pack or its numbers, 2 warnings with ``--strict``, 4 refused.

    Raises:
        UsageError: a number out of its range, or a file that cannot be written.
    """
    about = ABOUT.filled({"count": len(PLAYERS)})
    parser = CommandParser("playtest", about, language, EXAMPLES)
    parser.add("pack", about=PACK, nargs="?", default="china")
    parser.add("--lives", about=LIVES, default=str(USUAL_LIVES), metavar="N")
    parser.add("--seed", about=SEED, default="1", metavar="N")
    parser.add("--pairs", about=PAIRS, default=str(VISITS_OF_AN_EVENT), metavar="N")
    parser.add("--html", about=HTML, metavar="FILE")
    parser.add("--json", about=JSON, action="store_true")
    parser.add("--strict", about=STRICT, action="store_true")
    asked = parser.parse_args(list(arguments))
    lives = _whole(asked.lives, "--lives", 10, MOST_LIVES)
    seed = _whole(asked.seed, "--seed", 0, 2**31)
    visits = _whole(asked.pairs, "--pairs", 0, MOST_VISITS)
    found = loaded(asked.pack)
    if found.scenario is None:
        print_findings(found, language)
        return REFUSED if found.is_refused else ERRORS
    start = time.perf_counter()
    played = playtested(found, found.scenario, lives, seed, visits, _progress)
    seconds = time.perf_counter() - start
    opens = f"{program()} open {asked.pack}"
    if asked.json:
        print(json.dumps(as_json(played), ensure_ascii=False, indent=2))
    else:
        print(as_text(played, language, seconds, opens))
    if asked.html:
        _write(Path(asked.html).expanduser(), page(played, language, opens))
        print(WRITTEN.filled({"path": asked.html}).in_language(language), file=sys.stderr)
    return _exit_code(played, is_strict=asked.strict)


def _whole(word: str, option: str, least: int, most: int) -> int:
    is_short = word.isascii() and word.isdigit() and len(word) < 12
    if not is_short or not least <= int(word) <= most:
        gaps = {"option": option, "least": f"{least:,}", "most": f"{most:,}", "word": word}
        raise UsageError(NOT_A_NUMBER.filled(gaps))
    return int(word)


def _progress(what: str, share: float) -> None:
    """A bar on a terminal; nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    full = round(BAR * share)
    bar = "█" * full + "·" * (BAR - full)
    end = "" if what else "\r" + " " * (BAR + 30) + "\r"
    print(f"\r{bar} {what:<18}", end=end, file=sys.stderr, flush=True)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(path)})) from error


def _exit_code(played: Played, *, is_strict: bool) -> int:
    severities = {each.finding.severity for each in played.findings}
    if "error" in severities:
        return ERRORS
    return WARNINGS if is_strict and "warning" in severities else CLEAN
