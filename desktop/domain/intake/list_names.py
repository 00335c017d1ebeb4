"""Names of a whole list: what one row leaves open, the others decide."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from desktop.domain.intake.fields import LATIN_OF, Field
from desktop.domain.intake.name_cells import (
    NameCell,
    looks_like_name,
    name_case,
    read_name_cell,
    split_given,
    split_name,
)
from desktop.domain.intake.table import Table
from desktop.domain.intake.words import says_nothing
from desktop.domain.names.casing import personal_case
from desktop.domain.names.folding import fold, stem
from desktop.domain.names.given_names import is_known
from desktop.domain.names.parts import NameParts
from desktop.domain.names.scripts import repair_homoglyphs, script_of, tidy

ODD_NAME = "odd_name"
"""Doubt of a text in the place of a name that is none, and was kept as it stands."""

_OPEN_ORDER = "name_order"
_HABIT_ROWS, _HABIT_SHARE = 10, 0.95


@dataclass(frozen=True)
class PersonName:
    """A person's name in both scripts, as given, with doubts and what stood beside it."""

    as_given: str
    parts: NameParts
    latin: NameParts
    cell: NameCell = field(default_factory=NameCell)
    doubts: tuple[str, ...] = ()
    column: int = 0
    former: str = ""


class ListNames:
    """Reads the names of all rows of a table; two passes, so that the list helps itself."""

    def __init__(
        self, table: Table, rows: Iterable[int], additions: Mapping[int, tuple[int, ...]]
    ) -> None:
        self._table = table
        self._additions = additions
        self._cells: dict[int, NameCell] = {}
        self._columns = {
            field: table.columns_of(field)[0]
            for field in (
                Field.FULL_NAME,
                Field.FAMILY_NAME,
                Field.GIVEN_NAMES,
                Field.PATRONYMIC,
                Field.LATIN_FULL_NAME,
                Field.LATIN_FAMILY_NAME,
                Field.LATIN_GIVEN_NAMES,
            )
            if table.has(field)
        }
        # Where a list has the passport spelling only, it is the name as well.
        self._is_latin_only = not self._columns.keys() & LATIN_OF.keys()
        if self._is_latin_only:
            for own, latin in LATIN_OF.items():
                if latin in self._columns:
                    self._columns[own] = self._columns.pop(latin)
        rows = tuple(rows)
        self._orders: Counter[str] = Counter()
        self._first: dict[int, tuple[NameParts, tuple[str, ...]]] = {}
        self._families = self._family_stems(rows)
        self.names: Mapping[int, PersonName] = {row: self._read(row) for row in rows}

    def _family_stems(self, rows: Iterable[int]) -> frozenset[str]:
        """Folded stems of the family names that are certain without the rest of the list."""
        families: Counter[str] = Counter()
        givens: Counter[str] = Counter()
        for row in rows:
            parts, doubts = self._first[row] = self._own_parts(row, frozenset())
            if parts.family_name and _OPEN_ORDER not in doubts:
                families[family_stem(parts.family_name)] += 1
                givens.update(map(family_stem, parts.given_names.split()))
                self._orders[self._written_order(row, parts)] += 1
        return frozenset(name for name, count in families.items() if count >= givens[name])

    def _text(self, row: int, field: Field) -> str:
        column = self._columns.get(field)
        text = self._table.text(row, column) if column is not None else ""
        return "" if says_nothing(text) else text

    def _cell(self, row: int) -> NameCell:
        """The cell of the whole name, or what stands beside the parts of one, `own` empty."""
        if row not in self._cells:
            column = self._columns.get(Field.FULL_NAME)
            text = self._table.text(row, column) if column is not None else ""
            self._cells[row] = _as_it_stands(text) if text else self._beside_parts(row)
        return self._cells[row]

    def _beside_parts(self, row: int) -> NameCell:
        texts = (self._text(row, part) for part in (Field.FAMILY_NAME, Field.GIVEN_NAMES))
        cells = [read_name_cell(text) for text in texts if text]
        return NameCell(
            relation=next((cell.relation for cell in cells if cell.relation), None),
            remark="; ".join(cell.remark for cell in cells if cell.remark),
            companions="; ".join(cell.companions for cell in cells if cell.companions),
            is_odd=any(cell.is_odd for cell in cells),
        )

    def _own_parts(self, row: int, families: frozenset[str]) -> tuple[NameParts, tuple[str, ...]]:
        whole = self._cell(row).own
        patronymic = _tidied(self._text(row, Field.PATRONYMIC))
        family = _tidied(read_name_cell(self._text(row, Field.FAMILY_NAME)).own)
        given = _tidied(read_name_cell(self._text(row, Field.GIVEN_NAMES)).own)
        doubts: tuple[str, ...] = ()
        if self._cell(row).is_odd:
            return NameParts(family or whole, given, patronymic), (ODD_NAME,)
        if whole and not family:
            split = split_name(whole, families)
            family, doubts = split.parts.family_name, split.doubts
            given = split.parts.given_names or given
            patronymic = patronymic or split.parts.patronymic
            if not given and not patronymic and is_known(family):
                family, given = "", family
        elif whole:
            given = given or _without(_tidied(whole), family)
        if given and not patronymic:
            given, patronymic = split_given(given, family)
        return NameParts(family, given, patronymic), doubts

    def _written_order(self, row: int, parts: NameParts) -> str:
        """Which of family name and given name was written first."""
        first = self._cell(row).own.split()[:1]
        is_family_first = bool(first) and fold(first[0]) == fold(parts.family_name)
        return "family_first" if is_family_first else "given_first"

    def _in_habit(
        self, row: int, parts: NameParts, doubts: tuple[str, ...]
    ) -> tuple[NameParts, tuple[str, ...]]:
        """Follow a list that always writes names in one order; then there is no doubt."""
        known = sum(self._orders.values())
        if _OPEN_ORDER not in doubts or known < _HABIT_ROWS or parts.patronymic:
            return parts, doubts
        order, count = self._orders.most_common(1)[0]
        if count < _HABIT_SHARE * known:
            return parts, doubts
        rest = tuple(doubt for doubt in doubts if doubt != _OPEN_ORDER)
        is_same = self._written_order(row, parts) == order
        return (parts if is_same else exchanged(parts)), rest

    def _latin_parts(self, row: int) -> NameParts:
        family = read_name_cell(self._text(row, Field.LATIN_FAMILY_NAME))
        given = read_name_cell(self._text(row, Field.LATIN_GIVEN_NAMES))
        if family.own or given.own:
            return NameParts(family.own.upper(), given.own.upper())
        cell = read_name_cell(self._text(row, Field.LATIN_FULL_NAME))
        whole = cell.own or self._cell(row).latin or self._latin_line(row)
        if not whole:
            return NameParts("")
        return _upper(split_name(whole, self._families).parts)

    def _latin_line(self, row: int) -> str:
        """The name in passport letters from a second line of the row."""
        columns = [c for own in LATIN_OF for c in self._table.columns_of(own)]
        for line in self._additions.get(row, ()):
            texts = [read_name_cell(self._table.text(line, column)).own for column in columns]
            if script_of(" ".join(texts)) == "Latn":
                return " ".join(filter(None, texts))
        return ""

    def _read(self, row: int) -> PersonName:
        parts, doubts = self._first[row]
        if _OPEN_ORDER in doubts:
            parts, doubts = self._in_habit(row, *self._own_parts(row, self._families))
        latin = _upper(parts) if self._is_latin_only else self._latin_parts(row)
        cell = self._cell(row)
        if not (parts.family_name or parts.given_names):
            parts = NameParts(*map(personal_case, (latin.family_name, latin.given_names)))
        elif latin.family_name and _OPEN_ORDER in doubts:
            parts, doubts = _as_in_passport(parts, latin, doubts)
        given = [self._text(row, field) for field in self._columns if self._text(row, field)]
        if not latin.family_name and not cell.is_odd and _is_passport_spelling("".join(given)):
            latin = _upper(parts)
        column = next(iter(self._columns.values()), 0)
        return PersonName(
            as_given=" ".join(given),
            parts=parts,
            latin=latin,
            cell=cell,
            doubts=doubts,
            column=column,
        )


