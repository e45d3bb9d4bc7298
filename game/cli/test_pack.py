"""``test-pack``: runs the tests a pack holds, and names what differed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.cli.asked_pack import PACK, loaded, print_findings
from game.cli.parser import CommandParser
from game.cli.playtest_trace import remove, written
from game.core.diagnostics import Diagnostic, rendered
from game.core.text import Language, Text
from game.play.playtest.messages import FAILED_TEST
from game.play.playtest.tracing import traced
from game.play.playtest.trying import Failure, tried
from game.scenario.trials import Trial

PASSED, ERRORS, FAILED, REFUSED = 0, 1, 3, 4
ABOUT: Final = Text(
    "Runs the tests that stand under `tests:` in a pack: a life is played as written there, and\n"
    "the conditions are looked at. Whatever differs is named with its line, and a page shows that\n"
    "life year by year: `reports/test-1.html` beside the pack.",
    "运行情景包里 tests: 下写的测试：照写的过完一生，再看条件是否成立。\n"
    "不符的逐条列出行号和原因，并把这一生逐年写成网页：情景包旁的 reports/test-1.html。",
)
EXAMPLES: Final = Text(
    "test-pack ./night-shift\ntest-pack courier-injury --json",
    "test-pack ./ye-ban\ntest-pack courier-injury --json",
)
JSON: Final = Text("for machines", "输出 JSON")
OK: Final = Text("passed   {name}", "通过    {name}")
NOT_OK: Final = Text("FAILED   {name}", "未通过  {name}")
COUNT: Final = Text(
    "{pack}: {passed} of {all} tests passed", "{pack}：{all} 项测试，通过 {passed} 项"
)
NONE: Final = Text(
    "{pack} has no tests. Write some under `tests:`; docs/trainer.md shows how.",
    "{pack} 没有测试。请在 tests: 下写，写法见 docs/trainer.md。",
)


def main(arguments: Sequence[str], language: Language) -> int:
    """Run all tests of a pack.

    Args:
        arguments: a pack; ``--json``.
        language: of the messages.

    Returns:
        0 all passed, 1 the pack has errors, 3 some failed, 4 it was refused.
    """
    parser = CommandParser("test-pack", ABOUT, language, EXAMPLES)
    parser.add("pack", about=PACK)
    parser.add("--json", about=JSON, action="store_true")
    asked = parser.parse_args(list(arguments))
    found = loaded(asked.pack)
    scenario = found.scenario
    if scenario is None:
        print_findings(found, language)
        return REFUSED if found.is_refused else ERRORS
    outcomes = [(trial, tried(scenario, trial)) for trial in scenario.trials]
    pages = {
        number: written(found, number, traced(scenario, trial, failures), language)
        for number, (trial, failures) in enumerate(outcomes, start=1)
        if failures
    }
    for number, (_, failures) in enumerate(outcomes, start=1):
        if not failures:
            remove(found, number)
    passed = sum(not failures for _, failures in outcomes)
    if asked.json:
        rows = [
            _as_json(trial, failures, pages.get(number))
            for number, (trial, failures) in enumerate(outcomes, start=1)
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return PASSED if passed == len(outcomes) else FAILED
    if not outcomes:
        print(NONE.filled({"pack": found.id}).in_language(language))
        return PASSED
    for number, (trial, failures) in enumerate(outcomes, start=1):
        _print(trial, failures, pages.get(number), language)
    gaps = {"pack": found.id, "passed": str(passed), "all": str(len(outcomes))}
    print(COUNT.filled(gaps).in_language(language))
    return PASSED if passed == len(outcomes) else FAILED


def _print(
    trial: Trial, failures: Sequence[Failure], page: Path | None, language: Language
) -> None:
    headline = NOT_OK if failures else OK
    print(headline.filled({"name": trial.name}).in_language(language))
    for failure in failures:
        print("\n" + rendered(as_finding(trial, failure, page), FAILED_TEST, language))
    if failures:
        print()


def as_finding(trial: Trial, failure: Failure, page: Path | None) -> Diagnostic:
    """A failure as a finding at the line of what was expected, with the page of its life."""
    slots: dict[str, str | Text] = {"name": trial.name, "why": failure.why}
    if page is None:
        return Diagnostic(code="SC802", place=failure.place, slots=slots)
    slots |= {"trace": _near(page), "gap": failure.gap}
    hint = "gap" if failure.gap.en else "trace"
    return Diagnostic(code="SC802", hint=hint, place=failure.place, slots=slots)


def _near(path: Path) -> str:
    """A path as one would write it from here."""
    with suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd()).as_posix()
    return str(path)


def _as_json(trial: Trial, failures: Sequence[Failure], page: Path | None) -> dict[str, object]:
    return {
        "name": {"en": trial.name.en, "zh": trial.name.zh},
        "is_passed": not failures,
        "page": None if page is None else str(page),
        "failures": [
            {
                "file": failure.place.file,
                "line": failure.place.line,
                "why": {"en": failure.why.en, "zh": failure.why.zh},
            }
            for failure in failures
        ],
    }
