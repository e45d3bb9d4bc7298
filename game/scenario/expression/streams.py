"""The streams of luck a pack draws from, each with its place."""

from __future__ import annotations


class Streams:
    """Names of the streams a pack draws from; a name keeps the place it got first."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self.expressions = 0
        """How many expressions were compiled beside these streams."""

    def index(self, name: str) -> int:
        """Position of a stream, a new one if need be."""
        return self._places.setdefault(name, len(self._places))

    def next(self, prefix: str) -> int:
        """A new stream of a slot: ``<prefix>/0``, ``<prefix>/1``, … in written order."""
        number = self._counts.get(prefix, 0)
        self._counts[prefix] = number + 1
        return self.index(f"{prefix}/{number}")

    @property
    def names(self) -> tuple[str, ...]:
        """All streams by position."""
        return tuple(self._places)
