"""The grid of the import: the sheet as it was sent, with its own row numbers and headings."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleFactory,
    QTableView,
    QWidget,
)

from desktop.ui import paint
from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.pages.importing.meaning_header import MeaningHeader
from desktop.ui.pages.importing.sheet_delegate import CellEditor, SheetDelegate
from desktop.ui.pages.importing.sheet_model import SheetModel
from desktop.ui.pages.importing.sheet_shown import SheetShown
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme, Type, color, px, width_of
from desktop.ui.widgets.scroll_bar import give_slim_bars
from desktop.ui.widgets.table.columns import fitting
from desktop.ui.widgets.table.delegate import RowLook
from desktop.ui.widgets.table.header import HeaderCorner
from desktop.ui.widgets.table.rows import RowPlace, paint_focus, paint_row
from reports.texts import Texts

_ROW = 32
_NUMBERS_WIDTH = 44


class RowNumbers(QHeaderView):
    """The sheet's own row numbers, below the `word` that names them."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(px(_ROW))
        self.setDefaultSectionSize(px(_ROW))
        needed = round(width_of(word, Type.CAPTION)) + px(18)
        self.setFixedWidth(max(px(_NUMBERS_WIDTH), needed))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the cells goes on below the last number."""
        super().paintEvent(event)
        end = self.length() - self.offset()
        below = self.viewport().rect().adjusted(0, end, 0, 0)
        QPainter(self.viewport()).fillRect(below, color("surface"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Write a number; that of the row with the keyboard is stronger."""
        model = self.model()
        if not isinstance(model, CellTableModel):
            return
        box = QRectF(rect)
        row = model.row_at(section)
        painter.fillRect(box, color("subtle" if row is not None and row.tinted else "surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))
        lead = paint.Lead(box, self.isRightToLeft())
        painter.fillRect(lead.trail(0, 0, 1, box.height()), color("line"))
        view = self.parent()
        here = isinstance(view, QTableView) and view.currentIndex().row() == section
        name = Type.CAPTION_STRONG if here else Type.CAPTION
        ink = color("text" if here else "text3")
        place = lead.box(0, 0, box.width() - px(9), box.height() - 1)
        paint.write(painter, place, str(row.id) if row else "", name, ink, paint.TRAILING)


class _Corner(QWidget):
    """Names the row numbers, above them."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = word

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, color("surface"))
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), color("line2"))
        lead = paint.Lead(box, self.isRightToLeft())
        painter.fillRect(lead.trail(0, 0, 1, box.height() - 1), color("line"))
        place = lead.box(0, px(3), box.width() - px(9), px(25))
        paint.write(painter, place, self._word, Type.CAPTION, color("text3"), paint.TRAILING)


class SheetGrid(QTableView):
    """Shows a `SheetShown`. Cells, not rows, have the focus; F2, Enter or a double click edits.

    Signals:
        cell_edited(int, int, str): row and column of the sheet, and what was written there.
        cell_reached(int, int): the cell that has the keyboard now.
        menu_asked(int, int, QPoint): what can be done with a cell, asked at a point of the screen.
    """

    cell_edited = Signal(int, int, str)
    cell_reached = Signal(int, int)
    menu_asked = Signal(int, int, QPoint)

    def __init__(
        self, texts: Texts, name: str, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cells = SheetModel(texts.t("missing"), editable=editable, parent=self)
        self.head = MeaningHeader(texts, self)
        self._corner = _Corner(texts.t("row"), self)
        self._delegate = SheetDelegate(self)
        self._kept: tuple[tuple[int, int] | None, int, int] = (None, 0, 0)
        self._pulled: dict[str, int] = {}
        self._fitting = False
        self.setAccessibleName(name)
        self._dress()
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(RowNumbers(texts.t("row"), self))
        self.addScrollBarWidget(HeaderCorner(self.head), Qt.AlignmentFlag.AlignTop)
        self.setModel(self.cells)
        self.cells.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.cells.modelReset.connect(self._on_reset)
        self.cells.cell_edited.connect(self.cell_edited)
        self.head.choice_reached.connect(self._on_choice_reached)
        self.head.sectionResized.connect(self._on_section_resized)
        self.horizontalScrollBar().valueChanged.connect(self.head.place_choices)
        self.doubleClicked.connect(self.edit_at)
        Privacy.current().changed.connect(self._repaint)

    def show_sheet(self, shown: SheetShown, numbers: Sequence[int]) -> None:
        """Show these rows; the cell with the keyboard and what is typed into it stay."""
        self.cells.show(shown, numbers)
        self.head.show_columns(shown.columns)

    def set_unlocked(self, unlocked: bool) -> None:
        """Whether anything may be changed now."""
        self.cells.set_unlocked(unlocked)
        self.head.set_unlocked(unlocked)

    def current_cell(self) -> tuple[int, int] | None:
        """Row and column, in the sheet, of the cell that has the keyboard."""
        return self.cells.cell_of(self.currentIndex())

    def go_to(self, row: int, column: int) -> bool:
        """Give the keyboard to a cell of the sheet; answers whether it is shown."""
        index = self.cells.place_of(row, column)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def leave_cell(self) -> None:
        """Take the keyboard away from the cells and show the first row."""
        self.finish_editing()
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def finish_editing(self) -> None:
        """Hand over what is being typed, as leaving the cell would."""
        if self.state() is QAbstractItemView.State.EditingState:
            for editor in self.viewport().findChildren(CellEditor):
                self.commitData(editor)
                self.closeEditor(editor, SheetDelegate.EndEditHint.NoHint)

    @Slot(QModelIndex)
    def edit_at(self, index: QModelIndex) -> None:
        """Begin to write into a cell, if it may be written into."""
        editing = self.state() is QAbstractItemView.State.EditingState
        may = self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable
        if index.isValid() and may and not editing and not Privacy.current().hidden:
            self.edit(index)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter write into the cell."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_at(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with a cell, by the mouse or by the menu key."""
        index = self.currentIndex()
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(at))
        elif index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        cell = self.cells.cell_of(index)
        if cell is not None:
            self.menu_asked.emit(*cell, at)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which cell has the keyboard."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        cell = self.cells.cell_of(current)
        if cell is not None:
            self.cell_reached.emit(*cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._fit_columns()
        self._place_corner()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the corner above the row numbers."""
        super().updateGeometries()
        self._place_corner()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows and lines first, then the cells, then the focus."""
        painter = QPainter(self.viewport())
        looks: dict[int, RowLook] = {}
        for place in self._places(event.rect()):
            look = RowLook(self.cells.row_at(place.number), False)
            looks[place.number] = look
            width = self.viewport().width()
            paint_row(painter, place, width, look, hovered=False, rtl=self.isRightToLeft())
        self._paint_lines(painter, event.rect())
        painter.end()
        self._delegate.begin(self.cells, looks)
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            painter = QPainter(self.viewport())
            paint_focus(painter, QRectF(self.visualRect(index)).adjusted(0, 0, -1, -1))

    # Inside

    def _dress(self) -> None:
        # Cells are painted by the delegate; Python's style would only be passed through.
        self._plain_style = QStyleFactory.create("Fusion")
        self.setStyle(self._plain_style)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setItemDelegate(self._delegate)
        give_slim_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def _places(self, area: QRect) -> list[RowPlace]:
        first = self.rowAt(area.top())
        if first < 0:
            return []
        last = self.rowAt(area.bottom())
        if last < 0:
            last = self.cells.rowCount() - 1
        return [
            RowPlace(row, self.rowViewportPosition(row), self.rowHeight(row))
            for row in range(first, last + 1)
        ]

    def _paint_lines(self, painter: QPainter, area: QRect) -> None:
        bottom = min(area.bottom() + 1, self.verticalHeader().length() - self.verticalOffset())
        rtl = self.isRightToLeft()
        for section in range(self.head.count()):
            x = self.columnViewportPosition(section)
            edge = x if rtl else x + self.columnWidth(section) - 1
            painter.fillRect(edge, area.top(), 1, bottom - area.top(), color("line"))

    def _fit_columns(self) -> None:
        columns = self.cells.columns
        scale = Theme.current().fonts.scale
        widths = fitting(columns, self.viewport().width(), scale=scale, widths=self._pulled)
        total = sum(widths.values())
        spare = self.viewport().width() - total
        self._fitting = True
        # A few columns share what is left; the widest, which hold names, get the most.
        for section, column in enumerate(columns):
            width = widths[column.key]
            if spare > 0 and column.key not in self._pulled:
                share = spare * width // total
                width += share if section < len(columns) - 1 else spare
                total -= widths[column.key]
                spare -= share
            self.setColumnWidth(section, width)
        self._fitting = False
        self.head.place_choices()

    def _place_corner(self) -> None:
        size = QSize(self.verticalHeader().width(), self.head.height())
        left = self.width() - size.width() if self.isRightToLeft() else 0
        self._corner.setGeometry(left, 0, size.width(), size.height())

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self.finish_editing()
        self._kept = (
            self.current_cell(),
            self.verticalScrollBar().value(),
            self.horizontalScrollBar().value(),
        )

    @Slot()
    def _on_reset(self) -> None:
        self._fit_columns()
        cell, down, across = self._kept
        if cell is not None:
            index = self.cells.place_of(*cell)
            if index.isValid():
                self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)

    @Slot(int)
    def _on_choice_reached(self, section: int) -> None:
        top = max(self.rowAt(0), 0)
        self.scrollTo(self.cells.index(top, section))

    @Slot(int, int, int)
    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and section < len(self.cells.columns):
            self._pulled[self.cells.columns[section].key] = new
