"""A person who can be pressed, and content that is covered until it is asked for."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import paint
from desktop.ui.pages.people.shown import Member
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Type, px, width_of
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_ROOM = 270
"""Width of a panel at the side that a name and its note share."""


class _NameLink(Button):
    """A name as a link, covered while names are hidden, shortened where it has no room."""

    def __init__(self, name: str, room: float) -> None:
        super().__init__("", Kind.LINK, height=20)
        self._name = name
        self._shown = paint.elided(name, Type.CONTROL, room)
        Privacy.current().changed.connect(self._take)
        self._take()

    @Slot()
    def _take(self) -> None:
        privacy = Privacy.current()
        self.set_words(privacy.cover(self._shown))
        self.setAccessibleName(privacy.cover(self._name))
        cut = self._shown != self._name
        self.setToolTip(self._name if cut and not privacy.hidden else "")


class PersonLink(QWidget):
    """Somebody of a group: a name that is a link, with a note at the trailing edge.

    Signals:
        chosen(object): the id of the person who was pressed.
    """

    chosen = Signal(object)

    def __init__(self, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id: UUID = member.id
        room = px(_ROOM) - width_of(member.note, Type.CAPTION)
        self.button = _NameLink(member.name, room)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Icon("person", 16))
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(Label(member.note, Type.CAPTION, "text2"))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.person_id)


class Covered(QWidget):
    """A heading with *Show*; what is under it may be sensitive and is covered until asked for."""

    def __init__(
        self, texts: Texts, heading: str, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._content = content
        self.button = Button(texts.t("Show"), Kind.LINK, height=24)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Icon("eye_off", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(heading, Type.HEADING), 1)
        head.addWidget(self.button)
        column.addLayout(head)
        column.addWidget(content)
        self._name = heading
        self._show(False)

    @property
    def is_shown(self) -> bool:
        """Whether the content is uncovered."""
        return not self._content.isHidden()

    @Slot()
    def _on_clicked(self) -> None:
        self._show(not self.is_shown)

    def _show(self, shown: bool) -> None:
        self._content.setVisible(shown)
        self.button.set_words(self._texts.t("Cover") if shown else self._texts.t("Show"))
        self.button.setAccessibleDescription(self._name)
