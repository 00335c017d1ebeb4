"""Documents: any number of papers, each in two lines of fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.intake.dates import Purpose
from desktop.ui.lookups import Lookup
from desktop.ui.pages.people.dates import read_day
from desktop.ui.pages.people.entry import PaperEntry, PersonEntry
from desktop.ui.pages.people.form_fields import (
    COLUMNS,
    DateField,
    ListField,
    add_remover,
    columns_grid,
)
from desktop.ui.pages.people.form_section import Section
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import Choice, ComboField, Field, LineField
from desktop.ui.widgets.labels import Rule
from desktop.ui.wording import capital
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts


class PaperRow(QWidget):
    """The fields of one document.

    Signals:
        edited: the officer changed something here.
        removed: the officer takes the document away.
    """

    edited = Signal()
    removed = Signal()

    def __init__(
        self, texts: Texts, book: ReferenceBook, countries: Lookup, today: Callable[[], date]
    ) -> None:
        super().__init__()
        t = texts.t
        self._id = ""

        def day(label: str, purpose: Purpose) -> DateField:
            return DateField(label, lambda text: read_day(texts, text, today(), purpose))

        self.kind = ComboField(t("Kind"), _choices(book, "document_kind"))
        self.number = LineField(t("Number"))
        self.expires = day(t("Expires"), Purpose.EXPIRES)
        self.state = ComboField(t("State"), _choices(book, "document_state"))
        self.issued = day(t("Issued"), Purpose.ISSUED)
        self.country = ListField(t("Issuing country"), countries)
        self.fields: dict[str, Field] = {
            "kind": self.kind,
            "number": self.number,
            "expires": self.expires,
            "state": self.state,
            "issued": self.issued,
            "issuing_state": self.country,
        }
        for field in self.fields.values():
            field.edited.connect(self.edited)
        grid = columns_grid(list(self.fields.values()))
        grid.setContentsMargins(0, 0, 0, 0)
        remove = add_remover(grid, COLUMNS - 1, t("Remove this document"))
        remove.clicked.connect(self.removed)
        self.setLayout(grid)

    def take(self, paper: PaperEntry) -> None:
        """Show a document without sending it."""
        self._id = paper.id
        self.kind.set_value(paper.kind)
        self.number.set_value(paper.number)
        self.expires.set_value(paper.expires)
        self.state.set_value(paper.state)
        self.issued.set_value(paper.issued)
        self.country.take(paper.issuing_state, paper.issuing_state)

    def give(self) -> PaperEntry:
        """The document as it stands here."""
        return PaperEntry(
            id=self._id,
            kind=self.kind.value(),
            number=self.number.value(),
            state=self.state.value(),
            issuing_state=self.country.value() or self.country.text(),
            issued=self.issued.entry(),
            expires=self.expires.entry(),
        )


class DocumentsSection(Section):
    """The documents of a person."""

    def __init__(
        self, texts: Texts, book: ReferenceBook, countries: Lookup, today: Callable[[], date]
    ) -> None:
        super().__init__(texts.t("Documents"))
        self._made = (texts, book, countries, today)
        self.rows: list[PaperRow] = []
        self._rules: dict[PaperRow, Rule] = {}
        self.add_button = Button(texts.t("Add document"), Kind.LINK, icon="add", height=24)
        self.add_button.clicked.connect(self._on_add)
        self.head.addWidget(self.add_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self.body.addLayout(self._column)

    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""
        for row in self.rows[len(entry.papers) :]:
            self._drop(row)
        for row, paper in zip(self.rows, entry.papers, strict=False):
            row.take(paper)
        for paper in entry.papers[len(self.rows) :]:
            self._append(paper)

    def give(self, entry: PersonEntry) -> PersonEntry:
        """The entry with what stands here."""
        return replace(entry, papers=tuple(row.give() for row in self.rows))

    def all_fields(self) -> Mapping[str, Field]:
        """Fields by name: `papers.0.expires`."""
        return {
            f"papers.{place}.{name}": field
            for place, row in enumerate(self.rows)
            for name, field in row.fields.items()
        }

    def focus(self, name: str) -> bool:
        """Bring the cursor to a field, or for `documents` to a free document."""
        if name != "documents":
            return super().focus(name)
        if not self.rows or not self.rows[-1].give().is_blank:
            self._append(PaperEntry())
        self.rows[-1].number.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _append(self, paper: PaperEntry) -> PaperRow:
        row = PaperRow(*self._made)
        row.take(paper)
        row.edited.connect(self.edited)
        row.removed.connect(self._on_removed)
        rule = Rule()
        rule.setVisible(bool(self.rows))
        self._column.addWidget(rule)
        self._column.addWidget(row)
        self.rows.append(row)
        self._rules[row] = rule
        return row

    def _drop(self, row: PaperRow) -> None:
        self.rows.remove(row)
        for widget in (row, self._rules.pop(row)):
            widget.hide()
            widget.deleteLater()
        if self.rows:
            self._rules[self.rows[0]].hide()

    @Slot()
    def _on_add(self) -> None:
        row = self._append(PaperEntry())
        row.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, PaperRow):
            place = self.rows.index(row)
            self._drop(row)
            after: Sequence[PaperRow] = self.rows[max(place - 1, 0) :]
            target = after[0].kind if after else self.add_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()


def _choices(book: ReferenceBook, list_name: str) -> list[Choice]:
    labels = book.lists.get(list_name, {})
    return [Choice(code, capital(label)) for code, label in labels.items()]
