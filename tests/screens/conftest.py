"""The switch that paints the pictures of the screens anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known when the tests of this folder are asked for by name."""
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="save the pictures of the screens as they are drawn now; look at them before you "
        "keep them",
    )


@pytest.fixture
def updates_pictures(request: pytest.FixtureRequest) -> bool:
    """Whether the pictures are to be saved anew."""
    return bool(request.config.getoption("--update-pictures", default=False))
