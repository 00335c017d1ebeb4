"""One stop of a route as a row: a place or crossing point with its times."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.pages.movements.moments import Moment, moment_words, zone_words
from desktop.ui.pages.movements.place_finder import FoundPlace, PlaceFinder
from desktop.ui.pages.movements.routes import BORDER_TIMES, PLACE_TIMES, StopDraft, StopRead
from desktop.ui.theme import State, Type, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import Choice, LineField, LookupField
from desktop.ui.widgets.labels import Label
from reports.texts import Texts

_TIME_WIDTH = 196
_NUMBER_WIDTH = 96
_PLACE_WIDTH = 150
_UNDER_LABEL = 20
_WAY = ("distance", "corridor")


class StopRow(QWidget):
    """One stop. Its times are those of a place or the two sides of a border.

    Signals:
        committed: a field was left, or another place is meant.
        more_asked(StopRow): a further stop after this one.
        removed(StopRow): this stop goes.
    """

    committed = Signal()
    more_asked = Signal(object)
    removed = Signal(object)

    def __init__(
        self, texts: Texts, finder: PlaceFinder, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._finder = finder
        self._today = today
        self._turned = False
        t = texts.t
        self.number = Label("", Type.BODY_STRONG, "text2")
        self.place = LookupField(t("Place or crossing point"), placeholder=t("type a name"))
        self.times = {
            "arrival": self._time(t("Arrival")),
            "exit": self._time(t("Exit")),
            "departure": self._time(t("Departure")),
            "entry": self._time(t("Entry")),
        }
        self.way = {
            "distance": LineField(t("To next stop"), note=t("km")),
            "corridor": LineField(t("Corridor"), note=t("min")),
        }
        self.more = IconButton("more_horizontal", t("More for this stop"))
        self._is_last = False
        self._lay_out()
        self.place.asked.connect(self._on_asked)
        self.place.committed.connect(self._on_place_committed)
        # Which times are asked depends on the place: they change while it is typed.
        self.place.edited.connect(self.committed)
        for field in self._typed().values():
            field.committed.connect(self.committed)
        self.more.clicked.connect(self._open_menu)

    def draft(self) -> StopDraft:
        """What is typed; the beginning of a name means the likeliest place."""
        found = self._found()
        draft = StopDraft(
            place_id=found,
            written="" if found else self.place.text(),
            turned=self._turned,
        )
        typed = {name: field.value() for name, field in self._typed().items()}
        return replace(draft, **typed)  # type: ignore[arg-type]

    def show_draft(self, draft: StopDraft) -> None:
        """Write what was typed before."""
        if draft.place_id is not None:
            self.place.set_value(_choice(self._finder.of(draft.place_id)))
        else:
            self.place.set_value(None)
            self.place.edit.setText(draft.written)
        self._turned = draft.turned
        for name, field in self._typed().items():
            field.set_value(getattr(draft, name))

    def editors(self) -> list[QWidget]:
        """What has the keyboard, in reading order."""
        return [self.place.edit, *(field.edit for field in self._typed().values()), self.more]

    def show_place_in_route(self, number: int, *, last: bool) -> None:
        """Say the how many-th stop this is; only what has a next one has a way to it."""
        self.number.set_text(self._texts.number(number))
        self._is_last = last
        for field in self.way.values():
            field.setVisible(not last)

    def show_read(self, read: StopRead) -> None:
        """Show what was understood: sides, zones, times in full, problems beside the fields."""
        self.place.set_problem(read.problems.get("place", ""))
        self.place.set_hint(self._sides(read))
        for name, field in self.times.items():
            field.setVisible(name in read.asked)
            moment = read.times.get(name)
            field.set_problem(read.problems.get(name, ""))
            if name in read.asked:
                field.set_hint(self._zone(read, name, moment))
            if moment is not None:
                field.set_value(moment_words(self._texts, moment))
        for name, field in self.way.items():
            problem = read.problems.get(name, "")
            doubt = read.doubts.get(name, "")
            field.set_problem(problem or doubt, State.BLOCKED if problem else State.WARN)

    @Slot()
    def turn(self) -> None:
        """Exchange the sides of the crossing point."""
        self._turned = not self._turned
        self.committed.emit()

    def _typed(self) -> dict[str, LineField]:
        return self.times | self.way

    def _time(self, label: str) -> LineField:
        field = LineField(label, placeholder=self._texts.t("12.11 23:30, or +20"))
        field.hide()
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self.number.setFixedWidth(px(16))
        row.addLayout(_under_label(self.number))
        self.place.setMinimumWidth(px(_PLACE_WIDTH))
        row.addWidget(self.place, 1, Qt.AlignmentFlag.AlignTop)
        for pair in zip(PLACE_TIMES, BORDER_TIMES, strict=True):
            row.addWidget(self._slot([self.times[name] for name in pair], _TIME_WIDTH))
        for name in _WAY:
            row.addWidget(self._slot([self.way[name]], _NUMBER_WIDTH))
        row.addLayout(_under_label(self.more))

    def _slot(self, fields: Sequence[QWidget], width: int) -> QWidget:
        """A column of the rows, kept also where this stop has nothing in it."""
        slot = QWidget()
        slot.setFixedWidth(px(width))
        column = QVBoxLayout(slot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for field in fields:
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        return slot

    def _sides(self, read: StopRead) -> str:
        if read.border is None:
            return ""
        sides = (read.border.exit, read.border.entry)
        return " → ".join(self._finder.letters(post.country) for post in sides)

    def _zone(self, read: StopRead, name: str, moment: Moment | None) -> str:
        zone = read.zone_of(name)
        if not zone:
            return ""
        words = zone_words(moment or Moment(datetime.combine(self._today, time()), zone))
        if read.border is None:
            return words
        return f"{self._finder.letters(read.border.post(name).country)} · {words}"

    @Slot(str)
    def _on_asked(self, text: str) -> None:
        self.place.set_choices([_choice(found) for found in self._finder.find(text)])

    def _found(self) -> UUID | None:
        if code := self.place.value():
            return UUID(code)
        best = self._finder.best(self.place.text())
        return best.id if best else None

    @Slot()
    def _on_place_committed(self) -> None:
        """Write out the place that was meant."""
        found = self._found()
        if found is not None and not self.place.value():
            self.place.set_value(_choice(self._finder.of(found)))
            self.place.edit.setCursorPosition(0)
        self.place.set_choices(())
        self.committed.emit()

    @Slot()
    def _ask_more(self) -> None:
        self.more_asked.emit(self)

    @Slot()
    def _ask_removal(self) -> None:
        self.removed.emit(self)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + px(4))))

    def menu(self) -> QMenu:
        """What can be done with this stop."""
        t = self._texts.t
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(t("Add a stop after this one")).triggered.connect(self._ask_more)
        if self.times["exit"].isVisibleTo(self):
            menu.addAction(t("Cross the other way")).triggered.connect(self.turn)
        menu.addAction(t("Remove this stop")).triggered.connect(self._ask_removal)
        return menu


def _choice(found: FoundPlace) -> Choice:
    return Choice(str(found.id), found.word, found.detail)


def _under_label(widget: QWidget) -> QVBoxLayout:
    """A widget beside fields, level with their frames."""
    column = QVBoxLayout()
    column.setContentsMargins(0, px(_UNDER_LABEL), 0, 0)
    column.addWidget(widget)
    widget.setMinimumHeight(px(32))
    column.addStretch(1)
    return column
