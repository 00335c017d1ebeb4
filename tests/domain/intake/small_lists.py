"""Small lists written out by hand, and what a draft says about their people."""

from intake_truth import TODAY

from desktop.domain.intake.model import ListDraft, PersonDraft
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet

Row = tuple[CellValue, ...]

FAMILY = ("Назаров Саидмурод", "Назарова Гулнора", "Назаров Далер")
BORN = ("12.03.1980", "02.04.1984", "05.06.2010")
NUMBERS = ("401234567", "401234568", "401234569")
STRANGER: Row = ("Холов Эраҷ", "01.01.1990", "401234588")
COUPLE = (("Табаров Бахтиёр", "12.03.1982", "401234577"), ("Табарова Зулфия", "01.1986", "4012345"))


def read(*rows: Row, merged: tuple[MergedRange, ...] = ()) -> ListDraft:
    """Read a sheet of these rows."""
    return recognise(Sheet("x", rows, merged), today=TODAY)


def names(draft: ListDraft) -> list[str]:
    """Names of the people, in the order of the list."""
    return [f"{p.family_name} {p.given_names} {p.patronymic}".strip() for p in draft.people]


def birth(person: PersonDraft) -> str:
    """Birth date as the register writes it, or ''."""
    return person.birth.iso if person.birth else ""


def groups(draft: ListDraft) -> list[tuple[int, ...]]:
    """Rows of each travel group."""
    return [group.rows for group in draft.groups]


def roles(draft: ListDraft) -> list[str]:
    """Roles of the people in their groups, '' for none."""
    return [person.role for person in draft.people]
