"""The columns of the list of travellers, and the orders in which it can stand."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.ui.models import Align, Cell, Column
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from reports.texts import Texts

_ICONS = {"wheelchair": "wheelchair_access", "access": "accessibility", "": "seat"}


def traveller_columns(texts: Texts) -> Sequence[Column[TravellerShown]]:
    """Seat, name, age, group and need; document and telephone where there is room."""

    def group(one: TravellerShown) -> Cell:
        leads = texts.t("leader") if one.leads else ""
        if not one.group and not leads:
            return Cell.plain("")
        return Cell.two_lines(one.group or "–", leads) if leads else Cell.plain(one.group)

    return (
        Column("seat", texts.t("Seat"), _seat, 74, sortable=True),
        Column("name", texts.t("Name"), _name, 280, stretches=True, sortable=True),
        Column("age", texts.t("Age"), _age, 56, Align.TRAILING, sortable=True),
        Column("group", texts.t("Group"), group, 72, sortable=True),
        Column("need", texts.t("Need"), _need, 132, yields=1),
        Column("document", texts.t("Document"), _document, 110, yields=2),
        Column("phone", texts.t("Phone"), _phone, 130, yields=3),
    )


def ordered(
    travellers: Sequence[TravellerShown], key: str, *, descending: bool, texts: Texts
) -> list[TravellerShown]:
    """Travellers by a column; equal ones in the order of their seats."""
    by: dict[str, Callable[[TravellerShown], Any]] = {
        "seat": lambda one: one.order,
        "name": lambda one: texts.sort_key(one.name),
        "age": lambda one: (one.age_words == "", int(one.age_words.split("–")[0] or 0)),
        "group": lambda one: (one.group == "", len(one.group), one.group),
    }
    by_seat = sorted(travellers, key=by["seat"])
    return sorted(by_seat, key=by[key], reverse=descending)


def _seat(one: TravellerShown) -> Cell:
    return Cell.two_lines(one.seat, one.vehicle, strong=True)


def _name(one: TravellerShown) -> Cell:
    return Cell.name(one.name, one.latin)


def _age(one: TravellerShown) -> Cell:
    return Cell.plain(one.age_words)


def _need(one: TravellerShown) -> Cell:
    return Cell.with_icon(_ICONS[one.need], one.needs, tip=one.needs)


def _document(one: TravellerShown) -> Cell:
    return Cell.plain(one.document, private=True)


def _phone(one: TravellerShown) -> Cell:
    return Cell.plain(one.phone, private=True)
