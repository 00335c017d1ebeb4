"""`homeward`: the same use cases without a window. Loads Qt only to open the window.

Exit codes: 0 fine, 1 done but with problems to look at, 2 wrong use, 3 refused,
4 the surroundings (disk, database, network) or the program itself fail.
"""

import sys
from collections.abc import Sequence

from desktop.cli.streams import ready_streams
from desktop.cli.window import open_window


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is given; returns the exit code."""
    ready_streams()
    given = sys.argv[1:] if argv is None else list(argv)
    if not given:
        # Whoever only wants the window does not wait for the commands.
        return open_window()
    from desktop.cli.runner import run  # noqa: PLC0415

    return run(given)
