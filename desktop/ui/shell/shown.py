"""What the bars of the window show: who works, where, and how the data is kept."""

from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum


class ConnectionKind(StrEnum):
    """How the data is kept."""

    LOCAL = "local"
    PLAIN = "plain"
    """A local file that anybody can read who has it."""
    SHARED = "shared"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Connection:
    """Kind, its word ("Shared", "Offline since 14:05"), and the name of the server."""

    kind: ConnectionKind
    word: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who works: name, role in words, initials."""

    name: str
    role: str
    initials: str


@dataclass(frozen=True, slots=True)
class LocalZone:
    """Zone of the office and the name of its city in the language of the interface."""

    zone: tzinfo
    city: str
