"""The wheel: built, put into an empty folder, and run from somewhere else."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parents[1]
START = "import sys; from {module} import {name}; sys.exit({name}())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the game as a wheel brings it, and nothing else."""
    pytest.importorskip("hatchling", reason="the wheel's builder comes with the test extra")
    pytest.importorskip("pip", reason="this environment was made without pip")
    work = tmp_path_factory.mktemp("wheel")
    _run("hatchling", "build", "-t", "wheel", "-d", str(work / "dist"), cwd=ROOT)
    (wheel,) = (work / "dist").glob("before_the_rain-*.whl")
    target = work / "installed"
    _run("pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    return target


def test_the_command_runs_from_anywhere(installed: Path, tmp_path: Path) -> None:
    assert _command(installed, tmp_path, "--version", "--lang", "en") == (
        f"Before the Rain {game.__version__}\n"
    )


def test_the_games_files_are_found_inside(installed: Path, tmp_path: Path) -> None:
    code = "from game.core import folders as f; print(f.assets(), f.scenarios(), sep=chr(10))"
    said = _python(installed, tmp_path, code).splitlines()
    bundle = installed / "game" / "_bundle"
    assert said == [str(bundle / "assets"), str(bundle / "scenarios")]
    for name in ("assets", "scenarios"):
        ours = {file.relative_to(ROOT) for file in (ROOT / name).rglob("*.yaml")}
        theirs = {file.relative_to(bundle) for file in (bundle / name).rglob("*.yaml")}
        assert theirs == ours


def test_it_asks_for_what_the_game_needs(installed: Path) -> None:
    (found,) = importlib.metadata.distributions(path=[str(installed)])
    assert found.metadata["Name"] == "before-the-rain"
    assert found.metadata["Requires-Python"] == ">=3.11"
    needs = [need for need in found.requires or () if "extra ==" not in need]
    assert sorted(need.split(">=")[0].lower() for need in needs) == sorted(
        ("pygame-ce", "numpy", "pyyaml", "platformdirs")
    )


def _command(installed: Path, cwd: Path, *words: str) -> str:
    (found,) = importlib.metadata.distributions(path=[str(installed)])
    (script,) = (entry for entry in found.entry_points if entry.name == "before-the-rain")
    code = START.format(module=script.module, name=script.attr)
    return _python(installed, cwd, code, *words)


def _python(installed: Path, cwd: Path, code: str, *words: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _run(module: str, *words: str, cwd: Path | None = None) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=cwd, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
