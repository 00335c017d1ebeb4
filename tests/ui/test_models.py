import logging
import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.errors import Unavailable
from desktop.ui.jobs import JobRunner
from desktop.ui.models import (
    CELL_ROLE,
    ID_ROLE,
    Align,
    Cell,
    CellKind,
    Column,
    ListTableModel,
    PagedTableModel,
    selector,
)
from desktop.ui.models.paged import KEPT_PAGES
from desktop.ui.theme import Mark

Display = Qt.ItemDataRole.DisplayRole


def columns() -> list[Column[int]]:
    return [
        selector("Selected"),
        Column(
            "name", "Name", lambda i: Cell.name(f"Раҳмонов {i}", f"RAHMONOV {i}"), sortable=True
        ),
        Column("age", "Age", lambda i: Cell.plain(str(i % 90)), align=Align.TRAILING, tip="Years"),
        Column("state", "State", lambda i: Cell.pill(Mark.OK, "Ready", tip=f"since {i}")),
    ]


class Numbers:
    """A list of `total` numbers that counts what is asked of it, and by which thread."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.pages: list[tuple[int, int]] = []
        self.threads: set[str] = set()
        self.failing = False
        self.gate = threading.Event()
        self.gate.set()

    def count(self) -> int:
        self.threads.add(threading.current_thread().name[:4])
        return self.total

    def page(self, offset: int, limit: int) -> Sequence[int]:
        self.threads.add(threading.current_thread().name[:4])
        self.gate.wait(5)
        if self.failing:
            raise Unavailable("storage.locked")
        self.pages.append((offset, limit))
        return range(offset, min(offset + limit, self.total))


def paged(jobs: JobRunner, qtbot, source: Numbers, **options) -> PagedTableModel[int]:
    model = PagedTableModel(columns(), lambda i: i, jobs, **options)
    with qtbot.waitSignal(model.opened):
        model.set_source(source)
    return model


def text(model, row: int, column: int = 1) -> str | None:
    return model.data(model.index(row, column), Display)


def test_a_list_is_shown_as_it_is(qtbot, qtmodeltester) -> None:
    model = ListTableModel(columns(), lambda i: i)
    model.set_items([5, 6, 7])
    qtmodeltester.check(model, force_py=True)
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    assert text(model, 1) == "Раҳмонов 6"
    assert model.data(model.index(1, 0), ID_ROLE) == 6
    assert model.row_of(7) == 2
    assert model.headerData(1, Qt.Orientation.Horizontal, Display) == "Name"
    assert model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "Years"
    assert model.data(model.index(0, 3), Qt.ItemDataRole.ToolTipRole) == "since 5"
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Раҳмонов 5, RAHMONOV 5"


def test_a_changed_record_is_shown_in_its_row(qtbot) -> None:
    model = ListTableModel(columns(), lambda i: i % 10)
    model.set_items([1, 2, 3])
    with qtbot.waitSignal(model.dataChanged) as blocker:
        assert model.replace(12)
    assert (blocker.args[0].row(), blocker.args[1].column()) == (1, 3)
    assert text(model, 1) == "Раҳмонов 12"
    assert not model.replace(14)
    assert list(model.items) == [1, 12, 3]


def test_a_list_that_is_too_long_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="paged"):
        ListTableModel(columns(), lambda i: i).set_items(list(range(2001)))


def test_a_long_list_is_read_a_page_at_a_time_off_the_window(
    qtbot, jobs: JobRunner, qtmodeltester
) -> None:
    source = Numbers(1_000_000)
    model = paged(jobs, qtbot, source, page_rows=50)
    assert model.rowCount() == 1_000_000
    assert source.pages == [(0, 50)]
    assert source.threads == {"read"}
    assert text(model, 49) == "Раҳмонов 49"
    assert text(model, 700_001) is None
    with qtbot.waitSignal(model.page_came) as blocker:
        pass
    assert blocker.args == [700_000, 700_049]
    assert text(model, 700_001) == "Раҳмонов 700001"
    assert model.row_of(700_001) == 700_001


def test_the_model_keeps_the_promises_of_models(qtbot, jobs: JobRunner, qtmodeltester) -> None:
    model = paged(jobs, qtbot, Numbers(30), page_rows=50)
    qtmodeltester.check(model, force_py=True)


def test_misses_of_one_page_are_one_question_and_one_answer(qtbot, jobs: JobRunner) -> None:
    source = Numbers(10_000)
    model = paged(jobs, qtbot, source, page_rows=50)
    changes: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: changes.append((top.row(), bottom.row())))
    for row in range(500, 550):
        for column in range(4):
            model.data(model.index(row, column), CELL_ROLE)
    qtbot.waitUntil(lambda: bool(changes))
    assert source.pages == [(0, 50), (500, 50)]
    assert changes == [(500, 549)]


def test_whoever_scrolls_fast_reads_only_where_they_stop(qtbot, jobs: JobRunner) -> None:
    source = Numbers(100_000)
    model = paged(jobs, qtbot, source, page_rows=50)
    for row in range(0, 100_000, 50):
        text(model, row)
    qtbot.waitUntil(lambda: text(model, 99_999) is not None)
    assert len(source.pages) <= 4


def test_only_the_pages_read_last_are_kept(qtbot, jobs: JobRunner) -> None:
    source = Numbers(100_000)
    model = paged(jobs, qtbot, source, page_rows=10)
    for page in range(1, KEPT_PAGES + 5):
        with qtbot.waitSignal(model.page_came):
            text(model, page * 10)
    assert model.row_of(0) is None
    assert text(model, 0) is None
    assert model.row_of(KEPT_PAGES * 10) == KEPT_PAGES * 10
    qtbot.waitUntil(lambda: text(model, 0) == "Раҳмонов 0")


def test_answers_of_an_earlier_list_are_dropped(qtbot, jobs: JobRunner) -> None:
    slow, quick = Numbers(1000), Numbers(7)
    slow.gate.clear()
    model = PagedTableModel(columns(), lambda i: i, jobs)
    model.set_source(slow)
    with qtbot.waitSignal(model.opened) as blocker:
        model.set_source(quick)
    slow.gate.set()
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert blocker.args == [7]
    assert model.rowCount() == 7


def test_the_old_rows_stay_until_the_new_ones_are_here(qtbot, jobs: JobRunner) -> None:
    model = paged(jobs, qtbot, Numbers(5))
    following = Numbers(8)
    following.gate.clear()
    model.set_source(following)
    assert model.rowCount() == 5
    assert text(model, 4) == "Раҳмонов 4"
    following.gate.set()
    qtbot.waitUntil(lambda: model.rowCount() == 8)


def test_a_failure_is_told_once_and_what_is_here_stays(qtbot, jobs: JobRunner) -> None:
    source = Numbers(1000)
    model = paged(jobs, qtbot, source, page_rows=50)
    source.failing = True
    failures: list[str] = []
    model.failed.connect(lambda error: failures.append(error.code))
    text(model, 500)
    qtbot.waitUntil(lambda: failures == ["storage.locked"])
    assert text(model, 10) == "Раҳмонов 10"
    text(model, 600)
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert failures == ["storage.locked"]
    source.failing = False
    with qtbot.waitSignal(model.opened):
        model.reload()
    qtbot.waitUntil(lambda: text(model, 500) == "Раҳмонов 500")


def test_a_cell_never_raises_and_is_logged_once(
    qtbot, jobs: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    model = paged(jobs, qtbot, Numbers(5))
    short = model.row_at(0)
    assert short is not None
    model._pages[0] = [type(short)(0, short.cells[:1])] * 5
    with caplog.at_level(logging.ERROR):
        for row in range(5):
            assert text(model, row) is None
    assert len(caplog.records) == 1


def test_an_empty_list_has_no_rows(qtbot, jobs: JobRunner) -> None:
    model = paged(jobs, qtbot, Numbers(0))
    assert model.rowCount() == 0
    assert not model.data(QModelIndex(), Display)


def test_a_list_can_be_opened_near_a_row(qtbot, jobs: JobRunner) -> None:
    source = Numbers(1000)
    model = PagedTableModel(columns(), lambda i: i, jobs, page_rows=50)
    with qtbot.waitSignal(model.opened):
        model.set_source(source, near=420)
    assert source.pages == [(400, 50)]
    assert text(model, 420) == "Раҳмонов 420"


def test_only_sortable_columns_ask_for_an_order(qtbot) -> None:
    model = ListTableModel(columns(), lambda i: i)
    with qtbot.waitSignal(model.sort_asked) as blocker:
        model.sort(1, Qt.SortOrder.DescendingOrder)
    assert blocker.args == ["name", True]
    with qtbot.assertNotEmitted(model.sort_asked):
        model.sort(2)


def test_what_is_missing_is_a_cell_of_its_own() -> None:
    for cell in (Cell.plain(""), Cell.two_lines("", ""), Cell.with_icon("person", "")):
        assert cell.kind is CellKind.MISSING
    assert Cell.finding(None, "").kind is CellKind.MISSING
    assert Cell.finding(None, "Under 3").kind is CellKind.FINDING
    assert Cell.name("Раҳмонов", "RAHMONOV").private
