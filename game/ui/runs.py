"""What the title and the router ask of a pack with its lives, and of one life being played."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.core.text import Text
from game.play.problems import Problem
from game.ui.screen import Result, Screen
from game.ui.screens.profile_panel import ProfileCard, SavedLife

if TYPE_CHECKING:
    # The title can do without all of them: they would delay the first frame.
    from game.play.library_view import PackView
    from game.play.views import FigureView
    from game.scenario.model import PlanFields
    from game.sim.engine import Engine


class LifeRun(Protocol):
    """A life being played: it knows which of its screens is due."""

    def screen(self) -> Screen:
        """The screen for what the life waits for now; the same one until ``follow`` changes it."""
        ...

    def follow(self, result: Result) -> bool:
        """Do what a screen of the life asked for; False when the life is left for the title.

        ``Back`` is told too, and leaves in any case.
        """
        ...

    def stand(self) -> None:
        """Let no year pass before the player says so."""
        ...

    def save(self) -> Text | None:
        """Save the life; what to tell the player if that failed."""
        ...

    def figures(self, ids: Sequence[str]) -> Sequence[FigureView]:
        """The figures of law behind what a screen's ``figures`` named, with their sources."""
        ...

    def adviser(self, plan: PlanFields | None) -> Screen | None:
        """The adviser of this life, for a plan being considered; None where there is none."""
        ...

    def twins(self, point: str) -> Screen | None:
        """A turning point as a twin, or two plans of this life; None where there is none."""
        ...

    @property
    def edition(self) -> str:
        """The digest of the pack as the life has it."""
        ...

    @property
    def can_take(self) -> bool:
        """Whether an edited pack can be taken at this very place of the life."""
        ...

    def take(self, engine: Engine, path: Path) -> Problem | None:
        """Go on at the same place under the edited pack; why not, if that cannot be."""
        ...


class Lives(Protocol):
    """What the title needs of a pack and of the saves."""

    @property
    def shown(self) -> PackView | None:
        """The pack as the title names it; None where it is the game's own."""
        ...

    def cards(self) -> Sequence[ProfileCard]:
        """The profiles of the pack."""
        ...

    def saved(self) -> SavedLife | None:
        """The life that can be gone on with."""
        ...

    def notice(self) -> Text | None:
        """What to tell about saves that cannot be gone on with."""
        ...

    def begin(self, profile: str) -> LifeRun:
        """Begin a new life."""
        ...

    def resume(self, slot: str) -> LifeRun:
        """Go on with a saved life."""
        ...

    def twins(self, profile: str) -> Screen | None:
        """Two plans of a profile side by side; None where there is none."""
        ...

    @property
    def watched(self) -> Path | None:
        """Where the pack's files are looked after while a life is played; None for nowhere."""
        ...

    def close(self) -> None:
        """The pack is left: whatever works beside the drawing ends."""
        ...
