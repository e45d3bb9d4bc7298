"""Compiles the nodes of a merged pack, section by section, into a scenario."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from game.core.diagnostics import Findings
from game.core.source import Node
from game.core.text import EMPTY, Text
from game.scenario.checks.passes import check_all
from game.scenario.debrief import DEBRIEF, MOST_OWN_PARTS, SCORE, WEIGHT_OF
from game.scenario.decisions import DECISION
from game.scenario.events import event
from game.scenario.expression import Streams, Vocabulary
from game.scenario.expression.vocabulary import CORE_NAMES, RESERVED
from game.scenario.header import Clock, header, languages, life_table
from game.scenario.inheritance import extended, forebears
from game.scenario.letters import LETTER
from game.scenario.merge import Merged
from game.scenario.model import Decision, Event, Profile, Scenario
from game.scenario.naming import Names, law_of
from game.scenario.nudges import nudge
from game.scenario.pictures import Pictures
from game.scenario.places import INCOME, income_path, job, place
from game.scenario.places import JOB as JOB_RECORD
from game.scenario.places import PLACE as PLACE_RECORD
from game.scenario.profiles import PROFILE as PROFILE_RECORD
from game.scenario.profiles import profile, with_own_jobs
from game.scenario.quiz import question
from game.scenario.reader import Ids, Reader
from game.scenario.schema import Fields, Record
from game.scenario.schemes import SCHEME
from game.scenario.settings import SETTINGS
from game.scenario.table_reading import scoring_figure
from game.scenario.teaching import Settings, Teaching
from game.scenario.texts import TEXT
from game.scenario.top_level import BASE_PARTS, noun
from game.scenario.trial_reading import trial

T = TypeVar("T")
MOST_EVENTS: Final = 500
MOST_TABLES: Final = 64
MOST_TRIALS: Final = 200
_NAMED: Final = ("goals", "profiles", "places", "jobs", "events", "letters", "nudges", "quiz")
"""Sections whose ids must not be words of conditions."""


class Assembly:
    """One run over the nodes of one merged pack."""

    def __init__(self, merged: Merged, findings: Findings) -> None:
        self._merged = merged
        self._sections = extended(merged.sections, findings)
        self._forebears = forebears(merged.sections["profiles"])
        self._findings = findings
        parents = tuple(prefix for prefix in merged.packs if prefix)
        ids = Ids(sections=self._sections, parents=parents)
        vocabulary = Vocabulary(names=CORE_NAMES)
        plain = Reader(
            findings=findings,
            vocabulary=vocabulary,
            streams=Streams(),
            ids=ids,
            pictures=Pictures(merged.packs),
        )
        languages_ = languages(merged.single.get("languages"), plain)
        self._plain = replace(plain, languages=languages_)

    def scenario(self) -> tuple[Scenario | None, str]:
        """The scenario and the pack's version; findings tell whether it may be played."""
        head = header(self._merged.single, self._plain)
        self._check_reserved()
        self._check_count("tables", MOST_TABLES)
        law = law_of(self._sections, head.clock, self._plain)
        names = Names(self._sections, law, head.clock, self._plain, self._forebears)
        reader = replace(names.reader(), has_fixed_end=head.clock.has_fixed_end)
        if not (self._sections["profiles"] and self._sections["places"] and self._sections["jobs"]):
            self._tell_missing_people()
            return None, head.version
        events = self._events(reader, head.clock)
        single, origin = self._merged.single, self._merged.origin
        table = life_table(single.get("mortality"), origin.get("mortality"), reader)
        decision = self._decision(reader)
        numbers = self._numbers(reader)
        teaching = self._teaching(reader, head.clock)
        trials = self._trials(reader)
        people, jobs = with_own_jobs(
            self._people(reader),
            self._each("jobs", JOB_RECORD, job, reader),
        )
        scenario = Scenario(
            id=self._merged.id,
            version=head.version,
            title=head.title,
            summary=head.summary,
            digest=_digest(self._merged.digests),
            start_year=head.clock.start_year,
            last_age=head.clock.last_age,
            law=law,
            life_table=table,  # type: ignore[arg-type]
            places=self._each("places", PLACE_RECORD, place, reader),
            jobs=jobs,
            incomes=self._each("income", INCOME, income_path, reader),
            profiles=people,
            variables=names.variables,
            events=events,
            decision=decision,  # type: ignore[arg-type]
            goals=self._goals(reader),
            streams=reader.streams.names,
            scoring={**numbers, **{WEIGHT_OF + part.id: part.weight for part in teaching.score}},
            authors=head.authors,
            teaching=teaching,
            trials=trials,
            languages=head.languages,
            licence=head.licence,
            minutes=head.minutes,
            group=head.group,
            changed_figures=self._changed_figures(),
            has_fixed_end=head.clock.has_fixed_end,
        )
        check_all(scenario, self._merged, self._sections, head.clock, reader)
        is_whole = table is not None and decision is not None
        return scenario if is_whole else None, head.version

    def _check_reserved(self) -> None:
        for section in (*_NAMED, "variables"):
            for name, entry in self._sections[section].items():
                # A profile is only ever written where a label is expected, and found there first.
                is_free = section == "variables" or (section == "profiles" and name in CORE_NAMES)
                if name in RESERVED and not is_free:
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

    def _changed_figures(self) -> tuple[str, ...]:
        """Numbers of law of the parents that this pack changes."""
        changed = {id_ for section, id_, _ in self._merged.overridden if section == "parameters"}
        return tuple(sorted(changed & self._sections["parameters"].keys()))

    # --- sections ------------------------------------------------------------------------------

    def _each(self, section: str, record: Record[Fields], make: Any, reader: Reader) -> Any:
        """Everything of a section in the order of its ids; what cannot be read is left out."""
        found = []
        for name, entry in self._sections[section].items():
            fields = record.read(entry.value, reader.owned_by(record.noun, entry.key))
            if fields is not None:
                found.append(make(name, fields))
        return tuple(found)

    def _people(self, reader: Reader) -> tuple[Profile, ...]:
        """The profiles, each knowing whom it extends."""
        people: tuple[Profile, ...] = self._each("profiles", PROFILE_RECORD, profile, reader)
        return tuple(replace(who, forebears=self._forebears.get(who.id, ())) for who in people)

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
                found.append(read)
        return tuple(found)

    def _decision(self, reader: Reader) -> Decision | None:
        decisions = self._sections["decisions"]
        for name, entry in decisions.items():
            if name != "plan":
                reader.report("SC220", entry.key, key=name, instead=_ONE_PLAN)
        if "plan" not in decisions:
            owner, label = Text("the pack", "情景包"), Text("the standing plan", "参保方案")
            reader.report(
                "SC208", None, owner=owner, key="decisions", label=label, example="plan: {…}"
            )
            return None
        entry = decisions["plan"]
        return DECISION.read(entry.value, reader.owned_by(DECISION.noun, entry.key))

    # --- what teaches --------------------------------------------------------------------------

    def _teaching(self, reader: Reader, clock: Clock) -> Teaching:
        self._check_reserved_parts(reader)
        self._check_count("score", MOST_OWN_PARTS)
        settings = self._merged.single.get("settings")
        return Teaching(
            letters=self._all("letters", LETTER.read, reader),
            nudges=self._all("nudges", lambda node, own: nudge(node, own, clock.last_age), reader),
            quiz=self._all("quiz", question, reader),
            debrief=self._lines("debrief", DEBRIEF, reader),
            score=self._all("score", SCORE.read, reader),
            schemes=self._all("schemes", SCHEME.read, reader),
            settings=Settings()
            if settings is None
            else SETTINGS.read(settings.value, reader) or Settings(),
        )

    def _all(
        self, section: str, read: Callable[[Node, Reader], T | None], reader: Reader
    ) -> tuple[T, ...]:
        """Everything of a section; what cannot be read is left out."""
        self._check_count(section, MOST_EVENTS)
        found = []
        for entry in list(self._sections[section].values())[:MOST_EVENTS]:
            own = reader.owned_by(noun(section), entry.key).drawing("")
            value = read(entry.value, own)
            if value is not None:
                found.append(value)
        return tuple(found)

    def _lines(self, key: str, record: Record[T], reader: Reader) -> tuple[T, ...]:
        found = []
        for node in self._merged.lists[key][:MOST_EVENTS]:
            value = record.read(node, replace(reader, owner=record.noun, owner_place=node.place))
            if value is not None:
                found.append(value)
        return tuple(found)

    def _trials(self, reader: Reader) -> tuple[Any, ...]:
        nodes: Sequence[Node] = self._merged.lists["tests"]
        if len(nodes) > MOST_TRIALS:
            limit, what = str(MOST_TRIALS), noun("tests")
            where = nodes[MOST_TRIALS]
            reader.report("SX01", where, variant="count", severity="fatal", limit=limit, noun=what)
        read = (trial(node, reader) for node in nodes[:MOST_TRIALS])
        return tuple(found for found in read if found is not None)

    def _check_reserved_parts(self, reader: Reader) -> None:
        for name, entry in self._sections["score"].items():
            if name in BASE_PARTS:
                reader.report("SC211", entry.key, variant="part", id=name)

    def _tell_missing_people(self) -> None:
        for section in ("profiles", "places", "jobs"):
            if not self._sections[section]:
                owner = Text("the pack", "情景包")
                self._plain.report(
                    "SC208", None, owner=owner, key=section, label=noun(section), example="id: {…}"
                )


_ONE_PLAN: Final = Text(
    "there is one decision, `plan`; change it under `override:`",
    "只有一个决定 `plan`，要修改请写在 `override:` 下",
)


def _digest(digests: Mapping[str, bytes]) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for name, digest in sorted(digests.items()):
        whole.update(name.encode() + b"\0" + digest)
    return whole.hexdigest()
