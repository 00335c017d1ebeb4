"""A register with any number of people who do not exist, put in quickly, for the People pages."""

from datetime import timedelta

from benchmarks.generate import people

from desktop.domain.partial_dates import PartialDate
from desktop.domain.people import GroupMember, TravelGroup
from desktop.domain.values import DocumentState, GroupRole, Sex
from desktop.usecases.people import registration_numbers
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.person_records import NewRecords, new_person
from desktop.usecases.ports import Desk

_BATCH = 2_000


def fill_register(desk: Desk, count: int, seed: int = 1) -> None:
    """Put `count` people in, households as travel groups, through the batches of an import."""
    with desk.store.read() as reads:
        districts = {(area.parent, area.names["ru"]): area.code for area in reads.areas()}
        places = {place.code: place.id for place in reads.places()}
    rows = list(people(count, seed))
    for start in range(0, count, _BATCH):
        batch = rows[start : start + _BATCH]
        with desk.store.write("import") as work:
            numbers = iter(registration_numbers(desk, work, len(batch)))
            new = NewRecords()
            households: dict[str, list[tuple[dict[str, str], object]]] = {}
            for position, row in enumerate(batch):
                area = districts.get((row["region"], row["district"]), row["region"])
                form = _form(row, area, position)
                if position % 3:
                    place = places["cp-zhibek-zholy"]
                    since = desk.now().date() - timedelta(days=position % 60)
                    form = PersonForm(**{**vars(form), "place_id": place, "since_on": since})
                person_id = new_person(desk, form, next(numbers), new)
                households.setdefault(row["household"], []).append((row, person_id))
            new.store(work)
            families = [one for one in households.values() if len(one) > 1]
            labels = iter(work.next_numbers(desk.store.actor.office_id, "group", 0, len(families)))
            for family in families:
                group = TravelGroup(
                    id=desk.new_id(),
                    office_id=desk.store.actor.office_id,
                    label=f"G-{next(labels):02d}",
                    created_at=desk.now(),
                )
                work.add(group)
                for place_in_group, (row, person_id) in enumerate(family):
                    work.add(
                        GroupMember(
                            id=desk.new_id(),
                            group_id=group.id,
                            person_id=person_id,
                            role=GroupRole(row["role"]),
                            position=place_in_group,
                        )
                    )
            work.commit()


def _form(row: dict[str, str], area: str, position: int) -> PersonForm:
    state = DocumentState.LOST if position % 11 == 5 else DocumentState.HELD
    number = row["document_number"]
    kind = "birth_certificate" if number.startswith("I-") else "passport"
    expires = None
    if kind == "passport":
        expires = PartialDate.from_iso("2020-12-20").earliest + timedelta(days=position % 3000)
    return PersonForm(
        family_name=row["family_name"],
        given_names=row["given_names"],
        patronymic=row["patronymic"],
        latin_family_name=row["latin_family_name"],
        latin_given_names=row["latin_given_names"],
        latin_from_document=bool(row["latin_family_name"]),
        sex=Sex(row["sex"]),
        sex_inferred=position % 4 == 0,
        birth=PartialDate.from_iso(row["birth"]),
        nationality="TJK",
        documents=(DocumentForm(kind, number, state, expires_on=expires),) if number else (),
        phones=((row["phone"], row["phone"]),) if row["phone"] else (),
        destination_area=area,
        source="import",
    )
