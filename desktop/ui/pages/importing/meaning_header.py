"""The head of the sheet: its own headings, and beneath each the meaning that can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.intake.fields import Field
from desktop.ui import icons, paint
from desktop.ui.pages.importing.field_words import FIELD_WORDS, GROUP_ENDS
from desktop.ui.pages.importing.sheet_shown import ColumnShown, Trust
from desktop.ui.theme import Mark, State, Type, color, font, px
from desktop.ui.widgets.table.header import TableHeader
from reports.texts import Texts

HEIGHT = 64
_CHOICE_HEIGHT = 28
_TOP = 28
_SIDE = 4
_PAD = 8
_ICON = 14
_MARKS = {Trust.SURE: Mark.OK, Trust.DOUBTFUL: Mark.WARN}
_FIELD = Qt.ItemDataRole.UserRole
_IS_LINE = Qt.ItemDataRole.AccessibleDescriptionRole


def field_choices(texts: Texts) -> QStandardItemModel:
    """All meanings in words, shared by the choices of every column."""
    model = QStandardItemModel()
    for field, word in FIELD_WORDS.items():
        item = QStandardItem(texts.t(word))
        item.setData(field.value, _FIELD)
        model.appendRow(item)
        if field in GROUP_ENDS:
            line = QStandardItem()
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            line.setData("separator", _IS_LINE)
            model.appendRow(line)
    return model


class MeaningChoice(QComboBox):
    """What one column means. It is painted flat, with the mark of how sure that is.

    Signals:
        reached: it has the keyboard, and shall be brought into sight.
    """

    reached = Signal()

    def __init__(self, fields: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.column: ColumnShown | None = None
        self.setFont(font(Type.BODY))
        self.setModel(fields)
        self.setMaxVisibleItems(18)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_column(self, column: ColumnShown, spoken: str) -> None:
        """Show the meaning of a column; `spoken` names it for screen readers."""
        self.column = column
        self.setCurrentIndex(self.findData(column.field.value, _FIELD))
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(column.doubt)
        self.setToolTip("\n".join(filter(None, (column.header, column.word, column.doubt))))
        self.update()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The list is as wide as its words."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + px(28))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A meaning is never changed by scrolling past it."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, mark, word and chevron."""
        if self.column is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        trust = self.column.trust
        doubtful = trust is Trust.DOUBTFUL
        hot = self.underMouse() and self.isEnabled()
        ground = State.WARN.ground if doubtful else "hover" if hot else "surface"
        line = color("warn" if doubtful else "line2")
        paint.rounded(painter, box, px(paint.CORNER), color(ground), line)
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(_ICON)
        top = (box.height() - size) / 2
        x = float(px(_PAD) - 1)
        mark = _MARKS.get(trust)
        if mark is not None:
            icons.draw(painter, lead.box(x, top, size, size), mark.icon, mark.state, filled=True)
            x += size + px(5)
        chevron = lead.trail(px(5), top, size, size)
        ink = color("warn" if doubtful else "text" if mark is not None else "text2")
        if not self.isEnabled():
            ink = color("control")
        icons.draw(painter, chevron, "chevron_down", ink)
        room = box.width() - x - size - px(8)
        name = Type.CAPTION_STRONG if mark is not None else Type.CAPTION
        paint.write(painter, lead.box(x, 0, room, box.height()), self.column.word, name, ink)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box)


class MeaningHeader(TableHeader):
    """Head of the grid. Choices are widgets; there is one a column, not one a cell.

    Signals:
        meaning_chosen(int, Field): column of the sheet, and what it shall mean.
        choice_reached(int): the choice of this section has the keyboard.
        choices_made: there are other choices than before.
    """

    meaning_chosen = Signal(int, object)
    choice_reached = Signal(int)
    choices_made = Signal()

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(grid=True, parent=parent)
        self._texts = texts
        self._columns: Sequence[ColumnShown] = ()
        self._fields = field_choices(texts)
        self._fields.setParent(self)
        self.choices: list[MeaningChoice] = []
        self.set_height(HEIGHT)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self.place_choices)
        self.geometriesChanged.connect(self.place_choices)

    def show_columns(self, columns: Sequence[ColumnShown]) -> None:
        """Show the headings and meanings of these columns."""
        before = len(self.choices)
        self._columns = columns
        while len(self.choices) > len(columns):
            gone = self.choices.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.choices) < len(columns):
            choice = MeaningChoice(self._fields, self.viewport())
            choice.activated.connect(self._on_activated)
            choice.reached.connect(self._on_reached)
            self.choices.append(choice)
            choice.show()
        for choice, column in zip(self.choices, columns, strict=True):
            spoken = self._texts.t("Meaning of column “{column}”", column=_title(column))
            choice.show_column(column, spoken)
        self.place_choices()
        self.viewport().update()
        if len(self.choices) != before:
            self.choices_made.emit()

    def set_unlocked(self, unlocked: bool) -> None:
        """Whether meanings may be chosen now."""
        for choice in self.choices:
            choice.setEnabled(unlocked)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint().width(), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choices under their headings."""
        super().resizeEvent(event)
        self.place_choices()

    @Slot()
    def place_choices(self) -> None:
        """Put every choice under its heading."""
        for section, choice in enumerate(self.choices[: self.count()]):
            left = self.sectionViewportPosition(section)
            width = self.sectionSize(section) - 1
            side = px(_SIDE)
            choice.setGeometry(left + side, px(_TOP), width - 2 * side, px(_CHOICE_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint the sheet's own heading."""
        if section >= len(self._columns):
            return
        box = QRectF(rect)
        lead = paint.Lead(box, self.isRightToLeft())
        painter.fillRect(box, color("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line2"))
        painter.fillRect(lead.trail(0, 0, 1, box.height() - 1), color("line"))
        place = lead.box(px(_PAD), px(3), box.width() - 2 * px(_PAD), px(_TOP) - px(3))
        title = _title(self._columns[section])
        paint.write(painter, place, title, Type.LABEL, color("text2"))

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        choice = self.sender()
        if not isinstance(choice, MeaningChoice) or choice.column is None:
            return
        field = Field(choice.itemData(row, _FIELD))
        if field is not choice.column.field:
            self.meaning_chosen.emit(choice.column.index, field)

    @Slot()
    def _on_reached(self) -> None:
        choice = self.sender()
        if isinstance(choice, MeaningChoice) and choice in self.choices:
            self.choice_reached.emit(self.choices.index(choice))


def _title(column: ColumnShown) -> str:
    return column.header or column.letters
