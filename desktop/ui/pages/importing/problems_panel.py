"""The problems of a list at the side of the grid, together by their kind, each with its remedy."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.intake.model import Remedy
from desktop.ui import paint
from desktop.ui.pages.importing.problem_groups import (
    ASIDE,
    AsideGroup,
    ProblemGroup,
    remedy_words,
)
from desktop.ui.pages.importing.sheet_model import MARKS
from desktop.ui.theme import Mark, Theme, Type, color, px
from desktop.ui.widgets.alerts import MarkIcon
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.scroll_column import ScrollColumn
from reports.texts import Texts

_WIDTH = 292
_MOST_REMEDIES = 2


class GroupRow(QWidget):
    """One kind of problem: icon, heading, count, a sentence, and what mends all of them.

    Signals:
        remedy_asked(Remedy): apply a remedy to all of them.
        shown_asked: show their rows.
        sheet_asked: go back to the sheet and its columns.
    """

    remedy_asked = Signal(object)
    shown_asked = Signal()
    sheet_asked = Signal()

    def __init__(
        self,
        texts: Texts,
        mark: Mark,
        heading: str,
        sentence: str,
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._current = False
        self._remedies: dict[QObject, Remedy] = {}
        self.heading = heading
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(14), px(10))
        row.setSpacing(px(8))
        row.addWidget(MarkIcon(mark, 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(3))
        first = QHBoxLayout()
        first.setSpacing(px(8))
        title = Label(heading, Type.BODY_STRONG, wrap=True)
        first.addWidget(title, 1)
        number = Label(texts.number(count), Type.BODY_STRONG, mark.state)
        first.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        self.sentence = Label(sentence, Type.CAPTION, "text2", wrap=True, private=True)
        words.addWidget(self.sentence)
        self.buttons = QWidget()
        self._flow = FlowLayout(px(6), self.buttons)
        words.addWidget(self.buttons)
        self.buttons.hide()
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{heading}, {count}. {sentence}")

    def add_remedies(self, remedies: Sequence[Remedy]) -> None:
        """Offer remedies, the likeliest framed."""
        for place, remedy in enumerate(remedies):
            kind = Kind.SUBTLE if place else Kind.SECONDARY
            button = self._add(Button(remedy_words(self._texts, remedy), kind, height=28))
            button.clicked.connect(self._on_remedy)
            self._remedies[button] = remedy

    def add_show(self) -> None:
        """Offer to show the rows."""
        button = self._add(Button(self._texts.t("Show"), Kind.SUBTLE, height=28))
        button.setAccessibleName(self._texts.t("Show: {what}", what=self.heading))
        button.clicked.connect(self.shown_asked)

    def add_sheet(self) -> None:
        """Offer the way back to the sheet."""
        button = self._add(Button(self._texts.t("Sheet and columns"), Kind.SUBTLE, height=28))
        button.clicked.connect(self.sheet_asked)

    def set_current(self, current: bool) -> None:
        """Whether the cell with the keyboard has this problem."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the current one, and a hairline below."""
        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), color("accent_bg"))
            if Theme.current().is_contrast:
                box = self.rect().adjusted(1, 1, -1, -2)
                paint.rounded(painter, box.toRectF(), 0, None, color("accent"))
        paint.hairline(painter, 0, self.width(), self.height() - 1)

    def _add(self, button: Button) -> Button:
        self._flow.addWidget(button)
        self.buttons.show()
        return button

    @Slot()
    def _on_remedy(self) -> None:
        self.remedy_asked.emit(self._remedies[self.sender()])


