"""Preview of pages: the pictures of a PDF on the track ground, one under the other."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui import paint
from desktop.ui.theme import Type, color, px
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.scroll_bar import give_slim_bars
from reports.texts import Texts

_MARGIN = 16
_GAP = 16
_PIXELS_PER_POINT = 96 / 72


class Zoom(StrEnum):
    """How large pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    FULL = "full"


class PaperPages(QAbstractScrollArea):
    """The pages. Paper stays white in the dark theme.

    Only pictures in sight and a screen around it are kept: a list of a thousand travellers has
    sixty pages, and a picture of one takes megabytes.

    Signals:
        page_wanted(int, int): a page is in sight and has no picture of this width in device
            pixels; answer with `set_image`.
        page_changed(int): another page, counted from 0, is the first in sight.
    """

    page_wanted = Signal(int, int)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[QSizeF] = []
        self._boxes: list[QRect] = []
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, int] = {}
        self._zoom = Zoom.WIDTH
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        give_slim_bars(self, "track")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes in points; their pictures are asked for when seen."""
        self._sizes = list(sizes)
        self._images = {}
        self._asked = {}
        self._current = 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(0)

    def set_image(self, page: int, image: QImage) -> None:
        """Show the picture of a page; one that is no longer near is let go."""
        if 0 <= page < len(self._sizes):
            self._images[page] = image
            self._let_go()
            self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages larger or smaller, the same one in sight."""
        page = self._current
        self._zoom = zoom
        self._arrange()
        self.go_to(page)

    @property
    def kept(self) -> frozenset[int]:
        """Pages whose picture is kept."""
        return frozenset(self._images)

    @property
    def page_count(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The first page in sight, counted from 0."""
        return self._current

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < len(self._boxes):
            self.verticalScrollBar().setValue(self._boxes[page].top() - px(_MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the pages anew, the same one in sight."""
        super().resizeEvent(event)
        page = self._current
        self._arrange()
        if page:
            self.go_to(page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight and ask for pictures that are missing."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), color("track"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sight, offset = self._sight(), self._offset()
        for page, place in enumerate(self._boxes):
            if not place.intersects(sight):
                continue
            box = place.translated(-offset)
            painter.fillRect(box, Qt.GlobalColor.white)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(QRectF(box), image)
            frame = QRectF(box).adjusted(-1, -1, 1, 1)
            paint.rounded(painter, frame, 1, None, color("line2"))
            self._want(page, round(box.width() * self.devicePixelRatioF()))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _sight(self) -> QRect:
        """The part of all pages that is seen."""
        return self.viewport().rect().translated(self._offset())

    def _let_go(self) -> None:
        """Drop the pictures that are far away; they are asked for again when they are seen."""
        sight = self._sight()
        near = sight.adjusted(0, -sight.height(), 0, sight.height())
        for page in self._images.keys() | self._asked.keys():
            if not self._boxes[page].intersects(near):
                self._images.pop(page, None)
                self._asked.pop(page, None)

    def _want(self, page: int, width: int) -> None:
        image = self._images.get(page)
        have = image.width() if image is not None else 0
        if abs(have - width) > 1 and self._asked.get(page) != width:
            self._asked[page] = width
            self.page_wanted.emit(page, width)

    def _arrange(self) -> None:
        room = self.viewport().size()
        margin = px(_MARGIN)
        top = margin
        self._boxes = []
        widest = 0
        for size in self._sizes:
            scale = self._scale(size, room.width() - 2 * margin, room.height() - 2 * margin)
            width, height = round(size.width() * scale), round(size.height() * scale)
            left = max((room.width() - width) // 2, margin)
            self._boxes.append(QRect(left, top, width, height))
            widest = max(widest, width + 2 * margin)
            top += height + px(_GAP)
        bar = self.verticalScrollBar()
        bar.setPageStep(room.height())
        bar.setSingleStep(px(40))
        bar.setRange(0, max(top - px(_GAP) + margin - room.height(), 0))
        across = self.horizontalScrollBar()
        across.setPageStep(room.width())
        across.setRange(0, max(widest - room.width(), 0))
        self.viewport().update()

    def _scale(self, size: QSizeF, width: int, height: int) -> float:
        if self._zoom is Zoom.FULL or size.isEmpty():
            return _PIXELS_PER_POINT
        by_width = max(width, 1) / size.width()
        if self._zoom is Zoom.WIDTH:
            return by_width
        return min(by_width, max(height, 1) / size.height())

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        self._let_go()
        self.viewport().update()
        middle = value + self.viewport().height() // 3
        pages = [i for i, box in enumerate(self._boxes) if box.top() <= middle]
        page = pages[-1] if pages else 0
        if page != self._current:
            self._current = page
            self.page_changed.emit(page)


class PaperView(QWidget):
    """Pages with their head: back and on, "Page 1 of 3", size; `end` takes more actions."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.pages = PaperPages()
        self.pages.setAccessibleName(texts.t("Preview of the pages"))
        self._back = IconButton("chevron_left", texts.t("Page before"), height=28)
        self._on = IconButton("chevron_right", texts.t("Next page"), height=28)
        self._where = Label("", Type.CONTROL)
        self._zoom = Button(texts.t("Fit width"), Kind.SUBTLE, height=28)
        menu = QMenu(self._zoom)
        self._zooms = {
            menu.addAction(texts.t("Fit width")): Zoom.WIDTH,
            menu.addAction(texts.t("Whole page")): Zoom.PAGE,
            menu.addAction(texts.t("Size of paper")): Zoom.FULL,
        }
        menu.triggered.connect(self._on_zoom)
        self._zoom.setMenu(menu)
        head = Surface("window", edge=Qt.Edge.BottomEdge)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(4))
        row.addWidget(self._back)
        row.addWidget(self._where)
        row.addWidget(self._on)
        row.addStretch(1)
        row.addWidget(self._zoom)
        self.end = QHBoxLayout()
        row.addLayout(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.pages, 1)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self.pages.page_changed.connect(self._tell_where)
        self._tell_where()

    @Slot()
    def _go_back(self) -> None:
        self.pages.go_to(self.pages.current_page - 1)

    @Slot()
    def _go_on(self) -> None:
        self.pages.go_to(self.pages.current_page + 1)

    @Slot()
    def _tell_where(self) -> None:
        count = self.pages.page_count
        page = self.pages.current_page
        self._where.set_text(
            self._texts.t("Page {page} of {count}", page=page + 1, count=count) if count else ""
        )
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page < count - 1)

    def _on_zoom(self, action: QAction) -> None:
        self._zoom.set_words(action.text())
        self.pages.set_zoom(self._zooms[action])