def _as_it_stands(text: str) -> NameCell:
    """A cell of a name; what is no name is kept whole."""
    cell = read_name_cell(text)
    if cell.is_odd or looks_like_name(cell.own):
        return cell
    return replace(cell, own=tidy(text), latin="", is_odd=True)


def _is_passport_spelling(text: str) -> bool:
    """Whether a name stands in bare Latin capitals, as passports write it."""
    return bool(text) and text.isascii() and text == text.upper()


def _upper(parts: NameParts) -> NameParts:
    return NameParts(parts.family_name.upper(), parts.given_names.upper(), parts.patronymic.upper())


def exchanged(parts: NameParts) -> NameParts:
    """Family name and given name the other way round."""
    return NameParts(parts.given_names, parts.family_name, parts.patronymic)


def same_family(one: str, other: str) -> bool:
    """Whether two family names are forms of one: Раҳмонзода, Раҳмон, Раҳмонова."""
    return bool(one and other) and family_stem(one) == family_stem(other)


@lru_cache(maxsize=32_768)
def family_stem(name: str) -> str:
    """Folded name without the endings of surnames and patronymics."""
    return stem(fold(name))


def _as_in_passport(
    parts: NameParts, latin: NameParts, doubts: tuple[str, ...]
) -> tuple[NameParts, tuple[str, ...]]:
    """The passport spelling says which of two names is the family name."""
    rest = tuple(doubt for doubt in doubts if doubt != _OPEN_ORDER)
    if same_family(parts.family_name, latin.family_name):
        return parts, rest
    if same_family(parts.given_names, latin.family_name):
        return exchanged(parts), rest
    return parts, doubts


def _tidied(text: str) -> str:
    if not text:
        return ""
    return name_case(tidy(repair_homoglyphs(text)))


def _without(whole: str, family: str) -> str:
    words = [word for word in whole.split() if fold(word) != fold(family)]
    return " ".join(words)
