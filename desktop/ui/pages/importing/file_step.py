"""Step 1: the file is dropped or chosen, and read; the last imports stand beneath."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import Stage
from desktop.ui.pages.importing.batch_list import BatchList
from desktop.ui.pages.importing.drop_area import DropArea
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.theme import px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.states import ProgressPanel

_STAGES = {"intake.reading": 0, "intake.recognising": 1}


class FileStep(ScrollColumn):
    """Drop area or progress, a failure in words, and the last imports.

    Signals:
        choose_asked: another file shall be chosen.
        cancel_asked: reading shall be stopped.
    """

    choose_asked = Signal()
    cancel_asked = Signal()

    def __init__(
        self, presenter: ImportPresenter, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        t = presenter.texts.t
        self.choose = Button(t("Choose file…"), Kind.PRIMARY, icon="document_arrow_up")
        self.choose.clicked.connect(self.choose_asked)
        self.area = DropArea(
            t("Drop a list here"),
            t("Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods) and text (.csv, .txt)."),
            (self.choose,),
        )
        self.progress = ProgressPanel(
            "", t("You can go on working. Nothing is stored before you say so."), t("Cancel")
        )
        self.progress.cancelled.connect(self.cancel_asked)
        frame = Panel()
        frame.body.addStretch(1)
        frame.body.addWidget(self.progress)
        frame.body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(frame)
        self._failure = QVBoxLayout()
        self.error: ErrorPanel | None = None
        self.batches = BatchList(presenter.texts, zone)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._failure)
        column.addWidget(self._stack)
        column.addWidget(self.batches)
        column.addStretch(1)
        self.body.addWidget(inner)
        self.setFocusProxy(self.choose)

    def refresh(self) -> None:
        """Show what the presenter knows."""
        work = self._presenter.list
        t = self._presenter.texts.t
        reading = work.is_reading and work.read is None
        self._stack.setCurrentIndex(1 if reading else 0)
        if reading:
            self.progress.set_heading(t("Reading {file}", file=work.file_name))
            self.show_stage(Stage(0, 0, "intake.reading"))
        self._show_failure(work.failure or self._presenter.failure)

    def show_stage(self, stage: Stage) -> None:
        """Show how far reading is."""
        done = _STAGES.get(stage.code, 0)
        t = self._presenter.texts.t
        words = t("Opening the file") if done == 0 else t("Recognising columns and people")
        self.progress.set_progress(1 + done, 3, words)

    def refresh_batches(self) -> None:
        """Show the last imports."""
        batches = self._presenter.batches
        self.batches.setVisible(batches is not None)
        self.batches.show_batches(batches or ())

    def _show_failure(self, error: AppError | None) -> None:
        if self.error is not None:
            self._failure.removeWidget(self.error)
            self.error.hide()
            self.error.deleteLater()
            self.error = None
        if error is None:
            return
        texts = self._presenter.texts
        action = None
        if self._presenter.list.failure is not None:
            action = Button(texts.t("Choose another file…"), Kind.LINK, height=24)
            action.clicked.connect(self.choose_asked)
        self.error = ErrorPanel(error_sentence(texts, error), self._kept(), action)
        self._failure.addWidget(self.error)
        if action is not None:
            action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> str:
        work = self._presenter.list
        if work.failure is None:
            return ""
        return self._presenter.texts.t("{file}: nothing was stored.", file=work.file_name)
