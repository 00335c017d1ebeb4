"""The lists of a movement: what would be issued for a recipient, and what was. No widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.errors import UserError
from desktop.ui.pages.movements.moments import Moment, moment_words, zone_words
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.wording import capital
from desktop.usecases.manifest_model import FOR_WHOM
from desktop.usecases.manifests import IssuedList, issue_lists, preview_lists
from desktop.usecases.papers import second_language
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import DispatchRow, ManifestRow
from reports.texts import Texts

LANGUAGES = ("ru", "en", "fr")
_HASH_LETTERS = 16
_DISPATCHES = 2_000


@dataclass(frozen=True)
class Order:
    """Which lists: for whom, in which language, of which vehicles (None is the convoy)."""

    recipient: str
    language: str
    only: frozenset[UUID | None]

    @property
    def second(self) -> str | None:
        """The second language that stands under the first, or none."""
        return second_language(self.language)


@dataclass(frozen=True)
class Draft:
    """A list as it would be issued now; `new` when it differs from the last version."""

    vehicle_id: UUID | None
    word: str
    people: int
    version: int
    new: bool


@dataclass(frozen=True)
class IssuedShown:
    """A version of a list that was issued; `done` is what was done with its papers.

    It is the `last` one unless a later one replaces it or its vehicle was taken out.
    """

    id: UUID
    number: str
    of: str
    version: int
    last: bool
    recipient: str
    people: int
    at: str
    zone: str
    checksum: str
    done: str


class PapersPresenter:
    """Answers what the tab of documents asks."""

    def __init__(self, desk: Desk, book: ReferenceBook, texts: Texts) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts

    def recipients(self) -> tuple[tuple[str, str], ...]:
        """Recipients of lists by code and word."""
        labels = self.book.lists.get("manifest_recipient", {})
        return tuple((code, capital(labels.get(code, code))) for code in FOR_WHOM)

    def drafts(self, shown: MovementShown, order: Order) -> tuple[Draft, ...]:
        """What would be issued for the recipient now: the convoy, then each vehicle."""
        try:
            found = preview_lists(
                self.desk, shown.id, order.recipient, order.language, order.second
            )
        except UserError as error:
            if error.code == "manifest.nobody":
                return ()
            raise
        names = {vehicle.id: vehicle.name for vehicle in shown.vehicles}
        return tuple(self._draft(one, names) for one in found)

    def issued(self, shown: MovementShown) -> tuple[IssuedShown, ...]:
        """Every version that was issued, the latest first."""
        with self.desk.store.read() as reads:
            rows = reads.manifests(shown.id)
            sent = reads.dispatches(_DISPATCHES, shown.id)
            zone = reads.office(self.desk.store.actor.office_id).zone
        names = {vehicle.id: vehicle.name for vehicle in shown.vehicles}
        newest = _newest(rows)
        return tuple(
            IssuedShown(
                id=row.id,
                number=row.number,
                of=self._of(row.vehicle_id, names),
                version=row.list_version,
                last=newest[row.number, row.recipient] == row.list_version
                and row.vehicle_id in (None, *names),
                recipient=capital(self.book.label("manifest_recipient", row.recipient)),
                people=row.people,
                at=moment_words(self.texts, moment),
                zone=zone_words(moment),
                checksum=row.content_hash[:_HASH_LETTERS],
                done=self._done(row, sent),
            )
            for row in rows
            for moment in [_moment(row, zone)]
        )

    def issue(self, movement_id: UUID, order: Order) -> tuple[int, int]:
        """Issue the lists; answers how many are new and how many were true already.

        Raises:
            UserError: `manifest.nobody`.
        """
        done: Sequence[IssuedList] = issue_lists(
            self.desk, movement_id, order.recipient, order.language, order.second, order.only
        )
        new = sum(1 for one in done if one.new)
        return new, len(done) - new

    def issued_words(self, order: Order, new: int, same: int) -> str:
        """What was issued, for the officer."""
        recipient = self.book.label("manifest_recipient", order.recipient)
        if not new:
            return self.texts.n(
                "{n} list is unchanged since its last version: {recipient}",
                "{n} lists are unchanged since their last version: {recipient}",
                same,
                recipient=recipient,
            )
        return self.texts.n(
            "{n} list issued: {recipient}", "{n} lists issued: {recipient}", new,
            recipient=recipient,
        )  # fmt: skip

    def _draft(self, one: IssuedList, names: Mapping[UUID, str]) -> Draft:
        return Draft(
            vehicle_id=one.scope.vehicle_id,
            word=self._of(one.scope.vehicle_id, names),
            people=sum(1 for _ in one.model.rows()),
            version=one.model.version,
            new=one.new,
        )

    def _of(self, vehicle_id: UUID | None, names: Mapping[UUID, str]) -> str:
        if vehicle_id is None:
            return self.texts.t("Whole movement")
        return names.get(vehicle_id) or self.texts.t("vehicle taken out")

    def _done(self, row: ManifestRow, sent: Iterable[DispatchRow]) -> str:
        kinds = [one.kind for one in sent if one.manifest_id == row.id]
        return ", ".join(
            self.book.label("dispatch_kind", kind) for kind in dict.fromkeys(reversed(kinds))
        )


def _newest(rows: Iterable[ManifestRow]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.number, row.recipient)
        found[key] = max(found.get(key, 0), row.list_version)
    return found


def _moment(row: ManifestRow, zone: str) -> Moment:
    return Moment(row.issued_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None), zone)
