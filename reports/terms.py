"""Words for the codes of the register, as they stand on a list."""

from collections.abc import Callable

from reports.model import ChangeKind, Direction, Row, Vehicle
from reports.texts import Texts

Say = Callable[[Texts], str]


def direction(t: Texts, code: Direction) -> str:
    """What happens at a place on the way."""
    return _DIRECTIONS[code](t)


def stamp(t: Texts, code: Direction) -> str:
    """Caption of the box for the stamp of a crossing."""
    return t.tc("stamp", "Exit") if code is Direction.EXIT else t.tc("stamp", "Entry")


def vehicle(t: Texts, one: Vehicle, size: int) -> str:
    """Kind of a vehicle, with its place in a convoy of more than one."""
    if size == 1:
        return _VEHICLES.get(one.kind, _vehicle)(t)
    number = one.number
    match one.kind:
        case "bus":
            return t.t("Bus {number} of {size}", number=number, size=size)
        case "minibus":
            return t.t("Minibus {number} of {size}", number=number, size=size)
        case "car":
            return t.t("Car {number} of {size}", number=number, size=size)
        case "coach":
            return t.tc("train", "Coach {number} of {size}", number=number, size=size)
    return t.t("Vehicle {number} of {size}", number=number, size=size)


def sex_name(t: Texts, code: str) -> str:
    """Sex as the row of a table of people."""
    return _SEX_NAMES.get(code, _sex_not_stated)(t)


def sex_letter(t: Texts, code: str) -> str:
    """Sex as one letter."""
    return _SEX_LETTERS.get(code, _sex_unspecified)(t)


def role(t: Texts, row: Row) -> str:
    """Place in the family; nothing for roles that tell a stranger about health."""
    say = _ROLES.get((row.role, row.sex)) or _ROLES.get((row.role, ""))
    return "" if say is None else say(t)


def document(t: Texts, row: Row) -> str:
    """Kind of the document in few letters."""
    if row.document_words:
        return row.document_words
    if not row.document_kind:
        return "" if row.document_number else t.tc("on a list", "no document")
    return _DOCUMENTS.get(row.document_kind, _other_document)(t)


def change(t: Texts, kind: ChangeKind) -> str:
    """What a block of changes is about."""
    return _CHANGES[kind](t)


def _vehicle(t: Texts) -> str:
    return t.t("Vehicle")


def _sex_not_stated(t: Texts) -> str:
    return t.tc("people", "Sex not stated")


def _sex_unspecified(t: Texts) -> str:
    return t.tc("sex, one letter", "X")


def _other_document(t: Texts) -> str:
    return t.tc("on a list", "other document")


_DIRECTIONS: dict[Direction, Say] = {
    Direction.EXIT: lambda t: t.tc("at a border", "exit"),
    Direction.ENTRY: lambda t: t.tc("at a border", "entry"),
    Direction.DEPARTURE: lambda t: t.tc("on the route", "departure"),
    Direction.ARRIVAL: lambda t: t.tc("on the route", "arrival"),
    Direction.STOP: lambda t: t.tc("on the route", "stop"),
}

_VEHICLES: dict[str, Say] = {
    "bus": lambda t: t.t("Bus"),
    "minibus": lambda t: t.t("Minibus"),
    "car": lambda t: t.t("Car"),
    "ambulance": lambda t: t.t("Ambulance"),
    "coach": lambda t: t.tc("train", "Coach"),
    "aircraft": lambda t: t.t("Flight"),
}

_SEX_NAMES: dict[str, Say] = {
    "M": lambda t: t.tc("people", "Male"),
    "F": lambda t: t.tc("people", "Female"),
}

_SEX_LETTERS: dict[str, Say] = {
    "M": lambda t: t.tc("sex, one letter", "M"),
    "F": lambda t: t.tc("sex, one letter", "F"),
}

# By role and sex; without a sex where the word is the same, or the sex is not stated.
_ROLES: dict[tuple[str, str], Say] = {
    ("head", ""): lambda t: t.tc("in a family", "head"),
    ("spouse", "F"): lambda t: t.tc("wife", "spouse"),
    ("spouse", "M"): lambda t: t.tc("husband", "spouse"),
    ("child", "F"): lambda t: t.tc("in a family", "daughter"),
    ("child", "M"): lambda t: t.tc("in a family", "son"),
    ("child", ""): lambda t: t.tc("in a family", "child"),
    ("parent", "F"): lambda t: t.tc("in a family", "mother"),
    ("parent", "M"): lambda t: t.tc("in a family", "father"),
    ("parent", ""): lambda t: t.tc("in a family", "parent"),
    ("sibling", "F"): lambda t: t.tc("in a family", "sister"),
    ("sibling", "M"): lambda t: t.tc("in a family", "brother"),
    ("sibling", ""): lambda t: t.tc("in a family", "sibling"),
    ("guardian", ""): lambda t: t.tc("in a family", "guardian"),
    ("escort", ""): lambda t: t.tc("in a family", "escort"),
}

_DOCUMENTS: dict[str, Say] = {
    "passport": lambda t: t.tc("on a list", "passport"),
    "service_passport": lambda t: t.tc("on a list", "service passport"),
    "diplomatic_passport": lambda t: t.tc("on a list", "diplomatic passport"),
    "identity_card": lambda t: t.tc("on a list", "identity card"),
    "internal_passport": lambda t: t.tc("on a list", "internal passport"),
    "birth_certificate": lambda t: t.tc("on a list", "birth certificate"),
    "certificate_of_return": lambda t: t.tc("on a list", "certificate of return"),
    "residence_permit": lambda t: t.tc("on a list", "residence permit"),
    "seamans_book": lambda t: t.tc("on a list", "seaman's book"),
}

_CHANGES: dict[ChangeKind, Say] = {
    ChangeKind.ADDED: lambda t: t.tc("change of a list", "Added"),
    ChangeKind.REMOVED: lambda t: t.tc("change of a list", "Removed"),
    ChangeKind.NUMBER: lambda t: t.tc("change of a list", "Number corrected"),
    ChangeKind.NAME: lambda t: t.tc("change of a list", "Name corrected"),
    ChangeKind.DATA: lambda t: t.tc("change of a list", "Details corrected"),
    ChangeKind.SEAT: lambda t: t.tc("change of a list", "Seat changed"),
    ChangeKind.VEHICLE: lambda t: t.tc("change of a list", "Vehicle changed"),
}
