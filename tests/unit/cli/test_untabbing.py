"""Tabs before keys become as many spaces as the lines around them ask for."""

from __future__ import annotations

import pytest

from game.cli.untabbing import without_tabs


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("e:\n  c:\n    a: 1\n\tb: 2\n    d: 3", "e:\n  c:\n    a: 1\n    b: 2\n    d: 3"),
        ("e:\n  c:\n    a: 1\n\tb: 2", "e:\n  c:\n    a: 1\n    b: 2"),
        ("e:\n  c:\n\ta: 1\n    b: 2", "e:\n  c:\n    a: 1\n    b: 2"),
        ("e:\n  c:\n    a: 1\n\tf:\n    a: 1", "e:\n  c:\n    a: 1\n  f:\n    a: 1"),
        (
            "e:\n  c:\n    o:\n      a: 1\n\tb: 2\n      d: 3",
            "e:\n  c:\n    o:\n      a: 1\n      b: 2\n      d: 3",
        ),
        (
            "e:\n  c:\n    o:\n      a: 1\n\tb: 2\n  d: 3",
            "e:\n  c:\n    o:\n      a: 1\n    b: 2\n  d: 3",
        ),
        ("e:\n  c:\n    o:\n\t- a: 1\n    - b: 2", "e:\n  c:\n    o:\n    - a: 1\n    - b: 2"),
        (
            "e:\n\tc:\n\t\ta: 1\n\t\tb: 2\n\tf:\n\t\ta: 1",
            "e:\n  c:\n    a: 1\n    b: 2\n  f:\n    a: 1",
        ),
        ("\ta: 1\nb: 2", "a: 1\nb: 2"),
        ('a: "x\ty"\n\n\t', 'a: "x\ty"\n\n\t'),
    ],
)
def test_a_tab_is_as_deep_as_the_lines_around_it_ask_for(written: str, meant: str) -> None:
    assert "\n".join(without_tabs(written.split("\n"))) == meant
