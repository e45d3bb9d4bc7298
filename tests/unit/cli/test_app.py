"""The command line as a person meets it: where it leads, and how every failure ends."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

import game
from game.__main__ import main
from game.cli import app, messages
from game.core.errors import DisplayError
from game.core.folders import scenarios
from game.core.text import LANGUAGES, Language, Text
from game.play.options import PlayOptions
from game.play.settings import Settings, SettingsStore

Output = pytest.CaptureFixture[str]
ROOT = Path(game.__file__).parents[1]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path / "user"))
    return tmp_path / "user"


class Played:
    """Stands in for the window, and remembers what it was opened with."""

    def __init__(self, error: BaseException | None = None, code: int = 0) -> None:
        self.options: list[PlayOptions] = []
        self._error, self._code = error, code

    def __call__(self, options: PlayOptions) -> int:
        self.options.append(options)
        if self._error is not None:
            raise self._error
        return self._code


def command(monkeypatch: pytest.MonkeyPatch, code: int = 0) -> list[tuple[list[str], Language]]:
    """Put a command in the place of ``check``, which remembers what it was called with."""
    calls: list[tuple[list[str], Language]] = []

    def called(words: Sequence[str], language: Language) -> int:
        calls.append((list(words), language))
        return code

    module = ModuleType("game.cli.check")
    module.main = called  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "game.cli.check", module)
    return calls


def test_no_words_play_the_bundled_pack() -> None:
    window = Played(code=0)
    assert app.run([], window) == 0
    assert window.options == [PlayOptions()]


def test_a_path_is_played() -> None:
    window, pack = Played(), str(scenarios() / "china")
    assert app.run([pack, "--lang", "zh", "--seed", "3"], window) == 0
    assert window.options == [PlayOptions(pack=pack, language="zh", seed=3)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_in_the_pack_is_said_before_a_window_opens(
    capsys: Output, language: Language
) -> None:
    window = Played()
    assert app.run(["--profile", "nobody", "--lang", language], window) == 2
    assert window.options == []
    assert "nobody" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_with_mistakes_is_said_and_opens_the_window_that_shows_them(
    capsys: Output, tmp_path: Path, language: Language
) -> None:
    (tmp_path / "scenario.yaml").write_text("scenario: 1\nid: odd\ntitel: x\n", encoding="utf-8")
    window = Played(code=2)
    assert app.run([str(tmp_path), "--lang", language], window) == 2
    assert [options.pack for options in window.options] == [str(tmp_path)]
    said = capsys.readouterr().err
    assert "titel" in said and "Traceback" not in said


def test_a_pack_that_is_not_there_is_said_before_a_window_opens(capsys: Output) -> None:
    window = Played()
    assert app.run(["no/such.yaml", "--lang", "en"], window) == 2
    assert window.options == []
    assert capsys.readouterr().err.startswith("There is no pack at no/such.yaml. Check the path;")


def test_a_command_gets_its_words_and_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = command(monkeypatch, code=5)
    assert app.run(["check", "--lang", "zh", "china", "--help"], Played()) == 5
    assert app.run(["--lang=zh", "check"], Played()) == 5
    assert calls == [(["china", "--help"], "zh"), ([], "zh")]


def test_the_language_is_the_one_set_in_the_game(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    calls = command(monkeypatch)
    SettingsStore(own_folder / "config").write(Settings(language="zh"))
    app.run(["check"], Played())
    app.run(["check", "--lang", "en"], Played())
    assert [language for _, language in calls] == ["zh", "en"]


@pytest.mark.parametrize(
    ("word", "guess"), [("chek", "Did you mean “check”?"), ("Simulate", "Did you mean “simulate”?")]
)
def test_an_unknown_command_is_a_sentence_with_a_guess(
    word: str, guess: str, capsys: Output
) -> None:
    assert app.run([word, "--lang", "en"], Played()) == 2
    said = capsys.readouterr().err
    assert guess in said
    assert f"Commands: {', '.join(messages.COMMANDS)}." in said
    assert said.count("\n") == 1


def test_a_far_off_word_gets_no_guess(capsys: Output) -> None:
    assert app.run(["quit", "--lang", "zh"], Played()) == 2
    said = capsys.readouterr().err
    assert "是不是" not in said
    assert "没有“quit”这个命令" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_and_option(language: Language, capsys: Output) -> None:
    assert app.run(["--help", "--lang", language], Played()) == 0
    said = capsys.readouterr().out
    for name in (*messages.COMMANDS, *messages.WANTED, "--version"):
        assert name in said
    assert "{" not in said


def test_the_version(capsys: Output) -> None:
    assert main(["--version", "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"Before the Rain {game.__version__}\n"


def test_an_error_of_the_game_is_its_sentence_in_the_language_asked_for(capsys: Output) -> None:
    window = Played(DisplayError(Text("No window here.", "这里打不开窗口。")))
    assert app.run(["--lang", "zh"], window) == 2
    assert capsys.readouterr() == ("", "这里打不开窗口。\n")


def test_an_interrupt_ends_quietly(capsys: Output) -> None:
    assert app.run([], Played(KeyboardInterrupt())) == 130
    assert capsys.readouterr() == ("", "")


def test_an_unexpected_mistake_is_a_sentence_and_a_report(capsys: Output, own_folder: Path) -> None:
    assert app.run(["--lang", "en"], Played(ZeroDivisionError("umbrella"))) == 1
    (report,) = (own_folder / "data").glob("report-*.txt")
    said = capsys.readouterr().err
    assert str(report) in said and "a life being played is saved" in said
    assert "Traceback" not in said and said.count("\n") == 1
    content = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError: umbrella" in content
    assert game.__version__ in content


def test_where_no_report_can_be_written_that_is_said(capsys: Output, own_folder: Path) -> None:
    own_folder.write_text("a file in the way")
    assert app.run(["--lang", "en"], Played(ZeroDivisionError())) == 1
    assert "BTR_DEBUG=1" in capsys.readouterr().err


def test_debugging_shows_the_mistake_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BTR_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        app.run([], Played(ZeroDivisionError()))


def test_a_console_without_chinese_gets_marks_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert app.run(["--help", "--lang", "zh"], Played()) == 0
    narrow.seek(0)
    assert "--seed" in narrow.read()


def test_without_any_console_it_still_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert app.run([], Played()) == 0
    assert app.run(["nonsense"], Played()) == 2


def test_a_closed_pipe_ends_quietly() -> None:
    code = (
        "import sys; from game.cli.app import run\n"
        "def flood(options):\n    while True: print('rain' * 1000)\n"
        "sys.exit(run([], flood))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    with process.stdout as out, process.stderr as err:
        out.readline()
        out.close()
        assert err.read() == b""
    assert process.wait() == 141


def test_the_other_pygame_is_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setitem(sys.modules, "pygame", ModuleType("pygame"))
    monkeypatch.setitem(sys.modules, "game.ui.app", ModuleType("game.ui.app"))
    assert main(["--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert f"{sys.executable} -m pip uninstall -y pygame pygame-ce" in said


@pytest.mark.parametrize("command", sorted(messages.COMMANDS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_what_every_option_is_for(
    command: str, language: Language, capsys: Output
) -> None:
    """Name and value of an option, then two blanks at least, then what it is for."""
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help", "--lang", language])
    page = capsys.readouterr().out
    options = [line.strip() for line in page.splitlines() if line.startswith("  --")]
    assert options
    assert [line for line in options if "  " not in line] == []
