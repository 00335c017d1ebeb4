"""Imported lists and what left the office."""

from sqlalchemy import Column, Text

from desktop.domain import values
from desktop.storage.tables.base import code, key, ref, retired, table, text, version
from desktop.storage.types import Data, Instant, Whole

import_batch = table(
    "import_batch",
    key(),
    ref("office_id", "office"),
    text("file_name"),
    text("file_hash", index=True),
    Column("file_size", Whole, nullable=False),
    text("sheet"),
    Column("header_row", Whole, nullable=True),
    Column("columns", Data, nullable=False),
    Column("at", Instant, nullable=False),
    ref("officer_id", "officer", index=False),
    Column("rows_read", Whole, nullable=False),
    Column("created", Whole, nullable=False),
    Column("matched", Whole, nullable=False),
    Column("review", Whole, nullable=False),
    Column("rejected", Whole, nullable=False),
    retired(),
    version(),
)

import_row = table(
    "import_row",
    key(),
    ref("batch_id", "import_batch"),
    Column("row", Whole, nullable=False),
    Column("cells", Data, nullable=False),
    code("outcome", "import_outcome", values.ImportOutcome),
    text("reason"),
    ref("person_id", "person", null=True),
    text("group_label"),
    Column("problems", Data, nullable=False),
    Column("candidates", Data, nullable=False),
    retired(),
    root="batch_id",
)

dispatch = table(
    "dispatch",
    key(),
    ref("office_id", "office"),
    code("kind", "dispatch_kind"),
    text("subject"),
    ref("manifest_id", "manifest", null=True),
    ref("movement_id", "movement", null=True),
    ref("organisation_id", "organisation", null=True),
    Column("recipient", Text, nullable=False),
    text("purpose"),
    text("file_name"),
    text("checksum"),
    Column("at", Instant, nullable=False),
    ref("officer_id", "officer", index=False),
    retired(),
    version(),
)
