"""The window of the command ``twins``: two lives side by side, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from game.play.options import PlayOptions
from game.ui.app import App
from game.ui.lives import PackLives
from game.ui.moves import Replace


def run_twins(options: PlayOptions, plans: tuple[str, str] | None) -> int:
    """Open the window on two lives; Escape ends it.

    Args:
        options: pack, profile and luck among them.
        plans: ids of the two plans, None for the first two there are.

    Returns:
        The exit code.
    """
    return TwinsApp(options, plans).run()


class TwinsApp(App):
    """The game with the twins in the place of the title."""

    def __init__(self, options: PlayOptions, plans: tuple[str, str] | None) -> None:
        super().__init__(replace(options, profile=None))
        self.profile = options.profile
        self.plans = plans
        self._has_begun = False

    def _take_loaded(self) -> None:
        """Once the pack is there, the two lives begin."""
        super()._take_loaded()
        lives = self.router.lives
        if self._has_begun or not isinstance(lives, PackLives):
            return
        self._has_begun = True
        profile = self.profile or lives.cards()[0].id
        screen = lives.twins_of(profile, self.plans)
        if screen is not None:
            self.apply(Replace(screen))
