"""Words in both languages, and the only formatter that ever touches an author's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Value: TypeAlias = "float | int | str | Text"

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_.]*)(?::([a-z]+))?\}")
FORMATS = ("yuan", "percent", "years", "int")
MINUS = "\u2212"
_TIGHT_BEFORE = re.compile("(?<=[\u4e00-\u9fff])(?=[+\u2212]?[0-9][0-9,]* 元)")
_WIDE_BEHIND = re.compile("(?<=[0-9] 元) (?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of text in every language of the game."""

    en: str
    zh: str

    def in_language(self, language: Language) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en

    def filled(self, values: Mapping[str, Value]) -> Text:
        """The same text with its ``{name}`` and ``{name:format}`` placeholders filled."""
        return Text(fill(self.en, values, "en"), fill(self.zh, values, "zh"))


def same(words: str) -> Text:
    """A text that is the same in all languages, such as a number."""
    return Text(words, words)


EMPTY = same("")


def fill(template: str, values: Mapping[str, Value], language: Language) -> str:
    """Fill placeholders by name; an unknown name is left as it stands, never an error.

    ``str.format`` is not used: it would reach attributes and allocate what an author asks for.
    """

    def replacement(match: re.Match[str]) -> str:
        if match.group(0) in ("{{", "}}"):
            return match.group(0)[0]
        if match.group(1) not in values:
            return match.group(0)
        return formatted(values[match.group(1)], match.group(2) or "", language)

    words = PLACEHOLDER.sub(replacement, template)
    return spaced(words) if language == "zh" else words


def spaced(words: str) -> str:
    """Chinese words with money set by one rule: a space before the figure, none behind 元."""
    return _WIDE_BEHIND.sub("", _TIGHT_BEFORE.sub(" ", words))


def formatted(value: Value, how: str, language: Language) -> str:
    """A value in words: ``yuan`` ¥1,200 / 1,200 元, ``percent`` 12 %, ``years``, ``int``."""
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, str):
        return value
    if how == "yuan":
        return yuan(value, language)
    if how == "percent":
        return f"{value * 100:.0f}%" if abs(value) >= 0.1 or value == 0 else f"{value * 100:.1f}%"
    if how == "years":
        return f"{value:.1f}".removesuffix(".0")
    return f"{value:,.0f}".replace("-", MINUS)


def yuan(amount: float, language: Language, *, signed: bool = False) -> str:
    """Money as a person writes it: ``¥13,200`` in English, ``13,200 元`` in Chinese."""
    whole = round(amount)
    sign = MINUS if whole < 0 else "+" if signed and whole > 0 else ""
    digits = f"{abs(whole):,}"
    return f"{sign}{digits} 元" if language == "zh" else f"{sign}¥{digits}"


def money(amount: float, *, signed: bool = False) -> Text:
    """Money as a text of both languages."""
    return Text(yuan(amount, "en", signed=signed), yuan(amount, "zh", signed=signed))
