"""People: pages of the list, search, one person with everything, candidates for matching."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Table, select

from desktop.domain.search import query_terms
from desktop.errors import UserError
from desktop.storage.reads.base import Questions
from desktop.storage.reads.people_filter import people_counted, people_listed
from desktop.storage.reads.person_rows import birth_of, document_row, present_cases, rows_by_id
from desktop.storage.reads.words import search
from desktop.storage.tables.intake import import_batch, import_row
from desktop.storage.tables.people import (
    group_member,
    identity_document,
    match_key,
    other_name,
    person,
    phone,
)
from desktop.usecases import views as v

_BATCH = 500
_COMPARED = (
    person.c.id,
    person.c.family_name,
    person.c.given_names,
    person.c.patronymic,
    person.c.latin_family_name,
    person.c.latin_given_names,
    person.c.birth_earliest,
    person.c.birth_latest,
    person.c.birth_precision,
    person.c.sex,
)


class PeopleReads(Questions):
    """Questions about people."""

    def people_count(self, where: v.PeopleFilter) -> int:
        """How many people the filter means."""
        return self.connection.scalar(people_counted(self.connection, where)) or 0

    def people_page(self, where: v.PeopleFilter, offset: int, limit: int) -> list[v.PersonRow]:
        """Rows `offset` to `offset + limit` of the list, by name."""
        return self.people_rows(self.people_ids(where, offset, limit))

    def people_ids(self, where: v.PeopleFilter, offset: int, limit: int) -> list[UUID]:
        """Ids of one page, by name."""
        query = people_listed(self.connection, where)
        return list(self.connection.scalars(query.offset(offset).limit(limit)))

    def search_people(self, text: str, limit: int) -> list[v.FoundRow]:
        """People of whom each word of `text` begins a word, in the alphabet of that word."""
        terms = query_terms(text)
        return search(self.connection, terms, limit) if terms else []

    def people_rows(self, ids: Sequence[UUID]) -> list[v.PersonRow]:
        """Rows of these people, in the order of `ids`; whoever is gone is left out."""
        rows: dict[UUID, v.PersonRow] = {}
        for start in range(0, len(ids), _BATCH):
            rows.update(rows_by_id(self.connection, ids[start : start + _BATCH]))
        return [rows[person_id] for person_id in ids if person_id in rows]

    def person_detail(self, person_id: UUID) -> v.PersonDetail:
        """One person with everything that is shown.

        Raises:
            UserError: `record.gone`.
        """
        rows = rows_by_id(self.connection, [person_id])
        if person_id not in rows:
            raise UserError("record.gone")
        row = self.connection.execute(select(person).where(person.c.id == person_id)).one()
        case = present_cases(self.connection, [person_id]).get(person_id)
        shown = rows[person_id]
        group: list[v.PersonRow] = []
        if shown.group_id:
            members = self.connection.scalars(
                select(group_member.c.person_id)
                .where(
                    group_member.c.group_id == shown.group_id, group_member.c.retired_at.is_(None)
                )
                .order_by(group_member.c.position)
            )
            group = self.people_rows(list(members))
        return v.PersonDetail(
            row=shown,
            version=row.version,
            latin_from_document=row.latin_from_document,
            birth_place=row.birth_place,
            occupation=row.occupation,
            email=row.email,
            nationality_status=row.nationality_status,
            documents=tuple(
                document_row(paper)
                for paper in self._children(identity_document, person_id, "position")
            ),
            phones=tuple(item.as_given for item in self._children(phone, person_id, "position")),
            other_names=tuple(item.text for item in self._children(other_name, person_id, "id")),
            notes=case.notes if case else "",
            source=case.source if case else "",
            stranded_since_on=case.stranded_since_on if case else None,
            group=tuple(group),
            said=tuple(self._said(person_id)),
        )

    def _children(self, table: Table, person_id: UUID, order: str) -> Sequence[Row[Any]]:
        return self.connection.execute(
            select(table)
            .where(table.c.person_id == person_id, table.c.retired_at.is_(None))
            .order_by(table.c[order])
        ).all()

    def _said(self, person_id: UUID) -> Iterable[v.SaidRow]:
        query = (
            select(import_batch.c.file_name, import_batch.c.at, import_row)
            .join(import_batch, import_batch.c.id == import_row.c.batch_id)
            .where(import_row.c.person_id == person_id, import_row.c.retired_at.is_(None))
            .order_by(import_batch.c.at.desc())
        )
        for row in self.connection.execute(query):
            yield v.SaidRow(row.file_name, row.row, row.at, tuple(row.cells), tuple(row.problems))

    def match_candidates(self, keys: Iterable[str]) -> list[v.MatchRow]:
        """People who share one of the blocking keys."""
        shared = self.candidate_keys(keys).values()
        return self.match_rows(sorted({person_id for ids in shared for person_id in ids}))

    def match_rows(self, ids: Sequence[UUID]) -> list[v.MatchRow]:
        """What the comparison needs of these people; whoever is put away is left out."""
        found: list[v.MatchRow] = []
        for start in range(0, len(ids), _BATCH):
            found += self._match_rows(ids[start : start + _BATCH])
        return found

    def candidate_keys(self, keys: Iterable[str]) -> dict[str, list[UUID]]:
        """People by blocking key, for many arriving people at once."""
        wanted = sorted(set(keys))
        found: defaultdict[str, list[UUID]] = defaultdict(list)
        for start in range(0, len(wanted), _BATCH):
            for key, person_id in self.connection.execute(
                select(match_key.c.key, match_key.c.person_id).where(
                    match_key.c.key.in_(wanted[start : start + _BATCH])
                )
            ):
                found[key].append(person_id)
        return found

    def _match_rows(self, ids: Sequence[UUID]) -> list[v.MatchRow]:
        papers = self._lists(identity_document, "number", ids)
        phones = self._lists(phone, "as_given", ids)
        query = select(*_COMPARED).where(person.c.id.in_(ids), person.c.retired_at.is_(None))
        return [
            v.MatchRow(
                id=row.id,
                family_name=row.family_name,
                given_names=row.given_names,
                patronymic=row.patronymic,
                latin_family_name=row.latin_family_name,
                latin_given_names=row.latin_given_names,
                birth=birth_of(row),
                sex=row.sex,
                documents=tuple(filter(None, papers[row.id])),
                phones=tuple(filter(None, phones[row.id])),
            )
            for row in self.connection.execute(query.order_by(person.c.id))
        ]

    def _lists(self, table: Table, column: str, ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
        found: defaultdict[UUID, list[str]] = defaultdict(list)
        for person_id, value in self.connection.execute(
            select(table.c.person_id, table.c[column])
            .where(table.c.person_id.in_(ids), table.c.retired_at.is_(None))
            .order_by(table.c.position)
        ):
            found[person_id].append(value)
        return found
