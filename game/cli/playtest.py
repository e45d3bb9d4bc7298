"""``playtest``: lives a pack thousands of times by seven kinds of player, and reports."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import PACK, loaded, pack_folders, pack_named, print_findings
from game.cli.parser import CommandParser
from game.cli.playtest_against import against, comparison_text
from game.cli.playtest_html import page
from game.cli.playtest_progress import progress
from game.cli.playtest_text import as_text
from game.cli.program import program
from game.core.text import Language, Text
from game.play.playtest.crew import Address, usual_processes
from game.play.playtest.keeping import keep, kept, path_of
from game.play.playtest.playing import PLAYERS, VISITS_OF_AN_EVENT, Wish, playtested
from game.play.playtest.report import Report, report_of
from game.play.playtest.report_json import as_json
from game.scenario.compiler import Loaded

CLEAN, ERRORS, WARNINGS, REFUSED = 0, 1, 2, 4
MOST_LIVES: Final = 100_000
MOST_VISITS: Final = 300
USUAL_LIVES: Final = 2_000
USUAL_SEED: Final = 1
ABOUT: Final = Text(
    "Plays a pack before your class does: {count} kinds of player live it to the end, thousands\n"
    "of times. It says which events and choices are never met and why, which choices cannot be\n"
    "paid, which are never the better one, and whether what is learnt is what you teach.",
    "在上课之前先玩一遍：{count}种玩法，各把人生过上几千遍。告诉你哪些事件和选项没人碰到、\n"
    "为什么，哪些选项付不起，哪些怎么选都吃亏，学到的是不是你想教的。",
)
EXAMPLES: Final = Text(
    "playtest ./night-shift\nplaytest ./night-shift --lives 400\n"
    "playtest ./night-shift --html report.html\n"
    "playtest ./night-shift --against night-shift@1.0.0",
    "playtest ./ye-ban\nplaytest ./ye-ban --lives 400\nplaytest ./ye-ban --html report.html\n"
    "playtest ./ye-ban --against ye-ban@1.0.0",
)
LIVES: Final = Text("lives of each kind of player; usually 2000", "每种玩法过几遍，通常 2000")
SEED: Final = Text("the luck; usually 1", "运气种子，通常 1")
PAIRS: Final = Text(
    "visits of each event whose choices are all lived on, 0 to 300; usually 20",
    "每个事件挑多少次，把各选项都过到底来比，0到300，通常 20",
)
SENSITIVITY: Final = Text(
    "move all numbers of law by a fifth, not the pack's own only; minutes",
    "所有参数都上下浮动两成，不只本包自己的；要几分钟",
)
AGAINST: Final = Text(
    "only what differs: from a pack, ID@VERSION, or a report of --json",
    "只列不同之处：对照一个情景包、编号@版本，或 --json 存下的报告",
)
FRESH: Final = Text(
    "play again even if nothing has changed since the last run", "内容没变也重新跑一遍"
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
        arguments: a pack; ``--lives``, ``--seed``, ``--pairs``, ``--sensitivity``, ``--against``,
            ``--fresh``, ``--html``, ``--json``, ``--strict``.
        language: of the report.

    Returns:
        0, 1 errors in the pack or its numbers, 2 warnings with ``--strict``, 4 refused.

    Raises:
        UsageError: a number out of its range, a pack or report to hold it against that is not
            there, or a file that cannot be written.
    """
    asked = _parser(language).parse_args(list(arguments))
    wish = _wish(asked)
    found = loaded(asked.pack)
    if found.scenario is None:
        print_findings(found, language)
        return REFUSED if found.is_refused else ERRORS
    report, seconds = reported(asked.pack, found, wish, language, is_fresh=asked.fresh)
    before = None
    if asked.against:
        other = against(asked.against, asked.pack)
        before = (
            other
            if isinstance(other, Report)
            else reported(other.pack, other.found, wish, language, is_fresh=asked.fresh)[0]
        )
    opens = _opens(asked.pack, wish)
    if asked.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    elif before is not None:
        print(comparison_text(report, before, language, opens))
    else:
        print(as_text(report, language, seconds, opens))
    if asked.html:
        _write(Path(asked.html).expanduser(), page(report, language, opens))
        print(WRITTEN.filled({"path": asked.html}).in_language(language), file=sys.stderr)
    return _exit_code(report, is_strict=asked.strict)


def _parser(language: Language) -> CommandParser:
    about = ABOUT.filled({"count": len(PLAYERS)})
    parser = CommandParser("playtest", about, language, EXAMPLES)
    parser.add("pack", about=PACK, nargs="?", default="china")
    parser.add("--lives", about=LIVES, default=str(USUAL_LIVES), metavar="N")
    parser.add("--seed", about=SEED, default=str(USUAL_SEED), metavar="N")
    parser.add("--pairs", about=PAIRS, default=str(VISITS_OF_AN_EVENT), metavar="N")
    parser.add("--sensitivity", about=SENSITIVITY, action="store_true")
    parser.add("--against", about=AGAINST, metavar="PACK")
    parser.add("--fresh", about=FRESH, action="store_true")
    parser.add("--html", about=HTML, metavar="FILE")
    parser.add("--json", about=JSON, action="store_true")
    parser.add("--strict", about=STRICT, action="store_true")
    return parser


def _wish(asked: Namespace) -> Wish:
    return Wish(
        lives=_whole(asked.lives, "--lives", 10, MOST_LIVES),
        seed=_whole(asked.seed, "--seed", 0, 2**31),
        visits_of_an_event=_whole(asked.pairs, "--pairs", 0, MOST_VISITS),
        tries_all_numbers=asked.sensitivity,
    )


def reported(
    pack: str, found: Loaded, wish: Wish, language: Language, *, is_fresh: bool
) -> tuple[Report, float | None]:
    """The report of a pack, and the seconds it took; none where it was kept."""
    assert found.scenario is not None
    path = path_of(found.scenario.digest, wish)
    report = None if is_fresh else kept(path)
    if report is not None:
        return report, None
    start = time.perf_counter()
    address = Address(pack=pack_named(pack), folders=tuple(pack_folders()))
    with progress(language) as tell:
        played = playtested(found, found.scenario, wish, tell, address, usual_processes())
    report = report_of(played)
    keep(path, report)
    return report, time.perf_counter() - start


def _opens(pack: str, wish: Wish) -> str:
    """The command that opens a life of the playtest, up to which life it is."""
    words = [program(), "open", pack]
    if wish.lives != USUAL_LIVES:
        words.append(f"--lives {wish.lives}")
    if wish.seed != USUAL_SEED:
        words.append(f"--seed {wish.seed}")
    return " ".join(words)


def _whole(word: str, option: str, least: int, most: int) -> int:
    is_short = word.isascii() and word.isdigit() and len(word) < 12
    if not is_short or not least <= int(word) <= most:
        gaps = {"option": option, "least": f"{least:,}", "most": f"{most:,}", "word": word}
        raise UsageError(NOT_A_NUMBER.filled(gaps))
    return int(word)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(path)})) from error


def _exit_code(report: Report, *, is_strict: bool) -> int:
    severities = {each.finding.severity for each in report.findings}
    if "error" in severities:
        return ERRORS
    return WARNINGS if is_strict and "warning" in severities else CLEAN