class ProblemsPanel(Surface):
    """All kinds of problems, and the rows that are no people.

    Signals:
        remedy_asked(str, Remedy): apply a remedy to all problems of a code.
        shown_asked(str): show the rows of a code, or of `ASIDE`.
        sheet_asked: go back to the sheet and its columns.
        undo_asked: take the last decision back.
    """

    remedy_asked = Signal(str, object)
    shown_asked = Signal(str)
    sheet_asked = Signal()
    undo_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("surface", edge=Qt.Edge.LeftEdge, parent=parent)
        self._texts = texts
        self._groups: tuple[ProblemGroup, ...] = ()
        self.rows: dict[str, GroupRow] = {}
        self._keys: dict[QObject, str] = {}
        self.setFixedWidth(px(_WIDTH))
        self._count = Label("", Type.CAPTION, "text2")
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(12), px(14), px(10))
        head.addWidget(Label(texts.t("Problems"), Type.HEADING))
        head.addStretch(1)
        head.addWidget(self._count)
        self._list = ScrollColumn("surface")
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.body.setSpacing(0)
        self._last = _LastDecision(texts)
        self._last.undo.clicked.connect(self.undo_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._list, 1)
        column.addWidget(self._last)
        self.setAccessibleName(texts.t("Problems"))

    def show_problems(self, groups: Sequence[ProblemGroup], aside: AsideGroup) -> None:
        """Show these groups; where they are the same as before, nothing moves."""
        count = sum(len(group.problems) for group in groups)
        rows = {row for group in groups for row in group.rows}
        t = self._texts.t
        self._count.set_text(t("{n} in {rows} rows", n=count, rows=len(rows)) if count else "")
        self._clear()
        self._groups = tuple(groups)
        for group in groups:
            self._add(group.code, self._group_row(group))
        if not groups:
            nothing = Label(t("Nothing on this list is in doubt."), Type.BODY, "text2", wrap=True)
            nothing.setContentsMargins(px(14), px(12), px(14), px(12))
            self._list.body.addWidget(nothing)
        if aside.rows:
            heading = t("Rows that are not people")
            row = GroupRow(self._texts, Mark.INFO, heading, aside.sentence, len(aside.rows))
            row.add_show()
            self._add(ASIDE, row)
        self._list.body.addStretch(1)

    def set_current(self, codes: frozenset[str]) -> None:
        """Light up the kinds of problems that the cell with the keyboard has."""
        for code, row in self.rows.items():
            row.set_current(code in codes)
            if code in codes:
                self._list.ensureWidgetVisible(row, 0, 0)

    def show_last(self, words: str) -> None:
        """Offer to take the last decision back; '' where there is none."""
        self._last.show_words(words)

    def _clear(self) -> None:
        body = self._list.body
        empty(body)
        self.rows = {}
        self._keys = {}

    def _group_row(self, group: ProblemGroup) -> GroupRow:
        mark = MARKS[group.severity]
        row = GroupRow(self._texts, mark, group.heading, group.sentence, len(group.problems))
        bulk = [remedy for remedy in group.remedies if remedy is not Remedy.EDIT]
        row.add_remedies(bulk[:_MOST_REMEDIES])
        if group.rows:
            row.add_show()
        if group.is_of_the_sheet:
            row.add_sheet()
        return row

    def _add(self, key: str, row: GroupRow) -> None:
        self.rows[key] = row
        self._keys[row] = key
        row.remedy_asked.connect(self._on_remedy)
        row.shown_asked.connect(self._on_shown)
        row.sheet_asked.connect(self.sheet_asked)
        self._list.body.addWidget(row)

    @Slot(object)
    def _on_remedy(self, remedy: Remedy) -> None:
        self.remedy_asked.emit(self._keys[self.sender()], remedy)

    @Slot()
    def _on_shown(self) -> None:
        self.shown_asked.emit(self._keys[self.sender()])


class _LastDecision(Surface):
    """What was decided last, with the way back."""

    def __init__(self, texts: Texts) -> None:
        super().__init__("subtle", edge=Qt.Edge.TopEdge)
        self._words = Label("", Type.CAPTION, "text2", wrap=True)
        self.undo = Button(
            texts.t("Undo"), Kind.SUBTLE, icon="arrow_undo", hint="Ctrl+Z", height=28
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(5), px(6), px(5))
        row.setSpacing(px(6))
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.hide()

    def show_words(self, words: str) -> None:
        self._words.set_text(words)
        self.setVisible(bool(words))
