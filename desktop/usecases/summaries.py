"""The summary that a ministry reads, from the register as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.catalogue import texts
from desktop.domain.people import is_child
from desktop.domain.values import CaseStatus
from desktop.reference import name_in
from desktop.usecases import views as v
from desktop.usecases.ports import Desk, Reads
from reports.summary_model import Stage, SummaryModel, SummaryMovement, SummaryPerson
from reports.wording import zone as utc_offset

_STAGES: Mapping[str, Stage] = {
    CaseStatus.REGISTERED: Stage.WAITING,
    CaseStatus.VERIFIED: Stage.WAITING,
    CaseStatus.ASSIGNED: Stage.WAITING,
    CaseStatus.TRAVELLING: Stage.ON_THE_WAY,
    CaseStatus.HELD: Stage.ON_THE_WAY,
    CaseStatus.ARRIVED: Stage.ARRIVED,
    CaseStatus.CLOSED: Stage.OTHER,
    CaseStatus.WITHDRAWN: Stage.OTHER,
}
_PAGE = 1000


@dataclass(frozen=True)
class _Labels:
    """Names of reference data in the language of the book."""

    language: str
    status: Mapping[str, Mapping[str, str]]
    documents: Mapping[str, Mapping[str, str]]
    movement_status: Mapping[str, Mapping[str, str]]
    places: Mapping[UUID, v.PlaceRow]
    countries: Mapping[str, Mapping[str, str]]
    areas: Mapping[str, v.AreaRow]

    def of(self, labels: Mapping[str, Mapping[str, str]], code: str) -> str:
        return name_in(dict(labels.get(code, {})), self.language)

    def place(self, place_id: UUID | None) -> str:
        place = self.places.get(place_id) if place_id else None
        return name_in(place.names, self.language) if place else ""

    def region_and_district(self, code: str | None) -> tuple[str, str]:
        area = self.areas.get(code or "")
        if area is None:
            return "", ""
        name = name_in(area.names, self.language)
        parent = self.areas.get(area.parent or "")
        return (name_in(parent.names, self.language), name) if parent else (name, "")


def summary_model(desk: Desk, language: str, where: v.PeopleFilter | None = None) -> SummaryModel:
    """Everything that the ministry's workbook shows, in one consistent state."""
    with desk.store.read() as reads:
        office = reads.office(desk.store.actor.office_id)
        moment = desk.now().astimezone(ZoneInfo(office.zone))
        officer, _ = reads.officer_name(desk.store.actor.officer_id)
        labels = _labels(reads, language)
        people = _people(reads, where or v.PeopleFilter())
        words = texts(language)
        town = office.zone.rpartition("/")[2].replace("_", " ")
        return SummaryModel(
            office_code=office.code,
            office_lines=tuple(
                name_in(office.letterhead or office.names or {"en": office.code}, language)
                .strip()
                .splitlines()
            ),
            moment=moment,
            zone=f"{town}, {utc_offset(moment)}",
            filter_sentence=words.t("all people on the register"),
            officer=officer,
            version=1,
            people=tuple(_person(row, labels, moment.date()) for row in people),
            movements=tuple(_movement(row, labels) for row in reads.movements()),
        )


def _labels(reads: Reads, language: str) -> _Labels:
    return _Labels(
        language=language,
        status=reads.labels("case_status"),
        documents=reads.labels("document_kind"),
        movement_status=reads.labels("movement_status"),
        places={place.id: place for place in reads.places()},
        countries=reads.countries(),
        areas={area.code: area for area in reads.areas()},
    )


def _people(reads: Reads, where: v.PeopleFilter) -> Sequence[v.PersonRow]:
    rows: list[v.PersonRow] = []
    while True:
        page = reads.people_page(where, len(rows), _PAGE)
        rows += page
        if len(page) < _PAGE:
            return rows


def _person(row: v.PersonRow, labels: _Labels, today: date) -> SummaryPerson:
    region, district = labels.region_and_district(row.destination_area)
    place = labels.places.get(row.place_id) if row.place_id else None
    latin_family, latin_given = row.latin_or_suggested
    since = row.since_on
    return SummaryPerson(
        reg_no=row.reg_no,
        family_name=row.family_name,
        given_names=row.given_names,
        patronymic=row.patronymic,
        latin_family_name=latin_family,
        latin_given_names=latin_given,
        sex=row.sex.value if row.sex else "",
        birth=_birth(row),
        age=_age(row, today),
        nationality=row.nationality or "",
        document_kind=labels.of(labels.documents, row.document.kind) if row.document else "",
        document_number=row.document.number if row.document else "",
        expires=row.document.expires_on if row.document else None,
        stage=_STAGES.get(row.status, Stage.OTHER),
        status=labels.of(labels.status, row.status),
        place=labels.place(row.place_id) or row.place_text,
        country=labels.of(labels.countries, place.country) if place and place.country else "",
        since=since,
        waiting_days=(today - since).days if since else None,
        region=region,
        district=district,
        phone=row.phone,
        group=row.group_label,
        movement=row.movement_code,
        unaccompanied=is_child(row.birth, today) and row.group_id is None,
    )


def _birth(row: v.PersonRow) -> date | str | None:
    if row.birth is None:
        return None
    return row.birth.earliest if row.birth.earliest == row.birth.latest else row.birth.iso


def _age(row: v.PersonRow, today: date) -> int | None:
    """Completed years where the date leaves no doubt about them."""
    if row.birth is None:
        return None
    youngest, oldest = row.birth.ages_on(today)
    return youngest if youngest == oldest else None


def _movement(row: v.MovementRow, labels: _Labels) -> SummaryMovement:
    departure = None
    if row.departure_local and row.departure_zone:
        departure = datetime.fromisoformat(row.departure_local).replace(
            tzinfo=ZoneInfo(row.departure_zone)
        )
    ends = [labels.place(row.from_place_id), labels.place(row.to_place_id)]
    return SummaryMovement(
        code=row.code,
        route=" – ".join(filter(None, ends)),
        status=labels.of(labels.movement_status, row.status),
        departure=departure,
        vehicles=row.vehicles,
        travellers=row.travellers,
    )
