"""A database is made on first start, brought up to date with a backup, or refused in words."""

from pathlib import Path, PureWindowsPath

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from support.desks import database_of, file_of, open_desk
from support.people import form, register

from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.backup import back_up, restore
from desktop.storage.engine import make_engine
from desktop.storage.local_file import LocalFile, sqlite_address
from desktop.storage.migrations import HEAD, REVISIONS
from desktop.storage.soundness import integrity_problems
from desktop.storage.upgrading import upgrade_schema
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter


def close(desk: Desk) -> None:
    database_of(desk).close()


def people(target: str) -> int:
    desk = open_desk(target)
    with desk.store.read() as reads:
        count = reads.people_count(PeopleFilter())
    close(desk)
    return count


def raw(path: Path, statement: str) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_missing_file_is_made_with_its_folder_and_reference_data(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "homeward.db"
    desk = open_desk(str(path))
    with desk.store.read() as reads:
        assert len(reads.places()) > 100
        assert set(reads.labels("sex")) == {"F", "M", "X"}
        assert reads.office(desk.store.actor.office_id).code == "ALA"
    close(desk)
    assert path.is_file()


def test_the_file_is_in_wal_with_full_synchronous_and_foreign_keys(local_desk: Desk) -> None:
    with database_of(local_desk).engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_opening_again_finds_the_same_office_and_officer(target: str) -> None:
    first = open_desk(target)
    close(first)
    second = open_desk(target)
    assert second.store.actor == first.store.actor
    close(second)


def test_a_newer_database_is_refused_in_words(target: str) -> None:
    engine = make_engine(target)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(Corrupt) as caught:
        open_desk(target)
    assert caught.value.code == "storage.newer"
    assert caught.value.params["version"] == "9999"


def test_an_older_file_is_copied_aside_before_it_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "homeward.db"
    engine = make_engine(str(path))
    upgrade_schema(engine, REVISIONS[0])
    engine.dispose()
    close(open_desk(str(path)))
    (backup,) = (tmp_path / "backups").iterdir()
    connection = sqlcipher.connect(str(backup))
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (
        REVISIONS[0],
    )
    connection.close()
    connection = sqlcipher.connect(str(path))
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    connection.close()


def test_an_older_server_is_not_upgraded_at_start(postgres_url: str) -> None:
    from support.desks import OFFICE, Clock  # noqa: PLC0415

    from desktop.ids import new_id  # noqa: PLC0415
    from desktop.storage.opening import open_database  # noqa: PLC0415

    with pytest.raises(Unavailable) as caught:
        open_database(postgres_url, OFFICE, Clock(), new_id)
    assert caught.value.code == "storage.server_older"


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    raw(path, "CREATE TABLE songs (title TEXT)")
    with pytest.raises(Corrupt) as caught:
        open_desk(str(path))
    assert caught.value.code == "storage.foreign"


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear colleagues, " * 200)
    before = path.read_bytes()
    with pytest.raises(Corrupt) as caught:
        open_desk(str(path))
    assert caught.value.code == "storage.not_a_database"
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_desk(str(tmp_path))
    assert caught.value.code == "storage.is_folder"


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(Unavailable) as caught:
        open_desk("postgresql://nobody:x@127.0.0.1:1/nothing")
    assert caught.value.code == "storage.no_connection"


def test_a_locked_file_is_said_and_nothing_is_lost(
    local_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = database_of(local_desk).engine
    blocker = engine.raw_connection()
    blocker.execute("BEGIN IMMEDIATE")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with pytest.raises(Unavailable) as caught:
        register(local_desk)
    assert caught.value.code == "storage.locked"
    blocker.execute("ROLLBACK")
    blocker.close()
    register(local_desk)


def test_a_full_disk_is_said_and_the_register_stays_whole(local_desk: Desk) -> None:
    engine = database_of(local_desk).engine
    path = Path(str(engine.url.database))
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unavailable) as caught:
        for _ in range(200):
            register(local_desk)
    assert caught.value.code == "storage.disk_full"
    with local_desk.store.read() as reads:
        before = reads.people_count(PeopleFilter())
    close(local_desk)
    assert integrity_problems(LocalFile(path)) == []
    assert people(str(path)) == before


def test_a_file_that_may_not_be_written_is_said(local_desk: Desk) -> None:
    engine = database_of(local_desk).engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(Unavailable) as caught:
        register(local_desk)
    assert caught.value.code == "storage.read_only"


def test_a_backup_of_a_file_in_use_is_whole_and_can_be_restored(
    local_desk: Desk, tmp_path: Path
) -> None:
    file = file_of(local_desk)
    register(local_desk)
    copy = tmp_path / "copy.db"
    back_up(file, copy)
    register(local_desk)
    close(local_desk)
    assert integrity_problems(file.at(copy)) == []
    kept = restore(file.at(copy), file, local_desk.now())
    assert people(str(file.path)) == 1
    assert kept is not None
    assert people(str(kept)) == 2


@pytest.mark.parametrize("name", ["50% #1 ӯ", "what?.db"])
def test_any_name_of_a_folder_is_opened_and_backed_up(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "homeward.db"
    close(open_desk(str(path)))
    back_up(LocalFile(path), path.with_name("copy.db"))
    assert people(str(path.with_name("copy.db"))) == 0
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"C:\Users\Ҷӯра\AppData\a.db", "file:///C:/Users/%D2%B6%D3%AF%D1%80%D0%B0/AppData/a.db"),
        (r"\\server\share\a.db", "file:////server/share/a.db"),
    ],
)
def test_files_of_windows_have_the_address_that_sqlite_reads(path: str, address: str) -> None:
    class Absolute(PureWindowsPath):
        def absolute(self) -> "Absolute":
            return self

    assert sqlite_address(Absolute(path)) == address


def test_a_backup_never_overwrites(local_desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken.db"
    taken.write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        back_up(file_of(local_desk), taken)
    assert caught.value.code == "backup.exists"
    assert taken.read_bytes() == b"mine"


def test_a_damaged_backup_is_not_restored(local_desk: Desk, tmp_path: Path) -> None:
    file = file_of(local_desk)
    register(local_desk)
    close(local_desk)
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8192)
    with pytest.raises(Corrupt):
        restore(file.at(bad), file, local_desk.now())
    assert people(str(file.path)) == 1


def test_a_register_that_vanished_takes_nothing_and_comes_back(
    local_desk: Desk, tmp_path: Path
) -> None:
    path = file_of(local_desk).path
    register(local_desk)
    away = tmp_path / "pulled"
    away.mkdir()
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).rename(away / name)
    with pytest.raises(Unavailable) as caught:
        register(local_desk)
    assert caught.value.code == "storage.vanished"
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        if (away / name).exists():
            (away / name).rename(path.with_name(name))
    register(local_desk, form("Саидов", document="402118844"))
    with local_desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 2


def test_an_upgrade_that_is_begun_again_within_the_second_makes_another_copy(
    tmp_path: Path,
) -> None:
    path = tmp_path / "homeward.db"
    for _ in range(2):
        path.unlink(missing_ok=True)
        engine = make_engine(str(path))
        upgrade_schema(engine, REVISIONS[0])
        engine.dispose()
        close(open_desk(str(path)))
    assert len(list((tmp_path / "backups").glob("homeward-before-upgrade-*.db"))) == 2
