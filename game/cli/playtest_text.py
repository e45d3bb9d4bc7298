"""A playtest as text for a terminal, and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from game.core.diagnostics import Catalogue, cells, help_of, rendered, what_of
from game.core.text import LANGUAGES, Language, Text
from game.play.playtest.judging import Found, minutes, variance
from game.play.playtest.messages import FINDINGS
from game.play.playtest.places import own_events, percent
from game.play.playtest.playing import Played
from game.rules.dated import STATUSES
from game.scenario.messages import CATALOGUE
from game.scoring.score import PARTS
from game.sim.strategies import STRATEGIES

WORDS: Final[Catalogue] = {**CATALOGUE, **FINDINGS}
MOST_SHOWN: Final = 12
HEAD: Final = Text(
    "{pack}: {players} kinds of player × {lives} lives, seed {seed}, {seconds} s",
    "{pack}：{players}种玩法 × {lives}人，种子 {seed}，用时 {seconds} 秒",
)
COVERAGE: Final = Text(
    "COVERAGE  own events {events}, choices {choices}, goals {goals}; {minutes} minutes a life",
    "覆盖  本包事件 {events}，选项 {choices}，目标 {goals}；一局约 {minutes} 分钟",
)
BALANCE: Final = Text(
    "BALANCE  score, 10th / 50th / 90th of a hundred", "平衡  总分：第10、50、90百分位"
)
VARIANCE: Final = Text(
    "differences come from: the kind of player {player}, luck {luck}, both together {both}",
    "差别来自：玩法 {player}，运气 {luck}，两者交织 {both}",
)
PAIRED: Final = Text(
    "PAIRS  {visits} visits, {copies} copies lived to their ends twice, on equal luck",
    "配对  {visits}次选择，{copies}份各过两遍到底，运气相同",
)
NUMBERS: Final = Text("NUMBERS  weakest source used: {status}", "数字  所用来源最弱的是：{status}")
NOT_TRIED: Final = Text(
    "Not tried: SP14 (wordings of nudges are not played yet), SP18 (numbers ± 20 %).",
    "未检查：SP14（提醒的措辞还不能玩到）、SP18（参数上下浮动20%）。",
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


def as_text(played: Played, language: Language, seconds: float, opens: str) -> str:
    """The report for a terminal."""
    lines = [_head(played, language, seconds), *_coverage(played, language), ""]
    lines += [BALANCE.in_language(language), *_balance(played, language), ""]
    lines += [*_tail(played, language), ""]
    if not played.findings:
        lines.append(NOTHING.in_language(language))
    for each in played.findings[:MOST_SHOWN]:
        lines += [finding_text(each, language, opens), ""]
    more = len(played.findings) - MOST_SHOWN
    if more > 0:
        lines.append(MORE.filled({"count": str(more)}).in_language(language))
    return "\n".join(lines).rstrip()


def finding_text(each: Found, language: Language, opens: str) -> str:
    """A finding, and the command that opens the moment that shows it."""
    text = rendered(each.finding, WORDS, language)
    if each.life is None:
        return text
    command = f"{opens} --life {each.life} --age {each.age} --player {each.player}"
    return f"{text}\n   = {SEE.filled({'command': command}).in_language(language)}"


def _head(played: Played, language: Language, seconds: float) -> str:
    scenario = played.evidence.scenario
    gaps = {
        "pack": f"{scenario.id} {scenario.version}",
        "players": str(len(played.evidence.seen)),
        "lives": f"{played.lives:,}",
        "seed": str(played.seed),
        "seconds": f"{seconds:.1f}",
    }
    return HEAD.filled(gaps).in_language(language)


def coverage(played: Played) -> dict[str, tuple[int, int]]:
    """The pack's own events and choices, and all goals, reached by anybody, of how many."""
    scenario, seen = played.evidence.scenario, list(played.evidence.seen.values())
    events = own_events(played.evidence.loaded, scenario)
    met = np.any([each.has_met.any(axis=1) for each in seen], axis=0)
    taken = np.sum([each.taken for each in seen], axis=0)
    choices = [int((taken[e.index, : len(e.choices)] > 0).sum()) for e in events]
    goals = np.any([(each.goal_age > 0).any(axis=1) for each in seen], axis=0)
    return {
        "events": (sum(int(met[e.index]) for e in events), len(events)),
        "choices": (sum(choices), sum(len(e.choices) for e in events)),
        "goals": (int(goals.sum()), len(scenario.goals)),
    }


