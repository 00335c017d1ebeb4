"""A table of any length: its count, and the pages that are looked at.

The scroll bar is honest because the count is known; a page is read in a job when one of its
rows is painted, and placeholders stand there until it has come.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot

from desktop.errors import AppError
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.cells import CELL_ROLE, Column, Row, RowMaker

logger = logging.getLogger(__name__)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

PAGE_ROWS = 100
KEPT_PAGES = 60
_WANTED_AT_ONCE = 3
_MOST_UNDER_WAY = 4
_ROOT = QModelIndex()


class PageSource(Protocol[T_co]):
    """One ordered, filtered list in the database. Both methods run off the window's thread."""

    def count(self) -> int:
        """Number of records."""

    def page(self, offset: int, limit: int) -> Sequence[T_co]:
        """Records from `offset`, as many as there are up to `limit`."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is read first: the count, and the page that will be seen."""

    generation: int
    count: int
    page: int
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Page:
    generation: int
    page: int
    rows: list[Row]


class PagedTableModel(CellTableModel[T]):
    """Shows a `PageSource`. While another one is being opened the old rows stay.

    Answers of an earlier source are dropped by their generation. After a failure the rows
    that are here stay, nothing more is read, and `reload` starts again.

    Signals:
        opened(int): a source is shown; the number of its records.
        page_came(int, int): first and last row of a page that has come.
        failed(AppError): a source could not be opened or read.
        loading(bool): whether a source is being opened.
    """

    opened = Signal(int)
    page_came = Signal(int, int)
    failed = Signal(object)
    loading = Signal(bool)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        row_id: Callable[[T], Hashable],
        jobs: JobRunner,
        *,
        page_rows: int = PAGE_ROWS,
        tinted: Callable[[T], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, row_id, tinted=tinted, parent=parent)
        self._jobs = jobs
        self._page_rows = page_rows
        self._source: PageSource[T] | None = None
        self._generation = 0
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._numbers: dict[Hashable, int] = {}
        self._missed: OrderedDict[int, None] = OrderedDict()
        self._under_way: dict[int, JobHandle[Any]] = {}
        self._opening: JobHandle[Any] | None = None
        self._broken = False
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    def set_source(self, source: PageSource[T], *, near: int = 0) -> None:
        """Show another list, or the same one anew; `near` is the row that will be seen."""
        self._source = source
        self._generation += 1
        self._forget_what_is_asked()
        self._broken = False
        self.loading.emit(True)
        page = near // self._page_rows
        job = partial(_open, source, self._generation, page, self._page_rows, self._made)
        self._opening = self._jobs.run(job, self._on_opened, self._on_failed, owner=self)

    def reload(self) -> None:
        """Read the present list again, the page around `near` first."""
        if self._source is not None:
            near = max(self._pages, default=0) * self._page_rows
            self.set_source(self._source, near=near)

    def require(self, first: int, last: int) -> None:
        """Ask for the pages of these rows, as painting them would."""
        for page in range(first // self._page_rows, last // self._page_rows + 1):
            if page not in self._pages:
                self._miss(page)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of records of the list."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = 0) -> Any:
        """Parts of the cell; a row that is not here is asked for and shown as nothing."""
        try:
            return super().data(index, role)
        except Exception:
            # One log entry, not one for each role of each cell of each repaint.
            if not self._broken:
                self._broken = True
                logger.exception("a cell can't be shown")
            return None

    def row_at(self, row: int) -> Row | None:
        """Row of a number; asks for its page if it is not here."""
        number = row // self._page_rows
        page = self._pages.get(number)
        if page is None:
            if 0 <= row < self._count:
                self._miss(number)
            return None
        within = row - number * self._page_rows
        return page[within] if within < len(page) else None

    def row_of(self, row_id: Hashable) -> int | None:
        """Number of the row of a record, if its page is here."""
        return self._numbers.get(row_id)

    def rows_here(self, first: int, last: int) -> Iterator[int]:
        """Numbers of the rows between two that are here; asks for none."""
        for page, rows in self._pages.items():
            start = page * self._page_rows
            yield from range(max(first, start), min(last + 1, start + len(rows)))

    def _miss(self, page: int) -> None:
        if self._broken or page in self._under_way:
            return
        self._missed[page] = None
        self._missed.move_to_end(page)
        if not self._asking.isActive():
            self._asking.start()

    @Slot()
    def _ask(self) -> None:
        """Ask for the pages missed last: whoever scrolls fast has left the others behind."""
        source = self._source
        if source is None:
            return
        wanted = list(self._missed)[-_WANTED_AT_ONCE:]
        self._missed.clear()
        for page in wanted:
            if page not in self._under_way and page not in self._pages:
                job = partial(_read, source, self._generation, page, self._page_rows, self._made)
                self._under_way[page] = self._jobs.run(
                    job, self._on_page, self._on_failed, owner=self
                )
        while len(self._under_way) > _MOST_UNDER_WAY:
            self._under_way.pop(next(iter(self._under_way))).cancel()

    def _on_opened(self, opening: _Opening) -> None:
        if opening.generation != self._generation:
            return
        self._opening = None
        self.beginResetModel()
        self._count = opening.count
        self._pages.clear()
        self._numbers.clear()
        self._keep(opening.page, opening.rows)
        self.endResetModel()
        self.loading.emit(False)
        self.opened.emit(self._count)

    def _on_page(self, page: _Page) -> None:
        if page.generation != self._generation:
            return
        self._under_way.pop(page.page, None)
        self._keep(page.page, page.rows)
        if not page.rows:
            return
        first = page.page * self._page_rows
        last = min(first + len(page.rows), self._count) - 1
        last_column = len(self._columns) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, last_column), [CELL_ROLE, 0])
        self.page_came.emit(first, last)

    def _on_failed(self, error: AppError) -> None:
        self._forget_what_is_asked()
        self._broken = True
        self.loading.emit(False)
        self.failed.emit(error)

    def _keep(self, page: int, rows: list[Row]) -> None:
        self._pages[page] = rows
        self._pages.move_to_end(page)
        first = page * self._page_rows
        self._numbers.update((row.id, first + i) for i, row in enumerate(rows))
        while len(self._pages) > KEPT_PAGES:
            _, dropped = self._pages.popitem(last=False)
            for row in dropped:
                self._numbers.pop(row.id, None)

    def _forget_what_is_asked(self) -> None:
        self._missed.clear()
        for handle in self._under_way.values():
            handle.cancel()
        self._under_way.clear()
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None


def _open(
    source: PageSource[T],
    generation: int,
    page: int,
    page_rows: int,
    made: RowMaker[T],
    progress: Progress,
) -> _Opening:
    count = source.count()
    progress.check()
    page = min(page, max(count - 1, 0) // page_rows)
    items = source.page(page * page_rows, page_rows) if count else ()
    return _Opening(generation, count, page, [made(item) for item in items])


def _read(
    source: PageSource[T],
    generation: int,
    page: int,
    page_rows: int,
    made: RowMaker[T],
    _progress: Progress,
) -> _Page:
    items = source.page(page * page_rows, page_rows)
    return _Page(generation, page, [made(item) for item in items])
