"""A new recipient for the directory, entered where it is needed."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.errors import AppError
from desktop.files.mail import one_address
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice, ComboField, LineField
from desktop.ui.widgets.panels import Panel
from desktop.ui.wording import capital
from desktop.usecases.dispatching import add_organisation
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import OrganisationRow
from reports.texts import Texts


class RecipientForm(Panel):
    """Name, kind and address; what was typed stays until it was stored or put away.

    Signals:
        added(OrganisationRow): the recipient stands in the directory.
    """

    added = Signal(object)

    def __init__(
        self,
        desk: Desk,
        book: ReferenceBook,
        texts: Texts,
        jobs: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        t = texts.t
        super().__init__(t("New recipient"), ground="subtle", parent=parent)
        self._desk = desk
        self._texts = texts
        self._jobs = jobs
        self.name = LineField(t("Name"), needed=True)
        self.kind = ComboField(
            t("Kind"),
            [Choice(code, capital(word)) for code, word in book.lists["organisation_kind"].items()],
        )
        self.kind.set_value("border_service")
        self.email = LineField(t("E-mail"), needed=True)
        self.add = Button(t("Add to the directory"), height=28)
        self._away = Button(t("Cancel"), height=28)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.email, 1, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(self._away)
        row.addWidget(self.add)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        self.setFocusProxy(self.name)
        self.add.clicked.connect(self._on_add)
        self._away.clicked.connect(self.hide)

    @Slot()
    def _on_add(self) -> None:
        self.name.set_problem("")
        self.email.set_problem("")
        try:
            address = one_address(self.email.value())
        except AppError as error:
            self.email.set_problem(error_sentence(self._texts, error))
            self.email.setFocus()
            return
        self.add.setEnabled(False)
        job = partial(_added, self._desk, self.name.value(), self.kind.value(), address)
        self._jobs.run(job, self._on_added, self._on_failed, owner=self, lane=Lane.WRITE)

    def _on_added(self, row: OrganisationRow) -> None:
        self.add.setEnabled(True)
        self.name.set_value("")
        self.email.set_value("")
        self.hide()
        self.added.emit(row)

    def _on_failed(self, error: AppError) -> None:
        self.add.setEnabled(True)
        self.name.set_problem(error_sentence(self._texts, error))
        self.name.setFocus()


def _added(desk: Desk, name: str, kind: str, email: str, _progress: Progress) -> OrganisationRow:
    organisation_id, _ = add_organisation(desk, name, kind, email)
    return OrganisationRow(organisation_id, kind, name, None, email, "")
