"""How this game was started, so that what it tells to type can be typed."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def program() -> str:
    """``python3 main.py``, or the installed command."""
    name = Path(sys.argv[0]).name if sys.argv else ""
    if name == "main.py":
        return "py main.py" if os.name == "nt" else "python3 main.py"
    return "before-the-rain"
