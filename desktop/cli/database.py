"""`homeward db`: what the database is, brought up to date, checked, copied, encrypted."""

from argparse import Namespace
from functools import cache
from pathlib import Path
from typing import Any

from desktop.bootstrap import chosen_database, open_desk
from desktop.cli.secrets import fresh_passphrase, secret_of
from desktop.clock import now
from desktop.errors import UserError
from desktop.settings import Settings
from desktop.storage.backup import back_up, integrity_problems, restore
from desktop.storage.engine import is_server, shown_target
from desktop.storage.local_file import LocalFile, Outside, outside
from desktop.storage.migrations import HEAD
from desktop.storage.opening import Secret, local_file
from desktop.storage.sealing import change_passphrase, seal
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
            return _backup(local_file(path, secret), args.file, words)
        case _:
            return _check(local_file(path, secret), words)


def _backup(file: LocalFile, copy: Path, words: Texts) -> Answer:
    back_up(file, copy)
    text = words.t("The database was copied to {file} and the copy was checked.", file=copy)
    return {"file": str(copy), "encrypted": file.key is not None}, [text], 0


def _check(file: LocalFile, words: Texts) -> Answer:
    found = integrity_problems(file)
    lines = found or [words.t("The database is sound.")]
    return {"problems": found}, lines, 1 if found else 0


def _restore(copy: Path, path: Path, secret: Secret | None, words: Texts) -> Answer:
    if not copy.is_file():
        raise UserError("backup.missing", file=copy.name)
    # Asked once: as a rule both have the same passphrase.
    asked = None if secret is None else cache(secret)
    kept = restore(local_file(copy, asked), local_file(path, asked), now())
    lines = [words.t("The backup {file} is now the database {path}.", file=copy, path=path)]
    if kept:
        lines.append(words.t("The former database is kept as {file}.", file=kept))
    return {"database": str(path), "kept": str(kept) if kept else None}, lines, 0


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
    )
    try:
        with opened.desk.store.read() as reads:
            office = reads.office(opened.desk.store.actor.office_id)
            people = reads.people_count(PeopleFilter())
            movements = len(reads.movements())
        file = opened.database.file
    finally:
        opened.close()
    server = is_server(target)
    shown = shown_target(target)
    document = {
        "database": shown,
        "kind": "postgresql" if server else "sqlite",
        "schema": HEAD,
        "office": office.code,
        "people": people,
        "movements": movements,
        "encrypted": None if file is None else file.key is not None,
        "size_bytes": None if server else Path(target).stat().st_size,
    }
    lines = [
        words.t("Database {database}", database=shown),
        words.t("Schema {schema}, office {office}", schema=HEAD, office=office.code),
        words.n("{n} person", "{n} people", people),
        words.n("{n} movement", "{n} movements", movements),
    ]
    if file is not None and file.key is None:
        lines.append(words.t("This file is not encrypted: whoever has it can read it."))
    return document, lines, 0
