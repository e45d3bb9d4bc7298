"""Throws damaged packs at the checker for as long as it is told to, and keeps what hurts it.

    python -m benchmarks.fuzz_packs --minutes 10 --seed 1 --keep /tmp/found

Whatever the bytes are, ``load_pack`` must give findings or a scenario: no exception, no more than
two seconds, no more than 200 MB above the bare process. With ``--live`` packs on the base pack that
may be played are lived by a few lives; that must not fail either. What breaks this is kept.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from game.core.chance import Chance
from game.core.text import LANGUAGES
from game.scenario.compiler import load_pack
from game.scenario.model import Scenario
from game.scenario.place_texts import exported
from game.scenario.report import as_json, worst
from game.sim.cohort import live_on
from game.sim.engine import Engine
from game.sim.start import start_lives
from game.sim.strategies import hold
from game.sim.world import World

ROOT: Final = Path(__file__).resolve().parents[1]
TOYS: Final = ROOT / "tests" / "mistakes"
EXAMPLE: Final = ROOT / "tests" / "unit" / "scenario" / "packs" / "courier-henan-hangzhou"
WHOLE: Final = (TOYS / "toyland", EXAMPLE, ROOT / "scenarios" / "courier-injury")
MOST_SECONDS: Final = 2.0
MOST_MEGABYTES: Final = 200
HEAD: Final = "scenario: 1\nid: fuzzed\nextends: toyland\n"
SIGNS: Final = list("：，“”「」[]{}:,-#&*!|>'\"\t\n \\%@?`~$^=<>().\x00\x1b\u202e中é😀\ufeff\r")
_LANGUAGE: Final = (
    "events: places: profiles: tests: quiz: nudges: letters: score: schemes: settings: override: "
    "remove: include: extends: values: choices: effects: when: check: probability: at: only_by: "
    "ages: limit: default: needs: cost: if: then: else: later: trigger: plan: lasting: add: set: "
    "yes no none 22..75 4% 4%/year 9999999999999999 1e9 0x1F -1 2026-13-45 << *a &a !!python/x "
    "lookup( chance( uniform( lognormal( if( min( max( and or not == != >= my.x param.x values.x "
    "{bill} {x.__class__} {{ }} null true ~ [] {} '' \"\" ../../x pictures/a.png "
)
WORDS: Final = _LANGUAGE.split()
Mutation = Callable[[random.Random, str], str]
_WORD: Final = re.compile(r"[A-Za-z0-9_.%]+")


@dataclass(kw_only=True)
class Tally:
    """What was tried and what it gave."""

    runs: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    playable: int = 0
    broken: list[str] = field(default_factory=list)


def seeds() -> list[bytes]:
    """Real packs, broken packs, and the examples of the pages, as single files."""
    paths = [
        *(ROOT / "scenarios").glob("**/*.yaml"),
        *TOYS.glob("toyland/*.yaml"),
        *TOYS.glob("cases/**/scenario.yaml"),
        *TOYS.glob("cases/**/*.csv"),
    ]
    found = [path.read_bytes() for path in sorted(paths)]
    for page in sorted((ROOT / "docs" / "errors").glob("S*.md")):
        parts = page.read_text(encoding="utf-8").split("```")
        found += [(HEAD + part.partition("\n")[2]).encode() for part in parts[1::2]]
    return found


def _spot(dice: random.Random, text: str) -> int:
    return dice.randrange(len(text) + 1)


def cut(dice: random.Random, text: str) -> str:
    """Something taken out."""
    start = _spot(dice, text)
    return text[:start] + text[start + dice.choice((1, 1, 3, 20, 400)) :]


def put(dice: random.Random, text: str) -> str:
    """A sign or word put in."""
    at = _spot(dice, text)
    word = dice.choice((dice.choice(SIGNS), dice.choice(WORDS), f"\n  {dice.choice(WORDS)} "))
    return text[:at] + word + text[at:]


def other_word(dice: random.Random, text: str) -> str:
    """A word in place of another of the same file, or of the language."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    old, new = dice.choice(words), dice.choice(words).group()
    if dice.random() < 0.3:
        new = dice.choice(WORDS).rstrip(":")
    return text[: old.start()] + new + text[old.end() :]


def other_line(dice: random.Random, text: str) -> str:
    """A line in place of another, with the other's indentation."""
    lines = text.split("\n")
    at, line = dice.randrange(len(lines)), dice.choice(lines)
    indentation = len(lines[at]) - len(lines[at].lstrip())
    lines[at] = " " * indentation + line.lstrip()
    return "\n".join(lines)


def without_line(dice: random.Random, text: str) -> str:
    """A line taken out."""
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def swap_lines(dice: random.Random, text: str) -> str:
    """Two lines exchanged."""
    lines = text.split("\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def repeat_line(dice: random.Random, text: str) -> str:
    """A line many times."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    lines[at:at] = [lines[at]] * dice.choice((1, 2, 50, 2000))
    return "\n".join(lines)


def indent(dice: random.Random, text: str) -> str:
    """A line moved to the left or right."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    lines[at] = " " * dice.choice((1, 2, 4, 300)) + lines[at].lstrip()
    return "\n".join(lines)


def swell(dice: random.Random, text: str) -> str:
    """A stretch repeated until it is large."""
    start = _spot(dice, text)
    part = text[start : start + dice.choice((1, 2, 8, 60))]
    times = dice.choice((10, 1000, 100_000))
    return (text[:start] + part * times + text[start:])[:1_200_000]


MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(cut, put, swap_lines, repeat_line, indent),
    *(other_word, other_word, other_word, other_word, other_line, other_line, without_line),
)


