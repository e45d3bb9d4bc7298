"""Which Python the game runs in, and who may be trusted to have made it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import environment
from game.cli.environment import is_installed, is_stamped, own_folder, ready, stamp

WANTED = ("pygame-ce>=2.5.2", "numpy>=1.26.0")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder where packages are installed, as pip and as Debian leave them."""
    folder = tmp_path / "site-packages"
    for name in ("pygame_ce-2.5.6.dist-info", "numpy-2.4.0.dist-info", "six-1.16.0.egg-info"):
        (folder / name).mkdir(parents=True)
    return folder


def make(folder: Path, *lines: str) -> Path:
    """A folder that looks like an environment with these lines in its stamp."""
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / environment.STAMP).write_text("\n".join(lines))
    return folder


def test_this_projects_requirements_are_read(tmp_path: Path) -> None:
    root = Path(environment.__file__).parents[2]
    play, tests = (environment.requirements(root, is_test) for is_test in (False, True))
    assert tests[: len(play)] == play and len(tests) > len(play)
    assert all(re.fullmatch(r"[\w-]+(>=|==)[\d.]+", requirement) for requirement in tests)
    assert not any(requirement.startswith("pygame>") for requirement in tests)


def test_all_there_is_installed(packages: Path, tmp_path: Path) -> None:
    assert is_installed(WANTED, [str(tmp_path / "gone.zip"), str(packages)])
    assert is_installed(("six>=1.16.0",), [str(packages)])
    assert not is_installed(WANTED, [])


@pytest.mark.parametrize(
    ("version", "requirement", "is_enough"),
    [
        ("1.9.3", "numpy>=1.26.0", False),
        ("1.26.0", "numpy>=1.26.0", True),
        ("10.0", "numpy>=9.0.0", True),
        ("1.26.0", "numpy==1.26.0", True),
        ("1.26.1", "numpy==1.26.0", False),
    ],
)
def test_a_version_is_enough_or_not(
    packages: Path, version: str, requirement: str, is_enough: bool
) -> None:
    (packages / "numpy-2.4.0.dist-info").rename(packages / f"numpy-{version}.dist-info")
    assert is_installed((requirement,), [str(packages)]) == is_enough


def test_the_first_folder_counts_as_it_does_for_python(packages: Path, tmp_path: Path) -> None:
    (tmp_path / "first" / "numpy-1.0.0.dist-info").mkdir(parents=True)
    assert not is_installed(WANTED, [str(tmp_path / "first"), str(packages)])


def test_the_other_pygame_beside_ours_spoils_it(packages: Path) -> None:
    (packages / "pygame-2.6.1.dist-info").mkdir()
    assert not is_installed(WANTED, [str(packages)])


def test_all_that_runs_these_tests_is_found() -> None:
    assert is_installed(("pytest>=8.0.0", "PyYAML>=6.0.1", "pygame-ce>=2.5.2"))


def test_a_strangers_environment_is_never_used(tmp_path: Path) -> None:
    assert own_folder(tmp_path) == tmp_path / ".venv"
    (tmp_path / ".venv").mkdir()
    assert own_folder(tmp_path) == tmp_path / ".venv-game"
    make(tmp_path / ".venv-game", *stamp(WANTED))
    assert own_folder(tmp_path) == tmp_path / ".venv-game"


def test_between_two_strangers_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv-game").symlink_to("nowhere")
    assert own_folder(tmp_path) is None
    assert ready(tmp_path, WANTED) is None


def test_it_is_ready_when_complete_and_not_running_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ready(tmp_path, WANTED) is None
    folder = make(tmp_path / ".venv", *stamp(WANTED))
    assert ready(tmp_path, WANTED) == folder
    assert ready(tmp_path, ("six>=1.0.0",)) is None
    monkeypatch.setattr(sys, "prefix", str(folder))
    assert ready(tmp_path, WANTED) is None


def test_a_stamp_fits_its_python_and_all_that_is_wanted(tmp_path: Path) -> None:
    more = make(tmp_path / "more", *stamp((*WANTED, "pytest>=8.0.0")))
    assert is_stamped(more, WANTED)
    assert not is_stamped(make(tmp_path / "less", *stamp(WANTED[:1])), WANTED)
    assert not is_stamped(make(tmp_path / "other", "cpython-27", *WANTED), WANTED)
    assert not is_stamped(tmp_path / "none", WANTED)


def test_an_environment_whose_python_has_gone_does_not_fit(tmp_path: Path) -> None:
    folder = make(tmp_path / "env", *stamp(WANTED))
    environment.python_of(folder).unlink()
    environment.python_of(folder).symlink_to(tmp_path / "uninstalled")
    assert not is_stamped(folder, WANTED)


def test_elsewhere_the_exit_code_is_passed_on(tmp_path: Path) -> None:
    folder = tmp_path / "env"
    environment.python_of(folder).parent.mkdir(parents=True)
    environment.python_of(folder).symlink_to(sys.executable)
    code = (
        "import sys; from pathlib import Path; from game.cli.environment import run_in;"
        "sys.exit(run_in(Path(sys.argv[1]), ['-c', 'raise SystemExit(7)']))"
    )
    root = Path(environment.__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=root)
    assert ran.returncode == 7
