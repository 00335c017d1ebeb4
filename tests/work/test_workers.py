"""What both workers promise: results, errors, progress, cancelling."""

import pytest
import sample_tasks as tasks

from desktop.errors import Cancelled, Conflict, Unavailable, UserError
from desktop.work import ChildWorker, InlineWorker, WorkerFailure
from desktop.work.tasks import Throttle

CANARY = "Zzyzxquist"


@pytest.fixture(scope="module", params=[ChildWorker, InlineWorker])
def worker(request):
    made = request.param()
    yield made
    made.close()


def test_a_result_comes_back(worker):
    assert worker.run(tasks.add, 2, 3) == 5


def test_large_arguments_and_results_travel(worker):
    data = bytes(range(256)) * 40_000
    assert worker.run(tasks.measure, data) == (len(data), data[::-1])


def test_a_known_error_is_raised_as_itself(worker):
    with pytest.raises(UserError) as caught:
        worker.run(tasks.refuse, "Лист1")
    assert caught.value.code == "intake.no_header"
    assert caught.value.params == {"sheet": "Лист1"}


def test_a_known_error_of_any_parameters_is_raised(worker):
    with pytest.raises(Conflict) as caught:
        worker.run(tasks.refuse_with_a_lock)
    assert caught.value.code == "people.changed"
    assert set(caught.value.params) == {"lock", "n"}


def test_a_bug_is_told_without_the_data(worker):
    with pytest.raises(WorkerFailure) as caught:
        worker.run(tasks.fall, CANARY)
    assert caught.value.kind == "ValueError"
    assert "in fall" in caught.value.trace
    assert CANARY not in str(caught.value)


def test_a_task_may_not_leave(worker):
    with pytest.raises(WorkerFailure) as caught:
        worker.run(tasks.leave)
    assert caught.value.kind == "SystemExit"


def test_a_task_may_stop_itself(worker):
    with pytest.raises(Cancelled):
        worker.run(tasks.stop)


def test_the_next_task_runs_after_every_error(worker):
    for bad in (tasks.stop, tasks.leave, tasks.refuse_with_a_lock):
        with pytest.raises((Cancelled, WorkerFailure, Conflict)):
            worker.run(bad)
        assert worker.run(tasks.add, 1, 1) == 2


def test_progress_arrives_and_not_too_often(worker):
    seen = []
    worker.run(tasks.count_to, 5_000, progress=lambda *report: seen.append(report))
    assert seen[0] == (1, 5_000, "test.counting")
    assert len(seen) < 500
    assert seen == sorted(seen)


def test_a_task_may_report_to_nobody(worker):
    assert worker.run(tasks.count_to, 10) == 10


def test_whoever_has_cancelled_before_gets_no_result(worker):
    with pytest.raises(Cancelled):
        worker.run(tasks.add, 2, 3, cancelled=lambda: True)


def test_a_progress_that_raises_stops_the_task(worker):
    def refuse(done: int, total: int, code: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        worker.run(tasks.count_to, 5, progress=refuse)
    assert worker.run(tasks.add, 1, 2) == 3


def test_a_throttle_passes_ten_reports_a_second():
    now = 0.0
    passed = []
    throttle = Throttle(lambda done, total, code: passed.append(done), clock=lambda: now)
    for step in range(1_000):
        now = step / 100
        throttle(step, 1_000, "x")
    assert 95 <= len(passed) <= 101
    assert passed[0] == 0


def test_inline_work_stops_where_it_reports():
    asked = iter([False, False, True])
    seen = []
    with pytest.raises(Cancelled):
        InlineWorker().run(
            tasks.count_to,
            10,
            progress=lambda *report: seen.append(report),
            cancelled=lambda: next(asked),
        )
    assert seen == [(1, 10, "test.counting")]


def test_inline_work_that_is_too_large_is_said():
    with pytest.raises(Unavailable) as caught:
        InlineWorker().run(tasks.take_memory, 2**62)
    assert caught.value.code == "work.too_large"
