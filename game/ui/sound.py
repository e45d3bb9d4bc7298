"""Sound: a few soft sounds and the rain; silent where there is no device, and silent when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pygame

SOUNDS: Final = ("click", "paper", "rain_start", "coin", "bell", "page")
RAIN: Final = "rain_loop"
RAIN_SHARE: Final = 0.45
"""The rain stays behind the other sounds."""
FADE_MS: Final = 700
RATE: Final = 22050


class Sound:
    """Plays sounds by name. Never raises: a missing device or file makes it silent."""

    def __init__(self, folder: Path, *, enabled: bool = True, volume: float = 0.6) -> None:
        self.folder = folder
        self._enabled = enabled
        self._volume = min(1.0, max(0.0, volume))
        self._sounds: dict[str, pygame.mixer.Sound] | None = None
        self._is_raining = False

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard: switched off, or no device."""
        return not self._enabled or self._volume <= 0.0 or not self._loaded()

    @property
    def enabled(self) -> bool:
        """Whether the player wants sound."""
        return self._enabled

    @enabled.setter
    def enabled(self, wanted: bool) -> None:
        self._enabled = wanted
        self._follow()

    @property
    def volume(self) -> float:
        """Loudness, 0–1."""
        return self._volume

    @volume.setter
    def volume(self, loudness: float) -> None:
        self._volume = min(1.0, max(0.0, loudness))
        self._follow()

    def play(self, name: str) -> None:
        """Play a sound once; an unknown name is silence."""
        if self.is_silent:
            return
        sound = self._loaded().get(name)
        if sound is not None and name != RAIN:
            sound.set_volume(self._volume)
            sound.play()

    def rain(self, is_on: bool) -> None:
        """Let it rain, or stop raining, softly; asking again for the same changes nothing."""
        if is_on != self._is_raining:
            self._is_raining = is_on
            if is_on:
                self.play("rain_start")
            self._follow()

    def _follow(self) -> None:
        """Bring the rain in line with what is wanted."""
        rain = self._loaded().get(RAIN) if self._sounds is not None or self._is_raining else None
        if rain is None:
            return
        if self._is_raining and not self.is_silent:
            rain.set_volume(self._volume * RAIN_SHARE)
            if rain.get_num_channels() == 0:
                rain.play(loops=-1, fade_ms=FADE_MS)
        else:
            rain.fadeout(FADE_MS)

    def _loaded(self) -> dict[str, pygame.mixer.Sound]:
        """The sounds, read when the first is wanted."""
        if self._sounds is None:
            self._sounds = _read(self.folder) if self._enabled else None
        return self._sounds or {}


def _read(folder: Path) -> dict[str, pygame.mixer.Sound]:
    try:
        if pygame.mixer.get_init() is None:
            pygame.mixer.init(frequency=RATE, size=-16, channels=1, buffer=512)
    except (pygame.error, NotImplementedError):
        return {}
    sounds: dict[str, pygame.mixer.Sound] = {}
    for name in (*SOUNDS, RAIN):
        try:
            sounds[name] = pygame.mixer.Sound(str(folder / f"{name}.wav"))
        except (pygame.error, OSError):
            continue
    return sounds
