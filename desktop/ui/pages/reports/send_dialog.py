"""A message with papers: to whom, with which words, for what. It becomes a draft, not a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.files.private import PrivateFolder
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.pages.reports.leaving import (
    Draft,
    Letter,
    Wording,
    draft,
    organisation_of,
    read_addresses,
)
from desktop.ui.pages.reports.orders import ListOrder, Order
from desktop.ui.pages.reports.recipient_form import RecipientForm
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import CheckField, Choice, ComboField, Field, LineField, TextField
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.rows import MarkRow
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import OrganisationRow
from reports.texts import Texts

_WIDTH = 860


@dataclass(frozen=True)
class Parcel:
    """What is sent, and what is known about it before the officer writes anything."""

    order: Order
    people: int
    purpose: str
    wording: Wording
    organisations: tuple[OrganisationRow, ...]
    mail_domains: tuple[str, ...]
    private: PrivateFolder


class SendDialog(Dialog):
    """Makes a draft. What was typed stays here until a draft was made of it.

    Signals:
        drafted(Draft): the message lies ready for the mail program.
    """

    drafted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        book: ReferenceBook,
        texts: Texts,
        jobs: JobRunner,
        parcel: Parcel,
        parent: QWidget | None = None,
    ) -> None:
        t = texts.t
        super().__init__(
            t("Send"),
            t(
                "The message opens in your mail program, where you read it once more and send it. "
                "Recipients, versions and purpose are recorded."
            ),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(_WIDTH))
        self._desk = desk
        self._texts = texts
        self._jobs = jobs
        self._parcel = parcel
        self._organisations = list(parcel.organisations)
        self.problem = NoticeSlot()
        self.directory = ComboField(
            t("Recipient from the directory"), placeholder=t("Choose a recipient")
        )
        self.new_recipient = Button(t("New recipient"), Kind.SUBTLE, icon="add")
        self.form = RecipientForm(desk, book, texts, jobs)
        self.to = TextField(t("To"), rows=2, hint=t("one address in each line"), needed=True)
        self.subject = LineField(t("Subject"), needed=True)
        self.message = TextField(t("Message"), rows=14)
        self.pdf = CheckField(t("PDF"), checked=True)
        self.excel = CheckField(t("Excel"))
        self._attached = QWidget()
        boxes = QHBoxLayout(self._attached)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(px(16))
        boxes.addWidget(self.pdf)
        boxes.addWidget(self.excel)
        boxes.addStretch(1)
        self.purpose = LineField(t("Purpose"), hint=t("is recorded"), needed=True)
        self.make = Button(t("Make draft"), Kind.PRIMARY, icon="mail")
        self._cancel = Button(t("Cancel"))
        self._lay_out()
        self._fill()
        self._connect()

    def _lay_out(self) -> None:
        """Recipients at the left, words at the right: a low screen has no room below."""
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(px(10))
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.directory, 1)
        first.addWidget(self.new_recipient, 0, Qt.AlignmentFlag.AlignBottom)
        left.addLayout(first)
        for widget in (self.form, self.to, self._attached, self.purpose):
            left.addWidget(widget)
        left.addStretch(1)
        right.addWidget(self.subject)
        right.addWidget(self.message)
        right.addStretch(1)
        names = self._texts.n(
            "The name of {n} person leaves the office: the purpose is recorded.",
            "Names of {n} people leave the office: the purpose is recorded.",
            self._parcel.people,
        )
        self.body.addLayout(row)
        self.body.addWidget(MarkRow(Mark.INFO, names))
        self.body.addWidget(self.problem)
        self.add_buttons(self._cancel, self.make)
        self.form.hide()
        self._attached.setVisible(isinstance(self._parcel.order, ListOrder))

    def _fill(self) -> None:
        self.subject.set_value(self._parcel.wording.subject)
        self.message.set_value(self._parcel.wording.body)
        self.purpose.set_value(self._parcel.purpose)
        self._show_directory()
        self.to.setFocus()

    def _connect(self) -> None:
        self.directory.committed.connect(self._on_recipient)
        self.new_recipient.clicked.connect(self._on_new)
        self.form.added.connect(self._on_added)
        self._cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self._on_make)

    def _show_directory(self) -> None:
        self.directory.set_choices(
            [
                Choice(row.email, f"{row.name} · {row.email}")
                for row in self._organisations
                if row.email
            ]
        )

    @Slot()
    def _on_recipient(self) -> None:
        self._add_address(self.directory.value())
        self.directory.set_value("")

    @Slot()
    def _on_new(self) -> None:
        self.form.show()
        self.form.setFocus()

    @Slot(object)
    def _on_added(self, row: OrganisationRow) -> None:
        self._organisations.append(row)
        self._show_directory()
        self._add_address(row.email)
        self.to.setFocus()

    def _add_address(self, address: str) -> None:
        written = [line for line in self.to.value().splitlines() if line.strip()]
        if address and address not in written:
            self.to.set_value("\n".join([*written, address]))

    @Slot()
    def _on_make(self) -> None:
        letter = self._letter()
        if letter is None:
            return
        self.problem.clear()
        self.make.setEnabled(False)
        parcel = self._parcel
        job = partial(
            _drafted, self._desk, parcel.order, letter, parcel.mail_domains, parcel.private
        )
        self._jobs.run(job, self._on_drafted, self._on_failed, owner=self, lane=Lane.WRITE)

    def _letter(self) -> Letter | None:
        """What was written, or None with the problem beside the first field that has one."""
        addresses = self._addresses()
        if not addresses or not self._has_words():
            return None
        boxes = (("pdf", self.pdf), ("xlsx", self.excel))
        formats = tuple(form for form, box in boxes if box.value())
        return Letter(
            addresses,
            self.subject.value(),
            f"{self.message.value()}\n",
            self.purpose.value(),
            formats or ("pdf",),
            organisation_of(addresses, self._organisations),
        )

    def _addresses(self) -> tuple[str, ...]:
        self.to.set_problem("")
        try:
            return read_addresses(self.to.value())
        except AppError as error:
            self._refuse(self.to, error_sentence(self._texts, error))
            return ()

    def _has_words(self) -> bool:
        t = self._texts.t
        needed = (
            (self.subject, t("A message needs a subject.")),
            (self.purpose, t("Say what the names are needed for; it is recorded.")),
        )
        for field, sentence in needed:
            field.set_problem("")
            if not field.value():
                self._refuse(field, sentence)
                return False
        return True

    def _refuse(self, field: Field, sentence: str) -> None:
        field.set_problem(sentence)
        field.setFocus()

    def _on_drafted(self, made: Draft) -> None:
        self.drafted.emit(made)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self.make.setEnabled(True)
        sentence = error_sentence(self._texts, error)
        if error.code.startswith("files.mail_subject"):
            self._refuse(self.subject, sentence)
        elif error.code.startswith("files.mail_"):
            self._refuse(self.to, sentence)
        else:
            kept = self._texts.t("What you wrote is still here.")
            self.problem.say(Mark.WARN, sentence, kept)


def _drafted(
    desk: Desk,
    order: Order,
    letter: Letter,
    domains: Sequence[str],
    private: PrivateFolder,
    _progress: Progress,
) -> Draft:
    return draft(desk, order, letter, domains, private)
