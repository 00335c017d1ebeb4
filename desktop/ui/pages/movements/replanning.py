"""Changing the plan of a movement that stands. No widgets; its methods run in jobs."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from desktop.errors import Conflict, UserError
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.planning import PlanReader
from desktop.ui.pages.movements.shown import vehicle_name
from desktop.ui.pages.movements.stored_plan import StoredPlan, stored_plan
from desktop.ui.wording import shown_name
from desktop.usecases.movements import MovementForm
from desktop.usecases.ports import Desk
from desktop.usecases.replanning import change_plan, losing_seats
from desktop.usecases.views import MovementDetail


@dataclass(frozen=True)
class Unseated:
    """A traveller whose seat would be gone."""

    id: UUID
    name: str
    seat: str
    vehicle: str


@dataclass(frozen=True)
class Replanning:
    """Reads a stored plan and stores it changed; `reader` understands what was typed today."""

    desk: Desk
    reader: PlanReader

    def stored(self, movement_id: UUID) -> StoredPlan:
        """The plan as it is stored now.

        Raises:
            UserError: `record.gone`.
        """
        return stored_plan(self.reader.route, self._read(movement_id))

    def change(
        self, stored: StoredPlan, form: MovementForm, told: Collection[UUID]
    ) -> Done | tuple[Unseated, ...]:
        """Store a changed plan, or answer who would lose a seat and is not among the `told`.

        Others may have moved travellers since the plan was read; only a plan that is another
        now is refused.

        Raises:
            Conflict: `record.changed_meanwhile`, `movement.not_changeable`.
            UserError: as `change_plan`.
        """
        movement = self._read(stored.movement_id)
        if stored_plan(self.reader.route, movement).draft != stored.draft:
            raise Conflict("record.changed_meanwhile")
        losing = losing_seats(self.desk, movement.id, form.vehicles)
        if set(losing).difference(told):
            return self._unseated(movement, losing)
        change = change_plan(self.desk, movement.id, movement.version, form, unseated=losing)
        return Done(self.reader.texts.t("Plan of {code} changed", code=movement.code), change)

    def _read(self, movement_id: UUID) -> MovementDetail:
        with self.desk.store.read() as reads:
            movement = reads.movement_detail(movement_id)
            if reads.movement_named(movement.code) != movement_id:
                raise UserError("record.gone")
            return movement

    def _unseated(self, movement: MovementDetail, losing: Collection[UUID]) -> tuple[Unseated, ...]:
        names = {
            vehicle.id: vehicle_name(self.reader.texts, self.reader.book, vehicle)
            for vehicle in movement.vehicles
        }
        return tuple(
            Unseated(one.id, shown_name(one.person), one.seat, names[one.vehicle_id])
            for one in movement.travellers
            if one.id in losing and one.vehicle_id in names
        )
