"""``schema``: the language as JSON Schema, so that an editor completes keys and marks slips."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.parser import CommandParser
from game.core.text import Language, Text
from game.scenario.json_schema import MODELINE, json_schema

ABOUT: Final = Text(
    "Prints the scenario language as a JSON Schema. An editor that knows it (such as VS Code\n"
    "with a YAML extension) completes keys and marks what does not belong. “check” says more.",
    "以 JSON Schema 输出情景语言。支持它的编辑器（如装了 YAML 扩展的 VS Code）\n"
    "会自动补全键名，标出写错的地方。更全的检查请用 check。",
)
EXAMPLES: Final = Text(
    "schema --out scenario-1.json\nschema --lang zh",
    "schema --out scenario-1.json\nschema --lang zh",
)
OUT: Final = Text("write it to this file", "写入这个文件")
DONE: Final = Text(
    "Written: {path}\nPut this line first in a scenario.yaml in the same folder:\n{line}",
    "已写入：{path}\n在同一文件夹的 scenario.yaml 第一行写：\n{line}",
)
CANNOT: Final = Text("{path} cannot be written.", "无法写入 {path}。")


def main(arguments: Sequence[str], language: Language) -> int:
    """Print the schema, or write it to a file.

    Args:
        arguments: ``--out``.
        language: of its descriptions.

    Returns:
        0.

    Raises:
        UsageError: the file cannot be written.
    """
    parser = CommandParser("schema", ABOUT, language, EXAMPLES)
    parser.add("--out", about=OUT, metavar="FILE")
    asked = parser.parse_args(list(arguments))
    text = json.dumps(json_schema(language), ensure_ascii=False, indent=2) + "\n"
    if not asked.out:
        print(text, end="")
        return 0
    path = Path(asked.out)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(CANNOT.filled({"path": str(path)})) from error
    line = f"{MODELINE.partition('=')[0]}={path.name}"
    print(DONE.filled({"path": str(path), "line": line}).in_language(language))
    return 0
