"""The game's own small set of widgets: keyboard and mouse alike, visible focus, any text size."""

from game.ui.widgets.base import Chosen, Moved, Pressed, Signal, Switched, Widget
from game.ui.widgets.bubble import draw_bubble
from game.ui.widgets.buttons import Button, ChoiceButton, IconButton
from game.ui.widgets.choices import Segmented, TabRow, Tile
from game.ui.widgets.ring import Outcome, Ring
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.sliders import Slider, Stepper
from game.ui.widgets.spots import HotSpot
from game.ui.widgets.toggle import CheckRow, Toggle

__all__ = [
    "Button", "CheckRow", "ChoiceButton", "Chosen", "HotSpot", "IconButton", "Moved", "Outcome",
    "Pressed", "Ring", "ScrollArea", "Segmented", "Signal", "Slider", "Stepper", "Switched",
    "TabRow", "Tile", "Toggle", "Widget", "draw_bubble",
]  # fmt: skip
