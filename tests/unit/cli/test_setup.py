"""Making the environment: what is said when it cannot be, and the lock against two at once."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.cli import environment, lock, saying, setup
from game.cli.environment import stamp
from game.cli.lock import SetupLock
from game.cli.messages import SETUP
from game.cli.saying import SetupError

WANTED = ("numpy>=1.26.0",)
Output = pytest.CaptureFixture[str]


def quick_fill(folder: Path, wanted: Sequence[str], log: Path) -> None:
    """Stands in for making and filling an environment."""
    environment.python_of(folder).parent.mkdir(parents=True)
    environment.python_of(folder).touch()
    (folder / environment.STAMP).write_text("\n".join(stamp(wanted)))


def test_an_environment_is_made_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(setup, "fill", quick_fill)
    assert setup.prepared(tmp_path, WANTED) == tmp_path / ".venv"
    assert sorted(file.name for file in tmp_path.iterdir()) == [".venv"]
    assert "once; this takes a minute or two" in capsys.readouterr().err
    assert setup.prepared(tmp_path, WANTED) == tmp_path / ".venv"
    assert capsys.readouterr().err == ""


def test_a_stale_one_is_made_anew_and_left_overs_are_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "fill", quick_fill)
    setup.prepared(tmp_path, ("numpy>=1.0.0",))
    (tmp_path / ".venv" / "old").touch()
    (tmp_path / f"{setup.MAKING}killed" / "new").mkdir(parents=True)
    assert setup.prepared(tmp_path, WANTED) == tmp_path / ".venv"
    assert environment.is_stamped(tmp_path / ".venv", WANTED)
    assert not (tmp_path / ".venv" / "old").exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == [".venv"]


def test_inside_its_own_environment_it_repairs_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BTR_REPAIRED", raising=False)
    monkeypatch.setattr(setup, "fill", quick_fill)
    quick_fill(tmp_path / ".venv", WANTED, tmp_path)
    (tmp_path / ".venv" / "broken").touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    setup.prepared(tmp_path, WANTED)
    assert not (tmp_path / ".venv" / "broken").exists()
    with pytest.raises(SetupError) as caught:
        setup.prepared(tmp_path, WANTED)
    assert "Delete that folder" in caught.value.message.en


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Free about 1 GB"),
        (PermissionError(errno.EACCES, "Permission denied"), "copy it to a folder of your own"),
        (OSError(errno.EROFS, "Read-only file system"), "copy it to a folder of your own"),
    ],
)
def test_a_folder_that_takes_nothing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(setup, "fill", fail)
    with pytest.raises(SetupError) as caught:
        setup.prepared(tmp_path, WANTED)
    assert words in caught.value.message.en
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_not_even_a_lock_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        setup.prepared(tmp_path / "gone", WANTED)
    assert str(tmp_path / "gone") in caught.value.message.en


def test_a_python_without_ensurepip_names_the_apt_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SetupError) as caught:
        setup.make_environment(tmp_path / "env", tmp_path / "log")
    line = "sudo apt install python{}.{}-venv".format(*sys.version_info)
    assert line in caught.value.message.en and line in caught.value.message.zh


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("OSError: [Errno 28] No space left on device", "full"),
        ("Retrying ... NewConnectionError: Temporary failure in name resolution", "network"),
        ("ERROR: No matching distribution found", "failed"),
    ],
)
def test_an_installers_words_become_one_sentence(tmp_path: Path, words: str, key: str) -> None:
    log = tmp_path / "log"
    it = str(log.parent if key == "full" else log)
    assert setup.reason(words, log).message == SETUP[key].filled({"it": it})


def test_a_failing_installer_leaves_its_words_in_the_log(tmp_path: Path) -> None:
    folder = tmp_path / "env"
    environment.python_of(folder).parent.mkdir(parents=True)
    script = environment.python_of(folder)
    script.write_text("#!/bin/sh\necho Collecting numpy\necho Read timed out.\nexit 1\n")
    script.chmod(0o755)
    with pytest.raises(SetupError) as caught:
        setup.install(folder, WANTED, tmp_path / "log")
    assert caught.value.message.en.startswith("The packages the game needs could not be fetched.")
    assert (tmp_path / "log").read_text() == "Collecting numpy\nRead timed out.\n"


def test_the_lock_makes_the_second_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(lock, "is_alive", lambda process: True)
    monkeypatch.setattr(lock, "_POLL_SECONDS", 0.01)
    order: list[str] = []

    def second() -> None:
        with SetupLock(tmp_path / "lock"):
            order.append("second")

    with SetupLock(tmp_path / "lock"):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
    assert capsys.readouterr().err.count("Another window is setting up the game") == 1
    assert not (tmp_path / "lock").exists()


def test_a_dead_holder_is_cleared_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / "lock").write_text(str(ended.pid))
    with SetupLock(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_a_lock_without_a_name_is_cleared_once_old(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("")
    os.utime(tmp_path / "lock", (1000, 1000))
    with SetupLock(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text() == str(os.getpid())


def test_who_is_alive() -> None:
    assert lock.is_alive(os.getppid())
    assert not lock.is_alive(os.getpid()), "a lock with our own id was left by a namesake"
    assert not lock.is_alive(10**30)


def test_two_strangers_environments_are_said(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv-game").mkdir()
    with pytest.raises(SetupError) as caught:
        setup.prepared(tmp_path, WANTED)
    assert "Rename .venv-game" in caught.value.message.en
    assert str(tmp_path) in caught.value.message.zh


def test_a_console_without_chinese_gets_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", narrow)
    saying.say(saying.stopped("taken", "/games").message)
    narrow.seek(0)
    assert narrow.read().startswith("In /games both .venv and .venv-game were made")
