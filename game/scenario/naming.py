"""Every name an expression of one pack may use: the law's, the author's, and the labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.core.source import Entry, MapNode
from game.rules.dated import written
from game.rules.law import Law
from game.scenario.expression import Vocabulary
from game.scenario.expression.kinds import JOB, PLACE, PROFILE, SCHEME, SEX, YES_NO, Kind
from game.scenario.expression.kinship import kin_of
from game.scenario.expression.vocabulary import CORE_NAMES, SCHEMES, SEXES, law_unit
from game.scenario.header import Clock
from game.scenario.law_reading import PARAMETER
from game.scenario.model import Variable
from game.scenario.reader import Reader
from game.scenario.source_nodes import child_of
from game.scenario.table_reading import TABLE
from game.scenario.variables import VARIABLE, variable, variable_labels


def law_of(sections: Mapping[str, Mapping[str, Entry]], clock: Clock, reader: Reader) -> Law:
    """The numbers and tables of law of a pack."""
    parameters = {}
    for name, entry in sections["parameters"].items():
        found = PARAMETER.read(entry.value, reader.owned_by(PARAMETER.noun, entry.key))
        if found is not None:
            parameters[name] = found
    tables = {}
    for name, entry in sections["tables"].items():
        table = TABLE.read(entry.value, reader.owned_by(TABLE.noun, entry.key))
        if table is not None:
            tables[name] = table
    return Law(parameters=parameters, tables=tables, start_year=clock.start_year)


class Names:
    """The names of one pack; ``variables`` is what its author declared."""

    def __init__(
        self,
        sections: Mapping[str, Mapping[str, Entry]],
        law: Law,
        clock: Clock,
        plain: Reader,
        forebears: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._forebears = forebears
        self.variables: tuple[Variable, ...] = ()
        self._sections = sections
        self._law = law
        self._clock = clock
        self._plain = plain

    def reader(self) -> Reader:
        """A reader that knows every name of the pack."""
        names: dict[str, Kind] = dict(CORE_NAMES)
        scales: dict[str, float] = {}
        parameters = self._law.parameters
        for id_, parameter in parameters.items():
            names[f"param.{id_}"], scales[f"param.{id_}"] = law_unit(parameter.unit)
        for id_ in self._sections["parameters"]:
            names.setdefault(f"param.{id_}", "?")
        for goal in self._sections["goals"]:
            names[f"knows.{goal}"] = YES_NO
        labels = self._labels() | self._read_variables(names)
        events = self._sections["events"]
        order = {name: index for index, name in enumerate(events)}
        vocabulary = Vocabulary(
            names=names,
            scales=scales,
            labels=labels,
            tables=self._law.tables,
            events={name: order[name] for name in self._plain.ids.own_first("events")},
            choices={name: _choice_ids(entry) for name, entry in events.items()},
            kin=kin_of(self._forebears),
        )
        start = (self._clock.start_year, 1, 1)
        not_yet = {
            f"param.{id_}": written(parameter.values[0].date)
            for id_, parameter in parameters.items()
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
        self.variables = tuple(variables)
        return labels


def _choice_ids(entry: Entry) -> tuple[str, ...]:
    choices = child_of(entry.value, "choices")
    if not isinstance(choices, MapNode):
        return ()
    return tuple(choice.key.text for choice in choices.entries)
