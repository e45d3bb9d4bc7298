"""The words of the interface: both languages alike, and a clear sentence when they are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.core import folders
from game.ui.words import WordsError, load_words, placeholders, read_map

SAID = re.compile(r"""\bsay\(\s*"([a-z0-9_.]+)\"""")


def write(folder: Path, english: str, chinese: str) -> Path:
    (folder / "interface.en.yaml").write_text(english, encoding="utf-8")
    (folder / "interface.zh.yaml").write_text(chinese, encoding="utf-8")
    return folder


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    folder = folders.assets()
    english, chinese = (
        read_map(folder / f"interface.{language}.yaml") for language in ("en", "zh")
    )
    assert english.keys() == chinese.keys()
    for key, words in english.items():
        assert placeholders(words) == placeholders(chinese[key]), key
        assert words.strip() and chinese[key].strip(), key
        assert "!" not in words and "！" not in chinese[key], key


def test_every_word_a_screen_says_is_there() -> None:
    words = load_words(folders.assets())
    sources = Path(game.__file__).parent.glob("ui/**/*.py")
    said = {key for path in sources for key in SAID.findall(path.read_text(encoding="utf-8"))}
    assert len(said) > 20
    assert {key for key in said if key not in words} == set()


def test_every_term_of_the_glossary_has_a_meaning() -> None:
    words = load_words(folders.assets())
    keys = words.under("glossary")
    terms = [key.removesuffix(".term") for key in keys if key.endswith(".term")]
    assert [f"{term}.meaning" for term in terms] == [key for key in keys if "meaning" in key]


def test_scalars_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text('no: no\nnumber: 1.10\nquoted: "{name:yuan}"\n', encoding="utf-8")
    assert read_map(path) == {"no": "no", "number": "1.10", "quoted": "{name:yuan}"}


@pytest.mark.parametrize(
    ("english", "chinese", "said"),
    [
        ("a: x\nb: y\n", "a: x\n", "interface.zh.yaml:1: not in both languages: b."),
        ("a: '{n}'\n", "a: '{m}'\n", "interface.zh.yaml:1: the placeholders of “a” differ."),
        ("a: x\na: y\n", "a: x\n", "interface.en.yaml:2: “a” stands twice."),
        ("a: [x]\n", "a: x\n", "interface.en.yaml:1: a key holds one text."),
        ("- a\n", "a: x\n", "interface.en.yaml:1: it must be a map of key: words."),
        ("a: 'x\n", "a: x\n", "interface.en.yaml:2: not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, english: str, chinese: str, said: str
) -> None:
    with pytest.raises(WordsError) as caught:
        load_words(write(tmp_path, english, chinese))
    assert caught.value.message.en.startswith(said)
    assert caught.value.message.zh != caught.value.message.en


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="install the game again"):
        load_words(tmp_path)
