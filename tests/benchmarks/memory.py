"""The highest memory of a process and of the programs that it ran."""

import sys
from pathlib import Path

_MB = 1024 * 1024


def peak_mb() -> float:
    """Highest resident memory of this process, or of a program that it waited for, in MB."""
    return max(_own_peak(), _peak_of_programs()) / _MB


def _own_peak() -> int:
    if sys.platform == "win32":
        import psutil  # type: ignore[import-untyped]  # noqa: PLC0415

        return int(psutil.Process().memory_info().peak_wset)
    status = Path("/proc/self/status")
    if status.exists():
        # Where there is one: `getrusage` also counts the process that started this one.
        lines = (line.split() for line in status.read_text("ascii").splitlines())
        return next(int(words[1]) * 1024 for words in lines if words[0] == "VmHWM:")
    return _usage_in_bytes(children=False)


def _peak_of_programs() -> int:
    return 0 if sys.platform == "win32" else _usage_in_bytes(children=True)


def _usage_in_bytes(*, children: bool) -> int:
    import resource  # noqa: PLC0415 - not on Windows

    who = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss * unit
