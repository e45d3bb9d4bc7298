"""Type: measuring and drawing text, sharp at every window size, in both languages."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

import pygame

from game.core.text import Language
from game.ui.line_breaking import Line, Run, Width, broken
from game.ui.theme import Colour, Role, Style

Anchor: TypeAlias = Literal[
    "topleft", "midtop", "topright", "midleft", "center", "midright",
    "bottomleft", "midbottom", "bottomright", "baseline", "baseline-center", "baseline-right",
]  # fmt: skip
Align: TypeAlias = Literal["left", "center", "right"]

FILES: Final[dict[Role, str]] = {
    "serif-bold": "NotoSerifSC-Bold.ttf",
    "sans": "NotoSansSC-Regular.ttf",
    "sans-bold": "NotoSansSC-Bold.ttf",
}
BOLD_OF: Final[dict[Role, Role]] = {
    "serif-bold": "serif-bold", "sans": "sans-bold", "sans-bold": "sans-bold",
}  # fmt: skip
CAPITAL: Final = 0.74
"""Height of capitals and, near enough, of Chinese above the baseline, in ems."""
SPACE: Final = 0.235
"""Width of a space, in ems."""
LEAST_SPACE: Final = 3
"""In pixels."""
NARROW: Final = str.maketrans(
    {"‘": "\ue018", "’": "\ue019", "“": "\ue01c", "”": "\ue01d", "…": "\ue026", "·": "\ue0b7",
     "•": "\ue022"}
)  # fmt: skip
"""English forms of marks the fonts draw full-width (``assets/make_fonts.py``)."""
TIGHT: Final = re.compile("(?<=[，。：；、！？）》])[“‘]|[”’](?=[，。：；、！？）》“‘])")
"""Chinese quotation marks that stand beside another mark, and so need only half their width."""
CACHED_BYTES: Final = 32 * 1024 * 1024
CACHED_LAYOUTS: Final = 3000
OVERFLOWS_KEPT: Final = 50


class Measured(NamedTuple):
    """Size of a piece of set text in units, and its number of lines."""

    width: float
    height: float
    lines: int


class _SetText(NamedTuple):
    lines: tuple[tuple[Line, int], ...]
    """Each line with its width in pixels."""
    width: int
    is_cut: bool


class Type:
    """Sets text in the game's three fonts at one scale, text factor and language.

    All positions and widths are in units; ``scale`` turns them into pixels, ``text_factor``
    enlarges the type only. Change any of the three by assigning to it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        scale: float = 1.0,
        text_factor: float = 1.0,
        language: Language = "en",
    ) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self.folder = folder
        self.scale = scale
        self.text_factor = text_factor
        self.language: Language = language
        self.overflows: list[str] = []
        """Texts that did not fit the lines they were given: a mistake of layout, for tests."""
        self._fonts: dict[tuple[Role, int], pygame.font.Font] = {}
        self._widths: OrderedDict[tuple[Role, int, str], int] = OrderedDict()
        self._layouts: OrderedDict[tuple[object, ...], _SetText] = OrderedDict()
        self._surfaces: OrderedDict[tuple[Role, int, str, Colour], pygame.Surface] = OrderedDict()
        self._bytes = 0

    @property
    def cached_bytes(self) -> int:
        """Memory held by rendered lines."""
        return self._bytes

    def line_height(self, style: Style) -> float:
        """Pitch of the lines of a style, in units."""
        return style.size * style.leading * self.text_factor

    def measure(
        self, text: str, style: Style, max_width: float | None = None, lines: int | None = None
    ) -> Measured:
        """Size the text would take, in units."""
        laid = self._set(text, style, max_width, lines)
        height = self.line_height(style) * len(laid.lines)
        return Measured(laid.width / self.scale, height, len(laid.lines))

    def fits(self, text: str, style: Style, max_width: float, lines: int = 1) -> bool:
        """Whether the text stands in so many lines of this width, uncut."""
        return not self._set(text, style, max_width, lines).is_cut

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: Style,
        colour: Colour,
        *,
        anchor: Anchor = "topleft",
        max_width: float | None = None,
        lines: int | None = None,
        align: Align | None = None,
        alpha: int = 255,
    ) -> pygame.FRect:
        """Draw text and return the block it takes, in units.

        Args:
            surface: what is drawn on; one unit is ``scale`` pixels.
            text: the words; ``**bold**`` sets a part in bold, a line feed starts a new line.
            at: the anchor's place, in units. ``baseline`` anchors name the first line's baseline,
                so that serif and sans of any size stand on one line.
            style: role, size and line pitch.
            colour: ``#rrggbb``.
            anchor: which point of the block stands at ``at``.
            max_width: where lines break, in units; None never breaks.
            lines: at most so many lines; what does not fit is cut with an ellipsis and noted
                in ``overflows``.
            align: of the lines among themselves; follows the anchor unless given.
            alpha: 0 invisible to 255 solid.
        """
        laid = self._set(text, style, max_width, lines)
        if laid.is_cut and text not in self.overflows and len(self.overflows) < OVERFLOWS_KEPT:
            self.overflows.append(text)
        own = _alignment(anchor)
        width = laid.width / self.scale
        if align is not None and align != own and max_width is not None:
            width = max_width
        block = self._block(laid, style, at, anchor, width)
        for index, (line, line_width) in enumerate(laid.lines):
            free = block.width * self.scale - line_width
            left = (
                block.x * self.scale + free * {"left": 0, "center": 0.5, "right": 1}[align or own]
            )
            baseline = (block.y + self._baseline(style, index)) * self.scale
            self._draw_line(surface, line, (left, baseline), style, colour, alpha)
        return block

    def _block(
        self, laid: _SetText, style: Style, at: tuple[float, float], anchor: Anchor, width: float
    ) -> pygame.FRect:
        block = pygame.FRect(0, 0, width, self.line_height(style) * len(laid.lines))
        if anchor.startswith("baseline"):
            side = {"left": 0.0, "center": 0.5, "right": 1.0}[_alignment(anchor)]
            block.topleft = (at[0] - width * side, at[1] - self._baseline(style, 0))
        else:
            setattr(block, anchor, at)
        return block

    def _baseline(self, style: Style, index: int) -> float:
        """From the top of the block to a line's baseline: capitals stand mid-pitch."""
        pitch = self.line_height(style)
        return pitch * index + (pitch + CAPITAL * style.size * self.text_factor) / 2

    def _draw_line(
        self,
        surface: pygame.Surface,
        line: Line,
        at: tuple[float, float],
        style: Style,
        colour: Colour,
        alpha: int,
    ) -> None:
        left, pixels = at[0], self._pixels(style)
        for run in line:
            role = BOLD_OF[style.role] if run.is_bold else style.role
            image = self._rendered(role, pixels, run.text, colour)
            top = round(at[1]) - self._font(role, pixels).get_ascent()
            if alpha < 255:
                image = image.copy()
                image.set_alpha(alpha)
            surface.blit(image, (round(left), top))
            left += self._width(role, pixels, run.text)

    def _pixels(self, style: Style) -> int:
        return max(1, round(style.size * self.scale * self.text_factor))

    def _font(self, role: Role, pixels: int) -> pygame.font.Font:
        font = self._fonts.get((role, pixels))
        if font is None:
            font = pygame.font.Font(str(self.folder / FILES[role]), pixels)
            self._fonts[role, pixels] = font
        return font

    def _width(self, role: Role, pixels: int, text: str) -> int:
        key = (role, pixels, text)
        width = self._widths.get(key)
        if width is None:
            words = [self._font(role, pixels).size(word)[0] for word in text.split(" ")]
            width = sum(words) + (len(words) - 1) * _space(pixels)
            self._widths[key] = width
            if len(self._widths) > 4 * CACHED_LAYOUTS:
                self._widths.popitem(last=False)
        return width

    def _rendered(self, role: Role, pixels: int, text: str, colour: Colour) -> pygame.Surface:
        key = (role, pixels, text, colour)
        image = self._surfaces.get(key)
        if image is None:
            image = self._surfaces[key] = self._rendered_words(role, pixels, text, colour)
            self._bytes += _size(image)
            while self._bytes > CACHED_BYTES and len(self._surfaces) > 1:
                self._bytes -= _size(self._surfaces.popitem(last=False)[1])
        else:
            self._surfaces.move_to_end(key)
        return image

    def _rendered_words(self, role: Role, pixels: int, text: str, colour: Colour) -> pygame.Surface:
        """Words set one by one: the font's own spaces are whole pixels, too narrow when small."""
        font = self._font(role, pixels)
        if " " not in text:
            return font.render(text, True, colour)
        size = (self._width(role, pixels, text), font.get_height())
        image = pygame.Surface(size, pygame.SRCALPHA)
        left = 0
        for word in text.split(" "):
            if word:
                image.blit(font.render(word, True, colour), (left, 0))
            left += font.size(word)[0] + _space(pixels)
        return image

    def _set(self, text: str, style: Style, max_width: float | None, lines: int | None) -> _SetText:
        pixels = self._pixels(style)
        room = None if max_width is None else max_width * self.scale
        key = (text, style.role, pixels, room, lines, self.language)
        laid = self._layouts.get(key)
        if laid is None:
            laid = self._layouts[key] = self._lay(text, style.role, pixels, room, lines)
            if len(self._layouts) > CACHED_LAYOUTS:
                self._layouts.popitem(last=False)
        return laid

    def _lay(
        self, text: str, role: Role, pixels: int, room: float | None, most: int | None
    ) -> _SetText:
        def width(runs: Sequence[Run]) -> int:
            return sum(
                self._width(BOLD_OF[role] if run.is_bold else role, pixels, self._shown(run.text))
                for run in runs
            )

        # Half a pixel of grace: a text measured in units and drawn into that width must not break.
        grace = None if room is None else room + 0.5
        rows = [line for part in text.split("\n") for line in broken(part, width, grace)]
        is_cut = most is not None and (
            len(rows) > most or (grace is not None and any(width(row) > grace for row in rows))
        )
        if is_cut:
            rows = _shortened(rows[:most], width, grace)
        shown = [tuple(Run(self._shown(run.text), run.is_bold) for run in row) for row in rows]
        widths = [width(row) for row in rows]
        return _SetText(tuple(zip(shown, widths, strict=True)), max(widths, default=0), is_cut)

    def _shown(self, text: str) -> str:
        if self.language == "zh":
            return TIGHT.sub(lambda mark: mark[0].translate(NARROW), text.replace("——", "⸺"))
        return text.translate(NARROW)


def _space(pixels: int) -> int:
    """Width of a space in whole pixels, so that all of a line are alike."""
    return max(LEAST_SPACE, round(SPACE * pixels))


def _shortened(rows: list[Line], width: Width, room: float | None) -> list[Line]:
    """The rows, the last one ending in an ellipsis that still fits."""
    text = "".join(run.text for run in rows[-1])
    is_bold = rows[-1][0].is_bold if rows[-1] else False
    while text and room is not None and width([Run(text + "…", is_bold)]) > room:
        text = text[:-1]
    return [*rows[:-1], (Run(text.rstrip() + "…", is_bold),)]


def _alignment(anchor: Anchor) -> Align:
    if anchor.endswith("right"):
        return "right"
    if anchor.endswith("left") or anchor == "baseline":
        return "left"
    return "center"


def _size(image: pygame.Surface) -> int:
    return image.get_width() * image.get_height() * 4
