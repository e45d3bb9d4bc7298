"""How quick the game is, run by hand: ``python -m benchmarks``."""
