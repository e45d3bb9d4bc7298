"""``check``: names every mistake of a scenario pack, with its place and remedy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from game.cli.arguments import UsageError
from game.core.folders import scenarios, user_data
from game.core.text import Language, Text
from game.scenario.compiler import Loaded, load_pack
from game.scenario.report import as_json, summary, worst

CLEAN, ERRORS, WARNINGS, REFUSED = 0, 1, 2, 4
DEFAULT_PACK: Final = "china"
_OPTIONS: Final = ("--json", "--strict", "--all")
_USAGE: Final = Text(
    "check takes one pack, its id or its path, and --json, --strict or --all; not “{word}”.",
    "check 后面写一个情景包（编号或路径），可加 --json、--strict、--all；不认识“{word}”。",
)


def main(arguments: Sequence[str], language: Language) -> int:
    """Check a pack and print what was found.

    Args:
        arguments: at most one pack, an id or a path; ``--json``, ``--strict`` (warnings count,
            too), ``--all`` (not only the ten worst).
        language: of the messages.

    Returns:
        0 clean, 1 errors, 2 warnings with ``--strict``, 4 refused for safety.
    """
    options = {word for word in arguments if word.startswith("-")}
    packs = [word for word in arguments if not word.startswith("-")]
    for word in (*sorted(options - set(_OPTIONS)), *packs[1:]):
        raise UsageError(_USAGE.filled({"word": word}))
    folders = [scenarios(), user_data() / "scenarios"]
    loaded = load_pack(packs[0] if packs else DEFAULT_PACK, folders)
    if "--json" in options:
        print(json.dumps(as_json(loaded), ensure_ascii=False, indent=2))
    else:
        _print(loaded, language, shows_all="--all" in options)
    return _exit_code(loaded, is_strict="--strict" in options)


def _print(loaded: Loaded, language: Language, *, shows_all: bool) -> None:
    if loaded.findings:
        most = len(loaded.findings) if shows_all else 10
        print(worst(loaded.findings, language, most), end="\n\n")
    print(summary(loaded, language))


def _exit_code(loaded: Loaded, *, is_strict: bool) -> int:
    if loaded.is_refused:
        return REFUSED
    if loaded.scenario is None:
        return ERRORS
    has_warnings = any(finding.severity == "warning" for finding in loaded.findings)
    return WARNINGS if is_strict and has_warnings else CLEAN
