"""The list of people as a screen: head, filters, bulk bar, table, and one person's details."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.pages.people.assign_dialog import AssignDialog
from desktop.ui.pages.people.details import DetailsPanel
from desktop.ui.pages.people.filter_bar import FilterBar
from desktop.ui.pages.people.people_table import PeopleTable
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.summary import BulkBar
from desktop.usecases.views import PeopleFilter

_SETTLE_MS = 70
_PANEL = 352
_WIDE_PANEL = 400
_WIDE = 1_500
_REMEMBERED = ("status", "region", "missing", "without_movement")


class PeopleList(QWidget):
    """Finds people, shows what is missing for one, and puts many on a movement.

    Signals:
        open_asked(object, str): open the page of a person, at a section or ''.
        add_asked, import_asked: a way to put people here was pressed.
        movement_asked(object): open this movement.
        movement_wanted(object): plan a new movement for these people.
        assigned(object, str, int): the change, code of the movement, number of people.
        failed(AppError): something could not be read.
    """

    open_asked = Signal(object, str)
    add_asked = Signal()
    import_asked = Signal()
    movement_asked = Signal(object)
    movement_wanted = Signal(object)
    assigned = Signal(object, str, int)
    failed = Signal(object)

    def __init__(
        self, presenter: PeoplePresenter, jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = presenter.texts
        self._jobs = jobs
        self._shown_id: UUID | None = None
        self._reading: JobHandle[PersonShown] | None = None
        self.dialog: AssignDialog | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read_details)
        t = self._texts.t
        self._import = Button(t("Import list"), icon="document_arrow_up")
        self._add = Button(t("Add person"), Kind.PRIMARY, icon="person_add", hint="Ctrl+N")
        self.head = PageHead(
            t("People"),
            t("Who waits for the way home, how far are they, and what is missing?"),
            (self._import, self._add),
        )
        self.filters = FilterBar(self._texts, presenter, jobs)
        self._columns = IconButton("column_triple", t("Columns"), height=28)
        self.filters.end.addWidget(self._columns)
        self._assign = Button(t("Assign to movement"), Kind.SUBTLE, icon="vehicle_bus", height=28)
        self.bulk = BulkBar((self._assign,))
        self._nobody = Button(t("Clear selection"), Kind.SUBTLE, icon="dismiss", height=28)
        self.bulk.end.addWidget(self._nobody)
        self.people = PeopleTable(presenter, jobs)
        self.details = DetailsPanel(self._texts)
        self._lay_out()
        self._connect()

    @property
    def current_id(self) -> UUID | None:
        """Who is shown in the details."""
        return self._shown_id

    def show_people(self, where: PeopleFilter) -> None:
        """Narrow the list."""
        self.filters.set_where(where)
        self.people.show_people(where)

    def reload(self) -> None:
        """Read the list and the details again."""
        self.people.reload()
        self._read_details()

    def find_here(self) -> None:
        """Bring the cursor to the filter."""
        self.filters.search.take_focus()

    def select(self, person_id: UUID) -> None:
        """Show a person, in the list where the row is here."""
        if not self.people.table.go_to(person_id):
            self._on_current(person_id)

    def state(self) -> dict[str, Any]:
        """What is remembered for the officer: columns, and what the list is narrowed to."""
        where = asdict(self.filters.where)
        kept = {name: where[name] for name in _REMEMBERED if where[name]}
        return {"table": self.people.table.layout_state(), "filter": kept}

    def restore(self, state: Mapping[str, Any]) -> PeopleFilter:
        """Take up what `state` gave; answers the filter, which is not shown yet."""
        self.people.table.restore_layout(state.get("table", {}))
        kept = state.get("filter", {})
        texts = {name: kept[name] for name in _REMEMBERED[:-1] if isinstance(kept.get(name), str)}
        return PeopleFilter(**texts, without_movement=bool(kept.get("without_movement")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider panel on a wide screen."""
        super().resizeEvent(event)
        wide = self.width() >= px(_WIDE)
        self.details.setFixedWidth(px(_WIDE_PANEL if wide else _PANEL))

    def assign(self, people: Callable[[Callable[[], None]], Sequence[UUID]]) -> None:
        """Ask for the movement that people are put on."""
        self.dialog = AssignDialog(self._presenter, self._jobs, people, self.window())
        self.dialog.assigned.connect(self.assigned)
        self.dialog.new_asked.connect(self.movement_wanted)
        self.dialog.open()

    def _lay_out(self) -> None:
        ground = Surface("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.bulk)
        column.addWidget(self.people, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(ground, 1)
        row.addWidget(self.details)
        self.details.setFixedWidth(px(_PANEL))
        self.bulk.hide()

    def _connect(self) -> None:
        self._import.clicked.connect(self.import_asked)
        self._add.clicked.connect(self.add_asked)
        self._columns.clicked.connect(self._open_columns)
        self._assign.clicked.connect(self._assign_selected)
        self._nobody.clicked.connect(self.people.table.clear_selection)
        self.filters.changed.connect(self._on_filtered)
        self.filters.entered.connect(self._on_entered)
        self.filters.moved_down.connect(self.people.take_keyboard)
        self.filters.left.connect(self.people.take_keyboard)
        self.filters.failed.connect(self.failed)
        self.people.current.connect(self._on_current)
        self.people.opened.connect(self._on_opened)
        self.people.selected.connect(self._on_selected)
        self.people.shown.connect(self._on_shown)
        self.people.status_asked.connect(self._on_status)
        self.people.add_asked.connect(self.add_asked)
        self.people.import_asked.connect(self.import_asked)
        self.people.clear_asked.connect(self._show_everybody)
        self.details.open_asked.connect(self.open_asked)
        self.details.assign_asked.connect(self._assign_one)
        self.details.member_chosen.connect(self.select)
        self.details.movement_asked.connect(self.movement_asked)

    @Slot()
    def _on_filtered(self) -> None:
        self.people.show_people(self.filters.where)

    @Slot()
    def _on_entered(self) -> None:
        """Enter opens the only person who fits, else goes to the list."""
        if self.people.model.rowCount() == 1 and self._shown_id is not None:
            self.open_asked.emit(self._shown_id, "")
        else:
            self.people.take_keyboard()

    @Slot()
    def _show_everybody(self) -> None:
        self.show_people(PeopleFilter())
        self.find_here()

    @Slot(str)
    def _on_status(self, status: str) -> None:
        self.filters.choose("status", status)

    @Slot(int)
    def _on_shown(self, _count: int) -> None:
        empty = self.people.is_empty_register
        self._import.setHidden(empty)
        self._add.setHidden(empty)
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        count = self.people.table.selection().count
        texts = self._texts
        total = texts.number(self.people.model.rowCount())
        self.bulk.set_count(texts.t("{n} of {total} selected", n=texts.number(count), total=total))
        self.bulk.setVisible(count > 0)

    @Slot(object)
    def _on_opened(self, person_id: UUID) -> None:
        self.open_asked.emit(person_id, "")

    @Slot(object)
    def _on_current(self, person_id: UUID | None) -> None:
        self._shown_id = person_id
        self._settle.start()

    @Slot()
    def _read_details(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if self._shown_id is None:
            self.details.show_nothing()
            return
        job = partial(_shown, self._presenter, self._shown_id)
        self._reading = self._jobs.run(job, self._on_details, self._on_no_details, owner=self)

    def _on_details(self, person: PersonShown) -> None:
        if person.id == self._shown_id:
            self.details.show_person(person)

    def _on_no_details(self, error: AppError) -> None:
        self.details.show_failure(error_sentence(self._texts, error))

    @Slot()
    def _assign_selected(self) -> None:
        selection = self.people.table.selection()
        if selection.everything:
            self.assign(partial(self._presenter.ids, self.people.where))
        else:
            ids = tuple(one for one in selection.ids if isinstance(one, UUID))
            self.assign(partial(_same, ids))

    @Slot(object)
    def _assign_one(self, person_id: UUID) -> None:
        self.assign(partial(_same, (person_id,)))

    @Slot()
    def _open_columns(self) -> None:
        menu = QMenu(self)
        shown = self.people.table.columns_shown()
        for column in self.people.model.columns:
            if column.title and column.key != "name":
                action = menu.addAction(column.title)
                action.setCheckable(True)
                action.setChecked(shown[column.key])
                action.setData(column.key)
        menu.triggered.connect(self._on_column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height() + px(4))))

    @Slot(QAction)
    def _on_column(self, action: QAction) -> None:
        self.people.table.show_column(str(action.data()), action.isChecked())


def _shown(presenter: PeoplePresenter, person_id: UUID, _progress: Progress) -> PersonShown:
    return presenter.shown(person_id)


def _same(ids: Sequence[UUID], _check: Callable[[], None]) -> Sequence[UUID]:
    return ids
