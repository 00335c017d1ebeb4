"""A recognised list taken in: every row created, joined, put before an officer or rejected."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import combinations
from uuid import UUID

from desktop import collector
from desktop.domain.intake.model import ListDraft, Problem
from desktop.domain.matching import MatchRecord, block_keys, compare
from desktop.domain.records import ImportBatch, ImportRow
from desktop.domain.values import ImportOutcome
from desktop.errors import UserError
from desktop.usecases.groups import join_groups
from desktop.usecases.intake_forms import form_of
from desktop.usecases.joining import join_person
from desktop.usecases.people import registration_numbers
from desktop.usecases.person_forms import PersonForm, match_record, stored_record
from desktop.usecases.person_records import NewRecords, new_person
from desktop.usecases.ports import ChangeSet, Desk, ReadList, UnitOfWork
from desktop.usecases.undoing import undo

_CROWD = 40
"""People behind one key from which a second one must be shared, or a large list never ends."""

_DOCUMENT, _PHONE = "d:", "p:"

_BATCH = 500
"""People whose records are made before they are handed to the database."""

REJECTED_REASONS = frozenset({"intake.row_no_name"})
"""Reasons for which a row that meant a person could not be stored as one."""


@dataclass(frozen=True)
class RowOutcome:
    """What became of one row that is a person."""

    row: int
    outcome: ImportOutcome
    form: PersonForm | None
    person_id: UUID | None = None
    group: str = ""
    candidates: tuple[UUID, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or with `batch_id` None would do.

    `rows_read` = `created` + `matched` + `rejected`; `review` is the part of `created` that
    waits for an officer.
    """

    batch_id: UUID | None
    rows: tuple[RowOutcome, ...]
    problems: tuple[Problem, ...]
    known_file: bool = False
    change: ChangeSet | None = field(default=None, compare=False)

    def count(self, *outcomes: ImportOutcome) -> int:
        """Rows with one of these outcomes."""
        return sum(1 for row in self.rows if row.outcome in outcomes)

    @property
    def rows_read(self) -> int:
        """Rows of the file that are people."""
        return len(self.rows)

    @property
    def created(self) -> int:
        """People who are new in the register."""
        return self.count(ImportOutcome.CREATED, ImportOutcome.REVIEW)

    @property
    def matched(self) -> int:
        """Rows that were joined to a person already there."""
        return self.count(ImportOutcome.MATCHED)

    @property
    def review(self) -> int:
        """New people who may be somebody already there."""
        return self.count(ImportOutcome.REVIEW)

    @property
    def rejected(self) -> int:
        """Rows that meant a person and could not be stored."""
        return self.count(ImportOutcome.REJECTED)


def import_list(
    desk: Desk, read: ReadList, *, place_id: UUID | None = None, dry_run: bool = False
) -> ImportResult:
    """Take a recognised list in, in one transaction: all of it or none.

    Raises:
        UserError: `intake.nobody` when the list holds no person.
    """
    if not read.draft.people and not _rejected(read.draft):
        raise UserError("intake.nobody", file=read.file_name)
    with collector.resting(), desk.store.write("import", read.file_name) as work:
        outcomes, keys = _decide(desk, work, read.draft, place_id)
        known_file = bool(work.reads.batches_of_file(read.file_hash))
        if dry_run:
            shown = tuple(_without_ids(outcomes, read.draft))
            return ImportResult(None, shown, read.draft.problems, known_file)
        stored = _store(desk, work, read.draft, outcomes, keys)
        batch = _batch(desk, read, stored)
        work.add(batch, *_rows(desk, read, batch.id, stored))
        change = work.commit()
    return ImportResult(batch.id, stored, read.draft.problems, known_file, change)


def undo_import(desk: Desk, batch_id: UUID) -> ChangeSet:
    """Take an import back as a whole.

    Raises:
        UserError: `import.unknown`.
        Conflict: when later work depends on it, or it was undone already.
    """
    with desk.store.read() as reads:
        operation_id = reads.operation_of_batch(batch_id)
    if operation_id is None:
        raise UserError("import.unknown")
    return undo(desk, operation_id)


