"""Before the Rain · 未雨绸缪: one working life, and the insurance one may choose in it."""

__version__ = "0.2.0"
