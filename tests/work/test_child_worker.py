"""What only a child process can do: die, be killed, be fenced in."""

import ctypes
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sample_tasks as tasks

from desktop.errors import Cancelled, Unavailable
from desktop.messages.work import SENTENCES
from desktop.work import ChildWorker, WorkerFailure, windows_job
from desktop.work.channel import Order, Started
from desktop.work.child import GRACE_S
from desktop.work.child_process import ChildProcess, Died, usual_command

ROOT = Path(__file__).parents[2]


@pytest.fixture
def worker():
    with ChildWorker() as made:
        yield made


@pytest.fixture
def server():
    with socket.create_server(("127.0.0.1", 0)) as made:
        made.settimeout(30)
        yield made


def port(server: socket.socket) -> int:
    return server.getsockname()[1]


def accept(server: socket.socket) -> tuple[socket.socket, int]:
    """Connection and process id of a task that has begun to hold."""
    line, _ = server.accept()
    line.settimeout(30)
    return line, int(line.recv(16))


def has_ended(line: socket.socket) -> bool:
    """Wait for the end of the process at the other end of the line."""
    try:
        return line.recv(1) == b""
    except ConnectionResetError:
        return True


def assert_gone(process_id: int) -> None:
    """No process and no zombie either."""
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)


def test_the_child_is_another_process_and_stays_warm(worker):
    first = worker.run(tasks.process_id)
    assert first != os.getpid()
    assert worker.run(tasks.process_id) == first


def test_it_starts_with_the_first_task_and_can_be_warmed_up():
    with ChildWorker() as worker:
        assert worker._child is None
        worker.warm_up()
        assert worker._child is not None
        assert worker.run(tasks.process_id) == worker._child.process_id


def test_it_loads_no_window_and_no_database(worker):
    loaded = worker.run(tasks.loaded_packages)
    assert not {"PySide6", "sqlalchemy", "reportlab", "openpyxl", "multiprocessing"} & loaded


def test_a_killed_idle_child_is_replaced_without_a_word(worker):
    first = worker.run(tasks.process_id)
    os.kill(first, signal.SIGKILL)
    second = worker.run(tasks.process_id)
    assert second != first
    assert_gone(first)


def test_a_child_that_dies_at_work_is_said_and_replaced(worker):
    first = worker.run(tasks.process_id)
    with pytest.raises(Unavailable) as caught:
        worker.run(tasks.die)
    assert caught.value.code == "work.died"
    assert_gone(first)
    assert worker.run(tasks.add, 1, 2) == 3


def test_cancelling_kills_the_child(worker, server):
    held = []

    def cancelled() -> bool:
        """Wanted as soon as the task is at work."""
        if select.select([server], [], [], 0)[0]:
            held.append(accept(server))
        return bool(held)

    with pytest.raises(Cancelled):
        worker.run(tasks.hold, port(server), cancelled=cancelled)
    line, process_id = held[0]
    assert has_ended(line)
    assert_gone(process_id)
    line.close()
    assert worker.run(tasks.add, 1, 2) == 3


def test_the_child_ends_itself_when_nobody_ends_it(server):
    order = Order(pickle.dumps((tasks.hold, (port(server),))), 0.2 - GRACE_S)
    child = ChildProcess(usual_command(), 2**30)
    child.give(order)
    assert isinstance(child.next_message(30), Started)
    with pytest.raises(Died):
        child.next_message(30)
    child.kill()


def test_a_task_that_takes_too_long_is_stopped(worker):
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(Unavailable) as caught:
        worker.run(tasks.hold, port(server), time_limit_s=0.5)
    assert caught.value.code == "work.too_long"
    assert worker.run(tasks.add, 1, 2) == 3


def test_a_task_that_takes_too_much_memory_is_stopped(worker):
    with pytest.raises(Unavailable) as caught:
        worker.run(tasks.take_memory, 2 * 1024**3)
    assert caught.value.code == "work.too_large"
    assert worker.run(tasks.take_memory, 10_000_000) == 10_000_000


def test_a_smaller_limit_of_memory_counts():
    with ChildWorker(memory_limit_mb=300) as worker:
        with pytest.raises(Unavailable) as caught:
            worker.run(tasks.take_memory, 400_000_000)
        assert caught.value.code == "work.too_large"
        assert worker.run(tasks.take_memory, 20_000_000) == 20_000_000


@pytest.mark.parametrize("task", [tasks.answer_a_lock, tasks.answer_stubborn])
def test_a_result_that_cannot_travel_is_a_bug(worker, task):
    with pytest.raises(WorkerFailure) as caught:
        worker.run(task)
    assert "Zzyzxquist" not in str(caught.value)
    assert worker.run(tasks.add, 1, 2) == 3


def test_a_task_that_cannot_travel_is_a_bug(worker):
    with pytest.raises(WorkerFailure):
        worker.run(lambda: 1)
    with pytest.raises(WorkerFailure):
        worker.run(tasks.measure, threading.Lock())
    assert worker.run(tasks.add, 1, 2) == 3


