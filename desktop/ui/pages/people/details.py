"""The panel at the right of the list: one person, what is missing, and the next step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.people.lacks import Lack
from desktop.ui.pages.people.links import Covered, PersonLink
from desktop.ui.pages.people.marks import state_mark, status_mark
from desktop.ui.pages.people.shown import PaperLine, PersonShown
from desktop.ui.theme import Mark, State, Type, px, width_of
from desktop.ui.widgets.alerts import MarkIcon
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.panels import Panel, Surface
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.rows import KeyValues, MarkRow
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.states import EmptyState
from reports.texts import Texts

_NARROWEST = 320
"""Room for a line where the panel is at its narrowest."""


class DetailsPanel(Surface):
    """Follows the selection of the list.

    Signals:
        open_asked(object, str): open the page of a person, at a section or ''.
        assign_asked(object): assign this person to a movement.
        member_chosen(object): show this person of the same group.
        movement_asked(object): open this movement.
    """

    open_asked = Signal(object, str)
    assign_asked = Signal(object)
    member_chosen = Signal(object)
    movement_asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("surface", edge=Qt.Edge.LeftEdge, parent=parent)
        self._texts = texts
        self._person: PersonShown | None = None
        self._is_empty = False
        self._content: QWidget | None = None
        self._mends: dict[Button, Lack] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(texts.t("Details"))
        self.show_nothing()

    @property
    def person(self) -> PersonShown | None:
        """Who is shown."""
        return self._person

    def show_nothing(self) -> None:
        """Nobody is selected."""
        if self._is_empty:
            return
        self._is_empty = True
        self._person = None
        said = self._texts.t("Select somebody in the list to see what is missing.")
        self._replace(EmptyState("person", self._texts.t("Nobody selected"), said))

    def show_failure(self, sentence: str) -> None:
        """Say why the person can't be shown."""
        self._is_empty = False
        self._person = None
        self._replace(EmptyState("warning", self._texts.t("Cannot be shown"), sentence))

    def show_person(self, person: PersonShown) -> None:
        """Show a person."""
        same = self._person is not None and self._person.id == person.id
        if same and self._person == person:
            return
        self._person = person
        self._is_empty = False
        self._mends = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(person))
        scroll = ScrollColumn("surface")
        scroll.body.setContentsMargins(px(16), px(8), px(16), px(16))
        scroll.body.setSpacing(px(10))
        self._fill(scroll.body, person)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self._replace(content)

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.addWidget(content, 1)

    def _head(self, person: PersonShown) -> QVBoxLayout:
        t = self._texts.t
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(16), px(16), px(4))
        head.setSpacing(px(3))
        head.addWidget(Label(person.name, Type.SECTION, private=True, wrap=True))
        head.addLayout(self._second_line(person))
        facts = " · ".join(part for part in (person.facts, person.reg_no) if part)
        if width_of(facts, Type.CAPTION) > px(_NARROWEST):
            facts = f"{person.facts}\n{person.reg_no}"
        head.addWidget(Label(facts, Type.CAPTION, "text2", wrap=True, selectable=True))
        head.addSpacing(px(6))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        open_it = Button(t("Open"), icon="open", hint=t("Enter"), height=28)
        open_it.clicked.connect(self._on_open)
        edit = Button(t("Edit"), icon="edit", hint="F2", height=28)
        edit.clicked.connect(self._on_edit)
        buttons.addWidget(open_it)
        buttons.addWidget(edit)
        buttons.addStretch(1)
        head.addLayout(buttons)
        return head

    def _second_line(self, person: PersonShown) -> QBoxLayout:
        """Passport spelling and state beside each other, or below each other if they are long."""
        suggested = person.latin_suggested
        latin = f"{person.latin} ?" if suggested and person.latin else person.latin
        pill = Pill(status_mark(person.status), person.status_word) if person.status else None
        room = px(_NARROWEST) - px(8) - (pill.sizeHint().width() if pill is not None else 0)
        fits = width_of(latin, Type.BODY) <= room
        line = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )
        line.setSpacing(px(8) if fits else px(3))
        if latin:
            key = "text3" if suggested else "text2"
            label = Label(latin, Type.BODY, key, private=True, selectable=True, wrap=not fits)
            if suggested:
                label.setToolTip(self._texts.t("Suggested spelling, not from a document"))
            line.addWidget(label)
        if pill is not None:
            line.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        if fits:
            line.addStretch(1)
        return line

    def _fill(self, body: QVBoxLayout, person: PersonShown) -> None:
        t = self._texts.t
        if person.lacks:
            body.addWidget(self._next_step(person.lacks[0]))
        else:
            body.addWidget(MarkRow(Mark.OK, t("Nothing is missing")))
        self._section(body, t("Also missing"), [self._lack(one) for one in person.lacks[1:]])
        self._section(body, t("Documents"), [_paper(one) for one in person.papers])
        if person.members:
            members = [PersonLink(one) for one in person.members]
            for link in members:
                link.chosen.connect(self.member_chosen)
            self._section(body, t("Group {group}", group=person.group_label), members)
        self._section(body, t("Journey"), [self._journey(person)])
        if person.phones or person.email:
            self._section(body, t("Contact"), [self._contact(person)])
        if person.said or person.notes:
            body.addWidget(Rule())
            heading = t("What the list said") if person.said else t("Notes")
            body.addWidget(Covered(self._texts, heading, self._said(person)))

    @staticmethod
    def _section(body: QVBoxLayout, heading: str, rows: Sequence[QWidget]) -> None:
        if not rows:
            return
        body.addWidget(Rule())
        body.addWidget(Label(heading, Type.HEADING))
        lines = QVBoxLayout()
        lines.setSpacing(px(6))
        for row in rows:
            lines.addWidget(row)
        body.addLayout(lines)

    def _next_step(self, lack: Lack) -> Panel:
        panel = Panel()
        panel.set_action_state(State(lack.state))
        panel.setAccessibleName(lack.text)
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(MarkIcon(state_mark(lack.state)), 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(Label(lack.step, Type.BODY_STRONG, wrap=True), 1)
        panel.body.addLayout(first)
        detail = f"{lack.text}. {lack.detail}" if lack.detail else lack.text
        panel.body.addWidget(Label(detail, Type.CAPTION, "text2", wrap=True))
        panel.body.addWidget(self._mend(lack, Kind.SECONDARY), 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _lack(self, lack: Lack) -> MarkRow:
        return MarkRow(
            state_mark(lack.state), lack.text, lack.detail, action=self._mend(lack, Kind.LINK)
        )

    def _mend(self, lack: Lack, kind: Kind) -> Button:
        framed = kind is Kind.SECONDARY
        button = Button(
            lack.action, kind, icon=_icon(lack) if framed else "", height=28 if framed else 18
        )
        button.setAccessibleName(f"{lack.action}: {lack.text}")
        button.clicked.connect(self._on_mend)
        self._mends[button] = lack
        return button

    def _journey(self, person: PersonShown) -> KeyValues:
        t = self._texts.t
        values = KeyValues()
        values.add(t("Where now"), person.place or None)
        values.add(t("Goes to"), person.destination or None)
        movement = None
        if person.movement_id is not None:
            movement = Button(t("Open"), Kind.LINK, height=20)
            movement.setAccessibleName(t("Open movement {code}", code=person.movement_code))
            movement.clicked.connect(self._on_movement)
        values.add(t("Movement"), person.movement_code or None, action=movement)
        if person.seat:
            values.add(t("Seat"), person.seat)
        if person.needs:
            values.add(t("Needs"), ", ".join(person.needs))
        return values

    def _contact(self, person: PersonShown) -> KeyValues:
        values = KeyValues()
        for phone in person.phones:
            values.add(self._texts.t("Phone"), phone)
        if person.email:
            values.add(self._texts.t("E-mail"), person.email)
        return values

    def _said(self, person: PersonShown) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        if person.notes:
            column.addWidget(Label(person.notes, wrap=True, selectable=True, private=True))
        for said in person.said:
            column.addWidget(Label(said.heading, Type.CAPTION, "text2", wrap=True))
            cells = "\n".join(said.cells)
            column.addWidget(Label(cells, wrap=True, selectable=True, private=True))
            for doubt in said.doubts:
                column.addWidget(MarkRow(Mark.WARN, doubt))
        return content

    @Slot()
    def _on_open(self) -> None:
        if self._person is not None:
            self.open_asked.emit(self._person.id, "")

    @Slot()
    def _on_edit(self) -> None:
        if self._person is not None:
            self.open_asked.emit(self._person.id, "identity")

    @Slot()
    def _on_movement(self) -> None:
        if self._person is not None:
            self.movement_asked.emit(self._person.movement_id)

    @Slot()
    def _on_mend(self) -> None:
        button = self.sender()
        if self._person is None or not isinstance(button, Button):
            return
        section = self._mends[button].section
        if section == "movement":
            self.assign_asked.emit(self._person.id)
        else:
            self.open_asked.emit(self._person.id, section)


def _paper(paper: PaperLine) -> MarkRow:
    tone = paper.state if paper.state in ("warn", "blocked") else "text2"
    return MarkRow(state_mark(paper.state), paper.text, paper.detail, detail_key=tone)


def _icon(lack: Lack) -> str:
    if lack.section == "movement":
        return "vehicle_bus"
    return "edit" if lack.code in ("sex", "birth") else "add"
