"""What leaves the office: papers kept as files, printed, drafted as mail; always recorded."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.offices import Organisation
from desktop.domain.records import Dispatch
from desktop.errors import UserError
from desktop.usecases.ports import ChangeSet, Desk


@dataclass(frozen=True)
class Paper:
    """A finished document with its file name and what it is about."""

    file_name: str
    media_type: str
    data: bytes
    subject: str
    manifest_id: UUID | None = None
    movement_id: UUID | None = None

    @property
    def checksum(self) -> str:
        """SHA-256 of the file, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def record_dispatch(
    desk: Desk,
    kind: str,
    papers: list[Paper],
    recipient: str = "",
    purpose: str = "",
    organisation_id: UUID | None = None,
) -> ChangeSet:
    """Record that papers were `issued`, `printed`, `saved`, `drafted` or `sent`."""
    actor = desk.store.actor
    with desk.store.write("dispatch", purpose) as work:
        for paper in papers:
            work.add(
                Dispatch(
                    id=desk.new_id(),
                    office_id=actor.office_id,
                    kind=kind,
                    subject=paper.subject,
                    manifest_id=paper.manifest_id,
                    movement_id=paper.movement_id,
                    organisation_id=organisation_id,
                    recipient=recipient,
                    purpose=purpose,
                    file_name=paper.file_name,
                    checksum=paper.checksum,
                    at=desk.now(),
                    officer_id=actor.officer_id,
                )
            )
        return work.commit()


def add_organisation(
    desk: Desk, name: str, kind: str, email: str = "", country: str | None = None
) -> tuple[UUID, ChangeSet]:
    """Enter a recipient in the directory.

    Raises:
        UserError: `organisation.no_name`.
    """
    if not name.strip():
        raise UserError("organisation.no_name")
    with desk.store.write("settings") as work:
        organisation = Organisation(
            id=desk.new_id(),
            office_id=desk.store.actor.office_id,
            kind=kind,
            name=name.strip(),
            country=country,
            email=email.strip(),
        )
        work.add(organisation)
        return organisation.id, work.commit()
