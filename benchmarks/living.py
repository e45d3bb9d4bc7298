"""The engine: one life, two thousand, a hundred thousand, and the memory they take."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.timing import Row, median
from game.core.chance import Chance, Words
from game.core.folders import scenarios
from game.scenario.compiler import load_pack
from game.scoring.study import study
from game.sim.engine import Engine
from game.sim.strategies import STRATEGIES
from game.sim.world import World

ROOT: Final = Path(__file__).parents[1]
STRATEGY: Final = "prudent"
MANY: Final = 100_000
YEARS: Final = 60
DRAWS: Final = "the draws alone"
MEMORY: Final = """
import resource
from benchmarks.living import MANY, base_pack, live
engine = base_pack()
live(engine, 10)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
live(engine, MANY)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def base_pack() -> Engine:
    """The engine of the base pack."""
    loaded = load_pack("china", [scenarios()])
    assert loaded.scenario is not None, loaded.findings
    return Engine(world=World(scenario=loaded.scenario))


def live(engine: Engine, count: int, seed: int = 1) -> None:
    """Whole lives, scored."""
    study(engine, 0, seed, count, STRATEGY, STRATEGIES[STRATEGY].policy)


def _all_streams(engine: Engine) -> Words:
    world = engine.world
    return np.concatenate((world.scenario_streams, world.own_streams))


def draw(engine: Engine, count: int) -> None:
    """The uniforms those lives would need, for sixty years."""
    ids = np.arange(count, dtype=np.uint64)
    for age in range(22, 22 + YEARS):
        ages = np.full(count, age, dtype=np.int64)
        Chance(seed=1).uniforms(_all_streams(engine), ids, ages)


def rows() -> list[Row]:
    """One life, two thousand lives, and the rate of a hundred thousand."""
    # Before this process has grown: a child begins with the peak of its parent.
    memory = _memory()
    engine = base_pack()
    seeds = iter(range(10_000))
    found = [
        Row(
            what="one life",
            seconds=median(lambda: live(engine, 1, next(seeds))),
            floor=median(lambda: draw(engine, 1), 0.5),
            floor_name=DRAWS,
            target="≤ 40 ms, then ≤ 15 ms",
        ),
        Row(
            what="2,000 lives",
            seconds=median(lambda: live(engine, 2_000)),
            floor=median(lambda: draw(engine, 2_000), 0.5),
            floor_name=DRAWS,
            target="≤ 200 ms, then ≤ 80 ms",
        ),
    ]
    start = time.perf_counter()
    live(engine, MANY)
    taken = time.perf_counter() - start
    chunk = median(lambda: draw(engine, 8_192), 0.5)
    found.append(
        Row(
            what=f"{MANY:,} lives",
            seconds=taken,
            floor=chunk * MANY / 8_192,
            floor_name=DRAWS,
            target="≥ 15,000 lives/s, < 300 MiB",
            note=f"{MANY / taken:,.0f} lives/s, {memory}",
        )
    )
    return found


def _memory() -> str:
    """Memory above that of a process that has lived ten lives; not known on every system."""
    if sys.platform == "win32":
        return "memory not measured"
    command = [sys.executable, "-c", MEMORY]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{int(told) * unit / 2**20:.0f} MiB"
