"""Tasks for the tests of the workers; a child process imports them from here."""

import os
import signal
import socket
import sys
import threading
from pathlib import Path

from desktop.errors import Cancelled, Conflict, UserError
from desktop.work import Progress


def add(first: int, second: int) -> int:
    return first + second


def process_id() -> int:
    return os.getpid()


def loaded_packages() -> set[str]:
    return {name.split(".")[0] for name in sys.modules}


def measure(data: bytes) -> tuple[int, bytes]:
    return len(data), data[::-1]


def count_to(total: int, report_progress: Progress) -> int:
    for done in range(1, total + 1):
        report_progress(done, total, "test.counting")
    return total


def refuse(sheet: str) -> None:
    raise UserError("intake.no_header", sheet=sheet)


def refuse_with_a_lock() -> None:
    raise Conflict("people.changed", lock=threading.Lock(), n=1)


def stop() -> None:
    raise Cancelled


def fall(name: str) -> None:
    raise ValueError(f"cannot read {name}")


def leave() -> None:
    sys.exit(3)


def answer_a_lock() -> object:
    return threading.Lock()


class Stubborn:
    """Can be pickled and not be read again."""

    def __reduce__(self) -> tuple[object, ...]:
        return (fall, ("Zzyzxquist",))


def answer_stubborn() -> Stubborn:
    return Stubborn()


def chatter() -> str:
    sys.stdout.write("to the output\n")
    sys.stdout.flush()
    os.write(1, b"\x00" * 100)
    return "said"


def read_input() -> bytes:
    return os.read(0, 10)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def take_memory(size_bytes: int) -> int:
    return len(bytearray(size_bytes))


def hold(port: int) -> None:
    """Tell whoever listens that we are at work, and never come back."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(str(os.getpid()).encode().ljust(16))
        line.recv(1)


def enter_and_leave(path: str, name: str) -> None:
    log = Path(path)
    with log.open("a") as file:
        file.write(f"enter {name}\n")
    sum(range(200_000))
    with log.open("a") as file:
        file.write(f"leave {name}\n")
