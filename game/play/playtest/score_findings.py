"""What is found in the scores: luck, one right answer, surprises, ruin, numbers without effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from game.core.text import Text
from game.play.playtest.evidence import Evidence, Found, found
from game.play.playtest.places import percent
from game.play.playtest.watching import Seen

ONE_RIGHT_ANSWER: Final = 0.95


def variance(seen: Mapping[str, Seen]) -> tuple[float, float, float]:
    """Shares of the differences in score: kind of player, luck, and the two together."""
    names = [name for name in seen if name != "explorer"]
    scores = np.array([seen[name].score for name in names])
    whole = float(scores.var())
    if whole <= 0 or len(names) < 2:
        return 0.0, 0.0, 0.0
    player = float(scores.mean(axis=1).var()) / whole
    luck = float(scores.mean(axis=0).var()) / whole
    return player, luck, max(0.0, 1 - player - luck)


def balance(evidence: Evidence) -> Iterator[Found]:
    """How far luck and plan decide, how far scores lie apart, whether the careful end in debt."""
    player, luck, _ = variance(evidence.seen)
    if luck > evidence.bounds["SP08"]:
        yield found(evidence, "SP08", "warning", ("id",), share=percent(luck))
    if player > ONE_RIGHT_ANSWER:
        share = percent(player)
        yield found(evidence, "SP08", "warning", ("id",), "plan", share=share)
    names = [name for name in evidence.seen if name != "explorer"]
    if names:
        every = np.concatenate([evidence.seen[name].score for name in names])
        low, high = (float(x) for x in np.percentile(every, [10, 90]))
        if high - low < evidence.bounds["SP10"]:
            gaps = {"low": f"{low:.0f}", "high": f"{high:.0f}"}
            yield found(evidence, "SP10", "warning", ("id",), **gaps)
    prudent = evidence.seen.get("prudent")
    if prudent is not None and prudent.was_ruined.mean() > evidence.bounds["SP11"]:
        share = percent(float(prudent.was_ruined.mean()))
        yield found(evidence, "SP11", "warning", ("id",), share=share)


def profiles(evidence: Evidence) -> Iterator[Found]:
    """Surprising lessons of each person, and persons to whom little happens."""
    shown = [k for k, who in enumerate(evidence.scenario.profiles) if not who.is_hidden]
    reached = {}
    for k in shown:
        who = evidence.scenario.profiles[k]
        yield from _surprises(evidence, k, who.id, who.name)
        met = [seen.has_met[:, seen.profile == k].any(axis=1) for seen in evidence.seen.values()]
        reached[k] = int(np.any(met, axis=0).sum())
    if len(shown) > 1:
        few, many = min(reached, key=reached.__getitem__), max(reached, key=reached.__getitem__)
        if reached[few] < evidence.bounds["SP17"] * reached[many]:
            persons = evidence.scenario.profiles
            gaps = {"few": str(reached[few]), "many": str(reached[many])}
            names = {"who": persons[few].name, "other": persons[many].name}
            where = ("profiles", persons[few].id)
            yield found(evidence, "SP17", "warning", where, **gaps, **names)


def _surprises(evidence: Evidence, profile: int, id_: str, name: Text) -> Iterator[Found]:
    """Those without the dear cover who end as well as those with it."""
    medians = {
        player: float(np.median(seen.score[seen.profile == profile]))
        for player, seen in evidence.seen.items()
        if (seen.profile == profile).any()
    }
    than = "employee_lowest"
    for player in ("never_insured", "resident"):
        if player in medians and than in medians and medians[player] >= medians[than]:
            gaps = {"a": f"{medians[player]:.1f}", "b": f"{medians[than]:.1f}"}
            names = {"player": player, "than": than}
            yield found(evidence, "SP09", "tip", ("profiles", id_), who=name, **gaps, **names)


def unfelt(evidence: Evidence) -> Iterator[Found]:
    """Numbers of law that move no part of the score."""
    law = evidence.scenario.law
    for response in evidence.responses:
        if response.largest <= evidence.bounds["SP18"]:
            gaps: dict[str, str | Text] = {"parameter": response.parameter}
            gaps["label"] = law.parameters[response.parameter].label
            gaps["bound"] = percent(evidence.bounds["SP18"])
            yield found(evidence, "SP18", "tip", ("parameters", response.parameter), **gaps)


def numbers(evidence: Evidence) -> Iterator[Found]:
    """Numbers that are none, or stand at the end of what can be counted."""
    for (index, _), (life, age, name) in evidence.sweep.wrong.items():
        event = evidence.scenario.events[index]
        where = ("events", event.id)
        gaps = {"event": event.id, "field": name}
        yield found(evidence, "SP31", "error", where, "", (life, age), **gaps)
