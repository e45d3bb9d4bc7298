"""A playtest as one self-contained HTML page: no script, nothing fetched, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from game.cli.playtest_text import (
    NOT_TRIED,
    NOTHING,
    SEE,
    STATUS,
    WORDS,
    coverage,
    event_row,
    quantiles,
    weakest,
)
from game.core.diagnostics import help_of, shown, what_of
from game.core.text import Language, Text
from game.play.playtest.judging import Found, minutes, variance
from game.play.playtest.places import own_events, percent
from game.play.playtest.playing import Played
from game.sim.strategies import STRATEGIES

TITLE: Final = Text("Playtest of {pack}", "试玩报告：{pack}")
ABOUT: Final = Text(
    "{players} kinds of player, {lives} lives each, seed {seed}. A life takes about {minutes}"
    " minutes. Weakest source of a number: {status}.",
    "{players}种玩法，各{lives}人，种子 {seed}。一局约{minutes}分钟。"
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


def page(played: Played, language: Language, opens: str) -> str:
    """The whole page."""
    scenario = played.evidence.scenario
    title = _said(TITLE, language, pack=f"{scenario.title.in_language(language)}")
    parts = [
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head>',
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        f"<p>{_about(played, language)}</p>",
        f"<h2>{_said(FINDINGS, language)}</h2>",
        *_findings(played, language, opens),
        f"<p><small>{_said(NOT_TRIED, language)}</small></p>",
        f"<h2>{_said(BALANCE, language)}</h2>",
        _scores(played, language),
        f"<p><small>{_shares(played, language)}</small></p>",
        f"<h2>{_said(EVENTS, language)}</h2>",
        f"<p>{_reached(played, language)}</p>",
        *_events(played, language),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _said(text: Text, language: Language, **gaps: str) -> str:
    return _safe(text.filled(gaps).in_language(language))


def _safe(words: str) -> str:
    """Words of an author as they may stand in a page."""
    return escape(shown(words), quote=True)


def _about(played: Played, language: Language) -> str:
    return _said(
        ABOUT,
        language,
        players=str(len(played.evidence.seen)),
        lives=f"{played.lives:,}",
        seed=str(played.seed),
        minutes=f"{minutes(played.evidence.seen):.0f}",
        status=STATUS[weakest(played)].in_language(language),
    )


def _findings(played: Played, language: Language, opens: str) -> Iterator[str]:
    if not played.findings:
        yield f"<p>{_said(NOTHING, language)}</p>"
    for each in played.findings:
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
        command = f"{opens} --life {each.life} --age {each.age} --player {each.player}"
        see = SEE.in_language(language).partition("{")[0]
        lines.append(f"<br><small>{_safe(see)}<code>{_safe(command)}</code></small>")
    return "".join(lines) + "</article>"


def _scores(played: Played, language: Language) -> str:
    """A chart: one line a kind of player, from 0 to 100."""
    left, width, row = 210, 640, 34
    height = row * len(played.evidence.seen) + 34

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
    for number, (player, seen) in enumerate(played.evidence.seen.items()):
        low, middle, high = quantiles(list(seen.score))
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


def _shares(played: Played, language: Language) -> str:
    player, luck, both = (percent(share) for share in variance(played.evidence.seen))
    return _said(BALANCE_NOTE, language, player=player, luck=luck, both=both)


def _reached(played: Played, language: Language) -> str:
    gaps = {name: f"{few}/{all_}" for name, (few, all_) in coverage(played).items()}
    return _said(EVENTS_NOTE, language, **gaps)


def _events(played: Played, language: Language) -> Iterator[str]:
    heads = "".join(f"<th>{_said(head, language)}</th>" for head in COLUMNS)
    yield f"<table><tr>{heads}</tr>"
    scenario = played.evidence.scenario
    own = own_events(played.evidence.loaded, scenario)
    for event in [*own, *(event for event in scenario.events if event not in own)]:
        row = event_row(played, event.index)
        share, age = row["share"], row["first_age"]
        chosen = row["choices"]
        assert isinstance(share, float) and isinstance(chosen, dict)
        total = max(sum(chosen.values()), 1)
        words = ", ".join(f"{_safe(name)} {100 * n / total:.0f}%" for name, n in chosen.items())
        first = f"{age:.0f}" if isinstance(age, float) else "–"
        title = _safe(event.title.in_language(language))
        yield (
            f"<tr><td>{title}<br><small>{_safe(event.id)}</small></td>"
            f'<td class="n">{_spark(share)} {percent(share)}</td>'
            f'<td class="n">{first}</td><td>{words}</td></tr>'
        )
    yield "</table>"


def _spark(share: float) -> str:
    """A small bar for a share of lives."""
    return (
        '<svg width="60" height="8" viewBox="0 0 60 8"><rect width="60" height="8" fill="#e7dfce"/>'
        f'<rect width="{60 * min(share, 1):.1f}" height="8" fill="#4c6b72"/></svg>'
    )
