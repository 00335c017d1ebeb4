"""The theme that is installed on the application, and the doors to its colours and fonts."""

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import resources_dir
from desktop.ui.theme.contrast import contrast_tokens
from desktop.ui.theme.fonts import FontBook, Form, Type
from desktop.ui.theme.palette import build_palette
from desktop.ui.tokens import CONTRAST, DARK, LIGHT, ROLLCALL, Tokens

_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Mode(StrEnum):
    """What an officer can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Colours and fonts of the whole application; follows the system or the officer's choice.

    One theme is installed at a time. Widgets keep no colour: they ask for a key while they
    paint, and a change repaints them through the application's palette. The text scale
    holds for the life of the program, because sizes are laid out with it.

    Signals:
        changed: another map of colours is in use.
    """

    changed = Signal()

    _current: ClassVar["Theme | None"] = None

    def __init__(
        self, app: QApplication, *, mode: Mode = Mode.SYSTEM, text_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._rollcall = False
        self._tokens: Tokens = {}
        self._colors: dict[str, QColor] = {}
        self.generation = 0
        self.fonts = FontBook(resources_dir() / "fonts", text_scale)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        Theme._current = self
        self._follow_choice()

    @staticmethod
    def current() -> "Theme":
        """The installed theme. Raises RuntimeError before `install`."""
        if Theme._current is None:
            raise RuntimeError("no theme is installed")
        return Theme._current

    @property
    def mode(self) -> Mode:
        """What the officer chose."""
        return self._mode

    @property
    def is_contrast(self) -> bool:
        """Whether frames must do what grounds do elsewhere."""
        return self._tokens["accent_bg"] == self._tokens["window"]

    def set_mode(self, mode: Mode) -> None:
        """Use another choice from now on."""
        self._mode = mode
        self._follow_choice()

    def set_rollcall(self, on: bool) -> None:
        """Use the colours of the roll-call while it fills the screen."""
        self._rollcall = on
        self._apply()

    def color(self, key: str) -> QColor:
        """Colour of a key. Raises KeyError for a key that no map has."""
        found = self._colors.get(key)
        if found is None:
            found = self._colors[key] = QColor(self._tokens[key])
        return found

    def px(self, size: float) -> int:
        """A length of the design, in logical pixels, at the officer's text size."""
        return round(size * self.fonts.scale)

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _follow_choice(self) -> None:
        """Tell the system, whose title bars must agree, then repaint."""
        hints = self._app.styleHints()
        scheme = _SCHEMES.get(self._mode)
        if scheme is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(scheme)
        self._apply()

    def _apply(self) -> None:
        tokens = self._choose()
        if tokens == self._tokens:
            return
        self._tokens = tokens
        self._colors = {}
        self.generation += 1
        self._app.setPalette(build_palette(tokens))
        self.changed.emit()

    def _choose(self) -> Tokens:
        if self._rollcall:
            return ROLLCALL
        if self._mode is Mode.LIGHT:
            return LIGHT
        if self._mode is Mode.DARK:
            return DARK
        if self._mode is Mode.CONTRAST:
            return CONTRAST
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())
            return contrast_tokens(self._app.palette())
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def color(key: str) -> QColor:
    """Colour of a key in the installed theme. Don't keep it: ask again when painting."""
    return Theme.current().color(key)


def font(name: Type) -> QFont:
    """Font of a name in the installed theme."""
    return Theme.current().fonts.form(name).font


def metrics(name: Type) -> QFontMetricsF:
    """Metrics of a named font."""
    return Theme.current().fonts.form(name).metrics


def form(name: Type) -> Form:
    """Font of a name with its metrics and its baseline."""
    return Theme.current().fonts.form(name)


def width_of(text: str, name: Type) -> float:
    """Width of one line of text in logical pixels."""
    return Theme.current().fonts.width(name, text)


def px(size: float) -> int:
    """A length of the design, in logical pixels, at the officer's text size."""
    return Theme.current().px(size)
