"""Choosing people for a movement, all of a place or a list, or one by one."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.errors import AppError, UserError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.models import Align, Cell, Column, PagedTableModel, selector
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.company import MOST_TRAVELLERS, Origins, company, origins
from desktop.ui.pages.movements.planning import CHOSEN, WhoDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.theme import Type, px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import CheckField, Choice, ComboField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.table import DataTable
from desktop.ui.wording import age_text, latin_line, present_place, shown_name
from desktop.usecases.views import PeopleFilter, PersonRow

_EVERYBODY = "everybody"


class AddPeopleDialog(Dialog):
    """Shows who is on no movement; those selected are put on this one.

    Signals:
        added(Done): people were put on the movement.
    """

    added = Signal(object)

    def __init__(
        self,
        presenter: MovementsPresenter,
        jobs: JobRunner,
        shown: MovementShown,
        parent: QWidget | None = None,
    ) -> None:
        self._texts = texts = presenter.texts
        t = texts.t
        super().__init__(t("Add travellers"), t("Everybody here is on no movement."), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        self._jobs = jobs
        self._movement_id = shown.id
        self._left = shown.seats - len(shown.travellers)
        self._origins: dict[str, PeopleFilter] = {}
        self._problem: ErrorPanel | None = None
        self.origin = ComboField(t("From"), [Choice(_EVERYBODY, t("Everybody"))])
        self.origin.set_value(_EVERYBODY)
        self.search = SearchField(t("Filter by name or document"), icon="search", height=32)
        self.model = PagedTableModel(_columns(presenter.people), _row_id, jobs, parent=self)
        self.table = DataTable(t("People without a movement"))
        self.table.setMinimumSize(px(760), px(320))
        self.table.show_model(self.model)
        self._nobody = EmptyState(
            "people",
            t("Nobody to choose from here"),
            t("Whoever is not shown is on a movement already, or does not fit the filter."),
        )
        self._stack = QStackedWidget()
        self.companions = CheckField(
            t("Take the other members of their groups along"), checked=True
        )
        self.count = Label("", Type.BODY_STRONG)
        self.add = Button(t("Add travellers"), Kind.PRIMARY)
        self._lay_out()
        self._connect()
        jobs.run(partial(_origins, presenter.people), self._on_origins, owner=self)
        self._open()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.origin, 1)
        bottom = Qt.AlignmentFlag.AlignBottom
        top.addWidget(self.search, 1, bottom)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.companions)
        foot.addStretch(1)
        foot.addWidget(self.count)
        self.body.addLayout(top)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(foot)
        cancel = Button(self._texts.t("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self.add)
        self.search.take_focus()

    def _connect(self) -> None:
        self.origin.committed.connect(self._open)
        self.search.searched.connect(self._open)
        self.search.entered.connect(self._take_keyboard)
        self.search.moved.connect(self._take_keyboard)
        self.search.left.connect(self.reject)
        self.table.selection_changed.connect(self._on_selected)
        self.table.row_opened.connect(self._add)
        self.model.opened.connect(self._on_opened)
        self.add.clicked.connect(self._add)

    def _where(self) -> PeopleFilter:
        chosen = self._origins.get(self.origin.value(), PeopleFilter())
        return PeopleFilter(
            text=self.search.text(),
            place_id=chosen.place_id,
            batch_id=chosen.batch_id,
            without_movement=True,
        )

    @Slot()
    def _open(self) -> None:
        """Show another list; those chosen one by one stay chosen, a whole list does not."""
        if self.table.selection().everything:
            self.table.clear_selection()
        self.model.set_source(self._presenter.people.source(self._where()))

    @Slot()
    def _take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_origins(self, found: Origins) -> None:
        number, t = self._texts.number, self._texts.t
        choices = [Choice(_EVERYBODY, t("Everybody: {n}", n=number(found.waiting)))]
        for one in found.places:
            self._origins[str(one.id)] = PeopleFilter(place_id=one.id)
            choices.append(Choice(str(one.id), f"{one.word}: {number(one.people)}"))
        for one in found.imports:
            self._origins[str(one.id)] = PeopleFilter(batch_id=one.id)
            choices.append(Choice(str(one.id), f"{one.word}: {number(one.people)}"))
        self.origin.set_choices(choices)

    @Slot(int)
    def _on_opened(self, count: int) -> None:
        self._stack.setCurrentWidget(self.table if count else self._nobody)
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        texts = self._texts
        selection = self.table.selection()
        count = selection.count
        chosen = texts.t("{n} chosen", n=texts.number(count))
        left = texts.n("{n} seat left", "{n} seats left", max(self._left, 0))
        self.count.set_text(f"{chosen} · {left}")
        self.add.setEnabled(selection.complete and 0 < count <= MOST_TRAVELLERS)

    @Slot()
    def _add(self) -> None:
        selection = self.table.selection()
        if not self.add.isEnabled():
            return
        self.add.setEnabled(False)
        ids = tuple(one for one in selection.ids if isinstance(one, UUID))
        where = self._where() if selection.everything else None
        job = partial(_add, self._presenter, self._movement_id, where, ids, self.companions.value())
        title = self._texts.t("Adding travellers")
        self._jobs.run(
            job, self._on_added, self._on_failed, owner=self, lane=Lane.WRITE, title=title
        )

    def _on_added(self, done: Done) -> None:
        self.added.emit(done)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
        kept = self._texts.t("Nobody was added.")
        self._problem = ErrorPanel(error_sentence(self._texts, error), kept)
        self.body.addWidget(self._problem)
        self._on_selected()


def _columns(people: PeoplePresenter) -> Sequence[Column[PersonRow]]:
    texts, book, today = people.texts, people.book, people.today()

    def name(row: PersonRow) -> Cell:
        return Cell.name(shown_name(row), latin_line(row))

    def age(row: PersonRow) -> Cell:
        return Cell.plain(age_text(row.birth, today))

    def group(row: PersonRow) -> Cell:
        return Cell.plain(row.group_label)

    def document(row: PersonRow) -> Cell:
        return Cell.plain(row.document.number if row.document else "", private=True)

    def place(row: PersonRow) -> Cell:
        return Cell.plain(present_place(book, row))

    return (
        selector(texts.t("Chosen")),
        Column("name", texts.t("Name"), name, 220, stretches=True),
        Column("age", texts.t("Age"), age, 56, Align.TRAILING),
        Column("group", texts.t("Group"), group, 72),
        Column("document", texts.t("Document"), document, 120),
        Column("place", texts.t("Where now"), place, 170),
    )


def _row_id(row: PersonRow) -> UUID:
    return row.id


def _origins(people: PeoplePresenter, progress: Progress) -> Origins:
    return origins(people, progress.check)


def _add(
    presenter: MovementsPresenter,
    movement_id: UUID,
    where: PeopleFilter | None,
    ids: tuple[UUID, ...],
    companions: bool,
    progress: Progress,
) -> Done:
    if where is not None:
        ids = presenter.people.ids(where, progress.check)
    if len(ids) > MOST_TRAVELLERS:
        raise UserError("movement.too_many", count=len(ids), most=MOST_TRAVELLERS)
    who = WhoDraft(CHOSEN, people=ids, companions=companions)
    found = company(presenter.people, who, progress.check)
    return presenter.actions.add_people(movement_id, found.travellers)
