"""Movements with legs, vehicles, travellers and seats; manifests of them."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint

from desktop.domain import values
from desktop.storage.tables.base import code, key, ref, retired, table, text, version
from desktop.storage.types import Data, Flag, Instant, Key, Whole

movement = table(
    "movement",
    key(),
    ref("office_id", "office"),
    Column("code", Text, nullable=False, unique=True),
    text("title"),
    code("mode", "movement_mode"),
    code("status", "movement_status", values.MovementStatus),
    ref("assembly_place_id", "place", null=True),
    text("coordinator"),
    ref("leader_person_id", "person", null=True),
    text("notes"),
    Column("created_at", Instant, nullable=False),
    retired(),
    version(),
)

leg = table(
    "leg",
    key(),
    ref("movement_id", "movement"),
    Column("position", Whole, nullable=False),
    ref("from_place_id", "place"),
    ref("to_place_id", "place"),
    code("mode", "movement_mode"),
    Column("distance_km", Whole, nullable=True),
    text("departure_local"),
    text("departure_zone"),
    text("arrival_local"),
    text("arrival_zone"),
    ref("crossing_place_id", "place", null=True),
    ref("exit_post_id", "crossing_post", null=True),
    ref("entry_post_id", "crossing_post", null=True),
    text("exit_local"),
    text("exit_zone"),
    text("entry_local"),
    text("entry_zone"),
    Column("corridor_minutes", Whole, nullable=True),
    retired(),
    root="movement_id",
)

vehicle = table(
    "vehicle",
    key(),
    ref("movement_id", "movement"),
    Column("position", Whole, nullable=False),
    code("kind", "vehicle_kind"),
    Column("layout", Text, ForeignKey("vehicle_layout.code"), nullable=False),
    text("name"),
    text("registration"),
    text("model"),
    text("carrier"),
    retired(),
    root="movement_id",
)

crew_member = table(
    "crew_member",
    key(),
    ref("movement_id", "movement"),
    ref("vehicle_id", "vehicle"),
    code("role", "crew_role"),
    text("name"),
    text("phone"),
    retired(),
    root="movement_id",
)

vehicle_seat = table(
    "vehicle_seat",
    ref("movement_id", "movement"),
    Column("vehicle_id", Key, ForeignKey("vehicle.id"), primary_key=True),
    Column("seat", Text, primary_key=True),
    Column("row", Whole, nullable=False),
    Column("column", Whole, nullable=False),
    Column("front", Flag, nullable=False),
    Column("wheelchair", Flag, nullable=False),
    root="movement_id",
)

traveller = table(
    "traveller",
    key(),
    ref("movement_id", "movement"),
    ref("person_id", "person", index=False),
    ref("group_id", "travel_group", null=True),
    ref("document_id", "identity_document", null=True, index=False),
    code("status", "traveller_status", values.TravellerStatus),
    Column("position", Whole, nullable=False),
    Column("seat_fixed", Flag, nullable=False),
    text("reason"),
    Column("active", Flag, nullable=False),
    retired(),
    root="movement_id",
)
_ACTIVE = traveller.c.active & traveller.c.retired_at.is_(None)
Index(
    "uq_traveller_active",
    traveller.c.person_id,
    unique=True,
    sqlite_where=_ACTIVE,
    postgresql_where=_ACTIVE,
)

seat_assignment = table(
    "seat_assignment",
    ref("movement_id", "movement"),
    Column("leg_id", Key, ForeignKey("leg.id"), primary_key=True),
    Column("vehicle_id", Key, primary_key=True),
    Column("seat", Text, primary_key=True),
    ref("traveller_id", "traveller", index=False),
    UniqueConstraint("leg_id", "traveller_id"),
    ForeignKeyConstraint(["vehicle_id", "seat"], ["vehicle_seat.vehicle_id", "vehicle_seat.seat"]),
    root="movement_id",
)

manifest = table(
    "manifest",
    key(),
    ref("movement_id", "movement"),
    ref("vehicle_id", "vehicle", null=True),
    code("recipient", "manifest_recipient"),
    text("number"),
    Column("list_version", Whole, nullable=False),
    Column("issued_at", Instant, nullable=False),
    text("zone"),
    ref("officer_id", "officer", index=False),
    Column("content", Data, nullable=False),
    text("content_hash"),
    Column("people", Whole, nullable=False),
    retired(),
    UniqueConstraint("number", "recipient", "list_version"),
    root="movement_id",
)
