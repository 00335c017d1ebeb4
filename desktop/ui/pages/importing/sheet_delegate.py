"""Cells of the sheet: a doubtful one has a ground, a bar and an icon, and can be written into."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QWidget

from desktop.ui import icons, paint
from desktop.ui.models.base import Index
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark, Theme, Type, color, font, px
from desktop.ui.widgets.table import CellDelegate

_BAR = 2
_ICON = 16
_END = 4
_EDIT = Qt.ItemDataRole.EditRole


class CellEditor(QLineEdit):
    """Stands in the place of a cell while it is written into."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filled = False
        # The table shows no selection of its own; selected letters must be seen.
        self.setPalette(QApplication.palette())
        self.setFrame(False)
        self.setFont(font(Type.BODY))
        self.setAutoFillBackground(True)
        self.setTextMargins(px(6), 0, px(6), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text within the frame of what has the keyboard."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), 2, None, color("accent"), 2.0)


class SheetDelegate(CellDelegate):
    """Paints and edits the cells of a `SheetModel`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar and icon of a doubtful cell, then its text as everywhere."""
        look = self._looks.get(index.row())
        mark = look.row.cells[index.column()].mark if look and look.row else None
        if mark is None:
            super().paint(painter, option, index)
            return
        rtl = self._view.isRightToLeft()
        lead = paint.Lead(QRectF(option.rect), rtl)
        _paint_mark(painter, lead, mark)
        narrowed = QStyleOptionViewItem(option)
        taken = px(_ICON) + px(_END)
        rect = QRect(option.rect)
        rect.adjust(taken if rtl else 0, 0, 0 if rtl else -taken, 0)
        narrowed.rect = rect
        super().paint(painter, narrowed, index)

    def createEditor(  # type: ignore[override]  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        """A line of text; none while names are hidden."""
        if Privacy.current().hidden:
            return None
        editor = CellEditor(parent)
        model = index.model()
        title = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title or ""))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Put the text of the cell in, once: what is read meanwhile never replaces the typing."""
        if isinstance(editor, CellEditor) and not editor.filled:
            editor.filled = True
            editor.setText(str(index.data(_EDIT) or ""))
            editor.selectAll()

    def setModelData(  # type: ignore[override]  # noqa: N802 - Qt's name
        self, editor: QWidget, _model: object, index: QModelIndex
    ) -> None:
        """Hand the text over if it was changed."""
        if isinstance(editor, CellEditor) and editor.isModified():
            index.model().setData(index, editor.text().strip(), int(_EDIT))

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Cover the cell."""
        editor.setGeometry(option.rect)


def _paint_mark(painter: QPainter, lead: paint.Lead, mark: Mark) -> None:
    height = lead.area.height() - 1
    ground = lead.box(0, 0, lead.area.width() - 1, height)
    painter.fillRect(ground, color(mark.state.ground))
    if Theme.current().is_contrast:
        paint.rounded(painter, ground, 0, None, color(mark.state))
    painter.fillRect(lead.box(0, 0, px(_BAR), height), color(mark.state))
    size = px(_ICON)
    place = lead.trail(px(_END) + px(_BAR), (height - size) / 2, size, size)
    icons.draw(painter, place, mark.icon, mark.state, filled=True)
