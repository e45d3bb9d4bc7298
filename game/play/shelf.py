"""The shelf of scenarios: found, read and checked in a thread of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final, Literal, TypeAlias

from game.core import folders
from game.core.diagnostics import Diagnostic, help_of, shown
from game.core.text import EMPTY, LANGUAGES, Text, same
from game.play.library_view import CheckView, FindingView, PackView
from game.play.problems import Problem
from game.play.storage import read_json, write_text
from game.scenario.archive import SUFFIX
from game.scenario.compiler import Loaded, load_pack
from game.scenario.messages import CATALOGUE
from game.scenario.model import Scenario
from game.scenario.pack_files import SCENARIO
from game.scenario.report import one_line

MOST_FINDINGS: Final = 20
MOST_RECENT: Final = 8
MOST_PACKS: Final = 60
LONGEST_LINE: Final = 160
TYPED: Final = re.compile(r"`([^`\n]+)`")
"""What a finding tells the author to type, as a terminal sets it apart."""
Origin: TypeAlias = Literal["bundled", "own", "recent"]


class Shelf:
    """Every pack the player may open, and the checks asked for. Looking takes no time."""

    def __init__(
        self,
        bundled: Path | None = None,
        own: Path | None = None,
        recent: Path | None = None,
    ) -> None:
        self.bundled = folders.scenarios() if bundled is None else bundled
        self.own = folders.user_data() / "scenarios" if own is None else own
        self._recent = folders.user_config() / "recent.json" if recent is None else recent
        self._packs: tuple[PackView, ...] = ()
        self._is_read = False
        self._found: SimpleQueue[CheckView] = SimpleQueue()
        self._threads: list[Thread] = []

    @property
    def packs(self) -> tuple[PackView, ...]:
        """The packs read so far."""
        return self._packs

    @property
    def is_read(self) -> bool:
        """Whether all of them are."""
        return self._is_read

    def read(self) -> None:
        """Begin to read all packs anew."""
        self._is_read = False
        self._start(self._read)

    def check(self, path: str) -> None:
        """Begin to check a pack, wherever it lies."""
        self._start(lambda: self._found.put(self._checked(path)))

    def checked(self) -> CheckView | None:
        """The result of a check, once, when it is there."""
        return None if self._found.empty() else self._found.get()

    def remember(self, path: str) -> None:
        """Note a pack that was opened; the newest first."""
        known = [path, *(each for each in self._remembered() if each != path)]
        write_text(self._recent, _as_json(known[:MOST_RECENT]), keeps_previous=False)

    def wait(self) -> None:
        """Wait until nothing is being read or checked."""
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start(self, work: Callable[[], None]) -> None:
        thread = Thread(target=work, name="shelf", daemon=True)
        self._threads = [each for each in self._threads if each.is_alive()]
        self._threads.append(thread)
        thread.start()

    def _read(self) -> None:
        packs: list[PackView] = []
        for path, origin in self._places():
            packs.append(_pack_view(path, origin, self._load(str(path))))
            self._packs = tuple(packs)
        self._packs, self._is_read = tuple(packs), True

    def _places(self) -> Iterator[tuple[Path, Origin]]:
        """Paths of all packs: with the game, the player's own, opened before."""
        seen: set[Path] = set()
        listed: list[tuple[Path, Origin]] = [
            *((path, "bundled") for path in _packs_in(self.bundled)),
            *((path, "own") for path in _packs_in(self.own)),
            *((Path(word), "recent") for word in self._remembered()),
        ]  # fmt: skip
        for path, origin in listed[:MOST_PACKS]:
            try:
                real = path.resolve()
                is_there = path.exists()
            except (OSError, RuntimeError, ValueError):
                continue
            if is_there and real not in seen:
                seen.add(real)
                yield path, origin

    def _remembered(self) -> list[str]:
        found = read_json(self._recent)
        if isinstance(found, Problem) or not isinstance(found, list):
            return []
        return [word for word in found if isinstance(word, str)][:MOST_RECENT]

    def _load(self, path: str) -> Loaded:
        return load_pack(path, [self.bundled, self.own])

    def _checked(self, path: str) -> CheckView:
        loaded = self._load(path)
        findings = tuple(_finding_view(each) for each in loaded.findings[:MOST_FINDINGS])
        scenario = loaded.scenario
        title = scenario.title if scenario is not None else same(loaded.id or Path(path).name)
        return CheckView(
            path=path, title=title, is_playable=scenario is not None, findings=findings,
            left_out=max(0, len(loaded.findings) - MOST_FINDINGS),
        )  # fmt: skip


def _packs_in(folder: Path) -> list[Path]:
    """Folders with a scenario in them, single files and archives, by name."""
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        path
        for path in names
        if (path / SCENARIO).is_file() or (path.is_file() and path.suffix in (".yaml", SUFFIX))
    ]


def _pack_view(path: Path, origin: Origin, loaded: Loaded) -> PackView:
    scenario, worst = loaded.scenario, loaded.findings[:1]
    problem = one_line(worst[0]) if worst else EMPTY
    if scenario is None:
        return PackView(
            path=str(path), origin=origin, title=same(path.name), summary=EMPTY, languages=(),
            minutes=0, authors=(), differing=(), is_playable=False, problem=problem,
        )  # fmt: skip
    return playable_view(scenario, str(path), origin, problem)


def playable_view(scenario: Scenario, path: str, origin: Origin, problem: Text = EMPTY) -> PackView:
    """What is shown of a pack that can be played."""
    labels = tuple(scenario.law.parameter(name).label for name in scenario.changed_figures)
    figures = scenario.law.parameters.values()
    return PackView(
        path=path, origin=origin, title=scenario.title, summary=scenario.summary,
        languages=scenario.languages, minutes=scenario.minutes, authors=scenario.authors,
        differing=labels, is_playable=True, problem=problem,
        is_invented=any(each.status == "placeholder" for each in figures),
    )  # fmt: skip


def _finding_view(finding: Diagnostic) -> FindingView:
    place = finding.place
    en, zh = (help_of(finding, CATALOGUE, language) for language in LANGUAGES)
    # A window on the line, so that the place of the finding is in it however long the line is.
    column = 0 if place is None else place.column - 1
    start = max(0, column - LONGEST_LINE // 2) if column > LONGEST_LINE else 0
    line = "" if place is None else place.source[start : start + LONGEST_LINE]
    before = shown(line[: column - start])
    return FindingView(
        severity=finding.severity, what=_as_sentence(one_line(finding)),
        help=_as_sentence(Text(en, zh)),
        file=shown(place.file) if place is not None else "",
        line=place.line if place is not None else 0,
        source=before + shown(line[column - start :]), column=len(before),
        length=place.length if place is not None else 0,
    )  # fmt: skip


def _as_sentence(text: Text) -> Text:
    """A terminal’s words as a page has them: a capital first, quotes for what is to be typed."""
    en, zh = (TYPED.sub(r"“\1”", words) for words in (text.en, text.zh))
    return Text(en[:1].upper() + en[1:], zh)


def _as_json(paths: Sequence[str]) -> str:
    return json.dumps(list(paths), ensure_ascii=False, indent=1) + "\n"
