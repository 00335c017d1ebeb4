"""The one MetaData, naming of constraints, and the columns that many tables share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, Table, Text

from desktop.storage.types import Code, Instant, Key, Whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *columns: Any, root: str | None = None, **options: Any) -> Table:
    """Table of the schema: STRICT on SQLite; `root` names the column that leads to its root."""
    return Table(
        name, metadata, *columns, info={"root": root}, sqlite_strict=True, **options
    )  # fmt: skip


def key() -> Column[Any]:
    """Primary key made by the client."""
    return Column("id", Key, primary_key=True)


def ref(name: str, target: str, *, null: bool = False, index: bool = True) -> Column[Any]:
    """Foreign key to the `id` of table `target`."""
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=null, index=index)


def code(
    name: str, list_name: str, enum: type[StrEnum] | None = None, *, null: bool = False
) -> Column[Any]:
    """Code of a value list, by foreign key."""
    return Column(name, Code(list_name, enum), ForeignKey("value_item.id"), nullable=null)


def text(name: str, *, default: str | None = "", index: bool = False) -> Column[Any]:
    """Text that is never null."""
    return Column(name, Text, nullable=False, default=default, index=index)


def retired() -> Column[Any]:
    """When the record was put away; nothing is deleted."""
    return Column("retired_at", Instant, nullable=True)


def version() -> Column[Any]:
    """Number of the root's last change; the client writes old + 1."""
    return Column("version", Whole, nullable=False)
