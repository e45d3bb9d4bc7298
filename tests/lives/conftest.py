"""The base pack, compiled once."""

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
