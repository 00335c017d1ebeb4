"""The log of operations and reference data."""

import sqlalchemy as sa
from alembic import op

from desktop.storage import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DEGREES: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("operation_id", types.Key(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("root_table", sa.Text(), nullable=False),
        sa.Column("root_id", types.Key(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("record_id", types.Key(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("old", types.Data(), nullable=True),
        sa.Column("new", types.Data(), nullable=True),
        sa.Column("base_version", types.Whole(), nullable=True),
        sa.PrimaryKeyConstraint("operation_id", "position", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    op.create_index("ix_change_root", "change", ["root_id"], unique=False)
    op.create_table(
        "country",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("alpha2", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_country")),
        sqlite_strict=True,
    )
    op.create_table(
        "number_series",
        sa.Column("office_id", types.Key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", types.Whole(), nullable=False),
        sa.Column("last", types.Whole(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "kind", "year", name=op.f("pk_number_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "operation",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("device_id", types.Key(), nullable=False),
        sa.Column("device_seq", types.Whole(), nullable=False),
        sa.Column("officer_id", types.Key(), nullable=True),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undoes", types.Key(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["operation.id"], name=op.f("fk_operation_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_operation_device_id_device_seq")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_operation_undoes"), "operation", ["undoes"], unique=False)
    op.create_table(
        "schema_info",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_schema_info")),
        sqlite_strict=True,
    )
    op.create_table(
        "value_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("labels", types.Data(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("closed", types.Flag(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_value_item")),
        sqlite_strict=True,
    )
    op.create_table(
        "area",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_area_country")),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name=op.f("fk_area_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_area")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_area_parent"), "area", ["parent"], unique=False)
    op.create_table(
        "vehicle_layout",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", types.Code("vehicle_kind"), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("wheelchair_places", types.Whole(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_vehicle_layout_kind")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_vehicle_layout")),
        sqlite_strict=True,
    )
    op.create_table(
        "place",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("office_id", types.Key(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("kind", types.Code("place_kind"), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("latitude", DEGREES, nullable=True),
        sa.Column("longitude", DEGREES, nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.Column("version", types.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name=op.f("fk_place_area")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_place_country")),
        sa.ForeignKeyConstraint(["kind"], ["value_item.id"], name=op.f("fk_place_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("code", name=op.f("uq_place_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "crossing_post",
        sa.Column("id", types.Key(), nullable=False),
        sa.Column("place_id", types.Key(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("names", types.Data(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("position", types.Whole(), nullable=False),
        sa.Column("exit_status", types.Code("crossing_status"), nullable=False),
        sa.Column("entry_status", types.Code("crossing_status"), nullable=False),
        sa.Column("retired_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["country"], ["country.code"], name=op.f("fk_crossing_post_country")
        ),
        sa.ForeignKeyConstraint(
            ["entry_status"], ["value_item.id"], name=op.f("fk_crossing_post_entry_status")
        ),
        sa.ForeignKeyConstraint(
            ["exit_status"], ["value_item.id"], name=op.f("fk_crossing_post_exit_status")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_crossing_post_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crossing_post")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_crossing_post_place_id"), "crossing_post", ["place_id"], unique=False)


def downgrade() -> None:
    op.drop_table("crossing_post")
    op.drop_table("place")
    op.drop_table("vehicle_layout")
    op.drop_table("area")
    op.drop_table("value_item")
    op.drop_table("schema_info")
    op.drop_table("operation")
    op.drop_table("number_series")
    op.drop_table("country")
    op.drop_table("change")
