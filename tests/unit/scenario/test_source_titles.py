"""The title of a source: told in both languages, or one name that is the same in all."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.text import Text, same
from game.scenario.compiler import load_pack

TOYS = Path(__file__).parents[2] / "mistakes"
PACK = """scenario: 1
id: child
extends: toyland
parameters:
  valley.fee:
    label: {{en: "Fee", zh: "费用"}}
    unit: yuan
    values: {{2026-01-01: 5}}
    afterwards: hold
    source: {{title: {title}, status: assumed}}
"""


def read(folder: Path, title: str) -> tuple[Text, list[tuple[str, str]]]:
    """The title as it was read, and what was found: code and severity."""
    (folder / "scenario.yaml").write_text(PACK.format(title=title), encoding="utf-8")
    loaded = load_pack(folder, [TOYS])
    found = [(finding.key, str(finding.severity)) for finding in loaded.findings]
    if loaded.scenario is None:
        return same(""), found
    return loaded.scenario.law.parameters["valley.fee"].source.title, found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('{en: "Act of Toyland", zh: "玩具国法"}', Text("Act of Toyland", "玩具国法")),
        ('"BMC Health 2021"', same("BMC Health 2021")),
        ('"Act {3}"', same("Act {3}")),
        ('{en: "Act {age}", zh: "法{年龄}"}', Text("Act {age}", "法{年龄}")),
    ],
)
def test_is_read_without_a_word(tmp_path: Path, title: str, expected: Text) -> None:
    assert read(tmp_path, title) == (expected, [])


@pytest.mark.parametrize("title", ['{en: "Act"}', '{en: "Act", zh: ""}'])
def test_a_missing_language_is_told_and_the_other_stands_in(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, title) == (same("Act"), [("SC601", "warning")])


@pytest.mark.parametrize("title", ['""', '["Act"]', '{en: ["Act"]}'])
def test_what_is_no_name_is_refused(tmp_path: Path, title: str) -> None:
    keys = {
        key.partition(".")[0] for key, severity in read(tmp_path, title)[1] if severity == "error"
    }
    assert keys == {"SC212"}
