"""An encrypted register: how it is made, opened, copied, restored, and told from a broken one."""

import re
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from support.desks import Clock, database_of, file_of, open_desk
from support.people import form, register

from desktop.errors import AppError, Corrupt, Unavailable, UserError
from desktop.storage import backup
from desktop.storage.backup import back_up, restore
from desktop.storage.engine import make_engine
from desktop.storage.key_file import Cost, key_path
from desktop.storage.migrations import REVISIONS
from desktop.storage.opening import local_file
from desktop.storage.sealing import change_passphrase, seal
from desktop.storage.soundness import integrity_problems
from desktop.storage.upgrading import upgrade_schema
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

CHEAP = Cost(m_kib=64, t=1, p=1)
PASSPHRASE = "чор калимаи дароз"
CANARY = "Ззызхқуист"


def secret() -> str:
    return PASSPHRASE


def count(desk: Desk) -> int:
    with desk.store.read() as reads:
        return reads.people_count(PeopleFilter())


def close(desk: Desk) -> None:
    database_of(desk).close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register of one person, encrypted."""
    made = tmp_path / "register" / "homeward.db"
    desk = open_desk(str(made))
    register(desk, form(CANARY))
    close(desk)
    assert contains(made.parent, CANARY)
    seal(made, PASSPHRASE, "saidov", CHEAP)
    return made


def contains(folder: Path, text: str) -> bool:
    """Whether any file below holds a text as clear bytes."""
    needles = [text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [one for one in folder.rglob("*") if one.is_file()]
    return any(needle in one.read_bytes() for one in files for needle in needles)


def refused(path: Path, **options: object) -> AppError:
    with pytest.raises(AppError) as caught:
        open_desk(str(path), **options)  # type: ignore[arg-type]
    return caught.value


def test_it_opens_with_its_passphrase_and_holds_what_it_held(path: Path) -> None:
    desk = open_desk(str(path), secret=secret)
    assert count(desk) == 1
    assert integrity_problems(file_of(desk)) == []
    register(desk)
    assert count(desk) == 2
    close(desk)


def test_nothing_of_it_can_be_read_while_it_is_open(path: Path) -> None:
    desk = open_desk(str(path), secret=secret)
    register(desk, form(CANARY, "Ганҷина"))
    back_up(file_of(desk), path.parent / "copies" / "copy.db")
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "copies",
        "homeward.db",
        "homeward.db-shm",
        "homeward.db-wal",
        "homeward.db.key",
    ]
    assert not contains(path.parent, CANARY)
    assert not contains(path.parent, "Ганҷина")
    assert not contains(path.parent, "return_case")
    close(desk)


def test_without_a_passphrase_or_with_another_it_is_said(path: Path) -> None:
    before = path.read_bytes()
    assert refused(path).code == "key.needed"
    assert refused(path, secret=lambda: "another phrase").code == "key.wrong"
    assert path.read_bytes() == before


def test_a_damaged_head_is_told_from_a_wrong_passphrase(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[:64] = bytes(64)
    path.write_bytes(data)
    assert refused(path, secret=secret).code == "storage.damaged"
    assert refused(path, secret=lambda: "another phrase").code == "key.wrong"


def test_a_damaged_page_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    # The page of the table of people: nothing needs it while the register is opened.
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 100] ^= 0xFF
    path.write_bytes(data)
    error = refused(path, secret=secret)
    assert isinstance(error, Corrupt)
    assert error.code == "storage.damaged"


def test_a_cut_file_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])
    assert refused(path, secret=secret).code == "storage.damaged"


def test_a_lost_or_damaged_key_file_is_said(path: Path) -> None:
    key_path(path).write_bytes(b"{}")
    assert refused(path, secret=secret).code == "key.damaged"
    key_path(path).unlink()
    assert refused(path, secret=secret).code == "storage.not_a_database"


def test_a_newer_register_is_refused_in_words(path: Path) -> None:
    desk = open_desk(str(path), secret=secret)
    with database_of(desk).engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    close(desk)
    assert refused(path, secret=secret).code == "storage.newer"


def test_another_passphrase_opens_the_same_bytes(path: Path) -> None:
    before = path.read_bytes()
    change_passphrase(path, secret, "another long phrase", "saidov")
    assert path.read_bytes() == before
    assert refused(path, secret=secret).code == "key.wrong"
    desk = open_desk(str(path), secret=lambda: "another long phrase")
    assert count(desk) == 1
    close(desk)


def test_whoever_has_the_recovery_code_sets_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "homeward.db"
    close(open_desk(str(path)))
    code = seal(path, PASSPHRASE, "saidov", CHEAP)
    assert re.fullmatch(r"([0-9A-Z]{4}-){7}[0-9A-Z]{4}", code)
    change_passphrase(path, lambda: code, "another long phrase", "saidov")
    assert refused(path, secret=secret).code == "key.wrong"
    close(open_desk(str(path), secret=lambda: "another long phrase"))
    close(open_desk(str(path), secret=lambda: code))


def test_a_register_is_encrypted_once(path: Path) -> None:
    with pytest.raises(UserError) as caught:
        seal(path, PASSPHRASE, "saidov", CHEAP)
    assert caught.value.code == "key.there_already"


def test_a_register_in_use_is_not_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "homeward.db"
    desk = open_desk(str(path))
    with database_of(desk).engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM person").all()
        with pytest.raises(Unavailable) as caught:
            seal(path, PASSPHRASE, "saidov", CHEAP)
    assert caught.value.code == "storage.locked"
    assert count(desk) == 0
    close(desk)
    assert not key_path(path).exists()
    assert not path.with_name("homeward.db.sealed").exists()


def test_a_backup_opens_with_the_passphrase_and_can_be_restored(path: Path, tmp_path: Path) -> None:
    desk = open_desk(str(path), secret=secret)
    copy = tmp_path / "stick" / "copy.db"
    back_up(file_of(desk), copy)
    register(desk)
    file = file_of(desk)
    close(desk)
    kept = restore(file.at(copy), file, Clock()())
    assert kept is not None
    for found, people in ((path, 1), (copy, 1), (kept, 2)):
        opened = open_desk(str(found), secret=secret)
        assert count(opened) == people
        close(opened)


def test_the_passphrase_of_today_stays_when_a_backup_is_restored(
    path: Path, tmp_path: Path
) -> None:
    desk = open_desk(str(path), secret=secret)
    file, copy = file_of(desk), tmp_path / "copy.db"
    back_up(file, copy)
    close(desk)
    change_passphrase(path, secret, "another long phrase", "saidov")
    restore(file.at(copy), file, Clock()())
    close(open_desk(str(path), secret=lambda: "another long phrase"))
    close(open_desk(str(copy), secret=secret))


def test_a_plain_backup_does_not_take_the_encryption_away(path: Path, tmp_path: Path) -> None:
    plain = open_desk(str(tmp_path / "plain.db"))
    desk = open_desk(str(path), secret=secret)
    file = file_of(desk)
    close(desk)
    with pytest.raises(UserError) as caught:
        restore(file_of(plain), file, Clock()())
    close(plain)
    assert caught.value.code == "backup.plain"


def test_a_damaged_register_is_put_aside_and_the_backup_takes_its_place(
    path: Path, tmp_path: Path
) -> None:
    desk = open_desk(str(path), secret=secret)
    file, copy = file_of(desk), tmp_path / "copy.db"
    back_up(file, copy)
    close(desk)
    broken = path.read_bytes()[:9000]
    path.write_bytes(broken)
    kept = restore(file.at(copy), file, Clock()())
    assert kept is not None
    assert kept.read_bytes() == broken
    desk = open_desk(str(path), secret=secret)
    assert count(desk) == 1
    close(desk)


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", ["before the file", "between file and key"])
@pytest.mark.parametrize("sealed", [True, False])
def test_a_restore_of_another_key_that_is_broken_off_leaves_one_register_that_opens(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, *, sealed: bool
) -> None:
    other = tmp_path / "other" / "homeward.db"
    desk = open_desk(str(other))
    register(desk)
    register(desk, form("Саидов", document="402118844"))
    close(desk)
    seal(other, "another long phrase", "saidov", CHEAP)
    if not sealed:
        path = tmp_path / "plain.db"
        desk = open_desk(str(path))
        register(desk)
        close(desk)
    file = local_file(path, secret)
    backup_file = local_file(other, lambda: "another long phrase")

    def kill(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        if at == "before the file":
            patch.setattr(backup, "_empty_log", kill)
        else:
            patch.setattr(backup, "take_next_key", kill)
        restore(backup_file, file, Clock()())
    if at == "before the file":
        people, opens = 1, secret
    else:
        people, opens = 2, lambda: "another long phrase"
    for _ in range(2):
        desk = open_desk(str(path), secret=opens)
        assert count(desk) == people
        close(desk)


def test_an_older_register_is_copied_with_its_key_before_it_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "homeward.db"
    engine = make_engine(str(path))
    upgrade_schema(engine, REVISIONS[0])
    engine.dispose()
    seal(path, PASSPHRASE, "saidov", CHEAP)
    close(open_desk(str(path), secret=secret))
    names = sorted(one.name for one in (tmp_path / "backups").iterdir())
    assert len(names) == 2
    assert names[1] == names[0] + ".key"
    with pytest.raises(sqlcipher.DatabaseError):
        sqlcipher.connect(str(tmp_path / "backups" / names[0])).execute(
            "SELECT count(*) FROM sqlite_schema"
        )