def test_what_a_library_prints_does_not_get_in_between(worker):
    assert worker.run(tasks.chatter) == "said"
    assert worker.run(tasks.read_input) == b""
    assert worker.run(tasks.add, 1, 2) == 3


def test_tasks_of_many_threads_run_one_after_the_other(worker, tmp_path):
    log = tmp_path / "log"
    threads = [
        threading.Thread(target=worker.run, args=(tasks.enter_and_leave, str(log), str(n)))
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = log.read_text().split("\n")[:-1]
    assert len(lines) == 12
    for enter, leave in zip(lines[::2], lines[1::2], strict=True):
        assert enter.split() == ["enter", leave.split()[1]]


def test_waiting_for_a_turn_can_be_cancelled(worker, server):
    holder = threading.Thread(target=run_until_closed, args=(worker, port(server)))
    holder.start()
    line, _ = accept(server)
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        worker.run(tasks.add, 1, 2, cancelled=lambda: next(asked))
    worker.close()
    holder.join()
    line.close()


def run_until_closed(worker: ChildWorker, number: int) -> None:
    with pytest.raises(Cancelled):
        worker.run(tasks.hold, number)


def test_closing_stops_the_task_under_way(worker, server):
    holder = threading.Thread(target=run_until_closed, args=(worker, port(server)))
    holder.start()
    line, process_id = accept(server)
    worker.close()
    holder.join()
    assert has_ended(line)
    assert_gone(process_id)
    line.close()


def test_after_closing_nothing_starts(worker):
    process_id = worker.run(tasks.process_id)
    worker.close()
    worker.close()
    worker.warm_up()
    assert_gone(process_id)
    with pytest.raises(Cancelled):
        worker.run(tasks.add, 1, 2)


def test_the_child_dies_with_its_parent(server):
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "import sample_tasks\n"
        "from desktop.work import ChildWorker\n"
        "ChildWorker().run(sample_tasks.hold, int(sys.argv[1]))"
    )
    arguments = [str(port(server)), str(ROOT), str(Path(__file__).parent)]
    with subprocess.Popen([sys.executable, "-c", program, *arguments]) as parent:
        line, _ = accept(server)
        parent.kill()
        assert has_ended(line)
    line.close()


def test_an_interrupt_at_the_keyboard_does_not_reach_the_child(worker):
    process_id = worker.run(tasks.process_id)
    os.kill(process_id, signal.SIGINT)
    assert worker.run(tasks.process_id) == process_id


def test_the_launcher_of_an_installed_program_becomes_the_child():
    launcher = [
        sys.executable,
        "-c",
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]\n"
        "from desktop.work import freeze_support\n"
        "freeze_support()\n"
        "raise SystemExit('not a child')",
    ]
    with ChildWorker(command=[*launcher, "--work-child"]) as worker:
        assert worker.run(tasks.add, 1, 2) == 3
    alone = subprocess.run(launcher, capture_output=True, text=True, check=False)
    assert alone.stderr.strip() == "not a child"


def test_an_installed_program_starts_its_launcher(monkeypatch):
    assert usual_command()[0] == sys.executable
    assert "-c" in usual_command()
    monkeypatch.setattr(sys, "executable", "/opt/homeward/Homeward.exe")
    assert usual_command() == ["/opt/homeward/Homeward.exe", "--work-child"]


def test_a_launcher_that_brings_an_interpreter_lends_it_to_the_child(monkeypatch, tmp_path):
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    windowed, plain = runtime / "pythonw.exe", runtime / "python.exe"
    plain.symlink_to(sys.executable)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Homeward.exe"))
    assert usual_command()[0] == str(plain)
    windowed.write_bytes(b"MZ")
    assert usual_command()[0] == str(windowed)
    windowed.unlink()
    with ChildWorker() as worker:
        assert worker.run(tasks.add, 1, 2) == 3
    monkeypatch.setattr(sys, "executable", str(windowed))
    assert usual_command()[0] == str(windowed)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert usual_command() == [str(windowed), "--work-child"]


@pytest.mark.parametrize(
    ("command", "code"),
    [(["/nowhere/at/all"], "work.not_started"), ([sys.executable, "-c", "pass"], "work.died")],
)
def test_a_child_that_cannot_start_is_said(command, code):
    with ChildWorker(command=command) as worker, pytest.raises(Unavailable) as caught:
        worker.run(tasks.add, 1, 2)
    assert caught.value.code == code


def test_the_job_of_windows_has_the_layout_of_windows():
    assert ctypes.sizeof(ctypes.c_void_p) == 8
    assert ctypes.sizeof(windows_job.BasicLimits) == 64
    assert ctypes.sizeof(windows_job.ExtendedLimits) == 144
    limits = windows_job.limits(10**9)
    assert limits.basic.limit_flags == 0x2100
    assert limits.process_memory_limit == 10**9


def test_every_code_has_a_sentence():
    codes = {"cancelled", "died", "mistake", "not_started", "too_large", "too_long"}
    assert set(SENTENCES) == {f"work.{code}" for code in codes}
