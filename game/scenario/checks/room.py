"""Texts too long for the place they are shown in."""

from __future__ import annotations

from game.core.diagnostics import cells
from game.core.text import LANGUAGES
from game.scenario.merge import Merged
from game.scenario.model import Scenario
from game.scenario.reader import Reader
from game.scenario.rooms import TALL, room_of, too_long
from game.scenario.text_nodes import text_nodes


def check_room(scenario: Scenario, merged: Merged, reader: Reader) -> None:
    """Tell texts of the pack's own files that do not fit."""
    parents = tuple(prefix for prefix in merged.packs if prefix)
    is_tall = scenario.teaching.settings.text_box == "tall"
    for text in text_nodes(merged.single, merged.sections, merged.lists):
        if parents and text.node.file.name.startswith(parents):
            continue
        most = room_of(text.id).most
        if is_tall and text.id.startswith("events."):
            most = int(most * TALL)
        for language in LANGUAGES:
            words = text.words(language)
            if words is None or 2 * len(words.text) <= most or not most:
                continue
            if (has := cells(words.text)) > most:
                reader.findings.add(too_long(words.place, has, most, language))
