"""Log files for whoever maintains the program, without the data of the people in it.

A record says what happened to which id, never to whom. What a text could smuggle in is cut
off here, for every logger: the message of an exception, the parameters of an `AppError` and
the values that a library puts into its own messages. Formats like `%s` belong in the call
(`logger.info("imported %d rows", n)`) with ids and counts as arguments.
"""

import contextlib
import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from desktop.errors import AppError

FILE_SIZE_BYTES = 1_000_000
FILE_COUNT = 5
OUR_LOGGERS = ("desktop", "reports")
FAULTS = "faults.log"

logger = logging.getLogger(__name__)

_job: ContextVar[str] = ContextVar("job", default="-")
_fault_file: IO[bytes] | None = None


def configure(log_dir: Path, *, program: str = "homeward", level: int = logging.INFO) -> bool:
    """Write `program`.log in `log_dir` and log whatever nobody catches.

    Answers False, and lets the program run without files, where the folder cannot be written.
    The command line passes a `program` of its own: two processes must not rotate one file.
    """
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _PrivateFile)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.WARNING)
    for name in OUR_LOGGERS:
        logging.getLogger(name).setLevel(level)
    _catch_the_uncaught()
    try:
        log_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        root.addHandler(_PrivateFile(log_dir / f"{program}.log"))
        _open_fault_file(log_dir / FAULTS)
    except OSError:
        return False
    return True


def take_faults(log_dir: Path) -> str:
    """What the interpreter left when it died last time; it is told once. Call before `configure`.

    It holds names of functions and line numbers only.
    """
    path = log_dir / FAULTS
    try:
        text = path.read_text("utf-8", errors="replace")
        if text:
            path.write_bytes(b"")
    except OSError:
        return ""
    return text


@contextlib.contextmanager
def job(job_id: str) -> Iterator[None]:
    """Put `job_id` on every record that this thread logs inside the block."""
    token = _job.set(job_id)
    try:
        yield
    finally:
        _job.reset(token)


def describe(error: BaseException) -> str:
    """Exception with its causes and its way through the program, without any value.

    This is the text for the log and for a crash report that an officer may pass on.
    """
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        lines = [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
        parts.append("\n".join([*lines, label(current)]))
        cause = current.__cause__
        current = cause if cause or current.__suppress_context__ else current.__context__
    return "\n--- led to ---\n".join(reversed(parts))


def label(error: BaseException) -> str:
    """Kind of an exception, with the code of an `AppError`, the number of a system error."""
    kind = type(error).__name__
    if isinstance(error, AppError):
        return f"{kind} {error.code}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{kind} errno {error.errno}"
    return kind


class _PrivateFile(RotatingFileHandler):
    """Rotating file in UTF-8 that only scrubbed records reach."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=FILE_SIZE_BYTES, backupCount=FILE_COUNT - 1, encoding="utf-8"
        )
        formatter = logging.Formatter(
            "%(asctime)s.%(msecs)03dZ %(levelname)s [%(job)s] %(name)s: %(message)s",
            "%Y-%m-%dT%H:%M:%S",
        )
        formatter.converter = time.gmtime
        self.setFormatter(formatter)

    def format(self, record: logging.LogRecord) -> str:
        return super().format(_scrubbed(record))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A full disk stops no work, and the record is not printed instead."""


def _scrubbed(record: logging.LogRecord) -> logging.LogRecord:
    """Copy of `record` without values; other handlers keep the record as it is."""
    clean = logging.makeLogRecord(record.__dict__)
    clean.job = _job.get()
    error = record.exc_info[1] if record.exc_info else None
    clean.exc_info = None
    clean.exc_text = describe(error) if error else None
    if record.name.split(".")[0] in OUR_LOGGERS:
        clean.msg = _without_errors(record.msg)
        if isinstance(record.args, tuple):
            clean.args = tuple(_without_errors(value) for value in record.args)
        elif record.args:
            clean.args = {key: _without_errors(value) for key, value in record.args.items()}
    else:
        # A library's format is its own text; what it fills in, or builds itself, may be data.
        place = f"{record.filename}:{record.lineno}"
        clean.msg = f"{record.msg} ({place})" if record.args else place
        clean.args = ()
    return clean


def _without_errors(value: object) -> object:
    return label(value) if isinstance(value, BaseException) else value


def _catch_the_uncaught() -> None:
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    sys.unraisablehook = _on_unraisable


def _on_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logger.critical("uncaught", exc_info=(kind, error, trace))
    if sys.stderr is not None:
        sys.stderr.write(describe(error.with_traceback(trace)) + "\n")


def _on_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        _on_uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _on_unraisable(args: "sys.UnraisableHookArgs") -> None:
    if args.exc_value is not None:
        logger.error("unraisable %s", args.exc_value)


def _open_fault_file(path: Path) -> None:
    global _fault_file
    previous, _fault_file = _fault_file, path.open("ab")
    faulthandler.enable(_fault_file)
    if previous is not None:
        previous.close()
