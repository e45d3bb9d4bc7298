"""Puts spaces in place of the tabs that begin lines, as deep as the lines around them ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

WIDTHS: Final = (2, 4, 8)
"""Columns an editor may have shown a tab as."""
_STEP: Final = 2
_OPENS: Final = re.compile(r":\s*(?:#.*)?$")
_ITEM: Final = re.compile(r"(?:- +)+")


def without_tabs(lines: Sequence[str]) -> list[str]:
    """The lines with no tab before their first sign.

    How wide a tab was meant to be no file says: it is as wide as fits the line before and the line
    behind, and as the tabs before it where that fits, too.
    """
    mended: list[str] = []
    open_at, is_opened, width = [0], False, 0
    for number, line in enumerate(lines):
        body = line.lstrip(" \t")
        if not body or body.startswith("#"):
            mended.append(line.replace("\t", " " * (width or _STEP)) if body else line)
            continue
        lead = line[: len(line) - len(body)]
        indent = len(lead)
        if "\t" in lead:
            below = _indent_below(lines, number)
            indent, width = _fitting(lead, body, open_at, is_opened, below, width)
            line = " " * indent + body
        mended.append(line)
        item = _ITEM.match(body)
        open_at = [at for at in open_at if at < indent] + [indent]
        if item:
            open_at.append(indent + item.end())
        is_opened = bool(_OPENS.search(body))
    return mended


def _indent_below(lines: Sequence[str], number: int) -> int | None:
    """Indent of the next line that says something; none where it is one of tabs itself."""
    for line in lines[number + 1 :]:
        body = line.lstrip(" \t")
        if body and not body.startswith("#"):
            lead = line[: len(line) - len(body)]
            return None if "\t" in lead else len(lead)
    return None


def _fitting(
    lead: str, body: str, open_at: Sequence[int], is_opened: bool, below: int | None, width: int
) -> tuple[int, int]:
    """The indent of a line, and how wide its tabs were taken to be, 0 where that is not known."""
    above = open_at[-1]
    opens = bool(_OPENS.search(body))

    is_item = body.startswith("- ")

    def fits(indent: int) -> bool:
        if is_opened:
            fits_above = indent > above or (is_item and indent == above)
        else:
            fits_above = indent in open_at
        return fits_above and (below is None or (indent < below if opens else indent >= below))

    tabs, spaces = lead.count("\t"), lead.count(" ")
    meant = {tabs * each + spaces: each for each in WIDTHS}
    if width and fits(tabs * width + spaces):
        return tabs * width + spaces, width
    if is_opened:
        is_level = below is not None and (below > above or (is_item and below == above))
        likely = [below if below is not None and is_level else above + _STEP]
    else:
        likely = [above] if above in meant else sorted(meant, reverse=True)
    for indent in (*likely, *meant, *reversed(open_at)):
        if fits(indent):
            return indent, meant.get(indent, width)
    return tabs * (width or _STEP) + spaces, width
