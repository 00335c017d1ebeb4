"""The columns of the list of people. Cells are made in a job, of rows from the database."""

from collections.abc import Callable, Sequence
from datetime import date

from desktop.domain.values import DocumentState
from desktop.ui.models import Align, Cell, CellKind, Column, selector
from desktop.ui.models.cells import MISSING
from desktop.ui.pages.people.marks import status_mark
from desktop.ui.theme import State
from desktop.ui.widgets.table.columns import pill_column_width
from desktop.ui.wording import (
    age_text,
    capital,
    expiry_words,
    is_suggested,
    present_place,
)
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import DocumentRow, PersonRow
from reports.texts import Texts

_STATUS = 108


class PeopleCells:
    """Makes the cells of one person in one language; `today` tells the day at the office."""

    def __init__(self, texts: Texts, book: ReferenceBook, today: Callable[[], date]) -> None:
        self._texts = texts
        self._book = book
        self._today = today

    def columns(self) -> Sequence[Column[PersonRow]]:
        """All columns in order; the last to come in on a wide screen yields first."""
        t = self._texts.t
        return (
            selector(t("Selected")),
            Column("name", t("Name"), self._name, 208, stretches=True),
            Column("age", t("Age"), self._age, 56, Align.TRAILING),
            Column("reg_no", t("Reg. no."), self._reg_no, 100, yields=1),
            Column("document", t("Document, expires"), self._document, 138),
            Column("destination", t("Destination"), self._destination, 112, stretches=True),
            Column("group", t("Group"), self._group, 78),
            Column("place", t("Place"), self._place, 144, yields=2),
            Column("waiting", t("Days waiting"), self._waiting, 88, Align.TRAILING, yields=3),
            Column("phone", t("Phone"), self._phone, 128, yields=4),
            Column("movement", t("Movement"), self._movement, 116, hidden=True),
            Column("status", t("Status"), self._status, self._status_width()),
        )

    def _status_width(self) -> int:
        """Words of a state are never cut, whatever the language."""
        words = self._book.lists.get("case_status", {}).values()
        return pill_column_width(map(capital, words), _STATUS)

    def _name(self, row: PersonRow) -> Cell:
        own, latin = row.full_name, row.latin_name
        if not own:
            return Cell.name(latin, "")
        if not is_suggested(row):
            return Cell.name(own, latin)
        tip = self._texts.t("Suggested spelling, not from a document")
        return Cell(
            CellKind.TWO_LINES,
            own,
            f"{latin} ?" if latin else "",
            second_key="text3",
            strong=True,
            private=True,
            tip=f"{own}\n{latin}\n{tip}",
        )

    def _age(self, row: PersonRow) -> Cell:
        return Cell.plain(age_text(row.birth, self._today()))

    def _reg_no(self, row: PersonRow) -> Cell:
        return Cell.plain(row.reg_no, key="text2")

    def _document(self, row: PersonRow) -> Cell:
        paper = row.document
        if paper is None:
            return MISSING
        kind = capital(self._book.label("document_kind", paper.kind))
        if paper.state != DocumentState.HELD:
            state = self._book.label("document_state", paper.state)
            return Cell.two_lines(paper.number or kind, state, state=State.BLOCKED)
        if not paper.number:
            return Cell.two_lines(kind, self._texts.t("number not known"), state=State.WARN)
        return self._held(paper)

    def _held(self, paper: DocumentRow) -> Cell:
        if paper.expires_on is None:
            return Cell.two_lines(paper.number, self._book.label("document_kind", paper.kind))
        words, state = expiry_words(self._texts, paper.expires_on, self._today())
        return Cell.two_lines(paper.number, words, state=State(state) if state else None)

    def _destination(self, row: PersonRow) -> Cell:
        region, district = self._book.region_and_district(row.destination_area)
        if region:
            return Cell.two_lines(region, district)
        if row.destination_text:
            return Cell.two_lines(row.destination_text, self._texts.t("as it was written"))
        return MISSING

    def _group(self, row: PersonRow) -> Cell:
        return Cell.with_icon("people_team", row.group_label)

    def _place(self, row: PersonRow) -> Cell:
        place = present_place(self._book, row)
        if not place:
            return MISSING
        since = row.since_on
        words = self._texts.t("since {date}", date=self._texts.day(since)) if since else ""
        return Cell.two_lines(place, words)

    def _waiting(self, row: PersonRow) -> Cell:
        if row.since_on is None:
            return MISSING
        return Cell.plain(self._texts.number((self._today() - row.since_on).days))

    def _phone(self, row: PersonRow) -> Cell:
        return Cell.plain(row.phone)

    def _movement(self, row: PersonRow) -> Cell:
        return Cell.plain(row.movement_code)

    def _status(self, row: PersonRow) -> Cell:
        if not row.status:
            return MISSING
        word = capital(self._book.label("case_status", row.status))
        return Cell.pill(status_mark(row.status), word)
