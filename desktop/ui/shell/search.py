"""The list of hits under the search field. It is loaded when something is searched for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, paint
from desktop.ui.privacy import Privacy
from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.theme import Theme, Type, color, px
from reports.texts import Texts

Index = QModelIndex | QPersistentModelIndex

_HIT = 40
_HEAD = 26
_MOST_HEIGHT = 480
_ENTRY = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()


class _Hits(QAbstractListModel):
    """Headings and hits in one list; headings can't be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[str | SearchHit] = []

    def show_sections(self, sections: Sequence[SearchSection], nothing: str) -> None:
        self.beginResetModel()
        self.entries = []
        for section in sections:
            if section.hits:
                self.entries.append(section.heading)
                self.entries.extend(section.hits)
        if not self.entries:
            self.entries.append(nothing)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == _DISPLAY:
            if isinstance(entry, SearchHit):
                text = f"{entry.title}, {entry.detail}" if entry.detail else entry.title
                return Privacy.current().cover(text) if entry.private else text
            return entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], SearchHit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = isinstance(index.data(_ENTRY), SearchHit)
        return QSize(px(200), px(_HIT if hit else _HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY)
        box = QRectF(option.rect)
        lead = paint.Lead(box, option.direction is Qt.LayoutDirection.RightToLeft)
        if not isinstance(entry, SearchHit):
            place = lead.box(px(12), px(4), box.width() - px(24), box.height() - px(4))
            paint.write(painter, place, str(entry), Type.CAPTION_STRONG, color("text2"))
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inverted = chosen and Theme.current().is_contrast
        if chosen:
            painter.fillRect(box, color("sel"))
            painter.fillRect(lead.box(0, 0, 3, box.height()), color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, color("hover"))
        first = color("sel_text" if inverted else "text")
        second = color("sel_text" if inverted else "text2")
        size = px(16)
        place = lead.box(px(12), (box.height() - size) / 2, size, size)
        icons.draw(painter, place, entry.icon, second)
        start = px(38)
        room = box.width() - start - px(12)
        cover = Privacy.current().cover if entry.private else str
        title = lead.box(start, px(3), room, px(18))
        paint.write(painter, title, cover(entry.title), Type.BODY_STRONG, first)
        detail = lead.box(start, px(20), room, px(16))
        paint.write(painter, detail, cover(entry.detail), Type.CAPTION, second)


class SearchPopup(QFrame):
    """The list under the search field. The keyboard stays in the field.

    Signals:
        chosen(SearchHit): a hit was pressed, or Enter was.
    """

    chosen = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._texts = texts
        self._model = _Hits(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitDelegate(self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(False)
        self._view.setAccessibleName(texts.t("What was found"))
        self._view.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(4), 1, px(4))
        column.addWidget(self._view)
        self.hide()

    def show_sections(self, sections: Sequence[SearchSection], anchor: QWidget) -> None:
        """Show what was found under `anchor`, the first hit chosen."""
        self._model.show_sections(sections, self._texts.t("Nothing was found"))
        height = sum(
            px(_HIT if isinstance(entry, SearchHit) else _HEAD) for entry in self._model.entries
        )
        corner = anchor.mapTo(self._ground, anchor.rect().bottomLeft())
        room = self._ground.height() - corner.y() - px(16)
        tall = min(height + 2 * px(4) + 2, px(_MOST_HEIGHT), room)
        self.setGeometry(corner.x(), corner.y() + px(5), anchor.width(), tall)
        self.show()
        self.raise_()
        self._view.setCurrentIndex(QModelIndex())
        self.move_choice(1)

    def move_choice(self, step: int) -> None:
        """Choose the next hit down (+1) or up (-1)."""
        count = len(self._model.entries)
        row = self._view.currentIndex().row()
        row = row if row >= 0 else (-1 if step > 0 else count)
        for _ in range(count):
            row = (row + step) % count
            if isinstance(self._model.entries[row], SearchHit):
                self._view.setCurrentIndex(self._model.index(row, 0))
                return

    def take_choice(self) -> None:
        """Open the chosen hit."""
        index = self._view.currentIndex()
        if self.isVisible() and index.isValid():
            self._on_clicked(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the frame."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded(painter, box, px(paint.PANEL_CORNER), color("surface"), color("control"))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, SearchHit):
            self.hide()
            self.chosen.emit(entry)
