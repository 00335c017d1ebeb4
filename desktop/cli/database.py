"""`homeward db`: what the database is, brought up to date, checked, copied, encrypted."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from desktop.bootstrap import chosen_database, open_desk
from desktop.cli.secrets import (
    fresh_passphrase,
    fresh_register,
    secret_of,
    tell_how_it_lies,
)
from desktop.clock import now
from desktop.errors import UserError
from desktop.settings import Settings
from desktop.storage.backup import back_up, restore
from desktop.storage.engine import is_server, shown_target
from desktop.storage.holding import hold
from desktop.storage.kept_backups import copy_to, keep_backup, kept_backups
from desktop.storage.local_file import LocalFile, Outside, outside
from desktop.storage.migrations import HEAD
from desktop.storage.opening import Secret, local_file, make_folder
from desktop.storage.restoring import what_is_lost
from desktop.storage.sealing import change_passphrase, seal
from desktop.storage.soundness import integrity_problems
from desktop.storage.volumes import refuse_unsafe_place
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

Answer = tuple[dict[str, Any], list[str], int]


def database_command(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Run one task on the chosen database."""
    target = chosen_database(getattr(args, "database", None), settings)
    if args.task in ("info", "upgrade"):
        return _info(target, args, settings, words)
    if is_server(target):
        raise UserError("backup.server")
    path, secret = Path(target), secret_of(args, words)
    if args.task != "restore" and not path.is_file():
        raise UserError("backup.missing", file=path.name)
    match args.task:
        case "restore":
            return _restore(args.file, path, secret, words)
        case "passphrase":
            return _passphrase(path, args, settings, words)
        case "backup":
            return _backup(local_file(path, secret), args.file, settings, words)
        case _:
            return _check(local_file(path, secret), words)


def _backup(file: LocalFile, copy: Path | None, settings: Settings, words: Texts) -> Answer:
    second = None
    if copy is None:
        made = keep_backup(file, now())
        copy = made.path
        if settings.second_backups:
            second = str(copy_to(made, file.path, Path(settings.second_backups)))
    else:
        back_up(file, copy)
    lines = [words.t("The database was copied to {file} and the copy was checked.", file=copy)]
    if second is not None:
        lines.append(words.t("A second copy: {file}", file=second))
    document = {"file": str(copy), "second": second, "encrypted": file.key is not None}
    return document, lines, 0


def _check(file: LocalFile, words: Texts) -> Answer:
    found = integrity_problems(file)
    lines = found or [words.t("The database is sound.")]
    return {"problems": found}, lines, 1 if found else 0


def _restore(copy: Path, path: Path, secret: Secret | None, words: Texts) -> Answer:
    if not copy.is_file():
        raise UserError("backup.missing", file=copy.name)
    # Asked once: as a rule both have the same passphrase.
    asked = None if secret is None else cache(secret)
    with _alone(path):
        backup, present = local_file(copy, asked), local_file(path, asked)
        lost = what_is_lost(backup, present) if outside(path) is not Outside.NEW else None
        kept = restore(backup, present, now())
    lines = [words.t("The backup {file} is now the database {path}.", file=copy, path=path)]
    if kept:
        lines.append(words.t("The former database is kept as {file}.", file=kept))
    if lost is not None and lost.since is not None:
        lines.append(
            words.n(
                "{n} change since {moment} is only in that file now.",
                "{n} changes since {moment} are only in that file now.",
                lost.operations,
                moment=f"{words.day(lost.since.date())}, {lost.since:%H:%M} UTC",
            )
        )
    document = {
        "database": str(path),
        "kept": str(kept) if kept else None,
        "lost": None if lost is None else lost.operations,
    }
    return document, lines, 0


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody works in the register while its file is replaced."""
    refuse_unsafe_place(path)
    make_folder(path)
    held = hold(path, now)
    try:
        yield
    finally:
        held.release()


def _passphrase(path: Path, args: Namespace, settings: Settings, words: Texts) -> Answer:
    """A register without a key gets one; one with a key gets another passphrase."""
    login = settings.officer_name
    fresh = fresh_passphrase(args, words)
    if outside(path) is not Outside.PLAIN:
        secret = secret_of(args, words)
        if secret is None:
            raise UserError("key.needed", file=path.name)
        change_passphrase(path, secret, fresh, login)
        changed = words.t("The passphrase was changed. Backups made before open with the former.")
        return {"encrypted": True, "recovery_code": None}, [changed], 0
    with _alone(path):
        code = seal(path, fresh, login)
    lines = [
        words.t("The register is encrypted now."),
        words.t("Recovery code: {code}", code=code),
        words.t("Print it and lock it away: without it and the passphrase nobody can read this."),
        words.t("Backups and copies made before are not encrypted."),
    ]
    return {"encrypted": True, "recovery_code": code}, lines, 0


def _info(target: str, args: Namespace, settings: Settings, words: Texts) -> Answer:
    opened = open_desk(
        target,
        settings,
        in_child=False,
        may_upgrade_server=args.task == "upgrade",
        secret=secret_of(args, words),
        fresh=lambda: fresh_register(args, words),
        may_only_read=args.task == "info",
    )
    try:
        tell_how_it_lies(opened, words)
        with opened.desk.store.read() as reads:
            office = reads.office(opened.desk.store.actor.office_id)
            people = reads.people_count(PeopleFilter())
            movements = len(reads.movements())
        file = opened.database.file
    finally:
        opened.close()
    server = is_server(target)
    kept = [] if file is None else kept_backups(file.path)
    last = kept[0].made_at if kept else None
    shown = shown_target(target)
    document = {
        "database": shown,
        "kind": "postgresql" if server else "sqlite",
        "schema": HEAD,
        "office": office.code,
        "people": people,
        "movements": movements,
        "encrypted": None if file is None else file.key is not None,
        "last_backup": last.isoformat() if last is not None else None,
        "size_bytes": None if server else Path(target).stat().st_size,
    }
    lines = [
        words.t("Database {database}", database=shown),
        words.t("Schema {schema}, office {office}", schema=HEAD, office=office.code),
        words.n("{n} person", "{n} people", people),
        words.n("{n} movement", "{n} movements", movements),
    ]
    if last is not None:
        day, time = words.day(last.date()), f"{last:%H:%M} UTC"
        lines.append(words.t("Last good backup: {moment}", moment=f"{day}, {time}"))
    return document, lines, 0
