from __future__ import annotations

import pytest

from game.core.diagnostics import (
    Diagnostic,
    EnoughFindings,
    Findings,
    Message,
    Place,
    cells,
    edit_distance,
    nearest,
    rendered,
)
from game.core.text import Text


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("text", "text", 0),
        ("txet", "text", 1),
        ("tex", "text", 1),
        ("tx", "text", 2),
        ("a", "text", 3),
    ],
)
def test_edit_distance(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other) == edit_distance(other, one) == distance


def test_nearest_is_close_or_nothing() -> None:
    assert nearest("probabilty", ["priority", "probability"]) == "probability"
    assert nearest("xyz", ["abc"]) is None
    assert nearest("ab", ["cd"]) is None


def test_wide_signs_take_two_cells() -> None:
    assert cells("a中：") == 5


CATALOGUE = {
    "SC1": Message(
        what=Text("bad '{word}'", "“{word}”不对"),
        help=Text("mend it", "请改正"),
        hints={"meant": Text("'{meant}'?", "“{meant}”？")},
    )
}


def finding(column: int = 1, source: str = "", **slots: str) -> Diagnostic:
    place = Place(file="a.yaml", line=12, column=column, length=2, source=source)
    return Diagnostic(code="SC1", place=place, slots=slots)


def test_the_caret_is_right_under_wide_signs() -> None:
    text = rendered(finding(4, "你好：xy", word="xy"), CATALOGUE, "zh")
    assert text.split("\n") == [
        "错误[SC1]: “xy”不对",
        "  --> a.yaml:12:4",
        "12 | 你好：xy",
        "   |       ^^",
        "   = 处理：请改正",
    ]


def test_hidden_signs_are_shown_by_number() -> None:
    text = rendered(finding(1, "\u202eab\x1b[2J", word="\x1b]8"), CATALOGUE, "en")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+202E>ab<U+001B>[2J" in text


def test_a_long_line_is_cut_around_its_mark() -> None:
    text = rendered(finding(3001, "x" * 3000 + "yy" + "z" * 3000), CATALOGUE, "en")
    line, caret = text.split("\n")[2:4]
    assert len(line) < 120
    assert line[caret.index("^") : caret.rindex("^") + 1] == "yy"


def test_findings_are_told_once_and_worst_first() -> None:
    findings = Findings()
    findings.add(finding(5))
    findings.add(finding(5))
    findings.add(finding(2))
    findings.add(Diagnostic(code="SC1", severity="fatal"))
    assert [f.place.column if f.place else 0 for f in findings.worst_first()] == [0, 2, 5]
    assert findings.has_errors


def test_nobody_reads_more_than_enough() -> None:
    findings = Findings()
    with pytest.raises(EnoughFindings):
        for column in range(1, 10_000):
            findings.add(finding(column))
    assert len(findings.worst_first()) == Findings.MOST
