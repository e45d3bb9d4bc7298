"""Every finding the code can make has its words, in both languages, with the same slots."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.core.diagnostics import Message
from game.core.text import Text
from game.scenario.messages import CATALOGUE

PACKAGE = Path(game.__file__).parent
CALL = re.compile(
    r'(?:report|_tell|Slip|_finding|_refuse|_slip|_refused|Diagnostic)\((?:[^()"]|\n)*?"(S[CX]\d+)"'
    r"((?:[^()]|\([^()]*\))*?)\)"
)
VARIANT = re.compile(r'variant="([a-z_]+)"')


def sources() -> list[Path]:
    return [*PACKAGE.glob("core/*.py"), *PACKAGE.glob("scenario/**/*.py")]


def texts(message: Message) -> list[Text]:
    return [message.what, message.help, *message.hints.values()]


def test_codes_of_the_code_have_words() -> None:
    for path in sources():
        for match in CALL.finditer(path.read_text(encoding="utf-8")):
            variants = VARIANT.findall(match.group(2))
            keys = [f"{match.group(1)}.{variant}" for variant in variants] or [match.group(1)]
            known = [key for key in CATALOGUE if key.partition(".")[0] == match.group(1)]
            assert all(key in CATALOGUE for key in keys) or (not variants and known), (path, keys)


@pytest.mark.parametrize("key", CATALOGUE)
def test_both_languages_have_the_same_slots_and_a_remedy(key: str) -> None:
    for text in texts(CATALOGUE[key]):
        slots = [set(re.findall(r"\{([a-z_]+)\}", words)) for words in (text.en, text.zh)]
        # A Chinese line may give the remedy already, or name the thing by its Chinese label.
        extra = {"label", "first", "key", "value", "better"}
        assert slots[0] - extra == slots[1] - extra, text
    assert CATALOGUE[key].help.en
    assert CATALOGUE[key].help.zh


@pytest.mark.parametrize("key", CATALOGUE)
def test_no_programmer_words(key: str) -> None:
    words = re.compile(
        r"\b(mapping|scalar|token|node|NoneType|string|integer|parse)\b", re.IGNORECASE
    )
    for text in texts(CATALOGUE[key]):
        assert not words.search(text.en), text.en
        assert "!" not in text.en.replace("'!'", "").replace("(!)", "").replace("!=", "")
