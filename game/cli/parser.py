"""A command's options by ``argparse``, whose mistakes are sentences in the player's language."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from typing import Final, NoReturn

from game.cli.arguments import UsageError
from game.core.text import Language, Text

NO_VALUE: Final = Text(
    "{name} needs a value. Run “{command} --help” to see which.",
    "{name} 后面要写一个值。运行 {command} --help 可以看到怎么写。",
)
UNKNOWN: Final = Text(
    "“{name}” means nothing to {command}. Run “{command} --help” for its options.",
    "{command} 不认识“{name}”。运行 {command} --help 可以看到有哪些选项。",
)
NOT_UNDERSTOOD: Final = Text(
    "The options are not understood. Run “{command} --help” for them.",
    "看不懂这些选项。运行 {command} --help 可以看到有哪些选项。",
)
_NO_VALUE: Final = re.compile(r"argument ([^:]+): expected")
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (.+)|ambiguous option: (\S+)")


class CommandParser(ArgumentParser):
    """The options of one command."""

    def __init__(self, command: str, about: Text, language: Language) -> None:
        super().__init__(prog=command, description=about.in_language(language), allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Instead of printing English usage: one sentence in both languages.

        Raises:
            UsageError: always.
        """
        no_value, strange = _NO_VALUE.match(message), _UNKNOWN.match(message)
        if no_value:
            raise UsageError(NO_VALUE.filled({"name": no_value.group(1), "command": self.prog}))
        if strange:
            name = strange.group(1) or strange.group(2)
            raise UsageError(UNKNOWN.filled({"name": name, "command": self.prog}))
        raise UsageError(NOT_UNDERSTOOD.filled({"command": self.prog}))
