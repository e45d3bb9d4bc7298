"""Findings an author has looked at and lets stand: ``# ok SC404: kept for the female edition``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.core.diagnostics import Diagnostic, Place, in_order
from game.core.source import SourceFile
from game.scenario.merge import Merged

_SILENCER: Final = re.compile(r"^\s*#\s*ok\s+(S[CP]\d\d\d?)\b\s*[:：]?(.*)$")
_COMMENT: Final = re.compile(r"^\s*#")
_CAN_BE: Final = frozenset({"warning", "untidy", "tip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Silencer:
    place: Place
    code: str
    reason: str
    silences: int
    """The line below it that is no comment, from 1."""


def without_silenced(
    findings: Sequence[Diagnostic], merged: Merged, *, family: str = "S"
) -> tuple[Diagnostic, ...]:
    """The findings that remain, and one for each silencer that is itself amiss.

    Warnings about the files of a parent are for its own authors, and left out.

    Args:
        findings: of one pass over a pack, ``check`` or the playtest.
        merged: the pack.
        family: how the codes that pass can tell begin: ``S`` but ``SP`` for ``check``, else ``SP``.
    """
    parents = tuple(prefix for prefix in merged.packs if prefix)
    mine = [finding for finding in findings if finding.stops or not _is_in(finding, parents)]
    silencers = [
        found
        for root in merged.own
        for found in _silencers(root.file)
        if found.code.startswith("SP") == (family == "SP")
    ]
    if not silencers:
        return tuple(mine)
    used: set[Place] = set()
    wrong: dict[Place, Diagnostic] = {}
    kept = []
    for finding in mine:
        silencer = _silencer_of(finding, silencers)
        if silencer is None:
            kept.append(finding)
            continue
        used.add(silencer.place)
        if finding.severity not in _CAN_BE:
            kept.append(finding)
            wrong[silencer.place] = _untidy(silencer, "error")
        elif not silencer.reason:
            wrong[silencer.place] = _untidy(silencer, "reason")
    for silencer in silencers:
        if silencer.place not in used and merged.is_whole:
            wrong[silencer.place] = _untidy(silencer, "nothing")
    return in_order([*kept, *wrong.values()])


def _is_in(finding: Diagnostic, parents: tuple[str, ...]) -> bool:
    """Whether a finding is about a parent's file."""
    place = finding.place
    return place is not None and bool(parents) and place.file.startswith(parents)


def _silencers(file: SourceFile) -> Iterator[_Silencer]:
    for number, line in enumerate(file.lines):
        match = _SILENCER.match(line)
        if match is None:
            continue
        below = number + 1
        while below < len(file.lines) and _COMMENT.match(file.lines[below]):
            below += 1
        start = line.index("#")
        yield _Silencer(
            place=file.place(number, start, len(line.rstrip()) - start),
            code=match.group(1),
            reason=match.group(2).strip(),
            silences=below + 1,
        )


def _silencer_of(finding: Diagnostic, silencers: Sequence[_Silencer]) -> _Silencer | None:
    place = finding.place
    if place is None:
        return None
    return next(
        (
            silencer
            for silencer in silencers
            if silencer.code == finding.code
            and silencer.place.file == place.file
            and silencer.silences == place.line
        ),
        None,
    )


def _untidy(silencer: _Silencer, variant: str) -> Diagnostic:
    return Diagnostic(
        code="SC115",
        variant=variant,
        severity="untidy",
        place=silencer.place,
        slots={"code": silencer.code},
    )
