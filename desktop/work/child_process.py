"""One child as its parent holds it: the process, its pipes and its fence."""

import contextlib
import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, cast

from desktop.work import child
from desktop.work.channel import FromChild, Order, Setup, receive, send
from desktop.work.limits import Fence

logger = logging.getLogger(__name__)

if sys.platform == "win32":
    NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    NO_WINDOW = 0
GOODBYE_S = 2.0
"""How long a child that was asked to go may take."""


class Died(Exception):
    """The child is gone."""


class ChildProcess:
    """A running child. Not for several threads at once, except `kill`."""

    def __init__(self, command: Sequence[str], memory_limit_bytes: int) -> None:
        """Start it. Raises OSError where the system starts no process."""
        self._process = subprocess.Popen(  # noqa: S603 - the command is our own interpreter
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=NO_WINDOW,
        )
        self._fence = Fence(self._process.pid, memory_limit_bytes)
        self._inbox: SimpleQueue[FromChild | None] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="work-child", daemon=True)
        self._reader.start()
        with contextlib.suppress(Died):
            self._send(Setup(tuple(sys.path), memory_limit_bytes))

    @property
    def process_id(self) -> int:
        """Number that the operating system gave it."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether it can take an order, as far as is known."""
        return self._process.poll() is None

    def give(self, order: Order) -> None:
        """Hand it a task. Raises Died."""
        self._send(order)

    def next_message(self, timeout_s: float) -> FromChild | None:
        """What it says next, or None when it says nothing for `timeout_s`. Raises Died."""
        try:
            message = self._inbox.get(timeout=timeout_s)
        except Empty:
            return None
        if message is None:
            raise Died
        return message

    def kill(self) -> None:
        """End it at once, whatever it is doing, and leave nothing behind."""
        self._process.kill()
        self._clear_up()

    def stop(self) -> None:
        """Let it go by itself, or else end it."""
        with contextlib.suppress(OSError):
            self._to_child().close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(GOODBYE_S)
        self.kill()

    def _send(self, message: object) -> None:
        try:
            send(self._to_child(), message)
        except OSError as error:
            raise Died from error

    def _to_child(self) -> IO[bytes]:
        return cast(IO[bytes], self._process.stdin)

    def _read(self) -> None:
        """Runs in a thread of its own: pipes cannot be waited for with a time limit."""
        stream = cast(IO[bytes], self._process.stdout)
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._inbox.put(cast(FromChild, receive(stream)))
        self._inbox.put(None)

    def _clear_up(self) -> None:
        code = self._process.wait()
        self._fence.close()
        self._reader.join(GOODBYE_S)
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast(IO[bytes], stream).close()
        logger.debug("child %d ended with %d", self._process.pid, code)


def usual_command() -> list[str]:
    """How a child of this very program is started, installed or from its source.

    A launcher that is no interpreter brings one in the folder `runtime` beside it: the child
    then does not depend on how the launcher hands pipes and arguments on. A launcher without
    one is asked to become the child itself.
    """
    interpreter = _interpreter()
    if interpreter is None:
        return [sys.executable, child.FLAG]
    folder = str(Path(__file__).resolve().parents[2])
    start = "import sys; sys.path.insert(0, sys.argv[1]); from desktop.work import child; "
    return [str(interpreter), "-P", "-X", "utf8", "-c", start + "child.main()", folder]


def _interpreter() -> Path | None:
    """The interpreter that runs this program, or the one that its launcher brings."""
    running = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return None
    if running.stem.lower().startswith("python"):
        return running
    # Without a console of its own before the one that would open one.
    brought = (running.parent / "runtime" / name for name in ("pythonw.exe", "python.exe"))
    return next((path for path in brought if path.is_file()), None)
