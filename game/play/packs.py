"""The pack that is asked for, ready to be lived, or a sentence why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.diagnostics import Diagnostic
from game.core.errors import PackError, UnknownName
from game.core.folders import scenarios, user_data
from game.core.text import Text
from game.scenario.compiler import load_pack
from game.scenario.model import Scenario
from game.scenario.report import worst

BASE_PACK: Final = "china"
NO_PROFILE: Final = Text(
    "There is no profile “{name}” in this scenario. There are: {known}.",
    "这个情景里没有人物“{name}”。可选：{known}。",
)


def playable_scenario(pack: str | None) -> Scenario:
    """A pack by id or path, the base pack for none.

    Raises:
        PackError: it cannot be played; the message names the worst finding and its place.
    """
    loaded = load_pack(pack or BASE_PACK, [scenarios(), user_data() / "scenarios"])
    if loaded.scenario is None:
        raise PackError(_why(loaded.findings), tuple(loaded.findings))
    return loaded.scenario


def _why(findings: Sequence[Diagnostic]) -> Text:
    return Text(
        f"This pack cannot be played yet.\n{worst(findings, 'en', 1)}",
        f"这个情景包还不能玩。\n{worst(findings, 'zh', 1)}",
    )


def profile_index(scenario: Scenario, name: str | None) -> int:
    """Index of a profile by id; the first that is not hidden for none.

    Raises:
        UnknownName: the pack has no such profile.
    """
    ids = [profile.id for profile in scenario.profiles]
    if name is None:
        return next(k for k, who in enumerate(scenario.profiles) if not who.is_hidden)
    if name not in ids:
        known = ", ".join(who.id for who in scenario.profiles if not who.is_hidden)
        raise UnknownName(NO_PROFILE.filled({"name": name, "known": known}))
    return ids.index(name)
