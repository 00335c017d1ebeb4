import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread

from desktop.errors import Cancelled, UserError
from desktop.ui.heartbeat import Heartbeat
from desktop.ui.jobs import READERS, JobRunner, Lane, Progress, Stage


class Asker(QObject):
    """Somebody who asks for work and notes what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[str] = []
        self.stages: list[Stage] = []
        self.threads: set[bool] = set()

    def take(self, result: object) -> None:
        self.threads.add(QThread.currentThread() is self.thread())
        self.results.append(result)

    def fail(self, error: UserError) -> None:
        self.errors.append(error.code)

    def note(self, stage: Stage) -> None:
        self.stages.append(stage)


def value(result: object, _progress: Progress) -> object:
    return result


def failing(_progress: Progress) -> None:
    raise UserError("intake.no_header", sheet="Лист1")


def test_a_result_comes_back_on_the_windows_thread(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    jobs.run(partial(value, 42), asker.take, owner=asker)
    qtbot.waitUntil(lambda: asker.results == [42])
    assert asker.threads == {True}
    assert jobs.busy == 0


def test_a_known_failure_goes_to_its_callback_or_to_the_signal(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    jobs.run(failing, asker.take, asker.fail, owner=asker)
    qtbot.waitUntil(lambda: asker.errors == ["intake.no_header"])
    with qtbot.waitSignal(jobs.failed) as blocker:
        jobs.run(failing, asker.take, owner=asker)
    assert blocker.args[0].params == {"sheet": "Лист1"}
    assert asker.results == []


def test_a_bug_goes_to_the_crash_dialog(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    with qtbot.waitSignal(jobs.crashed) as blocker:
        jobs.run(lambda _progress: 1 // 0, asker.take, asker.fail, owner=asker)
    assert isinstance(blocker.args[0], ZeroDivisionError)
    assert (asker.results, asker.errors) == ([], [])


def test_cancelled_work_is_shown_as_nothing(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    began, go_on = threading.Event(), threading.Event()
    broken_off = threading.Event()

    def work(progress: Progress) -> None:
        progress.on_cancel(broken_off.set)
        began.set()
        go_on.wait(5)
        progress(1, 2)

    handle = jobs.run(work, asker.take, asker.fail, owner=asker)
    assert began.wait(5)
    with qtbot.waitSignal(jobs.finished):
        handle.cancel()
        go_on.set()
    assert broken_off.is_set()
    assert (asker.results, asker.errors) == ([], [])
    assert not handle.running


def test_work_that_is_asked_to_stop_before_it_began_is_not_done(qtbot, jobs: JobRunner) -> None:
    gate = threading.Event()
    done: list[int] = []
    jobs.run(lambda _progress: gate.wait(5), lane=Lane.WRITE)
    handle = jobs.run(lambda _progress: done.append(1), lane=Lane.WRITE)
    handle.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert done == []


def test_nobody_is_called_after_the_owner_has_gone(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    results = asker.results
    gate = threading.Event()
    handle = jobs.run(lambda _progress: gate.wait(5), asker.take, owner=asker)
    asker.deleteLater()
    del asker
    qtbot.waitUntil(handle.progress.cancelled)
    gate.set()
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert results == []


def test_a_page_that_closes_stops_its_reading_but_not_its_writing(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    gate = threading.Event()
    reading = jobs.run(lambda _progress: gate.wait(5), asker.take, owner=asker)
    writing = jobs.run(lambda _progress: gate.wait(5), asker.take, owner=asker, lane=Lane.WRITE)
    jobs.cancel_owner(asker)
    gate.set()
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert reading.progress.cancelled()
    assert not writing.progress.cancelled()
    assert asker.results == [True]


def test_whatever_writes_goes_one_after_the_other(qtbot, jobs: JobRunner) -> None:
    at_once, most = 0, 0
    lock = threading.Lock()

    def work(_progress: Progress) -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.002)
        with lock:
            at_once -= 1

    for _ in range(20):
        jobs.run(work, lane=Lane.WRITE)
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert most == 1


def test_progress_comes_at_most_ten_times_a_second_but_the_last_always(
    qtbot, jobs: JobRunner
) -> None:
    asker = Asker()

    def work(progress: Progress) -> str:
        for done in range(1, 1001):
            progress(done, 1000, "intake.reading")
        return "read"

    jobs.run(work, asker.take, None, asker.note, owner=asker)
    qtbot.waitUntil(lambda: asker.results == ["read"])
    assert asker.stages[-1] == Stage(1000, 1000, "intake.reading")
    assert len(asker.stages) < 100


def test_only_work_with_a_title_is_shown(qtbot, jobs: JobRunner) -> None:
    started: list[str] = []
    jobs.started.connect(lambda handle: started.append(handle.title))
    jobs.run(partial(value, 1))
    jobs.run(partial(value, 2), title="Reading the list")
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert started == ["Reading the list"]


def test_a_job_must_not_belong_to_a_qt_object(jobs: JobRunner) -> None:
    with pytest.raises(TypeError):
        jobs.run(Asker().take)


def test_nothing_is_accepted_after_the_end_and_writing_is_waited_for(qtbot) -> None:
    runner = JobRunner()
    written: list[int] = []

    def work(_progress: Progress) -> None:
        time.sleep(0.05)
        written.append(1)

    for _ in range(3):
        runner.run(work, lane=Lane.WRITE)
    assert runner.shutdown(10)
    assert written == [1, 1, 1]
    with pytest.raises(RuntimeError):
        runner.run(partial(value, 1))


def test_the_end_has_a_deadline(qtbot) -> None:
    runner = JobRunner()
    gate = threading.Event()
    runner.run(lambda _progress: gate.wait(5), lane=Lane.WRITE)
    assert not runner.shutdown(0.05)
    gate.set()


def test_the_end_does_not_wait_for_reading_that_never_began(qtbot) -> None:
    runner = JobRunner()
    began = threading.Event()

    def work(progress: Progress) -> None:
        stopped = threading.Event()
        progress.on_cancel(stopped.set)
        began.set()
        stopped.wait(5)

    waiting: list[int] = []
    for _ in range(READERS):
        runner.run(work)
    runner.run(lambda _progress: waiting.append(1))
    assert began.wait(5)
    assert runner.shutdown(5)
    assert waiting == []


def test_progress_stops_whoever_asks_it() -> None:
    progress = Progress(lambda stage: None)
    progress.check()
    progress.cancel()
    late = threading.Event()
    progress.on_cancel(late.set)
    assert late.is_set()
    with pytest.raises(Cancelled):
        progress.check()
    with pytest.raises(Cancelled):
        progress(1, 2)


def test_the_window_lives_while_work_goes_on(qtbot, jobs: JobRunner) -> None:
    asker = Asker()
    gate = threading.Event()
    with Heartbeat() as heart:
        jobs.run(lambda _progress: gate.wait(5), asker.take, owner=asker)
        qtbot.waitUntil(lambda: heart.beats > 5)
        gate.set()
        qtbot.waitUntil(lambda: bool(asker.results))
    assert heart.beats > 5
    assert heart.longest_gap_ms > 0


def test_the_heartbeat_notices_a_deaf_window(qtbot) -> None:
    with Heartbeat() as heart:
        time.sleep(0.06)
    assert heart.longest_gap_ms >= 55
