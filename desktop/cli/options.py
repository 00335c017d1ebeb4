"""The command line's grammar; nothing is loaded for it but the standard library."""

import argparse
from collections.abc import Sequence
from pathlib import Path

RECIPIENTS = (
    "border_service",
    "carrier",
    "receiving_service",
    "ministry",
    "migration_service",
    "consulate",
    "convoy_leader",
)


def make_parser() -> argparse.ArgumentParser:
    """Grammar of `homeward`; options that every command has may stand before or after it."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="PATH_OR_URL",
        default=argparse.SUPPRESS,
        help="file of the register, or address of a PostgreSQL database",
    )
    shared.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print one JSON document and nothing else",
    )
    shared.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="file whose first line is the passphrase of an encrypted register; - for standard "
        "input (else HOMEWARD_PASSPHRASE, else it is asked for)",
    )
    shared.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help="make a new register without encryption: whoever has the file can read it",
    )
    parser = argparse.ArgumentParser(
        prog="homeward", description="Bring stranded nationals home.", parents=[shared]
    )
    parser.add_argument(
        "--version", action="store_true", help="print version, schema and libraries, and leave"
    )
    parser.add_argument(
        "--selftest",
        type=Path,
        metavar="FILE",
        help="try every part of the program in a temporary folder and write what came of it",
    )
    parser.add_argument(
        "--picture", type=Path, metavar="PNG", help="of the self-test: picture of its window"
    )
    parser.add_argument(
        "--platform",
        default="",
        metavar="NAME",
        help="of the self-test: platform plugin of Qt, such as offscreen",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _open(commands, shared)
    _demo(commands, shared)
    _import(commands, shared)
    _people(commands, shared)
    _manifest(commands, shared)
    _report(commands, shared)
    _database(commands, shared)
    return parser


def read_options(argv: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for; wrong use ends the program with 2."""
    parser = make_parser()
    args = parser.parse_args(argv)
    if args.selftest is None and (args.picture or args.platform):
        parser.error("--picture and --platform go with --selftest")
    return args


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
    name: str,
    about: str,
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=about, description=about, parents=[shared])


def _open(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    window = _command(commands, shared, "open", "open the window (also without any command)")
    window.add_argument(
        "--list", type=Path, metavar="FILE", help="a list that is shown at once, to be imported"
    )


def _demo(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    demo = _command(commands, shared, "demo", "the story from a list to manifests and summary")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for it all")
    demo.add_argument("--list", type=Path, metavar="FILE", help="another list than the sample")


def _import(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    take = _command(commands, shared, "import", "take in a group leader's list")
    what = take.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE")
    what.add_argument("--undo", metavar="BATCH", help="take a whole import back")
    take.add_argument("--dry-run", action="store_true", help="say what would be done")
    take.add_argument("--sheet", default="", help="sheet of the workbook to read")


def _people(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    people = _command(commands, shared, "people", "find people by any spelling")
    people.add_argument("text", nargs="*", metavar="TEXT")
    people.add_argument("--limit", type=_positive, default=50, metavar="N")


def _manifest(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    manifest = _command(commands, shared, "manifest", "issue the lists of a movement")
    manifest.add_argument("movement", metavar="MOVEMENT", help="its code, or the end of it")
    manifest.add_argument("--language", required=True, metavar="LL")
    manifest.add_argument("--for", dest="recipient", choices=RECIPIENTS, required=True)
    manifest.add_argument("--out", type=Path, required=True, metavar="DIR")
    manifest.add_argument("--format", default="pdf,xlsx", metavar="pdf,xlsx")


def _report(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    report = _command(commands, shared, "report", "make a report")
    report.add_argument("report", choices=("ministry-summary",))
    report.add_argument("--language", required=True, metavar="LL")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")


def _database(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    shared: argparse.ArgumentParser,
) -> None:
    database = _command(commands, shared, "db", "look after the database")
    tasks = database.add_subparsers(dest="task", metavar="TASK", required=True)
    _command(tasks, shared, "info", "what the database is and holds")
    _command(tasks, shared, "upgrade", "bring the schema and reference data up to date")
    _command(tasks, shared, "check", "look for damage")
    backup = _command(tasks, shared, "backup", "copy the local database to a file")
    backup.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="else it is kept with those that the program makes by itself",
    )
    restore = _command(tasks, shared, "restore", "put a backup in the database's place")
    restore.add_argument("file", type=Path, metavar="FILE")
    secret = _command(tasks, shared, "passphrase", "encrypt the database, or change how it opens")
    secret.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="FILE",
        help="file whose first line is the new passphrase",
    )


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("a number above 0 is needed")
    return value
