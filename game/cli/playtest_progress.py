"""The bar a playtest fills on a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from game.core.diagnostics import cells
from game.core.text import Language, Text
from game.play.playtest.crew import Tell
from game.sim.strategies import STRATEGIES

BAR: Final = 24
WIDTH: Final = 76
BEAT_SECONDS: Final = 0.5
DONE: Final = Text("done: {what}", "已完成：{what}")
PLAYING: Final = Text("the first lives", "第一批人生")
WORDS: Final = {
    "sweep": Text("every choice tried once", "每个选项都试过"),
    "pairs": Text("choices side by side", "同样运气比选项"),
    "funnel": Text("events nobody met", "没人遇到的事件"),
    "usual": Text("numbers of law as they are", "现行参数"),
    "number": Text("a number moved", "浮动一个参数"),
}
_TURNS: Final = "◐◓◑◒"


@contextmanager
def progress(language: Language) -> Iterator[Tell]:
    """A bar on a terminal while the block runs; nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda what, share: None
        return
    bar = _Bar(language)
    beat = threading.Thread(target=bar.beat, daemon=True)
    beat.start()
    try:
        yield bar.tell
    finally:
        bar.ended.set()
        beat.join(BEAT_SECONDS)
        print("\r" + " " * (WIDTH + 2) + "\r", end="", file=sys.stderr, flush=True)


class _Bar:
    """Draws itself as tasks are done, and turns a sign between them to show that it lives."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._words, self._share, self._turn = PLAYING.in_language(language), 0.0, 0
        self.ended = threading.Event()

    def tell(self, what: str, share: float) -> None:
        """A task is done."""
        head = what.partition(" ")[0]
        name = STRATEGIES[head].name if head in STRATEGIES else WORDS[head]
        self._words = DONE.filled({"what": name}).in_language(self._language)
        self._share = share
        self._draw()

    def beat(self) -> None:
        """Turn until it is over."""
        while not self.ended.wait(BEAT_SECONDS):
            self._turn += 1
            self._draw()

    def _draw(self) -> None:
        full = round(BAR * self._share)
        turn = _TURNS[self._turn % len(_TURNS)]
        line = f"{'█' * full}{'·' * (BAR - full)} {turn} {self._words}"
        print(f"\r{line}{' ' * max(0, WIDTH - cells(line))}", end="", file=sys.stderr, flush=True)