def _coverage(played: Played, language: Language) -> list[str]:
    gaps = {name: f"{few}/{all_}" for name, (few, all_) in coverage(played).items()}
    gaps["minutes"] = f"{minutes(played.evidence.seen):.0f}"
    return [COVERAGE.filled(gaps).in_language(language)]


def quantiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The 10th, 50th and 90th of a hundred; those that never applied are left out."""
    known = np.asarray(values)[~np.isnan(values)]
    if not known.size:
        return (0.0, 0.0, 0.0)
    low, middle, high = np.percentile(known, [10, 50, 90])
    return float(low), float(middle), float(high)


def _balance(played: Played, language: Language) -> Iterator[str]:
    names = {name: STRATEGIES[name].name.in_language(language) for name in played.evidence.seen}
    width = max(cells(name) for name in names.values())
    for player, seen in played.evidence.seen.items():
        low, middle, high = quantiles(list(seen.score))
        name = names[player] + " " * (width - cells(names[player]))
        bar = _bar(low, middle, high)
        yield f"  {name}  {low:3.0f} / {middle:3.0f} / {high:3.0f}  {bar}"
    player_, luck, both = (percent(share) for share in variance(played.evidence.seen))
    gaps = {"player": player_, "luck": luck, "both": both}
    yield "  " + VARIANCE.filled(gaps).in_language(language)


def _bar(low: float, middle: float, high: float) -> str:
    """Fifty columns for a hundred points."""
    signs = [" "] * 51
    for at in range(round(low / 2), round(high / 2) + 1):
        signs[at] = "─"
    signs[round(middle / 2)] = "●"
    return "".join(signs).rstrip()


def _tail(played: Played, language: Language) -> Iterator[str]:
    pairs = played.evidence.pairs
    if pairs is not None:
        gaps = {"visits": f"{played.evidence.visits.samples:,}", "copies": f"{len(pairs.event):,}"}
        yield PAIRED.filled(gaps).in_language(language)
    status = STATUS[weakest(played)].in_language(language)
    yield NUMBERS.filled({"status": status}).in_language(language)
    yield NOT_TRIED.in_language(language)


def weakest(played: Played) -> str:
    """The weakest status of any number of law the pack holds."""
    parameters = played.evidence.scenario.law.parameters.values()
    order = list(STATUSES)
    start = played.evidence.scenario.start_year
    used = [order.index(each.source_on(start)[1]) for each in parameters]
    return order[max(used, default=0)]


def as_json(played: Played) -> dict[str, object]:
    """Everything as plain values."""
    scenario, seen = played.evidence.scenario, played.evidence.seen
    player, luck, both = variance(seen)
    return {
        "pack": scenario.id,
        "version": scenario.version,
        "lives": played.lives,
        "seed": played.seed,
        "coverage": {name: list(pair) for name, pair in coverage(played).items()},
        "minutes": minutes(seen),
        "score": {name: list(quantiles(list(each.score))) for name, each in seen.items()},
        "parts": {
            name: {part: quantiles(list(each.parts[k]))[1] for k, part in enumerate(PARTS)}
            for name, each in seen.items()
        },
        "variance": {"player": player, "luck": luck, "both": both},
        "weakest_source": weakest(played),
        "events": {e.id: event_row(played, e.index) for e in scenario.events},
        "findings": [_finding(each) for each in played.findings],
    }


def event_row(played: Played, index: int) -> dict[str, object]:
    """How often an event came, at what age, and what was chosen, over all players."""
    seen = list(played.evidence.seen.values())
    met = sum(int(each.has_met[index].sum()) for each in seen)
    lives = sum(each.lives for each in seen)
    ages = sum(float(each.first_age[index]) for each in seen)
    event = played.evidence.scenario.events[index]
    taken = np.sum([each.taken[index] for each in seen], axis=0)
    return {
        "lives": met,
        "share": met / lives,
        "first_age": ages / met if met else None,
        "choices": {choice.id: int(taken[k]) for k, choice in enumerate(event.choices)},
    }


def _finding(each: Found) -> dict[str, object]:
    finding = each.finding
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "what": {language: what_of(finding, WORDS, language) for language in LANGUAGES},
        "help": {language: help_of(finding, WORDS, language) for language in LANGUAGES},
        "life": each.life,
        "age": each.age if each.life is not None else None,
        "player": each.player if each.life is not None else None,
    }
