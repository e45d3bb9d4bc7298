"""The tables of ``simulate --honest``, as Markdown in the language asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.text import Language, Text, yuan
from game.scenario.model import Scenario
from game.scoring.honest import HIGHER, Honest
from game.sim.strategies import STRATEGIES

PAIRS: Final = {
    "who": Text("person", "人物"),
    "never_richer_than_employee": Text(
        "never insured ends richer than employee, lowest base",
        "从不参保比职工最低基数更划算（按钱算）",
    ),
    "never_richer_than_resident": Text(
        "never insured ends richer than resident", "从不参保比居民两险更划算（按钱算）"
    ),
    "never_better_than_employee": Text(
        "never insured scores higher than employee, lowest base",
        "从不参保比职工最低基数得分高",
    ),
    "resident_better_than_employee": Text(
        "resident scores higher than employee, lowest base", "居民两险比职工最低基数得分高"
    ),
    "higher_less_lowest": Text(
        "higher base less lowest base, mean score", "较高基数减最低基数，平均得分"
    ),
}
RANKS: Final = {
    "strategy": Text("strategy", "策略"),
    "score": Text("mean score", "平均得分"),
    "equal": Text("with equal weights (rank)", "四项权重相同（名次）"),
    "paid_in": Text("paid in", "缴费"),
    "back": Text("came back", "领回"),
    "back_per_yuan": Text("back per yuan", "每缴一元领回"),
    "harsher": Text("mortality × 1.2", "死亡率乘 1.2"),
}
PAY_ONLY_BY_LAW: Final = ("never_insured", "never_insured_saver")
"""What they pay, a contract has taken; nothing follows from it about a yuan paid by choice."""
ON_BASE: Final = Text(
    "employee schemes, {base:percent} base", "职工养老加职工医保，{base:percent} 基数"
)
AFFORDABLE: Final = Text(
    "The highest base that nine lives in ten can keep paying without a gap: {bases}.",
    "十种人生里有九种一直缴得起、不断缴的最高基数：{bases}。",
)
ABOUT: Final = Text(
    "{lives} lives of each person, seed {seed}, the same luck under every strategy, to their "
    "deaths. Richer: what came back (pensions, the fund’s share of bills, accounts and sums to "
    "heirs) less what was paid in, in yuan of {year} at today’s wage level, without interest.",
    "每个人物 {lives} 种人生，随机种子 {seed}，各种策略用同样的运气，直到去世。"
    "“更划算”指领回的（养老金、医保基金付的医药费、留给家人的账户和待遇）减去缴的，"
    "按 {year} 年的工资水平计，不算利息。",
)


def markdown(scenario: Scenario, found: Sequence[Honest], language: Language) -> str:
    """What the pairs say, then one table of strategies for each person."""
    about = ABOUT.filled(
        {"lives": found[0].lives, "seed": str(found[0].seed), "year": str(scenario.start_year)}
    )
    names = {who.id: who.name.in_language(language) for who in scenario.profiles}
    rows = [_pairs(each, names[each.profile]) for each in found]
    comma = "、" if language == "zh" else ", "
    bases = comma.join(f"{names[each.profile]} {each.affordable_base:.0%}" for each in found)
    parts = [about.in_language(language), _table(list(PAIRS.values()), rows, language)]
    parts.append(AFFORDABLE.filled({"bases": bases}).in_language(language))
    for each in found:
        parts.append(f"**{names[each.profile]}**")
        parts.append(_table(list(RANKS.values()), _ranks(each, language), language))
    return "\n\n".join(parts)


def _pairs(found: Honest, name: str) -> list[str]:
    shares = [f"{share * 100:.1f}%" for share in found.shares.values()]
    change = f"{found.higher_less_lowest:+.1f}".replace("-", "−")
    return [name, *shares, f"{change} ({found.higher_base:.0%})"]


def _ranks(found: Honest, language: Language) -> list[list[str]]:
    place = {name: number + 1 for number, name in enumerate(found.equal_ranking)}
    rows = []
    for each in found.ranking:
        is_bare = each.strategy in PAY_ONLY_BY_LAW
        back = None if is_bare else each.back_per_yuan
        rows.append(
            [
                _name(each.strategy, found, language),
                f"{each.score:.1f}",
                f"{each.equal_score:.1f} ({place[each.strategy]})",
                yuan(each.paid_in, language),
                yuan(each.back, language),
                "–" if back is None else f"{back:.2f}",
                f"{each.harsher:+.2f}".replace("-", "−"),
            ]
        )
    return rows


def _name(strategy: str, found: Honest, language: Language) -> str:
    if strategy == HIGHER:
        return ON_BASE.filled({"base": found.higher_base}).in_language(language)
    return STRATEGIES[strategy].name.in_language(language)


def _table(titles: Sequence[Text], rows: Sequence[Sequence[str]], language: Language) -> str:
    lines = [[title.in_language(language) for title in titles], *rows]
    head, *rest = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([head, "|---" + "|---:" * (len(titles) - 1) + "|", *rest])
