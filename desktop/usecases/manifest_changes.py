"""What a version of a list keeps, and what became different since the one its recipient has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop.usecases.views import MovementDetail
from reports.model import Change, ChangeKind, Changes, ManifestModel, Mark, Row

_FIELDS: tuple[tuple[str, ChangeKind], ...] = (
    ("document", ChangeKind.NUMBER),
    ("name", ChangeKind.NAME),
    ("latin_name", ChangeKind.NAME),
    ("birth", ChangeKind.DATA),
    ("sex", ChangeKind.DATA),
    ("nationality", ChangeKind.DATA),
    ("expires", ChangeKind.DATA),
    ("vehicle", ChangeKind.VEHICLE),
    ("seat", ChangeKind.SEAT),
)


def frozen(model: ManifestModel, movement: MovementDetail) -> dict[str, Any]:
    """What a version keeps, the same in every language: who stands on it, where, which papers.

    Whatever is printed and could be changed of a plan is among it, so that a recipient never
    has two different papers of one version.
    """
    return {
        "rows": [_frozen_row(row) for row in model.rows()],
        "vehicles": [
            {
                "number": one.number,
                "plate": one.plate,
                "model": one.model,
                "seats": one.seats,
                "drivers": [[driver.name, driver.phone] for driver in one.drivers],
            }
            for one in model.vehicles
        ],
        "convoy": model.convoy_size,
        "stops": [
            {
                "country": stop.country,
                "direction": stop.direction.value,
                "at": stop.at.isoformat(),
            }
            for stop in model.stops
        ],
        "way": [
            [
                one.hex if one else ""
                for one in (leg.from_place_id, leg.to_place_id, leg.exit_post_id, leg.entry_post_id)
            ]
            for leg in movement.legs
        ],
        "corridor": [leg.corridor_minutes for leg in movement.legs],
        "leader": [model.leader.name, model.leader.phone] if model.leader else [],
    }


def agrees(kept: object, now: object) -> bool:
    """Whether a frozen content says the same as another, as far as it says anything.

    Versions that were issued by an earlier program keep less; that alone changes no list.
    """
    if isinstance(kept, Mapping) and isinstance(now, Mapping):
        return all(name in now and agrees(value, now[name]) for name, value in kept.items())
    if isinstance(kept, list) and isinstance(now, list):
        return len(kept) == len(now) and all(map(agrees, kept, now))
    return kept == now


def changes_since(
    content: Mapping[str, Any], model: ManifestModel, version: int, at: datetime
) -> Changes:
    """Compare the frozen content of an earlier version with a list, person by person."""
    before = {row["key"]: row for row in content["rows"]}
    lines: list[Change] = []
    for row in model.rows():
        former = before.pop(row.key, None)
        if former is None:
            lines.append(Change(ChangeKind.ADDED, short_name(row.name), row.number))
        else:
            lines += _differences(former, row)
    lines += [Change(ChangeKind.REMOVED, short_name(former["name"])) for former in before.values()]
    order = list(ChangeKind)
    return Changes(version, at, tuple(sorted(lines, key=lambda line: order.index(line.kind))))


def marked(model: ManifestModel, changes: Changes) -> ManifestModel:
    """The list with the sign of a change beside every row that has one."""
    marks: dict[int, Mark] = {}
    for line in changes.lines:
        if line.number is not None:
            marks.setdefault(line.number, _mark(line.kind))
    groups = tuple(
        replace(
            group,
            rows=tuple(replace(row, mark=marks.get(row.number, Mark.NONE)) for row in group.rows),
        )
        for group in model.groups
    )
    return replace(model, groups=groups)


def short_name(name: str) -> str:
    """Family name and initials: Назаров С. Ё."""
    family, *rest = name.split() or [""]
    return " ".join([family, *(f"{word[0]}." for word in rest)])


def _frozen_row(row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "latin_name": row.latin_name,
        "sex": row.sex,
        "birth": str(row.birth) if row.birth else "",
        "nationality": row.nationality,
        "document": row.document_number,
        "kind": row.document_kind,
        "expires": _expires(row),
        "seat": row.seat,
        "vehicle": row.vehicle,
        "key": row.key,
    }


def _expires(row: Row) -> str:
    return row.document_expires_on.isoformat() if row.document_expires_on else ""


def _mark(kind: ChangeKind) -> Mark:
    if kind is ChangeKind.ADDED:
        return Mark.ADDED
    moved = kind in (ChangeKind.SEAT, ChangeKind.VEHICLE)
    return Mark.MOVED if moved else Mark.CHANGED


def _differences(former: Mapping[str, Any], row: Row) -> Iterable[Change]:
    now = _frozen_row(row)
    told: set[ChangeKind] = set()
    for name, kind in _FIELDS:
        old = former.get(name, now[name])
        if old != now[name] and kind not in told:
            told.add(kind)
            values = (str(old or ""), str(now[name] or ""))
            yield Change(kind, short_name(row.name), row.number, *values)
