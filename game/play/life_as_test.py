"""A life that was played, written down as a test of its pack: the same answers, the same end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.core.folders import user_data
from game.core.text import Text
from game.play.answers import Choose, Keep, answer_from_json
from game.play.notes import YearNote
from game.play.playtest.forcing import scope_of
from game.play.problems import Kind, Problem, unread
from game.play.session import Session
from game.play.storage import write_text
from game.scenario.archive import SUFFIX
from game.scenario.model import PlanFields

FILE: Final = "tests-from-play.yaml"
HEAD: Final = "# Lives that were played, as tests. 玩过的人生，当作测试。\ntests:\n"
SHARE_NEAR: Final = 0.01
"""How far an amount may lie from the one of the life, of it."""
LARGEST_SEED: Final = 2**32
"""The largest that ``seed`` of a test takes."""
LEAST_NEAR: Final = 1.0
EXPECTED: Final = (
    ("pension", "yuan/month"),
    ("paid_years", "years"),
    ("cash", "yuan"),
    ("debt", "yuan"),
    ("wellbeing", "points"),
)
"""What must come out near what it was, with its unit: the parts a score is made of."""
NAME: Final = Text("{name}, luck {seed}, to {age}", "{name}，运气 {seed}，到 {age} 岁")
OTHER_EDITION: Final = Text(
    "The scenario was edited during this life: played again it would go otherwise."
    " Live it once more and save that.",
    "这一生过到一半时情景改过，重放的结果会不一样。请再过一遍，再存为测试。",
)
ELSEWHERE: Final = Text(
    "This life was not played from its first year: it was opened further on, and a test begins at"
    " the first. Begin a life from the start and save that.",
    "这一生不是从头玩起的，是从中途打开的；测试要从第一年开始。请从头过一遍，再存为测试。",
)
OTHER_LUCK: Final = Text(
    "A test takes a seed up to {most}; this life has {seed}. Begin one with a smaller --seed, or"
    " without, and save that.",
    "测试的种子最大只能写 {most}，这一生的种子是 {seed}。"
    "请换小一点的 --seed（或不写）从头过一遍，再存为测试。",
)
NOT_WHOLE: Final = Text("This life is not over yet.", "这一生还没有过完。")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where the test stands, and whether the pack reads that file already."""

    path: Path
    is_included: bool


def saved_as_test(session: Session, pack: Path) -> Written | Problem:
    """Write the ended life of a session to the tests beside its pack.

    Args:
        session: the life; it is over.
        pack: folder, file or archive of the pack. Where nothing can be written beside it, the test
            goes to the player's own folder.

    Returns:
        Where it is, or why it could not be written.
    """
    entry = as_entry(session)
    if isinstance(entry, Text):
        return Problem(kind=Kind.FOREIGN, path=pack, text=entry)
    problem: Problem | None = None
    for folder in _folders(pack, session.world.scenario.id):
        path = folder / FILE
        problem = _added(path, entry)
        if problem is None:
            read = {trial.place.file for trial in session.world.scenario.trials}
            return Written(path=path, is_included=FILE in read)
    assert problem is not None
    return problem


def _folders(pack: Path, pack_id: str) -> Iterator[Path]:
    own = user_data()
    beside = pack if pack.is_dir() else pack.parent
    # A loose file among the player's scenarios would be taken for another one.
    if pack.suffix != SUFFIX and beside.resolve() != (own / "scenarios").resolve():
        yield beside
    yield own / "tests" / pack_id


def _added(path: Path, entry: str) -> Problem | None:
    """The file with the entry at its end; an entry that is there already is not added again."""
    try:
        known = path.read_text(encoding="utf-8") if path.exists() else HEAD
    except (OSError, ValueError):
        return unread(path)
    if entry in known:
        return None
    return write_text(path, known.rstrip("\n") + "\n" + entry, keeps_previous=False)


def as_entry(session: Session) -> str | Text:
    """The life as an item of ``tests:``, or why it cannot be one."""
    if not session.is_over:
        return NOT_WHOLE
    scenario = session.world.scenario
    if any(note.edition != scenario.digest for note in session.notes):
        return OTHER_EDITION
    if reason := why_no_test(session):
        return reason
    who, last = scenario.profiles[session.profile], session.notes[-1]
    name = NAME.filled({"name": who.name, "seed": str(session.seed), "age": str(last.age)})
    steps = [f"      - {step}" for note in session.notes for step in _steps(note)]
    lines = [
        f"  - name: {{en: {_quoted(name.en)}, zh: {_quoted(name.zh)}}}",
        f"    profile: {who.id}",
        "    luck: on",
        f"    seed: {session.seed}",
        *(["    play:", *steps] if steps else []),
        "    expect:",
        *(f"      - {wish}" for wish in _wishes(session, last.age)),
    ]
    return "\n".join(lines) + "\n"


def why_no_test(session: Session) -> Text | None:
    """Why no test can ever tell this life again, None where one can.

    Years lived by a simulated player have nobody's answers to what they met.
    """
    first = int(session.world.start_age[session.profile])
    met = next((note for note in session.notes if any(one.choice for one in note.met)), None)
    is_begun_later = bool(session.notes) and session.notes[0].age != first
    if is_begun_later or (met is not None and not met.answers):
        return ELSEWHERE
    if session.seed > LARGEST_SEED:
        gaps = {"most": f"{LARGEST_SEED}", "seed": f"{session.seed}"}
        return OTHER_LUCK.filled(gaps)
    return None


def _steps(note: YearNote) -> Iterator[str]:
    for value in note.answers:
        answer = answer_from_json(value)
        if isinstance(answer, Choose):
            choice = f", choose: {answer.choice}" if answer.choice else ""
            yield f"{{age: {note.age}, event: {answer.event}{choice}}}"
        elif isinstance(answer, Keep):
            yield f"{{age: {note.age}, decide: {{{_plan(answer.plan)}}}}}"


def _plan(plan: PlanFields) -> str:
    schemes = {"pension": plan.pension, "medical": plan.medical}
    written = {key: scheme.name.lower() for key, scheme in schemes.items() if scheme is not None}
    shares = {"base": plan.base, "savings": plan.savings, "pace": plan.pace}
    yearly = {"tier": plan.tier, "private": plan.private_per_year}
    written |= {key: f"{_number(x * 100)}%" for key, x in shares.items() if x is not None}
    written |= {key: f"{_number(x)} yuan/year" for key, x in yearly.items() if x is not None}
    if plan.can_borrow is not None:
        written["borrow"] = "yes" if plan.can_borrow else "no"
    if plan.claim_age is not None:
        written["claim_age"] = f"{_number(plan.claim_age)} years"
    return ", ".join(f"{key}: {word}" for key, word in written.items())


def _wishes(session: Session, age: int) -> Iterator[str]:
    """What stood at the end of the last year, each between two amounts close around it."""
    scope = scope_of(session.world, session.opened)
    for name, unit in EXPECTED:
        value = float(scope.read(name)[0])
        near = max(abs(value) * SHARE_NEAR, LEAST_NEAR)
        low, high = value - near, value + near
        if value >= 0:
            low = max(low, 0.0)
        bounds = ", ".join(f"{x:.2f} {unit}" for x in (low, high))
        yield f"{{at: {age}, value: {name}, between: [{bounds}]}}"


def _number(value: float) -> str:
    """As many places as the language reads."""
    return f"{value:.9f}".rstrip("0").rstrip(".")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
