"""What the page of reports offers and previews. No widgets; runs in jobs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.values import MovementStatus
from desktop.messages import N_
from desktop.settings import Settings
from desktop.ui.pages.reports.orders import ListOrder, Option
from desktop.ui.pages.reports.wording import moment_text
from desktop.ui.pdf_pages import PageSize, page_sizes
from desktop.ui.wording import capital
from desktop.usecases import views as v
from desktop.usecases.manifest_model import FOR_WHOM
from desktop.usecases.manifests import IssuedList, preview_lists
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts

DOCUMENT_LANGUAGES = ("ru", "en", "fr")

_LANGUAGE_WORDS = {
    "ru": (N_("Russian and English"), N_("Russian")),
    "en": (N_("English"), N_("English")),
    "fr": (N_("French and English"), N_("French")),
}
_PURPOSES = {
    "border_service": N_("Crossing the border"),
    "carrier": N_("Carriage of the travellers"),
    "receiving_service": N_("Reception on arrival"),
    "ministry": N_("Report to the ministry"),
    "migration_service": N_("Registration of migration"),
    "consulate": N_("Consular assistance on the way"),
    "convoy_leader": N_("Roll-call on the way"),
}

Report = Callable[[int, int], None]
"""Told how many lists are ready, of how many; raises when nobody wants them any more."""


@dataclass(frozen=True)
class Offers:
    """What can be chosen on the page now. Lists are in two languages, the summary in one."""

    movements: tuple[Option, ...]
    recipients: tuple[Option, ...]
    list_languages: tuple[Option, ...]
    summary_languages: tuple[Option, ...]
    paper: str
    zone: str
    mail_domains: tuple[str, ...]


@dataclass(frozen=True)
class ListPreview:
    """One list as it would be issued now."""

    title: str
    state: str
    new: bool
    people: int
    file_name: str
    data: bytes
    sizes: tuple[PageSize, ...]


@dataclass(frozen=True)
class Preview:
    """The lists of an order, one after the other."""

    order: ListOrder
    movement_code: str
    lists: tuple[ListPreview, ...]

    @property
    def sizes(self) -> list[PageSize]:
        """Sizes of all pages."""
        return [size for one in self.lists for size in one.sizes]

    def place(self, page: int) -> tuple[ListPreview, int]:
        """The list on which a page stands, and the number of the page in it.

        Raises:
            IndexError: there is no such page.
        """
        for one in self.lists:
            if page < len(one.sizes):
                return one, page
            page -= len(one.sizes)
        raise IndexError(page)


class ReportsPresenter:
    """Answers what the page asks; `settings` gives those in force now."""

    def __init__(
        self, desk: Desk, book: ReferenceBook, texts: Texts, settings: Callable[[], Settings]
    ) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts
        self._settings = settings

    def offers(self) -> Offers:
        """Movements, recipients and languages that can be chosen."""
        settings = self._settings()
        with self.desk.store.read() as reads:
            movements = reads.movements()
            zone = reads.office(self.desk.store.actor.office_id).zone
        wanted = [one for one in settings.document_languages if one in DOCUMENT_LANGUAGES]
        languages = [*wanted, *(one for one in DOCUMENT_LANGUAGES if one not in wanted)]
        return Offers(
            movements=tuple(
                Option(str(row.id), self._movement(row), row.title)
                for row in movements
                if row.status is not MovementStatus.CANCELLED
            ),
            recipients=tuple(
                Option(code, capital(word))
                for code, word in self.book.lists["manifest_recipient"].items()
                if code in FOR_WHOM
            ),
            list_languages=tuple(
                Option(one, self.texts.t(_LANGUAGE_WORDS[one][0])) for one in languages
            ),
            summary_languages=tuple(
                Option(one, self.texts.t(_LANGUAGE_WORDS[one][1])) for one in languages
            ),
            paper=settings.paper.value,
            zone=zone,
            mail_domains=settings.mail_domains,
        )

    def vehicles(self, movement_id: UUID) -> tuple[Option, ...]:
        """Vehicles in which somebody sits: each has a list of its own.

        Raises:
            UserError: `record.gone`.
        """
        with self.desk.store.read() as reads:
            movement = reads.movement_detail(movement_id)
        return tuple(
            Option(str(row.id), vehicle_name(row, self.book))
            for row in movement.vehicles
            if row.taken
        )

    def _movement(self, row: v.MovementRow) -> str:
        """Code and day of departure: ALA-2026-0001 · 26 Nov."""
        if not row.departure_local:
            return row.code
        day = datetime.fromisoformat(row.departure_local)
        return f"{row.code} · {day.day} {self.texts.months_short[day.month - 1]}"

    def purpose(self, recipient: str) -> str:
        """What names are usually given to a recipient for; the officer may say it better."""
        return self.texts.t(_PURPOSES[recipient]) if recipient in _PURPOSES else ""

    def preview(self, order: ListOrder, report: Report) -> Preview:
        """The chosen lists as they would be issued now; nothing is stored.

        Raises:
            UserError: `manifest.nobody`, `record.gone`.
        """
        with self.desk.store.read() as reads:
            movement = reads.movement_detail(order.movement_id)
        report(0, 0)
        found = preview_lists(
            self.desk, order.movement_id, order.recipient, order.language, order.second
        )
        chosen = [one for one in found if one.scope.vehicle_id in order.only]
        lists = []
        for done, one in enumerate(chosen):
            report(done, len(chosen))
            lists.append(self._drawn(one, order, movement.vehicles))
        return Preview(order, movement.code, tuple(lists))

    def _drawn(
        self, one: IssuedList, order: ListOrder, vehicles: Sequence[v.VehicleRow]
    ) -> ListPreview:
        data = self.desk.workshop.manifest_pdf(one.model, order.language, order.second, order.paper)
        names = {row.id: vehicle_name(row, self.book) for row in vehicles}
        vehicle_id = one.scope.vehicle_id
        people = sum(1 for _ in one.model.rows())
        return ListPreview(
            title=names[vehicle_id] if vehicle_id else self.texts.t("Whole movement"),
            state=self._state(one),
            new=one.new,
            people=people,
            file_name=f"{one.file_stem}_{order.language}.pdf",
            data=data,
            sizes=page_sizes(data),
        )

    def _state(self, one: IssuedList) -> str:
        """Which version it is, and whether the recipient has it."""
        version, changes = one.model.version, one.model.changes
        if not one.new:
            now = self.desk.now().astimezone(ZoneInfo(one.scope.zone))
            moment = moment_text(self.texts, one.model.issued_at, now)
            return self.texts.t(
                "Version {version}, issued {moment}", version=version, moment=moment
            )
        if changes is None:
            return self.texts.t("Version {version}, not issued yet", version=version)
        return self.texts.n(
            "Version {version}, {n} change, not issued yet",
            "Version {version}, {n} changes, not issued yet",
            len(changes.lines),
            version=version,
        )


def vehicle_name(row: v.VehicleRow, book: ReferenceBook) -> str:
    """A vehicle by its name and plate, else by its kind and place in the movement."""
    known = ", ".join(part for part in (row.name, row.registration) if part)
    return known or f"{capital(book.label('vehicle_kind', row.kind))} {row.position}"
