"""``simulate``: lives many lives under one strategy or all, and prints what came of them."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

from game.cli.arguments import UsageError, unknown
from game.cli.honest import markdown
from game.cli.parser import CommandParser
from game.core.diagnostics import cells
from game.core.text import Language, Text, same, yuan
from game.play.packs import playable_scenario, profile_index
from game.scenario.model import Scenario
from game.scoring import honest
from game.scoring.study import Study, study
from game.sim.cohort import CHUNK
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
from game.sim.world import World

MOST_LIVES: Final = 100_000_000
USUAL_LIVES: Final = 2_000
ABOUT: Final = Text(
    "Lives many lives of one profile, each with its own luck, and prints the means.",
    "让一个人物活很多遍，每一遍运气不同，然后列出平均结果。",
)
NO_STRATEGY: Final = Text(
    "There is no strategy “{name}”.{guess} There are: {options}.",
    "没有策略“{name}”。{guess}可选：{options}。",
)
NOT_POSITIVE: Final = Text(
    "{option} must be a whole number from 1 to {most}, not “{word}”.",
    "{option} 要写 1 到 {most} 的整数，不能写“{word}”。",
)
COLUMNS: Final = {
    "strategy": Text("strategy", "策略"),
    "score": Text("score", "总分"),
    "old_age": Text("old age", "晚年"),
    "health": Text("health", "健康"),
    "living": Text("living", "生活"),
    "family": Text("family", "家庭"),
    "old_income_per_month": Text("month from {line}", "{line} 岁起每月"),
    "years_short": Text("years below basket", "不够基本生活的年数"),
    "contributions": Text("paid in", "缴费"),
    "received": Text("received", "领取"),
    "own_bills": Text("own bills", "自付医药费"),
    "months_gap": Text("gap months", "断缴月数"),
}
MONEY: Final = {"old_income_per_month", "contributions", "received", "own_bills"}
FOOT: Final = Text(
    "{lives} lives of {name}, seed {seed}, to their deaths (mean age {age}). Money in yuan of "
    "{year} at today's wage level. {rate} lives a second.",
    "{name}的 {lives} 种人生，随机种子 {seed}，直到去世（平均 {age} 岁）。"
    "金额按 {year} 年的工资水平计。每秒 {rate} 种。",
)


PACK: Final = Text(
    "a folder, a file, or the id of a pack; without: china",
    "文件夹、文件或情景包编号，不写就是 china",
)
PROFILE: Final = Text(
    "whose lives; without: the first person of the pack", "过谁的一生，不写就是第一个人物"
)
LIVES: Final = Text("how many lives", "过多少遍")
SEED: Final = Text(
    "number of the luck; the same number, the same lives", "运气的编号，号码相同，人生相同"
)
AT_ONCE: Final = Text(
    "lives held in memory at once; it changes no figure", "一次在内存里过多少遍，不影响结果"
)
JSON: Final = Text("for programs, as JSON", "输出 JSON，给程序用")
HONEST: Final = Text(
    "the tables that show how often the uninsured end better, for every person of the pack",
    "列出每个人物不参保反而更好的比例，以及各种方案的排名",
)


def main(arguments: Sequence[str], language: Language) -> int:
    """Simulate and print a table, or JSON with ``--json``.

    Args:
        arguments: a pack, ``--profile``, ``--strategy``, ``--lives``, ``--seed``, ``--chunk``,
            ``--json``; ``--honest`` prints the tables of how often which plan ends better.
        language: of the table.

    Returns:
        0.
    """
    asked = _parser(language).parse_args(list(arguments))
    scenario = playable_scenario(asked.pack)
    if asked.honest:
        return _honest(scenario, asked, language)
    profile = profile_index(scenario, asked.profile)
    names = list(STRATEGIES) if asked.strategy == "all" else [_strategy(asked.strategy)]
    engine = Engine(world=World(scenario=scenario))
    lives = _whole(asked.lives or str(USUAL_LIVES), "--lives", MOST_LIVES)
    chunk = _whole(asked.chunk, "--chunk", 1_000_000)
    seed = _whole(asked.seed, "--seed", 2**63 - 1, least=0)
    start = time.perf_counter()
    studies = [
        study(engine, profile, seed, lives, name, STRATEGIES[name].policy, chunk, _progress(name))
        for name in names
    ]
    seconds = time.perf_counter() - start
    _progress_done()
    if asked.json:
        print(json.dumps([each.result() for each in studies], ensure_ascii=False, indent=2))
        return 0
    rate = lives * len(names) / max(seconds, 1e-9)
    _print(scenario, profile, studies, seed, rate, language)
    return 0


def _honest(scenario: Scenario, asked: Namespace, language: Language) -> int:
    """Every person of the pack, or one, under the strategies compared."""
    lives = _whole(asked.lives or str(honest.LIVES), "--lives", MOST_LIVES)
    seed = _whole(asked.seed, "--seed", 2**63 - 1, least=0)
    shown = [k for k, who in enumerate(scenario.profiles) if not who.is_hidden]
    if asked.profile is not None:
        shown = [profile_index(scenario, asked.profile)]
    engine = Engine(world=World(scenario=scenario))
    found = [honest.honest(engine, k, lives, seed, _told(scenario, k)) for k in shown]
    _progress_done()
    if asked.json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        print(markdown(scenario, found, language))
    return 0


def _told(scenario: Scenario, profile: int) -> Callable[[str], None] | None:
    if not sys.stderr.isatty():
        return None
    who = scenario.profiles[profile].id

    def tell(strategy: str) -> None:
        print(f"\r{who}: {strategy:24}", end="", file=sys.stderr, flush=True)

    return tell


def _parser(language: Language) -> CommandParser:
    parser = CommandParser("simulate", ABOUT, language)
    known = same(", ".join((*STRATEGIES, "all")))
    parser.add("pack", about=PACK, nargs="?", default="china")
    parser.add("--profile", about=PROFILE, default=None, metavar="ID")
    parser.add("--strategy", about=known, default="all", metavar="NAME")
    parser.add("--lives", about=LIVES, default=None, metavar="N")
    parser.add("--seed", about=SEED, default="1", metavar="N")
    parser.add("--chunk", about=AT_ONCE, default=str(CHUNK), metavar="N")
    parser.add("--json", about=JSON, action="store_true")
    parser.add("--honest", about=HONEST, action="store_true")
    return parser


def _strategy(name: str) -> str:
    if name not in STRATEGIES:
        raise unknown(NO_STRATEGY, name, (*STRATEGIES, "all"))
    return name


def _whole(word: str, option: str, most: int, least: int = 1) -> int:
    is_short = word.isascii() and word.isdigit() and len(word) <= 19
    if not is_short or not least <= int(word) <= most:
        raise UsageError(NOT_POSITIVE.filled({"option": option, "most": f"{most:,}", "word": word}))
    return int(word)


def _progress(name: str) -> Callable[[int], None] | None:
    """A line on a terminal that says how far a long run is; nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int) -> None:
        print(f"\r{name}: {done:,}   ", end="", file=sys.stderr, flush=True)

    return tell


