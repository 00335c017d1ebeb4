"""Records about the work itself: import batches, dispatches, operations."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desktop.domain.values import ImportOutcome


@dataclass(eq=False, kw_only=True)
class ImportBatch:
    """One list that was taken in."""

    id: UUID
    office_id: UUID
    file_name: str
    file_hash: str
    file_size: int
    sheet: str
    header_row: int | None
    columns: list[dict[str, object]]
    at: datetime
    officer_id: UUID
    rows_read: int
    created: int
    matched: int
    review: int
    rejected: int
    retired_at: datetime | None = None
    version: int = 1


@dataclass(eq=False, kw_only=True)
class ImportRow:
    """What one row of a list said, and what became of it. `row` counts from 1 as Excel does."""

    id: UUID
    batch_id: UUID
    row: int
    cells: list[str]
    outcome: ImportOutcome
    reason: str = ""
    person_id: UUID | None = None
    group_label: str = ""
    problems: list[dict[str, object]] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Dispatch:
    """That a document or report was issued, printed, saved or handed to the mail program."""

    id: UUID
    office_id: UUID
    kind: str
    subject: str
    manifest_id: UUID | None = None
    movement_id: UUID | None = None
    organisation_id: UUID | None = None
    recipient: str = ""
    purpose: str = ""
    file_name: str = ""
    checksum: str = ""
    at: datetime
    officer_id: UUID
    retired_at: datetime | None = None
    version: int = 1
