"""Database errors told apart: what an officer can do something about, and bugs.

The text of a driver's message never leaves this module: it can hold a person's data.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from desktop.errors import AppError, Conflict, Corrupt, Unavailable

_SQLITE: tuple[tuple[str, type[AppError], str], ...] = (
    ("database is locked", Unavailable, "storage.locked"),
    ("database or disk is full", Unavailable, "storage.disk_full"),
    ("table is locked", Unavailable, "storage.locked"),
    ("readonly database", Unavailable, "storage.read_only"),
    ("unable to open database", Unavailable, "storage.cannot_open"),
    ("disk i/o error", Unavailable, "storage.disk_error"),
    ("malformed", Corrupt, "storage.damaged"),
    ("file is not a database", Corrupt, "storage.not_a_database"),
    ("file is encrypted", Corrupt, "storage.not_a_database"),
    ("interrupted", Unavailable, "storage.interrupted"),
)

_CONSTRAINTS: tuple[tuple[str, str], ...] = (
    ("seat_assignment", "seats.taken"),
    ("uq_traveller_active", "movement.person_elsewhere"),
    ("traveller.person_id", "movement.person_elsewhere"),
    ("uq_group_member_person", "group.person_elsewhere"),
    ("group_member.person_id", "group.person_elsewhere"),
    ("uq_return_case_open", "case.already_open"),
    ("return_case.person_id", "case.already_open"),
)


def translated(error: Exception) -> AppError | None:
    """Known failure that `error` stands for, or None when it is a bug."""
    if isinstance(error, StaleDataError):
        return Conflict("record.changed_meanwhile")
    if not isinstance(error, DBAPIError):
        return None
    message = str(error.orig).lower()
    if isinstance(error, IntegrityError):
        broken = (code for name, code in _CONSTRAINTS if name in message)
        return Conflict(next(broken, "storage.rule_broken"))
    for fragment, kind, code in _SQLITE:
        if fragment in message:
            return kind(code)
    # Of a local file nothing else is known that is no bug.
    server = isinstance(error, OperationalError) and _is_of_server(error)
    lost = error.connection_invalidated or server
    return Unavailable("storage.no_connection") if lost else None


def is_damage(error: Exception) -> bool:
    """Whether the driver says so: under which of its classes depends on where it noticed."""
    message = str(error).lower()
    return any(
        fragment in message for fragment, kind, _code in _SQLITE if issubclass(kind, Corrupt)
    )


def _is_of_server(error: DBAPIError) -> bool:
    """By its name: the driver of the server is not loaded for a local file."""
    return type(error.orig).__module__.startswith("psycopg")


@contextmanager
def known_failures() -> Iterator[None]:
    """Turn what the driver raises inside into an `AppError` where it is no bug."""
    try:
        yield
    except (DBAPIError, StaleDataError) as error:
        known = translated(error)
        if known is None:
            raise
        raise known from error
