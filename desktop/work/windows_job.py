"""Windows job objects: a memory limit for the child, and its end with ours.

Source: Microsoft, "Job Objects" and JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

import ctypes
import sys
from typing import ClassVar

_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
_PROCESS_TERMINATE = 0x0001
_PROCESS_SET_QUOTA = 0x0100


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_: ClassVar = [
        ("per_process_user_time_limit", ctypes.c_int64),
        ("per_job_user_time_limit", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set_size", ctypes.c_size_t),
        ("maximum_working_set_size", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters are IO_COUNTERS."""

    _fields_: ClassVar = [
        ("basic", BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory_used", ctypes.c_size_t),
        ("peak_job_memory_used", ctypes.c_size_t),
    ]


def limits(limit_bytes: int) -> ExtendedLimits:
    """At most `limit_bytes` of committed memory, and death when the job is closed."""
    wanted = ExtendedLimits()
    wanted.basic.limit_flags = _LIMIT_PROCESS_MEMORY | _LIMIT_KILL_ON_JOB_CLOSE
    wanted.process_memory_limit = limit_bytes
    return wanted


if sys.platform == "win32":
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.argtypes = [wintypes.LPVOID, wintypes.LPCWSTR]
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = [
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    ]
    _kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]

    def enclose(process_id: int, limit_bytes: int) -> int | None:
        """Put the process into a job of its own and answer the job's handle.

        None where the system refuses; the child then works without a limit and still ends
        when its pipe does.
        """
        job: int | None = _kernel.CreateJobObjectW(None, None)
        if job is None:
            return None
        wanted = limits(limit_bytes)
        rights = _PROCESS_SET_QUOTA | _PROCESS_TERMINATE
        process: int | None = _kernel.OpenProcess(rights, False, process_id)
        enclosed = (
            process is not None
            and _kernel.SetInformationJobObject(
                job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
            )
            and _kernel.AssignProcessToJobObject(job, process)
        )
        if process is not None:
            _kernel.CloseHandle(process)
        if enclosed:
            return job
        release(job)
        return None

    def release(job: int) -> None:
        """Close the job; whatever still runs in it ends."""
        _kernel.CloseHandle(job)
