"""The header of tables: words on the subtle ground, arrow of the order, check box for all."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.models.base import CellTableModel
from desktop.ui.models.cells import Align
from desktop.ui.theme import Type, color, px, width_of
from desktop.ui.widgets.table.cell_paint import PAD

HEIGHT = 32
_ARROW = 16


class TableHeader(QHeaderView):
    """Header of a table over a `CellTableModel`.

    The view tells it which column orders the rows and how much is selected.
    """

    def __init__(self, *, grid: bool, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = grid
        self._height = HEIGHT
        self.selected = Qt.CheckState.Unchecked
        self.sorted_section = -1
        self.descending = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(px(28))
        self.setSortIndicatorShown(False)
        self.setMouseTracking(True)

    def set_height(self, height: int) -> None:
        """Another height than 32: 28 in small tables, 64 where a column is mapped."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(super().sizeHint().width(), px(self._height))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint one section."""
        model = self.model()
        if not isinstance(model, CellTableModel):
            return
        box = QRectF(rect)
        column = model.columns[section]
        lead = paint.Lead(box, self.isRightToLeft())
        painter.fillRect(box, color("subtle"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line2"))
        if self._grid:
            painter.fillRect(lead.trail(0, 0, 1, box.height()), color("line"))
        if column.key == "select":
            size = px(_ARROW)
            place = lead.box(px(PAD) + 2, (box.height() - size) / 2, size, size)
            paint.check_box(painter, place, self.selected)
            return
        self._paint_words(painter, lead, section, column.title, column.align)

    def _paint_words(
        self, painter: QPainter, lead: paint.Lead, section: int, title: str, align: Align
    ) -> None:
        ordered = section == self.sorted_section
        arrow = px(_ARROW) + px(2) if ordered else 0
        pad = px(PAD)
        room = lead.area.width() - 2 * pad - arrow
        width = min(width_of(title, Type.CAPTION_STRONG), room)
        start = {
            Align.LEADING: pad,
            Align.TRAILING: lead.area.width() - pad - width - arrow,
            Align.CENTRE: pad + (room - width) / 2,
        }[align]
        place = lead.box(start, 0, width + 1, lead.area.height() - 1)
        paint.write(painter, place, title, Type.CAPTION_STRONG, color("text2"))
        if ordered:
            size = px(_ARROW)
            top = (lead.area.height() - size) / 2 - 1
            spot = lead.box(start + width + px(4), top, size, size)
            name = "arrow_sort_down" if self.descending else "arrow_sort_up"
            icons.draw(painter, spot, name, "accent_text")


class HeaderCorner(QWidget):
    """Continues the header above the scroll bar."""

    def __init__(self, header: TableHeader) -> None:
        super().__init__()
        self._header = header
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the header."""
        return QSize(1, self._header.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The header's ground and lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("subtle"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color("line2"))
