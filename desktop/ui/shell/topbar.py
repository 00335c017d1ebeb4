"""The top bar: search, how the data is kept, office, officer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, paint
from desktop.ui.shell.shown import Connection, ConnectionKind, Officer
from desktop.ui.shell.sizes import BAR_HEIGHT
from desktop.ui.theme import State, Theme, Type, color, px
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_SEARCH = 440


_LOOKS = {
    ConnectionKind.LOCAL: ("database", State.OK),
    ConnectionKind.PLAIN: ("warning", State.WARN),
    ConnectionKind.SHARED: ("database", State.OK),
    ConnectionKind.OFFLINE: ("wifi_off", State.WARN),
}


class _ConnectionIcon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.kind = ConnectionKind.LOCAL
        self.setFixedSize(px(16), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        name, state = _LOOKS[self.kind]
        icons.draw(QPainter(self), QRectF(self.rect()), name, state)


class Avatar(QWidget):
    """Initials in a circle."""

    def __init__(self, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self.setFixedSize(px(32), px(32))

    def set_initials(self, initials: str) -> None:
        """Show somebody else."""
        self._initials = initials
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        frame = color("accent") if Theme.current().is_contrast else None
        paint.rounded(painter, box, box.width() / 2, color("accent_bg"), frame)
        ink = color("accent_text")
        paint.write(painter, box, self._initials, Type.CONTROL_STRONG, ink, paint.CENTRE)


class TopBar(Surface):
    """48 high; the search is the way to every person, movement, document and command."""

    def __init__(
        self, texts: Texts, office: str, officer: Officer, parent: QWidget | None = None
    ) -> None:
        super().__init__("window", edge=Qt.Edge.BottomEdge, parent=parent)
        self.search = SearchField(
            texts.t("Find a person, convoy, document number or command"),
            icon="search",
            hint="Ctrl+K",
            cap=True,
            height=32,
            delay_ms=60,
        )
        self.search.setMaximumWidth(px(_SEARCH))
        self._icon = _ConnectionIcon()
        self._word = Label("", Type.CONTROL, State.OK)
        self._server = Label("", Type.BODY, "text2")
        self._office = Label(office, Type.CONTROL, elide=True)
        self._office.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._avatar = Avatar(officer.initials)
        self._name = Label(officer.name, Type.CONTROL)
        self._role = Label(officer.role, Type.CAPTION, "text2")
        self._role.setVisible(bool(officer.role))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 1)
        row.setSpacing(px(8))
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self._made_connection())
        row.addWidget(Icon("building_government", 16, "text"))
        row.addWidget(self._office)
        row.addSpacing(px(8))
        row.addWidget(self._divider())
        row.addSpacing(px(8))
        row.addWidget(self._avatar)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self._name)
        who.addWidget(self._role)
        who.addStretch(1)
        row.addLayout(who)
        self.setFixedHeight(px(BAR_HEIGHT))

    def set_connection(self, connection: Connection) -> None:
        """Show how the data is kept now."""
        _, state = _LOOKS[connection.kind]
        self._connection.show()
        self._icon.kind = connection.kind
        self._icon.update()
        self._word.set_text(connection.word)
        self._word.set_key(state)
        self._server.set_text(connection.detail)

    def set_officer(self, office: str, officer: Officer) -> None:
        """Show who works, and where."""
        self._office.set_text(office)
        self._avatar.set_initials(officer.initials)
        self._name.set_text(officer.name)
        self._role.set_text(officer.role)
        self._role.setVisible(bool(officer.role))

    def sizeHint(self) -> QSize:
        """As wide as the window."""
        return QSize(px(900), px(BAR_HEIGHT))

    def _made_connection(self) -> QWidget:
        """Hidden until it is known how the data is kept."""
        self._connection = QWidget()
        row = QHBoxLayout(self._connection)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(px(8))
        row.addWidget(self._icon)
        row.addWidget(self._word)
        row.addWidget(self._server)
        row.addSpacing(px(8))
        row.addWidget(self._divider())
        self._connection.hide()
        return self._connection

    @staticmethod
    def _divider() -> Rule:
        rule = Rule("line2", upright=True)
        rule.setFixedHeight(px(24))
        return rule
