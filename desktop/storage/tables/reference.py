"""Reference data: value lists, countries, areas, places, crossing points, layouts."""

from sqlalchemy import REAL, Column, Double, ForeignKey, Text
from sqlalchemy.types import TypeEngine

from desktop.storage.tables.base import code, key, ref, retired, table, text, version
from desktop.storage.types import Data, Flag, Key, Whole

_DEGREES: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")

value_item = table(
    "value_item",
    Column("id", Text, primary_key=True),
    text("list"),
    text("code"),
    Column("labels", Data, nullable=False),
    Column("position", Whole, nullable=False),
    Column("closed", Flag, nullable=False),
    retired(),
)

country = table(
    "country",
    Column("code", Text, primary_key=True),
    text("alpha2"),
    text("kind"),
    Column("names", Data, nullable=False),
    retired(),
)

area = table(
    "area",
    Column("code", Text, primary_key=True),
    Column("parent", Text, ForeignKey("area.code"), nullable=True, index=True),
    Column("country", Text, ForeignKey("country.code"), nullable=False),
    text("level"),
    Column("names", Data, nullable=False),
    retired(),
)

place = table(
    "place",
    key(),
    Column("office_id", Key, nullable=True),
    Column("code", Text, nullable=True, unique=True),
    code("kind", "place_kind"),
    Column("names", Data, nullable=False),
    Column("country", Text, ForeignKey("country.code"), nullable=True),
    Column("area", Text, ForeignKey("area.code"), nullable=True),
    Column("latitude", _DEGREES, nullable=True),
    Column("longitude", _DEGREES, nullable=True),
    text("zone"),
    retired(),
    version(),
)
"""Places; `office_id` is null for reference data, without a key since offices name places."""

crossing_post = table(
    "crossing_post",
    key(),
    ref("place_id", "place"),
    Column("country", Text, ForeignKey("country.code"), nullable=False),
    Column("names", Data, nullable=False),
    text("zone"),
    text("authority"),
    text("phone"),
    Column("position", Whole, nullable=False),
    code("exit_status", "crossing_status"),
    code("entry_status", "crossing_status"),
    retired(),
    root="place_id",
)
"""One side's post of a crossing point; a crossing point has two."""

vehicle_layout = table(
    "vehicle_layout",
    Column("code", Text, primary_key=True),
    code("kind", "vehicle_kind"),
    Column("names", Data, nullable=False),
    text("plan"),
    Column("wheelchair_places", Whole, nullable=False),
    retired(),
)
