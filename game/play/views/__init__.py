"""What a screen is shown of a life: plain values and texts in both languages, nothing to compute.

Money is in yuan of the start year at today's wage level. A screen never reads the engine.
"""

from game.play.views.card import BillView, CardView, OptionView, PayerView, PriceParts, ResultView
from game.play.views.figure import FigureView
from game.play.views.life import (
    BandView,
    LifeView,
    MarkView,
    PlanLine,
    PlanSummary,
    RibbonView,
    RibView,
    Stage,
    UmbrellaView,
    YearView,
)
from game.play.views.plan import MonthSlice, OutlookView, PlanView, SchemeTile
from game.play.views.review import ComparisonView, PartView, ReviewView, StormView

__all__ = [
    "BandView",
    "BillView",
    "CardView",
    "ComparisonView",
    "FigureView",
    "LifeView",
    "MarkView",
    "MonthSlice",
    "OptionView",
    "OutlookView",
    "PartView",
    "PayerView",
    "PlanLine",
    "PlanSummary",
    "PlanView",
    "PriceParts",
    "ResultView",
    "ReviewView",
    "RibView",
    "RibbonView",
    "SchemeTile",
    "Stage",
    "StormView",
    "UmbrellaView",
    "YearView",
]
