"""The one delegate of all tables."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.cells import Align, Cell, CellKind, Row
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme, Type, px, width_of
from desktop.ui.widgets.table.cell_paint import PAD, Spot, paint_cell, paint_placeholder


@dataclass(frozen=True, slots=True)
class RowLook:
    """What is the same for all cells of a row in one repaint."""

    row: Row | None
    selected: bool


class CellDelegate(QStyledItemDelegate):
    """Paints what stands in the cells of a `CellTableModel`.

    Grounds, hairlines and frames are painted a row at a time by the view, which tells the
    delegate with `begin` how the rows look that it is about to paint.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._looks: dict[int, RowLook] = {}
        self._aligns: tuple[Align, ...] = ()
        self._rtl = False
        self._ratio = 1.0
        self._contrast = False
        self._pad = 0

    def begin(self, model: CellTableModel[Any], looks: dict[int, RowLook]) -> None:
        """Take what holds for one repaint."""
        self._looks = looks
        self._aligns = tuple(column.align for column in model.columns)
        self._rtl = self._view.isRightToLeft()
        self._ratio = self._view.devicePixelRatioF()
        self._contrast = Theme.current().is_contrast
        self._pad = px(PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look = self._looks.get(index.row())
        if look is None:
            return
        section = index.column()
        rect = option.rect
        spot = Spot(
            painter,
            rect.x() + self._pad,
            rect.y(),
            rect.width() - 2 * self._pad,
            rect.height() - 1,
            self._aligns[section],
            self._rtl,
            self._ratio,
            look.selected,
            look.selected and self._contrast,
        )
        if look.row is None:
            paint_placeholder(spot)
        else:
            paint_cell(look.row.cells[section], spot)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows have one height; nothing is measured."""
        return QSize(px(120), px(40))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the tip of a cell, else the words that did not fit."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        cell = _cell(index)
        tip = ""
        if cell is not None and not (cell.private and Privacy.current().hidden):
            tip = cell.tip or _what_is_cut(cell, option.rect.width() - 2 * px(PAD))
        QToolTip.showText(event.globalPos(), tip, view)
        return True


def _cell(index: Index) -> Cell | None:
    model = index.model()
    if not isinstance(model, CellTableModel):
        return None
    row = model.row_at(index.row())
    return row.cells[index.column()] if row is not None else None


def _what_is_cut(cell: Cell, width: float) -> str:
    if cell.kind not in (CellKind.TEXT, CellKind.TWO_LINES, CellKind.ICON, CellKind.PILL):
        return ""
    name = Type.BODY_STRONG if cell.strong else Type.BODY
    if width_of(cell.text, name) <= width and width_of(cell.second, Type.CAPTION) <= width:
        return ""
    return f"{cell.text}\n{cell.second}" if cell.second else cell.text
