"""What every test stands on: no window, no sound, folders of its own, a fixed set of examples."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports pygame, and inherited by every process a test starts.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
for _variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "BTR_DEBUG"):
    os.environ.pop(_variable, None)
os.environ["LANG"] = "C.UTF-8"

settings.register_profile(
    "suite",
    max_examples=30,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(scope="session", autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test does reaches the folders of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BTR_FOLDER", str(tmp_path_factory.mktemp("user")))
        yield
