"""The table of Homeward: rows are selected and remembered by the ids of their records."""

from collections.abc import Hashable, Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleFactory,
    QTableView,
    QWidget,
)

from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.paged import PagedTableModel
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme, color, px
from desktop.ui.widgets.scroll_bar import give_slim_bars
from desktop.ui.widgets.table.columns import fitting
from desktop.ui.widgets.table.delegate import CellDelegate, RowLook
from desktop.ui.widgets.table.header import HeaderCorner, TableHeader
from desktop.ui.widgets.table.rows import RowPlace, paint_focus, paint_row
from desktop.ui.widgets.table.selection import RowMemory, Selection

ROW = 40
SMALL_ROW = 28

_Flag = QItemSelectionModel.SelectionFlag
_NOWHERE = QModelIndex()


class DataTable(QTableView):
    """A `QTableView` over a `CellTableModel`, painted and worked as Homeward's tables are.

    `name` is spoken by screen readers. Rows are selected whole and stay selected by the ids
    of their records when the model shows them again; call `clear_selection` before another
    list is shown. *Select all* is a flag, not a selection of a million rows: ask
    `selection()`. With `grid` single cells have the focus (the matrix, the import).

    Signals:
        selection_changed: ask `selection()`.
        current_changed(object): id of the record whose row has the focus, or None.
        row_opened(object): Enter or a double click on the row of this record.
        cell_pressed(object, str): a click or Space on a cell: id and key of the column.
    """

    selection_changed = Signal()
    current_changed = Signal(object)
    row_opened = Signal(object)
    cell_pressed = Signal(object, str)

    def __init__(
        self,
        name: str,
        *,
        row_height: int = ROW,
        grid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._memory = RowMemory()
        self._untold_current = False
        self._widths: dict[str, int] = {}
        self._shown: dict[str, bool] = {}
        self._fitting = False
        self._everything = False
        self._hovered = -1
        self._delegate = CellDelegate(self)
        self._header = TableHeader(grid=grid, parent=self)
        self.setAccessibleName(name)
        # Cells are painted by the delegate; Python's style would only be passed through.
        # Each table has its own: a style dies with the first widget that it is set on.
        self._plain_style = QStyleFactory.create("Fusion")
        self.setStyle(self._plain_style)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._header)
        give_slim_bars(self)
        self.addScrollBarWidget(HeaderCorner(self._header), Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px(SMALL_ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(row_height))
        self._header.sectionClicked.connect(self._on_section_clicked)
        self._header.sectionResized.connect(self._on_section_resized)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)
        Privacy.current().changed.connect(self._repaint)

    def show_model(self, model: CellTableModel[Any]) -> None:
        """Show a model; it stays owned by whoever made it."""
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        if isinstance(model, PagedTableModel):
            model.page_came.connect(self._on_page_came)
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(self._on_selection_changed)
        chosen.currentRowChanged.connect(self._on_current_changed)
        self._fit_columns()

    # What is selected

    def selection(self) -> Selection:
        """What is selected now."""
        model = self._cells()
        if self._everything:
            return Selection(everything=True, count=model.rowCount())
        return self._memory.selection(self.selectionModel(), model)

    def select_ids(self, ids: Iterable[Hashable]) -> None:
        """Select the rows of these records, also those that have not come yet."""
        self._set_all(False)
        self.selectionModel().clearSelection()
        self._memory.waiting = set(ids)
        self._select_what_came()
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._set_all(False)
        self._memory.waiting.clear()
        self.selectionModel().clearSelection()
        self._tell_selection()

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Select every record of the list, read or not."""
        self.selectionModel().clearSelection()
        self._memory.waiting.clear()
        self._set_all(True)
        self._tell_selection()

    def current_id(self) -> Hashable | None:
        """Id of the record whose row has the focus."""
        index = self.currentIndex()
        return self._cells().id_at(index.row()) if index.isValid() else None

    def go_to(self, row_id: Hashable) -> bool:
        """Select the row of a record and give it the focus; answers whether it is here."""
        model = self._cells()
        row = model.row_of(row_id)
        if row is None:
            return False
        self._set_all(False)
        self._memory.waiting.clear()
        index = model.index(row, 0)
        # Not `selectRow`, which does something else while Ctrl or Shift is held.
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return True

    # Columns

    def show_order(self, key: str, *, descending: bool) -> None:
        """Show the arrow of the column that orders the rows."""
        keys = [column.key for column in self._cells().columns]
        self._header.sorted_section = keys.index(key) if key in keys else -1
        self._header.descending = descending
        self._header.viewport().update()

    def columns_shown(self) -> dict[str, bool]:
        """Which columns are shown now, by key."""
        columns = self._cells().columns
        return {one.key: not self.isColumnHidden(i) for i, one in enumerate(columns)}

    def show_column(self, key: str, shown: bool) -> None:
        """Take a column in or out by hand; it doesn't yield to the width any more."""
        self._shown[key] = shown
        self._fit_columns()

    def layout_state(self) -> dict[str, Any]:
        """What the officer has changed about the columns, to be remembered."""
        return {"widths": dict(self._widths), "shown": dict(self._shown)}

    def restore_layout(self, state: dict[str, Any]) -> None:
        """Take up what `layout_state` gave."""
        self._widths = {str(key): int(width) for key, width in state.get("widths", {}).items()}
        self._shown = {str(key): bool(on) for key, on in state.get("shown", {}).items()}
        self._fit_columns()

    def set_header_height(self, height: int) -> None:
        """Another height of the header than 32."""
        self._header.set_height(height)

    # Events

    def selectionCommand(  # noqa: N802 - Qt's name
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A press on a check box toggles its row; whatever replaces drops what waits."""
        if (
            event is not None
            and event.type() is QEvent.Type.MouseButtonPress
            and index.isValid()
            and self._key_of(index.column()) == "select"
        ):
            self._set_all(False)
            return _Flag.Toggle | _Flag.Rows
        command = super().selectionCommand(index, event)
        if command != _Flag.NoUpdate:
            self._set_all(False)
        if command & _Flag.Clear:
            self._memory.waiting.clear()
        return command

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space toggles or presses the cell."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_double_clicked(index)
        elif plain and event.key() == Qt.Key.Key_Space:
            if not self._grid:
                self._set_all(False)
                self.selectionModel().select(index, _Flag.Toggle | _Flag.Rows)
            self._on_clicked(index)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows first, then their cells, then the focus."""
        model = self.model()
        if not isinstance(model, CellTableModel):
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        looks: dict[int, RowLook] = {}
        for place in self._places(event.rect()):
            look = RowLook(model.row_at(place.number), self._is_selected(place.number))
            looks[place.number] = look
            paint_row(
                painter,
                place,
                self.viewport().width(),
                look,
                hovered=place.number == self._hovered,
                rtl=self.isRightToLeft(),
            )
        if self._grid:
            self._paint_grid(painter, event.rect())
        painter.end()
        self._delegate.begin(model, looks)
        super().paintEvent(event)
        self._paint_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns yield or come back."""
        super().resizeEvent(event)
        self._fit_columns()

    # Inside

    def _cells(self) -> CellTableModel[Any]:
        model = self.model()
        if not isinstance(model, CellTableModel):
            raise RuntimeError("the table has no model yet")
        return model

    def _key_of(self, section: int) -> str:
        return self._cells().columns[section].key

    def _is_selected(self, row: int) -> bool:
        if self._everything:
            return True
        return self.selectionModel().isRowSelected(row, _NOWHERE)

    def _places(self, area: QRect) -> list[RowPlace]:
        """The rows that touch an area of the viewport."""
        first = self.rowAt(area.top())
        if first < 0:
            return []
        last = self.rowAt(area.bottom())
        if last < 0:
            last = self._cells().rowCount() - 1
        return [
            RowPlace(row, self.rowViewportPosition(row), self.rowHeight(row))
            for row in range(first, last + 1)
        ]

    def _paint_grid(self, painter: QPainter, area: QRect) -> None:
        rtl = self.isRightToLeft()
        bottom = min(area.bottom() + 1, self.verticalHeader().length() - self.verticalOffset())
        for section in range(self._header.count()):
            x = self.columnViewportPosition(section)
            edge = x if rtl else x + self.columnWidth(section) - 1
            if not self.isColumnHidden(section):
                painter.fillRect(edge, area.top(), 1, bottom - area.top(), color("line"))

    def _paint_focus(self) -> None:
        """A frame around the focused cell of a grid, or a focused row that isn't selected."""
        index = self.currentIndex()
        if not (index.isValid() and self.hasFocus()):
            return
        box = QRectF(self.visualRect(index)).adjusted(0, 0, 0, -1)
        if not self._grid:
            if self._is_selected(index.row()):
                return
            box.setLeft(0)
            box.setRight(self.viewport().width())
        painter = QPainter(self.viewport())
        paint_focus(painter, box)

    def _set_all(self, everything: bool) -> None:
        if self._everything != everything:
            self._everything = everything
            self.viewport().update()

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        if row == before:
            return
        for one in (before, row):
            if one >= 0:
                top, height = self.rowViewportPosition(one), self.rowHeight(one)
                self.viewport().update(QRect(0, top, self.viewport().width(), height))

    def _fit_columns(self) -> None:
        model = self.model()
        if not isinstance(model, CellTableModel):
            return
        widths = fitting(
            model.columns,
            self.viewport().width(),
            scale=Theme.current().fonts.scale,
            widths=self._widths,
            shown=self._shown,
        )
        self._fitting = True
        for section, column in enumerate(model.columns):
            width = widths.get(column.key)
            self.setColumnHidden(section, width is None)
            if width is not None:
                self.setColumnWidth(section, width)
        self._fitting = False

    def _select_what_came(self) -> None:
        rows = self._memory.found(self._cells())
        chosen = self.selectionModel()
        model = self._cells()
        for row in rows:
            chosen.select(model.index(row, 0), _Flag.Select | _Flag.Rows)

    def _tell_selection(self) -> None:
        selection = self.selection()
        state = Qt.CheckState.Unchecked
        if selection.everything or 0 < self._cells().rowCount() == selection.count:
            state = Qt.CheckState.Checked
        elif selection.count:
            state = Qt.CheckState.PartiallyChecked
        if state is not self._header.selected:
            self._header.selected = state
            self._header.viewport().update()
        self.selection_changed.emit()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._memory.remember(self.selectionModel(), self._cells(), self.current_id())

    @Slot()
    def _on_reset(self) -> None:
        self._fit_columns()
        self._select_what_came()
        row = self._memory.current_row(self._cells())
        if row is not None:
            index = self._cells().index(row, 0)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._tell_selection()

    @Slot(int, int)
    def _on_page_came(self, first: int, last: int) -> None:
        self._memory.learn(self.selectionModel(), self._cells(), first, last)
        self._select_what_came()
        self._require_selected()
        if self._untold_current and first <= self.currentIndex().row() <= last:
            self._on_current_changed(self.currentIndex())

    @Slot()
    def _on_selection_changed(self) -> None:
        self._memory.learn(self.selectionModel(), self._cells())
        self._require_selected()
        self._tell_selection()

    def _require_selected(self) -> None:
        """Page by page, learn the ids of selected rows that were never seen."""
        model = self._cells()
        row = self._memory.first_unknown(self.selectionModel(), model)
        if row is not None and isinstance(model, PagedTableModel):
            model.require(row, row)

    @Slot()
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex = _NOWHERE) -> None:
        row_id = self._cells().id_at(current.row()) if current.isValid() else None
        self._untold_current = current.isValid() and row_id is None
        if not self._untold_current:
            self.current_changed.emit(row_id)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        row_id = self._cells().id_at(index.row())
        if row_id is not None:
            self.row_opened.emit(row_id)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row_id = self._cells().id_at(index.row())
        if row_id is not None:
            self.cell_pressed.emit(row_id, self._key_of(index.column()))

    @Slot(int)
    def _on_section_clicked(self, section: int) -> None:
        column = self._cells().columns[section]
        if column.key == "select":
            if self._header.selected is Qt.CheckState.Checked:
                self.clear_selection()
            else:
                self.selectAll()
        elif column.sortable:
            again = section == self._header.sorted_section
            descending = again and not self._header.descending
            self.show_order(column.key, descending=descending)
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self._cells().sort(section, order)

    @Slot(int, int, int)
    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and new > 0:
            column = self._cells().columns[section]
            if not column.stretches:
                self._widths[column.key] = new
                self._fit_columns()
