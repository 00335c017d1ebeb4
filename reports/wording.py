"""Sentences of a list in the two languages of a paper, each from its own catalogue."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reports import terms
from reports.ages import INFANT_YEARS, months, years
from reports.model import (
    Change,
    ChangeKind,
    Group,
    GroupKind,
    ManifestModel,
    Pair,
    PartialDate,
    Row,
    Vehicle,
)
from reports.terms import Say
from reports.texts import Texts
from reports.totals import Totals


@dataclass(frozen=True)
class Wording:
    """The languages of a paper; `second` is None on a paper in one language."""

    first: Texts
    second: Texts | None = None

    def pair(self, say: Say) -> Pair:
        """What `say` says in both languages; the second only where it differs."""
        first = say(self.first)
        second = say(self.second) if self.second is not None else ""
        return Pair(first, second if second != first else "")

    def last(self, say: Say) -> str:
        """What `say` says in the second language, or in the first of a one-language paper."""
        return say(self.first if self.second is None else self.second)

    def shown(self, given: Pair) -> Pair:
        """A text of the caller as this paper shows it."""
        second = given.second if self.second is not None else ""
        return Pair(given.first, second if second != given.first else "")


def joined(pair: Pair) -> str:
    """Both languages on one line."""
    return f"{pair.first} · {pair.second}" if pair.second else pair.first


def title(words: Wording, model: ManifestModel) -> Pair:
    """Title of a list."""
    if model.title is not None:
        return words.shown(model.title)
    return words.pair(lambda t: t.t("Passenger list"))


def subtitle(words: Wording, model: ManifestModel) -> str:
    """Title in the second language, and for whom the list is."""
    recipient = words.shown(model.recipient)
    parts = (title(words, model).second, recipient.second or recipient.first)
    return " · ".join(filter(None, parts))


def data_line(words: Wording, model: ManifestModel) -> Pair:
    """Whose eyes the list is for."""
    if model.data_line is not None:
        return words.shown(model.data_line)
    return words.pair(lambda t: t.t("Personal data. For official use only"))


def issue_line(t: Texts, model: ManifestModel) -> str:
    """Number, version and time of issue on the clock of the office."""
    place = ", ".join(filter(None, (model.issued_place, zone(model.issued_at))))
    return t.t(
        "List {number} · version {version} · issued {moment} ({zone})",
        number=model.number,
        version=model.version,
        moment=moment(t, model.issued_at),
        zone=place,
    )


def moment(t: Texts, at: datetime) -> str:
    """Day and hour on the clock where it happens."""
    return t.t("{date} {time}", date=t.paper(at.date()), time=f"{at:%H:%M}")


def zone(at: datetime) -> str:
    """Distance from UTC: UTC+6, UTC+5:30, UTC–3."""
    offset = at.utcoffset() or timedelta()
    minutes = abs(offset) // timedelta(minutes=1)
    sign = "–" if offset < timedelta() else "+"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}"


def vehicle_model(t: Texts, one: Vehicle) -> str:
    """Make of a vehicle and its seats, as far as known."""
    if one.seats is None:
        return one.model
    if not one.model:
        return t.n("{n} seat", "{n} seats", one.seats)
    return t.n("{model}, {n} seat", "{model}, {n} seats", one.seats, model=one.model)


def convoy_size(t: Texts, vehicles: tuple[Vehicle, ...]) -> str:
    """Number of vehicles, as buses where all are."""
    size = len(vehicles)
    if all(one.kind == "bus" for one in vehicles):
        return t.n("{n} bus", "{n} buses", size)
    return t.n("{n} vehicle", "{n} vehicles", size)


def people(t: Texts, count: int) -> str:
    """A number of people."""
    return t.n("{n} person", "{n} people", count)


def people_in_words(t: Texts, count: int) -> str:
    """A number of people in figures and in words, so that no figure can be added."""
    words = t.number_words(count)
    if words in {str(count), t.number(count)}:
        return people(t, count)
    return t.n("{n} ({words}) person", "{n} ({words}) people", count, words=words)


def birth(t: Texts, value: PartialDate | None) -> str:
    """Birth date with no more than what is known."""
    if value is None:
        return t.tc("birth date", "not known")
    match value.precision:
        case "day":
            return t.paper(value.earliest)
        case "month":
            return f"{value.earliest:%m}.{value.earliest.year}"
        case "year":
            return str(value.earliest.year)
    if value.earliest.year == value.latest.year:
        return t.tc("birth date", "about {year}", year=value.earliest.year)
    return f"{value.earliest.year}–{value.latest.year}"


def age(t: Texts, value: PartialDate | None, on: date) -> str:
    """Age on a day: months under two years, both ends where the birth date leaves it open."""
    spans = years(value, on), months(value, on)
    if spans[0] is None or spans[1] is None:
        return ""
    if spans[0][1] < INFANT_YEARS:
        youngest, oldest = spans[1]
        if oldest == 0:
            return t.t("under 1 month")
        if youngest == oldest:
            return t.n("{n} month", "{n} months", oldest)
        return t.n("{youngest}–{n} month", "{youngest}–{n} months", oldest, youngest=youngest)
    youngest, oldest = spans[0]
    if youngest == oldest:
        return t.n("{n} year", "{n} years", oldest)
    return t.n("{youngest}–{n} year", "{youngest}–{n} years", oldest, youngest=youngest)


def short_age(t: Texts, value: PartialDate | None, on: date) -> str:
    """Age for a narrow column: bare years, words only under two."""
    span = years(value, on)
    if span is None or span[1] < INFANT_YEARS:
        return age(t, value, on)
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def dated_document(t: Texts, row: Row) -> str:
    """Kind of the document and its last day."""
    kind = terms.document(t, row)
    if row.document_expires_on is None:
        return kind
    day = t.paper(row.document_expires_on)
    return t.tc("validity", "{document} until {date}", document=kind, date=day)


def band(t: Texts, group: Group, name: str, escort: str) -> str:
    """Heading of a group; `name` and `escort` are spelled for the language."""
    size = len(group.rows)
    match group.kind:
        case GroupKind.FAMILY:
            return t.n(
                "Family {number}: {name}, {n} person",
                "Family {number}: {name}, {n} people",
                size,
                number=group.number,
                name=name,
            )
        case GroupKind.GROUP:
            return t.n(
                "Group {number}: {name}, {n} person",
                "Group {number}: {name}, {n} people",
                size,
                number=group.number,
                name=name,
            )
        case GroupKind.CHILDREN if group.escort is not None:
            return t.n(
                "Children without parents, {n}; escort {name}, No. {number}",
                "Children without parents, {n}; escort {name}, No. {number}",
                size,
                name=escort,
                number=group.escort.number,
            )
        case GroupKind.CHILDREN:
            return t.n("Children without parents, {n}", "Children without parents, {n}", size)
        case GroupKind.SINGLE:
            return t.n("Travelling alone, {n} person", "Travelling alone, {n} people", size)


def continued(t: Texts, heading: str) -> str:
    """Heading that is repeated on the next page."""
    return t.t("{heading}, continued", heading=heading)


def band_pair(words: Wording, group: Group) -> Pair:
    """Heading of a group, each language with its own spelling of the names."""
    escort = group.escort.name if group.escort is not None else Pair("")
    first = band(words.first, group, group.name.first, escort.first)
    if words.second is None:
        return Pair(first)
    name, guide = group.name.second or group.name.first, escort.second or escort.first
    return Pair(first, band(words.second, group, name, guide))


def sex_counts(t: Texts, totals: Totals) -> str:
    """Men, women and children of a list, and whoever can't be counted so."""
    parts = [
        t.t(
            "male {male}, female {female}, of them children under 18: {children}",
            male=t.number(totals.of_sex("M")),
            female=t.number(totals.of_sex("F")),
            children=t.number(totals.children),
        )
    ]
    if totals.of_sex("X"):
        parts.append(t.t("sex not stated: {count}", count=t.number(totals.of_sex("X"))))
    if totals.unknown_age:
        parts.append(t.t("age not known: {count}", count=t.number(totals.unknown_age)))
    return " · ".join(parts)


def day_month(t: Texts, day: date) -> str:
    """Day and month as this language prints them, for a place that is narrow."""
    return day.strftime(t.paper_date.replace("%Y", "").strip("./- "))


def change(t: Texts, one: Change) -> str:
    """A difference to an earlier version, with the value before and now where it has them."""
    if one.number is None:
        return one.name
    shown = {
        "number": one.number,
        "name": one.name,
        "old": one.old or "–",
        "new": one.new or "–",
    }
    match one.kind:
        case ChangeKind.SEAT:
            return t.t("No. {number} {name} from seat {old} to seat {new}", **shown)
        case ChangeKind.VEHICLE:
            return t.t("No. {number} {name} from vehicle {old} to vehicle {new}", **shown)
        case ChangeKind.NUMBER | ChangeKind.NAME | ChangeKind.DATA:
            return t.t("No. {number} {name} {old} to {new}", **shown)
    return t.t("No. {number} {name}", **shown)
