"""Step 2: which sheet, where its heading stands, what each column means, and where they are."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.lookups import Found, places
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.pages.importing.problem_groups import problem_sentence
from desktop.ui.pages.importing.sheet_grid import SheetGrid
from desktop.ui.pages.importing.sheet_model import MARKS
from desktop.ui.pages.importing.sheet_shown import ColumnShown, SheetShown, Trust
from desktop.ui.pages.importing.wording import recognised_words
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.fields import Choice, ComboField, LookupField
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.rows import MarkRow
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.summary import SummaryLine, SummaryPart

_PANEL_WIDTH = 292
_HEADING_ROWS = 40
_NONE = "0"


class ColumnsStep(QWidget):
    """The head of the sheet with its choices, and the doubts about its columns in words.

    Signals:
        sheet_chosen(str): read another sheet.
        heading_chosen(int, int): first and last row of the heading; 0, 0 for none.
        meaning_chosen(int, Field): column of the sheet, and what it shall mean.
        place_chosen(object): id of the place where these people are, or None.
    """

    sheet_chosen = Signal(str)
    heading_chosen = Signal(int, int)
    meaning_chosen = Signal(int, object)
    place_chosen = Signal(object)

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        t = presenter.texts.t
        self._places = places(presenter.book)
        self.sheet = ComboField(t("Sheet"))
        self.first = ComboField(t("Heading from row"))
        self.last = ComboField(t("to row"))
        self.place = LookupField(
            t("These people are now at"), placeholder=t("Place or crossing point"), icon="location"
        )
        self.grid = SheetGrid(presenter.texts, t("Sheet and columns"), editable=False)
        self.sum_line = SummaryLine()
        self._doubts = ScrollColumn("surface", lined=True)
        self._doubts.setFixedWidth(px(_PANEL_WIDTH))
        self._lay_out()
        self.sheet.committed.connect(self._on_sheet)
        self.first.committed.connect(self._on_first)
        self.last.committed.connect(self._on_last)
        self.place.asked.connect(self._on_place_asked)
        self.place.committed.connect(self._on_place)
        self.grid.head.meaning_chosen.connect(self.meaning_chosen)
        self.grid.head.choices_made.connect(self._order_tabs)
        self.setFocusProxy(self.sheet)

    def refresh(self) -> None:
        """Show what the presenter knows."""
        work = self._presenter.list
        read = work.read
        if read is None:
            return
        shown = work.shown
        names = [Choice(one.name, self._sheet_words(one.name, one.rows)) for one in
                 read.draft.sheets]  # fmt: skip
        self.sheet.set_choices(names)
        self.sheet.set_value(work.corrections.present.sheet)
        self.sheet.setEnabled(len(names) > 1)
        self._show_heading(shown)
        self.grid.show_sheet(shown, shown.top)
        self.grid.set_unlocked(work.may_correct)
        self._show_doubts(shown)
        self._show_sum(shown)

    def take_keyboard(self) -> None:
        """Give the keyboard to the grid, at its heading if it has no place yet."""
        shown = self._presenter.list.shown
        if self.grid.current_cell() is None and shown.columns:
            self.grid.go_to(max(shown.header_rows[1], 1), shown.columns[0].index)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, place_id: UUID | None) -> None:
        """Show the place that was chosen, or guessed from the title of the list."""
        found = self._places.of(str(place_id)) if place_id else None
        self.place.set_value(Choice(found.code, found.word) if found else None)
        draft = self._presenter.list.read
        guessed = found is not None and draft is not None
        t = self._presenter.texts.t
        self.place.set_hint(t("from the title of the list") if guessed else t("may stay open"))

    # Inside

    def _lay_out(self) -> None:
        self.sheet.setMaximumWidth(px(280))
        for field in (self.first, self.last):
            field.setFixedWidth(px(132))
        self.place.setMaximumWidth(px(340))
        tools = QHBoxLayout()
        tools.setContentsMargins(px(16), px(8), px(16), px(10))
        tools.setSpacing(px(12))
        tools.addWidget(self.sheet, 2)
        tools.addWidget(self.first)
        tools.addWidget(self.last)
        tools.addWidget(self.place, 3)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.grid, 1)
        left.addWidget(self.sum_line)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self._doubts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(Rule())
        column.addLayout(body, 1)

    def _sheet_words(self, name: str, rows: int) -> str:
        count = self._presenter.texts.n("{n} row", "{n} rows", rows)
        return f"{name} · {count}"

    def _show_heading(self, shown: SheetShown) -> None:
        t = self._presenter.texts.t
        rows = range(1, min(shown.last_row, _HEADING_ROWS) + 1)
        choices = [Choice(str(row), t("Row {row}", row=row)) for row in rows]
        first, last = shown.header_rows
        decided = self._presenter.list.corrections.present.header_rows
        if decided is not None:
            first, last = decided
        self.first.set_choices([Choice(_NONE, t("No heading")), *choices])
        self.first.set_value(str(first))
        self.last.set_choices([one for one in choices if int(one.code) >= first])
        self.last.set_value(str(last))
        self.last.setEnabled(first > 0)

    def _show_doubts(self, shown: SheetShown) -> None:
        body = self._doubts.body
        empty(body)
        texts = self._presenter.texts
        read = self._presenter.list.read
        for problem in read.draft.problems if read is not None else ():
            if not problem.row:
                mark = MARKS[problem.severity]
                body.addWidget(MarkRow(mark, problem_sentence(texts, problem), strong=True))
        body.addWidget(Label(texts.t("Columns"), Type.HEADING))
        for column in sorted(shown.columns, key=_first_the_doubtful):
            body.addWidget(_column_row(column))
        body.addStretch(1)

    def _show_sum(self, shown: SheetShown) -> None:
        texts = self._presenter.texts
        counts = {trust: sum(c.trust is trust for c in shown.columns) for trust in Trust}
        sure, doubtful = counts[Trust.SURE], counts[Trust.DOUBTFUL]
        aside = counts[Trust.ASIDE]
        words = texts.n("{n} understood", "{n} understood", sure)
        parts = [SummaryPart("sure", Mark.OK, words)]
        if doubtful:
            words = texts.n("{n} in doubt", "{n} in doubt", doubtful)
            parts.append(SummaryPart("doubtful", Mark.WARN, words))
        if aside:
            words = texts.n("{n} not read", "{n} not read", aside)
            parts.append(SummaryPart("aside", Mark.EXEMPT, words))
        read = self._presenter.list.read
        note = recognised_words(texts, read.draft) if read is not None else ""
        if self._presenter.list.is_reading:
            note = texts.t("Reading again…")
        total = texts.n("{n} column", "{n} columns", len(shown.columns))
        self.sum_line.set_sum(total, parts, note)

    @Slot()
    def _order_tabs(self) -> None:
        """The choices of meanings are reached behind the fields above them."""
        before: QWidget = self.place.edit
        for choice in self.grid.head.choices:
            self.setTabOrder(before, choice)
            before = choice
        self.setTabOrder(before, self.grid)

    @Slot()
    def _on_sheet(self) -> None:
        name = self.sheet.value()
        if name and name != self._presenter.list.corrections.present.sheet:
            self.sheet_chosen.emit(name)

    @Slot()
    def _on_first(self) -> None:
        first = int(self.first.value() or _NONE)
        high = self._presenter.list.shown.header_rows
        last = max(first, first + high[1] - high[0]) if first else 0
        self.heading_chosen.emit(first, last)

    @Slot()
    def _on_last(self) -> None:
        first, last = int(self.first.value() or _NONE), int(self.last.value() or _NONE)
        if first and last >= first:
            self.heading_chosen.emit(first, last)

    @Slot(str)
    def _on_place_asked(self, text: str) -> None:
        found = self._places.find(text)
        self.place.set_choices([Choice(one.code, one.word) for one in found])

    @Slot()
    def _on_place(self) -> None:
        """Take the chosen place, or the one that what was typed can only mean."""
        code = self.place.value()
        found: Found | None = self._places.of(code) if code else None
        if found is None and self.place.text():
            found = self._places.exact(self.place.text())
        t = self._presenter.texts.t
        unknown = bool(self.place.text()) and found is None
        self.place.set_problem(t("Choose a place from the list.") if unknown else "")
        if found is not None:
            self.place.set_value(Choice(found.code, found.word))
        self.place.set_hint("" if found is not None else t("may stay open"))
        self.place_chosen.emit(UUID(found.code) if found is not None else None)


def _first_the_doubtful(column: ColumnShown) -> tuple[bool, bool, int]:
    return column.trust is not Trust.DOUBTFUL, column.trust is Trust.ASIDE, column.index


def _column_row(column: ColumnShown) -> MarkRow:
    mark = {Trust.SURE: Mark.OK, Trust.DOUBTFUL: Mark.WARN, Trust.ASIDE: Mark.EXEMPT}[column.trust]
    title = f"{column.letters} · {column.header}" if column.header else column.letters
    detail = f"{column.word}. {column.doubt}" if column.doubt else column.word
    return MarkRow(mark, title, detail, strong=column.trust is Trust.DOUBTFUL)
