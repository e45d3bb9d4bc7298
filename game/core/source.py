"""Reads one YAML file of a stranger into nodes that remember their place, or into findings.

Only PyYAML's event stream is used, and only a small profile of YAML is accepted: maps, lists, plain
and quoted scalars on one line, comments. YAML never decides a type: every scalar stays a string.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Final

import yaml

from game.core.diagnostics import HIDDEN, Diagnostic, Place, Severity
from game.core.nodes import Entry as Entry
from game.core.nodes import ListNode as ListNode
from game.core.nodes import MapNode as MapNode
from game.core.nodes import Node as Node
from game.core.nodes import ScalarNode as ScalarNode
from game.core.nodes import SourceFile as SourceFile
from game.core.writing import find_slips

MOST_BYTES: Final = 1_000_000
MOST_EVENTS: Final = 60_000
MOST_DEPTH: Final = 24
MOST_CHARACTERS: Final = 4_000
MOST_ITEMS: Final = 5_000
MOST_LINE: Final = 20_000
MOST_SLIPS: Final = 200
MOST_REMEMBERED: Final = 32_000
"""Bytes of a file whose document is kept; the largest of the base pack has 27,000."""
_BOM: Final = b"\xef\xbb\xbf"
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as nodes, or why it could not be read."""

    root: MapNode | None
    findings: tuple[Diagnostic, ...] = ()
    events: int = 0
    """How large it is, in parts of the parser."""


def load(name: str, content: bytes, most_events: int = MOST_EVENTS) -> Document:
    """Read one file; never raises, whatever the bytes are.

    Every pack builds on the base pack, so that the same small files are read again and again, by
    the library, a reload, a worker: the same bytes are the same document.

    Args:
        name: the file's name as shown in messages.
        content: its bytes; UTF-8, a byte order mark and CRLF are accepted.
        most_events: how many parts it may have.
    """
    if len(content) <= MOST_REMEMBERED:
        known = _remembered(name, content)
        if most_events == MOST_EVENTS or (known.root and known.events <= most_events):
            return known
    return _read(name, content, most_events)


@lru_cache(maxsize=96)
def _remembered(name: str, content: bytes) -> Document:
    return _read(name, content, MOST_EVENTS)


def _read(name: str, content: bytes, most_events: int) -> Document:
    if len(content) > MOST_BYTES:
        limit = f"{MOST_BYTES // 1_000_000} MB"
        return _refused(SourceFile(name=name, lines=()), "SX01", limit=limit, variant="file")
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(name, content)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    file = SourceFile(name=name, lines=tuple(text.split("\n")))
    if max(map(len, file.lines)) > MOST_LINE:
        return _refused(file, "SX01", variant="line", limit=f"{MOST_LINE:,}")
    findings = tuple(islice(_hidden_signs(file, text), MOST_SLIPS)) or tuple(
        islice(find_slips(file.lines, file.place), MOST_SLIPS)
    )
    if any(finding.stops for finding in findings):
        return Document(root=None, findings=findings)
    builder = _Builder(file, most_events)
    try:
        root = builder.build(text)
        return Document(root=root, findings=findings, events=builder.count)
    except _NotAccepted as problem:
        return Document(root=None, findings=(problem.finding,))
    except yaml.YAMLError as problem:
        return Document(root=None, findings=(_unreadable(file, problem),))


