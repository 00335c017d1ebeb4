"""The one dialog for bugs: what happened in plain words, and a report without personal data."""

import logging
import platform
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.log import describe
from desktop.ui.theme import Type, font, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from reports.texts import Texts

logger = logging.getLogger(__name__)


def crash_report(error: BaseException, version: str) -> str:
    """Text that may be passed on: kinds of errors and places in the program, no values."""
    return "\n".join(
        (
            f"Homeward {version}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            describe(error),
        )
    )


class CrashDialog(Dialog):
    """Says that the program made a mistake, what was kept, and offers the report."""

    def __init__(self, texts: Texts, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            texts.t("The program made a mistake"),
            texts.t(
                "What you had saved is safe. You can go on working; if something looks wrong, "
                "close the program and start it again. The report below says where in the "
                "program it happened. It holds no names and no numbers of people."
            ),
            parent,
        )
        self._report = report
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setFont(font(Type.CAPTION))
        text.setAccessibleName(texts.t("Report of the mistake"))
        text.setMinimumSize(px(520), px(180))
        self.body.addWidget(text)
        copy = Button(texts.t("Copy the report"), icon="copy")
        copy.clicked.connect(self._copy)
        go_on = Button(texts.t("Go on"), Kind.PRIMARY)
        go_on.clicked.connect(self.accept)
        self.add_buttons(copy, go_on)

    @property
    def report(self) -> str:
        """What may be passed on."""
        return self._report

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class CrashWatch(QObject):
    """Shows a dialog for the first bug; a second one while it is open is only logged.

    `install` makes it the hook for exceptions that nobody catches; connect `show` to
    `JobRunner.crashed`.
    """

    def __init__(self, texts: Texts, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._version = version
        self._dialog: CrashDialog | None = None

    def install(self) -> None:
        """Take uncaught exceptions."""
        sys.excepthook = self._on_uncaught

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """Log a bug and show the dialog."""
        logger.critical("a bug", exc_info=(type(error), error, error.__traceback__))
        if self._dialog is not None:
            return
        parent = self.parent()
        window = parent if isinstance(parent, QWidget) else None
        self._dialog = CrashDialog(self._texts, crash_report(error, self._version), window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog that is open."""
        return self._dialog

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        self.show(error.with_traceback(trace))
