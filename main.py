# -*- coding: utf-8 -*-
"""Starts the game from a checkout: in this Python, if all it needs is there, else in a Python
environment of its own, which is made the first time.

This file is written so that Pythons too old for the game can read it and say so. What it imports
of the game before the environment is there needs only the standard library.
"""

from __future__ import print_function

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
OLDEST = (3, 11)
TOO_OLD = """The game needs Python 3.11 or newer, this is {0}. Install one from python.org first.
游戏需要 Python 3.11 或更新版本，当前是 {0}。请到 python.org 安装新版本，再用它启动。"""


def main(arguments):
    """Run the game, one of its commands, or with ``test`` its tests.

    Args:
        arguments: the command line, without the program.

    Returns:
        The exit code.
    """
    if sys.version_info < OLDEST:
        print(TOO_OLD.format("{0}.{1}".format(*sys.version_info)), file=sys.stderr)
        return 2
    from game.cli import environment

    is_test = arguments[:1] == ["test"]
    wanted = environment.requirements(ROOT, is_test)
    if not environment.is_installed(wanted):
        folder = environment.ready(ROOT, wanted)
        if folder is None:
            from game.cli import saying, setup

            try:
                folder = setup.prepared(ROOT, wanted)
            except saying.SetupError as error:
                saying.say(error.message)
                return 2
        return environment.run_in(folder, [os.path.join(ROOT, "main.py")] + arguments)
    if is_test:
        import pytest

        os.chdir(ROOT)
        return int(pytest.main(arguments[1:]))
    from game.__main__ import main as run

    return run(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
