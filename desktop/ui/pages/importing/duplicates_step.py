"""Step 4: rows of people who are known, and rows of people who may be, beside the register."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.messages.sentences import sentence
from desktop.ui.models import Align, Cell, Column, LazyTableModel
from desktop.ui.pages.importing.presenter import Busy, ImportPresenter
from desktop.ui.pages.importing.rehearsal import Meeting, Rehearsal
from desktop.ui.pages.importing.wording import rehearsal_sums
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.states import EmptyState, ProgressPanel
from desktop.ui.widgets.summary import SummaryLine, SummaryPart
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.table.columns import pill_column_width
from reports.texts import Texts

OUTCOME_MARKS = {
    "created": Mark.OK,
    "review": Mark.WARN,
    "matched": Mark.INFO,
    "rejected": Mark.BLOCKED,
}


class DuplicatesStep(QWidget):
    """What the comparison with the register found. Decisions about doubtful pairs come later."""

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: Rehearsal | None = None
        self._only = ""
        texts = presenter.texts
        t = texts.t
        self.notice = NoticeSlot()
        self.notice.setContentsMargins(0, px(10), 0, px(8))
        self.model: LazyTableModel[tuple[int, Meeting]] = LazyTableModel(
            _columns(texts), _place, parent=self
        )
        self.table = DataTable(t("Duplicates"))
        self.table.show_model(self.model)
        self.sum_line = SummaryLine()
        self.sum_line.chosen.connect(self._on_sum)
        self.progress = ProgressPanel(
            t("Comparing with the register"), t("You can go on working. Nothing is stored yet.")
        )
        waiting = Panel()
        waiting.setMaximumWidth(px(860))
        waiting.body.addWidget(self.progress)
        room = QWidget()
        space = QVBoxLayout(room)
        space.setContentsMargins(px(16), px(12), px(16), px(12))
        space.addWidget(waiting)
        space.addStretch(1)
        nobody = EmptyState(
            "people_add",
            t("Nobody on this list is known yet"),
            t("All rows become new people. You can undo the import afterwards."),
        )
        self._stack = QStackedWidget()
        for view in (room, nobody, self.table):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.sum_line)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Show what the presenter knows."""
        found = self._presenter.rehearsal
        texts = self._presenter.texts
        storing = self._presenter.busy is Busy.STORING
        if storing or found is None:
            heading = texts.t("Storing the people") if storing else texts.t(
                "Comparing with the register"
            )  # fmt: skip
            self.progress.set_heading(heading)
            self.progress.set_progress(1, 2, "")
            self._stack.setCurrentIndex(0)
            self.sum_line.setVisible(False)
            self.notice.clear()
            self._shown = None
            return
        if found is not self._shown:
            self._shown = found
            self._only = ""
            self._show_found(found)
        self._stack.setCurrentIndex(2 if found.meetings else 1)

    def _show_found(self, found: Rehearsal) -> None:
        texts = self._presenter.texts
        t = texts.t
        self._show_meetings(found)
        if found.known_file:
            self.notice.say(
                Mark.WARN,
                sentence(texts, "import.same_file"),
                t("Rows that are sure join the people of that import; nobody is doubled by them."),
            )
        elif found.review:
            self.notice.say(
                Mark.WARN,
                texts.n(
                    "{n} row may be somebody who is known already.",
                    "{n} rows may be people who are known already.",
                    found.review,
                ),
                t(
                    "They are stored as new people and stay marked “to review”, so that you can "
                    "decide later. Only rows with the same document and an agreeing name join."
                ),
            )
        else:
            self.notice.clear()
        total, sums = rehearsal_sums(texts, found)
        parts = [SummaryPart(one.key, OUTCOME_MARKS[one.key], one.words) for one in sums]
        self.sum_line.set_sum(total, parts)
        self.sum_line.setVisible(True)

    def _show_meetings(self, found: Rehearsal) -> None:
        wanted = {"review": False, "matched": True}.get(self._only)
        meetings = [one for one in found.meetings if wanted is None or one.joins is wanted]
        self.model.set_items(list(enumerate(meetings)))

    @Slot(str)
    def _on_sum(self, key: str) -> None:
        """Show only the rows of a part of the sum; the same part again shows all."""
        if self._shown is not None and key in ("review", "matched"):
            self._only = "" if self._only == key else key
            self._show_meetings(self._shown)


def _columns(texts: Texts) -> list[Column[tuple[int, Meeting]]]:
    t = texts.t
    cells = _MeetingCells(texts)
    outcome_width = pill_column_width((t("Joins"), t("To review")), 104)
    return [
        Column("row", t("row"), cells.row, 68, Align.TRAILING),
        Column("mine", t("In the list"), cells.mine, 220, stretches=True),
        Column("my_birth", t("Birth date"), cells.my_birth, 100),
        Column("my_document", t("Document"), cells.my_document, 104),
        Column("outcome", t("What happens"), cells.outcome, outcome_width),
        Column("other", t("In the register"), cells.other, 220, stretches=True),
        Column("birth", t("Birth date"), cells.birth, 112),
        Column("document", t("Document"), cells.document, 112),
        Column("note", t("Known as"), cells.note, 104),
    ]


class _MeetingCells:
    def __init__(self, texts: Texts) -> None:
        self._joins = texts.t("Joins")
        self._review = texts.t("To review")
        self._differs = texts.t("differs from the list")

    def row(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.plain(str(item[1].row), key="text3")

    def mine(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.name(item[1].mine.name, item[1].mine.latin)

    def my_birth(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.plain(item[1].mine.birth)

    def my_document(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.plain(item[1].mine.document)

    def outcome(self, item: tuple[int, Meeting]) -> Cell:
        if item[1].joins:
            return Cell.pill(Mark.INFO, self._joins)
        return Cell.pill(Mark.WARN, self._review)

    def other(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.name(item[1].other.name, item[1].other.latin)

    def birth(self, item: tuple[int, Meeting]) -> Cell:
        return self._beside(item[1].mine.birth, item[1].other.birth)

    def document(self, item: tuple[int, Meeting]) -> Cell:
        return self._beside(item[1].mine.document, item[1].other.document)

    def note(self, item: tuple[int, Meeting]) -> Cell:
        return Cell.plain(item[1].other.note, key="text2")

    def _beside(self, mine: str, other: str) -> Cell:
        if mine == other or not (mine and other):
            return Cell.plain(other)
        return Cell.marked(Mark.WARN, other, tip=self._differs)


def _place(item: tuple[int, Meeting]) -> int:
    return item[0]
