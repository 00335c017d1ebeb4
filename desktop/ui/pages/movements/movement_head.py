"""The head of one movement: code and state, its way, and what can be done with it next."""

from enum import StrEnum

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.pages.movements.marks import status_mark
from desktop.ui.pages.movements.shown import MovementShown, answer
from desktop.ui.pages.movements.strip import StripShown
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.route_strip import Reached, RouteLeg, RouteNode, RouteStrip
from reports.texts import Texts


class Step(StrEnum):
    """What can be done with a movement as a whole."""

    PEOPLE = "people"
    VEHICLE = "vehicle"
    SEATS = "seats"
    LISTS = "lists"
    EDIT = "edit"
    PRINT = "print"


class MovementHead(QWidget):
    """Offers the one next step as the filled button, the others beside it and behind *More*.

    Signals:
        back_asked: the way back was pressed.
        asked(Step): the officer wants this done.
    """

    back_asked = Signal()
    asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: MovementShown | None = None
        self._on_documents = False
        self._next = Step.LISTS
        t = texts.t
        self.edit_plan = Button(t("Edit plan"), icon="edit", hint="F2")
        self.print_lists = Button(t("Print lists"), icon="print", hint="Ctrl+P")
        self.next_step = Button("", Kind.PRIMARY)
        self.more = IconButton("more_horizontal", t("More"))
        self._head = PageHead(
            "",
            actions=(self.edit_plan, self.print_lists, self.next_step, self.more),
            back_name=t("Back"),
        )
        # The route belongs to the head and follows it closely.
        self._head.setContentsMargins(0, 0, 0, px(-10))
        self.line = self._head.line
        self.strip = RouteStrip()
        way = QHBoxLayout()
        way.setContentsMargins(px(32), 0, px(32), 0)
        way.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(way)
        self._head.back_asked.connect(self.back_asked)
        self.edit_plan.clicked.connect(self._on_edit)
        self.print_lists.clicked.connect(self._on_print)
        self.next_step.clicked.connect(self._on_next)
        self.more.clicked.connect(self._open_more)

    def show_movement(self, shown: MovementShown) -> None:
        """Show what is stored now."""
        self._shown = shown
        self._head.set_title(shown.code)
        self._head.set_pill(status_mark(shown.status), shown.status_word)
        self._head.set_answer(self._texts.t("Who sits where?"), answer(self._texts, shown))
        self.strip.set_route(*_way(shown.strip))
        self._offer()

    def show_tab(self, *, documents: bool) -> None:
        """Where lists are issued, the tab has the next step itself."""
        self._on_documents = documents
        self._offer()

    def menu(self) -> QMenu:
        """What else can be done with the movement."""
        t = self._texts.t
        menu = QMenu(self)
        changeable = self._shown is not None and self._shown.changeable
        for words, step in (
            (t("Add travellers"), Step.PEOPLE),
            (t("Add a vehicle"), Step.VEHICLE),
            (t("Seat everybody"), Step.SEATS),
            (t("Edit plan"), Step.EDIT),
        ):
            action = menu.addAction(words)
            action.setData(step.value)
            action.setEnabled(changeable)
        menu.triggered.connect(self._on_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self) -> None:
        shown, t = self._shown, self._texts.t
        if shown is None:
            return
        if not shown.travellers:
            words, icon, self._next = t("Add travellers"), "person_add", Step.PEOPLE
        elif not shown.vehicles:
            words, icon, self._next = t("Add a vehicle"), "vehicle_bus", Step.VEHICLE
        elif shown.waiting:
            words, icon, self._next = t("Seat everybody"), "wand", Step.SEATS
        else:
            words, icon, self._next = t("Prepare lists"), "document_multiple", Step.LISTS
        self.next_step.set_words(words)
        self.next_step.set_icon_name(icon)
        able = shown.changeable or self._next is Step.LISTS
        self.next_step.setVisible(able and not self._on_documents)
        self.print_lists.setVisible(bool(shown.travellers) and not self._on_documents)
        self.edit_plan.setVisible(shown.changeable)

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        self.asked.emit(Step(action.data()))

    @Slot()
    def _on_edit(self) -> None:
        self.asked.emit(Step.EDIT)

    @Slot()
    def _on_print(self) -> None:
        self.asked.emit(Step.PRINT)

    @Slot()
    def _on_next(self) -> None:
        self.asked.emit(self._next)

    @Slot()
    def _open_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height() + px(4))))


def _way(strip: StripShown) -> tuple[list[RouteNode], list[RouteLeg]]:
    reached = Reached.DONE if strip.done else Reached.PLANNED
    nodes = [
        RouteNode(node.name, node.borders, node.first, node.second, reached=reached)
        for node in strip.nodes
    ]
    legs = [RouteLeg(leg.label, leg.corridor, reached) for leg in strip.legs]
    return nodes, legs
