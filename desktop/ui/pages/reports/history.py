"""What was issued, and what has left the office. No widgets; runs in jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.ui.pages.reports.wording import moment_text, spaced
from desktop.ui.wording import capital
from desktop.usecases import views as v
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from reports.checksums import shown
from reports.texts import Texts

_LATEST = 500
_SUMMARY = "_ministry-summary_"


@dataclass(frozen=True)
class HistoryLine:
    """A version that was issued, or under it a paper of it that left the office."""

    id: UUID
    title: str
    detail: str
    when: str
    checksum: str
    issued: bool = False
    purpose: str = ""


@dataclass(frozen=True)
class History:
    """Lines, the latest version first, and how many versions were issued or saved."""

    lines: tuple[HistoryLine, ...] = ()
    versions: int = 0


class HistoryReader:
    """Reads what happened to the lists of a movement, or to the summary."""

    def __init__(self, desk: Desk, book: ReferenceBook, texts: Texts) -> None:
        self._desk = desk
        self._book = book
        self._texts = texts

    def of_lists(self, movement_id: UUID) -> History:
        """Versions of the lists of a movement with what became of each."""
        with self._desk.store.read() as reads:
            issued = reads.manifests(movement_id)
            left = [one for one in reads.dispatches(_LATEST) if one.movement_id == movement_id]
            now = self._now(reads.office(self._desk.store.actor.office_id).zone)
        lines: list[HistoryLine] = []
        told: set[UUID] = set()
        for version in issued:
            stem = (
                f"{version.number.replace('/', '-')}_{version.recipient}_v{version.list_version}_"
            )
            papers = [one for one in left if one.file_name.startswith(stem)]
            lines.append(self._version(version, now))
            lines += self._papers(papers, now)
            told |= {one.id for one in papers}
        rest = [one for one in left if one.id not in told]
        return History((*lines, *self._papers(rest, now)), len(issued))

    def of_summary(self) -> History:
        """Summaries that were saved or drafted."""
        with self._desk.store.read() as reads:
            left = [one for one in reads.dispatches(_LATEST) if _SUMMARY in one.file_name]
            now = self._now(reads.office(self._desk.store.actor.office_id).zone)
        return History(tuple(self._papers(left, now)), len(left))

    def _version(self, row: v.ManifestRow, now: datetime) -> HistoryLine:
        recipient = capital(self._book.label("manifest_recipient", row.recipient))
        return HistoryLine(
            row.id,
            self._texts.t(
                "{number}, version {version}", number=row.number, version=row.list_version
            ),
            self._texts.n(
                "{recipient}, {n} person",
                "{recipient}, {n} people",
                row.people,
                recipient=recipient,
            ),
            moment_text(self._texts, row.issued_at, now),
            spaced(shown(row.content_hash)),
            issued=True,
        )

    def _papers(self, rows: Sequence[v.DispatchRow], now: datetime) -> list[HistoryLine]:
        return [
            HistoryLine(
                row.id,
                capital(self._book.label("dispatch_kind", row.kind)),
                " · ".join(part for part in (self._recipient(row), _form(row.file_name)) if part),
                moment_text(self._texts, row.at, now),
                spaced(shown(row.checksum)),
                purpose=row.purpose,
            )
            for row in rows
        ]

    def _recipient(self, row: v.DispatchRow) -> str:
        """Those of lists have a code, those of mail are addresses and stay as they are."""
        word = self._book.lists["manifest_recipient"].get(row.recipient)
        return capital(word) if word else row.recipient

    def _now(self, zone: str) -> datetime:
        return self._desk.now().astimezone(ZoneInfo(zone))


def _form(file_name: str) -> str:
    """Kind of file and language, as its name says: PDF ru."""
    stem, _, suffix = file_name.rpartition(".")
    kind = {"pdf": "PDF", "xlsx": "Excel"}.get(suffix, suffix)
    return f"{kind} {stem.rpartition('_')[2]}"
