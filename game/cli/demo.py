"""``demo``: a life plays by itself, with captions, for a screen in the room or in a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.cli.arguments import UsageError, play_options
from game.cli.parser import CommandParser
from game.core.text import Language, Text

ABOUT = Text(
    "Plays one life by itself, with captions. Nothing is saved; Escape ends it.",
    "自动演示一个人的一生，配有说明。不存档，按 Esc 结束。",
)
BAD_PACE = Text(
    "--pace must be a number from 0.25 to 20, not “{word}”.",
    "--pace 要写 0.25 到 20 的数，不能写“{word}”。",
)
LEAST, MOST = 0.25, 20.0

PACE: Final = Text("how many times as fast; 1 is as written", "放快几倍，1 是平常速度")


def main(arguments: Sequence[str], language: Language) -> int:
    """Open the window and play.

    Args:
        arguments: as of play (``--seed``, ``--text``, ``--motion``, a pack), and ``--pace``.
        language: of the captions.

    Returns:
        0, or 2 without a display.
    """
    parser = CommandParser("demo", ABOUT, language)
    parser.add("--pace", about=PACE, default="1", metavar="TIMES")
    asked, rest = parser.parse_known_args(list(arguments))
    pace = _pace(asked.pace)
    options = play_options([*rest, "--lang", language])
    from game.ui.demo import run_demo

    return run_demo(options, pace)


def _pace(word: str) -> float:
    try:
        pace = float(word)
    except ValueError:
        pace = 0.0
    if not LEAST <= pace <= MOST:
        raise UsageError(BAD_PACE.filled({"word": word}))
    return pace
