"""Who travels: where they come from, and how many they are against the seats."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.movements.company import MOST_TRAVELLERS, Company, Origins, is_open
from desktop.ui.pages.movements.planning import (
    AT_PLACE,
    CHOSEN,
    NOBODY,
    OF_IMPORT,
    WAITING,
    WhoDraft,
)
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import MarkIcon
from desktop.ui.widgets.fields import CheckField, Choice, ComboField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from reports.texts import Texts


class _Said(QWidget):
    """A mark with its words, or nothing."""

    def __init__(self, name: Type = Type.BODY) -> None:
        super().__init__()
        self._icon = MarkIcon(Mark.OK, 16)
        self._words = Label("", name, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, mark: Mark, words: str) -> None:
        self._icon.set_mark(mark)
        self._words.set_text(words)
        self.setVisible(bool(words))


class WhoPanel(Panel):
    """Asks from where the travellers come.

    Signals:
        changed: others are meant now; ask `draft()` and answer with `show_company`.
    """

    changed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.t("Who travels"), parent=parent)
        self._texts = texts
        self._people: tuple[object, ...] = ()
        self._origins = Origins()
        self._draft = WhoDraft()
        self._company = Company(self._draft)
        t = texts.t
        self.source = ComboField(t("From"))
        self.place = ComboField(t("Place"), placeholder=t("choose"))
        self.batch = ComboField(t("Imported list"), placeholder=t("choose"))
        self.count = _Said(Type.BODY_STRONG)
        self.seats = _Said()
        self.taken = _Said()
        self._companions = QVBoxLayout()
        self.companions: CheckField | None = None
        for part in (self.source, self.place, self.batch, self.count, self.seats, self.taken):
            self.body.addWidget(part)
        self.body.addLayout(self._companions)
        self.body.addStretch(1)
        self.source.committed.connect(self._on_changed)
        self.place.committed.connect(self._on_changed)
        self.batch.committed.connect(self._on_changed)
        self._offer()

    def draft(self) -> WhoDraft:
        """Who is meant."""
        return self._draft

    def show_draft(self, draft: WhoDraft) -> None:
        """Take up what was chosen before."""
        self._draft = draft
        self._offer()

    def show_origins(self, origins: Origins) -> None:
        """Offer the places and lists from which people can come now."""
        self._origins = origins
        self._offer()

    def show_problem(self, sentence: str) -> None:
        """Say what is missing beside the choice."""
        field = {AT_PLACE: self.place, OF_IMPORT: self.batch}.get(self._draft.source, self.source)
        field.set_problem(sentence)

    def show_company(self, company: Company, seats: int) -> None:
        """Say who they are, and whether the seats are enough."""
        if company.who != self._draft:
            return
        self._company = company
        texts, number = self._texts, len(company.travellers)
        if company.is_too_large:
            words = texts.n("{n} person", "{n} people", company.count)
            self.count.say(Mark.BLOCKED, words)
            most = texts.number(MOST_TRAVELLERS)
            words = texts.t("A movement can take {most} at most. Choose fewer.", most=most)
            self.seats.say(Mark.BLOCKED, words)
        elif number or company.taken:
            self.count.say(Mark.INFO, texts.n("{n} person", "{n} people", number))
            self._say_seats(number, seats)
        else:
            self.count.say(Mark.INFO, "")
            self.seats.say(Mark.INFO, "")
        taken = texts.n(
            "{n} person is on a movement already and stays there.",
            "{n} people are on a movement already and stay there.",
            company.taken,
        )
        self.taken.say(Mark.INFO, taken if company.taken else "")
        self._offer_companions(company)

    def _say_seats(self, number: int, seats: int) -> None:
        texts = self._texts
        if seats < number:
            words = texts.n("{n} seat too few", "{n} seats too few", number - seats)
            self.seats.say(Mark.WARN, words)
        else:
            words = texts.n("{n} seat left free", "{n} seats left free", seats - number)
            self.seats.say(Mark.OK, words)

    def _offer(self) -> None:
        """Fill the choices; what was chosen stays."""
        t, number = self._texts.t, self._texts.number
        origins, draft = self._origins, self._draft
        choices = [Choice(NOBODY, t("Nobody yet"))]
        if draft.people:
            words = self._texts.n(
                "{n} person chosen on the People page",
                "{n} people chosen on the People page",
                len(draft.people),
            )
            choices.append(Choice(CHOSEN, words))
        waiting = t("Everybody without a movement: {n}", n=number(origins.waiting))
        choices.append(Choice(WAITING, waiting))
        choices.append(Choice(AT_PLACE, t("Everybody waiting at a place")))
        choices.append(Choice(OF_IMPORT, t("Everybody of an imported list")))
        self.source.set_choices(choices)
        self.source.set_value(draft.source)
        for field, found, chosen in (
            (self.place, origins.places, draft.place_id),
            (self.batch, origins.imports, draft.batch_id),
        ):
            field.set_choices(
                [Choice(str(one.id), f"{one.word}: {number(one.people)}") for one in found]
            )
            field.set_value(str(chosen) if chosen else "")
        self.place.setVisible(draft.source == AT_PLACE)
        self.batch.setVisible(draft.source == OF_IMPORT)

    def _offer_companions(self, company: Company) -> None:
        if self.companions is not None:
            self._companions.removeWidget(self.companions)
            self.companions.hide()
            self.companions.deleteLater()
            self.companions = None
        if company.companions:
            words = self._texts.n(
                "Take {n} other member of their groups along",
                "Take {n} other members of their groups along",
                len(company.companions),
            )
            self.companions = CheckField(words, checked=company.who.companions)
            self.companions.edited.connect(self._on_changed)
            self._companions.addWidget(self.companions)

    @Slot()
    def _on_changed(self) -> None:
        by_id = {str(one.id): one.id for one in self._origins.places + self._origins.imports}
        self._draft = WhoDraft(
            source=self.source.value(),
            place_id=by_id.get(self.place.value()),
            batch_id=by_id.get(self.batch.value()),
            people=self._draft.people,
            companions=self.companions is None or self.companions.value(),
        )
        for field in (self.source, self.place, self.batch):
            field.set_problem("")
        self.place.setVisible(self._draft.source == AT_PLACE)
        self.batch.setVisible(self._draft.source == OF_IMPORT)
        if is_open(self._draft):
            self.show_company(Company(self._draft), 0)
        self.changed.emit()
