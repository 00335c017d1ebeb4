"""Movements: the list, one with everything, versions of its lists."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.storage.reads.people import PeopleReads
from desktop.storage.tables.movements import (
    crew_member,
    leg,
    manifest,
    movement,
    seat_assignment,
    traveller,
    vehicle,
    vehicle_seat,
)
from desktop.storage.tables.people import travel_group
from desktop.usecases import views as v


class MovementReads(PeopleReads):
    """Questions about movements."""

    def movements(self) -> list[v.MovementRow]:
        """All movements that are not put away, the latest first."""
        travellers = self._counts(traveller, traveller.c.active, traveller.c.retired_at.is_(None))
        vehicles = self._counts(vehicle, vehicle.c.retired_at.is_(None))
        seats = self._counts(
            vehicle_seat.join(vehicle, vehicle.c.id == vehicle_seat.c.vehicle_id),
            vehicle.c.retired_at.is_(None),
            by=vehicle_seat.c.movement_id,
        )
        seated: dict[UUID, int] = dict(
            self.connection.execute(
                select(
                    seat_assignment.c.movement_id,
                    func.count(seat_assignment.c.traveller_id.distinct()),
                ).group_by(seat_assignment.c.movement_id)
            ).all()
        )
        legs: defaultdict[UUID, list[Any]] = defaultdict(list)
        for row in self.connection.execute(
            select(leg).where(leg.c.retired_at.is_(None)).order_by(leg.c.position)
        ):
            legs[row.movement_id].append(row)
        query = (
            select(movement)
            .where(movement.c.retired_at.is_(None))
            .order_by(movement.c.created_at.desc())
        )
        return [
            v.MovementRow(
                id=row.id,
                code=row.code,
                title=row.title,
                status=row.status,
                mode=row.mode,
                from_place_id=legs[row.id][0].from_place_id if legs[row.id] else None,
                to_place_id=legs[row.id][-1].to_place_id if legs[row.id] else None,
                departure_local=legs[row.id][0].departure_local if legs[row.id] else "",
                departure_zone=legs[row.id][0].departure_zone if legs[row.id] else "",
                travellers=travellers.get(row.id, 0),
                seated=seated.get(row.id, 0),
                seats=seats.get(row.id, 0),
                vehicles=vehicles.get(row.id, 0),
            )
            for row in self.connection.execute(query)
        ]

    def _counts(self, table: Any, *conditions: Any, by: Any = None) -> dict[UUID, int]:
        by = table.c.movement_id if by is None else by
        query = select(by, func.count()).select_from(table).where(*conditions).group_by(by)
        return dict(self.connection.execute(query).all())

    def movement_named(self, code: str) -> UUID | None:
        """Id of the movement with this code, or of the one whose code ends so."""
        exact = self.connection.scalar(
            select(movement.c.id).where(movement.c.code == code, movement.c.retired_at.is_(None))
        )
        if exact is not None:
            return exact  # type: ignore[no-any-return]
        ends = self.connection.scalars(
            select(movement.c.id).where(
                movement.c.code.endswith(code, autoescape=True), movement.c.retired_at.is_(None)
            )
        ).all()
        return ends[0] if len(ends) == 1 else None

    def movement_detail(self, movement_id: UUID) -> v.MovementDetail:
        """One movement with legs, vehicles, seats and travellers.

        Raises:
            UserError: `record.gone`.
        """
        head = self.connection.execute(
            select(movement).where(movement.c.id == movement_id)
        ).one_or_none()
        if head is None:
            raise UserError("record.gone")
        legs = tuple(self._legs(movement_id))
        seats = self._seats(legs[0].id) if legs else {}
        return v.MovementDetail(
            id=head.id,
            office_id=head.office_id,
            version=head.version,
            code=head.code,
            title=head.title,
            mode=head.mode,
            status=head.status,
            coordinator=head.coordinator,
            leader_person_id=head.leader_person_id,
            notes=head.notes,
            legs=legs,
            vehicles=tuple(self._vehicles(movement_id, seats)),
            travellers=tuple(self._travellers(movement_id, seats)),
        )

    def _legs(self, movement_id: UUID) -> list[v.LegRow]:
        names = list(v.LegRow.__dataclass_fields__)
        query = (
            select(*(leg.c[name] for name in names))
            .where(leg.c.movement_id == movement_id, leg.c.retired_at.is_(None))
            .order_by(leg.c.position)
        )
        return [v.LegRow(*row) for row in self.connection.execute(query)]

    def _seats(self, leg_id: UUID) -> dict[UUID, tuple[UUID, str]]:
        query = select(
            seat_assignment.c.traveller_id, seat_assignment.c.vehicle_id, seat_assignment.c.seat
        ).where(seat_assignment.c.leg_id == leg_id)
        return {
            row.traveller_id: (row.vehicle_id, row.seat) for row in self.connection.execute(query)
        }

    def _vehicles(
        self, movement_id: UUID, seats: dict[UUID, tuple[UUID, str]]
    ) -> list[v.VehicleRow]:
        taken = {place: traveller_id for traveller_id, place in seats.items()}
        places: defaultdict[UUID, list[v.SeatRow]] = defaultdict(list)
        for row in self.connection.execute(
            select(vehicle_seat)
            .where(vehicle_seat.c.movement_id == movement_id)
            .order_by(vehicle_seat.c.row, vehicle_seat.c.column)
        ):
            who = taken.get((row.vehicle_id, row.seat))
            places[row.vehicle_id].append(
                v.SeatRow(row.seat, row.row, row.column, row.front, row.wheelchair, who)
            )
        crew: defaultdict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
        for row in self.connection.execute(
            select(crew_member)
            .where(crew_member.c.movement_id == movement_id, crew_member.c.retired_at.is_(None))
            .order_by(crew_member.c.id)
        ):
            crew[row.vehicle_id].append((row.role, row.name, row.phone))
        query = (
            select(vehicle)
            .where(vehicle.c.movement_id == movement_id, vehicle.c.retired_at.is_(None))
            .order_by(vehicle.c.position)
        )
        return [
            v.VehicleRow(
                id=row.id,
                position=row.position,
                kind=row.kind,
                layout=row.layout,
                name=row.name,
                registration=row.registration,
                model=row.model,
                seats=tuple(places[row.id]),
                crew=tuple(crew[row.id]),
            )
            for row in self.connection.execute(query)
        ]

    def _travellers(
        self, movement_id: UUID, seats: dict[UUID, tuple[UUID, str]]
    ) -> list[v.TravellerRow]:
        rows = self.connection.execute(
            select(traveller, travel_group.c.label)
            .outerjoin(travel_group, travel_group.c.id == traveller.c.group_id)
            .where(
                traveller.c.movement_id == movement_id,
                traveller.c.active,
                traveller.c.retired_at.is_(None),
            )
            .order_by(traveller.c.position)
        ).all()
        people = {row.id: row for row in self.people_rows([row.person_id for row in rows])}
        return [
            v.TravellerRow(
                id=row.id,
                person=people[row.person_id],
                status=row.status,
                position=row.position,
                group_id=row.group_id,
                group_label=row.label or "",
                seat_fixed=row.seat_fixed,
                vehicle_id=seats[row.id][0] if row.id in seats else None,
                seat=seats[row.id][1] if row.id in seats else "",
            )
            for row in rows
        ]

    def manifests(self, movement_id: UUID) -> list[v.ManifestRow]:
        """Versions of the lists of a movement, the latest first."""
        names = list(v.ManifestRow.__dataclass_fields__)
        query = (
            select(*(manifest.c[name] for name in names))
            .where(manifest.c.movement_id == movement_id, manifest.c.retired_at.is_(None))
            .order_by(manifest.c.issued_at.desc(), manifest.c.number)
        )
        return [v.ManifestRow(*row) for row in self.connection.execute(query)]

    def manifest_content(self, manifest_id: UUID) -> dict[str, Any]:
        """The frozen content of one version.

        Raises:
            UserError: `record.gone`.
        """
        content = self.connection.scalar(
            select(manifest.c.content).where(manifest.c.id == manifest_id)
        )
        if content is None:
            raise UserError("record.gone")
        return content  # type: ignore[no-any-return]
