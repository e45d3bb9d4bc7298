"""What reading a pack carries along: the findings, what names mean, whose key is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from game.core.diagnostics import (
    Confidence,
    Diagnostic,
    EnoughFindings,
    Findings,
    Place,
    Severity,
    Slot,
)
from game.core.source import Entry, Node, ScalarNode
from game.core.text import EMPTY, LANGUAGES, Language, Text
from game.scenario.expression import SlotRules, Streams, Vocabulary, compile_expression
from game.scenario.expression.kinds import Kind
from game.scenario.model import Expression

if TYPE_CHECKING:
    from game.scenario.pictures import Pictures
    from game.scenario.schema import Record

MOST_EXPRESSIONS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """Ids of each section in the order of their indices, with the entry each was defined by."""

    sections: Mapping[str, Mapping[str, Entry]]
    parents: tuple[str, ...] = ()
    """What the names of files of other packs begin with."""
    _positions: Mapping[str, Mapping[str, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Number the ids once."""
        positions = {
            section: {name: position for position, name in enumerate(entries)}
            for section, entries in self.sections.items()
        }
        object.__setattr__(self, "_positions", positions)

    def index(self, section: str, name: str) -> int | None:
        """Position of an id in its section."""
        return self._positions.get(section, {}).get(name)

    def of(self, section: str) -> tuple[str, ...]:
        """All ids of a section."""
        return tuple(self.sections.get(section, {}))

    def own_first(self, section: str) -> tuple[str, ...]:
        """All ids of a section, those of the pack itself before those it inherits."""
        entries = self.sections.get(section, {})
        return tuple(sorted(entries, key=lambda name: self._is_inherited(entries[name])))

    def _is_inherited(self, entry: Entry) -> bool:
        return bool(self.parents) and entry.key.file.name.startswith(self.parents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The context of a read; narrowed, never changed, on the way down."""

    findings: Findings
    vocabulary: Vocabulary
    streams: Streams
    ids: Ids
    languages: tuple[Language, ...] = LANGUAGES
    owner: Text = EMPTY
    """What is being read, as a message calls it: event 'scooter_crash'."""
    owner_place: Place | None = None
    id: str = ""
    """The id under which it is read."""
    stream: str = ""
    """Prefix of the streams of draws below here, such as ``scooter_crash/values``."""
    records: tuple[Record[object], ...] = ()
    """The records being read, outermost first."""
    depth_of_if: int = 0
    not_yet: Mapping[str, str] = field(default_factory=dict)
    """Parameters whose first value is later than the first year, with its date."""
    pictures: Pictures | None = None
    """The pictures of the pack; None where nothing is looked up."""
    has_fixed_end: bool = False
    """Whether the author says when a life ends."""
    used: set[str] = field(default_factory=set)
    """Names and tables expressions have read so far."""

    def report(
        self,
        code: str,
        where: Node | Place | None,
        /,
        *,
        variant: str = "",
        hint: str = "",
        severity: Severity = "error",
        confidence: Confidence = "strong",
        **slots: Slot,
    ) -> None:
        """Add a finding at a node or place."""
        place = where if isinstance(where, Place) or where is None else where.place
        self.findings.add(
            Diagnostic(
                code=code,
                variant=variant,
                hint=hint,
                severity=severity,
                confidence=confidence,
                place=place,
                slots=slots,
            )
        )

    def owned_by(self, noun: Text, key: ScalarNode) -> Reader:
        """The same for what stands under an id."""
        owner = Text(f"{noun.en} '{key.text}'", f"{noun.zh}“{key.text}”")
        return replace(self, owner=owner, owner_place=key.place, id=key.text)

    def drawing(self, stream: str) -> Reader:
        """The same with another prefix for the streams of draws."""
        return replace(self, stream=stream)

    def within(self, record: Record[object]) -> Reader:
        """The same one record deeper."""
        return replace(self, records=(*self.records, record))

    def with_vocabulary(self, vocabulary: Vocabulary) -> Reader:
        """The same with other names."""
        return replace(self, vocabulary=vocabulary)

    def expression(
        self, node: ScalarNode, kinds: tuple[Kind, ...], *, draws: bool = False
    ) -> Expression | None:
        """Compile the expression of a scalar; slips become findings at their column."""
        if self.streams.expressions >= MOST_EXPRESSIONS:
            limit = f"{MOST_EXPRESSIONS:,}"
            self.report("SX01", node, variant="expressions", severity="fatal", limit=limit)
            raise EnoughFindings
        rules = SlotRules(kinds=kinds, stream=self.stream if draws else "")
        compiled = compile_expression(node.text, self.vocabulary, rules, self.streams)
        for slip in compiled.slips:
            self.findings.add(
                Diagnostic(
                    code=slip.code,
                    variant=slip.variant,
                    hint=slip.hint,
                    place=node.place_of(*slip.span),
                    slots=slip.slots,
                )
            )
        if compiled.expression is not None:
            self.used.update(compiled.expression.names)
            self._tell_not_yet(node, compiled.expression)
        return compiled.expression

    def _tell_not_yet(self, node: ScalarNode, expression: Expression) -> None:
        for name in sorted(expression.names & self.not_yet.keys()):
            self.report("SC505", node, name=name, date=self.not_yet[name])