class _NotAccepted(Exception):
    """Something of YAML, or a size, that the scenario language does not take."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Open:
    """A map or list whose end has not been seen."""

    is_map: bool
    line: int
    column: int
    nodes: list[Node]


class _Builder:
    """Builds nodes from the event stream with a stack of its own, so depth cannot overflow."""

    def __init__(self, file: SourceFile, most_events: int) -> None:
        self.count = 0
        self._file = file
        self._most_events = most_events
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def build(self, text: str) -> MapNode:
        for event in yaml.parse(text, Loader=_PARSER):
            self.count += 1
            if self.count > self._most_events:
                self._refuse(event, "SX01", variant="events", limit=f"{MOST_EVENTS:,}")
            self._take(event)
        if self._root is None:
            raise _NotAccepted(_finding("SC113", self._file.place(0, 0), variant="empty"))
        if not isinstance(self._root, MapNode):
            raise _NotAccepted(_finding("SC113", self._root.place, variant="no_keys"))
        return self._root

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event), event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "SC107")
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._add(self._closed(event), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1 or event.version or event.tags:
                self._refuse(event, "SC113", variant="documents")

    def _start(self, event: Any) -> None:
        self._refuse_marks(event)
        if len(self._open) >= MOST_DEPTH:
            self._refuse(event, "SX02", limit=str(MOST_DEPTH))
        mark = event.start_mark
        is_map = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(is_map=is_map, line=mark.line, column=mark.column, nodes=[]))

    def _closed(self, event: Any) -> Node:
        frame, mark = self._open.pop(), event.end_mark
        is_one_line = mark.line == frame.line and mark.column > frame.column
        end = mark.column if is_one_line else frame.column + 1
        if not frame.is_map:
            items = tuple(frame.nodes)
            return ListNode(
                file=self._file, line=frame.line, column=frame.column, end=end, items=items
            )
        pairs = zip(frame.nodes[::2], frame.nodes[1::2], strict=True)
        entries = tuple(
            Entry(key=key, value=value) for key, value in pairs if isinstance(key, ScalarNode)
        )
        return MapNode(
            file=self._file, line=frame.line, column=frame.column, end=end, entries=entries
        )

    def _add(self, node: Node, event: Any) -> None:
        if not self._open:
            self._root = node
            return
        frame = self._open[-1]
        if frame.is_map and len(frame.nodes) % 2 == 0:
            if not isinstance(node, ScalarNode):
                raise _NotAccepted(_finding("SC113", node.place, variant="complex_key"))
            if node.is_plain and node.text == "<<":
                self._refuse(event, "SC107")
        frame.nodes.append(node)
        if len(frame.nodes) > 2 * MOST_ITEMS:
            self._refuse(event, "SX01", variant="items", limit=f"{MOST_ITEMS:,}")

    def _scalar(self, event: Any) -> ScalarNode:
        self._refuse_marks(event)
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            self._refuse(event, "SC113", variant="block")
        if end.line != start.line and event.value:
            is_quoted = event.style in ("'", '"')
            self._refuse(
                event, "SC108" if is_quoted else "SC113", variant="" if is_quoted else "lines"
            )
        if len(event.value) > MOST_CHARACTERS:
            self._refuse(event, "SX01", variant="text", limit=f"{MOST_CHARACTERS:,}")
        node = ScalarNode(
            file=self._file,
            line=start.line,
            column=start.column,
            end=end.column if end.line == start.line else start.column + 1,
            text=event.value,
            is_plain=event.style not in ("'", '"'),
        )
        if not node.is_plain and (hidden := HIDDEN.search(event.value)):
            sign = f"U+{ord(hidden.group()):04X}"
            raise _NotAccepted(_finding("SC110", node.place, sign=sign))
        return node

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "SC107")
        if event.tag is not None:
            self._refuse(event, "SC107", variant="tag")

    def _refuse(self, event: Any, code: str, variant: str = "", **slots: str) -> None:
        mark = event.start_mark
        end = event.end_mark
        line = self._file.lines[mark.line] if mark.line < len(self._file.lines) else ""
        length = (end.column if end.line == mark.line else len(line)) - mark.column
        place = self._file.place(mark.line, mark.column, max(1, length))
        raise _NotAccepted(_finding(code, place, variant=variant, **slots))


def _finding(code: str, place: Place, variant: str = "", **slots: str) -> Diagnostic:
    severity: Severity = "fatal" if code.startswith("SX") else "error"
    return Diagnostic(code=code, variant=variant, severity=severity, place=place, slots=slots)


def _refused(file: SourceFile, code: str, *, variant: str, limit: str) -> Document:
    line = next((n for n, text in enumerate(file.lines) if len(text) > MOST_LINE), 0)
    finding = _finding(code, file.place(line, 0), variant=variant, limit=limit)
    return Document(root=None, findings=(finding,))


def _not_utf8(name: str, content: bytes) -> Document:
    first = next(i for i in range(len(content)) if content[i] >= 0x80)
    line = content.count(b"\n", 0, first)
    shown = " ".join(f"{byte:02X}" for byte in content[first : first + 4])
    place = Place(file=name, line=line + 1, column=1, length=1, source=f"({shown} …)")
    try:
        content.decode("gb18030")
        variant = ""
    except UnicodeDecodeError:
        variant = "binary"
    return Document(root=None, findings=(_finding("SC109", place, variant=variant),))


def _hidden_signs(file: SourceFile, text: str) -> Iterator[Diagnostic]:
    if not HIDDEN.search(text):
        return
    for number, line in enumerate(file.lines):
        for match in HIDDEN.finditer(line):
            sign = f"U+{ord(match.group()):04X}"
            yield _finding("SC110", file.place(number, match.start()), sign=sign)


def _unreadable(file: SourceFile, problem: yaml.YAMLError) -> Diagnostic:
    """The parser's complaint in an author's words, at the earliest suspicious place."""
    mark = getattr(problem, "problem_mark", None)
    context = str(getattr(problem, "context", None) or "")
    what = str(getattr(problem, "problem", None) or "")
    opened = getattr(problem, "context_mark", None)
    if "quoted scalar" in context and opened is not None and "escape" not in what:
        line = file.lines[opened.line] if opened.line < len(file.lines) else ""
        place = file.place(opened.line, opened.column, max(1, len(line) - opened.column))
        return _finding("SC108", place)
    if "escape" in what and opened is not None:
        return _finding("SC114", file.place(opened.line, opened.column), variant="escape")
    if "flow" in context and opened is not None:
        return _finding("SC114", file.place(opened.line, opened.column), variant="bracket")
    line_number = min(mark.line, len(file.lines) - 1) if mark is not None else 0
    column = mark.column if mark is not None else 0
    place = file.place(line_number, column)
    if "mapping values" in what:
        return _finding("SC106", place, variant="other", word=place.source.strip())
    if "block" in context:
        return _finding("SC114", place, variant="indent")
    return _finding("SC114", place)
