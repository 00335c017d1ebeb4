"""A name that is entered everywhere is found in no file of the program as clear bytes."""

import email
import email.policy
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from support.people import form, register

from desktop import log, paths
from desktop.app import Start
from desktop.bootstrap import Fresh, open_desk
from desktop.cli.story import STORY_OFFICE
from desktop.domain.intake.model import Overrides
from desktop.storage.kept_backups import backup_folder
from desktop.ui.locked import LockedPanel
from desktop.ui.pages.importing.drafts import CorrectionFiles
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.pages.reports.leaving import Letter, draft
from desktop.ui.pages.reports.orders import SummaryOrder
from desktop.ui.pages.today.page import TodayPage
from desktop.usecases.importing import import_list

PATIENCE_MS = 60_000
PASSPHRASE = "four words nobody guesses"
CANARIES = ("Zzyzxquist", "Ғӯзяиксвӣст")
"""In Latin letters and in those of the register."""


@pytest.fixture
def opened(qtbot: QtBot, start: Start, tmp_path: Path) -> Iterator[Start]:
    """The window on an encrypted register, unlocked."""
    path = tmp_path / "homeward.db"
    open_desk(str(path), STORY_OFFICE, in_child=False, fresh=lambda: Fresh(PASSPHRASE)).close()
    start.begin()
    window = start.window
    qtbot.waitUntil(lambda: bool(window.findChildren(LockedPanel)), timeout=PATIENCE_MS)
    window.findChildren(LockedPanel)[0].given.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.current_page, TodayPage), timeout=PATIENCE_MS)
    yield start


def found(*folders: Path, but: tuple[str, ...] = ()) -> list[str]:
    """Files in which a canary stands in any coding, whole or the beginning of it."""
    needles = {
        name[:length].encode(coding)
        for name in CANARIES
        for length in (len(name), 6)
        for coding in ("utf-8", "utf-16-le", "utf-16-be", "unicode_escape")
    }
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 3
    return [
        str(path)
        for path in files
        if path.suffix not in but and any(needle in path.read_bytes() for needle in needles)
    ]


def list_with_canaries(folder: Path) -> Path:
    """A list that came from outside; it is not ours to encrypt."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["№", "Фамилия", "Имя", "Дата рождения", "Паспорт", "Примечание"])
    sheet.append([1, CANARIES[1], "Азиз", "14.05.1988", "403179174", CANARIES[0]])
    sheet.append([2, CANARIES[0], "Aziz", "15.06.1989", "403179175", "инвалид, коляска"])
    path = folder / "list.xlsx"
    workbook.save(path)
    return path


def test_a_name_is_nowhere_in_clear(
    qtbot: QtBot, opened: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = opened.program
    assert program is not None
    log_file = logging.FileHandler(tmp_path / "homeward.log")
    logging.getLogger().addHandler(log_file)
    context = program.context()
    desk = context.desk
    person = register(desk, replace(form(CANARIES[1], CANARIES[0]), notes=CANARIES[0]))
    taken = import_list(desk, desk.workshop.read_list(list_with_canaries(tmp_path)))
    assert taken.created == 2

    program.window.go("people", person_id=person)
    page = program.window.current_page
    assert isinstance(page, PeoplePage)
    family = page.person.form.identity.family
    qtbot.waitUntil(lambda: family.value() == CANARIES[1], timeout=PATIENCE_MS)
    family.set_value(f"{CANARIES[1]} {CANARIES[0]}")
    assert isinstance(family.edit, QLineEdit)
    corrected = Overrides(sheet="Sheet", cells={(2, 2): CANARIES[0]})
    assert CorrectionFiles(context.drawer).keep("a" * 64, [corrected])
    letter = Letter(("post@border.uz",), CANARIES[0], CANARIES[1], CANARIES[0], ("xlsx",))
    made = draft(desk, SummaryOrder("ru"), letter, (), context.private)
    message = email.message_from_bytes(made.file.read_bytes(), policy=email.policy.default)
    assert message["Subject"] == CANARIES[0]
    logging.getLogger("desktop").warning("%s", log.describe(ValueError(CANARIES[0])))

    places = (tmp_path, paths.data_dir(), paths.config_dir())
    (tmp_path / "list.xlsx").unlink()
    # Another program must read the letter: it is there in clear until this one ends.
    assert found(*places, but=(".eml",)) == []
    opened.window.close()
    opened.close()
    log_file.close()
    logging.getLogger().removeHandler(log_file)
    assert list(backup_folder(tmp_path / "homeward.db").glob("*.db"))
    assert [path.suffix for path in (paths.data_dir() / "drafts").iterdir()] == [".sealed"] * 2
    assert "ValueError" in (tmp_path / "homeward.log").read_text("utf-8")
    assert found(*places) == []
