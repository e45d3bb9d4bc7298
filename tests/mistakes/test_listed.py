"""Every listed mistake is told at its line and column, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.core.diagnostics import Diagnostic, rendered
from game.core.text import LANGUAGES, Language
from game.play.playtest.trying import tried
from game.scenario.compiler import load_pack
from game.scenario.messages import CATALOGUE
from tests.mistakes.listed import DESIGN, MARK, MORE, Listed

HERE = Path(__file__).parent
ALL = (*DESIGN, *MORE)
NAMES = [f"{number:02d}-{each.code}" for number, each in enumerate(ALL, start=1)]


def written(files: Mapping[str, str | bytes], folder: Path) -> tuple[str, int, int]:
    """Write a pack; the file, line and column its mark stands at."""
    place = ("", 0, 0)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        mark = MARK.encode("gb18030" if isinstance(content, bytes) else "utf-8")
        before = raw.partition(mark)[0]
        if before != raw:
            text = before.decode("gb18030" if isinstance(content, bytes) else "utf-8")
            place = (name, text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1)
        path.write_bytes(raw.replace(mark, b""))
    return place


def findings_of(folder: Path) -> tuple[Diagnostic, ...]:
    """What ``check`` tells, and ``test-pack`` where a pack has tests and can be lived."""
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    can_live = "twenty paid years" in text
    loaded = load_pack(folder, [HERE.parent if can_live else HERE])
    if loaded.scenario is None or not can_live:
        return loaded.findings
    failed = (
        Diagnostic(
            code="SC802", place=failure.place, slots={"name": trial.name, "why": failure.why}
        )
        for trial in loaded.scenario.trials
        for failure in tried(loaded.scenario, trial)
    )
    return (*loaded.findings, *failed)


@pytest.mark.parametrize("listed", ALL, ids=NAMES)
def test_it_is_told_at_its_place(listed: Listed, tmp_path: Path) -> None:
    file, line, column = written(listed.files, tmp_path)
    found = findings_of(tmp_path)
    told = [(f.code, f.place.file, f.place.line, f.place.column) for f in found if f.place]
    assert (listed.code, file, line, column) in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("listed", ALL, ids=NAMES)
def test_its_words_say_what_to_do(listed: Listed, language: Language, tmp_path: Path) -> None:
    file, line, column = written(listed.files, tmp_path)
    found = next(
        f
        for f in findings_of(tmp_path)
        if f.code == listed.code and f.place and (f.place.line, f.place.column) == (line, column)
    )
    text = rendered(found, CATALOGUE, language)
    assert f"{file}:{line}:{column}" in text
    assert (listed.en if language == "en" else listed.zh) in text
    assert found.severity == listed.severity


@pytest.mark.parametrize("listed", ALL, ids=NAMES)
def test_one_mistake_is_told_once(listed: Listed, tmp_path: Path) -> None:
    written(listed.files, tmp_path)
    others = [f for f in findings_of(tmp_path) if f.code != listed.code and f.stops]
    assert [str(f.place) for f in others] == []


def test_the_list_is_whole() -> None:
    assert len(DESIGN) == 46
    assert len({each.code for each in DESIGN}) == 46
    assert len(MORE) >= 20