def _rejected(draft: ListDraft) -> list[RowOutcome]:
    return [
        RowOutcome(skipped.row, ImportOutcome.REJECTED, None, reason=skipped.reason)
        for skipped in draft.skipped
        if skipped.reason in REJECTED_REASONS
    ]


class _Neighbours:
    """People by their keys, and by pairs of keys for those that very many share."""

    def __init__(self) -> None:
        self._blocks: defaultdict[str, list[UUID]] = defaultdict(list)
        self._pairs: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)

    def add(self, person_id: UUID, keys: Collection[str]) -> None:
        """Put a person behind every key, telephones included."""
        for key in keys:
            self._blocks[key].append(person_id)
        for pair in combinations(sorted(keys), 2):
            self._pairs[pair].append(person_id)

    def near(self, keys: Collection[str]) -> set[UUID]:
        """People worth comparing; a telephone alone makes nobody one of them."""
        found: set[UUID] = set()
        crowded = set()
        for key in keys:
            block = self._blocks.get(key, [])
            if key.startswith(_DOCUMENT) or len(block) <= _CROWD:
                found.update(block if not key.startswith(_PHONE) else ())
            else:
                crowded.add(key)
        for pair in combinations(sorted(keys), 2):
            if not crowded.isdisjoint(pair):
                found.update(self._pairs.get(pair, ()))
        return found

    def let_go(self) -> None:
        """Forget everybody one by one: all at once would hold the interpreter, and the window."""
        while self._pairs:
            self._pairs.popitem()
        while self._blocks:
            self._blocks.popitem()


def _with_phones(keys: Collection[str], record: MatchRecord) -> frozenset[str]:
    return frozenset(keys).union(_PHONE + phone for phone in record.phones)


def _decide(
    desk: Desk, work: UnitOfWork, draft: ListDraft, place_id: UUID | None
) -> tuple[list[RowOutcome], dict[int, frozenset[str]]]:
    """Compare every row with the register and with the rows above it.

    Returns what becomes of each row, new people with the id they will get, and the blocking
    keys by row.
    """
    today = desk.now().date()
    forms = {person.row: form_of(person, today, place_id) for person in draft.people}
    records = {row: match_record(form) for row, form in forms.items()}
    keys = {row: block_keys(record) for row, record in records.items()}
    by_key = work.reads.candidate_keys({key for found in keys.values() for key in found})
    known_ids = sorted({person_id for ids in by_key.values() for person_id in ids})
    known = {row.id: stored_record(row) for row in work.reads.match_rows(known_ids)}
    neighbours = _Neighbours()
    keys_of: defaultdict[UUID, set[str]] = defaultdict(set)
    for key, ids in by_key.items():
        for person_id in ids:
            keys_of[person_id].add(key)
    for person_id, record in known.items():
        neighbours.add(person_id, _with_phones(keys_of[person_id], record))
    outcomes = _rejected(draft)
    for row, form in forms.items():
        record = records[row]
        shared = _with_phones(keys[row], record)
        fresh_id = desk.new_id()
        others = {person_id: known[person_id] for person_id in neighbours.near(shared)}
        outcome = _compared(row, form, fresh_id, record, others)
        outcomes.append(outcome)
        if outcome.outcome is not ImportOutcome.MATCHED:
            known[fresh_id] = record
            neighbours.add(fresh_id, shared)
    neighbours.let_go()
    return sorted(outcomes, key=lambda outcome: outcome.row), keys


def _compared(
    row: int,
    form: PersonForm,
    fresh_id: UUID,
    record: MatchRecord,
    others: Mapping[UUID, MatchRecord],
) -> RowOutcome:
    verdicts = [(compare(record, other), other_id) for other_id, other in others.items()]
    same = [person_id for verdict, person_id in verdicts if verdict.level == "same"]
    if len(same) == 1:
        return RowOutcome(row, ImportOutcome.MATCHED, form, same[0])
    maybe = sorted(
        (
            (verdict.score, person_id)
            for verdict, person_id in verdicts
            if verdict.level != "different"
        ),
        reverse=True,
    )
    outcome = ImportOutcome.REVIEW if maybe else ImportOutcome.CREATED
    return RowOutcome(row, outcome, form, fresh_id, candidates=tuple(i for _, i in maybe))


