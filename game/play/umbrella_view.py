"""Nine ribs as the screens show them: of one year, with why each stands so, or of a whole life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from game.core.life import RIBS
from game.core.text import Text
from game.play import phrases
from game.play.notes import YearNote
from game.play.views import RibView, UmbrellaView


def rib_reasons(note: YearNote, full_share: float) -> Mapping[str, Text]:
    """Why each rib of a year stands as it does.

    Args:
        note: of the year.
        full_share: fund share that fills the medical rib.
    """
    reasons = dict(phrases.RIB_REASONS)
    solid = dict(zip(RIBS, note.solid, strict=True))
    other = phrases.RIB_REASONS_OTHER
    if note.months_covered:
        share = solid["medical"] / (note.months_covered / 12) * full_share
        values = {"months": note.months_covered, "share": share}
        reasons["medical"] = reasons["medical"].filled(values)
    else:
        reasons["medical"] = other["medical"]
    if solid["injury"] == 0:
        reasons["injury"] = other["injury"]
    for rib, by_employer in phrases.RIB_REASONS_CONTRACT.items():
        if solid[rib] > 0 and (note.months_contract or rib == "unemployment"):
            reasons[rib] = by_employer
    if note.draws_pension:
        reasons["old_age"] = other["old_age"]
    elif note.is_old and solid["old_age"] == 0:
        reasons["old_age"] = phrases.NO_PENSION_DRAWN
    return reasons


def umbrella_view(
    solid: Sequence[float],
    hatched: Sequence[float],
    applies: Sequence[bool],
    enough: float,
    reasons: Mapping[str, Text] | None = None,
) -> UmbrellaView:
    """Nine ribs from their shares; without reasons they are means over a whole life."""
    grey = phrases.NEVER_APPLIED if reasons is None else phrases.NOT_APPLYING
    ribs = tuple(
        RibView(
            id=name,
            name=phrases.RIB_NAMES[name],
            solid=solid[k],
            hatched=hatched[k],
            applies=applies[k],
            reason=(reasons or {}).get(name, phrases.RIB_MEAN) if applies[k] else grey,
        )
        for k, name in enumerate(RIBS)
    )
    return UmbrellaView(
        ribs=ribs,
        held=sum(rib.applies and rib.solid >= enough for rib in ribs),
        applicable=sum(rib.applies for rib in ribs),
    )


def mean_umbrella(notes: Sequence[YearNote], enough: float) -> UmbrellaView:
    """Each rib's mean over the years in which it applied."""
    solid = np.array([note.solid for note in notes])
    hatched = np.array([note.hatched for note in notes])
    applies = np.array([note.applies for note in notes])
    years = np.maximum(applies.sum(axis=0), 1)
    return umbrella_view(
        ((solid * applies).sum(axis=0) / years).tolist(),
        ((hatched * applies).sum(axis=0) / years).tolist(),
        [bool(flag) for flag in np.atleast_1d(applies.any(axis=0))],
        enough,
    )
