"""Column types that mean the same on SQLite (STRICT tables) and on PostgreSQL."""

import json
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, SafeUUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Integer, LargeBinary, Text
from sqlalchemy import Uuid as SaUuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _on_postgresql(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"


def key_of(value: bytes | UUID) -> UUID:
    """A key as the driver gave it."""
    if isinstance(value, UUID):
        return value
    # As the library itself does from 3.14 on: UUID(bytes=…) took a fifth of the time of a search.
    made = object.__new__(UUID)
    object.__setattr__(made, "int", int.from_bytes(value, "big"))
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made


class Key(TypeDecorator[UUID]):
    """UUID: 16 bytes on SQLite, `uuid` on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native: TypeEngine[Any] = SaUuid() if _on_postgresql(dialect) else LargeBinary(16)
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or _on_postgresql(dialect):
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:  # noqa: ARG002
        return None if value is None else key_of(value)


class Instant(TypeDecorator[datetime]):
    """Instant in UTC: microseconds since 1970 on SQLite, `timestamptz` on PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native: TypeEngine[Any] = DateTime(timezone=True) if _on_postgresql(dialect) else Integer()
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        if _on_postgresql(dialect):
            return value
        return (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """Calendar day: ISO text on SQLite, `date` on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native: TypeEngine[Any] = Date() if _on_postgresql(dialect) else Text()
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value if value is None or _on_postgresql(dialect) else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: ARG002
        return date.fromisoformat(value) if isinstance(value, str) else value


class Flag(TypeDecorator[bool]):
    """Yes or no: 1 or 0 on SQLite, `boolean` on PostgreSQL."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native: TypeEngine[Any] = Boolean() if _on_postgresql(dialect) else Integer()
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return value if value is None or _on_postgresql(dialect) else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return None if value is None else bool(value)


class Whole(TypeDecorator[int]):
    """Whole number of 64 bits on both databases."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(BigInteger() if _on_postgresql(dialect) else Integer())


class Data(TypeDecorator[Any]):
    """Structured data: JSON text on SQLite, `jsonb` on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        native: TypeEngine[Any] = JSONB(none_as_null=True) if _on_postgresql(dialect) else Text()
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None or _on_postgresql(dialect):
            return value
        return _ENCODER.encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return (
            json.loads(value) if isinstance(value, str) and not _on_postgresql(dialect) else value
        )


class Code(TypeDecorator[str]):
    """Code of a value list, stored as the key of its row: `sex:F` for `F` of list `sex`.

    The foreign key to `value_item` needs the list in the key; the program sees the bare code,
    as a member of `enum` for a closed list.
    """

    impl = Text
    cache_ok = True

    def __init__(self, list_name: str, enum: type[StrEnum] | None = None) -> None:
        super().__init__()
        self.list_name = list_name
        self.enum = enum

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else f"{self.list_name}:{value}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        if value is None:
            return None
        code = value.partition(":")[2]
        return self.enum(code) if self.enum else code


def plain(value: object) -> object:
    """Value as JSON can hold it, for the log of operations."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


def restored(column_type: TypeEngine[Any], value: object) -> object:
    """Inverse of `plain` for a column of this type."""
    if value is None:
        return None
    if isinstance(column_type, Key):
        return UUID(str(value))
    if isinstance(column_type, Instant):
        return datetime.fromisoformat(str(value))
    if isinstance(column_type, Day):
        return date.fromisoformat(str(value))
    return value
