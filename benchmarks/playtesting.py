"""What a trainer waits for: the playtest of the base pack, in one process and in several."""

from __future__ import annotations

import time
from typing import Final

from benchmarks.timing import Row, arithmetic_floor
from game.core.folders import scenarios
from game.play.packs import BASE_PACK
from game.play.playtest.crew import Address, usual_processes
from game.play.playtest.playing import Wish, playtested
from game.scenario.compiler import Loaded, load_pack

WISH: Final = Wish(lives=2_000)
RUNS: Final = 3
FLOOR_NAME: Final = "2,000 additions in numpy"
TARGET: Final = "≤ 10 s"


def rows() -> list[Row]:
    """Both, each the middle of a few runs."""
    loaded, floor = load_pack(BASE_PACK, [scenarios()]), arithmetic_floor()
    several = usual_processes()
    lives = f"7 × {WISH.lives:,} lives"
    return [
        Row(
            what=f"playtest, {count} process{'' if count == 1 else 'es'}",
            seconds=sorted(_seconds(loaded, count) for _ in range(RUNS))[RUNS // 2],
            floor=floor,
            floor_name=FLOOR_NAME,
            target=TARGET if count == several else "",
            note=lives,
        )
        for count in dict.fromkeys((1, several))
    ]


def _seconds(loaded: Loaded, processes: int) -> float:
    assert loaded.scenario is not None
    address = Address(pack=BASE_PACK, folders=(scenarios(),))
    start = time.perf_counter()
    playtested(loaded, loaded.scenario, WISH, address=address, processes=processes)
    return time.perf_counter() - start
