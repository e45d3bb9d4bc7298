"""Art: hand-written SVG rasterised at the size it is shown, and cached."""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from threading import Lock
from typing import Final

import pygame

from game.ui.paper import paper
from game.ui.theme import CARD_RADIUS, LINE_WIDTH, Colour

CACHED_BYTES: Final = 192 * 1024 * 1024
UNKNOWN_PORTRAIT: Final = "portrait_unknown"
PORTRAIT_AGES: Final = (75, 60, 40, 22)
SVG_TAG: Final = re.compile(r"<svg\b[^>]*>")


class Art:
    """Everything drawn that is not text: pictures by name, and paper cards.

    A picture's name is its file's name without the ending: ``portrait_li_wei_22``,
    ``icon_play``, ``mark_illness``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[str, str] = {}
        self._surfaces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self.bytes_made = 0
        """Of all pictures made so far, whether still kept or not."""

    def has(self, name: str) -> bool:
        """Whether there is a picture of this name."""
        return bool(name) and "/" not in name and (self.folder / f"{name}.svg").is_file()

    def get(
        self,
        name: str,
        size_units: tuple[float, float],
        scale: float,
        recolour: Mapping[Colour, Colour] | None = None,
    ) -> pygame.Surface:
        """A picture fitted into a size, keeping its proportions.

        Args:
            name: of the picture; an unknown one shows a person without a face.
            size_units: the width and height it must fit in, in units.
            scale: pixels a unit.
            recolour: colours to put in place of others, ``{"#2f8f7e": "#6f7a80"}``.
        """
        size = _pixels(size_units, scale)
        swaps = tuple(sorted((recolour or {}).items()))
        return self.made(
            ("get", name, size, swaps), lambda: raster(recoloured(self.text(name), recolour), size)
        )

    def drawn(self, svg: str, size_units: tuple[float, float], scale: float) -> pygame.Surface:
        """A picture written by the program as SVG, cached by its text."""
        size = _pixels(size_units, scale)
        return self.made(("drawn", svg, size), lambda: raster(svg, size))

    def made(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """What ``make`` makes, kept under a key; the longest unused goes when there is too much.

        Threads may ask at the same time.
        """
        with self._lock:
            kept = self._surfaces.get(key)
            if kept is not None:
                self._surfaces.move_to_end(key)
                return kept
        surface = make()
        with self._lock:
            # Another thread may have made the same meanwhile; one of the two is kept.
            kept = self._surfaces.setdefault(key, surface)
            if kept is surface:
                self._bytes += _size(surface)
                self.bytes_made += _size(surface)
            while self._bytes > CACHED_BYTES and len(self._surfaces) > 1:
                self._bytes -= _size(self._surfaces.popitem(last=False)[1])
        return kept

    def card(
        self,
        surface: pygame.Surface,
        rect: pygame.FRect,
        scale: float,
        fill: Colour | None,
        radius: float = CARD_RADIUS,
        *,
        shadow: bool = True,
        outline: Colour | None = None,
        outline_width: float = LINE_WIDTH,
    ) -> None:
        """Draw a smooth rounded rectangle; without a fill it is an outline and casts no shadow.

        ``rect``, ``radius`` and ``outline_width`` are in units.
        """
        left, top = round(rect.left * scale), round(rect.top * scale)
        size = (round(rect.right * scale) - left, round(rect.bottom * scale) - top)
        if min(size) <= 0:
            return
        look = (
            fill, round(min(radius * scale, min(size) / 2), 2), shadow and fill is not None,
            outline, round(outline_width * scale, 2) if outline else 0.0, round(scale, 3),
        )  # fmt: skip
        paper(self.made, look).draw(surface, pygame.Rect((left, top), size))

    def text(self, name: str) -> str:
        """The SVG text of a picture."""
        if name not in self._texts:
            known = name if self.has(name) else UNKNOWN_PORTRAIT
            self._texts[name] = (self.folder / f"{known}.svg").read_text(encoding="utf-8")
        return self._texts[name]

    def inner(self, name: str) -> str:
        """What stands between the svg tags of a picture, to be put into a larger one."""
        return SVG_TAG.sub("", self.text(name)).replace("</svg>", "")

    def portrait(self, picture: str, age: int) -> str:
        """The name of a person's portrait at an age: the last one drawn for an age not above it."""
        for drawn_for in PORTRAIT_AGES:
            name = f"portrait_{picture}_{drawn_for}"
            if age >= drawn_for - (3 if drawn_for == 75 else 0) and self.has(name):
                return name
        youngest = f"portrait_{picture}_22"
        for name in (youngest, f"portrait_{picture}", picture):
            if self.has(name):
                return name
        return UNKNOWN_PORTRAIT


def raster(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """Rasterise SVG text to about this many pixels: the result may be a pixel off.

    The rasteriser hands out red and blue swapped, which is several times slower to draw.
    """
    image = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size)
    return image.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def recoloured(svg: str, recolour: Mapping[Colour, Colour] | None) -> str:
    """SVG text with colours swapped, all at once, so that two may change places."""
    if not recolour:
        return svg
    pattern = re.compile("|".join(re.escape(colour) for colour in recolour))
    return pattern.sub(lambda found: recolour[found.group(0)], svg)


def svg_of(width: float, height: float, body: str, left: float = 0.0, top: float = 0.0) -> str:
    """An SVG document around drawing elements; the view box is in the elements' own units."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{left:g} {top:g} {width:g} {height:g}">{body}</svg>'
    )


def _pixels(size_units: tuple[float, float], scale: float) -> tuple[int, int]:
    return max(1, round(size_units[0] * scale)), max(1, round(size_units[1] * scale))


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
