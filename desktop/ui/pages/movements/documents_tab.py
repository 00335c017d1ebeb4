"""The lists of a movement: what would be issued for a recipient, and what was issued."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobHandle, JobRunner, Lane, Progress
from desktop.ui.models import Align, Cell, Column, ListTableModel
from desktop.ui.pages.movements.papers import LANGUAGES, Draft, IssuedShown, Order, PapersPresenter
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import CheckField, Choice, ComboField, SegmentedField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.table import DataTable
from reports.texts import Texts

_SIDE_WIDTH = 324


class DocumentsTab(QWidget):
    """Chooses recipient, language and lists, issues them, and shows every version.

    Signals:
        issued(Order, str): lists were issued; the words say how many.
        preview_asked(Order): look at the lists first.
        counted(int): how many versions there are.
    """

    issued = Signal(object, str)
    preview_asked = Signal(object)
    counted = Signal(int)

    def __init__(
        self, presenter: PapersPresenter, jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = texts = presenter.texts
        self._jobs = jobs
        self._shown: MovementShown | None = None
        self._looking: JobHandle[tuple[Draft, ...]] | None = None
        self._failure: ErrorPanel | None = None
        self._ticks: dict[UUID | None, CheckField] = {}
        self._unticked: set[UUID | None] = set()
        t = texts.t
        recipients = [Choice(code, word) for code, word in presenter.recipients()]
        self.recipient = ComboField(t("For"), recipients)
        self.recipient.set_value(recipients[0].code)
        words = {"ru": t("Russian"), "en": t("English"), "fr": t("French")}
        self.language = SegmentedField(
            t("Language"), [Choice(code, words[code]) for code in LANGUAGES]
        )
        self.language.set_value(LANGUAGES[0])
        self._second = Label("", Type.CAPTION, "text2", wrap=True)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(px(8))
        self._said = Label("", Type.CAPTION, "text2", wrap=True)
        self.preview = Button(t("Preview"), icon="document_pdf", hint="Ctrl+P")
        self.issue = Button(t("Issue lists"), Kind.PRIMARY, icon="document_multiple")
        self.model = ListTableModel(_columns(texts), _row_id, parent=self)
        self.table = DataTable(t("Lists that were issued"))
        self.table.show_model(self.model)
        self._stack = QStackedWidget()
        self._lay_out()
        self.recipient.committed.connect(self._look)
        self.language.committed.connect(self._look)
        self.preview.clicked.connect(self._on_preview)
        self.issue.clicked.connect(self._on_issue)

    def show_movement(self, shown: MovementShown) -> None:
        """Look at the lists of this movement as they are now."""
        if self._shown is None or self._shown.id != shown.id:
            self._unticked = set()
            self._show_ticks(())
        self._shown = shown
        self._jobs.run(partial(_issued, self._presenter, shown), self._on_issued_read, owner=self)
        self._look()

    def take_keyboard(self) -> None:
        """Give the first choice the keyboard."""
        self.recipient.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> Order:
        """What is chosen."""
        ticked = {of for of, field in self._ticks.items() if field.value()}
        return Order(self.recipient.value(), self.language.value(), frozenset(ticked))

    def _lay_out(self) -> None:
        t = self._texts.t
        panel = Panel(t("Issue lists"))
        panel.setFixedWidth(px(_SIDE_WIDTH))
        side = ScrollColumn("surface")
        side.body.setContentsMargins(0, 0, px(4), 0)
        side.body.setSpacing(px(10))
        side.body.addWidget(self.recipient)
        side.body.addWidget(self.language)
        side.body.addWidget(self._second)
        side.body.addWidget(Label(t("Lists"), Type.LABEL, "text2"))
        side.body.addLayout(self._lists)
        side.body.addWidget(self._said)
        side.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.preview)
        buttons.addStretch(1)
        buttons.addWidget(self.issue)
        panel.body.addWidget(side, 1)
        self._failures = QVBoxLayout()
        panel.body.addLayout(self._failures)
        panel.body.addLayout(buttons)
        frame = Panel(flush=True)
        frame.body.addWidget(self.table)
        none = EmptyState(
            "document_multiple",
            t("No list was issued yet"),
            t("Each issue is kept as a numbered version, so that a border post and the office "
              "always speak of the same paper."),
        )  # fmt: skip
        self._stack.addWidget(frame)
        self._stack.addWidget(none)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(16))
        row.addWidget(panel)
        row.addWidget(self._stack, 1)

    @Slot()
    def _look(self) -> None:
        """Ask what would be issued for this recipient now."""
        if self._shown is None:
            return
        second = self.order().second
        under = self._texts.t("English stands under every word of the head and the columns.")
        self._second.set_text(under if second else "")
        self._second.setVisible(bool(second))
        if self._looking is not None:
            self._looking.cancel()
        self.issue.setEnabled(False)
        job = partial(_drafts, self._presenter, self._shown, self.order())
        self._looking = self._jobs.run(job, self._show_ticks, self._on_failed, owner=self)

    def _show_ticks(self, drafts: Sequence[Draft]) -> None:
        """A tick for every list, with what its next version would be."""
        self._looking = None
        while (item := self._lists.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ticks = {}
        for draft in drafts:
            field = CheckField(
                draft.word, note=self._note(draft), checked=draft.vehicle_id not in self._unticked
            )
            field.edited.connect(self._on_ticked)
            self._ticks[draft.vehicle_id] = field
            self._lists.addWidget(field)
        new = sum(draft.new for draft in drafts)
        if not drafts:
            words = self._texts.t("Nobody is on this movement, so there is no list.")
        elif new:
            words = self._texts.n("{n} new version", "{n} new versions", new)
        else:
            words = self._texts.t("The recipient has exactly these lists already.")
        self._said.set_text(words if self._shown is not None else "")
        self._enable()

    def _note(self, draft: Draft) -> str:
        version = self._texts.number(draft.version)
        people = self._texts.n("{n} person", "{n} people", draft.people)
        if draft.new:
            return self._texts.t("{people} · new version {n}", people=people, n=version)
        return self._texts.t("{people} · as in version {n}", people=people, n=version)

    @Slot()
    def _on_ticked(self) -> None:
        self._unticked = {of for of, field in self._ticks.items() if not field.value()}
        self._enable()

    def _enable(self) -> None:
        some = bool(self.order().only)
        self.issue.setEnabled(some)
        self.preview.setEnabled(some)

    def _on_issued_read(self, rows: tuple[IssuedShown, ...]) -> None:
        self.model.set_items(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.counted.emit(len(rows))

    @Slot()
    def _on_preview(self) -> None:
        self.preview_asked.emit(self.order())

    @Slot()
    def _on_issue(self) -> None:
        if self._shown is None or not self.issue.isEnabled():
            return
        self.issue.setEnabled(False)
        self._say_failure("")
        order = self.order()
        self._jobs.run(
            partial(_issue, self._presenter, self._shown.id, order),
            self._on_done,
            self._on_failed,
            owner=self,
            lane=Lane.WRITE,
            title=self._texts.t("Issuing lists"),
        )

    def _on_done(self, done: tuple[Order, str]) -> None:
        if self._shown is not None:
            self.show_movement(self._shown)
        self.issued.emit(*done)

    def _on_failed(self, error: AppError) -> None:
        self._looking = None
        self._say_failure(error_sentence(self._texts, error))
        self._enable()

    def _say_failure(self, words: str) -> None:
        if self._failure is not None:
            self._failure.hide()
            self._failure.deleteLater()
            self._failure = None
        if words:
            self._failure = ErrorPanel(words, self._texts.t("No list was issued."))
            self._failures.addWidget(self._failure)


def _columns(texts: Texts) -> Sequence[Column[IssuedShown]]:
    def number(row: IssuedShown) -> Cell:
        return Cell.two_lines(row.number, row.of, strong=True)

    def version(row: IssuedShown) -> Cell:
        words = texts.t("version {n}", n=texts.number(row.version))
        return Cell.marked(Mark.OK, words) if row.last else Cell.marked(Mark.EXEMPT, words)

    def people(row: IssuedShown) -> Cell:
        return Cell.plain(texts.number(row.people))

    plain: Callable[[str], Cell] = Cell.plain
    return (
        Column("number", texts.t("Number"), number, 150),
        Column("version", texts.t("Version"), version, 104),
        Column("recipient", texts.t("Recipient"), lambda row: plain(row.recipient), 130),
        Column("people", texts.t("People"), people, 66, Align.TRAILING),
        Column("at", texts.t("Issued"), lambda row: Cell.two_lines(row.at, row.zone), 150),
        Column("hash", texts.t("Checksum"), _checksum, 136),
        Column("done", texts.t("Done with it"), lambda row: plain(row.done), 110, stretches=True),
    )


def _checksum(row: IssuedShown) -> Cell:
    return Cell.plain(row.checksum, key="text2")


def _row_id(row: IssuedShown) -> UUID:
    return row.id


def _issued(
    presenter: PapersPresenter, shown: MovementShown, _progress: Progress
) -> tuple[IssuedShown, ...]:
    return presenter.issued(shown)


def _drafts(
    presenter: PapersPresenter, shown: MovementShown, order: Order, _progress: Progress
) -> tuple[Draft, ...]:
    return presenter.drafts(shown, order)


def _issue(
    presenter: PapersPresenter, movement_id: UUID, order: Order, _progress: Progress
) -> tuple[Order, str]:
    new, same = presenter.issue(movement_id, order)
    return order, presenter.issued_words(order, new, same)
