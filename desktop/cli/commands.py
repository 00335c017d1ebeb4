"""What each command does: opens the database, runs the use case, tells what came of it."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desktop.bootstrap import OpenDesk, chosen_database, open_desk
from desktop.cli.database import database_command
from desktop.cli.secrets import fresh_register, secret_of, tell_how_it_lies
from desktop.cli.story import tell_story
from desktop.cli.tables import person_json, problem_json, row_json
from desktop.domain.intake.model import Overrides, Severity
from desktop.errors import UserError
from desktop.files.saving import save_papers
from desktop.messages.sentences import sentence
from desktop.settings import Settings
from desktop.usecases.dispatching import record_dispatch
from desktop.usecases.importing import import_list, undo_import
from desktop.usecases.papers import make_list_papers, make_summary_paper, second_language
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

FINE, PROBLEMS = 0, 1
WAIT_S = 10.0
"""How long a command waits for another one that writes in the same file."""
FORMATS = ("pdf", "xlsx")

Answer = tuple[dict[str, Any], list[str], int]


@contextmanager
def _desk(
    args: Namespace, settings: Settings, words: Texts, *, may_only_read: bool = False
) -> Iterator[OpenDesk]:
    target = chosen_database(getattr(args, "database", None), settings)
    opened = open_desk(
        target,
        settings,
        in_child=False,
        secret=secret_of(args, words),
        fresh=lambda: fresh_register(args, words),
        wait_s=0.0 if may_only_read else WAIT_S,
        may_only_read=may_only_read,
    )
    try:
        tell_how_it_lies(opened, words)
        yield opened
    finally:
        opened.close()


def demo(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """The story from a list to manifests and summary, in a register of its own."""
    told = tell_story(args.out, args.list, settings)
    lines = [words.t("The story in {folder}", folder=args.out)]
    lines += [f"  {sentence(words, code, **params)}" for code, params in told.steps]
    lines.append(words.t("Files:"))
    lines += [f"  {path}" for path in told.files]
    lines.append(words.t("The register is not encrypted."))
    return told.as_json(), lines, PROBLEMS if told.problems else FINE


def take_list(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Take in a list, or take an import back."""
    with _desk(args, settings, words) as opened:
        desk = opened.desk
        if args.undo:
            with desk.store.read() as reads:
                batch_id = reads.batch_named(args.undo)
            if batch_id is None:
                raise UserError("import.unknown")
            undo_import(desk, batch_id)
            return {"undone": str(batch_id)}, [words.t("The import was taken back.")], FINE
        overrides = Overrides(sheet=args.sheet) if args.sheet else None
        read = desk.workshop.read_list(args.file, overrides)
        result = import_list(desk, read, dry_run=args.dry_run)
    problems = [problem_json(problem, words) for problem in result.problems]
    if result.known_file:
        text = sentence(words, "import.same_file")
        problems.append({"row": None, "column": None, "code": "import.same_file", "text": text})
    document = {
        "rows_read": result.rows_read,
        "created": result.created,
        "matched": result.matched,
        "review": result.review,
        "rejected": result.rejected,
        "batch": str(result.batch_id) if result.batch_id else None,
        "dry_run": args.dry_run,
        "sheet": read.draft.sheet,
        "header_row": read.draft.header_rows[1] or None,
        "problems": problems,
        "rows": [row_json(row, words) for row in result.rows],
        "skipped": [
            {"row": row.row, "code": row.reason, "text": row.text} for row in read.draft.skipped
        ],
    }
    lines = [
        words.n("{n} row read", "{n} rows read", result.rows_read),
        words.t(
            "{created} created, {matched} joined, {rejected} rejected; {review} to review",
            created=result.created,
            matched=result.matched,
            rejected=result.rejected,
            review=result.review,
        ),
    ]
    lines += [f"  {_where(problem)}{problem['text']}" for problem in problems]
    if result.batch_id:
        lines.append(words.t("Import {batch}", batch=result.batch_id))
    serious = any(problem.severity is not Severity.UNKNOWN for problem in result.problems)
    look = serious or result.review or result.rejected or result.known_file
    return document, lines, PROBLEMS if look else FINE


def people(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Find people by the beginning of any word in any spelling, or list them."""
    text = " ".join(args.text)
    with (
        _desk(args, settings, words, may_only_read=True) as opened,
        opened.desk.store.read() as reads,
    ):
        if text.strip():
            rows = reads.people_rows([row.id for row in reads.search_people(text, args.limit)])
        else:
            rows = reads.people_page(PeopleFilter(), 0, args.limit)
        total = reads.people_count(PeopleFilter(text=text))
    document = {"count": total, "people": [person_json(row) for row in rows]}
    lines = [
        "  ".join(
            (
                row.reg_no,
                row.full_name or row.latin_name,
                str(row.birth or "–"),
                row.document.number if row.document else "–",
            )
        )
        for row in rows
    ]
    lines.append(words.n("{n} person", "{n} people", total))
    return document, lines, FINE


def manifest(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Issue the lists of a movement and keep them as files."""
    formats = [part.strip() for part in args.format.split(",") if part.strip()]
    for name in formats:
        if name not in FORMATS:
            raise UserError("manifest.bad_format", format=name, known=", ".join(FORMATS))
    with _desk(args, settings, words) as opened:
        desk = opened.desk
        with desk.store.read() as reads:
            movement_id = reads.movement_named(args.movement)
        if movement_id is None:
            raise UserError("movement.unknown", movement=args.movement)
        papers = make_list_papers(
            desk,
            movement_id,
            args.recipient,
            args.language,
            second_language(args.language),
            formats,
            settings.paper,
        )
        files = save_papers(args.out, papers)
        record_dispatch(desk, "issued", papers, args.recipient)
    return {"files": [str(path) for path in files]}, [str(path) for path in files], FINE


def report(args: Namespace, settings: Settings, words: Texts) -> Answer:
    """Make the ministry's summary workbook."""
    with _desk(args, settings, words) as opened:
        paper = replace(make_summary_paper(opened.desk, args.language), file_name=args.out.name)
        save_papers(args.out.parent, [paper])
        record_dispatch(opened.desk, "saved", [paper], "ministry")
    return {"files": [str(args.out)]}, [str(args.out)], FINE


def _where(problem: Mapping[str, Any]) -> str:
    if problem["row"] is None:
        return ""
    return f"{problem['column'] or ''}{problem['row']}: "


COMMANDS: Mapping[str, Callable[[Namespace, Settings, Texts], Answer]] = {
    "demo": demo,
    "import": take_list,
    "people": people,
    "manifest": manifest,
    "report": report,
    "db": database_command,
}
