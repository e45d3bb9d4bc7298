"""What was asked for on the command line when the game was started."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.core.text import Language

if TYPE_CHECKING:
    from game.play.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayOptions:
    """How to start playing. ``None`` means: nothing was asked, so the settings or the pack decide.

    Attributes:
        pack: path of a pack to play; ``None`` is the bundled pack.
        profile: id of a profile of the pack, to start without the title.
        seed: the luck of the life.
        language: language of this session.
        text_percent: text size of this session, 100 to 200.
        motion: whether pictures move in this session.
        slot: a saved life to go on with at once, standing still, without the title.
    """

    pack: str | None = None
    profile: str | None = None
    seed: int | None = None
    language: Language | None = None
    text_percent: int | None = None
    motion: bool | None = None
    slot: str | None = None

    def applied_to(self, settings: Settings) -> Settings:
        """The settings of this session: what was asked for, over what is saved."""
        return replace(
            settings,
            language=self.language or settings.language,
            text_percent=self.text_percent or settings.text_percent,
            has_motion=settings.has_motion if self.motion is None else self.motion,
        )
