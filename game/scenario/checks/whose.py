"""Whose an event can be at all: people its condition rules out are never asked."""

from __future__ import annotations

from game.scenario.checks.domains import SEXES, Domains, Words
from game.scenario.checks.possible import never_true
from game.scenario.expression.kinship import kin_of, with_kin
from game.scenario.expression.parser import parse
from game.scenario.expression.syntax import Slip
from game.scenario.model import Event, Profile

_TELLING = frozenset({"profile", "sex"})


def can_be_of(event: Event, who: Profile) -> bool:
    """Whether the condition of an event may hold for a person, by who he is alone."""
    when = event.when
    if when is None or not when.names & _TELLING:
        return True
    person: Domains = {
        "profile": Words(words=frozenset({who.id})),
        "sex": Words(words=frozenset({SEXES[who.sex]})),
    }
    kin = kin_of({who.id: who.forebears})
    try:
        return never_true(with_kin(parse(when.source), kin), person) is None
    except Slip:
        return True
