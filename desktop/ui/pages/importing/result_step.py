"""Step 5: what became of every row, with the ways on."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.values import ImportOutcome
from desktop.messages.sentences import sentence
from desktop.ui.models import Align, Cell, Column, LazyTableModel
from desktop.ui.pages.importing.duplicates_step import OUTCOME_MARKS
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.pages.importing.rehearsal import Side, side_of_form
from desktop.ui.pages.importing.wording import result_sums
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.summary import SummaryLine, SummaryPart
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.table.columns import pill_column_width
from desktop.usecases.importing import ImportResult, RowOutcome
from reports.texts import Texts

_ORDER = (
    ImportOutcome.REJECTED,
    ImportOutcome.REVIEW,
    ImportOutcome.MATCHED,
    ImportOutcome.CREATED,
)
_NOBODY = Side("", "", "", "")


@dataclass(frozen=True)
class ResultRow:
    """One row of the list and what became of it."""

    row: int
    outcome: ImportOutcome
    who: Side
    group: str
    detail: str
    """Whom it joined or may be, or why it was not stored."""
    person_id: UUID | None


class ResultStep(QWidget):
    """What was created, joined, marked for review and not stored.

    Signals:
        undo_asked: take the import back.
        another_asked: begin with another list.
        person_asked(object): show this person.
    """

    undo_asked = Signal()
    another_asked = Signal()
    person_asked = Signal(object)

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: ImportResult | None = None
        self._only = ""
        t = presenter.texts.t
        self.notice = NoticeSlot()
        self.notice.setContentsMargins(0, px(10), 0, 0)
        self.undo = Button(t("Undo import"), icon="arrow_undo", height=28)
        self.another = Button(t("Import another list"), icon="document_arrow_up", height=28)
        self.undo.clicked.connect(self.undo_asked)
        self.another.clicked.connect(self.another_asked)
        self.model: LazyTableModel[ResultRow] = LazyTableModel(
            _columns(presenter.texts), _row_number, parent=self
        )
        self.table = DataTable(t("Result"))
        self.table.show_model(self.model)
        self.table.row_opened.connect(self._on_row)
        self.sum_line = SummaryLine()
        self.sum_line.chosen.connect(self._on_sum)
        tools = QHBoxLayout()
        tools.setContentsMargins(px(16), px(10), px(16), px(10))
        tools.setSpacing(px(8))
        tools.addWidget(self.another)
        tools.addWidget(self.undo)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.sum_line)
        self.setFocusProxy(self.another)

    def refresh(self) -> None:
        """Show what the presenter knows."""
        result = self._presenter.result
        if result is None:
            return
        undone = self._presenter.was_undone
        self.undo.setEnabled(not undone and not self._presenter.busy)
        if result is not self._shown:
            self._shown = result
            self._only = ""
            self._show_rows(result)
        total, sums = result_sums(self._presenter.texts, result)
        parts = [SummaryPart(one.key, OUTCOME_MARKS[one.key], one.words) for one in sums]
        self.sum_line.set_sum(total, parts)
        self._say(result, undone)

    def _say(self, result: ImportResult, undone: bool) -> None:
        texts = self._presenter.texts
        t = texts.t
        if undone:
            self.notice.say(
                Mark.INFO,
                t("This import was undone."),
                t("Nothing of it is in the register. Your corrections are still here: go back to "
                  "import the list again."),
            )  # fmt: skip
        elif result.review:
            self.notice.say(
                Mark.WARN,
                texts.n(
                    "{n} new person may be somebody who was known already.",
                    "{n} new people may be people who were known already.",
                    result.review,
                ),
                t("They are stored and marked “to review”; they can be joined later."),
            )
        else:
            self.notice.clear()

    def _show_rows(self, result: ImportResult) -> None:
        found = self._presenter.rehearsal
        known = {one.row: one.other for one in reversed(found.meetings)} if found else {}
        rows = [
            _result_row(self._presenter.texts, outcome, known.get(outcome.row))
            for outcome in sorted(result.rows, key=_worst_first)
            if self._only in ("", outcome.outcome.value)
        ]
        self.model.set_items(rows)

    @Slot(object)
    def _on_row(self, number: int) -> None:
        place = self.model.row_of(number)
        if place is None or self._presenter.was_undone:
            return
        person_id = self.model.items[place].person_id
        if person_id is not None:
            self.person_asked.emit(person_id)

    @Slot(str)
    def _on_sum(self, key: str) -> None:
        """Show only the rows of a part of the sum; the same part again shows all."""
        if self._shown is not None:
            self._only = "" if self._only == key else key
            self._show_rows(self._shown)


def _result_row(texts: Texts, outcome: RowOutcome, known: Side | None) -> ResultRow:
    detail = sentence(texts, outcome.reason) if outcome.reason else ""
    if known is not None:
        detail = f"{known.name} · {known.note}"
    return ResultRow(
        row=outcome.row,
        outcome=outcome.outcome,
        who=side_of_form(texts, outcome.form) if outcome.form else _NOBODY,
        group=outcome.group,
        detail=detail,
        person_id=outcome.person_id,
    )


def _columns(texts: Texts) -> list[Column[ResultRow]]:
    t = texts.t
    words = {
        ImportOutcome.CREATED: t("Created"),
        ImportOutcome.REVIEW: t("To review"),
        ImportOutcome.MATCHED: t("Joined"),
        ImportOutcome.REJECTED: t("Not stored"),
    }

    def outcome(row: ResultRow) -> Cell:
        return Cell.pill(OUTCOME_MARKS[row.outcome.value], words[row.outcome])

    return [
        Column("row", t("row"), _number, 68, Align.TRAILING),
        Column("name", t("Name"), _name, 260, stretches=True),
        Column("birth", t("Birth date"), _birth, 120),
        Column("document", t("Document"), _document, 140),
        Column("group", t("Group"), _group, 110),
        Column("outcome", t("What became of it"), outcome, pill_column_width(words.values(), 144)),
        Column("detail", t("Known as, or why"), _detail, 330),
    ]


def _number(row: ResultRow) -> Cell:
    return Cell.plain(str(row.row), key="text3")


def _name(row: ResultRow) -> Cell:
    return Cell.name(row.who.name or "–", row.who.latin)


def _birth(row: ResultRow) -> Cell:
    return Cell.plain(row.who.birth)


def _document(row: ResultRow) -> Cell:
    return Cell.plain(row.who.document)


def _group(row: ResultRow) -> Cell:
    return Cell.with_icon("people_team", row.group)


def _detail(row: ResultRow) -> Cell:
    return Cell.plain(row.detail, private=row.outcome is not ImportOutcome.REJECTED)


def _row_number(row: ResultRow) -> int:
    return row.row


def _worst_first(outcome: RowOutcome) -> tuple[int, int]:
    return _ORDER.index(outcome.outcome), outcome.row
