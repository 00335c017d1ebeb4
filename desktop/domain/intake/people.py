"""Make a draft of each person from its row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.birth import BirthDates
from desktop.domain.intake.countries import CountryNames
from desktop.domain.intake.dates import DateReading, read_instant
from desktop.domain.intake.destinations import read_destination
from desktop.domain.intake.family_names import with_family_names
from desktop.domain.intake.fields import Field
from desktop.domain.intake.list_names import ListNames, PersonName
from desktop.domain.intake.model import PersonDraft, PhoneDraft, TestDraft
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.relations import UNKNOWN, Relation, letter_relation, read_relation
from desktop.domain.intake.row_documents import RowDocuments
from desktop.domain.intake.rows import Rows
from desktop.domain.intake.table import Table
from desktop.domain.intake.value_words import ALONE, NEEDS, RESULTS, SOLITARY, read_sex
from desktop.domain.intake.words import key, says_nothing, text_of
from desktop.domain.names.parts import infer_sex
from desktop.domain.partial_dates import PartialDate, Precision
from desktop.domain.phones import read_phones

_PHONE_BESIDE = re.compile(
    r"(?:(?<!\w)(?:тел|моб|сот|конт|tel|phone|mob|whatsapp|ватсап|вотсап)\w*[\s.:№]*|(?=\+\d))"
    r"([+\d(].*)",
    re.IGNORECASE,
)
_MENDED_BY_ITSELF = frozenset({"date_serial", "date_look_alike"})


@dataclass(frozen=True)
class Setting:
    """What recognition knows beside the list; `phone_country` is where numbers are dialled."""

    today: date
    listed_on: date
    areas: AreaNames
    countries: CountryNames
    phone_country: str
    day_first: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """A draft with what later steps need of its row, counted from 0."""

    row: int
    draft: PersonDraft
    name: PersonName
    relation: Relation | None
    birth: DateReading


class PeopleReader:
    """Reads the people of one table."""

    def __init__(self, table: Table, rows: Rows, setting: Setting, problems: Problems) -> None:
        self._table = table
        self._rows = rows
        self._setting = setting
        self._problems = problems
        self._names = with_family_names(table, ListNames(table, rows.people, rows.additions).names)
        self._documents = RowDocuments(
            table,
            rows.people,
            today=setting.today,
            day_first=setting.day_first,
            problems=problems,
        )
        self._births = BirthDates(
            table,
            rows.people,
            today=setting.today,
            listed_on=setting.listed_on,
            day_first=setting.day_first,
        )

    @property
    def birth_column(self) -> int | None:
        """Column that says when people were born, or None."""
        return self._births.column

    def read(self) -> list[Reading]:
        """All people in the order of the list."""
        return [self._read(row) for row in self._rows.people]

    def _read(self, row: int) -> Reading:
        table, setting = self._table, self._setting
        lines = self._rows.additions.get(row, ())
        name = self._names[row]
        relation = self._relation(row, name)
        note = self._joined(row, lines, Field.NOTE)
        note = "; ".join(filter(None, (note, name.cell.remark)))
        birth = self._birth(row, name.cell.rest)
        sex, sex_inferred = self._sex(row, name, relation)
        destination = read_destination(table, row, lines, setting.areas, self._problems)
        nationality = self._said(row, Field.NATIONALITY)
        said = " | ".join(filter(None, (note, self._said(row, Field.RELATION))))
        draft = PersonDraft(
            row=row + 1,
            name_as_given=name.as_given,
            family_name=name.parts.family_name,
            given_names=name.parts.given_names,
            patronymic=name.parts.patronymic,
            latin_family_name=name.latin.family_name,
            latin_given_names=name.latin.given_names,
            sex=sex,
            sex_inferred=sex_inferred,
            birth=birth.value,
            birth_alternative=birth.alternative if birth.doubts else None,
            birth_as_given=self._births.as_given(row, name.cell.rest),
            birth_place=self._said(row, Field.BIRTH_PLACE),
            nationality=self._country(row, nationality),
            nationality_as_given=nationality,
            documents=self._documents.read(row, lines, name.cell.rest, name.cell.remark),
            personal_number=self._said(row, Field.PERSONAL_NUMBER),
            region=destination.region,
            district=destination.district,
            destination_as_given=destination.as_given,
            place_now=self._said(row, Field.PLACE_NOW),
            phones=self._phones(row, lines, name.cell.rest),
            email=self._said(row, Field.EMAIL),
            relation=relation.code if relation else "",
            occupation=self._said(row, Field.OCCUPATION),
            note=note,
            needs=NEEDS.find_all(said),
            unaccompanied=bool(ALONE.find(said)),
            is_note_restricted=bool(NEEDS.find(note) or ALONE.find(note)),
            test=self._test(row),
            registration=self._said(row, Field.REGISTRATION),
            running_number=table.first(row, Field.RUNNING_NUMBER),
            extra=self._extra(row),
        )
        return Reading(row, draft, name, relation, birth)

    def _said(self, row: int, wanted: Field) -> str:
        text = self._table.first(row, wanted)
        return "" if says_nothing(text) else text

    def _joined(self, row: int, lines: tuple[int, ...], wanted: Field) -> str:
        texts = [
            self._table.text(line, column)
            for column in self._table.columns_of(wanted)
            for line in (row, *lines)
        ]
        return "; ".join(dict.fromkeys(text for text in texts if not says_nothing(text)))

    def _relation(self, row: int, name: PersonName) -> Relation | None:
        text = self._said(row, Field.RELATION)
        if text:
            found = read_relation(text) or letter_relation(text)
            if found is None and not SOLITARY.is_whole(text):
                found = UNKNOWN
                column = self._table.columns_of(Field.RELATION)[0]
                self._problems.add("intake.relation_unknown", row, column, params={"text": text})
            return found
        if name.cell.relation is not None or self._table.has(Field.RELATION):
            return name.cell.relation
        group = self._said(row, Field.FAMILY_GROUP)
        note = self._said(row, Field.NOTE)
        return next(
            (found for said in (group, note) if said and (found := read_relation(said))), None
        )

    def _birth(self, row: int, beside_name: str) -> DateReading:
        reading = self._births.read(row, beside_name)
        column = self._births.column
        if reading.missing:
            if self._births.is_asked:
                self._problems.add("intake.birth_missing", row, column)
            return reading
        params = {
            "text": self._births.as_given(row, beside_name),
            "reading": reading.value.iso if reading.value else "",
            "form": reading.form,
        }
        for doubt in reading.doubts:
            self._problems.add(
                f"intake.{doubt}",
                row,
                column,
                params=params,
                suggestion=params["reading"] if doubt in _MENDED_BY_ITSELF else "",
                alternative=reading.alternative.iso if reading.alternative else "",
            )
        if reading.value is not None and not reading.doubts:
            self._tell_precision(row, reading.value)
        return reading

    def _tell_precision(self, row: int, value: PartialDate) -> None:
        codes = {
            Precision.YEAR: "intake.birth_year_only",
            Precision.MONTH: "intake.birth_month_only",
        }
        if value.precision in codes:
            params = {"text": value.iso}
            self._problems.add(codes[value.precision], row, self._births.column, params=params)

    def _sex(
        self, row: int, name: PersonName, relation: Relation | None
    ) -> tuple[str | None, bool]:
        parts = name.parts
        inferred, basis = infer_sex(parts.family_name, parts.given_names, parts.patronymic)
        text = self._said(row, Field.SEX)
        column = next(iter(self._table.columns_of(Field.SEX)), None)
        stated = read_sex(text) if text else None
        if text and stated is None:
            self._problems.add("intake.sex_unreadable", row, column, params={"text": text})
        told = stated or (relation.sex if relation else "") or None
        if told and inferred and told != inferred and basis == "patronymic":
            self._problems.add(
                "intake.sex_differs",
                row,
                column,
                params={"text": text or told, "name": inferred},
                suggestion=inferred if text else "",
            )
        if told is None and inferred is None:
            self._problems.add("intake.sex_unknown", row, column)
        return told or inferred, told is None and inferred is not None

    def _country(self, row: int, text: str) -> str | None:
        code = self._setting.countries.read(text) if text else None
        if text and code is None:
            column = self._table.columns_of(Field.NATIONALITY)[0]
            self._problems.add("intake.nationality_unknown", row, column, params={"text": text})
        return code

    def _phones(self, row: int, lines: tuple[int, ...], beside_name: str) -> tuple[PhoneDraft, ...]:
        found: dict[str, PhoneDraft] = {}
        columns = [g.index for g in self._table.columns if Field.PHONE in {g.field, *g.also}]
        for column in columns:
            for line in (row, *lines):
                text = self._table.text(line, column)
                if says_nothing(text):
                    continue
                is_mixed = self._table.columns[column].field is not Field.PHONE
                for phone in read_phones(text, self._setting.phone_country):
                    if phone.doubt and is_mixed:
                        continue
                    found[phone.e164 or phone.as_given] = PhoneDraft(
                        as_given=phone.as_given, e164=phone.e164, doubt=phone.doubt
                    )
                    if phone.doubt:
                        params = {"text": phone.as_given}
                        self._problems.add("intake.phone_unclear", line, column, params=params)
        if not columns:
            found |= {p.as_given: p for p in self._phones_beside(beside_name)}
        return tuple(found.values())

    def _phones_beside(self, text: str) -> list[PhoneDraft]:
        """Telephones in the cell of the name, behind a word for one or a plus sign."""
        match = _PHONE_BESIDE.search(text)
        read = read_phones(match[1], self._setting.phone_country) if match else ()
        return [
            PhoneDraft(as_given=phone.as_given, e164=phone.e164)
            for phone in read
            if not phone.doubt
        ]

    def _test(self, row: int) -> TestDraft | None:
        if not self._table.has(Field.TEST_RESULT) and not self._table.has(Field.TEST_SAMPLED):
            return None
        column = next(iter(self._table.columns_of(Field.TEST_SAMPLED)), None)
        value = self._table.value(row, column) if column is not None else ""
        day, time = read_instant(value, self._setting.today)
        if value != "" and day is None:
            params = {"text": text_of(value)}
            self._problems.add("intake.test_unreadable", row, column, params=params)
        text = self._said(row, Field.TEST_RESULT)
        return TestDraft(
            sampled_on=day,
            sampled_time=time,
            result=RESULTS.get(key(text), "") if text else "",
            number=self._said(row, Field.TEST_NUMBER),
        )

    def _extra(self, row: int) -> dict[str, str]:
        extra = {}
        for column in self._table.columns_of(Field.OTHER):
            text = self._table.text(row, column)
            if text:
                guess = self._table.columns[column]
                extra[guess.header or guess.letters] = text
        return extra
