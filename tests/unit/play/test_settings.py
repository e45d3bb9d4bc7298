"""Settings come back as they were set, and a broken file costs no more than itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.options import PlayOptions
from game.play.problems import Kind
from game.play.settings import Settings, SettingsStore, settings_from, system_language

SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(("en", "zh")),
    text_percent=st.sampled_from((100, 125, 150, 175, 200)),
    has_motion=st.booleans(),
    has_sound=st.booleans(),
    volume=st.floats(0, 1),
    window_size=st.tuples(st.integers(1024, 8000), st.integers(600, 5000)),
    is_full_screen=st.booleans(),
    seen=st.frozensets(st.text(st.characters(codec="utf-8"), max_size=9), max_size=4),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
NAMES = tuple(Settings.__dataclass_fields__)


@given(settings=SETTINGS)
def test_they_come_back_as_set(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    store = SettingsStore(tmp_path_factory.getbasetemp() / "settings-round-trip")
    assert store.write(settings) is None
    assert store.read() == (settings, None)
    assert store.language() == settings.language


@given(values=st.dictionaries(st.sampled_from((*NAMES, "later")), JSON))
def test_wrong_values_give_way_to_good_ones(values: dict[str, object]) -> None:
    settings = settings_from(values)
    assert settings_from(json.loads(json.dumps(_plain(settings)))) == settings
    assert settings.language in ("en", "zh")
    assert 100 <= settings.text_percent <= 200
    assert 0 <= settings.volume <= 1
    assert settings.window_size[0] >= 1024 and settings.window_size[1] >= 600


def test_one_wrong_value_does_not_cost_the_others() -> None:
    settings = settings_from({"text_percent": "huge", "has_motion": False, "volume": 7})
    assert (settings.text_percent, settings.has_motion, settings.volume) == (100, False, 1.0)


def test_no_file_yet_is_no_problem(tmp_path: Path) -> None:
    assert SettingsStore(tmp_path / "not-there").read() == (Settings(), None)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b"[" * 100_000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    store = SettingsStore(tmp_path)
    store.path.write_bytes(content)
    settings, problem = store.read()
    assert settings == Settings()
    assert problem is not None and problem.kind is Kind.DAMAGED
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == content
    assert not store.path.exists()
    assert store.read() == (Settings(), None)


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    problem = SettingsStore(tmp_path / "file").write(Settings())
    assert problem is not None and problem.kind is Kind.NOT_WRITABLE


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C", "LANGUAGE": "zh_TW:en"}, "zh"),
    ],
)
def test_the_computers_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_options_of_a_session_go_over_what_is_saved() -> None:
    saved = Settings(language="zh", text_percent=150, has_motion=True, volume=0.2)
    assert PlayOptions().applied_to(saved) == saved
    session = PlayOptions(language="en", text_percent=200, motion=False).applied_to(saved)
    assert (session.language, session.text_percent, session.has_motion) == ("en", 200, False)
    assert session.volume == 0.2


def _plain(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in NAMES} | {"seen": sorted(settings.seen)}
