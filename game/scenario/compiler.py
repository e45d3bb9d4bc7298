"""From a pack on disk to a scenario the engine can live, or to everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from game.core.diagnostics import Diagnostic, EnoughFindings, Findings, nearest
from game.core.source import Entry, MapNode
from game.core.text import EMPTY, Text
from game.rules.dated import written
from game.rules.law import Law
from game.scenario.checks.graph import check_graph
from game.scenario.checks.schedule import check_schedule
from game.scenario.decisions import DECISION
from game.scenario.events import event
from game.scenario.expression import Streams, Vocabulary
from game.scenario.expression.kinds import JOB, PLACE, PROFILE, SCHEME, SEX, YES_NO, Kind
from game.scenario.expression.vocabulary import (
    CORE_NAMES,
    RESERVED,
    SCHEMES,
    SEXES,
    law_unit,
)
from game.scenario.header import Clock, Header, header, languages, life_table
from game.scenario.inheritance import extended
from game.scenario.law_reading import PARAMETER, TABLE, scoring_figure
from game.scenario.library import Library, at_path
from game.scenario.merge import Merged, Merger
from game.scenario.model import Decision, Event, Scenario, Variable
from game.scenario.pack_files import PackFiles
from game.scenario.places import INCOME, income_path, job, place
from game.scenario.places import JOB as JOB_RECORD
from game.scenario.places import PLACE as PLACE_RECORD
from game.scenario.profiles import PROFILE as PROFILE_RECORD
from game.scenario.profiles import profile
from game.scenario.reader import Ids, Reader
from game.scenario.schema import Fields, Record
from game.scenario.texts import TEXT
from game.scenario.top_level import noun
from game.scenario.variables import VARIABLE, variable, variable_labels

MOST_EVENTS: Final = 500
MOST_TABLES: Final = 64
_ABOUT_OTHER_FILES: Final = frozenset({"SC202", "SC203", "SC204", "SC206", "SC208", "SC408"})
"""Findings that may only be there because another file could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A pack's scenario, None if it cannot be played, and all findings, worst first."""

    id: str
    version: str
    scenario: Scenario | None
    findings: tuple[Diagnostic, ...]

    @property
    def is_refused(self) -> bool:
        """Whether a file was refused for safety."""
        return any(finding.severity == "fatal" for finding in self.findings)


def load_pack(path_or_id: str | Path, folders: Sequence[Path]) -> Loaded:
    """Read, check and compile a pack; whatever its bytes are, findings come back, no exception.

    Args:
        path_or_id: a folder, a ``.yaml`` file, or the id of a pack in ``folders``.
        folders: where packs and their parents are looked up, the bundled packs first.
    """
    findings = Findings()
    if str(path_or_id).endswith(".lifepack"):
        findings.add(Diagnostic(code="SC214", variant="archive", slots={"key": str(path_or_id)}))
        return Loaded(
            id=str(path_or_id), version="", scenario=None, findings=findings.worst_first()
        )
    files, library = _located(path_or_id, folders)
    if files is None:
        findings.add(_not_found(str(path_or_id), library))
        return Loaded(
            id=str(path_or_id), version="", scenario=None, findings=findings.worst_first()
        )
    name, version, scenario = files.root.name, "", None
    with suppress(EnoughFindings):
        merged = Merger(library, findings).merge(files)
        name = merged.id
        if merged.single:
            scenario, version = _compiled(merged, findings)
    playable = None if findings.has_errors else scenario
    return Loaded(id=name, version=version, scenario=playable, findings=findings.worst_first())


def _compiled(merged: Merged, findings: Findings) -> tuple[Scenario | None, str]:
    """Compile; where a file is missing, keep only what cannot be due to that."""
    inner = Findings()
    scenario, version = None, ""
    with suppress(EnoughFindings):
        scenario, version = _Compiler(merged, inner).compile()
    findings.extend(
        finding
        for finding in inner.worst_first()
        if merged.is_whole or finding.code not in _ABOUT_OTHER_FILES
    )
    return scenario, version


def _located(path_or_id: str | Path, folders: Sequence[Path]) -> tuple[PackFiles | None, Library]:
    text = str(path_or_id)
    is_path = (
        isinstance(path_or_id, Path) or os.sep in text or "/" in text or text.endswith(".yaml")
    )
    if not is_path:
        library = Library(folders)
        return library.find(text), library
    path = Path(path_or_id)
    beside = path.parent if path.suffix == ".yaml" else path.absolute().parent
    return at_path(path), Library([*folders, beside])


