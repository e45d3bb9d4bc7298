"""From what was counted to findings, worst first, each at its place in the pack."""

from __future__ import annotations

from typing import Final

from game.play.playtest import event_findings, score_findings, teaching_findings
from game.play.playtest.evidence import Evidence, Found

PASSES: Final = (
    event_findings.events,
    event_findings.choices,
    event_findings.pairs,
    score_findings.balance,
    score_findings.profiles,
    teaching_findings.goals,
    teaching_findings.wordings,
    teaching_findings.pace,
    score_findings.unfelt,
    score_findings.numbers,
)
ORDER: Final = {"error": 0, "warning": 1, "untidy": 2, "tip": 3}


def judged(evidence: Evidence) -> list[Found]:
    """All findings, worst first."""
    found = [each for look in PASSES for each in look(evidence)]
    return sorted(found, key=lambda each: (ORDER[each.finding.severity], each.finding.code))
