from __future__ import annotations

import pytest

from game.core.source import ListNode, MapNode, ScalarNode, load


def root(text: str) -> MapNode:
    document = load("pack.yaml", text.encode())
    assert document.findings == ()
    assert document.root is not None
    return document.root


def scalar(node: object) -> ScalarNode:
    assert isinstance(node, ScalarNode)
    return node


def code(text: str | bytes) -> tuple[str, int, int]:
    content = text.encode() if isinstance(text, str) else text
    finding = load("pack.yaml", content).findings[0]
    assert finding.place is not None
    return finding.key, finding.place.line, finding.place.column


def test_scalars_stay_strings_with_their_place() -> None:
    node = root('a: no\nb: "12:30"\nc: [010, {名: 值}]\n')
    assert [entry.key.text for entry in node.entries] == ["a", "b", "c"]
    first, second = scalar(node.get("a")), scalar(node.get("b"))
    assert (first.text, first.is_plain, str(first.place)) == ("no", True, "pack.yaml:1:4")
    assert (second.text, second.is_plain, second.place.length) == ("12:30", False, 7)
    listed = node.get("c")
    assert isinstance(listed, ListNode)
    assert [type(item) for item in listed.items] == [ScalarNode, MapNode]


def test_places_inside_a_quoted_text_count_its_escapes() -> None:
    node = scalar(root("a: \"x \\\"y\\\" \\u4e2d z\"\nb: 'it''s z'").get("a"))
    assert node.text == 'x "y" 中 z'
    at = node.text.index("z")
    place = node.place_of(at, at + 1)
    assert place.source[place.column - 1] == "z"
    other = scalar(root("b: 'it''s z'").get("b"))
    place = other.place_of(5, 6)
    assert place.source[place.column - 1] == "z"


def test_accepts_bom_and_crlf_in_silence() -> None:
    document = load("pack.yaml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert document.root is not None
    assert str(document.root.entries[1].key.place) == "pack.yaml:2:1"


def test_doubled_keys_are_kept_and_found() -> None:
    node = root("a: 1\nb: 2\na: 3\n")
    assert [(first.line, later.line) for first, later in node.duplicates()] == [(0, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", ("SC107", 1, 4)),
        ("a: 1\nb: *a\n", ("SC107", 2, 4)),
        ("a:\n  <<: {b: 1}\n", ("SC107", 2, 3)),
        ("a: !!python/object:os.system 1\n", ("SC107.tag", 1, 4)),
        ("a: 1\n--- \nb: 2\n", ("SC113.documents", 2, 1)),
        ("%YAML 1.2\n---\na: 1\n", ("SC113.documents", 1, 1)),
        ("a: |\n  x\n", ("SC113.block", 1, 4)),
        ("a: {b:1}\n", ("SC105", 1, 5)),
        ("a: [{b:1}, {c: 2}]  # {d:e} f\n", ("SC105", 1, 6)),
        ("a: {b:yuan} is due\n", ("SC105.text", 1, 4)),
        ("a: {en: Pay {b:yuan}.}\n", ("SC105.text", 1, 13)),
        ("a: >\n  x\n", ("SC113.block", 1, 4)),
        ("? [a, b]\n: c\n", ("SC113.complex_key", 1, 3)),
        ("- a\n", ("SC113.no_keys", 1, 1)),
        ("", ("SC113.empty", 1, 1)),
        ("a: 'x\n  y'\n", ("SC108", 1, 4)),
        ("a: {b: 1\n", ("SC114.bracket", 1, 4)),
        ('a: "\\q"\n', ("SC114.escape", 1, 4)),
        ("a: " + "[" * 30 + "]" * 30, ("SX02", 1, 27)),
        ("a: " + "x" * 4001, ("SX01.text", 1, 4)),
        ("a: " + "x" * 20_001, ("SX01.line", 1, 1)),
        ("a: \u200bx\n", ("SC110", 1, 4)),
        ("a: x\rb: y\n", ("SC110", 1, 5)),
        (b"\xff\xfe\x00\x01", ("SC109.binary", 1, 1)),
        (b"x" * 1_000_001, ("SX01.file", 1, 1)),
    ],
)
def test_refuses(text: str | bytes, expected: tuple[str, int, int]) -> None:
    assert code(text) == expected


def test_refuses_many_items() -> None:
    lines = "".join(f"  - a{number}\n" for number in range(10_001))
    assert code("a:\n" + lines)[0] == "SX01.items"


@pytest.mark.parametrize(
    "text",
    [
        'zh: "你好，世界：（一）"\n',
        "zh: 你好，世界\n",
        'en: it\'s "quoted" and, well, [1] fine\n',
        "url: https://example.org/a:b\n",
        "a: 1  # note： 你好，[\n",
        'a: {b: [1, 2], c: "x, y: z"}\n',
    ],
)
def test_leaves_sound_writing_alone(text: str) -> None:
    assert load("pack.yaml", text.encode()).findings == ()


def test_the_same_bytes_are_the_same_document_within_their_bound() -> None:
    content = b"a: {b: [1, 2, 3]}\n"
    first = load("same.yaml", content)
    assert load("same.yaml", content) is first
    assert load("other.yaml", content) is not first
    assert load("same.yaml", content, first.events) is first
    assert load("same.yaml", content, first.events - 1).root is None
