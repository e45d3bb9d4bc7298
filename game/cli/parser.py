"""A command's options by ``argparse``, whose mistakes are sentences in the player's language."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from typing import Any, Final, NoReturn

from game.cli.arguments import UsageError
from game.core.diagnostics import cells
from game.core.text import EMPTY, Language, Text

NO_VALUE: Final = Text(
    "{name} needs a value. Run “{command} --help” to see which.",
    "{name} 后面要写一个值。运行 {command} --help 可以看到怎么写。",
)
UNKNOWN: Final = Text(
    "“{name}” means nothing to {command}. Run “{command} --help” for its options.",
    "{command} 不认识“{name}”。运行 {command} --help 可以看到有哪些选项。",
)
MISSING: Final = Text(
    "{command} needs {name} behind it. Run “{command} --help” to see how it is written.",
    "{command} 后面要写 {name}。运行 {command} --help 可以看到怎么写。",
)
NOT_ONE_OF: Final = Text(
    "{name} cannot be “{value}”. Choose one of: {known}.",
    "{name} 不能写“{value}”。可选：{known}。",
)
NOT_UNDERSTOOD: Final = Text(
    "The options are not understood. Run “{command} --help” for them.",
    "看不懂这些选项。运行 {command} --help 可以看到有哪些选项。",
)
OWN_HELP: Final = Text("this page", "显示本页")
LANGUAGE: Final = Text("language of what is said", "显示用的语言")
EXAMPLES: Final = Text("For example:", "例如：")
_NO_VALUE: Final = re.compile(r"argument ([^:]+): expected")
_CHOICE: Final = re.compile(r"argument ([^:]+): invalid choice: '?([^']*)'? \(choose from (.*)\)")
_MISSING: Final = re.compile(r"the following arguments are required: (.+)")
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (.+)|ambiguous option: (\S+)")
_WIDEST: Final = 22


class CommandParser(ArgumentParser):
    """The options of one command, and its page of help in the player's language."""

    def __init__(
        self, command: str, about: Text, language: Language, examples: Text = EMPTY
    ) -> None:
        super().__init__(
            prog=command,
            description=about.in_language(language),
            allow_abbrev=False,
            add_help=False,
        )
        self.language = language
        self.examples = examples.in_language(language)
        self.add("--help", "-h", about=OWN_HELP, action="help")

    def add(self, *names: str, about: Text, **how: Any) -> None:
        """Add an argument with its line of help."""
        self.add_argument(*names, help=about.in_language(self.language), **how)

    def format_help(self) -> str:
        """How the command is written, what it does, its options one a line, and examples."""
        rows = [_row(action) for action in self._actions if action.dest not in ("help", "lang")]
        rows.append(("--lang en|zh", LANGUAGE.in_language(self.language)))
        rows.append(("--help", OWN_HELP.in_language(self.language)))
        usage = " ".join(
            [self.prog, *(name for name, _ in rows if not name.startswith("-")), "[…]"]
        )
        lines = [usage, "", self.description or "", ""]
        lines += [f"  {name}{' ' * max(2, _WIDEST - cells(name))}{what}" for name, what in rows]
        if self.examples:
            lines += ["", EXAMPLES.in_language(self.language)]
            lines += [f"  {line}" for line in self.examples.split("\n")]
        return "\n".join(lines) + "\n"

    def error(self, message: str) -> NoReturn:
        """Instead of printing English usage: one sentence in both languages.

        Raises:
            UsageError: always.
        """
        raise UsageError(self._told(message))

    def _told(self, message: str) -> Text:
        command = self.prog
        if found := _CHOICE.match(message):
            name, value, known = found.groups()
            listed = known.replace("'", "")
            return NOT_ONE_OF.filled({"name": name, "value": value, "known": listed})
        if found := _NO_VALUE.match(message):
            return NO_VALUE.filled({"name": found.group(1), "command": command})
        if found := _MISSING.match(message):
            return MISSING.filled({"name": found.group(1), "command": command})
        if found := _UNKNOWN.match(message):
            name = found.group(1) or found.group(2)
            return UNKNOWN.filled({"name": name, "command": command})
        return NOT_UNDERSTOOD.filled({"command": command})


def _row(action: Any) -> tuple[str, str]:
    """How an argument is written, and its line of help."""
    name = action.option_strings[0] if action.option_strings else ""
    value = str(action.metavar or action.dest).upper() if action.nargs != 0 else ""
    if action.choices and not action.metavar:
        value = "|".join(str(choice) for choice in action.choices)
    if name:
        return f"{name} {value}".strip(), action.help or ""
    return (f"[{value}]" if action.nargs == "?" else value), action.help or ""
