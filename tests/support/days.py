"""Days of work for tests: what an officer does, one thing after another, as chance has it."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.generate import people, write_xlsx
from benchmarks.registers import fill, form_of
from sqlalchemy import select
from support.desks import database_of, open_desk
from support.people import plan

from desktop.errors import Conflict
from desktop.storage.tables.log import operation
from desktop.usecases.importing import import_list
from desktop.usecases.movements import add_travellers
from desktop.usecases.people import correct_person, register_person
from desktop.usecases.person_forms import PersonForm
from desktop.usecases.ports import Desk, ReadList
from desktop.usecases.seating import auto_seat, take_seat
from desktop.usecases.undoing import undo
from desktop.usecases.views import PeopleFilter

PEOPLE, LISTS, LONGEST_LIST = 60, 12, 8
BEGUN = 5
"""Operations of a register that is only begun: office, people, plan, travellers, seats."""
RECENT = 20
"""Operations back to which an officer looks for one to undo."""


def begun_register(path: Path) -> list[ReadList]:
    """Make a register of `PEOPLE` people and a movement; answers lists to be taken in later."""
    desk = open_desk(str(path))
    fill(desk, people(PEOPLE))
    with desk.store.read() as reads:
        travelling = reads.people_ids(PeopleFilter(), 0, PEOPLE // 3)
    auto_seat(desk, plan(desk, *travelling, layouts=("minibus-16", "car-4")))
    lists = []
    for number in range(LISTS):
        file = path.with_name("list.xlsx")
        write_xlsx(file, 2 + number % (LONGEST_LIST - 1), seed=number + 2)
        lists.append(desk.workshop.read_list(file))
        file.unlink()
    database_of(desk).close()
    return lists


class Day:
    """An officer at work; `chance` says who, where and what with."""

    def __init__(self, desk: Desk, chance: Random, lists: Sequence[ReadList]) -> None:
        self._desk, self._chance, self._lists = desk, chance, lists

    def register(self) -> None:
        """Somebody comes to the counter."""
        register_person(self._desk, self._form())

    def take_list(self) -> None:
        """A list comes in, perhaps not for the first time."""
        import_list(self._desk, self._chance.choice(self._lists))

    def correct(self) -> None:
        """Everything about somebody is said anew."""
        with self._desk.store.read() as reads:
            place = self._chance.randrange(reads.people_count(PeopleFilter()))
            (person_id,) = reads.people_ids(PeopleFilter(), place, 1)
            version = reads.person_detail(person_id).version
        correct_person(self._desk, person_id, version, self._form())

    def plan(self) -> None:
        """Two vehicles for some who wait."""
        plan(self._desk, *self._waiting(), layouts=("car-4", "minibus-16"))

    def assign(self) -> None:
        """Some who wait get on a movement that is there."""
        add_travellers(self._desk, self._movement(), self._waiting())

    def seat(self) -> None:
        """The program gives seats."""
        auto_seat(self._desk, self._movement())

    def move(self) -> None:
        """Somebody is given a seat by hand."""
        with self._desk.store.read() as reads:
            movement = reads.movement_detail(self._movement())
        vehicle = self._chance.choice(movement.vehicles)
        seat = self._chance.choice(vehicle.seats).seat
        # Somebody without a seat cannot drive another one out.
        with contextlib.suppress(Conflict):
            take_seat(self._desk, self._chance.choice(movement.travellers).id, vehicle.id, seat)

    def undo(self) -> None:
        """Something recent is taken back, if nothing stands on it."""
        query = select(operation.c.id).where(operation.c.device_seq > BEGUN)
        with database_of(self._desk).engine.connect() as connection:
            recent = connection.scalars(query.order_by(operation.c.device_seq.desc()).limit(RECENT))
            chosen = self._chance.choice([*recent, None])
        with contextlib.suppress(Conflict):
            if chosen is not None:
                undo(self._desk, chosen)

    def _form(self) -> PersonForm:
        (row,) = people(1, seed=self._chance.randrange(1_000, 100_000))
        return form_of(row, row["region"])

    def _movement(self) -> UUID:
        with self._desk.store.read() as reads:
            return self._chance.choice([row.id for row in reads.movements() if row.travellers])

    def _waiting(self) -> list[UUID]:
        """One to four people who are on no movement, where there are any."""
        with self._desk.store.read() as reads:
            found = reads.people_ids(PeopleFilter(without_movement=True), 0, 30)
        return self._chance.sample(found, min(len(found), self._chance.randint(1, 4)))


ACTS: dict[str, Callable[[Day], None]] = {
    "register": Day.register,
    "import": Day.take_list,
    "correct": Day.correct,
    "plan": Day.plan,
    "assign": Day.assign,
    "seat": Day.seat,
    "move": Day.move,
    "undo": Day.undo,
}
"""Everything that can be done, by the word for it."""
