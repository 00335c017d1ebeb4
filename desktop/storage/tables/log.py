"""The log of operations, and what the database says of itself."""

from sqlalchemy import Column, Index, Text, UniqueConstraint

from desktop.storage.tables.base import key, ref, table, text
from desktop.storage.types import Data, Instant, Key, Whole

schema_info = table("schema_info", Column("name", Text, primary_key=True), text("value"))

number_series = table(
    "number_series",
    Column("office_id", Key, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("year", Whole, primary_key=True),
    Column("last", Whole, nullable=False),
)

operation = table(
    "operation",
    key(),
    Column("device_id", Key, nullable=False),
    Column("device_seq", Whole, nullable=False),
    Column("officer_id", Key, nullable=True),
    Column("at", Instant, nullable=False),
    text("kind"),
    text("reason"),
    ref("undoes", "operation", null=True),
    UniqueConstraint("device_id", "device_seq"),
)

change = table(
    "change",
    Column("operation_id", Key, nullable=False, primary_key=True),
    Column("position", Whole, primary_key=True),
    text("root_table"),
    Column("root_id", Key, nullable=False),
    text("table_name"),
    Column("record_id", Key, nullable=False),
    Column("field", Text, nullable=True),
    Column("old", Data, nullable=True),
    Column("new", Data, nullable=True),
    Column("base_version", Whole, nullable=True),
)
"""One changed field; with `field` null a created row (`old` null) or an unlinked one."""

Index("ix_change_root", change.c.root_id)
