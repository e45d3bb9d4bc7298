"""A playtest as one self-contained HTML page: no script, nothing fetched, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from game.cli.playtest_text import (
    NOTHING,
    SEE,
    STATUS,
    coverage_gaps,
    moved_most,
    opening,
)
from game.core.diagnostics import help_of, shown, what_of
from game.core.text import Language, Text
from game.play.playtest.evidence import Found
from game.play.playtest.places import percent
from game.play.playtest.report import Report
from game.play.playtest.report_json import WORDS
from game.sim.strategies import STRATEGIES

TITLE: Final = Text("Playtest of {pack}", "试玩报告：{pack}")
ABOUT: Final = Text(
    "{players} kinds of player, {lives} lives each, seed {seed}. A life takes about {minutes}"
    " minutes, an estimate from what there is to read. Weakest source of a number: {status}.",
    "{players}种玩法，各{lives}人，种子 {seed}。一局约{minutes}分钟（按阅读量估算）。"
    "所用数字来源最弱的是：{status}。",
)
FINDINGS: Final = Text("What was found", "发现的问题")
BALANCE: Final = Text("Scores by kind of player", "各种玩法的总分")
BALANCE_NOTE: Final = Text(
    "The line spans the middle eight tenths of the lives, the dot is the median. Of all differences"
    " {player} come from the kind of player, {luck} from luck, {both} from both together.",
    "横线是中间八成，圆点是中位数。差别里{player}来自玩法，{luck}来自运气，{both}是两者交织。",
)
EVENTS: Final = Text("Events and choices", "事件与选项")
EVENTS_NOTE: Final = Text(
    "Reached: events {events}, choices {choices}, goals {goals}.",
    "已覆盖：事件 {events}，选项 {choices}，目标 {goals}。",
)
NUMBERS: Final = Text("Numbers of law, moved", "参数浮动")
NUMBERS_NOTE: Final = Text(
    "Each number a fifth lower and a fifth higher, everything else and all luck the same: the part"
    " of the score it moves most, as a change of its mean.",
    "每个参数分别下调、上调两成，其余和运气都不变：列出变化最大的一项得分及其平均变化。",
)
NOT_MOVED: Final = Text(
    "{count} numbers of law were left as they are; --sensitivity moves all.",
    "另有 {count} 个参数没有浮动；--sensitivity 会全部做一遍。",
)
NUMBER_COLUMNS: Final = (
    Text("number", "参数"),
    Text("a fifth less", "下调两成"),
    Text("a fifth more", "上调两成"),
    Text("part of the score", "得分项"),
)
COLUMNS: Final = (
    Text("event", "事件"),
    Text("lives", "人次占比"),
    Text("first at", "首次年龄"),
    Text("what was chosen", "选了什么"),
)
SEVERITY: Final = {
    "error": Text("error", "错误"),
    "warning": Text("warning", "警告"),
    "untidy": Text("untidy", "欠整洁"),
    "tip": Text("tip", "建议"),
}
POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE: Final = """
body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;color:#26231f;background:#f7f3ea;margin:0}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
p{margin:.25rem 0 .75rem;max-width:46rem}code{font-size:.85em;background:#ece5d6;padding:.1em .3em}
article{background:#fffdf7;border-left:4px solid #b9ad97;padding:.6rem .9rem;margin:.5rem 0}
article.error,article.warning{border-color:#a8432f}article b{font-weight:600}
small{color:#6a6154}table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #e2d9c6}
td{vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
svg{max-width:100%;height:auto}
@media print{body{background:#fff}}
"""


def page(report: Report, language: Language, opens: str) -> str:
    """The whole page."""
    title = _said(TITLE, language, pack=f"{report.title.in_language(language)}")
    parts = [
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head>',
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        f"<p>{_about(report, language)}</p>",
        f"<h2>{_said(FINDINGS, language)}</h2>",
        *_findings(report, language, opens),
        f"<h2>{_said(BALANCE, language)}</h2>",
        _scores(report, language),
        f"<p><small>{_shares(report, language)}</small></p>",
        f"<h2>{_said(EVENTS, language)}</h2>",
        f"<p>{_said(EVENTS_NOTE, language, **coverage_gaps(report))}</p>",
        *_events(report, language),
        *_numbers(report, language),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _said(text: Text, language: Language, **gaps: str) -> str:
    return _safe(text.filled(gaps).in_language(language))


def _safe(words: str) -> str:
    """Words of an author as they may stand in a page."""
    return escape(shown(words), quote=True)


def _about(report: Report, language: Language) -> str:
    return _said(
        ABOUT,
        language,
        players=str(len(report.score)),
        lives=f"{report.lives:,}",
        seed=str(report.seed),
        minutes=f"{report.minutes[language]:.0f}",
        status=STATUS[report.weakest_source].in_language(language),
    )


def _findings(report: Report, language: Language, opens: str) -> Iterator[str]:
    if not report.findings:
        yield f"<p>{_said(NOTHING, language)}</p>"
    for each in report.findings:
        yield _finding(each, language, opens)


def _finding(each: Found, language: Language, opens: str) -> str:
    finding = each.finding
    severity = SEVERITY.get(finding.severity, SEVERITY["error"]).in_language(language)
    where = _safe(str(finding.place)) if finding.place else ""
    lines = [
        f'<article class="{finding.severity}"><b>{severity} {finding.code}</b>'
        f" {_safe(what_of(finding, WORDS, language))}",
        f"<br>{_safe(help_of(finding, WORDS, language))}",
        f"<br><small>{where}</small>",
    ]
    if each.life is not None:
        command = opening(each, opens)
        see = SEE.in_language(language).partition("{")[0]
        lines.append(f"<br><small>{_safe(see)}<code>{_safe(command)}</code></small>")
    return "".join(lines) + "</article>"


def _scores(report: Report, language: Language) -> str:
    """A chart: one line a kind of player, from 0 to 100."""
    left, width, row = 210, 640, 34
    height = row * len(report.score) + 34

    def x(value: float) -> float:
        return left + width * value / 100

    parts = [
        f'<svg viewBox="0 0 {left + width + 60} {height}" role="img"'
        f' aria-label="{_said(BALANCE, language)}" font-size="14" fill="#26231f">'
    ]
    for tick in range(0, 101, 20):
        parts.append(
            f'<line x1="{x(tick):.0f}" y1="4" x2="{x(tick):.0f}" y2="{height - 26}"'
            f' stroke="#ddd3bf"/><text x="{x(tick):.0f}" y="{height - 8}"'
            f' text-anchor="middle" fill="#6a6154">{tick}</text>'
        )
    for number, (player, (low, middle, high)) in enumerate(report.score.items()):
        y = row * number + 20
        name = _safe(STRATEGIES[player].name.in_language(language))
        parts.append(
            f'<text x="{left - 14}" y="{y + 5}" text-anchor="end">{name}</text>'
            f'<line x1="{x(low):.1f}" y1="{y}" x2="{x(high):.1f}" y2="{y}" stroke="#4c6b72"'
            ' stroke-width="5" stroke-linecap="round"/>'
            f'<circle cx="{x(middle):.1f}" cy="{y}" r="7" fill="#a8432f"/>'
            f'<text x="{x(high) + 10:.1f}" y="{y + 5}" fill="#6a6154">{middle:.0f}</text>'
        )
    return "".join(parts) + "</svg>"


def _shares(report: Report, language: Language) -> str:
    gaps = {name: percent(share) for name, share in report.variance.items()}
    return _said(BALANCE_NOTE, language, **gaps)


def _heads(columns: tuple[Text, ...], language: Language) -> str:
    heads = "".join(f"<th>{_said(head, language)}</th>" for head in columns)
    return f"<tr>{heads}</tr>"


def _events(report: Report, language: Language) -> Iterator[str]:
    yield f"<table>{_heads(COLUMNS, language)}"
    for row in report.events:
        total = max(sum(row.choices.values()), 1)
        chosen = ", ".join(f"{_safe(k)} {100 * n / total:.0f}%" for k, n in row.choices.items())
        first = "–" if row.first_age is None else f"{row.first_age:.0f}"
        title = _safe(row.title.in_language(language))
        yield (
            f"<tr><td>{title}<br><small>{_safe(row.id)}</small></td>"
            f'<td class="n">{_spark(row.share)} {percent(row.share)}</td>'
            f'<td class="n">{first}</td><td>{chosen}</td></tr>'
        )
    yield "</table>"


def _numbers(report: Report, language: Language) -> Iterator[str]:
    """How the score answers to numbers of law, where they were moved."""
    if report.numbers:
        yield f"<h2>{_said(NUMBERS, language)}</h2><p>{_said(NUMBERS_NOTE, language)}</p>"
        yield f"<table>{_heads(NUMBER_COLUMNS, language)}"
        for row in report.numbers:
            part, lower, higher = moved_most(row, language)
            label = _safe(row.label.in_language(language))
            yield (
                f"<tr><td>{label}<br><small>{_safe(row.id)}</small></td>"
                f'<td class="n">{lower}</td><td class="n">{higher}</td><td>{part}</td></tr>'
            )
        yield "</table>"
    if report.numbers_left:
        left = _said(NOT_MOVED, language, count=f"{report.numbers_left:,}")
        yield f"<p><small>{left}</small></p>"


def _spark(share: float) -> str:
    """A small bar for a share of lives."""
    return (
        '<svg width="60" height="8" viewBox="0 0 60 8"><rect width="60" height="8" fill="#e7dfce"/>'
        f'<rect width="{60 * min(share, 1):.1f}" height="8" fill="#4c6b72"/></svg>'
    )
