"""``open``: lives one life of a playtest up to an age and opens the game there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from game.cli.arguments import UsageError, unknown
from game.cli.asked_pack import PACK, path_of, playable
from game.cli.parser import CommandParser
from game.core.chance import Chance
from game.core.folders import saves
from game.core.text import Language, Text
from game.play.notes import YearNote, note_of
from game.play.options import PlayOptions
from game.play.playtest.crowd import crowd
from game.play.problems import Problem
from game.play.saves import SaveStore
from game.play.session import Session
from game.scenario.model import Scenario
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import STRATEGIES
from game.sim.world import World
from game.sim.year import Stage

ABOUT: Final = Text(
    "Lives one life of a playtest again, by the same kind of player and with the same luck, and\n"
    "opens the game at that birthday, standing still. The playtest prints this command beside\n"
    "what it found.",
    "把试玩中的某个人生按同样的玩法、同样的运气再过一遍，打开游戏就停在那个生日。\n"
    "试玩报告会在问题旁边写出这条命令。",
)
EXAMPLES: Final = Text(
    "open ./night-shift --life 77 --age 34 --player random",
    "open ./ye-ban --life 77 --age 34 --player random",
)
LIFE: Final = Text("number of the life in the playtest, from 0", "试玩里的第几个人，从0数起")
AGE: Final = Text("the birthday to open; without: the first", "打开哪个生日；不写就是开头")
PLAYER: Final = Text("kind of player who lived it so far", "在那之前按哪种玩法过")
LIVES: Final = Text("how many lives the playtest had; usually 2000", "试玩有多少人，通常 2000")
SEED: Final = Text("seed of the playtest; usually 1", "试玩的种子，通常 1")
NO_PLAYER: Final = Text(
    "There is no kind of player “{name}”.{guess} There are: {options}.",
    "没有“{name}”这种玩法。{guess}可选：{options}。",
)
NOT_A_NUMBER: Final = Text(
    "{option} must be a whole number from {least} to {most}, not “{word}”.",
    "{option} 要写 {least} 到 {most} 的整数，不能写“{word}”。",
)
ENDED: Final = Text(
    "This life ends at {age}. Give an age from {first} to {age}.",
    "这个人{age}岁就去世了。年龄请写 {first} 到 {age}。",
)
OPENS: Final = Text(
    "{name}, {age}: saved; the game opens there.",
    "{name}，{age}岁：已存档，游戏就从这里打开。",
)
_GOLDEN: Final = 0x9E3779B97F4A7C15


def main(arguments: Sequence[str], language: Language) -> PlayOptions:
    """Live the life and keep it as a save.

    Args:
        arguments: a pack; ``--life``, ``--age``, ``--player``, ``--lives``, ``--seed``.
        language: of the messages and of the game.

    Returns:
        How the game is to be opened.

    Raises:
        UsageError: there is no such life or age, or it cannot be saved.
    """
    parser = CommandParser("open", ABOUT, language, EXAMPLES)
    parser.add("pack", about=PACK)
    parser.add("--life", about=LIFE, default="0", metavar="N")
    parser.add("--age", "--from", about=AGE, metavar="A", dest="age")
    parser.add(
        "--player", "--policy", about=PLAYER, default="random", metavar="NAME", dest="player"
    )
    parser.add("--lives", about=LIVES, default="2000", metavar="N")
    parser.add("--seed", about=SEED, default="1", metavar="N")
    asked = parser.parse_args(list(arguments))
    if asked.player not in STRATEGIES:
        raise unknown(NO_PLAYER, asked.player, STRATEGIES)
    found, scenario = playable(asked.pack)
    lives = _whole(asked.lives, "--lives", 1, 100_000)
    life = _whole(asked.life, "--life", 0, lives - 1)
    seed = _whole(asked.seed, "--seed", 0, 2**31)
    age = None if asked.age is None else _whole(asked.age, "--age", 0, 120)
    session = lived_to(scenario, lives, life, seed, asked.player, age)
    slot = f"opened-{scenario.id}"[:60]
    problem = SaveStore(saves()).write(slot, session.save())
    if isinstance(problem, Problem):
        raise UsageError(problem.text)
    name = scenario.profiles[session.profile].name
    print(OPENS.filled({"name": name, "age": session.age}).in_language(language))
    return PlayOptions(pack=str(path_of(found)), language=language, slot=slot)


def _whole(word: str, option: str, least: int, most: int) -> int:
    is_short = word.isascii() and word.isdigit() and len(word) < 12
    if not is_short or not least <= int(word) <= most:
        gaps = {"option": option, "least": str(least), "most": str(most), "word": word}
        raise UsageError(NOT_A_NUMBER.filled(gaps))
    return int(word)


def lived_to(
    scenario: Scenario, lives: int, life: int, seed: int, player: str, age: int | None
) -> Session:
    """A life of a playtest at a birthday, as a playthrough that goes on from there.

    A playthrough's life has the number 0, so its luck is that of another seed: the one with which
    life 0 draws what this life drew.
    """
    world = World(scenario=scenario)
    engine, policy = Engine(world=world), STRATEGIES[player].policy
    profile = int(crowd(world, lives).profile[life])
    now = start_lives(world, profile, np.array([life], dtype=np.uint64))
    chance, notes = Chance(seed=seed), list[YearNote]()
    first = int(now.age[0])
    while age is not None and int(now.age[0]) < age:
        if not now.is_alive[0]:
            ended = str(notes[-1].age)
            raise UsageError(ENDED.filled({"age": ended, "first": str(first)}))
        year = engine.open_year(now, chance)
        while year.stage != Stage.DONE:
            year = engine.answer(year, policy(engine, year))
        now, record = engine.close_year(year)
        notes.append(note_of(world, year.opened, record, now))
    return Session(
        engine=engine,
        profile=profile,
        seed=(seed + life * _GOLDEN) % 2**64,
        opened=replace(now, id=np.zeros(1, dtype=np.uint64)),
        notes=notes,
        has_been_asked=True,
    )
