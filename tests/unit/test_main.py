"""The start file: readable by old Pythons, small, and sending each command line the right way."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections import namedtuple
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from game.cli import environment, saying, setup
from game.core.text import Text

ROOT = Path(__file__).resolve().parents[2]
Version = namedtuple("Version", "major minor micro releaselevel serial")


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start_file", ROOT / "main.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_is_small_and_readable_by_old_pythons() -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert len(source.splitlines()) <= 150
    assert not any(isinstance(node, (ast.JoinedStr, ast.AnnAssign)) for node in ast.walk(tree))
    starred = [node for node in ast.walk(tree) if isinstance(node, ast.Starred)]
    assert len(starred) == 1, "only the one in format(*...), which Python 2 knows"


def test_an_old_python_is_told_what_to_do(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2, "final", 0))
    assert start.main([]) == 2
    said = capsys.readouterr().err
    assert "The game needs Python 3.11 or newer, this is 3.9. Install one" in said
    assert "当前是 3.9" in said


def test_with_everything_installed_nothing_is_made(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "prepared", _never)
    assert start.main(["--version", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Before the Rain 0.2.0\n"


def test_with_something_missing_it_runs_in_the_environment(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Any] = []

    def run_in(*call: object) -> int:
        ran.append(call)
        return 7

    monkeypatch.setattr(environment, "is_installed", lambda wanted: False)
    monkeypatch.setattr(setup, "prepared", _never)
    monkeypatch.setattr(environment, "ready", lambda root, wanted: Path(root) / "made")
    monkeypatch.setattr(environment, "run_in", run_in)
    assert start.main(["check", "china"]) == 7
    assert ran == [(ROOT / "made", [str(ROOT / "main.py"), "check", "china"])]


def test_without_an_environment_one_is_made(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "is_installed", lambda wanted: False)
    monkeypatch.setattr(environment, "ready", lambda root, wanted: None)
    monkeypatch.setattr(setup, "prepared", lambda root, wanted: Path(root) / "new")
    monkeypatch.setattr(environment, "run_in", lambda folder, command: len(folder.name))
    assert start.main([]) == 3


def test_a_failed_set_up_is_one_sentence_and_exit_code_two(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(root: str, wanted: object) -> Path:
        raise saying.SetupError(Text("No room. Make some.", "空间不足，请清理。"))

    monkeypatch.setattr(environment, "is_installed", lambda wanted: False)
    monkeypatch.setattr(environment, "ready", lambda root, wanted: None)
    monkeypatch.setattr(setup, "prepared", fail)
    assert start.main([]) == 2
    assert capsys.readouterr().err == "No room. Make some.\n"


def test_the_tests_need_more_and_run_in_the_checkout(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Any] = []

    def run_tests(words: list[str]) -> int:
        asked.append((Path.cwd(), words))
        return 5

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(environment, "is_installed", lambda wanted: "uniseg" in str(wanted))
    monkeypatch.setattr(pytest, "main", run_tests)
    assert start.main(["test", "-k", "saves"]) == 5
    assert asked == [(ROOT, ["-k", "saves"])]


def _never(*_: object) -> Path:
    raise AssertionError("a set-up was started")
