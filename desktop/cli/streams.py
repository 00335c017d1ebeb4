"""Where output goes."""

import os
import sys


def ready_streams() -> None:
    """Let output go where there is any, with every letter, whatever the console's code page.

    A windowed program of Windows that nobody listens to has no streams at all.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nothing = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - "nul"
            setattr(sys, name, nothing)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
