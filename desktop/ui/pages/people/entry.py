"""What an officer typed on a person's page: plain texts, so that nothing typed is ever lost."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from desktop.domain.values import DocumentState
from desktop.usecases.views import DocumentRow, PersonDetail


@dataclass(frozen=True)
class PaperEntry:
    """An identity document as typed; `id` of one already stored, else ''.

    Dates are ISO texts once they were understood, else what was typed.
    """

    id: str = ""
    kind: str = "passport"
    number: str = ""
    state: str = DocumentState.HELD.value
    issuing_state: str = ""
    issued: str = ""
    expires: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of a document."""
        return self == PaperEntry()


@dataclass(frozen=True)
class PersonEntry:
    """A person as typed. The birth date is the ISO text of a partial date once understood."""

    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    other_names: str = ""
    sex: str = ""
    sex_inferred: bool = False
    birth: str = ""
    birth_place: str = ""
    nationality: str = ""
    """Code of a country, or a text that is none."""
    occupation: str = ""
    email: str = ""
    papers: tuple[PaperEntry, ...] = ()
    phones: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    place_id: str = ""
    place_text: str = ""
    since: str = ""
    destination_area: str = ""
    destination_text: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Merged:
    """An entry brought onto a newer record; `clashes` are fields that both sides changed,
    with what is stored now."""

    entry: PersonEntry
    clashes: Mapping[str, Any] = field(default_factory=dict)


def entry_of(detail: PersonDetail) -> PersonEntry:
    """A stored person as the page shows it for editing."""
    row = detail.row
    return PersonEntry(
        family_name=row.family_name,
        given_names=row.given_names,
        patronymic=row.patronymic,
        latin_family_name=row.latin_family_name,
        latin_given_names=row.latin_given_names,
        other_names=", ".join(detail.other_names),
        sex=row.sex or "",
        sex_inferred=row.sex_inferred,
        birth=row.birth.iso if row.birth else "",
        birth_place=detail.birth_place,
        nationality=row.nationality or "",
        occupation=detail.occupation,
        email=detail.email,
        papers=tuple(_paper(paper) for paper in detail.documents),
        phones=detail.phones,
        needs=tuple(sorted(row.needs)),
        place_id=str(row.place_id or ""),
        place_text=row.place_text,
        since=row.since_on.isoformat() if row.since_on else "",
        destination_area=row.destination_area or "",
        destination_text=row.destination_text,
        notes=detail.notes,
    )


def _paper(paper: DocumentRow) -> PaperEntry:
    return PaperEntry(
        id=str(paper.id),
        kind=paper.kind,
        number=paper.number,
        state=paper.state,
        issuing_state=paper.issuing_state or "",
        issued=paper.issued_on.isoformat() if paper.issued_on else "",
        expires=paper.expires_on.isoformat() if paper.expires_on else "",
    )


def merge(base: PersonEntry, typed: PersonEntry, stored: PersonEntry) -> Merged:
    """Bring what was typed on `base` onto what is `stored` now, field by field.

    A field that one side changed takes that side's value; where both did, what was typed
    stays and the stored value is told.
    """
    changes: dict[str, Any] = {}
    clashes: dict[str, Any] = {}
    for one in fields(PersonEntry):
        before, mine, theirs = (getattr(entry, one.name) for entry in (base, typed, stored))
        if mine == before:
            changes[one.name] = theirs
        elif theirs not in (before, mine):
            clashes[one.name] = theirs
    return Merged(replace(typed, **changes), clashes)


def to_plain(entry: PersonEntry) -> dict[str, Any]:
    """The entry as JSON can hold it."""
    return asdict(entry)


def from_plain(values: Mapping[str, Any]) -> PersonEntry:
    """An entry from JSON; what another version wrote and this one does not know is dropped.

    Raises ValueError or TypeError for anything that is not an entry.
    """
    plain = _known(PersonEntry, values)
    plain["papers"] = tuple(PaperEntry(**_known(PaperEntry, one)) for one in plain["papers"])
    for name in ("phones", "needs"):
        plain[name] = tuple(str(text) for text in plain[name])
    return PersonEntry(**plain)


def _known(kind: type[PersonEntry] | type[PaperEntry], values: Mapping[str, Any]) -> dict[str, Any]:
    found = asdict(kind())
    for name, usual in found.items():
        value = values.get(name, usual)
        if isinstance(usual, str | bool) and not isinstance(value, type(usual)):
            raise ValueError(name)
        found[name] = value
    return found
