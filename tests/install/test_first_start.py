"""The first start on a fresh checkout, for real but offline: a package made here stands in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parents[1]
PROJECT = """
[project]
name = "before-the-rain"
dependencies = ["rain-test-package>=1.5.0"]
[project.optional-dependencies]
test = []
"""
MAIN = """
import sys
def main(words):
    import rain_test_package
    print(sys.prefix, *words)
    return 7
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose only dependency is a package that pip can find in a folder beside it."""
    folder = tmp_path / "our game · 未雨绸缪"
    shutil.copytree(
        ROOT / "game",
        folder / "game",
        ignore=lambda path, names: {n for n in names if n in ("ui", "__pycache__")},
    )
    shutil.copy(ROOT / "main.py", folder)
    (folder / "game" / "__main__.py").write_text(MAIN)
    (folder / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "packages").mkdir()
    name = "rain_test_package-1.5.0"
    with zipfile.ZipFile(tmp_path / "packages" / f"{name}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("rain_test_package.py", "")
        info = "Metadata-Version: 2.1\nName: rain-test-package\nVersion: 1.5.0\n"
        wheel.writestr(f"{name}.dist-info/METADATA", info)
        tags = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{name}.dist-info/WHEEL", tags)
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    return folder


def started(checkout: Path, *words: str, is_online: bool = True) -> subprocess.Popen[str]:
    """Start the game as a person would, from another folder."""
    packages = str(checkout.parent / "packages") if is_online else ""
    return subprocess.Popen(
        [sys.executable, str(checkout / "main.py"), *words],
        cwd=checkout.parent,
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": packages},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_set_up_leaves_nothing_that_hurts_the_next(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "mine").touch()

    killed = started(checkout)
    lock = checkout / ".venv-setup.lock"
    deadline = time.monotonic() + 10
    while not list(checkout.glob(".venv-making-*/new/bin")) and time.monotonic() < deadline:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert lock.exists() and not (checkout / ".venv-game").exists()

    out, err = (again := started(checkout, "--seed", "7")).communicate(timeout=60)
    assert again.returncode == 7, err
    assert out.split(" --seed ")[0] == str(checkout / ".venv-game")
    assert "Making a Python environment" in err and "Ready." in err

    out, err = (quick := started(checkout, "check")).communicate(timeout=30)
    assert (quick.returncode, err) == (7, "")
    assert os.listdir(checkout / ".venv") == ["mine"]
    assert sorted(file.name for file in checkout.glob(".venv*")) == [".venv", ".venv-game"]


def test_offline_is_a_sentence_and_leaves_only_the_log(checkout: Path) -> None:
    out, err = (offline := started(checkout, is_online=False)).communicate(timeout=60)
    assert (offline.returncode, out) == (2, "")
    log = checkout / ".venv-setup.log"
    assert err.splitlines()[-1] == (
        "The packages the game needs could not be installed. See why at the end of"
        f" {log}, then start again."
    )
    assert "rain-test-package" in log.read_text(encoding="utf-8")
    assert list(checkout.glob(".venv*")) == [log]
