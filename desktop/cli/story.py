"""The story end to end on a list: import, movement, seats, lists, summary, in a fresh register."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.bootstrap import OpenDesk, open_desk
from desktop.errors import UserError
from desktop.files.saving import save_papers
from desktop.paths import resources_dir
from desktop.settings import Settings
from desktop.usecases.dispatching import Paper, record_dispatch
from desktop.usecases.importing import ImportResult, import_list
from desktop.usecases.movements import (
    LegForm,
    MovementForm,
    VehicleForm,
    add_travellers,
    plan_movement,
)
from desktop.usecases.papers import make_list_papers, make_summary_paper, second_language
from desktop.usecases.ports import Desk, Reads
from desktop.usecases.seating import auto_seat
from desktop.usecases.views import CrossingRow

SAMPLE = "samples/zhibek-zholy-102.xlsx"
DATABASE = "homeward.db"
BORDER, BORDER_HOME = "cp-zhibek-zholy", "cp-oybek"
LANGUAGES = ("ru", "en", "fr")
_BUS, _MINIBUS, _BUS_SEATS, _MINIBUS_SEATS = "bus-49", "minibus-16", 49, 16
_CORRIDOR_MINUTES = 240

STORY_OFFICE = Settings(
    office_code="ALA",
    office_names={
        "en": "Embassy of the Republic of Tajikistan in Kazakhstan",
        "fr": "Ambassade de la République du Tadjikistan au Kazakhstan",
        "ru": "Посольство Республики Таджикистан в Республике Казахстан",
        "tg": "Сафорати Ҷумҳурии Тоҷикистон дар Ҷумҳурии Қазоқистон",
    },
    office_zone="Asia/Almaty",
    officer_name="Раҳимзода Ф. А.",
)


@dataclass
class ToldStory:
    """What was done, in codes with parameters, and every file that was made."""

    folder: Path
    steps: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    problems: int = 0
    numbers: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The story as one JSON document."""
        return {
            "folder": str(self.folder),
            "database": str(self.folder / DATABASE),
            **self.numbers,
            "problems": self.problems,
            "files": [str(path) for path in self.files],
        }


def tell_story(folder: Path, source: Path | None, settings: Settings) -> ToldStory:
    """Live through the story in `folder`, which must not hold a register yet.

    Raises:
        UserError: `demo.exists`, or what import, seating and papers refuse.
    """
    database = folder / DATABASE
    if database.exists():
        raise UserError("demo.exists", folder=folder.name)
    told = ToldStory(folder)
    office = settings if settings.office_code else _story_office(settings)
    opened = open_desk(str(database), office, in_child=False)
    try:
        _tell(opened, source or resources_dir() / SAMPLE, told)
    finally:
        opened.close()
    return told


def _story_office(settings: Settings) -> Settings:
    return replace(
        STORY_OFFICE, language=settings.language, theme=settings.theme, paper=settings.paper
    )


def _tell(opened: OpenDesk, source: Path, told: ToldStory) -> None:
    desk = opened.desk
    told.files.append(told.folder / DATABASE)
    read = desk.workshop.read_list(source)
    with desk.store.read() as reads:
        border = _crossing(reads, BORDER)
    result = import_list(desk, read, place_id=border.place.id)
    told.problems = len(result.problems)
    _note_import(told, read.file_name, result)
    people = [row.person_id for row in result.rows if row.person_id]
    movement_id, code = _movement(desk, len(people))
    add_travellers(desk, movement_id, people)
    plan = auto_seat(desk, movement_id)
    told.steps.append(("demo.movement", {"movement": code}))
    told.steps.append(("demo.seated", {"seated": plan.seated, "unmet": len(plan.unmet)}))
    told.numbers |= {
        "movement": code,
        "seated": plan.seated,
        "unseated": len(people) - plan.seated,
        "groups_split": plan.groups_split,
        "unmet": [{"code": code, **params} for code, params in plan.unmet],
    }
    with desk.store.read() as reads:
        detail = reads.movement_detail(movement_id)
    told.numbers["vehicles"] = [
        {"layout": one.layout, "seats": len(one.seats), "seated": one.taken}
        for one in detail.vehicles
    ]
    for language in LANGUAGES:
        formats = ["pdf", "xlsx"] if language == LANGUAGES[0] else ["pdf"]
        second = second_language(language)
        papers = make_list_papers(desk, movement_id, "border_service", language, second, formats)
        _save(desk, told, told.folder / "manifests", papers, "border_service")
    for language in LANGUAGES:
        _save(desk, told, told.folder, [make_summary_paper(desk, language)], "ministry")


