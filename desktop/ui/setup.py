"""What stands in the window when there is no register yet: its passphrase, its recovery code."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.messages.sentences import sentence
from desktop.ui.recovery_paper import RecoverySheet, SheetLeaving, code_lines, words
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import CheckField, LineField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_WIDTH = 400
_CODE_SCALE = 1.5
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class SetupPanel(ScrollColumn):
    """Asks for the passphrase of a register that is made now.

    `least` is how many characters it needs. `problem` is the code of why the last one was not
    taken, or a sentence that says it.

    Signals:
        chosen(str): the passphrase, typed twice.
        plain_chosen: the register is to be made without one, after a warning.
    """

    chosen = Signal(str)
    plain_chosen = Signal()

    def __init__(
        self, texts: Texts, least: int, problem: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._texts = texts
        self._least = least
        self.body.addStretch(1)
        self._asking = self._add_asking()
        self._warning = self._add_warning()
        self._warning.hide()
        self.body.addStretch(1)
        if problem:
            parameters = {"least": least} if problem == "key.short" else {}
            self._show_problem(self.first, sentence(texts, problem, **parameters))
        self.setFocusProxy(self.first.edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the warning."""
        if event.key() == Qt.Key.Key_Escape and self._warning.isVisibleTo(self):
            self._on_back()
        else:
            super().keyPressEvent(event)

    # Inside

    def _add_asking(self) -> QWidget:
        t = self._texts.t
        view, column = _centred(self.body)
        _add_head(
            column,
            "lock_closed",
            t("A new register"),
            t(
                "There is none on this computer yet. It will be encrypted, so that a lost or "
                "stolen computer gives nobody away."
            ),
        )
        hint = t(
            "Four or five words that nobody would guess; at least {least} characters.",
            least=self._least,
        )
        self.first, self.second = LineField(t("Passphrase")), LineField(t("Once more"))
        self.first.edit.setAccessibleDescription(hint)
        self.hint = Label(hint, Type.CAPTION, "text2", wrap=True)
        self.show_box = CheckField(t("Show what I type"))
        self.button = Button(t("Make the register"), Kind.PRIMARY, icon="key")
        self.plain_button = Button(t("Work without encryption…"), Kind.LINK, height=24)
        self._hide_letters()
        column.addWidget(self.first)
        column.addWidget(self.hint)
        column.addSpacing(px(4))
        column.addWidget(self.second)
        column.addWidget(self.show_box)
        column.addSpacing(px(6))
        column.addWidget(self.button, 0, _CENTRE)
        column.addSpacing(px(24))
        column.addWidget(self.plain_button, 0, _CENTRE)
        self.first.edited.connect(self._on_edited)
        self.second.edited.connect(self._on_edited)
        self.first.edit.returnPressed.connect(self._on_first_done)
        self.second.edit.returnPressed.connect(self._on_make)
        self.show_box.edited.connect(self._hide_letters)
        self.button.clicked.connect(self._on_make)
        self.plain_button.clicked.connect(self._on_plain)
        return view

    def _add_warning(self) -> QWidget:
        t = self._texts.t
        view, column = _centred(self.body)
        _add_head(column, "warning", t("A register without encryption"))
        said = ErrorPanel(
            t("Whoever has the file can read it."),
            t(
                "Every name, document number and vulnerability in it is open to whoever finds, "
                "copies or steals the file or the computer. The window says so at all times."
            ),
            mark=Mark.WARN,
        )
        self.back_button = Button(t("Back"), hint="Esc")
        self.plain_yes = Button(t("Make it without encryption"), Kind.DANGER)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.plain_yes)
        row.addStretch(1)
        column.addWidget(said)
        column.addSpacing(px(10))
        column.addLayout(row)
        self.back_button.clicked.connect(self._on_back)
        self.plain_yes.clicked.connect(self.plain_chosen)
        return view

    @Slot()
    def _hide_letters(self) -> None:
        echo = QLineEdit.EchoMode
        for field in (self.first, self.second):
            field.edit.setEchoMode(echo.Normal if self.show_box.value() else echo.Password)

    @Slot()
    def _on_edited(self) -> None:
        self.first.set_problem("")
        self.second.set_problem("")
        self.hint.show()

    @Slot()
    def _on_first_done(self) -> None:
        self._go_to(self.second)

    @Slot()
    def _on_make(self) -> None:
        # A blank at an end may belong to a passphrase.
        typed = self.first.edit.text()
        self._on_edited()
        if len(typed) < self._least:
            short = sentence(self._texts, "key.short", least=self._least)
            self._show_problem(self.first, short)
            self._go_to(self.first)
        elif typed != self.second.edit.text():
            self._show_problem(self.second, sentence(self._texts, "key.different"))
            self._go_to(self.second)
        else:
            self.chosen.emit(typed)

    def _show_problem(self, field: LineField, said: str) -> None:
        field.set_problem(said)
        # What is wrong stands in the place of what was advised.
        self.hint.setVisible(field is not self.first)

    def _go_to(self, field: LineField) -> None:
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(field)

    @Slot()
    def _on_plain(self) -> None:
        self._asking.hide()
        self._warning.show()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self._warning.hide()
        self._asking.show()
        self.plain_button.setFocus(Qt.FocusReason.OtherFocusReason)


