"""Charts: the nine-rib umbrella, the ribbon of a life, fans, lines, bars and tokens."""

from game.ui.charts.bars import Bar, BarChart
from game.ui.charts.fan import Fan, FanChart
from game.ui.charts.month import MonthBar, Slice
from game.ui.charts.ribbon import Ribbon
from game.ui.charts.sparkline import draw_sparkline
from game.ui.charts.spread import SpreadChart
from game.ui.charts.tokens import draw_tokens
from game.ui.charts.umbrella import RibPicture, UmbrellaChart
from game.ui.charts.wealth import WealthChart, WealthLine

__all__ = [
    "Bar", "BarChart", "Fan", "FanChart", "MonthBar", "RibPicture", "Ribbon", "Slice",
    "SpreadChart", "UmbrellaChart", "WealthChart", "WealthLine", "draw_sparkline", "draw_tokens",
]  # fmt: skip
