"""Reads questions: with answers to choose from, or with one that is computed."""

from __future__ import annotations

from typing import Final, get_args

from game.core.source import Node
from game.core.text import EMPTY, Text
from game.scenario.choices import VALUES, with_values
from game.scenario.events import WHEN
from game.scenario.model import Expression
from game.scenario.moments import MOMENT
from game.scenario.quantities import SHARE
from game.scenario.reader import Reader
from game.scenario.scalars import YES_OR_NO, ExpressionShape, Id, OneOf
from game.scenario.schema import Custom, Fields, Key, ListOf, Record
from game.scenario.source_nodes import child_of, word_of
from game.scenario.teaching import Answer, Question, QuestionKind
from game.scenario.texts import TEXT

MOST_ANSWERS: Final = 8
_EXAMPLE: Final = '{en: "…", zh: "…"}'
_TEXT: Final = Key(
    name="text", shape=TEXT, label=Text("text", "文本"), is_required=True, example=_EXAMPLE
)
_RIGHT: Final = Key(name="right", shape=YES_OR_NO, label=Text("right", "正确"))
_BECAUSE: Final = Key(name="because", shape=TEXT, label=Text("because", "原因"))
_ANSWER: Final = Record(
    noun=Text("answer", "答案"),
    keys=(_TEXT, _RIGHT, _BECAUSE),
    build=lambda fields, reader: Answer(
        text=fields.value(_TEXT, EMPTY),
        is_right=fields.value(_RIGHT, False),
        because=fields.value(_BECAUSE, EMPTY),
    ),
)
_AMOUNT: Final = ExpressionShape(kinds=())
_KIND: Final[Key[QuestionKind]] = Key(
    name="kind",
    shape=OneOf(words={word: word for word in get_args(QuestionKind)}),
    label=Text("kind", "题型"),
    is_required=True,
    example="one",
)
_AFTER: Final = Key(name="after", shape=MOMENT, label=Text("after", "在此之后"))
_GOAL: Final = Key(name="goal", shape=Id(section="goals", what="goal"), label=Text("goal", "目标"))
_ASK: Final = Key(
    name="ask", shape=TEXT, label=Text("question", "问题"), is_required=True, example=_EXAMPLE
)
_ANSWERS: Final = Key(
    name="answers",
    shape=ListOf(item=_ANSWER, example="[{text: …, right: yes}]"),
    label=Text("answers", "选项"),
)
_COMPUTED: Final = Key(
    name="answer",
    shape=Custom(function=lambda node, reader: node, forms=(_AMOUNT, YES_OR_NO)),
    label=Text("right answer", "正确答案"),
)
_TOLERANCE: Final = Key(name="tolerance", shape=SHARE, label=Text("tolerance", "允许误差"))
_EXPLAIN: Final = Key(name="explain", shape=TEXT, label=Text("explanation", "讲解"))
QUESTION: Final = Record(
    noun=Text("question", "测验题"),
    keys=(
        _AFTER,
        WHEN,
        _GOAL,
        _KIND,
        _ASK,
        VALUES,
        _ANSWERS,
        _COMPUTED,
        _TOLERANCE,
        _EXPLAIN,
    ),
    build=lambda fields, reader: fields,
)
_TRUE: Final = Text("True", "对")
_FALSE: Final = Text("False", "错")


def question(node: Node, reader: Reader) -> Question | None:
    """One question of its node; its answer may be used in its explanation."""
    name = f"quiz.{reader.id}"
    values, inner = with_values(child_of(node, "values"), name, reader, draws=False)
    kind = word_of(child_of(node, "kind"))
    computed = _computed(child_of(node, "answer"), kind, inner)
    if computed is not None or kind == "number":
        answer_kind = computed.kind if computed is not None else "?"
        inner = inner.with_vocabulary(inner.vocabulary.with_value("answer", answer_kind))
    fields = QUESTION.fields(node, inner)
    if fields is None:
        return None
    answers = _answers(fields, inner)
    return Question(
        id=reader.id,
        kind=fields.value(_KIND, "one"),
        ask=fields.value(_ASK, EMPTY),
        after=fields.get(_AFTER),
        when=fields.get(WHEN),
        goal=fields.value(_GOAL, ""),
        values=values,
        answers=answers,
        answer=computed,
        tolerance=fields.value(_TOLERANCE, 0.0),
        explain=fields.value(_EXPLAIN, EMPTY),
    )


def _computed(node: Node | None, kind: str, reader: Reader) -> Expression | None:
    """The answer of a question of kind ``number``."""
    return None if node is None or kind != "number" else _AMOUNT.read(node, reader)


def _answers(fields: Fields, reader: Reader) -> tuple[Answer, ...]:
    """The answers on offer, and whether one of them is right."""
    kind = fields.get(_KIND)
    given = fields.value(_ANSWERS, ())
    place = reader.owner_place
    if len(given) > MOST_ANSWERS:
        limit, noun = str(MOST_ANSWERS), _ANSWER.noun
        reader.report("SX01", place, variant="count", limit=limit, noun=noun)
    right = sum(answer.is_right for answer in given)
    if kind in ("one", "many"):
        if not right:
            reader.report("SC801", place, owner=reader.owner)
        elif kind == "one" and right > 1:
            reader.report("SC803", place, owner=reader.owner, number=str(right))
        return given
    if kind == "order" and len(given) < 2:
        reader.report("SC801", place, variant="order", owner=reader.owner)
    if kind == "number" and not fields.has(_COMPUTED):
        reader.report("SC801", place, variant="number", owner=reader.owner)
    return _true_or_false(fields, reader) if kind == "true_false" else given


def _true_or_false(fields: Fields, reader: Reader) -> tuple[Answer, ...]:
    entry = fields.entry(_COMPUTED)
    if entry is None:
        reader.report("SC801", reader.owner_place, variant="true_false", owner=reader.owner)
        return ()
    is_true = YES_OR_NO.read(entry.value, reader)
    return (
        Answer(text=_TRUE, is_right=is_true is True),
        Answer(text=_FALSE, is_right=is_true is False),
    )
