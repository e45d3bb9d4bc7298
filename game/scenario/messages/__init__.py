"""The words of every finding, in both languages: same code, same slots.

A key is a code, or a code and a variant; a message has one help, and others by hint.
"""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue
from game.scenario.messages.expressions import EXPRESSIONS
from game.scenario.messages.files import FILES
from game.scenario.messages.keys import KEYS
from game.scenario.messages.lessons import LESSONS
from game.scenario.messages.safety import SAFETY
from game.scenario.messages.schedule import SCHEDULE
from game.scenario.messages.values import VALUES
from game.scenario.messages.writing import WRITING

CATALOGUE: Final[Catalogue] = {
    **WRITING,
    **KEYS,
    **FILES,
    **EXPRESSIONS,
    **SCHEDULE,
    **VALUES,
    **LESSONS,
    **SAFETY,
}
