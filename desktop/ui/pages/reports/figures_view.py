"""The first figures of the ministry's summary: six numbers and two small tables."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.pages.reports.figures import Figure, Figures, FigureTable
from desktop.ui.theme import State, Type, px
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_WIDEST = 760
_TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresView(ScrollColumn):
    """What the workbook says now. It has no pages: it opens in Excel."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("track", parent=parent)
        self._texts = texts
        self._panel: Panel | None = None
        self.figures: Figures | None = None
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self.figures = figures
        self._panel = self._made(figures)
        while self.body.count():
            self.body.takeAt(0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._panel, 20)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _made(self, figures: Figures) -> Panel:
        panel = Panel()
        panel.setMaximumWidth(px(_WIDEST))
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        panel.body.setContentsMargins(px(24), px(20), px(24), px(20))
        panel.body.setSpacing(px(4))
        panel.body.addWidget(Label(figures.title, Type.SECTION, wrap=True))
        panel.body.addWidget(Label(figures.subtitle, Type.CAPTION, "text2", wrap=True))
        panel.body.addSpacing(px(12))
        panel.body.addLayout(_numbers(figures.figures))
        for table in figures.tables:
            panel.body.addSpacing(px(16))
            panel.body.addWidget(Label(table.heading, Type.HEADING))
            panel.body.addWidget(_Table(table, self._texts))
        panel.body.addSpacing(px(16))
        panel.body.addLayout(self._note())
        return panel

    def _note(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Icon("document_table", key="ok"), 0, Qt.AlignmentFlag.AlignTop)
        words = self._texts.t(
            "This is the beginning. The workbook opens in Excel, with charts, all tables, "
            "movements and the list of people."
        )
        row.addWidget(Label(words, Type.BODY, "text2", wrap=True), 1)
        return row


def _numbers(figures: tuple[Figure, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(12))
    for place, figure in enumerate(figures):
        cell = QVBoxLayout()
        cell.setSpacing(0)
        key = State.BLOCKED if figure.alerts else "text"
        cell.addWidget(Label(figure.value, Type.FIGURE, key))
        cell.addWidget(Label(figure.words, Type.CAPTION, "text2", wrap=True))
        grid.addLayout(cell, place // 3, place % 3)
        grid.setColumnStretch(place % 3, 1)
    return grid


class _Table(QWidget):
    """Words left, numbers right, hairlines between, the sum strong."""

    def __init__(self, table: FigureTable, texts: Texts) -> None:
        super().__init__()
        self.setAccessibleName(table.heading)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        columns = len(table.columns)
        self._add(grid, 0, table.columns, Type.CAPTION_STRONG, "text2")
        grid.addWidget(Rule("line2"), 1, 0, 1, columns)
        line = 2
        for row in table.rows:
            self._add(grid, line, row, Type.BODY, "text")
            grid.addWidget(Rule(), line + 1, 0, 1, columns)
            line += 2
        if table.more:
            more = texts.n("and {n} more row", "and {n} more rows", table.more)
            self._add(grid, line, (more,), Type.CAPTION, "text2")
            grid.addWidget(Rule(), line + 1, 0, 1, columns)
            line += 2
        self._add(grid, line, table.total, Type.BODY_STRONG, "text")

    def _add(
        self, grid: QGridLayout, line: int, cells: tuple[str, ...], name: Type, key: str
    ) -> None:
        for column, text in enumerate(cells):
            label = Label(text, name, key, wrap=column == 0)
            label.setContentsMargins(0, px(4), 0, px(4))
            if column:
                label.setAlignment(_TRAILING)
            grid.addWidget(label, line, column)