def mutated(dice: random.Random, pool: Sequence[bytes]) -> bytes:
    """A seed, several times damaged, now and then joined with another."""
    text = dice.choice(pool).decode("utf-8", "surrogateescape")
    if dice.random() < 0.1:
        other = dice.choice(pool).decode("utf-8", "surrogateescape")
        text = text[: _spot(dice, text)] + other[_spot(dice, other) :]
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        text = dice.choice(MUTATIONS)(dice, text)
    if dice.random() < 0.05:
        text = swell(dice, text)
    content = text.encode("utf-8", "surrogateescape")
    return flipped(dice, content) if dice.random() < 0.05 else content


def flipped(dice: random.Random, content: bytes) -> bytes:
    """One byte changed or lost."""
    if not content:
        return content
    at = dice.randrange(len(content))
    new = b"" if dice.random() < 0.3 else bytes([dice.randrange(256)])
    return content[:at] + new + content[at + 1 :]


def _pack(dice: random.Random, pool: Sequence[bytes], folder: Path) -> Path:
    """A pack on disk: one file, a whole pack, one with table and picture, a damaged archive."""
    kind = dice.random()
    if kind < 0.5:
        return _whole(dice, folder)
    content = mutated(dice, pool)
    if kind < 0.8:
        path = folder / "scenario.yaml"
        path.write_bytes(content)
        return folder
    if kind < 0.92:
        (folder / "scenario.yaml").write_bytes(
            (
                HEAD
                + "include: [more.yaml]\nplaces: {p: {name: P, province: x, rent: 1 yuan/month, "
                "picture: pictures/a.png}}\n"
            ).encode()
        )
        (folder / "more.yaml").write_bytes(content)
        (folder / "texts").mkdir()
        (folder / "texts" / "texts.csv").write_bytes(mutated(dice, [b"id,en,zh\ntitle,a,b\n"]))
        (folder / "pictures").mkdir()
        (folder / "pictures" / "a.png").write_bytes(mutated(dice, _PICTURES))
        return folder
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("scenario.yaml", content)
        zipped.writestr("more.yaml", content[:500])
    archive = packed.getvalue()
    for _ in range(dice.choice((0, 1, 3, 10))):
        archive = flipped(dice, archive)
    path = folder / "fuzzed.lifepack"
    path.write_bytes(archive)
    return path


def _whole(dice: random.Random, folder: Path) -> Path:
    """A sound pack of several files, one of them damaged."""
    source = WHOLE[0] if dice.random() < 0.6 else dice.choice(WHOLE[1:])
    files = sorted(path for path in source.rglob("*") if path.is_file())
    for path in files:
        target = folder / path.relative_to(source)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    chosen = dice.choice([path for path in files if path.suffix == ".yaml"] + files)
    damaged = folder / chosen.relative_to(source)
    damaged.write_bytes(mutated(dice, [chosen.read_bytes()]))
    return folder


_PICTURES: Final = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 20 + b"\xff\xc0\x00\x11\x08\x00\x10\x00\x10",
    b"RIFF\x24\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x0f\x00\x00\x0f\x00\x00",
)


def _memory() -> float:
    """Most memory used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _lived(scenario: Scenario, seed: int) -> None:
    """A few lives of the first two people, from start to death."""
    engine = Engine(world=World(scenario=scenario))
    for profile in range(min(2, len(scenario.profiles))):
        lives = start_lives(engine.world, profile, np.arange(6, dtype=np.uint64))
        live_on(engine, lives, Chance(seed=seed), hold, lambda *year: None)


def _tried(path: Path, tally: Tally, base: float, *, is_lived: bool) -> str:
    """What is wrong with how a pack was taken, empty if nothing."""
    begin = time.process_time()
    try:
        loaded = load_pack(path, [TOYS, ROOT / "scenarios"])
        for language in LANGUAGES:
            worst(loaded.findings, language, most=200)
        as_json(loaded)
        exported(loaded)
        seconds = time.process_time() - begin
        if is_lived and loaded.scenario is not None and "china/" in loaded.merged.packs:
            _lived(loaded.scenario, tally.runs)
    except Exception:
        return traceback.format_exc()
    tally.slowest = max(tally.slowest, seconds)
    tally.codes.update({finding.code for finding in loaded.findings})
    tally.playable += loaded.scenario is not None
    if seconds > MOST_SECONDS:
        return f"{seconds:.1f} s"
    return f"{_memory():.0f} MB" if _memory() - base > MOST_MEGABYTES else ""


def main() -> int:
    """Run until the time is over; the number of broken cases is the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"))
    parser.add_argument("--live", action="store_true", help="live the packs that may be played")
    arguments = parser.parse_args()
    pool, tally = seeds(), Tally()
    load_pack(TOYS / "toyland", [TOYS])
    base, end = _memory(), time.monotonic() + 60 * arguments.minutes
    while time.monotonic() < end:
        dice = random.Random(f"{arguments.seed}/{tally.runs}")
        with TemporaryDirectory() as name:
            path = _pack(dice, pool, Path(name))
            problem = _tried(path, tally, base, is_lived=arguments.live)
            if problem:
                tally.broken.append(problem.strip().splitlines()[-1])
                _keep(path, problem, arguments.keep / str(tally.runs))
        tally.runs += 1
    print(
        f"{tally.runs} packs, {tally.playable} playable, slowest {tally.slowest:.2f} s CPU, ",
        end="",
    )
    print(f"{_memory() - base:.0f} MB above the bare process")
    print("codes:", ", ".join(f"{code} {count}" for code, count in sorted(tally.codes.items())))
    for problem, count in Counter(tally.broken).most_common():
        print(f"BROKEN {count} x {problem}")
    return min(100, len(tally.broken))


def _keep(path: Path, problem: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    for file in files:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "problem.txt").write_text(problem, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
