"""A playtest as text for a terminal of eighty columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.core.diagnostics import cells, rendered
from game.core.text import Language, Text
from game.play.playtest.evidence import Found
from game.play.playtest.places import percent
from game.play.playtest.report import NumberRow, Report
from game.play.playtest.report_json import WORDS
from game.sim.strategies import STRATEGIES

MOST_SHOWN: Final = 12
MOST_NUMBERS: Final = 20
POINTS_A_CELL: Final = 4
HEAD: Final = Text(
    "{pack}: {players} kinds of player × {lives} lives, seed {seed}, {seconds} s",
    "{pack}：{players}种玩法 × {lives}人，种子 {seed}，用时 {seconds} 秒",
)
HEAD_KEPT: Final = Text(
    "{pack}: {players} kinds of player × {lives} lives, seed {seed}\n"
    "(nothing has changed since the last run; --fresh plays it again)",
    "{pack}：{players}种玩法 × {lives}人，种子 {seed}\n"
    "（内容没有变，用的是上次的结果；加 --fresh 重新跑）",
)
COVERAGE: Final = Text(
    "COVERAGE  own events {events}, choices {choices}, goals {goals}",
    "覆盖  本包事件 {events}，选项 {choices}，目标 {goals}",
)
TIME: Final = Text(
    "TIME      about {minutes} minutes a life: an estimate from what there is to read",
    "时长  一局约 {minutes} 分钟，按阅读量和选择次数估算",
)
BALANCE: Final = Text(
    "BALANCE   score, 10th / 50th / 90th of a hundred", "平衡  总分：第10、50、90百分位"
)
VARIANCE: Final = Text(
    "differences come from: the kind of player {player}, luck {luck}, both {both}",
    "差别来自：玩法 {player}，运气 {luck}，两者交织 {both}",
)
PAIRED: Final = Text(
    "PAIRS     {visits} visits, {copies} copies lived to their ends twice, equal luck",
    "配对  {visits}次选择，{copies}份各过两遍到底，运气相同",
)
NUMBERS: Final = Text("NUMBERS   weakest source used: {status}", "数字  所用来源最弱的是：{status}")
MOVED: Final = Text(
    "MOVED     a fifth less / a fifth more, and the part of the score it moves most",
    "浮动  参数下调、上调两成，变化最大的一项得分",
)
MOVED_MORE: Final = Text(
    "          … and {count} that move less; --html and --json have all",
    "      ……另有 {count} 个影响更小，全部见 --html 和 --json",
)
NOT_MOVED: Final = Text(
    "NOT TRIED {count} numbers of law a fifth up and down (SP18): --sensitivity",
    "未检查  另有 {count} 个参数没上下浮动（SP18）：加 --sensitivity",
)
NOTHING: Final = Text("Nothing to find.", "没有发现问题。")
MORE: Final = Text("… and {count} more; --html shows all", "……另有 {count} 条，用 --html 看全部")
SEE: Final = Text("see it: {command}", "看那一刻：{command}")
STATUS: Final = {
    "official": Text("official", "官方"),
    "estimate": Text("estimate", "估计"),
    "assumed": Text("assumed", "假设"),
    "placeholder": Text("placeholder", "占位"),
}
PART_NAMES: Final = {
    "old_age": Text("old age", "晚年"),
    "health": Text("health", "健康"),
    "living": Text("living", "生活"),
    "family": Text("family", "家庭"),
}


def as_text(report: Report, language: Language, seconds: float | None, opens: str) -> str:
    """The report for a terminal.

    Args:
        report: what was found.
        language: of the words.
        seconds: it took; none where it was kept from an earlier run.
        opens: the command that opens a life of it.
    """
    lines = [_head(report, language, seconds), *_summary(report, language), ""]
    lines += [BALANCE.in_language(language), *_balance(report, language), ""]
    if report.numbers:
        lines += [*_moved(report, language), ""]
    if not report.findings:
        lines.append(NOTHING.in_language(language))
    for each in report.findings[:MOST_SHOWN]:
        lines += [finding_text(each, language, opens), ""]
    more = len(report.findings) - MOST_SHOWN
    if more > 0:
        lines.append(MORE.filled({"count": str(more)}).in_language(language))
    return "\n".join(lines).rstrip()


def finding_text(each: Found, language: Language, opens: str) -> str:
    """A finding, and the command that opens the moment that shows it."""
    text = rendered(each.finding, WORDS, language)
    if each.life is None:
        return text
    command = opening(each, opens)
    return f"{text}\n   = {SEE.filled({'command': command}).in_language(language)}"


def opening(each: Found, opens: str) -> str:
    """The command that opens the moment of a finding."""
    return f"{opens} --life {each.life} --age {each.age} --player {each.player}"


def _head(report: Report, language: Language, seconds: float | None) -> str:
    gaps = {
        "pack": f"{report.pack} {report.version}",
        "players": str(len(report.score)),
        "lives": f"{report.lives:,}",
        "seed": str(report.seed),
        "seconds": f"{seconds or 0:.1f}",
    }
    words = HEAD_KEPT if seconds is None else HEAD
    return words.filled(gaps).in_language(language)


def coverage_gaps(report: Report) -> dict[str, str]:
    """What was reached of how much, for a sentence."""
    return {name: f"{few}/{most}" for name, (few, most) in report.coverage.items()}


def _summary(report: Report, language: Language) -> Iterator[str]:
    yield COVERAGE.filled(coverage_gaps(report)).in_language(language)
    yield TIME.filled({"minutes": f"{report.minutes[language]:.0f}"}).in_language(language)
    if report.pairs is not None:
        visits, copies = report.pairs
        gaps = {"visits": f"{visits:,}", "copies": f"{copies:,}"}
        yield PAIRED.filled(gaps).in_language(language)
    status = STATUS[report.weakest_source].in_language(language)
    yield NUMBERS.filled({"status": status}).in_language(language)
    if report.numbers_left:
        gaps = {"count": f"{report.numbers_left:,}"}
        yield NOT_MOVED.filled(gaps).in_language(language)


def _balance(report: Report, language: Language) -> Iterator[str]:
    names = {name: STRATEGIES[name].name.in_language(language) for name in report.score}
    width = max(cells(name) for name in names.values())
    for player, (low, middle, high) in report.score.items():
        name = names[player] + " " * (width - cells(names[player]))
        bar = _bar(low, middle, high)
        yield f"  {name}  {low:3.0f} / {middle:3.0f} / {high:3.0f}  {bar}".rstrip()
    gaps = {name: percent(share) for name, share in report.variance.items()}
    yield "  " + VARIANCE.filled(gaps).in_language(language)


def _bar(low: float, middle: float, high: float) -> str:
    """Twenty-six cells for a hundred points."""
    signs = [" "] * (100 // POINTS_A_CELL + 1)
    for at in range(round(low / POINTS_A_CELL), round(high / POINTS_A_CELL) + 1):
        signs[at] = "─"
    signs[round(middle / POINTS_A_CELL)] = "●"
    return "".join(signs).rstrip()


def _moved(report: Report, language: Language) -> Iterator[str]:
    yield MOVED.in_language(language)
    shown = report.numbers[:MOST_NUMBERS]
    width = min(44, max(len(row.id) for row in shown))
    for row in shown:
        part, lower, higher = moved_most(row, language)
        yield f"  {row.id:<{width}}  {lower:>7} / {higher:>7}  {part}".rstrip()
    more = len(report.numbers) - len(shown)
    if more > 0:
        yield MOVED_MORE.filled({"count": str(more)}).in_language(language)


def moved_most(row: NumberRow, language: Language) -> tuple[str, str, str]:
    """The part a number moves most, and by how much: a fifth less, a fifth more."""
    part, lower, higher = row.largest
    name = PART_NAMES[part].in_language(language) if part in PART_NAMES else part
    return name, f"{100 * lower:+.1f}%", f"{100 * higher:+.1f}%"
