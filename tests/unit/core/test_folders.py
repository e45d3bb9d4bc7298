"""Where the game's own files are, and where it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core import folders


def test_the_checkout_brings_its_files() -> None:
    assert folders.assets().is_dir()
    assert folders.scenarios().is_dir()


def test_a_wheel_looks_only_in_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "game" / "_bundle" / "scenarios").mkdir(parents=True)
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "game")
    assert folders.scenarios() == tmp_path / "game" / "_bundle" / "scenarios"
    with pytest.raises(folders.MissingFiles) as caught:
        folders.assets()
    assert str(tmp_path / "game" / "_bundle" / "assets") in caught.value.message.en
    assert "请重新下载" in caught.value.message.zh


def test_one_variable_moves_everything_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BTR_FOLDER", str(tmp_path))
    written = (folders.user_data(), folders.saves(), folders.user_config(), folders.user_cache())
    assert all(folder.is_relative_to(tmp_path) for folder in written)
    assert len(set(written)) == 4


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BTR_FOLDER")
    assert folders.user_config().is_absolute()
    assert "before-the-rain" in str(folders.user_data())
