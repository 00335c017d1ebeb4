"""What only the whole list shows: repeated numbers, substitute dates, names exchanged."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.documents import document_key
from desktop.domain.intake.family_names import INFERRED
from desktop.domain.intake.fields import Field
from desktop.domain.intake.list_names import ODD_NAME, exchanged, same_family
from desktop.domain.intake.model import GroupDraft, PersonDraft
from desktop.domain.intake.name_cells import looks_like_name
from desktop.domain.intake.people import Reading
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.table import Table
from desktop.domain.names.folding import fold
from desktop.domain.names.scripts import script_of, tidy
from desktop.domain.partial_dates import PartialDate, Precision

_UNUSUAL = frozenset({"many_words", "brackets", "initials", "father_name"})
_INCOMPLETE = frozenset({"no_family_name", "no_given_name", "single_name"})
_FEWEST_JANUARY, _JANUARY_SHARE = 3, 0.05
_YOUNGEST_HEAD, _LARGEST_GAP = 14, 75
_USUAL_SHARE = 0.8
_FEWEST_NUMBERS = 5


def settle_names(
    people: Sequence[PersonDraft],
    readings: Sequence[Reading],
    groups: Sequence[GroupDraft],
    problems: Problems,
) -> list[PersonDraft]:
    """Decide open name orders by the family, and tell what stays open about names."""
    by_row = {person.row: person for person in people}
    members = {row: group.rows for group in groups for row in group.rows}
    doubtful = {r.row + 1 for r in readings if "name_order" in r.name.doubts}
    settled = []
    for person, reading in zip(people, readings, strict=True):
        doubts = set(reading.name.doubts)
        settled_person = person
        if "name_order" in doubts:
            families = {
                by_row[row].family_name
                for row in members.get(person.row, ())
                if row not in doubtful
            }
            if any(same_family(person.family_name, family) for family in families):
                doubts.discard("name_order")
            elif any(same_family(person.given_names, family) for family in families):
                doubts.discard("name_order")
                parts = exchanged(reading.name.parts)
                settled_person = replace(
                    person, family_name=parts.family_name, given_names=parts.given_names
                )
        _tell_name(settled_person, reading, doubts, problems)
        settled.append(settled_person)
    return settled


def _tell_name(person: PersonDraft, reading: Reading, doubts: set[str], problems: Problems) -> None:
    column = reading.name.column
    params = {"text": person.name_as_given, "family": person.family_name}
    relation = reading.name.cell.relation
    is_joined = relation is not None and relation.with_other and person.group is not None
    if reading.name.cell.companions and not is_joined:
        companions = {"text": reading.name.cell.companions}
        problems.add("intake.companions_unnamed", reading.row, column, params=companions)
    if INFERRED in doubts:
        problems.add("intake.family_name_inferred", reading.row, column, params=params)
    if ODD_NAME in doubts:
        problems.add("intake.name_odd", reading.row, column, params=params)
        return
    if doubts & _UNUSUAL:
        problems.add("intake.name_unusual", reading.row, column, params=params)
    if doubts & _INCOMPLETE or not (person.family_name and person.given_names):
        problems.add("intake.name_incomplete", reading.row, column, params=params)
    if "name_order" in doubts:
        other = f"{person.given_names}, {person.family_name} {person.patronymic}".strip()
        problems.add("intake.name_order", reading.row, column, params=params, suggestion=other)


def check_list(
    table: Table,
    people: Sequence[PersonDraft],
    column_of_birth: int | None,
    on: date,
    problems: Problems,
) -> None:
    """Look over the whole list; `on` is the day of the list."""
    _check_january(people, column_of_birth, problems)
    _check_roles(people, column_of_birth, on, problems)
    _check_repeated_people(people, problems)
    _check_repeated_numbers(people, problems)
    _check_lengths(table, people, problems)
    _check_several(table, people, problems)


def _check_january(people: Sequence[PersonDraft], column: int | None, problems: Problems) -> None:
    """01.01 in many rows is a substitute for an unknown day."""
    found = [p for p in people if p.birth is not None and _is_first_january(p.birth)]
    exact = sum(p.birth is not None and p.birth.precision is Precision.DAY for p in people)
    if len(found) < _FEWEST_JANUARY or len(found) < _JANUARY_SHARE * exact:
        return
    for person in found:
        if person.birth is not None:
            year = str(person.birth.earliest.year)
            problems.add(
                "intake.birth_first_january",
                person.row - 1,
                column,
                params={"text": person.birth_as_given, "year": year, "count": len(found)},
                suggestion=year,
            )


def _is_first_january(birth: PartialDate) -> bool:
    day = birth.earliest
    return birth.precision is Precision.DAY and (day.month, day.day) == (1, 1)


def _check_roles(
    people: Sequence[PersonDraft], column: int | None, on: date, problems: Problems
) -> None:
    """A head of six years, or a child older than its head, is a century or a line wrong."""
    heads = {p.group: p for p in people if p.group is not None and p.role == "head"}
    for person in people:
        birth = person.birth
        head = heads.get(person.group) if person.group is not None else None
        if birth is None:
            continue
        too_young = person.role in {"head", "spouse"} and birth.ages_on(on)[1] < _YOUNGEST_HEAD
        too_old = (
            person.role == "child"
            and head is not None
            and head.birth is not None
            and birth.latest < head.birth.earliest
        )
        if too_young or too_old:
            earlier = _century_before(birth) if too_young else ""
            params = {"text": person.birth_as_given, "reading": birth.iso}
            problems.add(
                "intake.birth_and_role_differ",
                person.row - 1,
                column,
                params=params,
                alternative=earlier,
            )


def _century_before(birth: PartialDate) -> str:
    if birth.precision is not Precision.DAY:
        return ""
    day = birth.earliest
    year = day.year - 100
    return f"{year:04}-{day.month:02}-{day.day:02}"


def _check_repeated_people(people: Sequence[PersonDraft], problems: Problems) -> None:
    seen: dict[tuple[str, str, str], int] = {}
    for person in people:
        if person.birth is None:
            continue
        same = (fold(person.family_name), fold(person.given_names), person.birth.iso)
        first = seen.setdefault(same, person.row)
        if first != person.row:
            problems.add("intake.person_repeated", person.row - 1, params={"row": first})


def _check_repeated_numbers(people: Sequence[PersonDraft], problems: Problems) -> None:
    holders: dict[str, list[tuple[int, int | None, str]]] = defaultdict(list)
    for person in people:
        for document in person.documents:
            if document.number:
                holders[document_key(document.number)].append(
                    (person.row, document.column, document.number)
                )
    for held in holders.values():
        rows = sorted({row for row, _, _ in held})
        if len(rows) < 2:
            continue
        for row, column, number in held:
            other = next(r for r in rows if r != row)
            params: dict[str, str | int] = {"number": number, "row": other}
            problems.add("intake.document_repeated", row - 1, column, params=params)


def _check_several(table: Table, people: Sequence[PersonDraft], problems: Problems) -> None:
    """Several names in the lines of one cell are several people in one row."""
    for column in table.columns_of(Field.FULL_NAME):
        for person in people:
            value = table.value(person.row - 1, column)
            if not isinstance(value, str) or "\n" not in value:
                continue
            lines = [line for line in value.splitlines() if len(line.split()) > 1]
            scripts = {script_of(line) for line in lines if looks_like_name(tidy(line))}
            if len(lines) > len(scripts) >= 1:
                params = {"text": " · ".join(lines)}
                problems.add("intake.several_people", person.row - 1, column, params=params)


def _check_lengths(table: Table, people: Sequence[PersonDraft], problems: Problems) -> None:
    """A number shorter than all others lost its leading zero, or a digit."""
    for column in table.columns_of(Field.DOCUMENT):
        numbers = [
            (person.row, document.number)
            for person in people
            for document in person.documents
            if document.column == column
            and document.kind == "passport"
            and document.number.isdecimal()
        ]
        lengths = Counter(len(number) for _, number in numbers)
        if len(numbers) < _FEWEST_NUMBERS:
            continue
        usual, count = lengths.most_common(1)[0]
        if count < _USUAL_SHARE * len(numbers):
            continue
        for row, number in numbers:
            if len(number) == usual:
                continue
            was_number = isinstance(table.value(row - 1, column), int)
            lost_zero = was_number and len(number) in {usual - 1, usual - 2}
            problems.add(
                "intake.document_short" if lost_zero else "intake.document_length",
                row - 1,
                column,
                params={"number": number, "usual": usual},
                suggestion=number.zfill(usual) if lost_zero else "",
            )
