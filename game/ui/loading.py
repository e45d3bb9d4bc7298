"""What is fetched after the first frame: the pack with its lives, in a thread, and the sounds."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeAlias

from game.core import folders
from game.play.options import PlayOptions
from game.play.settings import Settings
from game.ui.runs import Lives
from game.ui.view import Sounds

Load: TypeAlias = Callable[[PlayOptions], Lives]


def load_lives(options: PlayOptions) -> Lives:
    """Read the pack and the saves."""
    from game.ui.lives import open_lives

    return open_lives(options)


def open_sound(settings: Settings) -> Sounds:
    """The sounds, held as the settings say."""
    from game.ui.sound import Sound

    folder = folders.assets() / "sounds"
    return Sound(folder, enabled=settings.has_sound, volume=settings.volume)


class Loading:
    """Reads a pack while the title is shown."""

    def __init__(self, load: Load, options: PlayOptions) -> None:
        self.outcome: Lives | Exception | None = None
        """The lives, or what went wrong; None while it is read."""
        self.is_taken = False
        self._load = load
        self._options = options

    def start(self) -> None:
        """Begin to read."""
        Thread(target=self._read, name="pack", daemon=True).start()

    def take(self) -> Lives | None:
        """The lives, once; None before and after.

        Raises:
            Exception: whatever went wrong while reading, once.
        """
        if self.is_taken or self.outcome is None:
            return None
        self.is_taken = True
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def _read(self) -> None:
        try:
            self.outcome = self._load(self._options)
        except Exception as error:
            self.outcome = error
