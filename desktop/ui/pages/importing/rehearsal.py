"""What an import would do, before it does it: who is known already, and who may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.matching import MatchRecord, block_keys, compare
from desktop.domain.values import ImportOutcome
from desktop.ui.wording import birth_text
from desktop.usecases.importing import ImportResult, RowOutcome, import_list
from desktop.usecases.person_forms import PersonForm, match_record
from desktop.usecases.ports import Desk, ReadList
from desktop.usecases.views import PersonRow
from reports.texts import Texts


@dataclass(frozen=True)
class Side:
    """A person in words, as the list or as the register has it."""

    name: str
    latin: str
    birth: str
    document: str
    note: str = ""
    """Registration number, or the row of the list."""


@dataclass(frozen=True)
class Meeting:
    """A row of the list beside somebody who is known: joined to, or only similar."""

    row: int
    joins: bool
    mine: Side
    other: Side


@dataclass(frozen=True)
class Rehearsal:
    """What would become of every row. `new` + `review` + `matched` + `rejected` = `rows`."""

    rows: int
    new: int
    review: int
    matched: int
    rejected: int
    meetings: tuple[Meeting, ...]
    known_file: bool

    @property
    def stored(self) -> int:
        """Rows that become people or join people."""
        return self.rows - self.rejected


def rehearse(desk: Desk, texts: Texts, read: ReadList, place_id: UUID | None) -> Rehearsal:
    """Compare a list with the register and store nothing.

    Raises:
        UserError: `intake.nobody` when the list holds no person.
    """
    result = import_list(desk, read, place_id=place_id, dry_run=True)
    wanted = {other for outcome in result.rows for other in _others(outcome)}
    with desk.store.read() as reads:
        known = {row.id: row for row in reads.people_rows(sorted(wanted))}
    meetings = _meetings(texts, result.rows, known)
    return Rehearsal(
        rows=result.rows_read,
        new=result.count(ImportOutcome.CREATED),
        review=result.review,
        matched=result.matched,
        rejected=result.rejected,
        meetings=tuple(sorted(meetings, key=lambda one: (one.joins, one.row))),
        known_file=result.known_file,
    )


def side_of_form(texts: Texts, form: PersonForm, note: str = "") -> Side:
    """A row of the list in words."""
    own = " ".join(filter(None, (form.family_name, form.given_names, form.patronymic)))
    latin = " ".join(filter(None, (form.latin_family_name, form.latin_given_names)))
    return Side(
        name=own or latin,
        latin=latin if own else "",
        birth=birth_text(texts, form.birth) if form.birth else "",
        document=next((paper.number for paper in form.documents if paper.number), ""),
        note=note,
    )


def side_of_person(texts: Texts, row: PersonRow) -> Side:
    """Somebody of the register in words."""
    return Side(
        name=row.full_name or row.latin_name,
        latin=row.latin_name if row.full_name else "",
        birth=birth_text(texts, row.birth) if row.birth else "",
        document=row.document.number if row.document else "",
        note=row.reg_no,
    )


def _others(outcome: RowOutcome) -> tuple[UUID, ...]:
    if outcome.outcome is ImportOutcome.MATCHED and outcome.person_id:
        return (outcome.person_id,)
    return outcome.candidates


def _meetings(
    texts: Texts, rows: Sequence[RowOutcome], known: Mapping[UUID, PersonRow]
) -> Iterable[Meeting]:
    above = _Above()
    for outcome in rows:
        form = outcome.form
        if form is None:
            continue
        joins = outcome.outcome is ImportOutcome.MATCHED
        mine = side_of_form(texts, form)
        others = _others(outcome)
        for other in others:
            if other in known:
                yield Meeting(outcome.row, joins, mine, side_of_person(texts, known[other]))
        if any(other not in known for other in others):
            for row, near in above.like(form, same=joins):
                note = texts.t("Row {row} of this list", row=row)
                yield Meeting(outcome.row, joins, mine, side_of_form(texts, near, note))
        if not joins:
            above.add(outcome.row, form)


class _Above:
    """The rows above that become new people: a row may be one of them."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, PersonForm, MatchRecord]] = []
        self._keys: dict[str, list[int]] = {}

    def add(self, row: int, form: PersonForm) -> None:
        """Take a row that becomes a person."""
        record = match_record(form)
        for key in block_keys(record):
            self._keys.setdefault(key, []).append(len(self._rows))
        self._rows.append((row, form, record))

    def like(self, form: PersonForm, *, same: bool) -> list[tuple[int, PersonForm]]:
        """Rows above that are, or may be, this person."""
        record = match_record(form)
        near = {place for key in block_keys(record) for place in self._keys.get(key, ())}
        found = []
        for place in sorted(near):
            row, other, other_record = self._rows[place]
            level = compare(record, other_record).level
            if level == "same" or (level == "maybe" and not same):
                found.append((row, other))
        return found


def rejected_rows(result: ImportResult) -> list[RowOutcome]:
    """Rows that meant a person and could not be stored."""
    return [row for row in result.rows if row.outcome is ImportOutcome.REJECTED]
