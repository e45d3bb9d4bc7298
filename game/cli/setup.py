"""The first set-up: makes an environment, installs into it, and only then puts it in its place.

It is built in a folder of its own beside the final one and renamed when it is complete, so that a
set-up killed at any moment leaves nothing the next one would trust. Programs inside an environment
name its first path, so they are never called; ``python -m`` is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from game.cli.environment import STAMP, is_inside, is_stamped, own_folder, python_of, stamp
from game.cli.lock import SetupLock
from game.cli.messages import SETUP
from game.cli.saying import SetupError, say, stopped
from game.core.text import same

MAKING = ".venv-making-"
# Handed to the process that runs in a new environment: if that lacks something, it says so.
_REPAIRED = "BTR_REPAIRED"
_NO_ROOM = re.compile(r"No space left|Errno 28\b|Errno 122\b|WinError 112\b")
_NO_NETWORK = re.compile(
    r"NewConnectionError|connection broken|timed out|name resolution|getaddrinfo|unreachable"
    r"|ConnectionError|ProxyError|SSLError"
)


def prepared(root: str | Path, wanted: Sequence[str]) -> Path:
    """Find the environment to run in, or make it.

    Args:
        root: the checkout.
        wanted: requirements that this Python does not meet.

    Returns:
        The folder of the environment.
    """
    folder = own_folder(Path(root))
    if folder is None:
        raise stopped("taken", root)
    if is_inside(folder) and _REPAIRED in os.environ:
        raise stopped("again", folder)
    if is_inside(folder) or not is_stamped(folder, wanted):
        set_up(folder, wanted, is_repair=is_inside(folder))
        os.environ[_REPAIRED] = "1"
    return folder


def set_up(folder: Path, wanted: Sequence[str], *, is_repair: bool) -> None:
    """Make the environment, unless another window has just done so.

    Args:
        folder: where it goes; one the game made before is replaced.
        wanted: requirements to install.
        is_repair: replace it even though its stamp fits.
    """
    root = folder.parent
    try:
        with SetupLock(root / ".venv-setup.lock"):
            if not is_repair and is_stamped(folder, wanted):
                return
            for leftover in root.glob(f"{MAKING}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            say(SETUP["begin"])
            with tempfile.TemporaryDirectory(
                prefix=MAKING, dir=root, ignore_cleanup_errors=True
            ) as workshop:
                made = Path(workshop) / "new"
                fill(made, wanted, log=root / ".venv-setup.log")
                if folder.exists():
                    os.rename(folder, Path(workshop) / "old")
                os.rename(made, folder)
            say(SETUP["done"])
    except OSError as error:
        raise stopped("full" if _NO_ROOM.search(str(error)) else "folder", root) from error


def fill(folder: Path, wanted: Sequence[str], log: Path) -> None:
    """Make an environment, install what is wanted, and stamp it last."""
    make_environment(folder, log)
    install(folder, wanted, log)
    (folder / STAMP).write_text("\n".join(stamp(wanted)) + "\n", encoding="utf-8")
    log.unlink(missing_ok=True)


def make_environment(folder: Path, log: Path) -> None:
    """An environment with pip in it, in a folder that does not exist yet."""
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError as error:
        version = "{}.{}".format(*sys.version_info)
        raise stopped("venv", f"sudo apt install python{version}-venv") from error
    try:
        venv.EnvBuilder(symlinks=os.name != "nt", with_pip=True).create(folder)
    except subprocess.CalledProcessError as error:
        said = error.output or b""
        words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        log.write_text(words, encoding="utf-8")
        raise reason(words, log) from error


def install(folder: Path, wanted: Sequence[str], log: Path) -> None:
    """Install with the environment's own pip, naming each package as it is fetched."""
    options = ("--disable-pip-version-check", "--no-input", "--prefer-binary", "--retries", "2")
    words = []
    with subprocess.Popen(
        [str(python_of(folder)), "-m", "pip", "install", *options, *wanted],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # A person's own pip settings for "always into my home" would miss the environment.
        env={**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"},
    ) as pip:
        for line in pip.stdout or ():
            words.append(line)
            if name := re.match(r"Collecting ([\w.-]+)", line):
                say(SETUP["fetch"].filled({"it": same(name[1])}))
    if pip.returncode != 0:
        log.write_text("".join(words), encoding="utf-8")
        raise reason("".join(words), log)


def reason(words: str, log: Path) -> SetupError:
    """Why an installer failed, from what it printed."""
    if _NO_ROOM.search(words):
        return stopped("full", log.parent)
    return stopped("network" if _NO_NETWORK.search(words) else "failed", log)