def _note_import(told: ToldStory, file_name: str, result: ImportResult) -> None:
    told.steps.append(
        (
            "demo.imported",
            {
                "file": file_name,
                "rows": result.rows_read,
                "created": result.created,
                "doubts": len(result.problems),
            },
        )
    )
    told.numbers |= {
        "rows_read": result.rows_read,
        "created": result.created,
        "matched": result.matched,
        "review": result.review,
        "rejected": result.rejected,
        "batch": str(result.batch_id),
        "people": result.created,
    }


def _movement(desk: Desk, people: int) -> tuple[UUID, str]:
    """From Zhibek Zholy across Uzbekistan to Fotehobod, tomorrow night."""
    with desk.store.read() as reads:
        first, second = _crossing(reads, BORDER), _crossing(reads, BORDER_HOME)
    out, into = _posts(first, "KAZ", "UZB")
    leaving, entering = _posts(second, "UZB", "TJK")
    start = datetime.combine(desk.now().date() + timedelta(days=1), time(23, 30))
    start = start.replace(tzinfo=ZoneInfo(out.zone))
    entry = start + timedelta(minutes=10)
    end = entry + timedelta(minutes=_CORRIDOR_MINUTES)
    home = end + timedelta(minutes=20)
    form = MovementForm(
        title="Zhibek Zholy – Fotehobod",
        legs=(
            LegForm(
                from_place_id=first.place.id,
                to_place_id=second.place.id,
                departure_local=_wall(start, out.zone),
                arrival_local=_wall(end, leaving.zone),
                distance_km=118,
                crossing_place_id=first.place.id,
                exit_post_id=out.id,
                entry_post_id=into.id,
                exit_local=_wall(start, out.zone),
                entry_local=_wall(entry, into.zone),
                corridor_minutes=_CORRIDOR_MINUTES,
            ),
            LegForm(
                from_place_id=second.place.id,
                to_place_id=second.place.id,
                departure_local=_wall(end, leaving.zone),
                arrival_local=_wall(home, entering.zone),
                crossing_place_id=second.place.id,
                exit_post_id=leaving.id,
                entry_post_id=entering.id,
                exit_local=_wall(end, leaving.zone),
                entry_local=_wall(home, entering.zone),
            ),
        ),
        vehicles=tuple(_vehicles(people)),
    )
    movement_id, _ = plan_movement(desk, form)
    with desk.store.read() as reads:
        return movement_id, reads.movement_detail(movement_id).code


def _vehicles(people: int) -> Iterable[VehicleForm]:
    """Two buses and a minibus as in the story, and as many buses more as the list needs."""
    buses = max(2, -(-(people - _MINIBUS_SEATS) // _BUS_SEATS))
    for number in range(1, buses + 1):
        yield VehicleForm(_BUS, f"Bus {number}", f"{400 + number} KZA 02")
    yield VehicleForm(_MINIBUS, "Minibus", f"{401 + buses} KZA 02")


def _crossing(reads: Reads, code: str) -> CrossingRow:
    """A crossing point of the story's road."""
    for point in reads.crossing_points():
        if point.place.code == code:
            return point
    raise UserError("demo.no_crossing", crossing=code)


def _posts(point: CrossingRow, out: str, into: str) -> tuple[Any, Any]:
    by_country = {post.country: post for post in point.posts}
    return by_country[out], by_country[into]


def _wall(moment: datetime, zone: str) -> str:
    """Wall-clock time there, as plans keep it."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


def _save(desk: Desk, told: ToldStory, folder: Path, papers: list[Paper], recipient: str) -> None:
    files = save_papers(folder, papers)
    told.files += files
    told.steps += [("demo.file", {"file": path.name}) for path in files]
    record_dispatch(desk, "saved", papers, recipient)
