"""``twins``: one person lives twice on the same luck, under two plans, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.cli.arguments import UsageError, play_options
from game.cli.parser import CommandParser
from game.core.text import Language, Text, same

ABOUT = Text(
    "Shows two lives of one person side by side: the same storms, two plans. Nothing is saved.",
    "把同一个人的两种人生并排放映：风雨一样，方案不同。不存档。",
)
NO_PLAN = Text(
    "There is no plan “{name}” for {option}. There are: {known}.",
    "{option} 没有“{name}”这种方案。可选：{known}。",
)

LEFT: Final = Text(
    "plan of the left life: employee_lowest, resident, never_insured …",
    "左边的方案：employee_lowest、resident、never_insured 等",
)
RIGHT: Final = Text("plan of the right life", "右边的方案")


def main(arguments: Sequence[str], language: Language) -> int:
    """Open the window on two lives.

    Args:
        arguments: as of play (``--profile``, ``--seed``, ``--text``, ``--motion``, a pack), and
            ``--left`` and ``--right``, ids of plans.
        language: of the window.

    Returns:
        0, or 2 without a display.
    """
    parser = CommandParser("twins", ABOUT, language)
    parser.add("--left", about=LEFT, default=None, metavar="PLAN")
    parser.add("--right", about=RIGHT, default=None, metavar="PLAN")
    asked, rest = parser.parse_known_args(list(arguments))
    # Imported here, so that asking for help needs no engine.
    from game.play.twins import SHOWN

    plans = tuple(
        _plan(option, word, SHOWN, default)
        for option, word, default in (
            ("--left", asked.left, SHOWN[0]), ("--right", asked.right, SHOWN[1]),
        )
    )  # fmt: skip
    options = play_options([*rest, "--lang", language])
    from game.ui.twins import run_twins

    return run_twins(options, (plans[0], plans[1]))


def _plan(option: str, word: str | None, known: Sequence[str], default: str) -> str:
    """The id of a plan.

    Raises:
        UsageError: there is no such plan.
    """
    if word is None:
        return default
    if word not in known:
        gaps = {"option": same(option), "name": same(word), "known": same(", ".join(known))}
        raise UsageError(NO_PLAN.filled(gaps))
    return word
