"""Movements, lists and imports."""

import sqlalchemy as sa
from alembic import op

from desktop.storage import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_hash", sa.Text(), nullable=False),
        sa.Column("file_size", types.Whole(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("header_row", types.Whole(), nullable=True),
        sa.Column("columns", types.Data(), nullable=False),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("officer_id", types.Key(), nullable=False),
        sa.Column("rows_read", types.Whole(), nullable=False),
        sa.Column("created", types.Whole(), nullable=False),
        sa.Column("matched", types.Whole(), nullable=False),
        sa.Column("review", types.Whole(), nullable=False),
        sa.Column("rejected", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_import_batch_office_id")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_import_batch_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_import_batch_file_hash"), "import_batch", ["file_hash"], unique=False)
    op.create_index(op.f("ix_import_batch_office_id"), "import_batch", ["office_id"], unique=False)
    op.create_table(
        "movement",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("mode", types.Code("movement_mode"), nullable=False),
        sa.Column("status", types.Code("movement_status"), nullable=False),
        sa.Column("assembly_place_id", types.Key(), nullable=True),
        sa.Column("coordinator", sa.Text(), nullable=False),
        sa.Column("leader_person_id", types.Key(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("created_at", types.Instant(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assembly_place_id"], ["place.id"], name=op.f("fk_movement_assembly_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["leader_person_id"], ["person.id"], name=op.f("fk_movement_leader_person_id")
        ),
        sa.ForeignKeyConstraint(["mode"], ["value_item.id"], name=op.f("fk_movement_mode")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_movement_office_id")),
        sa.ForeignKeyConstraint(["status"], ["value_item.id"], name=op.f("fk_movement_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
        sa.UniqueConstraint("code", name=op.f("uq_movement_code")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_movement_assembly_place_id"), "movement", ["assembly_place_id"], unique=False
    )
    op.create_index(
        op.f("ix_movement_leader_person_id"), "movement", ["leader_person_id"], unique=False
    )
    op.create_index(op.f("ix_movement_office_id"), "movement", ["office_id"], unique=False)
    op.create_table(
        "import_row",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("batch_id", types.Key(), nullable=False),
        sa.Column("row", types.Whole(), nullable=False),
        sa.Column("cells", types.Data(), nullable=False),
        sa.Column("outcome", types.Code("import_outcome"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=True),
        sa.Column("group_label", sa.Text(), nullable=False),
        sa.Column("problems", types.Data(), nullable=False),
        sa.Column("candidates", types.Data(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_row_batch_id")
        ),
        sa.ForeignKeyConstraint(["outcome"], ["value_item.id"], name=op.f("fk_import_row_outcome")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_import_row_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_import_row_batch_id"), "import_row", ["batch_id"], unique=False)
    op.create_index(op.f("ix_import_row_person_id"), "import_row", ["person_id"], unique=False)
    op.create_table(
        "leg",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("from_place_id", types.Key(), nullable=False),
        sa.Column("to_place_id", types.Key(), nullable=False),
        sa.Column("mode", types.Code("movement_mode"), nullable=False),
        sa.Column("distance_km", types.Whole(), nullable=True),
        sa.Column("departure_local", sa.Text(), nullable=False),
        sa.Column("departure_zone", sa.Text(), nullable=False),
        sa.Column("arrival_local", sa.Text(), nullable=False),
        sa.Column("arrival_zone", sa.Text(), nullable=False),
        sa.Column("crossing_place_id", types.Key(), nullable=True),
        sa.Column("exit_post_id", types.Key(), nullable=True),
        sa.Column("entry_post_id", types.Key(), nullable=True),
        sa.Column("exit_local", sa.Text(), nullable=False),
        sa.Column("exit_zone", sa.Text(), nullable=False),
        sa.Column("entry_local", sa.Text(), nullable=False),
        sa.Column("entry_zone", sa.Text(), nullable=False),
        sa.Column("corridor_minutes", types.Whole(), nullable=True),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["crossing_place_id"], ["place.id"], name=op.f("fk_leg_crossing_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["entry_post_id"], ["crossing_post.id"], name=op.f("fk_leg_entry_post_id")
        ),
        sa.ForeignKeyConstraint(
            ["exit_post_id"], ["crossing_post.id"], name=op.f("fk_leg_exit_post_id")
        ),
        sa.ForeignKeyConstraint(["from_place_id"], ["place.id"], name=op.f("fk_leg_from_place_id")),
        sa.ForeignKeyConstraint(["mode"], ["value_item.id"], name=op.f("fk_leg_mode")),
        sa.ForeignKeyConstraint(["movement_id"], ["movement.id"], name=op.f("fk_leg_movement_id")),
        sa.ForeignKeyConstraint(["to_place_id"], ["place.id"], name=op.f("fk_leg_to_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_leg_crossing_place_id"), "leg", ["crossing_place_id"], unique=False)
    op.create_index(op.f("ix_leg_entry_post_id"), "leg", ["entry_post_id"], unique=False)
    op.create_index(op.f("ix_leg_exit_post_id"), "leg", ["exit_post_id"], unique=False)
    op.create_index(op.f("ix_leg_from_place_id"), "leg", ["from_place_id"], unique=False)
    op.create_index(op.f("ix_leg_movement_id"), "leg", ["movement_id"], unique=False)
    op.create_index(op.f("ix_leg_to_place_id"), "leg", ["to_place_id"], unique=False)
    op.create_table(
        "traveller",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        sa.Column("group_id", types.Key(), nullable=True),
        sa.Column("document_id", types.Key(), nullable=True),
        sa.Column("status", types.Code("traveller_status"), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("seat_fixed", types.Flag(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("active", types.Flag(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["identity_document.id"], name=op.f("fk_traveller_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["travel_group.id"], name=op.f("fk_traveller_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_traveller_movement_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_traveller_person_id")),
        sa.ForeignKeyConstraint(["status"], ["value_item.id"], name=op.f("fk_traveller_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_traveller")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_traveller_group_id"), "traveller", ["group_id"], unique=False)
    op.create_index(op.f("ix_traveller_movement_id"), "traveller", ["movement_id"], unique=False)
    op.create_index(
        "uq_traveller_active",
        "traveller",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("active = 1 AND retired_at IS NULL"),
        postgresql_where=sa.text("active AND retired_at IS NULL"),
    )
    op.create_table(
        "vehicle",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("kind", types.Code("vehicle_kind"), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("registration", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_vehicle_kind")),
        sa.ForeignKeyConstraint(
            ["layout"], ["vehicle_layout.code"], name=op.f("fk_vehicle_layout")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_vehicle_movement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_vehicle_movement_id"), "vehicle", ["movement_id"], unique=False)
    op.create_table(
        "crew_member",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("vehicle_id", types.Key(), nullable=False),
        sa.Column("role", types.Code("crew_role"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_crew_member_movement_id")
        ),
        sa.ForeignKeyConstraint(["role"], ["value_item.id"], name=op.f("fk_crew_member_role")),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_crew_member_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crew_member")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_crew_member_movement_id"), "crew_member", ["movement_id"], unique=False
    )
    op.create_index(op.f("ix_crew_member_vehicle_id"), "crew_member", ["vehicle_id"], unique=False)
    op.create_table(
        "manifest",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("vehicle_id", types.Key(), nullable=True),
        sa.Column("recipient", types.Code("manifest_recipient"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("list_version", types.Whole(), nullable=False),
        sa.Column("issued_at", types.Instant(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("officer_id", types.Key(), nullable=False),
        sa.Column("content", types.Data(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("people", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_manifest_movement_id")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_manifest_officer_id")
        ),
        sa.ForeignKeyConstraint(
            ["recipient"], ["value_item.id"], name=op.f("fk_manifest_recipient")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_manifest_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manifest")),
        sa.UniqueConstraint(
            "number",
            "recipient",
            "list_version",
            name=op.f("uq_manifest_number_recipient_list_version"),
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_manifest_movement_id"), "manifest", ["movement_id"], unique=False)
    op.create_index(op.f("ix_manifest_vehicle_id"), "manifest", ["vehicle_id"], unique=False)
    op.create_table(
        "vehicle_seat",
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("vehicle_id", types.Key(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("row", types.Whole(), nullable=False),
        sa.Column("column", types.Whole(), nullable=False),
        sa.Column("front", types.Flag(), nullable=False),
        sa.Column("wheelchair", types.Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_vehicle_seat_movement_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_seat_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("vehicle_id", "seat", name=op.f("pk_vehicle_seat")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_vehicle_seat_movement_id"), "vehicle_seat", ["movement_id"], unique=False
    )
    op.create_table(
        "dispatch",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("kind", types.Code("dispatch_kind"), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("manifest_id", types.Key(), nullable=True),
        sa.Column("movement_id", types.Key(), nullable=True),
        sa.Column("organisation_id", types.Key(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("officer_id", types.Key(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_dispatch_kind")),
        sa.ForeignKeyConstraint(
            ["manifest_id"], ["manifest.id"], name=op.f("fk_dispatch_manifest_id")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_dispatch_movement_id")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_dispatch_office_id")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_dispatch_officer_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_dispatch_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_dispatch_manifest_id"), "dispatch", ["manifest_id"], unique=False)
    op.create_index(op.f("ix_dispatch_movement_id"), "dispatch", ["movement_id"], unique=False)
    op.create_index(op.f("ix_dispatch_office_id"), "dispatch", ["office_id"], unique=False)
    op.create_index(
        op.f("ix_dispatch_organisation_id"), "dispatch", ["organisation_id"], unique=False
    )
    op.create_table(
        "seat_assignment",
        sa.Column("movement_id", types.Key(), nullable=False),
        sa.Column("leg_id", types.Key(), nullable=False),
        sa.Column("vehicle_id", types.Key(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("traveller_id", types.Key(), nullable=False),
        sa.ForeignKeyConstraint(["leg_id"], ["leg.id"], name=op.f("fk_seat_assignment_leg_id")),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["movement.id"], name=op.f("fk_seat_assignment_movement_id")
        ),
        sa.ForeignKeyConstraint(
            ["traveller_id"], ["traveller.id"], name=op.f("fk_seat_assignment_traveller_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id", "seat"],
            ["vehicle_seat.vehicle_id", "vehicle_seat.seat"],
            name=op.f("fk_seat_assignment_vehicle_id_seat"),
        ),
        sa.PrimaryKeyConstraint("leg_id", "vehicle_id", "seat", name=op.f("pk_seat_assignment")),
        sa.UniqueConstraint(
            "leg_id", "traveller_id", name=op.f("uq_seat_assignment_leg_id_traveller_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_seat_assignment_movement_id"), "seat_assignment", ["movement_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("seat_assignment")
    op.drop_table("dispatch")
    op.drop_table("vehicle_seat")
    op.drop_table("manifest")
    op.drop_table("crew_member")
    op.drop_table("vehicle")
    op.drop_table("traveller")
    op.drop_table("leg")
    op.drop_table("import_row")
    op.drop_table("movement")
    op.drop_table("import_batch")