class RecoveryPanel(ScrollColumn):
    """Shows the recovery code of a new register, once, to be printed or written down.

    `moment` is when the register was made, in the time of the office.

    Signals:
        done: the officer has the code.
    """

    done = Signal()

    def __init__(
        self,
        texts: Texts,
        code: str,
        office: str,
        moment: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        t = texts.t
        self.body.addStretch(1)
        _view, column = _centred(self.body)
        self.body.addStretch(1)
        said = words(texts)
        _add_head(column, "key", said.heading, said.sentence)
        self.code = _large_code(code)
        paper = Panel()
        paper.body.setContentsMargins(px(16), px(14), px(16), px(14))
        paper.body.addWidget(self.code)
        self.print_button = Button(t("Print…"), icon="print")
        self.save_button = Button(t("Save as PDF…"), icon="document_pdf")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.notice = NoticeSlot()
        self.notice.setContentsMargins(-px(16), 0, -px(16), 0)
        self.kept_box = CheckField(t("I have printed it or written it down"))
        self.button = Button(t("Go to the register"), Kind.PRIMARY, icon="arrow_right")
        self.button.setEnabled(False)
        column.addWidget(paper)
        column.addSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addSpacing(px(16))
        column.addWidget(self.kept_box, 0, _CENTRE)
        column.addSpacing(px(4))
        column.addWidget(self.button, 0, _CENTRE)
        self.setFocusProxy(self.print_button)
        sheet = RecoverySheet(texts, code, office, moment)
        self.leaving = SheetLeaving(texts, sheet, self.notice, self)
        self.print_button.clicked.connect(self.leaving.ask_printer)
        self.save_button.clicked.connect(self.leaving.ask_file)
        self.kept_box.edited.connect(self._on_kept)
        self.button.clicked.connect(self.done)

    @Slot()
    def _on_kept(self) -> None:
        self.button.setEnabled(self.kept_box.value())


def _centred(body: QVBoxLayout) -> tuple[QWidget, QVBoxLayout]:
    """A narrow column in the middle of `body`, and where its parts go."""
    view = QWidget()
    view.setMaximumWidth(px(_WIDTH))
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(view, _WIDTH)
    row.addStretch(1)
    body.addLayout(row)
    return view, column


def _add_head(column: QVBoxLayout, icon: str, heading: str, said: str = "") -> None:
    column.addWidget(Icon(icon, 24), 0, _CENTRE)
    column.addWidget(Label(heading, Type.SECTION), 0, _CENTRE)
    if said:
        label = Label(said, Type.BODY, "text2", wrap=True)
        label.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignTop)
        column.addWidget(label)
    column.addSpacing(px(10))


def _large_code(code: str) -> Label:
    """The code in letters of one width, to be read aloud and copied by hand."""
    label = Label("\n".join(code_lines(code)), Type.ZONE_STRONG, selectable=True)
    large = QFont(label.font())
    large.setPointSizeF(large.pointSizeF() * _CODE_SCALE)
    label.setFont(large)
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    label.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignVCenter)
    return label
