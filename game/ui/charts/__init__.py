"""Charts: the nine-rib umbrella, the ribbon of a life, bars and tokens."""

from game.ui.charts.bars import Bar, BarChart
from game.ui.charts.month import MonthBar, Slice
from game.ui.charts.ribbon import Ribbon
from game.ui.charts.sparkline import draw_sparkline
from game.ui.charts.tokens import draw_tokens
from game.ui.charts.umbrella import RibPicture, UmbrellaChart

__all__ = [
    "Bar", "BarChart", "MonthBar", "RibPicture", "Ribbon", "Slice", "UmbrellaChart",
    "draw_sparkline", "draw_tokens",
]  # fmt: skip
