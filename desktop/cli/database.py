"""`homeward db`: what the database is, brought up to date, checked, copied, restored."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop.bootstrap import chosen_database, open_desk
from desktop.clock import now
from desktop.errors import UserError
from desktop.settings import Settings
from desktop.storage.backup import back_up, integrity_problems, restore
from desktop.storage.engine import is_server, shown_target
from desktop.storage.migrations import HEAD
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

Answer = tuple[dict[str, Any], list[str], int]


def database_command(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Run one task on the chosen database."""
    target = chosen_database(getattr(args, "database", None), settings)
    if args.task in ("info", "upgrade"):
        return _info(target, settings, words, upgrade=args.task == "upgrade")
    if is_server(target):
        raise UserError("backup.server")
    path = Path(target)
    if args.task == "restore":
        kept = restore(args.file, path, now())
        lines = [
            words.t("The backup {file} is now the database {path}.", file=args.file, path=path)
        ]
        if kept:
            lines.append(words.t("The former database is kept as {file}.", file=kept))
        return {"database": str(path), "kept": str(kept) if kept else None}, lines, 0
    if not path.is_file():
        raise UserError("backup.missing", file=path.name)
    if args.task == "backup":
        back_up(path, args.file)
        text = words.t(
            "The database was copied to {file} and the copy was checked.", file=args.file
        )
        return {"file": str(args.file)}, [text], 0
    found = integrity_problems(path)
    lines = found or [words.t("The database is sound.")]
    return {"problems": found}, lines, 1 if found else 0


def _info(target: str, settings: Settings, words: Texts, *, upgrade: bool) -> Answer:
    opened = open_desk(target, settings, in_child=False, may_upgrade_server=upgrade)
    try:
        with opened.desk.store.read() as reads:
            office = reads.office(opened.desk.store.actor.office_id)
            people = reads.people_count(PeopleFilter())
            movements = len(reads.movements())
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
        "size_bytes": None if server else Path(target).stat().st_size,
    }
    lines = [
        words.t("Database {database}", database=shown),
        words.t("Schema {schema}, office {office}", schema=HEAD, office=office.code),
        words.n("{n} person", "{n} people", people),
        words.n("{n} movement", "{n} movements", movements),
    ]
    return document, lines, 0
