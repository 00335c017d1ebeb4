"""The child's side: takes one order after the other until its parent goes.

It is started as a program of its own, not by `multiprocessing`: that would import the
parent's main module, with Qt in it, and would start the launcher of an installed program as
if it were an interpreter.
"""

import contextlib
import faulthandler
import os
import pickle
import signal
import sys
import threading
from queue import SimpleQueue
from typing import IO

from desktop.errors import AppError
from desktop.log import describe
from desktop.work.channel import (
    Answer,
    Failure,
    KnownError,
    LastMessage,
    Order,
    OutOfMemory,
    Report,
    Setup,
    Started,
    receive,
    send,
)
from desktop.work.limits import limit_own_memory
from desktop.work.pieces import in_pieces
from desktop.work.tasks import Throttle, call

FLAG = "--work-child"
GRACE_S = 10.0
"""How long after its time the child ends itself if the parent did not end it."""


def freeze_support() -> None:
    """Become the child where the launcher of an installed program was asked to.

    Every `main` calls this first, before it imports Qt; in a child it does not return.
    """
    if sys.argv[1:2] == [FLAG]:
        main()


def main() -> None:
    """Work until the parent closes the pipe or dies; never returns."""
    orders, answers = _take_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox: SimpleQueue[Order] = SimpleQueue()
    with contextlib.suppress(EOFError, OSError):
        setup = receive(orders)
        if isinstance(setup, Setup):
            sys.path.extend(path for path in setup.sys_path if path not in sys.path)
            limit_own_memory(setup.memory_limit_bytes)
            threading.Thread(target=_listen, args=(orders, inbox), daemon=True).start()
            while True:
                _obey(inbox.get(), answers)
    os._exit(0)


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for ourselves: what a library prints must not get in between."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return orders, answers


def _listen(orders: IO[bytes], inbox: SimpleQueue[Order]) -> None:
    """Hand orders on; the end of the pipe is the end of the parent, whatever we are doing."""
    with contextlib.suppress(EOFError, OSError):
        while isinstance(order := receive(orders), Order):
            inbox.put(order)
    os._exit(0)


def _obey(order: Order, answers: IO[bytes]) -> None:
    send(answers, Started())
    report = Throttle(lambda done, total, code: send(answers, Report(done, total, code)))
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - Path cannot open "nul" on Windows
        # A library that never gives the interpreter back cannot hold up this clock.
        faulthandler.dump_traceback_later(order.time_limit_s + GRACE_S, exit=True, file=nothing)
        try:
            answer = _result(order, report)
        finally:
            faulthandler.cancel_dump_traceback_later()
    send(answers, answer)


def _result(order: Order, report: Throttle) -> LastMessage:
    try:
        task, args = pickle.loads(order.call)  # noqa: S301 - our own process made it
        return Answer(in_pieces(call(task, args, report)))
    except AppError as error:
        return KnownError(_pickled(error))
    except MemoryError:
        return OutOfMemory()
    except (Exception, SystemExit) as error:
        return Failure(type(error).__name__, describe(error))


def _pickled(error: AppError) -> bytes:
    """`error` for the way home; a parameter that cannot travel goes as its text."""
    try:
        return pickle.dumps(error)
    except Exception:
        texts = {key: str(value) for key, value in error.params.items()}
        return pickle.dumps(type(error)(error.code, **texts))
