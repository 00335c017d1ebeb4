"""The start of the desktop program: the window at once, then what fills it.

Only what the empty window needs is imported here. The rest is loaded in steps between the events
of the window, never on another thread: Qt's classes are made when they are first met, and two
threads that meet them at the same time end the process.
"""

import sys
from collections import deque
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop import __version__, collector, paths
from desktop.catalogue import LANGUAGES, texts
from desktop.errors import AppError
from desktop.settings import SCREEN_LANGUAGES, Settings, load
from desktop.ui.loading import spare_sources
from desktop.ui.memory import WindowMemory
from desktop.ui.shell.window import MainWindow
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.program import Program

_REST = (
    "desktop.ui.qt_names",
    "desktop.ui.theme",
    "desktop.ui.icons",
    "desktop.ui.jobs",
    "desktop.ui.widgets.buttons",
    "desktop.ui.widgets.search_field",
    "desktop.ui.shell.statusbar",
    "desktop.ui.shell.keys",
    "desktop.ui.shell.parts",
    "desktop.program",
)
"""Each short enough for a key that is pressed meanwhile; all that the last two need."""
_BROKEN = 1
_UNSEEN_MS = 300
_STEP_MS = 1
"""Of steps in no time at all the window would take the next before it looks for events."""
_SWITCH_S = 0.0005
"""Work in pure Python gives way ten times as often as usual: a window needs it often."""


def main(database: str | None = None, source: Path | None = None, *, plain: bool = False) -> int:
    """Start the window on `database`, else on the register of the settings.

    `source` is a list that is shown on the Import page as soon as the register is open. A
    register that is not there is made without a key where that is `plain`ly asked for.
    """
    system = QLocale.system().uiLanguages()
    try:
        settings = load()
    except AppError as error:
        return _refuse(error, screen_language("", system))
    language = screen_language(settings.language, system)
    return open_window(database, settings, language, source, plain=plain)


def screen_language(chosen: str, system: Sequence[str]) -> str:
    """The chosen language, else the first of the system's that all screens speak, else English.

    `chosen` is a code or '', `system` holds BCP 47 tags in the order of preference.
    """
    if chosen in LANGUAGES:
        return chosen
    wanted = (tag.replace("_", "-").partition("-")[0].lower() for tag in system)
    return next((code for code in wanted if code in SCREEN_LANGUAGES), LANGUAGES[0])


def open_window(
    database: str | None,
    settings: Settings,
    language: str,
    source: Path | None = None,
    *,
    plain: bool = False,
) -> int:
    """Show the window on a database and run until it is closed; returns the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(paths.APPLICATION)
    app.setApplicationVersion(__version__)
    words = texts(language)
    qt_words = _qt_words(app, language)
    start = Start(app, database, settings, words, source, plain=plain)
    start.begin()
    code = app.exec()
    start.close()
    app.removeTranslator(qt_words)
    return code


def first_window(settings: Settings, words: Texts) -> MainWindow:
    """The window where the officer left it, still without its parts."""
    memory = WindowMemory(paths.config_dir() / "window.ini")
    return MainWindow(words, theme=settings.theme.value, memory=memory)


class Start(QObject):
    """The empty window, and the program in it as soon as that is loaded.

    Signals:
        begun: the program has furnished the window and opens the register.
    """

    begun = Signal()

    def __init__(
        self,
        app: QApplication,
        database: str | None,
        settings: Settings,
        words: Texts,
        source: Path | None = None,
        *,
        plain: bool = False,
    ) -> None:
        super().__init__()
        self._app, self._database, self._settings, self._words = app, database, settings, words
        self._source, self._plain = source, plain
        self.window = first_window(settings, words)
        self.program: Program | None = None
        self._loads = False
        self._rest = deque(_REST)

    def begin(self) -> None:
        """Show the window; load the rest when it has been seen, or soon where nobody looks."""
        collector.rest()
        self.window.seen.connect(self.load)
        self.window.show()
        QTimer.singleShot(_UNSEEN_MS, self, self.load)

    @Slot()
    def load(self) -> None:
        """Load the rest in steps, while the window answers; once."""
        if not self._loads:
            self._loads = True
            sys.setswitchinterval(_SWITCH_S)
            spare_sources()
            QTimer.singleShot(_STEP_MS, self, self._load_next)

    def close(self) -> None:
        """Stop what was begun."""
        if self.program is not None:
            self.program.close()

    @Slot()
    def _load_next(self) -> None:
        try:
            import_module(self._rest.popleft())
        except Exception:
            # A window that stays empty would say nothing.
            self._app.exit(_BROKEN)
            raise
        QTimer.singleShot(_STEP_MS, self, self._load_next if self._rest else self._begin_program)

    @Slot()
    def _begin_program(self) -> None:
        from desktop import log  # noqa: PLC0415 - loaded by now
        from desktop.program import Program  # noqa: PLC0415

        log.configure(paths.log_dir(), program="window")
        self.program = Program(
            self._app,
            self._database,
            self._settings,
            self._words,
            self.window,
            plain=self._plain,
        )
        self.program.bring(self._source)
        QTimer.singleShot(_STEP_MS, self.program, self.program.start)
        self.begun.emit()


def _refuse(error: AppError, language: str) -> int:
    """Say why there is no window: without settings nobody knows which register is meant."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - where it is needed

    from desktop.messages.sentences import error_sentence  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    words = texts(language)
    qt_words = _qt_words(app, language)
    QMessageBox.critical(None, "Homeward", error_sentence(words, error))
    app.removeTranslator(qt_words)
    return _BROKEN


def _qt_words(app: QApplication, language: str) -> QTranslator:
    """Qt's own dialogs in the officer's language."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(translator)
    return translator
