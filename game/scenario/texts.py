"""Reads texts in every language, and checks their placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.core.diagnostics import nearest
from game.core.source import MapNode, Node, ScalarNode
from game.core.text import FORMATS, PLACEHOLDER, Language, Text, same
from game.scenario.reader import Reader
from game.scenario.rooms import LANGUAGE_NAMES
from game.scenario.scalars import WordShape
from game.scenario.schema import tell_duplicates, wrong_value

FILLED: Final = frozenset({"age", "place", "pension"})
"""What a text may name of the person, besides the values of its event."""
_LONE_BRACE: Final = re.compile(r"[{}]")
_ONE_NAME: Final = WordShape(wanted=Text("a name", "名称"), example='{en: "…", zh: "…"}')


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """A text: ``{en: …, zh: …}``, or one plain string for all languages."""

    def read(self, node: Node, reader: Reader) -> Text | None:
        """The text, its placeholders checked."""
        if isinstance(node, ScalarNode):
            _check_placeholders(node, reader)
            if not node.text.isascii() or any(sign.isalpha() for sign in node.text):
                reader.report("SC601", node, variant="plain", severity="tip")
            return Text(node.text, node.text)
        if not isinstance(node, MapNode):
            wrong_value(node, reader, Text("a text", "文本"), '{en: "…", zh: "…"}')
            return None
        return _of_languages(node, reader)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameShape:
    """The name of a document: ``{en: …, zh: …}``, or one string where it has the same in all.

    Nothing is ever filled into it, so that a brace in it is a brace.
    """

    def read(self, node: Node, reader: Reader) -> Text | None:
        """The name; a language left empty counts as missing."""
        if isinstance(node, MapNode):
            return _of_languages(node, reader, is_name=True)
        word = _ONE_NAME.read(node, reader)
        return None if word is None else same(word)


def _of_languages(node: MapNode, reader: Reader, *, is_name: bool = False) -> Text | None:
    tell_duplicates(node, reader, reader.owner)
    words: dict[str, ScalarNode] = {}
    is_sound = True
    for entry in node.entries:
        if entry.key.text not in ("en", "zh"):
            reader.report(
                "SC201",
                entry.key,
                hint="known",
                key=entry.key.text,
                noun=Text("a text", "文本"),
                known="en, zh",
            )
        elif not isinstance(entry.value, ScalarNode):
            wrong_value(entry.value, reader, Text("a text in quotes", "带引号的文本"), '"…"')
        elif is_name:
            if entry.value.text:
                words.setdefault(entry.key.text, entry.value)
        else:
            is_sound = _check_placeholders(entry.value, reader) and is_sound
            words.setdefault(entry.key.text, entry.value)
    _tell_missing_language(node, words, reader)
    if is_sound and not is_name:
        _tell_missing_placeholders(words, reader)
    if not words:
        return None
    first = next(iter(words.values())).text
    texts = {language: scalar.text for language, scalar in words.items()}
    return Text(texts.get("en", first), texts.get("zh", first))


def _tell_missing_language(node: MapNode, words: Mapping[str, ScalarNode], reader: Reader) -> None:
    for language in reader.languages:
        if language not in words:
            reader.report("SC601", node, severity="warning", language=LANGUAGE_NAMES[language])


def _tell_missing_placeholders(words: Mapping[str, ScalarNode], reader: Reader) -> None:
    if len(words) < 2:
        return
    here, there = (set(_placeholders(words[language].text)) for language in ("en", "zh"))
    for name in sorted(here ^ there):
        lacking: Language = "zh" if name in here else "en"
        other: Language = "en" if name in here else "zh"
        reader.report(
            "SC603",
            words[lacking],
            severity="warning",
            mark=f"{{{name}}}",
            language=LANGUAGE_NAMES[lacking],
            other=LANGUAGE_NAMES[other],
        )


def _placeholders(text: str) -> list[str]:
    return [match.group(1) for match in PLACEHOLDER.finditer(text) if match.group(1)]


def _check_placeholders(node: ScalarNode, reader: Reader) -> bool:
    """Tell placeholders nobody fills; whether all are sound."""
    text = node.text
    if "{" not in text and "}" not in text:
        return True
    names = reader.vocabulary.names
    is_sound = True
    for match in PLACEHOLDER.finditer(text):
        name, form = match.group(1), match.group(2)
        if name is None:
            continue
        if name not in FILLED and f"values.{name}" not in names:
            is_sound = False
            values = [n.removeprefix("values.") for n in names if n.startswith("values.")]
            meant = nearest(name, (*values, *sorted(FILLED)))
            reader.report(
                "SC604",
                node.place_of(*match.span()),
                hint="meant" if meant else "",
                mark=match.group(),
                better=f"{{{meant}}}",
            )
        elif form is not None and form not in FORMATS:
            reader.report(
                "SC604",
                node.place_of(*match.span()),
                variant="format",
                name=form,
                known=", ".join(FORMATS),
            )
    if lone := _LONE_BRACE.search(PLACEHOLDER.sub(lambda m: " " * len(m.group()), text)):
        reader.report("SC604", node.place_of(*lone.span()), variant="brace", sign=lone.group())
    return is_sound


TEXT: Final = TextShape()
NAME_OF_DOCUMENT: Final = NameShape()