def _without_ids(outcomes: list[RowOutcome], draft: ListDraft) -> Iterable[RowOutcome]:
    """Outcomes of a rehearsal: people who would be new have no id yet."""
    labels = {row: group.label for group in draft.groups for row in group.rows}
    for outcome in outcomes:
        matched = outcome.outcome is ImportOutcome.MATCHED
        yield RowOutcome(
            outcome.row,
            outcome.outcome,
            outcome.form,
            outcome.person_id if matched else None,
            labels.get(outcome.row, ""),
            outcome.candidates,
            outcome.reason,
        )


def _store(
    desk: Desk,
    work: UnitOfWork,
    draft: ListDraft,
    outcomes: list[RowOutcome],
    keys: Mapping[int, frozenset[str]],
) -> tuple[RowOutcome, ...]:
    """Store the people and their groups; the outcomes get the groups' labels."""
    fresh = [
        outcome
        for outcome in outcomes
        if outcome.outcome in (ImportOutcome.CREATED, ImportOutcome.REVIEW)
    ]
    numbers = iter(registration_numbers(desk, work, len(fresh)) if fresh else ())
    for start in range(0, len(fresh), _BATCH):
        new = NewRecords()
        for outcome in fresh[start : start + _BATCH]:
            if outcome.form is not None:
                new_person(
                    desk,
                    outcome.form,
                    next(numbers),
                    new,
                    person_id=outcome.person_id,
                    keys=keys[outcome.row],
                )
        new.store(work)
    person_of: dict[int, UUID] = {}
    for outcome in outcomes:
        if outcome.person_id is not None and outcome.form is not None:
            person_of[outcome.row] = outcome.person_id
            if outcome.outcome is ImportOutcome.MATCHED:
                join_person(desk, work, outcome.person_id, outcome.form)
    labels = join_groups(desk, work, draft, person_of)
    return tuple(replace(outcome, group=labels.get(outcome.row, "")) for outcome in outcomes)


def _batch(desk: Desk, read: ReadList, stored: tuple[RowOutcome, ...]) -> ImportBatch:
    actor = desk.store.actor
    result = ImportResult(None, stored, ())
    header = read.draft.header_rows[1]
    return ImportBatch(
        id=desk.new_id(),
        office_id=actor.office_id,
        file_name=read.file_name,
        file_hash=read.file_hash,
        file_size=read.file_size,
        sheet=read.draft.sheet,
        header_row=header or None,
        columns=[
            {"index": c.index, "header": c.header, "field": c.field.value, "basis": c.basis}
            for c in read.draft.columns
        ],
        at=desk.now(),
        officer_id=actor.officer_id,
        rows_read=result.rows_read,
        created=result.created,
        matched=result.matched,
        review=result.review,
        rejected=result.rejected,
    )


def _rows(
    desk: Desk, read: ReadList, batch_id: UUID, stored: tuple[RowOutcome, ...]
) -> Iterable[ImportRow]:
    problems: defaultdict[int, list[dict[str, object]]] = defaultdict(list)
    for problem in read.draft.problems:
        problems[problem.row].append(plain_problem(problem))
    for outcome in stored:
        yield ImportRow(
            id=desk.new_id(),
            batch_id=batch_id,
            row=outcome.row,
            cells=list(read.cells.get(outcome.row, ())),
            outcome=outcome.outcome,
            reason=outcome.reason,
            person_id=outcome.person_id,
            group_label=outcome.group,
            problems=problems[outcome.row],
            candidates=[str(candidate) for candidate in outcome.candidates],
        )


def plain_problem(problem: Problem) -> dict[str, object]:
    """A problem as JSON can hold it."""
    values = asdict(problem)
    values["severity"] = problem.severity.value
    values["remedies"] = [remedy.value for remedy in problem.remedies]
    values["params"] = dict(problem.params)
    return values
