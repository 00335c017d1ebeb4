"""People and movements for tests, made through the use cases."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desktop.domain.partial_dates import PartialDate
from desktop.domain.people import GroupMember, TravelGroup
from desktop.domain.values import GroupRole, Sex
from desktop.usecases.movements import (
    LegForm,
    MovementForm,
    VehicleForm,
    add_travellers,
    plan_movement,
)
from desktop.usecases.people import register_person
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.ports import Desk


def form(
    family: str = "Раҳмонов",
    given: str = "Фирӯз",
    patronymic: str = "Саидович",
    born: date | None = date(1988, 3, 14),
    document: str = "402118843",
    sex: Sex | None = Sex.MALE,
    phone: str = "+7 701 555 01 42",
) -> PersonForm:
    """A form like the ones at the counter."""
    return PersonForm(
        family_name=family,
        given_names=given,
        patronymic=patronymic,
        birth=PartialDate.of_day(born) if born else None,
        sex=sex,
        nationality="TJK",
        documents=(DocumentForm("passport", document, expires_on=date(2029, 5, 12)),)
        if document
        else (),
        phones=((phone, "+" + "".join(filter(str.isdigit, phone))),) if phone else (),
    )


def register(desk: Desk, person: PersonForm | None = None) -> UUID:
    """Register one person; returns the id."""
    return register_person(desk, person or form())[0]


def gather(desk: Desk, members: Mapping[UUID, GroupRole], label: str = "G-01") -> None:
    """Make a travel group of people in their roles."""
    with desk.store.write("group") as work:
        group = TravelGroup(
            id=desk.new_id(),
            office_id=desk.store.actor.office_id,
            label=label,
            created_at=desk.now(),
        )
        work.add(group)
        for place, (person_id, role) in enumerate(members.items()):
            work.add(
                GroupMember(
                    id=desk.new_id(),
                    group_id=group.id,
                    person_id=person_id,
                    role=role,
                    position=place,
                )
            )
        work.commit()


def plan(desk: Desk, *people: UUID, layouts: tuple[str, ...] = ("bus-49",)) -> UUID:
    """A movement over the border at Zhibek Zholy with these people on it."""
    with desk.store.read() as reads:
        points = {point.place.code: point for point in reads.crossing_points()}
    border, home = points["cp-zhibek-zholy"], points["cp-oybek"]
    leg = LegForm(
        from_place_id=border.place.id,
        to_place_id=home.place.id,
        departure_local="2020-11-12T23:30",
        arrival_local="2020-11-13T02:40",
        crossing_place_id=border.place.id,
        exit_post_id=border.posts[0].id,
        entry_post_id=border.posts[1].id,
        exit_local="2020-11-12T23:30",
        entry_local="2020-11-12T22:40",
        corridor_minutes=240,
    )
    vehicles = tuple(
        VehicleForm(layout, f"Bus {number}", f"40{number} KZA 02", drivers=(("Ким В. С.", ""),))
        for number, layout in enumerate(layouts, 1)
    )
    movement_id, _ = plan_movement(desk, MovementForm("Home", (leg,), vehicles))
    if people:
        add_travellers(desk, movement_id, people)
    return movement_id
