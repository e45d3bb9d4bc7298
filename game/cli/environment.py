"""Which Python the game runs in: this one, or one in an environment of its own.

Runs at every start before anything is installed, so it and what it imports need only the standard
library, and little of that.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

STAMP = "before-the-rain.stamp"
_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(-.*)?\.(dist|egg)-info")


def requirements(root: str | Path, is_test: bool) -> tuple[str, ...]:
    """What must be installed, as ``pyproject.toml`` says: ``name>=version``, ``name==version``."""
    import tomllib

    project = tomllib.loads((Path(root) / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    more = project["optional-dependencies"]["test"] if is_test else []
    return (*project["dependencies"], *more)


def is_installed(wanted: Sequence[str], folders: Sequence[str] | None = None) -> bool:
    """Whether this Python has all of it, and not the other pygame, which overwrites pygame-ce.

    Args:
        wanted: requirements.
        folders: where packages are, ``sys.path`` when left out.
    """
    found = _versions(sys.path if folders is None else folders)
    return "pygame" not in found and all(_is_met(requirement, found) for requirement in wanted)


def ready(root: str | Path, wanted: Sequence[str]) -> Path | None:
    """The game's own environment, if it is there, complete, and not the one running already."""
    folder = own_folder(Path(root))
    if folder is None or is_inside(folder) or not is_stamped(folder, wanted):
        return None
    return folder


def own_folder(root: Path) -> Path | None:
    """The folder of the environment: never one that the game has not made itself."""
    for folder in (root / ".venv", root / ".venv-game"):
        if not os.path.lexists(folder) or (folder / STAMP).is_file():
            return folder
    return None


def is_inside(folder: Path) -> bool:
    """Whether this process runs in the environment."""
    return os.path.realpath(sys.prefix) == os.path.realpath(folder)


def is_stamped(folder: Path, wanted: Sequence[str]) -> bool:
    """Whether the game made this environment, for this Python, with all that is wanted."""
    try:
        lines = (folder / STAMP).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return set(stamp(wanted)) <= set(lines) and python_of(folder).exists()


def stamp(wanted: Sequence[str]) -> tuple[str, ...]:
    """The lines of the stamp: the Python an environment is for, and what was installed."""
    return (str(sys.implementation.cache_tag), *wanted)


def python_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def run_in(folder: Path, command: Sequence[str]) -> int:
    """Run a Python command in an environment instead of this process, and pass on its exit code."""
    python = str(python_of(folder))
    if os.name != "nt":
        os.execv(python, [python, *command])
    import subprocess

    process = subprocess.Popen([python, *command])
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # The game has got it too, and ends in its own way.
            continue


def _versions(folders: Sequence[str]) -> dict[str, list[int]]:
    # By the names of folders: importlib.metadata takes longer to import than all of this module.
    found: dict[str, list[int]] = {}
    for folder in folders:
        try:
            names = os.listdir(folder or os.curdir)
        except OSError:
            continue
        for name in names:
            if name.endswith("-info") and (match := _INSTALLED.fullmatch(name)):
                found.setdefault(_plain(match["name"]), _numbers(match["version"]))
    return found


def _is_met(requirement: str, found: dict[str, list[int]]) -> bool:
    name, relation, bound = re.split("(>=|==)", requirement)
    version, wanted = found.get(_plain(name), []), _numbers(bound)
    return version == wanted if relation == "==" else version >= wanted


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _numbers(version: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", version)]
