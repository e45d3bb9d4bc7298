"""A pack was edited while a life in it goes on: the same life under the new words and numbers.

Pure: nothing is read but the pack, nothing of the old session is changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.core.folders import scenarios, user_data
from game.core.text import Text
from game.play.answers import Choose
from game.play.problems import Kind, Problem
from game.play.resuming import resumed_session
from game.play.session import Session
from game.scenario.compiler import load_pack
from game.scenario.model import Event, Scenario
from game.scenario.report import worst
from game.sim.engine import Engine
from game.sim.world import World

HAS_MISTAKES: Final = Text(
    "The pack has mistakes now; the life goes on as it was.\n{finding}",
    "情景包现在有错误，人生照原样继续。\n{finding}",
)
OTHER_PACK: Final = Text(
    "This is another pack, {id}; the life goes on in {old}.",
    "这是另一个情景包 {id}，人生仍在 {old} 里继续。",
)
NO_PERSON: Final = Text(
    "The pack has no person “{name}” any more; the life goes on as it was.",
    "情景包里没有人物“{name}”了，人生照原样继续。",
)
NO_PLACE: Final = Text(
    "The place or the job this life is in stands no more in the pack; it goes on as it was.",
    "人物现在的地点或工作已不在情景包里，人生照原样继续。",
)
NO_ANSWER: Final = Text(
    "“{choice}” of “{event}”, answered this year, stands no more in the pack; the life goes on as"
    " it was. Take the answer back, or go on to the next year, and try again.",
    "今年选过的“{event}”里的“{choice}”已不在情景包里，人生照原样继续。"
    "撤销这一步，或过完今年，再试一次。",
)


def reloaded(
    session: Session, pack_path: str | Path, folders: Sequence[Path] | None = None
) -> Session | Problem:
    """The same life at the same place of the same year under the pack as it is now.

    The state at the open of the running year is kept, what it refers to is found by name, and the
    year's answers are given again.

    Args:
        session: the life; it is not changed.
        pack_path: where its pack is.
        folders: where packs are looked up; the usual ones if not said.

    Returns:
        Another session, or why the life cannot take the new pack.
    """
    engine = reread(pack_path, folders)
    return engine if isinstance(engine, Problem) else moved(session, engine, pack_path)


def reread(pack_path: str | Path, folders: Sequence[Path] | None = None) -> Engine | Problem:
    """The pack as it is now, ready to be lived, or what is wrong with it; may run in a thread.

    Args:
        pack_path: where it is.
        folders: where packs are looked up; the usual ones if not said.
    """
    looked = [scenarios(), user_data() / "scenarios"] if folders is None else folders
    loaded = load_pack(pack_path, looked)
    if loaded.scenario is None:
        en, zh = worst(loaded.findings, "en", 1), worst(loaded.findings, "zh", 1)
        return _problem(pack_path, HAS_MISTAKES.filled({"finding": Text(en, zh)}))
    return Engine(world=World(scenario=loaded.scenario))


def moved(session: Session, engine: Engine, pack_path: str | Path) -> Session | Problem:
    """The same life at the same place under a pack that was read anew.

    Args:
        session: the life; it is not changed.
        engine: of the pack as it is now.
        pack_path: where it is, for what is told of it.

    Returns:
        Another session, or why the life cannot take the new pack.
    """
    new = engine.world.scenario
    why = _why_not(session, session.world.scenario, new)
    if why is not None:
        return _problem(pack_path, why)
    save = replace(session.save(), pack_hash=new.digest)
    try:
        fresh = resumed_session(engine, save)
    except ValueError:
        return _problem(pack_path, NO_PLACE)
    missed = _not_given_again(session, fresh)
    if missed is not None:
        gaps = {"event": missed.event, "choice": missed.choice}
        return _problem(pack_path, NO_ANSWER.filled(gaps))
    fresh.keep = session.keep
    if fresh.keep is not None:
        fresh.keep(fresh.save())
    return fresh


def _not_given_again(session: Session, fresh: Session) -> Choose | None:
    """An answer of the year whose event does not come any more under the new pack."""
    if session.is_over:
        return None
    events = fresh.world.scenario.events
    met = {events[met.event].id for met in fresh.year.met if met.is_met[0]}
    given = (answer for answer in session.answers if isinstance(answer, Choose))
    return next((answer for answer in given if answer.event not in met), None)


def _why_not(session: Session, old: Scenario, new: Scenario) -> Text | None:
    if new.id != old.id:
        return OTHER_PACK.filled({"id": new.id, "old": old.id})
    name = old.profiles[session.profile].id
    if name not in [who.id for who in new.profiles]:
        return NO_PERSON.filled({"name": name})
    events = {event.id: event for event in new.events}
    for answer in session.answers:
        if isinstance(answer, Choose) and not _is_there(answer, events):
            return NO_ANSWER.filled({"event": answer.event, "choice": answer.choice})
    return None


def _is_there(answer: Choose, events: Mapping[str, Event]) -> bool:
    event = events.get(answer.event)
    return event is not None and (
        not answer.choice or answer.choice in [choice.id for choice in event.choices]
    )


def _problem(path: str | Path, text: Text) -> Problem:
    return Problem(kind=Kind.FOREIGN, path=Path(path), text=text)
