"""The line over the list: the text to look for, and the chips that narrow it."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.errors import AppError
from desktop.ui.jobs import JobRunner, Progress
from desktop.ui.pages.people.presenter import FIELDS, Option, PeoplePresenter
from desktop.ui.theme import px
from desktop.ui.widgets.chips import Chip, ChipRow
from desktop.ui.widgets.search_field import SearchField
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

_ONLY_WHILE_SET = frozenset({"group_id", "batch_id"})
_DELAY_MS = 40
_SEARCH_WIDTH = 210


class FilterBar(QWidget):
    """Narrows the list of people.

    Signals:
        changed: the officer narrowed the list otherwise; ask `where`.
        entered: Enter was pressed in the line.
        moved_down: the arrow key down asks for the list.
        left: Esc was pressed on the empty line.
        failed(AppError): the values of a chip could not be read.
    """

    changed = Signal()
    entered = Signal()
    moved_down = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        texts: Texts,
        presenter: PeoplePresenter,
        jobs: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._jobs = jobs
        self._where = PeopleFilter()
        self._values: dict[QAction, tuple[str, str | UUID]] = {}
        self._menu: QMenu | None = None
        self.search = SearchField(texts.t("Filter this list"), hint="Ctrl+F", delay_ms=_DELAY_MS)
        self.search.setToolTip(
            texts.t("Name in any spelling, document, telephone or registration number")
        )
        self.search.setFixedWidth(px(_SEARCH_WIDTH))
        self.search.searched.connect(self._on_searched)
        self.search.entered.connect(self.entered)
        self.search.moved.connect(self._on_moved)
        self.search.left.connect(self.left)
        self._chip_words = dict(zip(FIELDS, _chip_words(texts), strict=True))
        self._chips: dict[str, Chip] = {}
        self._row = ChipRow(texts.t("More"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), px(8))
        row.setSpacing(px(6))
        row.addWidget(self.search)
        row.addWidget(self._row, 1)
        self.end = QHBoxLayout()
        row.addLayout(self.end)
        self._show_chips()

    @property
    def where(self) -> PeopleFilter:
        """What the list is narrowed to."""
        return self._where

    def set_where(self, where: PeopleFilter) -> None:
        """Narrow the list without telling it."""
        self._where = where
        self.search.set_text(where.text)
        self._show_words()

    def chip(self, field: str) -> Chip:
        """The chip of a field of the filter."""
        return self._chips[field]

    def choose(self, field: str, value: str | UUID | None) -> None:
        """Narrow the list by a field, as choosing in its menu does."""
        self._where = self._presenter.narrowed(self._where, field, value)
        self._show_words()
        self.changed.emit()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        where = self._where
        if text != where.text:
            self._where = self._presenter.narrowed(where, "text", text)
            self.changed.emit()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        if step > 0:
            self.moved_down.emit()

    def _show_words(self) -> None:
        """Ask for the words of what is set; they come from the database."""
        where = self._where
        self._show_chips()
        for field, chip in self._chips.items():
            if self._presenter.value_of(where, field) is None:
                chip.set_value("")
        self._row.arrange()
        if any(self._presenter.value_of(where, field) for field in FIELDS):
            job = partial(_words, self._presenter, where)
            self._jobs.run(job, self._on_words, self._on_failed, owner=self)

    def _on_words(self, found: tuple[PeopleFilter, Mapping[str, str]]) -> None:
        where, words = found
        if where != self._where:
            return
        for field, chip in self._chips.items():
            chip.set_value(words[field])
        self._row.arrange()

    def _show_chips(self) -> None:
        """A chip that can't be chosen stands here only while it narrows the list."""
        wanted = [
            field
            for field in FIELDS
            if field not in _ONLY_WHILE_SET or self._presenter.value_of(self._where, field)
        ]
        if wanted == list(self._chips):
            return
        self._chips = {field: self._chips.get(field) or self._made(field) for field in wanted}
        self._row.set_chips(list(self._chips.values()))

    def _made(self, field: str) -> Chip:
        chip = Chip(self._chip_words[field])
        chip.clicked.connect(self._on_pressed)
        chip.cleared.connect(self._on_cleared)
        return chip

    def _field_of(self, sender: object) -> str:
        return next(field for field, chip in self._chips.items() if chip is sender)

    @Slot()
    def _on_pressed(self) -> None:
        self.ask(self._field_of(self.sender()))

    @Slot()
    def _on_cleared(self) -> None:
        self.choose(self._field_of(self.sender()), None)

    def ask(self, field: str) -> None:
        """Open the values of a field, as a press on its chip does."""
        if field in _ONLY_WHILE_SET:
            return
        job = partial(_options, self._presenter, field)
        self._jobs.run(job, self._on_options, self._on_failed, owner=self)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)

    def _on_options(self, found: tuple[str, Sequence[Option]]) -> None:
        field, options = found
        chip = self._chips[field]
        present = self._presenter.value_of(self._where, field)
        menu = QMenu(chip)
        self._values = {}
        for option in options:
            action = menu.addAction(
                f"{option.word}\t{option.count}" if option.count else option.word
            )
            action.setCheckable(True)
            action.setChecked(option.value == present)
            self._values[action] = (field, option.value)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + px(4))))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action in self._values:
            field, value = self._values[action]
            present = self._presenter.value_of(self._where, field)
            self.choose(field, None if value == present else value)


def _chip_words(texts: Texts) -> tuple[str, ...]:
    """Words of the chips, in the order of `FIELDS`."""
    return (
        texts.t("Status"),
        texts.t("Place"),
        texts.t("Region"),
        texts.t("Movement"),
        texts.t("Missing"),
        texts.t("Group"),
        texts.t("List"),
    )


def _options(
    presenter: PeoplePresenter, field: str, _progress: Progress
) -> tuple[str, Sequence[Option]]:
    return field, presenter.options(field)


def _words(
    presenter: PeoplePresenter, where: PeopleFilter, progress: Progress
) -> tuple[PeopleFilter, Mapping[str, str]]:
    found = {}
    for field in FIELDS:
        progress.check()
        found[field] = presenter.word_of(where, field)
    return where, found
