"""Colours, type, spacing and timing of the game. No other module holds a token.

Positions and sizes are in units: 1/1280 by 1/720 of the smallest comfortable window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Colour: TypeAlias = str
"""A colour as ``#rrggbb``."""

INK: Final = "#1f2a37"
PAPER: Final = "#f7f2e8"
PAPER_LIGHT: Final = "#fffdf8"
LINE: Final = "#ddd3c0"
MUTE: Final = "#6f6a5e"
SLATE: Final = "#4a6274"
NIGHT: Final = "#16222d"
RED: Final = "#c8452d"
RED_DARK: Final = "#8f2c1c"
JADE: Final = "#2f8f7e"
GOLD: Final = "#d99a2b"
BAMBOO: Final = "#5b3a22"
WHITE: Final = "#ffffff"

MUTE_TEXT: Final = "#645e53"
"""Quiet text that also holds on sand and on the tints."""
RED_TEXT: Final = "#b23a24"
JADE_TEXT: Final = "#1d6c5e"
GOLD_TEXT: Final = "#85560b"
INK_SOFT: Final = "#3d4652"
"""Running text."""

SAND: Final = "#f3eadc"
"""Pills and quiet tiles on paper."""
TRACK: Final = "#e6dcc9"
"""The empty part of a slider or a bar."""
CONTROL_LINE: Final = "#948a76"
"""Outlines of controls, which must stand 3:1 from paper."""
JADE_TINT: Final = "#e3efe9"
GOLD_TINT: Final = "#faefd9"
RED_TINT: Final = "#fae6dd"
TAUPE: Final = "#b9ad97"
HOVER: Final = "#f9f4ea"
PRESSED: Final = "#efe6d6"
INK_HOVER: Final = "#2d3b4b"
FOCUS: Final = "#b9790d"
"""The ring around what has the focus: gold, dark enough to stand 3:1 from paper and from night."""
VEIL: Final = NIGHT
"""Laid over a screen under an overlay, at ``VEIL_ALPHA``."""
VEIL_ALPHA: Final = 150

Role: TypeAlias = Literal["serif-bold", "sans", "sans-bold"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set: role, size in units, line pitch as a multiple of the size."""

    role: Role
    size: int
    leading: float = 1.4


DISPLAY: Final = Style("serif-bold", 44, 1.25)
HEADLINE: Final = Style("serif-bold", 36, 1.25)
TITLE: Final = Style("serif-bold", 28, 1.3)
HEADING: Final = Style("serif-bold", 22, 1.3)
NUMBER: Final = TITLE
"""Numbers that matter."""
SUBHEAD: Final = Style("sans-bold", 18)
BODY: Final = Style("sans", 18)
LABEL: Final = Style("sans-bold", 16)
TEXT: Final = Style("sans", 16)
NOTE: Final = Style("sans", 14)
NOTE_BOLD: Final = Style("sans-bold", 14)

TYPE_SCALE: Final = (14, 16, 18, 22, 28, 36, 44)
STYLES: Final = (DISPLAY, HEADLINE, TITLE, HEADING, SUBHEAD, BODY, LABEL, TEXT, NOTE, NOTE_BOLD)

SPACE: Final = 4
"""Everything is spaced in steps of this."""
MARGIN: Final = 28
"""Inner margin of a card."""
GUTTER: Final = 20
"""Between cards."""
EDGE: Final = 40
"""Between cards and the window."""
CARD_RADIUS: Final = 18
BUTTON_RADIUS: Final = 12
BUTTON_HEIGHT: Final = 40
FOCUS_WIDTH: Final = 3
LINE_WIDTH: Final = 1.5

UNITS_WIDE: Final = 1280
UNITS_HIGH: Final = 720
SMALLEST_WINDOW: Final = (1024, 600)

TEXT_FACTORS: Final = (1.0, 1.25, 1.5, 1.75, 2.0)
CARD_SECONDS: Final = 0.2
UMBRELLA_SECONDS: Final = 0.4
YEAR_SECONDS: Final = 0.6

ON_PAPER: Final = (PAPER, PAPER_LIGHT, WHITE, HOVER)
ON_TINTS: Final = (*ON_PAPER, SAND, JADE_TINT, GOLD_TINT, RED_TINT, PRESSED)

TEXT_PAIRS: Final[tuple[tuple[Colour, Colour], ...]] = (
    *((colour, ground) for colour in (INK, INK_SOFT, MUTE_TEXT) for ground in (*ON_TINTS, TRACK)),
    *((colour, ground) for colour in (RED_TEXT, JADE_TEXT, GOLD_TEXT) for ground in ON_TINTS),
    *((MUTE, ground) for ground in ON_PAPER),
    *((colour, ground) for colour in (PAPER, PAPER_LIGHT) for ground in (INK, INK_HOVER, NIGHT)),
    *((PAPER_LIGHT, ground) for ground in (SLATE, RED_TEXT, RED_DARK, JADE_TEXT, BAMBOO)),
    (INK, GOLD),
)
"""Every (text, background) that may meet on a screen; each has a contrast of at least 4.5:1."""

CONTROL_PAIRS: Final[tuple[tuple[Colour, Colour], ...]] = (
    *((CONTROL_LINE, ground) for ground in ON_PAPER),
    *((RED_TEXT, ground) for ground in ON_PAPER),
    *((FOCUS, ground) for ground in (*ON_PAPER, NIGHT)),
)
"""Outlines and marks against what they lie on; each at least 3:1."""


def rgb(colour: Colour) -> tuple[int, int, int]:
    """The red, green and blue of ``#rrggbb``, 0–255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1–21 (WCAG 2.2, relative luminance)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with ``share`` (0–1) of ``other`` mixed in."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: Colour) -> float:
    channels = [part / 255 for part in rgb(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
