"""People, cases, papers and groups, and the keys by which they are found."""

from sqlalchemy import Column, ForeignKey, Index, Text

from desktop.domain import values
from desktop.domain.partial_dates import Precision
from desktop.storage.tables.base import code, key, ref, retired, table, text, version
from desktop.storage.types import Data, Day, Flag, Instant, Key, Whole

office = table(
    "office",
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("names", Data, nullable=False),
    Column("letterhead", Data, nullable=False),
    ref("place_id", "place", null=True),
    text("zone"),
    Column("created_at", Instant, nullable=False),
    retired(),
    version(),
)

officer = table(
    "officer",
    key(),
    ref("office_id", "office"),
    text("name"),
    text("function"),
    text("login"),
    retired(),
    version(),
)

organisation = table(
    "organisation",
    key(),
    ref("office_id", "office"),
    code("kind", "organisation_kind"),
    text("name"),
    Column("country", Text, ForeignKey("country.code"), nullable=True),
    text("email"),
    text("phone"),
    text("languages"),
    retired(),
    version(),
)

person = table(
    "person",
    key(),
    ref("office_id", "office"),
    text("reg_no"),
    text("family_name"),
    text("given_names"),
    text("patronymic"),
    text("latin_family_name"),
    text("latin_given_names"),
    Column("latin_from_document", Flag, nullable=False),
    code("sex", "sex", values.Sex, null=True),
    Column("sex_inferred", Flag, nullable=False),
    Column("birth_earliest", Day, nullable=True),
    Column("birth_latest", Day, nullable=True),
    code("birth_precision", "birth_precision", Precision, null=True),
    text("birth_place"),
    Column("nationality", Text, ForeignKey("country.code"), nullable=True),
    code("nationality_status", "nationality_status", values.NationalityStatus),
    text("occupation"),
    text("email"),
    Column("created_at", Instant, nullable=False),
    Column("sort_key", Text(collation="C").with_variant(Text(), "sqlite"), nullable=False),
    ref("merged_into", "person", null=True),
    retired(),
    version(),
)
Index("ix_person_sort_key", person.c.retired_at, person.c.sort_key, person.c.id)
Index("uq_person_reg_no", person.c.office_id, person.c.reg_no, unique=True)

other_name = table(
    "other_name",
    key(),
    ref("person_id", "person"),
    text("text"),
    code("kind", "name_kind"),
    text("source"),
    retired(),
    root="person_id",
)

phone = table(
    "phone",
    key(),
    ref("person_id", "person"),
    text("as_given"),
    text("e164"),
    text("who_answers"),
    Column("position", Whole, nullable=False),
    retired(),
    root="person_id",
)

return_case = table(
    "return_case",
    key(),
    ref("person_id", "person", index=False),
    ref("owner_office_id", "office"),
    code("status", "case_status", values.CaseStatus),
    code("closed_reason", "case_closed_reason", null=True),
    ref("present_place_id", "place", null=True),
    text("present_place_text"),
    Column("present_since_on", Day, nullable=True),
    Column("stranded_since_on", Day, nullable=True),
    Column("destination_area", Text, ForeignKey("area.code"), nullable=True),
    text("destination_text"),
    code("source", "case_source"),
    text("notes"),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant, nullable=True),
    retired(),
    root="person_id",
)
_OPEN = return_case.c.closed_at.is_(None) & return_case.c.retired_at.is_(None)
Index(
    "uq_return_case_open",
    return_case.c.person_id,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)
Index("ix_return_case_status", return_case.c.status)

case_status_change = table(
    "case_status_change",
    key(),
    ref("person_id", "person"),
    ref("case_id", "return_case"),
    code("from_status", "case_status", values.CaseStatus, null=True),
    code("to_status", "case_status", values.CaseStatus),
    Column("at", Instant, nullable=False),
    ref("officer_id", "officer", index=False),
    text("reason"),
    retired(),
    root="person_id",
)

identity_document = table(
    "identity_document",
    key(),
    ref("person_id", "person"),
    code("kind", "document_kind"),
    text("number"),
    text("number_key", index=True),
    text("as_given"),
    Column("issuing_state", Text, ForeignKey("country.code"), nullable=True),
    text("authority"),
    Column("issued_on", Day, nullable=True),
    Column("expires_on", Day, nullable=True),
    code("state", "document_state", values.DocumentState),
    Column("position", Whole, nullable=False),
    retired(),
    root="person_id",
)

travel_need = table(
    "travel_need",
    key(),
    ref("person_id", "person"),
    code("kind", "travel_need"),
    retired(),
    root="person_id",
)

travel_group = table(
    "travel_group",
    key(),
    ref("office_id", "office"),
    text("label"),
    text("name"),
    Column("never_separate", Flag, nullable=False),
    Column("created_at", Instant, nullable=False),
    retired(),
    version(),
)

group_member = table(
    "group_member",
    key(),
    ref("group_id", "travel_group"),
    ref("person_id", "person", index=False),
    code("role", "group_role", values.GroupRole),
    Column("position", Whole, nullable=False),
    retired(),
    root="group_id",
)
_PRESENT = group_member.c.retired_at.is_(None)
Index(
    "uq_group_member_person",
    group_member.c.person_id,
    unique=True,
    sqlite_where=_PRESENT,
    postgresql_where=_PRESENT,
)

person_token = table(
    "person_token",
    Column("token", Text(collation="C").with_variant(Text(), "sqlite"), primary_key=True),
    Column("person_id", Key, ForeignKey("person.id"), primary_key=True, index=True),
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Folded words of names, document keys, telephone digits and registration numbers.

Every row repeats all words of its person in order, each between blanks: whether somebody has a
second word too is seen without reading another row.
"""

match_key = table(
    "match_key",
    Column("key", Text(collation="C").with_variant(Text(), "sqlite"), primary_key=True),
    Column("person_id", Key, ForeignKey("person.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Blocking keys: people who share one are compared."""
