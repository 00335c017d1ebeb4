"""Offices, officers and the organisations they deal with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class Office:
    """An embassy, consulate or service that works with the data.

    `names` and `letterhead` map a language to the text printed in it.
    """

    id: UUID
    code: str
    names: dict[str, str]
    letterhead: dict[str, str]
    place_id: UUID | None = None
    zone: str = "UTC"
    created_at: datetime
    retired_at: datetime | None = None
    version: int = 1


@dataclass(eq=False, kw_only=True)
class Officer:
    """A person who works in an office with the program."""

    id: UUID
    office_id: UUID
    name: str
    function: str = ""
    login: str = ""
    retired_at: datetime | None = None
    version: int = 1


@dataclass(eq=False, kw_only=True)
class Organisation:
    """A ministry, post, service or carrier that lists are written for."""

    id: UUID
    office_id: UUID
    kind: str
    name: str
    country: str | None = None
    email: str = ""
    phone: str = ""
    languages: str = ""
    retired_at: datetime | None = None
    version: int = 1
