"""What is done to a movement that stands: each action answers what to tell the officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.ui.pages.movements.planning import VehicleDraft, vehicle_form
from desktop.usecases.movements import add_travellers, add_vehicle, remove_travellers, set_leader
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.seating import auto_seat, release_seat, take_seat
from reports.texts import Texts


@dataclass(frozen=True)
class Done:
    """What was done, in words, with the change that can be undone."""

    words: str
    change: ChangeSet


@dataclass(frozen=True)
class MovementActions:
    """All of them raise `movement.not_changeable` (Conflict) once the movement has left."""

    desk: Desk
    texts: Texts

    def add_people(self, movement_id: UUID, people: Sequence[UUID]) -> Done:
        """Put people on a movement.

        Raises:
            Conflict: `movement.person_elsewhere`.
        """
        change = add_travellers(self.desk, movement_id, people)
        words = self.texts.n("{n} traveller added", "{n} travellers added", len(people))
        return Done(words, change)

    def add_vehicle(self, movement_id: UUID, vehicle: VehicleDraft) -> Done:
        """Add a vehicle at the end of the convoy."""
        change = add_vehicle(self.desk, movement_id, vehicle_form(vehicle))
        return Done(self.texts.t("{vehicle} added", vehicle=vehicle.name), change)

    def remove(self, travellers: Sequence[UUID], reason: str) -> Done:
        """Take a person, or a whole group, off a movement.

        Raises:
            Conflict: `record.changed_meanwhile` when one of them is off it already.
        """
        change = remove_travellers(self.desk, travellers, reason)
        words = self.texts.n(
            "{n} traveller taken off the movement",
            "{n} travellers taken off the movement",
            len(travellers),
        )
        return Done(words, change)

    def lead(self, movement_id: UUID, person_id: UUID) -> Done:
        """Name the traveller who speaks for everybody."""
        return Done(self.texts.t("Leader named"), set_leader(self.desk, movement_id, person_id))

    def seat_all(self, movement_id: UUID) -> Done:
        """Seat everybody, groups together."""
        seated = auto_seat(self.desk, movement_id)
        words = self.texts.n("{n} traveller seated", "{n} travellers seated", seated.seated)
        return Done(words, seated.change)

    def move(self, traveller_id: UUID, vehicle_id: UUID, vehicle: str, seat: str) -> Done:
        """Seat one traveller by hand; whoever sat there changes places.

        Raises:
            UserError: `seats.unknown`.
            Conflict: `seats.taken`.
        """
        change = take_seat(self.desk, traveller_id, vehicle_id, seat)
        words = self.texts.t("Moved to {vehicle}, seat {seat}", vehicle=vehicle, seat=seat)
        return Done(words, change)

    def release(self, traveller_id: UUID) -> Done:
        """Give a seat back; automatic seating chooses again."""
        return Done(self.texts.t("Seat given back"), release_seat(self.desk, traveller_id))
