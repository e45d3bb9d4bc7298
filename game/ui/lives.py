"""The lives of a pack, as the title and the router see them: begun, kept and gone on with."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from threading import Thread

from game.core.folders import saves
from game.core.text import Text
from game.play.desk import Desk
from game.play.library_view import PackView
from game.play.options import PlayOptions
from game.play.pack_watch import watched_path
from game.play.packs import BASE_PACK, playable_scenario, profile_index
from game.play.problems import Problem
from game.play.resuming import resumed_session
from game.play.saves import Save, SaveStore
from game.play.session import Session, new_session
from game.play.shelf import playable_view
from game.play.twins import TwinsDesk
from game.scenario.model import Profile, Scenario
from game.sim.engine import Engine
from game.sim.world import World
from game.ui.one_life import MOST_SEED, Keeper, OneLife
from game.ui.runs import LifeRun, Lives
from game.ui.screen import Screen
from game.ui.screens.profile_panel import ProfileCard, SavedLife
from game.ui.screens.twins import TwinsScreen

AGE_LINE = Text("{age} · {home} → {place}", "{age} 岁 · {home} → {place}")
AGE_LINE_HOME = Text("{age} · {place}", "{age} 岁 · {place}")
UNREADABLE = Text(
    "The saved life does not fit this scenario any more. It is kept; a new life begins.",
    "存档和现在的情景对不上了。存档已保留，这次从头开始。",
)


class PackLives:
    """All lives of one pack. Implements ``route.Lives``."""

    def __init__(
        self,
        scenario: Scenario,
        store: SaveStore | None,
        seed: int | None,
        *,
        pack: str | None = None,
        has_desk: bool = False,
    ) -> None:
        self.pack = pack
        self.scenario = scenario
        self.engine = Engine(world=World(scenario=scenario))
        self.store = store
        self.seed = seed
        self.desk = Desk(engine=self.engine, pack=pack) if has_desk else None
        """Where long questions are worked out beside the drawing, if they are asked at all."""

    @property
    def shown(self) -> PackView | None:
        """The pack as the title names it; the game's own needs no name."""
        if self.scenario.id == BASE_PACK:
            return None
        return playable_view(self.scenario, self.pack or "", "own")

    def cards(self) -> Sequence[ProfileCard]:
        """The profiles that are not only there to extend."""
        return [self._card(who) for who in self.scenario.profiles if not who.is_hidden]

    def _card(self, who: Profile) -> ProfileCard:
        place, home = self.scenario.places[who.place], self.scenario.places[who.hukou]
        line = AGE_LINE_HOME if place is home else AGE_LINE
        facts = (*who.facts, *[Text("", "")] * 3)
        return ProfileCard(
            id=who.id,
            name=who.name,
            role=who.role,
            age_line=line.filled({"age": who.age, "home": home.name, "place": place.name}),
            story=who.story,
            facts=(facts[0], facts[1], facts[2]),
            portrait=who.picture,
            age=who.age,
        )

    def saved(self) -> SavedLife | None:
        """The newest life of this pack whose review has not been seen and left."""
        names = {who.id: who.name for who in self.scenario.profiles}
        for entry in self.store.list() if self.store is not None else ():
            save = entry.content
            if isinstance(save, Save) and save.pack_id == self.scenario.id:
                if save.profile not in names or _is_done(save):
                    continue
                return SavedLife(
                    slot=entry.slot,
                    profile=save.profile,
                    name=names[save.profile],
                    age=save.age,
                    seconds_ago=max(time.time() - entry.saved_at, 0.0),
                )
        return None

    def notice(self) -> Text | None:
        """What to tell about saves that cannot be gone on with."""
        for entry in self.store.list() if self.store is not None else ():
            if isinstance(entry.content, Problem):
                return entry.content.text
        return None

    def begin(self, profile: str) -> LifeRun:
        """A new life.

        Raises:
            UnknownName: the pack has no such profile.
        """
        index = profile_index(self.scenario, profile)
        return self._run(index, self._new_seed())

    def _run(self, index: int, seed: int) -> OneLife:
        keeper = Keeper(self.store, self._free_slot(self.scenario.profiles[index].id))
        session = new_session(self.engine, index, seed, keeper.keep)
        return OneLife(self, session, keeper)

    def _free_slot(self, profile: str) -> str:
        """A slot that no life holds: a new life never writes over an earlier one."""
        taken = {entry.slot for entry in self.store.list()} if self.store is not None else set()
        numbers = count(1)
        slots = (f"{self.scenario.id}-{profile}-{number}" for number in numbers)
        return next(slot for slot in slots if slot not in taken)

    def again(self, session: Session, *, is_same_luck: bool) -> OneLife:
        """The same person once more."""
        seed = session.seed if is_same_luck else secrets.randbelow(MOST_SEED)
        return self._run(session.profile, seed)

    def twins(self, profile: str) -> Screen | None:
        """Two plans of a profile on one luck."""
        return self.twins_of(profile, None)

    def twins_of(self, profile: str, chosen: tuple[str, str] | None) -> TwinsScreen | None:
        """Two plans of a profile on one luck, by the ids of the plans.

        Raises:
            UnknownName: the pack has no such profile.
        """
        if self.desk is None:
            return None
        index = profile_index(self.scenario, profile)
        twins = TwinsDesk(desk=self.desk, profile=index, seed=self._new_seed())
        return TwinsScreen(twins, chosen)

    def _new_seed(self) -> int:
        """The luck asked for, else the pack's own, else another one each time."""
        seed = self.scenario.teaching.settings.seed if self.seed is None else self.seed
        return secrets.randbelow(MOST_SEED) if seed is None else seed

    @property
    def watched(self) -> Path | None:
        """Where an author's pack is looked after while a life is played."""
        return watched_path(self.pack)

    def take(self, engine: Engine) -> None:
        """The pack was edited: lives begin under it, and long questions are asked of it.

        The old desk is cleared in a thread, for its worker may take a moment to end.
        """
        self.engine, self.scenario = engine, engine.world.scenario
        if self.desk is not None:
            Thread(target=self.desk.close, name="old desk", daemon=True).start()
            self.desk = Desk(engine=engine, pack=self.pack)

    def close(self) -> None:
        """The desk is cleared."""
        if self.desk is not None:
            self.desk.close()

    def resume(self, slot: str) -> LifeRun:
        """Go on where the save stands; one that does not fit is kept, and a new life begins."""
        assert self.store is not None
        found = self.store.read(slot)
        keeper = Keeper(self.store, slot)
        if isinstance(found, Save):
            try:
                return OneLife(self, resumed_session(self.engine, found, keeper.keep), keeper)
            except ValueError:
                keeper.problem = UNREADABLE
        elif isinstance(found, Problem):
            keeper.problem = found.text
        ids = [who.id for who in self.scenario.profiles]
        is_known = isinstance(found, Save) and found.profile in ids
        profile = found.profile if isinstance(found, Save) and is_known else None
        life = self._run(profile_index(self.scenario, profile), self._new_seed())
        life.keeper.problem = keeper.problem
        return life


def _is_done(save: Save) -> bool:
    return bool(save.state.get("is_reviewed"))


def open_lives(options: PlayOptions) -> Lives:
    """Load the pack and look for saved lives.

    Raises:
        PackError: the pack cannot be played.
    """
    scenario = playable_scenario(options.pack)
    folder: Path = saves()
    return PackLives(scenario, SaveStore(folder), options.seed, pack=options.pack, has_desk=True)
