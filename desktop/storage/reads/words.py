"""Words of a query against the stored words of people: one range of an index for the rarest.

A query costs what its rarest word costs: the others are looked for among all words of a person,
which stand beside each. How rare a word is nobody can guess (SQLite keeps no statistics for a
bound value), so it is counted, and no further than is worth it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from desktop.storage.prepared import Prepared
from desktop.storage.tables.people import person, person_token
from desktop.storage.types import key_of
from desktop.usecases import views as v

END = "\U0010ffff"
FEW = 2_000
"""So many records are looked up one by one in no time that anybody sees."""

_ENOUGH = 400
"""Counting further costs more than the better choice between two common words saves."""

MOST_WORDS = 12
"""Further words of a query are not looked for: nobody has so many, but a page can be pasted."""

Alternatives = tuple[str, ...]

_FOUND = (
    person.c.id,
    person.c.reg_no,
    person.c.family_name,
    person.c.given_names,
    person.c.patronymic,
    person.c.latin_family_name,
    person.c.latin_given_names,
)


class Unindexed(FunctionElement[Any]):
    """A column whose index SQLite shall not take; PostgreSQL knows its figures and chooses.

    Without statistics SQLite takes "not retired" for a rare thing and would begin with it.
    """

    name = "unindexed"
    inherit_cache = True


@compiles(Unindexed)
def _plain(element: Unindexed, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(Unindexed, "sqlite")
def _with_plus(element: Unindexed, compiler: Any, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"


class Position(FunctionElement[int]):
    """Where the second text begins in the first, from 1; 0 where it does not stand in it."""

    name = "position"
    type = Integer()
    inherit_cache = True


@compiles(Position)
def _strpos(element: Position, compiler: Any, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


@compiles(Position, "sqlite")
def _instr(element: Position, compiler: Any, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@dataclass(frozen=True)
class Words:
    """What is looked for: for each typed word its alternative beginnings, the rarest first.

    `most` is how many stored words the rarest begins, counted no further than was asked for
    each of its alternatives.
    """

    terms: tuple[Alternatives, ...]
    most: int

    @property
    def is_few(self) -> bool:
        """Whether the rarest word alone leaves few people."""
        return self.most < FEW


def measured(connection: Connection, terms: Sequence[Alternatives], up_to: int = FEW) -> Words:
    """Count what the words of a query begin; alternatives that begin nothing are dropped."""
    terms = list(dict.fromkeys(terms))[:MOST_WORDS]
    beginnings = tuple(dict.fromkeys(one for term in terms for one in term))
    parameters = {"up_to": up_to, **_ranges("n", beginnings)}
    row = _sizes(len(beginnings)).rows(connection, parameters)[0]
    size = dict(zip(beginnings, row, strict=True))
    used = [tuple(one for one in term if size[one]) or term[:1] for term in terms]
    by_size = sorted(used, key=lambda term: (sum(size[one] for one in term), -min(map(len, term))))
    return Words(tuple(by_size), sum(size[one] for one in by_size[0]))


def search(connection: Connection, terms: Sequence[Alternatives], limit: int) -> list[v.FoundRow]:
    """People of whom each word begins a stored word, by the word that the rarest found."""
    if len(terms) > 1:
        terms = measured(connection, terms, _ENOUGH).terms
    first, *others = terms
    parameters: dict[str, Any] = {"limit": limit, **_ranges("n", first)}
    for place, term in enumerate(others):
        for number, beginning in enumerate(term):
            parameters[f"w{place}_{number}"] = f" {beginning}"
    rows = _search(len(first), tuple(map(len, others))).rows(connection, parameters)
    # Two alternatives can find one person; each brings the limit, so enough are left.
    found = {row[0]: row for row in rows}
    return [v.FoundRow._make((key_of(row[0]), *row[1:-1])) for row in list(found.values())[:limit]]


def has_words(terms: Sequence[Alternatives]) -> Iterator[ColumnElement[bool]]:
    """Conditions on a stored word: the first term begins it, the others some of that person's."""
    first, *others = terms
    yield _begins_any(person_token, first)
    for term in others:
        yield or_(*(Position(person_token.c.words, f" {one}") > 0 for one in term))


def _begins_any(tokens: FromClause, alternatives: Alternatives) -> ColumnElement[bool]:
    return or_(*(_between(tokens, one, one + END) for one in alternatives))


def _between(
    tokens: FromClause, first: str | BindParameter[str], end: str | BindParameter[str]
) -> ColumnElement[bool]:
    """A range rather than LIKE, so that the index serves it on both databases."""
    return (tokens.c.token >= first) & (tokens.c.token < end)


def _ranges(name: str, beginnings: Sequence[str]) -> dict[str, str]:
    """Values for the parameters that `_range` names."""
    first = {f"{name}{number}": one for number, one in enumerate(beginnings)}
    return first | {f"{name}{number}_end": one + END for number, one in enumerate(beginnings)}


def _range(tokens: FromClause, name: str) -> ColumnElement[bool]:
    return _between(tokens, _text(name), _text(f"{name}_end"))


def _text(name: str) -> BindParameter[str]:
    return bindparam(name, type_=person_token.c.token.type)


# One statement for each shape of a query: it is built once, not at every key stroke.
@lru_cache(maxsize=256)
def _sizes(count: int) -> Prepared:
    up_to = bindparam("up_to", type_=Integer())
    counted = (
        select(person_token.c.person_id).where(_range(person_token, f"n{number}")).limit(up_to)
        for number in range(count)
    )
    counts = (select(func.count()).select_from(one.subquery()) for one in counted)
    return Prepared(select(*(count.scalar_subquery() for count in counts)))


@lru_cache(maxsize=256)
def _search(alternatives: int, others: tuple[int, ...]) -> Prepared:
    """Each alternative in the order of the index and no further than it is wanted."""
    branches = [_branch(f"n{number}", others) for number in range(alternatives)]
    if len(branches) == 1:
        return Prepared(branches[0])
    merged = union_all(*(select(branch.subquery()) for branch in branches)).subquery()
    return Prepared(select(merged).order_by(merged.c.token))


def _branch(name: str, others: tuple[int, ...]) -> Select[Any]:
    words = person_token.c.words
    query = (
        select(*_FOUND, person_token.c.token)
        .select_from(person_token.join(person, person.c.id == person_token.c.person_id))
        .where(_range(person_token, name), Unindexed(person.c.retired_at).is_(None))
        .order_by(person_token.c.token)
        .limit(bindparam("limit"))
    )
    for place, count in enumerate(others):
        within = (Position(words, _text(f"w{place}_{number}")) > 0 for number in range(count))
        query = query.where(or_(*within))
    # Somebody with several words of this beginning is found by the first of them.
    blank = literal(" ")
    this = blank.concat(person_token.c.token).concat(blank)
    return query.where(Position(words, blank.concat(_text(name))) == Position(words, this))
