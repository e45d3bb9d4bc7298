from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.arguments import UsageError
from game.cli.check import main

CASES = Path(__file__).parents[2] / "mistakes" / "cases"
TOYLAND = str(CASES.parent / "toyland")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([TOYLAND], 0),
        ([f"{TOYLAND}/scenario.yaml"], 0),
        ([str(CASES / "sc101_tab")], 1),
        (["no-such-pack"], 1),
        ([str(CASES / "sx02_too_deep")], 4),
    ],
)
def test_exit_code(arguments: list[str], code: int) -> None:
    assert main(arguments, "en") == code


def test_warnings_count_when_asked(tmp_path: Path) -> None:
    text = Path(f"{TOYLAND}/scenario.yaml").read_text(encoding="utf-8")
    for name in ("law.yaml", "mortality.csv"):
        (tmp_path / name).write_bytes(Path(f"{TOYLAND}/{name}").read_bytes())
    lacking = text.replace(', zh: "山谷"', "")
    (tmp_path / "scenario.yaml").write_text(lacking, encoding="utf-8")
    assert main([str(tmp_path)], "en") == 0
    assert main([str(tmp_path), "--strict"], "en") == 2


def test_says_it_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    main([TOYLAND], "zh")
    assert capsys.readouterr().out == "toyland 1.0.0：没有问题\n"
    main([TOYLAND], "en")
    assert capsys.readouterr().out == "toyland 1.0.0: no mistakes\n"


def test_json_has_both_languages_and_places(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(CASES / "sc101_tab"), "--json"], "en")
    report = json.loads(capsys.readouterr().out)
    assert report["is_playable"] is False
    first = report["findings"][0]
    assert (first["code"], first["line"], first["severity"]) == ("SC101", 6, "error")
    assert set(first["what"]) == set(first["help"]) == {"en", "zh"}


@pytest.mark.parametrize("arguments", [["a", "b"], ["--jsn"]])
def test_refuses_other_words(arguments: list[str]) -> None:
    with pytest.raises(UsageError):
        main(arguments, "en")
