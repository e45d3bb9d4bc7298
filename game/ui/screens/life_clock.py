"""The clock of a life: how long a year takes to pass, pausing, leaping to the next stop."""

from __future__ import annotations

from typing import Final

from game.ui.theme import YEAR_SECONDS

FIRST_YEARS: Final = 5
QUICK_SECONDS: Final = 0.35
LEAP_SECONDS: Final = 0.08


class Clock:
    """Runs unless paused; the first quiet years pass slowly, later ones quickly."""

    def __init__(self) -> None:
        self.is_paused = False
        self.is_leaping = False
        self.is_running = False
        """Whether a year is passing at this moment."""
        self.quiet_years = 0
        self._elapsed = 0.0

    @property
    def year_seconds(self) -> float:
        """How long the running year takes."""
        if self.is_leaping:
            return LEAP_SECONDS
        return YEAR_SECONDS if self.quiet_years < FIRST_YEARS else QUICK_SECONDS

    @property
    def share_of_year(self) -> float:
        """How much of the running year has passed, 0–1."""
        return min(1.0, self._elapsed / self.year_seconds) if self.is_running else 0.0

    @property
    def has_slow_years(self) -> bool:
        """Whether a year is long enough for its seasons to be seen."""
        return not self.is_leaping and self.quiet_years < FIRST_YEARS

    def advance(self, seconds: float) -> bool:
        """Let time pass; True when the year is over."""
        self.is_running = not self.is_paused
        if self.is_paused:
            return False
        self._elapsed += seconds
        return self._elapsed >= self.year_seconds

    def year_closed(self, *, is_quiet: bool) -> None:
        """The year is over; the next one begins."""
        self._elapsed = 0.0
        self.is_running = False
        self.quiet_years += is_quiet

    def toggle(self) -> None:
        """Pause, or go on."""
        self.is_paused = not self.is_paused
        self.is_leaping = False
        self.is_running = False

    def leap(self) -> None:
        """Go to the next stop; the same key again stops here."""
        self.is_paused = self.is_leaping
        self.is_leaping = not self.is_leaping
        if self.is_paused:
            self.is_running = False

    def stop(self) -> None:
        """Stand still, as after an answer was taken back."""
        self.is_running = self.is_leaping = False
        self._elapsed = 0.0

    def stop_leap(self) -> None:
        """A stop has been reached."""
        self.stop()
        self.is_paused = False
