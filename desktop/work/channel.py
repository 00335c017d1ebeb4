"""Messages between the program and its child: pickles with their length before them."""

import pickle
import struct
from dataclasses import dataclass
from typing import IO

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True)
class Setup:
    """First message to the child."""

    sys_path: tuple[str, ...]
    memory_limit_bytes: int


@dataclass(frozen=True)
class Order:
    """One task; `call` is the pickle of the task and its arguments."""

    call: bytes
    time_limit_s: float


@dataclass(frozen=True)
class Started:
    """The child has taken an order up; a death before it is not the task's doing."""


@dataclass(frozen=True)
class Report:
    """How far the task has come."""

    done: int
    total: int
    text_code: str


@dataclass(frozen=True)
class Answer:
    """End of a task that went well; its result is `from_pieces(pieces)`."""

    pieces: tuple[bytes, ...]


@dataclass(frozen=True)
class KnownError:
    """End of a task that raised an `AppError`; `error` is its pickle."""

    error: bytes


@dataclass(frozen=True)
class OutOfMemory:
    """End of a task that wanted more memory than it may have."""


@dataclass(frozen=True)
class Failure:
    """End of a task that raised anything else."""

    kind: str
    trace: str


LastMessage = Answer | KnownError | OutOfMemory | Failure
FromChild = Started | Report | LastMessage


def send(stream: IO[bytes], message: object) -> None:
    """Write one message. Raises OSError when nobody reads any more."""
    data = pickle.dumps(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Next message. Raises EOFError when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - only our own process is at the other end
