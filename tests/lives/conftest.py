"""The base pack, compiled once; golden lives, written anew only on purpose."""

from __future__ import annotations

import pytest

from game.core.folders import scenarios
from game.scenario.compiler import load_pack
from game.scenario.model import Scenario


@pytest.fixture(scope="session")
def pack() -> Scenario:
    """The bundled pack."""
    loaded = load_pack("china", [scenarios()])
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch of the golden lives, known when the tests of this folder are asked for by name."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden lives as they are lived now; read the difference before you keep it",
    )


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden lives are to be written anew."""
    return bool(request.config.getoption("--update-golden", default=False))
