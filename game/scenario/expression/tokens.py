"""Cuts an expression into words and signs, and names the signs that other languages use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from game.core.diagnostics import nearest
from game.scenario.expression.kinds import UNITS
from game.scenario.expression.syntax import Slip, Token

MOST_CHARACTERS: Final = 400
WORD_OPERATORS: Final = frozenset({"and", "or", "not"})

_SPACE: Final = re.compile(r"[ \t]+")
_SEPARATED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*")
_UNIT: Final = re.compile(r" ?(%|[A-Za-z\u4e00-\u9fff]+(?:/[a-z]+)?)")
_SIGN: Final = re.compile(r"<=|>=|==|!=|[<>+\-*/(),]")
_FOREIGN: Final = re.compile(r"&&|\|\||\*\*|//|=>|=<|<>|[=&|!%^\"'\[\]{};:?]")
_WIDE: Final[Mapping[str, str]] = {
    "，": ",",
    "（": "(",
    "）": ")",
    "＞": ">",
    "＜": "<",
    "＝": "==",
    "＋": "+",
    "－": "-",
    "＊": "*",
    "／": "/",
    "％": "%",
    "：": ":",
    "．": ".",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "−": "-",
}
_INSTEAD: Final[Mapping[str, str]] = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "//": "/",
}


def tokens_of(text: str) -> list[Token]:
    """All words and signs, an ``end`` behind them.

    Raises:
        Slip: a sign that is not part of the language, a malformed number, or a text too long.
    """
    if len(text) > MOST_CHARACTERS:
        raise Slip("SC304", (0, len(text)), limit=str(MOST_CHARACTERS))
    tokens: list[Token] = []
    at, brackets = 0, 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        token = _next(text, at, is_in_call=brackets > 0)
        brackets += {"(": 1, ")": -1}.get(token.text, 0)
        tokens.append(token)
        at = token.span[1]
    tokens.append(Token(kind="end", text="", span=(len(text), len(text) + 1)))
    return tokens


def _next(text: str, at: int, *, is_in_call: bool) -> Token:
    if text[at].isascii() and text[at].isdigit():
        return _number(text, at, is_in_call=is_in_call)
    if match := _NAME.match(text, at):
        return Token(kind="name", text=match.group(), span=match.span())
    foreign = _FOREIGN.match(text, at)
    match = _SIGN.match(text, at)
    if match and not (foreign and len(foreign.group()) > len(match.group())):
        return Token(kind="sign", text=match.group(), span=match.span())
    if foreign:
        raise _foreign_sign(foreign)
    if text[at] in _WIDE:
        sign = text[at]
        raise Slip("SC103", (at, at + 1), variant="sign", sign=sign, narrow=_WIDE[sign])
    raise Slip("SC302", (at, at + 1), variant="sign", sign=text[at])


def _foreign_sign(match: re.Match[str]) -> Slip:
    sign, span = match.group(), match.span()
    if sign == "=":
        return _single_equals(match)
    if sign in "\"'":
        return Slip("SC311", span, variant="quote", sign=sign)
    if sign in _INSTEAD:
        return Slip("SC311", span, sign=sign, instead=_INSTEAD[sign])
    return Slip("SC311", span, variant="none", sign=sign)


def _single_equals(match: re.Match[str]) -> Slip:
    text = match.string
    left = re.search(r"[\w.]+\s*$", text[: match.start()])
    right = re.match(r"\s*[\w.]+", text[match.end() :])
    before = left.group().strip() if left else "…"
    after = right.group().strip() if right else "…"
    return Slip("SC301", match.span(), better=f"{before} == {after}")


def _number(text: str, at: int, *, is_in_call: bool) -> Token:
    separated = _SEPARATED.match(text, at)
    if separated and not is_in_call:
        rest = _UNIT.match(text, separated.end())
        unit = f" {rest.group(1)}" if rest and rest.group(1) in UNITS else ""
        better = separated.group().replace(",", "") + unit
        raise Slip("SC312", separated.span(), better=better)
    match = _NUMBER.match(text, at)
    assert match is not None
    whole, _, part = match.group().partition(".")
    if len(whole) > 15 or len(part) > 9:
        raise Slip("SC304", match.span(), variant="digits")
    end = match.end()
    if end < len(text) and (text[end] == "_" or text[end] == "."):
        raise Slip("SC312", (at, end + 1), variant="form")
    behind = _UNIT.match(text, end)
    if behind is None or behind.group(1) in WORD_OPERATORS:
        return Token(kind="number", text=match.group(), span=match.span())
    word = behind.group(1)
    if word not in UNITS:
        raise _unknown_unit(word, behind.span(1))
    return Token(kind="number", text=match.group(), span=(at, behind.end()), unit=word)


_UNIT_MEANT: Final[Mapping[str, str]] = {
    "元": "yuan",
    "rmb": "yuan",
    "cny": "yuan",
    "块": "yuan",
    "万元": "yuan",
    "年": "years",
    "岁": "years",
    "个月": "months",
    "月": "months",
    "分": "points",
    "hours": "hours/week",
    "hour": "hours/week",
    "小时": "hours/week",
    "percent": "%",
    "倍": "times",
    "mo": "months",
}


def _unknown_unit(word: str, span: tuple[int, int]) -> Slip:
    meant = _UNIT_MEANT.get(word.lower()) or nearest(word, UNITS)
    return Slip("SC310", span, hint="meant" if meant else "", unit=word, meant=meant or "")
