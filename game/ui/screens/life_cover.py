"""The umbrella on its way from one year's cover to another's."""

from __future__ import annotations

from dataclasses import replace

from game.play.views import RibView, UmbrellaView
from game.ui.animation import Tween, ease_in_out


class TurningUmbrella:
    """What is shown of the umbrella: the cover of now, or a moment between two covers."""

    def __init__(self, umbrella: UmbrellaView) -> None:
        self.now = umbrella
        self._before = umbrella
        self._tween = Tween(1.0, 1.0, 0.0, ease=ease_in_out)

    @property
    def is_done(self) -> bool:
        """Whether it has arrived."""
        return self._tween.is_done

    @property
    def shown(self) -> UmbrellaView:
        """The umbrella as it looks at this moment."""
        share = self._tween.value
        if share >= 1:
            return self.now
        pairs = zip(self._before.ribs, self.now.ribs, strict=True)
        return replace(self.now, ribs=tuple(_between(old, new, share) for old, new in pairs))

    def turn(self, umbrella: UmbrellaView, seconds: float) -> None:
        """Go on from what is shown to another cover; without seconds it is there at once."""
        if umbrella.ribs == self.now.ribs:
            self.now = umbrella
            return
        self._before, self.now = self.shown, umbrella
        self._tween = Tween(0.0, 1.0, seconds, ease=ease_in_out)

    def advance(self, seconds: float) -> None:
        """Let real time pass."""
        self._tween.advance(seconds)


def _between(old: RibView, new: RibView, share: float) -> RibView:
    """A rib part of the way from one cover to another."""
    return replace(
        new,
        solid=old.solid + (new.solid - old.solid) * share,
        hatched=old.hatched + (new.hatched - old.hatched) * share,
    )
