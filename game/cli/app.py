"""From the command line to what is asked for; whatever goes wrong ends in a sentence."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TextIO

from game import __version__
from game.cli import messages
from game.cli.arguments import UsageError, is_pack, play_options, unknown, without_language
from game.core.errors import GameError, PackError
from game.core.folders import user_config
from game.core.text import LANGUAGES, Language, Text
from game.play.options import PlayOptions
from game.play.settings import SettingsStore

FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
Play = Callable[[PlayOptions], int]


def run(words: Sequence[str], play: Play) -> int:
    """Do what the command line asks for.

    Args:
        words: the command line, without the program.
        play: opens the window.

    Returns:
        0; 1 after a mistake of the game; 2 when what was asked for cannot be; else a command's own.
    """
    for stream in (sys.stdout, sys.stderr):
        _spare(stream)
    try:
        code = _dispatch(words, play)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except GameError as error:
        _complain(error.message, likely_language(words))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has left, as in "... | head"; Python must not stumble over it again on exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("BTR_DEBUG"):
            raise
        from game.cli.report import written

        _complain(written(error), likely_language(words))
        return FAILED


def likely_language(words: Sequence[str]) -> Language:
    """The language to speak: asked for, else set in the game, else the computer's."""
    with contextlib.suppress(UsageError):
        asked = without_language(words)[1]
        if asked is not None:
            return asked
    return SettingsStore(user_config()).language()


def _dispatch(words: Sequence[str], play: Play) -> int:
    rest, asked = without_language(words)
    first = rest[0] if rest else ""
    if first in messages.COMMANDS:
        command = importlib.import_module(f"game.cli.{first.replace('-', '_')}")
        own = words[words.index(first) + 1 :] if first in messages.OWN_LANGUAGE else rest[1:]
        done = command.main(own, likely_language(words))
        return play(done) if isinstance(done, PlayOptions) else int(done)
    if first and not first.startswith("-") and not is_pack(first):
        raise unknown(messages.UNKNOWN_COMMAND, first, messages.COMMANDS)
    if {"--help", "-h"} & set(rest):
        return _print(help_page(), likely_language(words))
    if "--version" in rest:
        return _print(messages.VERSION.filled({"version": __version__}), likely_language(words))
    options = replace(play_options(rest), language=asked)
    if options.pack is not None and not os.path.exists(options.pack):
        raise UsageError(messages.NO_PACK.filled({"path": options.pack}))
    _check_playable(options, likely_language(words))
    return play(options)


def _check_playable(options: PlayOptions, language: Language) -> None:
    """What is asked for by name must be there before a window opens.

    A pack with mistakes is no reason to open none: the window shows all of them, the terminal the
    worst.
    """
    if options.pack is None and options.profile is None:
        return
    from game.play.packs import playable_scenario, profile_index

    try:
        scenario = playable_scenario(options.pack)
    except PackError as error:
        if options.pack is None:
            raise
        _complain(error.message, language)
    else:
        profile_index(scenario, options.profile)


def help_page() -> Text:
    """What can be written on the command line."""
    commands = {
        language: "\n".join(
            f"  {name:<10} {what.in_language(language)}" for name, what in messages.COMMANDS.items()
        )
        for language in LANGUAGES
    }
    return messages.HELP.filled({"commands": Text(commands["en"], commands["zh"])})


def _print(text: Text, language: Language) -> int:
    print(text.in_language(language))
    return 0


def _complain(text: Text, language: Language) -> None:
    if sys.stderr is not None:
        print(text.in_language(language), file=sys.stderr)


def _spare(stream: TextIO | None) -> None:
    """A console that has no letter for something shows a mark in its place, and does not fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
