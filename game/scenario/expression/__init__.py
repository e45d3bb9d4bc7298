"""Conditions and amounts: our own grammar, checked for units, compiled to array closures."""

from game.scenario.expression.checking import (
    Compiled,
    SlotRules,
    compile_expression,
)
from game.scenario.expression.streams import Streams
from game.scenario.expression.vocabulary import Vocabulary

__all__ = ["Compiled", "SlotRules", "Streams", "Vocabulary", "compile_expression"]
