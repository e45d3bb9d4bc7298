"""Changes the files of an author's pack: shown line by line, all or none, each with a copy."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from game.core.diagnostics import shown


def print_difference(name: str, before: str, after: str) -> None:
    """Every changed line of a file, as it was and as it is to be."""
    old, new = before.splitlines(), after.splitlines()
    for line in difflib.unified_diff(old, new, name, name, lineterm="", n=0):
        if not line.startswith(("---", "+++ ")) or line.startswith("+++ " + name):
            print(shown(line))


def written(root: Path, contents: Mapping[str, bytes]) -> list[str]:
    """Write files of a pack, each beside a copy of what it was; all of them or none.

    Args:
        root: the folder of the pack.
        contents: what each file is to hold, by its name in the folder.

    Returns:
        Names of the copies; an older copy is never written over.

    Raises:
        OSError: one cannot be written; then no file of the pack has changed.
    """
    copies = {name: _free_copy(root / name) for name in contents}
    partials = {name: root / f"{name}.part" for name in contents}
    try:
        for name, copy in copies.items():
            shutil.copyfile(root / name, copy)
        for name, partial in partials.items():
            partial.write_bytes(contents[name])
    except OSError:
        for made in (*copies.values(), *partials.values()):
            with suppress(OSError):
                made.unlink(missing_ok=True)
        raise
    for name, partial in partials.items():
        partial.replace(root / name)
    return [copy.relative_to(root).as_posix() for copy in copies.values()]


def _free_copy(path: Path) -> Path:
    number = 1
    while (
        copy := path.with_name(f"{path.name}{'' if number == 1 else f'.{number}'}.bak")
    ).exists():
        number += 1
    return copy
