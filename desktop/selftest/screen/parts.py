"""Checks of parts of the screen: letters, Qt's own words, printers."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QRawFont
from PySide6.QtPrintSupport import QPrinterInfo

from desktop import paths
from desktop.selftest.bench import Bench, need
from desktop.selftest.screen.application import application
from desktop.settings import SCREEN_LANGUAGES
from desktop.ui.theme import Type
from desktop.ui.theme.fonts import FontBook

_LETTERS = "ғӣқӯҳҷҒӢҚӮҲҶёэюяàéèêçœ"


def fonts(bench: Bench) -> str:
    """The font of the screen has the letters of every language."""
    application(bench)
    font = FontBook(paths.resources_dir() / "fonts").form(Type.BODY).font
    raw = QRawFont.fromFont(font)
    need(raw.isValid(), f"{font.family()} cannot be loaded")
    missing = [letter for letter in _LETTERS if not raw.supportsCharacter(ord(letter))]
    need(not missing, f"{raw.familyName()} has no {' '.join(missing)}")
    return raw.familyName()


def qt_words(bench: Bench) -> str:
    """Qt's own dialogs speak the languages of the screens."""
    application(bench)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    languages = [language for language in SCREEN_LANGUAGES if language != "en"]
    for language in languages:
        loaded = QTranslator().load(QLocale(language), "qtbase", "_", folder)
        need(loaded, f"no qtbase_{language} in {folder}")
    return ", ".join(languages)


def printing(bench: Bench) -> str:
    """Printers can be asked for; a computer may have none."""
    application(bench)
    names = QPrinterInfo.availablePrinterNames()
    return ", ".join(names) or "no printer"
