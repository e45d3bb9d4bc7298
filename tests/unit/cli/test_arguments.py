"""What the words of the command line mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.arguments import UsageError, is_pack, play_options, without_language
from game.play.options import PlayOptions


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], PlayOptions()),
        (["./china"], PlayOptions(pack="./china")),
        (["my.yaml", "--seed", "7"], PlayOptions(pack="my.yaml", seed=7)),
        (["--seed=7", "my.lifepack"], PlayOptions(pack="my.lifepack", seed=7)),
        (["--profile", "li_wei", "--lang", "zh"], PlayOptions(profile="li_wei", language="zh")),
        (["--text", "150%", "--motion=off"], PlayOptions(text_percent=150, motion=False)),
        (["--text", "100", "--motion", "on"], PlayOptions(text_percent=100, motion=True)),
    ],
)
def test_options_of_play(words: list[str], options: PlayOptions) -> None:
    assert play_options(words) == options


@pytest.mark.parametrize(
    ("words", "en", "zh"),
    [
        (["--sed", "7"], "There is no option “--sed”. Did you mean “--seed”?", "是不是“--seed”"),
        (["--seed"], "“--seed” needs a value: a whole number", "后面要有一个值"),
        (["--seed", "seven"], "“--seed” cannot be “seven”. Give a whole number", "不能是“seven”"),
        (["--seed", "-1"], "“--seed” cannot be “-1”.", "应为：0 到"),
        (["--seed", "9" * 30], "Give a whole number from 0 to 9223372036854775807.", "整数"),
        (["--text", "90"], "Give a whole number from 100 to 200.", "100 到 200 之间的整数"),
        (["--motion", "maybe"], "Give on or off.", "on 或 off"),
        (["--lang", "fr"], "Give en or zh.", "en 或 zh"),
        (["a/b", "c/d"], "Only one pack can be played at a time", "一次只能玩一个情景包"),
        (["a/b", "check"], "“check” is neither an option nor a pack.", "例如 ./check"),
    ],
)
def test_what_does_not_exist_is_said_in_both_languages(words: list[str], en: str, zh: str) -> None:
    with pytest.raises(UsageError) as caught:
        play_options(words)
    assert en in caught.value.message.en
    assert zh in caught.value.message.zh
    assert "{" not in caught.value.message.en + caught.value.message.zh


@pytest.mark.parametrize("word", ["./china", "packs/a", "A.YAML", "x.lifepack", ".", "/abs"])
def test_a_path_or_a_file_of_a_pack_is_a_pack(word: str) -> None:
    assert is_pack(word)


@pytest.mark.parametrize("word", ["china", "check", "yaml", "x.yml", ""])
def test_anything_else_is_not(word: str) -> None:
    assert not is_pack(word)


def test_a_commands_words_come_without_the_language() -> None:
    words = ["china", "--lang", "zh", "--json", "--lang=en", "--language"]
    assert without_language(words) == (["china", "--json", "--language"], "en")
    assert without_language(["china"]) == (["china"], None)
    with pytest.raises(UsageError):
        without_language(["china", "--lang"])


@given(
    words=st.lists(
        st.text(max_size=6) | st.sampled_from(("--seed", "--text=", "-", "--")), max_size=4
    )
)
def test_any_words_are_options_or_a_sentence(words: list[str]) -> None:
    try:
        assert isinstance(play_options(words), PlayOptions)
    except UsageError as error:
        assert error.message.en and error.message.zh
