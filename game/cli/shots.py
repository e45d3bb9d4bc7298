"""``shots``: saves pictures of every screen, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.cli.arguments import UsageError
from game.cli.parser import CommandParser
from game.core.text import LANGUAGES, Language, Text

SIZE: Final = "1280x720"
LEAST: Final = (1024, 600)
MOST: Final = (7680, 4320)
TEXTS: Final = (100, 200)
ABOUT: Final = Text(
    "Lives one life by itself and saves a picture of every screen.",
    "自动过完一个人的一生，把各个画面存成图片。",
)
WRONG_SIZE: Final = Text(
    "“{word}” is no size for --size. Write width and height in pixels, from {least} to {most}, "
    "such as 1280x720.",
    "--size 不认识“{word}”。请写宽和高（像素），从 {least} 到 {most}，例如 1280x720。",
)
WRONG_TEXT: Final = Text(
    "“{word}” is no text size for --text. Write a whole number from 100 to 200.",
    "--text 不认识“{word}”。请写 100 到 200 的整数。",
)
WRONG_LANGUAGE: Final = Text(
    "“{word}” is no language for --lang. Write en or zh, or both.",
    "--lang 不认识“{word}”。请写 en 或 zh，也可以两个都写。",
)
NOT_WRITABLE: Final = Text(
    "No picture can be saved in {path}: {why}. Give a folder of your own to --out.",
    "图片无法存进 {path}：{why}。请用 --out 指定一个可以写入的文件夹。",
)
OUT: Final = Text("folder for the pictures; it is made", "图片存到哪个文件夹，没有就新建")
SIZES: Final = Text("one size or several, such as 1280x720", "一种或几种大小，如 1280x720")
TEXT_SIZES: Final = Text("one text size or several, 100 to 200", "一种或几种字号，100 到 200")
SAVED: Final = Text("{count} pictures in {path}", "{count} 张图片，在 {path}")


def main(arguments: Sequence[str], language: Language) -> int:
    """Draw and save.

    Args:
        arguments: ``--out DIR``, and any number of ``--size WxH``, ``--text PERCENT`` and
            ``--lang en zh``.
        language: of what is printed, and of the pictures unless ``--lang`` is given.

    Returns:
        0.
    """
    asked = _parser(language).parse_args(list(arguments))
    # Imported here, so that asking for help needs no pictures.
    from game.ui.screens.gallery import Look, save_gallery

    looks = [
        Look(size=size, text_percent=text, language=spoken)
        for spoken in [_language(word) for word in asked.lang or LANGUAGES]
        for size in [_size(word) for word in asked.size]
        for text in [_text(word) for word in asked.text]
    ]
    out = Path(asked.out)
    count = 0
    try:
        for _ in save_gallery(out, looks):
            count += 1
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(NOT_WRITABLE.filled({"path": str(out), "why": why})) from error
    print(SAVED.filled({"count": count, "path": str(out)}).in_language(language))
    return 0


def _parser(language: Language) -> CommandParser:
    parser = CommandParser("shots", ABOUT, language)
    parser.add("--out", about=OUT, required=True, metavar="DIR")
    parser.add("--size", about=SIZES, nargs="+", default=[SIZE], metavar="WxH")
    parser.add("--text", about=TEXT_SIZES, nargs="+", default=["100"], metavar="PERCENT")
    parser.add_argument("--lang", nargs="+", default=None, metavar="en|zh")
    return parser


def _size(word: str) -> tuple[int, int]:
    parts = word.lower().replace("×", "x").split("x")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
        width, height = (int(part[:6]) for part in parts)
        if LEAST[0] <= width <= MOST[0] and LEAST[1] <= height <= MOST[1]:
            return width, height
    bounds = ("x".join(map(str, bound)) for bound in (LEAST, MOST))
    least, most = bounds
    raise UsageError(WRONG_SIZE.filled({"word": word, "least": least, "most": most}))


def _text(word: str) -> int:
    number = word.removesuffix("%")
    if number.isascii() and number.isdigit() and TEXTS[0] <= int(number[:6]) <= TEXTS[1]:
        return int(number)
    raise UsageError(WRONG_TEXT.filled({"word": word}))


def _language(word: str) -> Language:
    for known in LANGUAGES:
        if word == known:
            return known
    raise UsageError(WRONG_LANGUAGE.filled({"word": word}))