def _not_found(name: str, library: Library) -> Diagnostic:
    known = library.ids()
    meant = nearest(name, known)
    hint = "meant" if meant else ""
    slots = {"id": name, "meant": meant or "", "known": ", ".join(known)}
    return Diagnostic(code="SC209", hint=hint, slots=slots)


class _Compiler:
    """One run over the nodes of one merged pack."""

    def __init__(self, merged: Merged, findings: Findings) -> None:
        self._merged = merged
        self._sections = extended(merged.sections, findings)
        self._findings = findings
        ids = Ids(sections=self._sections)
        vocabulary = Vocabulary(names=CORE_NAMES)
        self._plain = Reader(findings=findings, vocabulary=vocabulary, streams=Streams(), ids=ids)
        languages_ = languages(merged.single.get("languages"), self._plain)
        self._plain = replace(self._plain, languages=languages_)

    def compile(self) -> tuple[Scenario | None, str]:
        """The scenario and the pack's version; findings tell whether it may be played."""
        head = header(self._merged.single, self._plain)
        self._check_reserved()
        law = self._law(head.clock)
        reader = self._with_names(law, head.clock)
        if not (self._sections["profiles"] and self._sections["places"] and self._sections["jobs"]):
            self._tell_missing_people()
            return None, head.version
        events = self._events(reader, head.clock)
        table = life_table(
            self._merged.single.get("mortality"), self._merged.origin.get("mortality"), reader
        )
        decision = self._decision(reader)
        if table is None or decision is None:
            self._numbers(reader)
            return None, head.version
        return self._scenario(head, law, reader, events, table, decision), head.version

    def _scenario(
        self,
        head: Header,
        law: Law,
        reader: Reader,
        events: tuple[Event, ...],
        table: Any,
        decision: Decision,
    ) -> Scenario:
        return Scenario(
            id=self._merged.id,
            version=head.version,
            title=head.title,
            summary=head.summary,
            digest=_digest(self._merged.digests),
            start_year=head.clock.start_year,
            last_age=head.clock.last_age,
            law=law,
            life_table=table,
            places=self._each("places", PLACE_RECORD, place, reader),
            jobs=self._each("jobs", JOB_RECORD, job, reader),
            incomes=self._each("income", INCOME, income_path, reader),
            profiles=self._each("profiles", PROFILE_RECORD, profile, reader),
            variables=self._variables,
            events=events,
            decision=decision,
            goals=self._goals(reader),
            streams=reader.streams.names,
            scoring=self._numbers(reader),
            authors=head.authors,
        )

    # --- law and names -------------------------------------------------------------------------

    def _law(self, clock: Clock) -> Law:
        reader = self._plain
        parameters = {}
        for name, entry in self._sections["parameters"].items():
            found = PARAMETER.read(entry.value, reader.owned_by(PARAMETER.noun, entry.key))
            if found is not None:
                parameters[name] = found
        tables = {}
        for name, entry in self._sections["tables"].items():
            table = TABLE.read(entry.value, reader.owned_by(TABLE.noun, entry.key))
            if table is not None:
                tables[name] = table
        self._check_count("tables", MOST_TABLES)
        return Law(parameters=parameters, tables=tables, start_year=clock.start_year)

    def _with_names(self, law: Law, clock: Clock) -> Reader:
        """A reader that knows every name of the pack."""
        names: dict[str, Kind] = dict(CORE_NAMES)
        scales: dict[str, float] = {}
        for id_, parameter in law.parameters.items():
            names[f"param.{id_}"], scales[f"param.{id_}"] = law_unit(parameter.unit)
        for id_ in self._sections["parameters"]:
            names.setdefault(f"param.{id_}", "?")
        for goal in self._sections["goals"]:
            names[f"knows.{goal}"] = YES_NO
        labels = self._labels()
        labels |= self._read_variables(names)
        vocabulary = Vocabulary(
            names=names,
            scales=scales,
            labels=labels,
            tables=law.tables,
            events={name: index for index, name in enumerate(self._sections["events"])},
            choices={name: _choice_ids(entry) for name, entry in self._sections["events"].items()},
        )
        start = (clock.start_year, 1, 1)
        not_yet = {
            f"param.{id_}": written(parameter.values[0].date)
            for id_, parameter in law.parameters.items()
            if parameter.values[0].date > start
        }
        return replace(self._plain, vocabulary=vocabulary, not_yet=not_yet)

    def _labels(self) -> dict[Kind, Mapping[str, int]]:
        def numbered(section: str) -> Mapping[str, int]:
            return {name: index for index, name in enumerate(self._sections[section])}

        return {
            PLACE: numbered("places"),
            JOB: numbered("jobs"),
            PROFILE: numbered("profiles"),
            SEX: SEXES,
            SCHEME: SCHEMES,
        }

    def _read_variables(self, names: dict[str, Kind]) -> dict[Kind, Mapping[str, int]]:
        labels: dict[Kind, Mapping[str, int]] = {}
        variables: list[Variable] = []
        for name, entry in self._sections["variables"].items():
            reader = self._plain.owned_by(VARIABLE.noun, entry.key)
            fields = VARIABLE.read(entry.value, reader)
            names[f"my.{name}"] = "?"
            if fields is None:
                continue
            found = variable(name, fields, reader)
            names[f"my.{name}"] = found.kind
            if found.kind == f"my.{name}":
                labels[found.kind] = variable_labels(fields)
            variables.append(found)
        self._variables = tuple(variables)
        return labels

    def _check_reserved(self) -> None:
        for section in ("goals", "profiles", "places", "jobs", "events", "variables"):
            for name, entry in self._sections[section].items():
                if name in RESERVED and section != "variables":
                    self._plain.report("SC211", entry.key, variant="reserved", id=name)

    def _check_count(self, section: str, most: int) -> None:
        entries = list(self._sections[section].values())
        if len(entries) > most:
            self._plain.report(
                "SX01",
                entries[most].key,
                variant="count",
                severity="fatal",
                limit=str(most),
                noun=noun(section),
            )

    # --- sections ------------------------------------------------------------------------------

    def _each(self, section: str, record: Record[Fields], make: Any, reader: Reader) -> Any:
        """Everything of a section in the order of its ids; what cannot be read is left out."""
        found = []
        for name, entry in self._sections[section].items():
            fields = record.read(entry.value, reader.owned_by(record.noun, entry.key))
            if fields is not None:
                found.append(make(name, fields))
        return tuple(found)

    def _goals(self, reader: Reader) -> Mapping[str, Text]:
        return {
            name: TEXT.read(entry.value, reader) or EMPTY
            for name, entry in self._sections["goals"].items()
        }

    def _numbers(self, reader: Reader) -> Mapping[str, float]:
        read = {
            name: scoring_figure(entry.value, reader.owned_by(noun("scoring"), entry.key))
            for name, entry in self._sections["scoring"].items()
        }
        return {name: value for name, value in read.items() if value is not None}

    def _events(self, reader: Reader, clock: Clock) -> tuple[Event, ...]:
        self._check_count("events", MOST_EVENTS)
        entries = self._sections["events"]
        found = []
        for index, (name, entry) in enumerate(list(entries.items())[:MOST_EVENTS]):
            own = reader.owned_by(noun("events"), entry.key)
            read = event(name, index, entry.value, own, clock.last_age)
            if read is not None:
                check_schedule(read, entry, clock, own)
                found.append(read)
        check_graph(found, entries, reader)
        return tuple(found)

    def _decision(self, reader: Reader) -> Decision | None:
        decisions = self._sections["decisions"]
        for name, entry in decisions.items():
            if name != "plan":
                reader.report("SC214", entry.key, key=name)
        if "plan" not in decisions:
            owner, label = Text("the pack", "情景包"), Text("the standing plan", "参保方案")
            reader.report(
                "SC208", None, owner=owner, key="decisions", label=label, example="plan: {…}"
            )
            return None
        entry = decisions["plan"]
        return DECISION.read(entry.value, reader.owned_by(DECISION.noun, entry.key))

    def _tell_missing_people(self) -> None:
        for section in ("profiles", "places", "jobs"):
            if not self._sections[section]:
                owner = Text("the pack", "情景包")
                self._plain.report(
                    "SC208", None, owner=owner, key=section, label=noun(section), example="id: {…}"
                )


def _choice_ids(entry: Entry) -> tuple[str, ...]:
    choices = entry.value.get("choices") if isinstance(entry.value, MapNode) else None
    if not isinstance(choices, MapNode):
        return ()
    return tuple(choice.key.text for choice in choices.entries)


def _digest(digests: Mapping[str, bytes]) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for name, digest in sorted(digests.items()):
        whole.update(name.encode() + b"\0" + digest)
    return whole.hexdigest()
