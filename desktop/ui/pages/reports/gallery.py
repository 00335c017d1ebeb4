"""The documents that can be made, each as a card with a picture of what it looks like."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.pages.reports.orders import Kind
from desktop.ui.theme import Type, color, px

_WIDTH, _HEIGHT = 157, 126
_PICTURE = 74
_PAD = 12
_GAP = 13
_ICON = 16
_SHEET_WIDTH = 118
_UPRIGHT = 1.414
_SKETCH_ROWS = 7
_SKETCH_COLUMNS = 5
_SKETCH_BARS = (0.35, 0.55, 0.7, 0.9)


class Card(QAbstractButton):
    """One document: its picture, its name with the icon of its file, and a line about it."""

    def __init__(self, kind: Kind, name: str, icon: str, state: str) -> None:
        super().__init__()
        self.kind = kind
        self._name = name
        self._icon = icon
        self._state = state
        self._line = ""
        self._page: QImage | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_line("")

    def set_line(self, line: str) -> None:
        """Say how often it was issued."""
        self._line = line
        self.setAccessibleName(f"{self._name}, {line}" if line else self._name)
        self.update()

    def set_page(self, page: QImage | None) -> None:
        """Show the true first page."""
        self._page = page
        self.update()

    def sizeHint(self) -> QSize:
        """Always the same."""
        return QSize(px(_WIDTH), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, picture and words."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        hot = self.underMouse() and not chosen
        ground = color("accent_bg" if chosen else "hover" if hot else "surface")
        line = color("accent" if chosen else "line")
        paint.rounded(painter, box, px(paint.PANEL_CORNER), ground, line, 2.0 if chosen else 1.0)
        if paint.has_keyboard(self):
            inner = box.adjusted(3, 3, -3, -3)
            paint.rounded(painter, inner, px(paint.CORNER), None, color("text"), 1.0)
        if self._page is not None:
            self._paint_page(painter, self._page)
        else:
            self._paint_sketch(painter)
        lead = paint.Lead(box, self.isRightToLeft())
        top = px(_PAD + _PICTURE + 4)
        size = px(_ICON)
        left = px(_PAD - 2)
        icons.draw(painter, lead.box(left, top, size, size), self._icon, self._state)
        start = left + size + px(3)
        room = box.width() - start - px(4)
        words = lead.box(start, top - 1, room, size + 2)
        paint.write(painter, words, self._name, Type.BODY_STRONG, color("text"))
        second = lead.box(px(_PAD), top + size + 1, box.width() - px(_PAD) - px(4), size)
        paint.write(painter, second, self._line, Type.CAPTION, color("text2"))

    def _paint_page(self, painter: QPainter, page: QImage) -> None:
        """Paper stays white in every theme."""
        height = float(px(_PICTURE))
        width = height * page.width() / page.height()
        place = QRectF((self.width() - width) / 2, px(_PAD) - 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, page)
        paint.rounded(painter, place.adjusted(-1, -1, 1, 1), 1, None, color("line2"))

    def _paint_sketch(self, painter: QPainter) -> None:
        """What it looks like while there is no true page to show."""
        if self.kind is Kind.SUMMARY:
            _paint_workbook(painter, self._middle(px(_SHEET_WIDTH)))
        else:
            _paint_list(painter, self._middle(px(_PICTURE) / _UPRIGHT))

    def _middle(self, width: float) -> QRectF:
        return QRectF((self.width() - width) / 2, px(_PAD) - 2, width, px(_PICTURE))


def _paint_workbook(painter: QPainter, sheet: QRectF) -> None:
    """A table and a chart side by side."""
    left, top = sheet.left(), sheet.top()
    paint.rounded(painter, sheet, 1, color("surface"), color("line2"))
    step = sheet.height() / (_SKETCH_ROWS + 1)
    painter.fillRect(QRectF(left + 1, top + 1, sheet.width() - 2, step), color("ok_bg"))
    table = sheet.width() * 0.56
    for row in range(1, _SKETCH_ROWS + 1):
        painter.fillRect(QRectF(left, top + row * step, table, 1), color("line2"))
    for column in range(1, _SKETCH_COLUMNS + 1):
        x = left + column * table / _SKETCH_COLUMNS
        painter.fillRect(QRectF(x, top, 1, sheet.height()), color("line2"))
    bar = (sheet.width() - table) / (2 * len(_SKETCH_BARS) + 1)
    for i, share in enumerate(_SKETCH_BARS):
        tall = share * (sheet.height() - 2 * step)
        x = left + table + bar * (2 * i + 1)
        painter.fillRect(QRectF(x, sheet.bottom() - tall - 3, bar, tall), color("accent"))


def _paint_list(painter: QPainter, sheet: QRectF) -> None:
    """A heading over lines of text."""
    paint.rounded(painter, sheet, 1, color("surface"), color("line2"))
    left, width = sheet.left() + 6, sheet.width() - 12
    painter.fillRect(QRectF(left, sheet.top() + 7, width * 0.6, 3), color("text2"))
    step = (sheet.height() - 22) / _SKETCH_ROWS
    for row in range(_SKETCH_ROWS):
        y = sheet.top() + 17 + row * step
        painter.fillRect(QRectF(left, y, width, 1), color("control"))


class Gallery(QWidget):
    """Cards side by side; the arrow keys walk through them.

    Signals:
        chosen(Kind): another document was chosen.
    """

    chosen = Signal(object)

    def __init__(self, cards: tuple[Card, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = {card.kind: card for card in cards}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(_GAP))
        for card in cards:
            self._group.addButton(card)
            row.addWidget(card)
        row.addStretch(1)
        cards[0].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> Kind:
        """The chosen document."""
        card = self._group.checkedButton()
        return card.kind if isinstance(card, Card) else Kind.LIST

    def card(self, kind: Kind) -> Card:
        """The card of a document."""
        return self._cards[kind]

    def choose(self, kind: Kind) -> None:
        """Choose a document without telling it."""
        self._cards[kind].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        if not step:
            super().keyPressEvent(event)
            return
        kinds = list(self._cards)
        following = kinds[(kinds.index(self.current) + step) % len(kinds)]
        self._cards[following].setFocus(Qt.FocusReason.TabFocusReason)
        self._cards[following].click()

    def _on_clicked(self, card: QAbstractButton) -> None:
        if isinstance(card, Card):
            self.chosen.emit(card.kind)
