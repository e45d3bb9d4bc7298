"""``playtest --against``: what a playtest is held against, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.asked_pack import loaded, pack_folders
from game.cli.playtest_text import finding_text
from game.core.diagnostics import cells
from game.core.text import Language, Text
from game.play.playtest.against import REPORT, versioned, versions_of
from game.play.playtest.comparing import Comparison, Row, compared
from game.play.playtest.report import Report
from game.play.playtest.report_json import from_json
from game.play.problems import Problem
from game.play.storage import read_json
from game.scenario.compiler import Loaded
from game.scenario.report import worst

NO_REPORT: Final = Text(
    "{path} is no report of a playtest by this version of the game. Write one with"
    " “playtest … --json > {path}”.",
    "{path} 不是这个版本的试玩报告。请用“playtest … --json > {path}”写一份。",
)
NO_VERSION: Final = Text(
    "There is no {pack} {version} beside this pack or among your scenarios. There is: {known}.",
    "这个情景包旁边和你的情景库里都没有 {pack} {version}。现有：{known}。",
)
NOT_ONE: Final = Text("none", "没有")
NOT_PLAYABLE: Final = Text(
    "What it is held against has mistakes and cannot be played:\n{findings}",
    "用来对照的情景包有错误，不能运行：\n{findings}",
)
HEAD: Final = Text(
    "{now} against {before}: {lives} lives of each kind of player, seed {seed}",
    "{now} 对照 {before}：每种玩法{lives}人，种子 {seed}",
)
OTHER_RUN: Final = Text(
    "The report held against is of {lives} lives, seed {seed}: some of what differs is chance.",
    "对照的报告用的是{lives}人、种子 {seed}：有些差别只是运气。",
)
SAME: Final = Text("Nothing differs.", "没有不同。")
COME: Final = Text("NEW FINDINGS", "新出现的问题")
GONE: Final = Text("NO LONGER FOUND", "不再出现的问题")
COLUMNS: Final = (Text("", ""), Text("before", "原来"), Text("now", "现在"))
WIDEST: Final = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A pack to be played as well."""

    pack: str
    found: Loaded


def against(asked: str, pack: str) -> Report | Other:
    """What ``--against`` names.

    Args:
        asked: a pack by path or id, ``ID@VERSION``, or a file written by ``--json``.
        pack: the one that is played, beside which others may lie.

    Raises:
        UsageError: there is no such thing, or it cannot be played.
    """
    if asked.endswith(REPORT):
        value = read_json(Path(asked).expanduser())
        report = None if isinstance(value, Problem) else from_json(value)
        if report is None:
            raise UsageError(NO_REPORT.filled({"path": asked}))
        return report
    name = versioned(asked)
    return _playable(asked if name is None else _path_of(*name, pack))


def _path_of(name: str, version: str, pack: str) -> str:
    path = Path(pack)
    beside = path.parent if path.suffix else path.absolute().parent
    known = versions_of(name, [beside, *pack_folders()])
    if version not in known:
        listed = ", ".join(sorted(known))
        gaps = {"pack": name, "version": version, "known": listed or NOT_ONE}
        raise UsageError(NO_VERSION.filled(gaps))
    return str(known[version])


def _playable(pack: str) -> Other:
    found = loaded(pack)
    if found.scenario is None:
        en, zh = worst(found.findings, "en", 1), worst(found.findings, "zh", 1)
        raise UsageError(NOT_PLAYABLE.filled({"findings": Text(en, zh)}))
    return Other(pack=pack, found=found)


def comparison_text(now: Report, before: Report, language: Language, opens: str) -> str:
    """Only what differs, for a terminal."""
    found = compared(now, before)
    lines = [*_head(now, before, language), ""]
    if not (found.rows or found.gone or found.come):
        return "\n".join([*lines, SAME.in_language(language)])
    lines += _table(found.rows, language)
    lines += _findings(found, language, opens)
    return "\n".join(lines).rstrip()


def _head(now: Report, before: Report, language: Language) -> Iterator[str]:
    gaps = {
        "now": f"{now.pack} {now.version}",
        "before": f"{before.pack} {before.version}",
        "lives": f"{now.lives:,}",
        "seed": str(now.seed),
    }
    yield HEAD.filled(gaps).in_language(language)
    if (before.lives, before.seed) != (now.lives, now.seed):
        other = {"lives": f"{before.lives:,}", "seed": str(before.seed)}
        yield OTHER_RUN.filled(other).in_language(language)


def _table(rows: tuple[Row, ...], language: Language) -> list[str]:
    if not rows:
        return []
    told = [[text.in_language(language) for text in (r.name, r.before, r.now)] for r in rows]
    told.insert(0, [text.in_language(language) for text in COLUMNS])
    width = min(WIDEST, max(cells(name) for name, _, _ in told))
    middle = max(cells(before) for _, before, _ in told)
    return [
        f"{name}{' ' * (width - cells(name))}  {before}{' ' * (middle - cells(before))}  {after}"
        for name, before, after in told
    ] + [""]


def _findings(found: Comparison, language: Language, opens: str) -> Iterator[str]:
    for heading, each in ((COME, found.come), (GONE, found.gone)):
        if each:
            yield heading.in_language(language)
            for one in each:
                yield finding_text(one, language, opens)
                yield ""
