"""People behind an alert, to open one of them: children without an adult, rows to review."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.models import Cell, Column, ListTableModel
from desktop.ui.models.listed import LARGEST
from desktop.ui.pages.today.presenter import ReviewRow
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.panels import framed
from desktop.ui.widgets.table import DataTable
from desktop.ui.wording import (
    capital,
    latin_line,
    present_place,
    shown_name,
    years_text,
)
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import PersonRow
from reports.texts import Texts

T = TypeVar("T")


class PersonChooser(Dialog, Generic[T]):
    """A list; Enter or the button opens the person of a row.

    `person_of` answers the id of the person behind a row.

    Signals:
        chosen(object): id of the person whose page is wanted.
    """

    chosen = Signal(object)

    def __init__(
        self,
        texts: Texts,
        title: str,
        sentence: str,
        columns: Sequence[Column[T]],
        person_of: Callable[[T], UUID],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._person_of = person_of
        self.model: ListTableModel[T] = ListTableModel(columns, person_of, parent=self)
        self.table = DataTable(title)
        self.table.setMinimumSize(px(640), px(280))
        self.table.show_model(self.model)
        self.table.row_opened.connect(self._on_open)
        self.body.addWidget(framed(self.table), 1)
        close = Button(texts.t("Close"))
        close.clicked.connect(self.reject)
        opens = Button(texts.t("Open"), Kind.PRIMARY, icon="open")
        opens.clicked.connect(self._on_open)
        self.add_buttons(close, opens)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these rows, the first one chosen."""
        self.model.set_items(rows[:LARGEST])
        if rows:
            self.table.go_to(self._person_of(rows[0]))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open(self) -> None:
        person_id = self.table.current_id()
        if person_id is not None:
            self.accept()
            self.chosen.emit(person_id)


def children_chooser(
    texts: Texts, book: ReferenceBook, today: date, parent: QWidget
) -> PersonChooser[PersonRow]:
    """Children by number, sex, age and place: their names stay covered on Today."""

    def number(row: PersonRow) -> Cell:
        return Cell.plain(row.reg_no, strong=True)

    def who(row: PersonRow) -> Cell:
        sex = capital(book.label("sex", row.sex)) if row.sex else ""
        age = years_text(texts, row.birth, today)
        return Cell.plain(", ".join(part for part in (sex, age) if part))

    def place(row: PersonRow) -> Cell:
        return Cell.plain(present_place(book, row))

    columns = (
        Column("number", texts.t("Registration number"), number, 160),
        Column("who", texts.t("Sex, age"), who, 140),
        Column("place", texts.t("Place"), place, 180, stretches=True),
    )
    return PersonChooser(
        texts,
        texts.t("Children without an adult"),
        texts.t("Open a child to record who answers for them, or to add them to a travel group."),
        columns,
        _child_id,
        parent,
    )


def review_chooser(texts: Texts, parent: QWidget) -> PersonChooser[ReviewRow]:
    """Imported rows that may be somebody who was known already."""

    def where(row: ReviewRow) -> Cell:
        return Cell.two_lines(
            row.file_name, texts.t("row {number}", number=row.number), tip=row.file_name
        )

    def new(row: ReviewRow) -> Cell:
        return _name(row.person)

    def known(row: ReviewRow) -> Cell:
        return _name(row.known) if row.known is not None else Cell.plain("")

    columns: tuple[Column[Any], ...] = (
        Column("new", texts.t("Imported"), new, 200, stretches=True),
        Column("known", texts.t("May be"), known, 200),
        Column("where", texts.t("List"), where, 180),
    )
    return PersonChooser(
        texts,
        texts.t("Imported rows to review"),
        texts.t("They are stored as new people. Open one to compare and to correct."),
        columns,
        _reviewed_id,
        parent,
    )


def _name(row: PersonRow) -> Cell:
    return Cell.name(shown_name(row), latin_line(row), tip=row.reg_no)


def _child_id(row: PersonRow) -> UUID:
    return row.id


def _reviewed_id(row: ReviewRow) -> UUID:
    return row.person.id
