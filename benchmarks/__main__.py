"""Runs all measurements, or those named: ``python -m benchmarks starting living``."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable

from benchmarks import choosing, frames, guards, living, playing, playtesting, starting
from benchmarks.timing import table

PARTS: dict[str, Callable[[], str]] = {
    "starting": lambda: table(starting.rows()),
    "living": lambda: table(living.rows()),
    "playing": lambda: table(playing.rows()),
    "choosing": lambda: table(choosing.rows()),
    "playtesting": lambda: table(playtesting.rows()),
    "frames": lambda: table(frames.rows()),
    "guards": guards.lines,
}


def main(names: list[str]) -> int:
    """Measure and print."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"No measurement is called {unknown[0]}. There are: {', '.join(PARTS)}.")
        return 2
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    for name in names or PARTS:
        print(PARTS[name](), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
