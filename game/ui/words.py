"""The words of the interface: one flat YAML map per language, ``key: "words with {name}"``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from game.core.errors import GameError
from game.core.text import LANGUAGES, PLACEHOLDER, Language, Text

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where it was built; both give the same nodes."""


class WordsError(GameError):
    """A file of interface words is missing or not as it must be."""


class Words:
    """Interface words by key, in both languages."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> Text:
        return self._texts[key]

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the English file."""
        return tuple(self._texts)

    def under(self, prefix: str) -> tuple[str, ...]:
        """The keys that begin with ``prefix.``, in order."""
        return tuple(key for key in self._texts if key.startswith(prefix + "."))


def load_words(assets: Path) -> Words:
    """The words of all languages; the files must name the same keys and placeholders."""
    maps = {language: read_map(_file(assets, language)) for language in LANGUAGES}
    english, chinese = maps["en"], maps["zh"]
    odd = sorted(english.keys() ^ chinese.keys())
    if odd:
        raise _fault(_file(assets, "zh"), 1, f"not in both languages: {', '.join(odd)}",
                     f"这些词条只有一种语言：{'、'.join(odd)}")  # fmt: skip
    for key, words in english.items():
        if placeholders(words) != placeholders(chinese[key]):
            raise _fault(_file(assets, "zh"), 1, f"the placeholders of “{key}” differ",
                         f"词条“{key}”两种语言的占位符不一致")  # fmt: skip
    return Words({key: Text(words, chinese[key]) for key, words in english.items()})


def placeholders(words: str) -> set[str]:
    """The ``{name}`` and ``{name:format}`` marks in a text."""
    return {match.group(0) for match in PLACEHOLDER.finditer(words) if match.group(1)}


def read_map(path: Path) -> dict[str, str]:
    """A flat map of strings; scalars stay as written, so that ``no`` and ``1.0`` are words."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except OSError as error:
        raise _fault(path, 1, "it cannot be read; install the game again",
                     "文件无法读取，请重新安装游戏") from error  # fmt: skip
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _fault(path, line, f"not valid YAML ({error.problem})",
                     f"YAML 格式有误（{error.problem}）") from error  # fmt: skip
    if not isinstance(root, yaml.MappingNode):
        raise _fault(path, 1, "it must be a map of key: words", "文件应为“键: 文字”的映射")
    found: dict[str, str] = {}
    for key, value in root.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise _fault(path, line, "a key holds one text", "每个键只能对应一段文字")
        if key.value in found:
            raise _fault(path, line, f"“{key.value}” stands twice", f"“{key.value}”重复出现")
        found[key.value] = value.value
    return found


def _file(assets: Path, language: Language) -> Path:
    return assets / f"interface.{language}.yaml"


def _fault(path: Path, line: int, english: str, chinese: str) -> WordsError:
    return WordsError(
        Text(f"{path.name}:{line}: {english}.", f"{path.name} 第 {line} 行：{chinese}。")
    )
