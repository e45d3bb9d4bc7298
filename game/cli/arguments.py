"""The words of the command line, read into what is to be played or which command is to run."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from game.cli import messages
from game.core.errors import GameError
from game.core.text import EMPTY, LANGUAGES, Language, Text, Value, same
from game.play.options import PlayOptions

PACK_ENDINGS = (".yaml", ".lifepack")
LARGEST_SEED = 2**63 - 1


class UsageError(GameError):
    """The command line asks for something that does not exist."""


@dataclass(frozen=True, slots=True)
class _Option:
    """An option of play: the field it sets, and how its word becomes a value, ``None`` if not."""

    field: str
    read: Callable[[str], object]


def _whole(word: str, least: int, most: int) -> int | None:
    is_short_number = word.isascii() and word.isdecimal() and len(word) <= 19
    return int(word) if is_short_number and least <= int(word) <= most else None


OPTIONS: dict[str, _Option] = {
    "--profile": _Option("profile", lambda word: word or None),
    "--seed": _Option("seed", lambda word: _whole(word, 0, LARGEST_SEED)),
    "--lang": _Option("language", lambda word: word if word in LANGUAGES else None),
    "--text": _Option("text_percent", lambda word: _whole(word.removesuffix("%"), 100, 200)),
    "--motion": _Option("motion", {"on": True, "off": False}.get),
}


def is_pack(word: str) -> bool:
    """Whether a word names a pack and not a command: a path, or a file of a pack."""
    has_separator = "/" in word or os.sep in word or word in (".", "..")
    return has_separator or word.lower().endswith(PACK_ENDINGS)


def play_options(words: Sequence[str]) -> PlayOptions:
    """Read the options of play and at most one pack.

    Raises:
        UsageError: an option or a value that does not exist; the message says which there are.
    """
    found: dict[str, Any] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("-"):
            if not is_pack(word):
                raise UsageError(messages.MISPLACED.filled({"name": word}))
            if "pack" in found:
                raise UsageError(messages.ONE_PACK.filled({"name": word}))
            found["pack"] = word
            continue
        name, has_value, value = word.partition("=")
        if name not in OPTIONS:
            raise unknown(messages.UNKNOWN_OPTION, name, [*OPTIONS, "--version", "--help"])
        if not has_value:
            if not rest:
                gaps: dict[str, Value] = {"name": name, "wanted": wanted(name)}
                raise UsageError(messages.NO_VALUE.filled(gaps))
            value = rest.pop(0)
        found[OPTIONS[name].field] = read_value(name, value)
    return PlayOptions(**found)


def read_value(name: str, word: str) -> object:
    """The value of an option.

    Raises:
        UsageError: the word is not one; the message says what would be.
    """
    value = OPTIONS[name].read(word)
    if value is None:
        gaps: dict[str, Value] = {"name": name, "value": word, "wanted": wanted(name)}
        raise UsageError(messages.WRONG_VALUE.filled(gaps))
    return value


def without_language(words: Sequence[str]) -> tuple[list[str], Language | None]:
    """A command's words without ``--lang``, and the language it asked for."""
    rest: list[str] = []
    language: Language | None = None
    waiting = iter(words)
    for word in waiting:
        name, has_value, value = word.partition("=")
        if name != "--lang":
            rest.append(word)
            continue
        value = value if has_value else next(waiting, "")
        read_value(name, value)
        language = next(known for known in LANGUAGES if known == value)
    return rest, language


def unknown(message: Text, name: str, known: Iterable[str]) -> UsageError:
    """The error of a name that does not exist: the nearest one, and all there are."""
    names = list(known)
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.5)
    guess = messages.GUESS.filled({"name": near[0]}) if near else EMPTY
    every = same(", ".join(names))
    gaps: dict[str, Value] = {"name": name, "guess": guess, "commands": every, "options": every}
    return UsageError(message.filled(gaps))


def wanted(name: str) -> Text:
    """What an option takes, in words."""
    return messages.WANTED[name].filled({"most": str(LARGEST_SEED)})
