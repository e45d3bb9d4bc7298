"""One tree of errors. Each says what is wrong and what to do, in both languages."""

from __future__ import annotations

from game.core.text import Text


class GameError(Exception):
    """Anything the game can explain to the person in front of it."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class LawError(GameError):
    """A parameter of law is missing, or has no value yet on the day it is needed."""


class PackError(GameError):
    """A scenario pack cannot be played; ``message`` sums up, the findings hold every place."""

    def __init__(self, message: Text, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class UnknownName(GameError):
    """A profile, strategy, place or other name that does not exist."""


class DisplayError(GameError):
    """No window can be opened here."""
