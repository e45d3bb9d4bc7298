"""How the first set-up speaks: to the side, in the language of this computer."""

from __future__ import annotations

import sys

from game.cli.messages import SETUP
from game.core.errors import GameError
from game.core.text import Text, same
from game.play.settings import system_language


class SetupError(GameError):
    """The environment cannot be made: one sentence and one remedy."""


def stopped(key: str, it: object = "") -> SetupError:
    """The error of one of the set-up's messages; ``it`` fills the gap in it."""
    return SetupError(SETUP[key].filled({"it": same(str(it))}))


def say(text: Text) -> None:
    """Print a sentence, in English where the console has no Chinese."""
    try:
        print(text.in_language(system_language()), file=sys.stderr, flush=True)
    except UnicodeError:
        print(text.en, file=sys.stderr, flush=True)
