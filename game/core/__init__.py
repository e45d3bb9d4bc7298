"""Nouns every layer shares: text, errors, source places, arrays, a life, chance."""
