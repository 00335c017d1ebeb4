"""What became different since the version of a list that its recipient has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from reports.model import Change, ChangeKind, Changes, ManifestModel, Mark, Row

_FIELDS: tuple[tuple[str, ChangeKind], ...] = (
    ("document", ChangeKind.NUMBER),
    ("name", ChangeKind.NAME),
    ("latin_name", ChangeKind.NAME),
    ("birth", ChangeKind.DATA),
    ("sex", ChangeKind.DATA),
    ("nationality", ChangeKind.DATA),
    ("vehicle", ChangeKind.VEHICLE),
    ("seat", ChangeKind.SEAT),
)


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


def _mark(kind: ChangeKind) -> Mark:
    if kind is ChangeKind.ADDED:
        return Mark.ADDED
    moved = kind in (ChangeKind.SEAT, ChangeKind.VEHICLE)
    return Mark.MOVED if moved else Mark.CHANGED


def _differences(former: Mapping[str, Any], row: Row) -> Iterable[Change]:
    now = {
        "document": row.document_number,
        "name": row.name,
        "latin_name": row.latin_name,
        "birth": str(row.birth) if row.birth else "",
        "sex": row.sex,
        "nationality": row.nationality,
        "vehicle": row.vehicle,
        "seat": row.seat,
    }
    told: set[ChangeKind] = set()
    for name, kind in _FIELDS:
        if former[name] != now[name] and kind not in told:
            told.add(kind)
            yield Change(
                kind,
                short_name(row.name),
                row.number,
                str(former[name] or ""),
                str(now[name] or ""),
            )
