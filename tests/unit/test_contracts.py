"""Who may import whom, as ``pyproject.toml`` says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]


def test_import_contracts_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_the_set_up_needs_only_the_standard_library() -> None:
    modules = "game.cli.environment, game.cli.setup, game.cli.lock, game.cli.saying"
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {modules};"
        "found = {name.split('.')[0] for name in sys.modules};"
        "print(sorted(found - set(sys.stdlib_module_names) - {'__main__', 'game'}))"
    )
    # -S leaves site-packages out: anything from there could not be imported.
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"


def test_starting_the_command_line_imports_nothing_heavy() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import game.__main__ as m;"
        "m.main(['--version', '--lang', 'en']);"
        "print(sorted({'pygame', 'numpy', 'yaml'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
