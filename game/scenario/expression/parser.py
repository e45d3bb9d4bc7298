"""Reads an expression by the grammar of the scenario language; it never evaluates anything.

::

    or = and { "or" and }            and = not { "and" not }        not = "not" not | comparison
    comparison = sum [ ("<"|"<="|">"|">="|"=="|"!=") sum ]          (no chains)
    sum = product { ("+"|"-") product }    product = unary { ("*"|"/") unary }
    unary = "-" unary | atom
    atom = number [unit] | name | name "(" [ or { "," or } ] ")" | "(" or ")"
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from game.scenario.expression.syntax import Binary, Call, Name, Number, Part, Slip, Token, Unary
from game.scenario.expression.tokens import WORD_OPERATORS, tokens_of

MOST_NODES: Final = 80
MOST_DEPTH: Final = 16
COMPARISONS: Final = frozenset({"<", "<=", ">", ">=", "==", "!="})
_MIRRORED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@lru_cache(maxsize=4096)
def parse(text: str) -> Part:
    """The expression as a tree.

    Raises:
        Slip: the text is not an expression, or is larger than the language allows.
    """
    return _Parser(text).whole()


class _Parser:
    """Recursive descent; depth and size are bounded before they can cost anything."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens_of(text)
        self._at = 0
        self._depth = 0
        self._nodes = 0

    def whole(self) -> Part:
        if self._tokens[0].kind == "end":
            raise Slip("SC303", (0, max(1, len(self._text))), variant="empty")
        part = self._or()
        token = self._token
        if token.kind != "end":
            variant = "bracket" if token.text == ")" else ""
            raise Slip("SC302", token.span, variant=variant, word=token.text)
        return part

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _is(self, *texts: str) -> bool:
        return self._token.kind in ("sign", "name") and self._token.text in texts

    def _take(self) -> Token:
        token = self._token
        self._at += 1
        return token

    def _counted(self, part: Part) -> Part:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Slip("SC304", (0, len(self._text)), variant="nodes", limit=str(MOST_NODES))
        return part

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Slip("SC304", self._token.span, variant="depth", limit=str(MOST_DEPTH))

    def _or(self) -> Part:
        left = self._and()
        while self._is("or"):
            left = self._joined(self._take(), left, self._and())
        return left

    def _and(self) -> Part:
        left = self._not()
        while self._is("and"):
            left = self._joined(self._take(), left, self._not())
        return left

    def _not(self) -> Part:
        if not self._is("not"):
            return self._comparison()
        sign = self._take()
        self._deeper()
        operand = self._not()
        self._depth -= 1
        span = (sign.span[0], operand.span[1])
        return self._counted(Unary(operator="not", operand=operand, span=span))

    def _comparison(self) -> Part:
        left = self._sum()
        if not self._is(*COMPARISONS):
            return left
        sign = self._take()
        middle = self._sum()
        if self._is(*COMPARISONS):
            raise self._chained(left, sign, middle)
        return self._joined(sign, left, middle)

    def _chained(self, left: Part, sign: Token, middle: Part) -> Slip:
        second = self._take()
        right = self._sum()
        name = self._written(middle)
        first = f"{name} {_MIRRORED[sign.text]} {self._written(left)}"
        better = f"{first} and {name} {second.text} {self._written(right)}"
        return Slip("SC306", second.span, better=better)

    def _written(self, part: Part) -> str:
        return self._text[part.span[0] : part.span[1]]

    def _sum(self) -> Part:
        left = self._product()
        while self._is("+", "-"):
            left = self._joined(self._take(), left, self._product())
        return left

    def _product(self) -> Part:
        left = self._unary()
        while self._is("*", "/"):
            left = self._joined(self._take(), left, self._unary())
        return left

    def _joined(self, sign: Token, left: Part, right: Part) -> Part:
        span = (left.span[0], right.span[1])
        return self._counted(Binary(operator=sign.text, left=left, right=right, span=span))

    def _unary(self) -> Part:
        if not self._is("-"):
            return self._atom()
        sign = self._take()
        self._deeper()
        operand = self._unary()
        self._depth -= 1
        span = (sign.span[0], operand.span[1])
        return self._counted(Unary(operator="-", operand=operand, span=span))

    def _atom(self) -> Part:
        token = self._take()
        if token.kind == "number":
            value = float(token.text)
            literal = Number(value=value, written=token.text, unit=token.unit, span=token.span)
            return self._counted(literal)
        if token.kind == "name" and token.text not in WORD_OPERATORS:
            if self._is("("):
                return self._call(token)
            return self._counted(Name(text=token.text, span=token.span))
        if token.kind == "sign" and token.text == "(":
            return self._bracketed(token)
        if token.kind == "end":
            raise Slip("SC303", (max(0, len(self._text) - 1), len(self._text)))
        raise Slip("SC302", token.span, word=token.text)

    def _bracketed(self, opened: Token) -> Part:
        self._deeper()
        part = self._or()
        self._close(opened)
        self._depth -= 1
        return part

    def _call(self, name: Token) -> Part:
        opened = self._take()
        self._deeper()
        arguments: list[Part] = []
        if not self._is(")"):
            arguments.append(self._or())
            while self._is(","):
                self._take()
                arguments.append(self._or())
        closed = self._close(opened)
        self._depth -= 1
        span = (name.span[0], closed.span[1])
        return self._counted(
            Call(function=name.text, name_span=name.span, arguments=tuple(arguments), span=span)
        )

    def _close(self, opened: Token) -> Token:
        if self._is(")"):
            return self._take()
        if self._token.kind == "end":
            raise Slip("SC305", opened.span)
        raise Slip("SC302", self._token.span, word=self._token.text)
