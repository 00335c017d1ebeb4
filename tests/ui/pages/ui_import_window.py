"""The window with the import page in it, and the lists that its tests take."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_page_window import PageWindow

from desktop.ui.jobs import JobRunner
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.theme import Theme
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

LISTS = Path(__file__).parents[2] / "data" / "lists"
ZHIBEK = LISTS / "zhibek-zholy-102.xlsx"
MESSY = (
    "Список граждан у пункта пропуска Жибек Жолы;;;;;\n"
    "№;Ному насаб;Солу таваллуд;Паспорт №;Вилоят;Тел\n"
    "1;Раҳмонов Фирӯз Саидович;04/03/1988;402118843;Хатлон;87015550142\n"
    "2;Раҳмонова Зулайхо;02/11/1992;402118844;Хатлон;\n"
    "3;Шарифов Баҳром;1981;40077З105;хатлонск.;87055551804\n"
    "4;Мирзоев Умед;08/07/1995;401002286;Суғд;87775550908\n"
    "5;;05/05/1990;401993649;Хатлон;87015557711\n"
)
"""A list with something of every kind."""


class ImportWindow(PageWindow):
    """The window, worked with the keys that an officer uses."""

    def __init__(self, qtbot: QtBot, jobs: JobRunner, desk: Desk, theme: Theme) -> None:
        super().__init__(qtbot, jobs, desk, theme, "import", ImportPage)

    def start(self) -> ImportPage:
        """Open the page."""
        page = self.open()
        assert isinstance(page, ImportPage)
        return page

    def take(self, page: ImportPage, path: Path) -> None:
        """Give a file to the page and wait until it was read."""
        page.take_file(path)
        self.settle()

    def go_on(self, times: int = 1) -> None:
        """Ctrl+Enter, and wait for what comes."""
        for _ in range(times):
            self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            self.settle()

    def people(self) -> int:
        """How many are in the register."""
        with self.desk.store.read() as reads:
            return reads.people_count(PeopleFilter())


def codes(page: ImportPage) -> set[str]:
    """Kinds of problems that the list at hand has."""
    return {group.code for group in page.presenter.list.findings.groups}
