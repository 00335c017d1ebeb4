"""Fences around the child: how much memory it may take, and that it dies with its parent."""

import contextlib
import sys

from desktop.work import windows_job


def limit_own_memory(limit_bytes: int) -> None:
    """Let allocations above `limit_bytes` of address space fail with MemoryError.

    POSIX only; on Windows the parent's `Fence` does it.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is no such module on Windows

        # macOS knows the limit and refuses to set it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, limit_bytes))


class Fence:
    """Held by the parent around one child for as long as the child may live.

    On Windows a job object: closing it, also by the death of the parent, ends the child.
    Elsewhere the child watches its pipe and needs no fence.
    """

    def __init__(self, process_id: int, limit_bytes: int) -> None:
        self._job: int | None = None
        if sys.platform == "win32":
            self._job = windows_job.enclose(process_id, limit_bytes)

    def close(self) -> None:
        """Take the fence away, and with it the child."""
        if sys.platform == "win32" and self._job is not None:
            windows_job.release(self._job)
            self._job = None
