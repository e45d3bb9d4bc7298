"""What the scenario library shows: packs, and what a check of one has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.core.diagnostics import Severity
from game.core.text import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """One pack of the library."""

    path: str
    origin: Literal["bundled", "own", "recent"]
    """With the game, in the player's folder, or opened before from elsewhere."""
    title: Text
    summary: Text
    languages: tuple[Language, ...]
    minutes: int
    """How long its authors say it takes; 0 where they do not."""
    authors: tuple[str, ...]
    differing: tuple[Text, ...]
    """Figures of law that differ from those of the pack it builds on, by name."""
    is_playable: bool
    problem: Text
    """The worst that was found, in a line; empty where nothing was."""
    is_invented: bool = False
    """Whether figures of its law are marked as invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding of a check: what is wrong, where, what to do."""

    severity: Severity
    what: Text
    help: Text
    file: str
    line: int
    """0 where it belongs to no line."""
    source: str
    """The line itself, safe to show."""
    column: int
    """Where in that line the finding begins, in characters from 0."""
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What a check found, the worst first."""

    path: str
    title: Text
    is_playable: bool
    findings: tuple[FindingView, ...]
    left_out: int
    """Findings beyond those that are shown."""
