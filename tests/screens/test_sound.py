"""Sound: it may be silent, and never raises."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.sound import RAIN, SOUNDS, Sound

FOLDER = Path(__file__).parents[2] / "assets" / "sounds"


def test_every_sound_is_there_and_small() -> None:
    """22 kHz, one channel, less than 400 kB in all."""
    files = [FOLDER / f"{name}.wav" for name in (*SOUNDS, RAIN)]
    assert all(file.is_file() for file in files)
    assert sum(file.stat().st_size for file in files) < 400_000


def test_sounds_play_on_a_device() -> None:
    """And the rain goes on until it is stopped."""
    sound = Sound(FOLDER, volume=0.5)
    for name in SOUNDS:
        sound.play(name)
    sound.rain(True)
    sound.rain(True)
    assert not sound.is_silent
    sound.rain(False)
    sound.play("no such sound")


def test_volume_stays_between_silence_and_full() -> None:
    """No volume is silence."""
    sound = Sound(FOLDER, volume=7)
    assert sound.volume == 1
    sound.volume = -1
    assert sound.volume == 0
    assert sound.is_silent


def test_switched_off_is_silent_and_reads_nothing() -> None:
    """Tests and meetings."""
    sound = Sound(FOLDER / "nowhere", enabled=False)
    sound.play("click")
    sound.rain(True)
    assert sound.is_silent


def test_a_missing_device_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mixer raises where there is no sound card."""

    def no_device(**_: object) -> None:
        raise pygame.error("no audio device")

    pygame.mixer.quit()
    monkeypatch.setattr(pygame.mixer, "init", no_device)
    sound = Sound(FOLDER)
    sound.play("click")
    sound.rain(True)
    assert sound.is_silent


def test_missing_files_are_silent(tmp_path: Path) -> None:
    """A damaged installation still plays the game."""
    (tmp_path / "click.wav").write_bytes(b"not a sound")
    sound = Sound(tmp_path)
    sound.play("click")
    sound.rain(True)
    assert sound.is_silent
