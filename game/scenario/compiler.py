"""From a pack on disk to a scenario the engine can live, or to everything that is wrong with it.

Files are read and merged before anything heavy is imported: what a stranger's bytes may cost is
bounded by then.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.core.diagnostics import Diagnostic, EnoughFindings, Findings, nearest
from game.scenario.archive import SUFFIX
from game.scenario.library import Library, at_path
from game.scenario.merge import Merged, Merger
from game.scenario.migration import TODAY, Ladder
from game.scenario.pack_files import PackFiles
from game.scenario.silencers import without_silenced

if TYPE_CHECKING:
    from game.scenario.model import Scenario

_ABOUT_OTHER_FILES: Final = frozenset(
    {"SC202", "SC203", "SC204", "SC206", "SC208", "SC408", "SC606", "SC901", "SC902", "SC903"}
)
"""Findings that may only be there because another file could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A pack's scenario, None if it cannot be played, and all findings, worst first."""

    id: str
    version: str
    scenario: Scenario | None
    findings: tuple[Diagnostic, ...]
    merged: Merged = field(default_factory=lambda: Merged(id=""), repr=False)
    """The pack's nodes, for commands that show or change its texts."""

    @property
    def is_refused(self) -> bool:
        """Whether a file was refused for safety."""
        return any(finding.severity == "fatal" for finding in self.findings)


def load_pack(path_or_id: str | Path, folders: Sequence[Path], ladder: Ladder = TODAY) -> Loaded:
    """Read, check and compile a pack; whatever its bytes are, findings come back, no exception.

    Args:
        path_or_id: a folder, a ``.yaml`` file, a ``.lifepack``, or the id of a pack in ``folders``.
        folders: where packs and their parents are looked up, the bundled packs first.
        ladder: how older versions of the language are read.
    """
    findings = Findings()
    files, library = _located(path_or_id, folders)
    if not isinstance(files, PackFiles):
        findings.add(files or _not_found(str(path_or_id), library))
        return Loaded(
            id=str(path_or_id), version="", scenario=None, findings=findings.worst_first()
        )
    name, version, scenario = files.root.name, "", None
    merged = Merged(id="")
    with suppress(EnoughFindings):
        merged = Merger(library, findings, ladder).merge(files)
        name = merged.id
        if merged.single:
            scenario, version = _compiled(merged, findings)
    kept = without_silenced(findings.worst_first(), merged)
    playable = None if any(finding.stops for finding in kept) else scenario
    return Loaded(id=name, version=version, scenario=playable, findings=kept, merged=merged)


def _compiled(merged: Merged, findings: Findings) -> tuple[Scenario | None, str]:
    """Compile; where a file is missing, keep only what cannot be due to that."""
    from game.scenario.assembly import Assembly

    inner = Findings()
    scenario, version = None, ""
    with suppress(EnoughFindings):
        scenario, version = Assembly(merged, inner).scenario()
    findings.extend(
        finding
        for finding in inner.worst_first()
        if merged.is_whole or finding.code not in _ABOUT_OTHER_FILES
    )
    return scenario, version


def _located(
    path_or_id: str | Path, folders: Sequence[Path]
) -> tuple[PackFiles | Diagnostic | None, Library]:
    text = str(path_or_id)
    is_path = (
        isinstance(path_or_id, Path)
        or os.sep in text
        or "/" in text
        or text.endswith((".yaml", SUFFIX))
    )
    if not is_path:
        library = Library(folders)
        return library.find(text), library
    path = Path(path_or_id)
    beside = path.parent if path.suffix in (".yaml", SUFFIX) else path.absolute().parent
    return at_path(path), Library([*folders, beside])


def _not_found(name: str, library: Library) -> Diagnostic:
    known = library.ids()
    meant = nearest(name, known)
    hint = "meant" if meant else ""
    slots = {"id": name, "meant": meant or "", "known": ", ".join(known)}
    return Diagnostic(code="SC209", hint=hint, slots=slots)
