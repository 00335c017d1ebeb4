"""What the officer asks a report for. Plain values that travel between page and jobs."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desktop.usecases.papers import second_language


class Kind(StrEnum):
    """The documents of the gallery."""

    LIST = "list"
    SUMMARY = "summary"


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, with its word and a detail."""

    code: str
    word: str
    detail: str = ""


@dataclass(frozen=True)
class ListOrder:
    """Which travel lists: of some vehicles, or with `vehicle_ids` empty that of the movement.

    `paper` is A4 or LETTER.
    """

    movement_id: UUID
    recipient: str
    language: str
    vehicle_ids: frozenset[UUID] = frozenset()
    paper: str = "A4"

    @property
    def second(self) -> str | None:
        """The second language of the document, or none."""
        return second_language(self.language)

    @property
    def only(self) -> frozenset[UUID | None]:
        """Vehicles whose lists are meant; None stands for the whole movement."""
        return self.vehicle_ids or frozenset({None})


@dataclass(frozen=True)
class SummaryOrder:
    """The ministry's summary in a language."""

    language: str

    @property
    def recipient(self) -> str:
        """Whom it is for."""
        return "ministry"


Order = ListOrder | SummaryOrder
