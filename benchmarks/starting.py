"""From the command line to the first picture, against importing what it stands on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.timing import Row, median

ROOT: Final = Path(__file__).parents[1]
FLOOR: Final = "import pygame, numpy, yaml"
FIRST_FRAME: Final = """
import os, runpy, sys
import pygame
pygame.display.flip = lambda: os._exit(0)
sys.argv = ["main.py"]
runpy.run_path("main.py", run_name="__main__")
os._exit(3)
"""
CHECK: Final = ["main.py", "check", "china"]


def rows() -> list[Row]:
    """Start to first frame, and the check of the base pack."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {
            **os.environ,
            "SDL_VIDEODRIVER": "dummy",
            "SDL_AUDIODRIVER": "dummy",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "BTR_FOLDER": folder,
        }

        def run(*words: str) -> None:
            subprocess.run(
                [sys.executable, *words],
                cwd=ROOT,
                env=surroundings,
                check=True,
                stdout=subprocess.DEVNULL,
            )

        floor = median(lambda: run("-c", FLOOR))
        first_frame = median(lambda: run("-c", FIRST_FRAME))
        check = median(lambda: run(*CHECK))
    return [
        Row(
            what="start to first frame",
            seconds=first_frame,
            floor=floor,
            floor_name=FLOOR,
            target="≤ 2 × floor",
        ),
        Row(
            what="check of the base pack",
            seconds=check,
            floor=floor,
            floor_name=FLOOR,
            target="≤ 1 s",
        ),
    ]
