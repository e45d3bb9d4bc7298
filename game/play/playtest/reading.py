"""How long a life takes in front of the screen: an estimate from what there is to read and choose.

Speeds: silent reading of English at 238 words a minute (Brysbaert 2019, Journal of Memory and
Language 109) of 5.3 signs each with the space behind them; a Chinese text takes as long as the
English one it stands for (as there), which in the bundled packs has 3.25 signs for one. The seconds
are those the game paces itself by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.arrays import Number
from game.core.text import LANGUAGES, Language, Text
from game.scenario.model import Event, Scenario

SIGNS_A_MINUTE: Final[Mapping[Language, float]] = {"en": 238 * 5.3, "zh": 238 * 5.3 / 3.25}
CHOICE_SECONDS: Final = 6.0
"""To make up one's mind, once all has been read."""
PLAN_SECONDS: Final = 25.0
YEAR_SECONDS: Final = 0.35
AROUND_SECONDS: Final = 145.0
"""Title, person and first plan, and the review to where it first rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Signs there are to read, by language in the order of ``LANGUAGES``."""

    card: Number
    """Title, text and options of each event, (languages, events)."""
    result: Number
    """What follows each choice, (languages, events, choices)."""
    line: Number
    """An event that only leaves its line, (languages, events)."""

    @classmethod
    def of(cls, scenario: Scenario, most_choices: int) -> Reading:
        """Count all texts of a scenario."""
        events = scenario.events
        result = np.zeros((len(LANGUAGES), len(events), most_choices))
        for event in events:
            for number, choice in enumerate(event.choices):
                result[:, event.index, number] = _signs([choice.result])
        card = np.array([_signs(_on_card(event)) for event in events])
        line = np.array([_signs([event.title]) for event in events])
        shape = (len(events), len(LANGUAGES))
        return cls(card=card.reshape(shape).T, result=result, line=line.reshape(shape).T)


def _on_card(event: Event) -> list[Text]:
    options = [text for choice in event.choices for text in (choice.label, choice.note)]
    return [event.title, event.text, *options]


def _signs(texts: Sequence[Text]) -> list[int]:
    return [sum(len(text.in_language(language)) for text in texts) for language in LANGUAGES]


def minutes_of(
    signs: Number, choices: NDArray[np.int64], plans: NDArray[np.int64], years: NDArray[np.int64]
) -> dict[Language, float]:
    """The minutes half of all lives take at most, by language.

    Args:
        signs: read in each life, (languages, lives).
        choices: made in each.
        plans: times the plan was put before each.
        years: lived in each.
    """
    seconds = CHOICE_SECONDS * choices + PLAN_SECONDS * plans + YEAR_SECONDS * years
    return {
        language: float(
            np.median(signs[row] / SIGNS_A_MINUTE[language] + (seconds + AROUND_SECONDS) / 60)
        )
        for row, language in enumerate(LANGUAGES)
    }
