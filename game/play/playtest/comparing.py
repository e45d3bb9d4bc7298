"""Two reports held beside each other: only what differs, in the words it would be printed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.core.text import LANGUAGES, Text, same
from game.play.playtest.evidence import Found
from game.play.playtest.places import percent
from game.play.playtest.report import EventRow, Report
from game.sim.strategies import STRATEGIES

NONE: Final = same("–")
SCORE: Final = Text("score, {player}", "总分，{player}")
WORDS: Final[Mapping[str, Text]] = {
    "events": Text("own events reached", "覆盖的本包事件"),
    "choices": Text("own choices taken", "覆盖的选项"),
    "goals": Text("goals touched", "涉及的目标"),
    "minutes": Text("minutes a life, English / 中文", "一局分钟数，English / 中文"),
    "player": Text("share of the kind of player", "玩法的份额"),
    "luck": Text("share of luck", "运气的份额"),
    "both": Text("share of both together", "两者交织的份额"),
    "weakest": Text("weakest source", "最弱的来源"),
}
EVENT: Final = Text("{event}, of all lives", "{event}，人次占比")
CHOICE: Final = Text("{event}.{choice}, of its visits", "{event}.{choice}，选中占比")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that differs, before and now."""

    name: Text
    before: Text
    now: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two reports."""

    rows: tuple[Row, ...]
    gone: tuple[Found, ...]
    """Findings of the other report that this one has no more."""
    come: tuple[Found, ...]


def compared(now: Report, before: Report) -> Comparison:
    """What differs, as far as it would be seen in print.

    Args:
        now: the report looked at.
        before: the one it is held against.
    """
    old, new = _marks(before), _marks(now)
    return Comparison(
        rows=tuple(row for row in _rows(now, before) if row.before != row.now),
        gone=tuple(found for mark, found in old.items() if mark not in new),
        come=tuple(found for mark, found in new.items() if mark not in old),
    )


def _marks(report: Report) -> dict[tuple[str, ...], Found]:
    """Findings by what they are about; where they stand in the file and how much is left out."""
    return {_mark(found): found for found in report.findings}


def _mark(found: Found) -> tuple[str, ...]:
    about = ("event", "choice", "other", "goal", "quiz", "nudge", "parameter", "player", "field")
    slots = found.finding.slots
    who = slots.get("who")
    person = who.en if isinstance(who, Text) else ""
    return (found.finding.key, person, *(str(slots.get(name, "")) for name in about))


def _rows(now: Report, before: Report) -> Iterator[Row]:
    for what in now.coverage:
        pairs = (before.coverage.get(what, (0, 0)), now.coverage[what])
        yield _row(WORDS[what], *(same(f"{few}/{most}") for few, most in pairs))
    yield _row(WORDS["minutes"], *(_minutes(report) for report in (before, now)))
    for player in now.score:
        name = SCORE.filled({"player": STRATEGIES[player].name})
        yield _row(name, *(_score(report, player) for report in (before, now)))
    for share in now.variance:
        shares = (before.variance.get(share, 0.0), now.variance[share])
        yield _row(WORDS[share], *(same(percent(value)) for value in shares))
    yield _row(WORDS["weakest"], same(before.weakest_source), same(now.weakest_source))
    yield from _event_rows(now, before)


def _row(name: Text, before: Text, now: Text) -> Row:
    return Row(name=name, before=before, now=now)


def _minutes(report: Report) -> Text:
    return same(" / ".join(f"{report.minutes[language]:.0f}" for language in LANGUAGES))


def _score(report: Report, player: str) -> Text:
    if player not in report.score:
        return NONE
    return same(" / ".join(f"{value:.0f}" for value in report.score[player]))


def _event_rows(now: Report, before: Report) -> Iterator[Row]:
    old, new = ({row.id: row for row in report.events} for report in (before, now))
    for id_ in [*new, *(id_ for id_ in old if id_ not in new)]:
        pair = (old.get(id_), new.get(id_))
        whole = EVENT.filled({"event": id_})
        yield _row(whole, *(NONE if row is None else same(percent(row.share)) for row in pair))
        choices = dict.fromkeys(choice for row in pair if row is not None for choice in row.choices)
        for choice in choices:
            name = CHOICE.filled({"event": id_, "choice": choice})
            yield _row(name, *(_taken(row, choice) for row in pair))


def _taken(row: EventRow | None, choice: str) -> Text:
    if row is None or choice not in row.choices:
        return NONE
    return same(percent(row.choices[choice] / max(sum(row.choices.values()), 1)))
