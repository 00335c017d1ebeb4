"""What a summary for the ministry is made of: people, movements and whose they are.

Labels arrive in the language of the book; codes and numbers arrive bare. The figures are
not here: `reports.summaries` counts them from the people, so that they always agree.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far the return of a person has come, as the columns of the tables count it."""

    WAITING = "waiting"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPerson:
    """One person of the summary; an empty text or None means that it is not known.

    `sex` is F, M or X; `birth` is a day, or a text such as "1987" when only that is known;
    `age` and `waiting_days` are completed years and days at the moment of the data;
    `nationality` is a code such as TJK. `status`, `place`, `country`, `document_kind`,
    `region` and `district` are labels.
    """

    reg_no: str
    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    sex: str = ""
    birth: date | str | None = None
    age: int | None = None
    nationality: str = ""
    document_kind: str = ""
    document_number: str = ""
    expires: date | None = None
    stage: Stage = Stage.WAITING
    status: str = ""
    place: str = ""
    country: str = ""
    since: date | None = None
    waiting_days: int | None = None
    region: str = ""
    district: str = ""
    phone: str = ""
    group: str = ""
    movement: str = ""
    unaccompanied: bool = False

    @property
    def name(self) -> str:
        """Family name, given names and patronymic in the script they were given in."""
        return " ".join(filter(None, (self.family_name, self.given_names, self.patronymic)))

    @property
    def latin_name(self) -> str:
        """Family name and given names as in the passport."""
        return " ".join(filter(None, (self.latin_family_name, self.latin_given_names)))

    @property
    def yet_to_arrive(self) -> bool:
        """Whether the person is waiting or on the way."""
        return self.stage in (Stage.WAITING, Stage.ON_THE_WAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryMovement:
    """One movement; `departure` and `arrival` are aware, in the zone of their place.

    `travellers` are planned; `boarded` and `arrived` are None until they have been counted.
    Raises ValueError for a time without a zone.
    """

    code: str
    route: str = ""
    status: str = ""
    departure: datetime | None = None
    arrival: datetime | None = None
    vehicles: int = 0
    travellers: int = 0
    boarded: int | None = None
    arrived: int | None = None

    def __post_init__(self) -> None:
        for moment in (self.departure, self.arrival):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("a time of a movement needs a time zone")

    @property
    def difference(self) -> int | None:
        """People who arrived less those planned; None until the arrived are counted."""
        return None if self.arrived is None else self.arrived - self.travellers


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryModel:
    """Everything that a summary workbook shows.

    `moment` is the moment of the data, aware and in the office's own zone; `zone` is how
    that zone is called, such as "Almaty, UTC+6". `made_at` is when the book was made, the
    same as `moment` when None. `arrived_since` begins the period whose arrivals are counted.
    Raises ValueError for a moment without a zone.
    """

    office_code: str
    office_lines: tuple[str, ...]
    moment: datetime
    zone: str
    filter_sentence: str
    officer: str
    version: int
    people: tuple[SummaryPerson, ...] = ()
    movements: tuple[SummaryMovement, ...] = ()
    arrived_since: date | None = None
    made_at: datetime | None = None
    program: str = "Homeward"

    def __post_init__(self) -> None:
        for moment in (self.moment, self.made_at):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("the moment of the data needs a time zone")

    @property
    def list_hash(self) -> str:
        """SHA-256 of who is on the list, 64 hexadecimal digits in lower case.

        One line per person in the order of registration numbers, fields separated by tabs,
        NFC, UTF-8. The language of the book does not enter, so that its translations carry
        the same hash.
        """
        digest = hashlib.sha256()
        for person in sorted(self.people, key=lambda person: person.reg_no):
            birth = person.birth.isoformat() if isinstance(person.birth, date) else person.birth
            fields = (
                person.reg_no,
                person.name,
                person.latin_name,
                birth or "",
                person.sex,
                person.nationality,
                person.document_number,
            )
            # Tabs and line ends inside a value would let two different lists look alike.
            line = "\t".join(" ".join(field.split()) for field in fields)
            normal = unicodedata.normalize("NFC", line) + "\n"
            digest.update(normal.encode("utf-8", errors="surrogatepass"))
        return digest.hexdigest()


def summary_file_name(office: str, day: date, version: int, language: str) -> str:
    """Name of the file: ALA_2020-11-12_ministry-summary_v1_ru.xlsx. Never a person's name."""
    safe_office = re.sub(r"[^A-Za-z0-9-]+", "-", office).strip("-") or "office"
    safe_language = re.sub(r"[^A-Za-z0-9-]+", "-", language)
    return f"{safe_office}_{day.isoformat()}_ministry-summary_v{version}_{safe_language}.xlsx"
