"""Versions of packs, ``1.2.0``, and the range of them another pack asks for, ``>=1.2 <2``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

Version: TypeAlias = tuple[int, int, int]
_VERSION: Final = re.compile(r"(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?")
_BOUND: Final = re.compile(r"(>=|<=|==|=|>|<)\s*(\d[\d.]*)")
_HOLDS: Final[Mapping[str, Callable[[Version, Version], bool]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}


def version_of(written: str) -> Version | None:
    """The numbers of a version; what is left out is 0."""
    match = _VERSION.fullmatch(written)
    if match is None:
        return None
    major, minor, patch = (int(part or 0) for part in match.groups())
    return (major, minor, patch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """One or two bounds, all of which must hold."""

    bounds: tuple[tuple[str, Version], ...]

    @classmethod
    def of(cls, written: str) -> Range | None:
        """Read ``>=1.2`` or ``>=1.2 <2``; None if it is neither."""
        bounds = []
        for sign, number in _BOUND.findall(written[:60]):
            version = version_of(number)
            if version is None:
                return None
            bounds.append((sign, version))
        is_all = not _BOUND.sub("", written[:60]).strip(" ,")
        return cls(bounds=tuple(bounds)) if is_all and 0 < len(bounds) <= 2 else None

    def holds(self, written: str) -> bool:
        """Whether a version lies inside."""
        version = version_of(written)
        return version is not None and all(
            _HOLDS[sign](version, bound) for sign, bound in self.bounds
        )