def _progress_done() -> None:
    if sys.stderr.isatty():
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr)


def _print(
    scenario: Scenario,
    profile: int,
    studies: Sequence[Study],
    seed: int,
    rate: float,
    language: Language,
) -> None:
    who = scenario.profiles[profile]
    line = str(round(World(scenario=scenario).old_age_line[profile]))
    rows = [[text.filled({"line": line}).in_language(language) for text in COLUMNS.values()]]
    rows += [_row(each, language) for each in studies]
    widths = [max(cells(row[k]) for row in rows) for k in range(len(COLUMNS))]
    for row in rows:
        padded = [_padded(word, width) for word, width in zip(row, widths, strict=True)]
        print(row[0] + " " * (widths[0] - cells(row[0])), *padded[1:], sep="  ")
    ages = [each.result()["last_age"] for each in studies]
    print()
    print(
        FOOT.filled(
            {
                "lives": studies[0].lives,
                "name": who.name,
                "seed": str(seed),
                "age": f"{ages[0]:.1f}",
                "year": str(scenario.start_year),
                "rate": round(rate),
            }
        ).in_language(language)
    )


def _row(each: Study, language: Language) -> list[str]:
    result = each.result()
    words = [STRATEGIES[each.strategy].name.in_language(language)]
    for name in list(COLUMNS)[1:]:
        value = result[name]
        if not isinstance(value, int | float):
            words.append("–")
        else:
            words.append(yuan(value, language) if name in MONEY else f"{value:.1f}")
    return words


def _padded(word: str, width: int) -> str:
    return " " * (width - cells(word)) + word
