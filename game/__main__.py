"""Starts the game: ``python -m game`` and the command ``before-the-rain``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from game.cli.app import run
from game.play.options import PlayOptions


def main(argv: Sequence[str] | None = None) -> int:
    """Play, or run one of the commands.

    Args:
        argv: the command line without the program; this process's own when left out.

    Returns:
        The exit code.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    return run(sys.argv[1:] if argv is None else argv, _play)


def _play(options: PlayOptions) -> int:
    """Open the window. Its modules are imported only now: the commands do without them."""
    try:
        from game.ui.app import run as open_window
    except (ImportError, AttributeError) as error:
        _refuse_other_pygame()
        raise error
    _refuse_other_pygame()
    return open_window(options)


def _refuse_other_pygame() -> None:
    pygame = sys.modules.get("pygame")
    if pygame is not None and not getattr(pygame, "IS_CE", False):
        from game.cli.messages import OTHER_PYGAME
        from game.core.errors import GameError

        raise GameError(OTHER_PYGAME.filled({"python": sys.executable}))


if __name__ == "__main__":
    sys.exit(main())
