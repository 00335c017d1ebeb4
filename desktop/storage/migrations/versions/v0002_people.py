"""Offices, people, cases, papers and groups."""

import sqlalchemy as sa
from alembic import op

from desktop.storage import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY_TEXT = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "office",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("letterhead", types.Data(), nullable=False),
        sa.Column("place_id", types.Key(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("created_at", types.Instant(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_office_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("code", name=op.f("uq_office_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_office_place_id"), "office", ["place_id"], unique=False)
    op.create_table(
        "officer",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_officer_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_officer_office_id"), "officer", ["office_id"], unique=False)
    op.create_table(
        "organisation",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("kind", types.Code("organisation_kind"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["country"], ["country.code"], name=op.f("fk_organisation_country")
        ),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_organisation_kind")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_organisation_office_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_organisation_office_id"), "organisation", ["office_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("reg_no", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("patronymic", sa.Text(), nullable=False),
        sa.Column("latin_family_name", sa.Text(), nullable=False),
        sa.Column("latin_given_names", sa.Text(), nullable=False),
        sa.Column("latin_from_document", types.Flag(), nullable=False),
        sa.Column("sex", types.Code("sex"), nullable=True),
        sa.Column("sex_inferred", types.Flag(), nullable=False),
        sa.Column("birth_earliest", types.Day(), nullable=True),
        sa.Column("birth_latest", types.Day(), nullable=True),
        sa.Column("birth_precision", types.Code("birth_precision"), nullable=True),
        sa.Column("birth_place", sa.Text(), nullable=False),
        sa.Column("nationality", sa.Text(), nullable=True),
        sa.Column("nationality_status", types.Code("nationality_status"), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("created_at", types.Instant(), nullable=False),
        sa.Column("sort_key", KEY_TEXT, nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("merged_into", types.Key(), nullable=True),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["birth_precision"], ["value_item.id"], name=op.f("fk_person_birth_precision")
        ),
        sa.ForeignKeyConstraint(["merged_into"], ["person.id"], name=op.f("fk_person_merged_into")),
        sa.ForeignKeyConstraint(
            ["nationality"], ["country.code"], name=op.f("fk_person_nationality")
        ),
        sa.ForeignKeyConstraint(
            ["nationality_status"], ["value_item.id"], name=op.f("fk_person_nationality_status")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_person_office_id")),
        sa.ForeignKeyConstraint(["sex"], ["value_item.id"], name=op.f("fk_person_sex")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_person_merged_into"), "person", ["merged_into"], unique=False)
    op.create_index(op.f("ix_person_office_id"), "person", ["office_id"], unique=False)
    op.create_index("ix_person_sort_key", "person", ["retired_at", "sort_key", "id"], unique=False)
    op.create_index("uq_person_reg_no", "person", ["office_id", "reg_no"], unique=True)
    op.create_table(
        "travel_group",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("never_separate", types.Flag(), nullable=False),
        sa.Column("created_at", types.Instant(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_travel_group_office_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_group")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_travel_group_office_id"), "travel_group", ["office_id"], unique=False)
    op.create_table(
        "group_member",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("group_id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("role", types.Code("group_role"), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["travel_group.id"], name=op.f("fk_group_member_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_group_member_person_id")
        ),
        sa.ForeignKeyConstraint(["role"], ["value_item.id"], name=op.f("fk_group_member_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_group_member_group_id"), "group_member", ["group_id"], unique=False)
    op.create_index(
        "uq_group_member_person",
        "group_member",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    op.create_table(
        "identity_document",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("kind", types.Code("document_kind"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_key", sa.Text(), nullable=False),
        sa.Column("as_given", sa.Text(), nullable=False),
        sa.Column("issuing_state", sa.Text(), nullable=True),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("issued_on", types.Day(), nullable=True),
        sa.Column("expires_on", types.Day(), nullable=True),
        sa.Column("state", types.Code("document_state"), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["issuing_state"], ["country.code"], name=op.f("fk_identity_document_issuing_state")
        ),
        sa.ForeignKeyConstraint(
            ["kind"], ["value_item.id"], name=op.f("fk_identity_document_kind")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_identity_document_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["state"], ["value_item.id"], name=op.f("fk_identity_document_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_document")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_identity_document_number_key"), "identity_document", ["number_key"], unique=False
    )
    op.create_index(
        op.f("ix_identity_document_person_id"), "identity_document", ["person_id"], unique=False
    )
    op.create_table(
        "match_key",
        sa.Column("key", KEY_TEXT, nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_match_key_person_id")),
        sa.PrimaryKeyConstraint("key", "person_id", name=op.f("pk_match_key")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_match_key_person_id"), "match_key", ["person_id"], unique=False)
    op.create_table(
        "other_name",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", types.Code("name_kind"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_other_name_kind")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_other_name_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_name")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_other_name_person_id"), "other_name", ["person_id"], unique=False)
    op.create_table(
        "person_token",
        sa.Column("token", KEY_TEXT, nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_token_person_id")
        ),
        sa.PrimaryKeyConstraint("token", "person_id", name=op.f("pk_person_token")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_person_token_person_id"), "person_token", ["person_id"], unique=False)
    op.create_table(
        "phone",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("as_given", sa.Text(), nullable=False),
        sa.Column("e164", sa.Text(), nullable=False),
        sa.Column("who_answers", sa.Text(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_phone_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_phone_person_id"), "phone", ["person_id"], unique=False)
    op.create_table(
        "return_case",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("owner_office_id", types.Key(), nullable=False),
        sa.Column("status", types.Code("case_status"), nullable=False),
        sa.Column("closed_reason", types.Code("case_closed_reason"), nullable=True),
        sa.Column("present_place_id", types.Key(), nullable=True),
        sa.Column("present_place_text", sa.Text(), nullable=False),
        sa.Column("present_since_on", types.Day(), nullable=True),
        sa.Column("stranded_since_on", types.Day(), nullable=True),
        sa.Column("destination_area", sa.Text(), nullable=True),
        sa.Column("destination_text", sa.Text(), nullable=False),
        sa.Column("source", types.Code("case_source"), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("opened_at", types.Instant(), nullable=False),
        sa.Column("closed_at", types.Instant(), nullable=True),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["closed_reason"], ["value_item.id"], name=op.f("fk_return_case_closed_reason")
        ),
        sa.ForeignKeyConstraint(
            ["destination_area"], ["area.code"], name=op.f("fk_return_case_destination_area")
        ),
        sa.ForeignKeyConstraint(
            ["owner_office_id"], ["office.id"], name=op.f("fk_return_case_owner_office_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_return_case_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["present_place_id"], ["place.id"], name=op.f("fk_return_case_present_place_id")
        ),
        sa.ForeignKeyConstraint(["source"], ["value_item.id"], name=op.f("fk_return_case_source")),
        sa.ForeignKeyConstraint(["status"], ["value_item.id"], name=op.f("fk_return_case_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_case")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_return_case_owner_office_id"), "return_case", ["owner_office_id"], unique=False
    )
    op.create_index(
        op.f("ix_return_case_present_place_id"), "return_case", ["present_place_id"], unique=False
    )
    op.create_index("ix_return_case_status", "return_case", ["status"], unique=False)
    op.create_index(
        "uq_return_case_open",
        "return_case",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL AND retired_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL AND retired_at IS NULL"),
    )
    op.create_table(
        "travel_need",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("kind", types.Code("travel_need"), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_travel_need_kind")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_travel_need_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_need")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_travel_need_person_id"), "travel_need", ["person_id"], unique=False)
    op.create_table(
        "case_status_change",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("case_id", types.Key(), nullable=False),
        sa.Column("from_status", types.Code("case_status"), nullable=True),
        sa.Column("to_status", types.Code("case_status"), nullable=False),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("officer_id", types.Key(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["return_case.id"], name=op.f("fk_case_status_change_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["from_status"], ["value_item.id"], name=op.f("fk_case_status_change_from_status")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_case_status_change_officer_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_case_status_change_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_status"], ["value_item.id"], name=op.f("fk_case_status_change_to_status")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_status_change")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_case_status_change_case_id"), "case_status_change", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_case_status_change_person_id"), "case_status_change", ["person_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("case_status_change")
    op.drop_table("travel_need")
    op.drop_table("return_case")
    op.drop_table("phone")
    op.drop_table("person_token")
    op.drop_table("other_name")
    op.drop_table("match_key")
    op.drop_table("identity_document")
    op.drop_table("group_member")
    op.drop_table("travel_group")
    op.drop_table("person")
    op.drop_table("organisation")
    op.drop_table("officer")
    op.drop_table("office")
