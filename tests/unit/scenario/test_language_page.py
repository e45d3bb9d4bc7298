"""The page about the language names everything the language knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.scenario.choices import CHOICES
from game.scenario.debrief import DEBRIEF, SCORE
from game.scenario.effects import VERBS
from game.scenario.events import EVENT
from game.scenario.expression.kinds import UNITS
from game.scenario.expression.vocabulary import CHANGEABLE, CORE_NAMES, FUNCTIONS
from game.scenario.letters import LETTER
from game.scenario.nudges import NUDGE
from game.scenario.places import INCOME, JOB, PLACE
from game.scenario.plans import PLAN
from game.scenario.profiles import PROFILE
from game.scenario.quiz import QUESTION
from game.scenario.schemes import SCHEME
from game.scenario.settings import SETTINGS
from game.scenario.top_level import TOP_KEYS
from game.scenario.trial_reading import TRIAL

PAGE = Path(__file__).resolve().parents[3] / "docs" / "scenario-language.md"
RECORDS = (
    *(EVENT, INCOME, JOB, PLACE, PLAN, PROFILE, LETTER, NUDGE, QUESTION),
    *(DEBRIEF, SCORE, SCHEME, SETTINGS, TRIAL),
)
KNOWN = {
    *TOP_KEYS,
    *CORE_NAMES,
    *CHANGEABLE,
    *FUNCTIONS,
    *VERBS,
    *(key for record in RECORDS for key in record.key_names()),
    *(unit for unit in UNITS if unit not in ("month", "year", "point")),
    CHOICES.name,
}
WORDS = set(re.findall(r"[a-z_%]+(?:[./][a-z_]+)*", PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("word", sorted(KNOWN))
def test_names(word: str) -> None:
    assert word in WORDS
