"""Decide what each column of a list means, from its heading and from its values."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.intake.column_mending import DOUBTFUL, Candidate, mend_columns
from desktop.domain.intake.fields import LATIN_OF, SEVERAL, Field
from desktop.domain.intake.fitting import NEUTRAL, fit, guess_by_content
from desktop.domain.intake.header_rows import Header
from desktop.domain.intake.headings import Meaning, column_meanings, is_ethnic
from desktop.domain.intake.model import ColumnGuess
from desktop.domain.intake.profiles import Profile
from desktop.domain.intake.sheet import column_letters

_HEADING_WEIGHT, _VALUES_WEIGHT = 0.7, 0.3
_CONTRADICTION = 0.12
_FEW_CELLS = 3
_CONTENT_WEIGHT = 0.75
_DESTINATIONS = frozenset({Field.REGION, Field.ADDRESS})
_BIRTHS = frozenset({Field.BIRTH_DATE, Field.BIRTH_YEAR})
_PARTS_OF_NAMES = frozenset({*LATIN_OF, *LATIN_OF.values(), Field.PATRONYMIC})
_OWN_OF = {latin: own for own, latin in LATIN_OF.items()}
_WHOLES = (
    (Field.FAMILY_NAME, Field.GIVEN_NAMES, Field.FULL_NAME),
    (Field.GIVEN_NAMES, Field.FAMILY_NAME, Field.FULL_NAME),
    (Field.LATIN_FAMILY_NAME, Field.GIVEN_NAMES, Field.LATIN_FULL_NAME),
    (Field.LATIN_GIVEN_NAMES, Field.FAMILY_NAME, Field.LATIN_FULL_NAME),
    (Field.REGION, Field.DISTRICT, Field.ADDRESS),
    (Field.DISTRICT, Field.REGION, Field.ADDRESS),
)
_AMBIGUOUS_NAMES = {
    Field.GIVEN_NAMES: ((Field.FULL_NAME, 0.7), (Field.FAMILY_NAME, 0.6)),
    Field.LATIN_GIVEN_NAMES: ((Field.LATIN_FULL_NAME, 0.7), (Field.LATIN_FAMILY_NAME, 0.6)),
}
"""Имя, name, nom over a column can also mean the whole name, and nom the family name."""


def recognise_columns(
    header: Header,
    profiles: Sequence[Profile],
    samples: Sequence[tuple[str, ...]],
    today: date,
    overrides: Mapping[int, Field],
) -> tuple[ColumnGuess, ...]:
    """Return one guess for each column; every meaning that can stand only once does."""
    decided = {
        column: Candidate(column, field, 1.0, "override")
        for column, field in overrides.items()
        if column < len(profiles)
    }
    chosen = dict(decided)
    candidates = _from_headings(header, profiles, today)
    _assign(candidates, chosen)
    _assign_by_content(header, profiles, today, chosen)
    mend_columns(header, profiles, chosen)
    chosen |= decided
    guesses = []
    for column in range(len(profiles)):
        heading = header.text(column)
        found = chosen.get(column) or Candidate(column, Field.OTHER, 0.0, "")
        guesses.append(
            ColumnGuess(
                index=column,
                letters=column_letters(column),
                header=heading,
                field=found.field,
                confidence=round(found.score, 3),
                basis=found.basis,
                doubt=found.doubt or _doubt(found, heading, profiles[column]),
                also=found.also,
                sample=samples[column],
            )
        )
    return tuple(guesses)


def _doubt(found: Candidate, heading: str, profile: Profile) -> str:
    if found.basis == "override":
        return ""
    if found.field is Field.OTHER and not found.basis:
        return "intake.column_unknown" if heading and profile.filled else ""
    if found.field is Field.NATIONALITY and is_ethnic(heading):
        return "intake.column_ethnic"
    if found.basis == "content":
        return "intake.column_by_values"
    return "intake.column_unsure" if found.score < DOUBTFUL else ""


def _from_headings(header: Header, profiles: Sequence[Profile], today: date) -> list[Candidate]:
    found: list[Candidate] = []
    meanings = [column_meanings(lines) for lines in header.lines]
    own_names = any(
        (m[0].field in {*LATIN_OF, *_OWN_OF} if m else _is_name(p))
        and p.share("name") > NEUTRAL
        and p.share("latin") < NEUTRAL
        for m, p in zip(meanings, profiles, strict=False)
    )
    for column, (column_found, profile) in enumerate(zip(meanings, profiles, strict=False)):
        for meaning in _with_other_readings(column_found):
            field = _script_field(meaning, profile, own_names)
            found.append(_scored(column, field, meaning, profile, today))
    return found


def _is_name(profile: Profile) -> bool:
    """Whether values without a heading are names of people."""
    return profile.share("surname") > NEUTRAL and profile.share("area", "country") < NEUTRAL


def _with_other_readings(found: tuple[Meaning, ...]) -> list[Meaning]:
    readings: list[Meaning] = []
    for meaning in map(_joined_parts, found):
        readings.append(meaning)
        for other, share in _AMBIGUOUS_NAMES.get(meaning.field, ()):
            if not meaning.also:
                readings.append(replace(meaning, field=other, share=share * meaning.share))
    return readings


def _joined_parts(meaning: Meaning) -> Meaning:
    """Family name and given names in one column are a whole name; region and district too."""
    for first, second, whole in _WHOLES:
        if meaning.field is first and second in meaning.also:
            rest = tuple(a for a in meaning.also if a not in {second, Field.PATRONYMIC})
            return replace(meaning, field=whole, also=rest)
    return meaning


def _script_field(meaning: Meaning, profile: Profile, own_names: bool) -> Field:
    """The own or the passport spelling, by heading, letters and the other columns."""
    field = meaning.field
    is_latin = profile.share("latin") >= 0.8 * profile.share("name") > 0
    if field in LATIN_OF and is_latin and own_names:
        return LATIN_OF[field]
    if field in _OWN_OF and profile.share("name") > NEUTRAL and profile.share("latin") < 0.2:
        return _OWN_OF[field]
    return field


def _scored(
    column: int, field: Field, meaning: Meaning, profile: Profile, today: date
) -> Candidate:
    value = fit(profile, field, today)
    score = _HEADING_WEIGHT * meaning.share
    score += _VALUES_WEIGHT * (NEUTRAL if value is None else value)
    basis, doubt = "header" if value is None else "both", ""
    contradicted = value is not None and value <= _CONTRADICTION
    if contradicted and profile.filled >= _FEW_CELLS and not meaning.also:
        score, doubt = score * 0.4, "intake.column_contradicts"
    return Candidate(column, field, score, basis, meaning.also, doubt)


def _assign(candidates: list[Candidate], chosen: dict[int, Candidate]) -> None:
    """Give each column its best meaning that is still free."""
    taken = {c.field for c in chosen.values()}
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.column)):
        if candidate.column in chosen or candidate.score < 0.3:
            continue
        if candidate.field in taken and candidate.field not in SEVERAL:
            continue
        chosen[candidate.column] = candidate
        taken.add(candidate.field)
    _set_repeated_aside(candidates, chosen)


def _set_repeated_aside(candidates: list[Candidate], chosen: dict[int, Candidate]) -> None:
    """A column whose heading is clear, but whose meaning another column has, is kept as it is."""
    for candidate in candidates:
        is_clear = candidate.score >= DOUBTFUL and candidate.field not in _PARTS_OF_NAMES
        if candidate.column not in chosen and is_clear:
            chosen[candidate.column] = replace(
                candidate, field=Field.OTHER, also=(), doubt="intake.column_repeated"
            )


def _assign_by_content(
    header: Header, profiles: Sequence[Profile], today: date, chosen: dict[int, Candidate]
) -> None:
    """Read columns without a (believable) heading by their values."""
    own_names = any(
        c.field in LATIN_OF and profiles[c.column].share("latin") < NEUTRAL for c in chosen.values()
    )
    # Names in the own script first: beside them Latin ones are the passport spelling.
    order = sorted(
        range(len(profiles)),
        key=lambda column: (profiles[column].share("latin") >= NEUTRAL, -profiles[column].filled),
    )
    for column in order:
        present = chosen.get(column)
        if present is not None and present.doubt != "intake.column_contradicts":
            continue
        taken = {c.field for c in chosen.values() if c is not present} - SEVERAL
        taken |= _names_besides(taken, profiles[column], own_names)
        if taken & _DESTINATIONS:
            taken |= _DESTINATIONS
        if taken & _BIRTHS:
            taken.add(Field.AGE)
        # Small numbers under a heading of another meaning are doses, stages, tickets.
        if header.text(column) or Field.RELATION in taken:
            taken.add(Field.FAMILY_GROUP)
        found = guess_by_content(profiles[column], today, frozenset(taken))
        if found is None:
            continue
        field, value = found
        doubt = present.doubt if present is not None else ""
        chosen[column] = Candidate(column, field, _CONTENT_WEIGHT * value, "content", (), doubt)
        own_names = own_names or (field in LATIN_OF and profiles[column].share("latin") < NEUTRAL)


def _names_besides(taken: set[Field], profile: Profile, own_names: bool) -> set[Field]:
    """Name fields that make no sense beside those that are taken already."""
    blocked: set[Field] = set()
    if Field.FULL_NAME in taken:
        blocked |= {Field.FAMILY_NAME, Field.GIVEN_NAMES}
    if Field.FAMILY_NAME in taken or Field.GIVEN_NAMES in taken:
        blocked.add(Field.FULL_NAME)
    if Field.LATIN_FULL_NAME in taken:
        blocked |= {Field.LATIN_FAMILY_NAME, Field.LATIN_GIVEN_NAMES}
    if Field.LATIN_FAMILY_NAME in taken or Field.LATIN_GIVEN_NAMES in taken:
        blocked.add(Field.LATIN_FULL_NAME)
    if profile.share("latin") >= NEUTRAL and own_names:
        return blocked | set(LATIN_OF)
    return blocked | set(_OWN_OF)
