"""What a column of a list can mean."""

from enum import StrEnum


class Field(StrEnum):
    """Meaning of one column. The values are stable codes."""

    RUNNING_NUMBER = "running_number"
    REGISTRATION = "registration"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAMES = "given_names"
    PATRONYMIC = "patronymic"
    LATIN_FULL_NAME = "latin_full_name"
    LATIN_FAMILY_NAME = "latin_family_name"
    LATIN_GIVEN_NAMES = "latin_given_names"
    BIRTH_DATE = "birth_date"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    BIRTH_PLACE = "birth_place"
    AGE = "age"
    SEX = "sex"
    NATIONALITY = "nationality"
    DOCUMENT = "document"
    DOCUMENT_SERIES = "document_series"
    DOCUMENT_KIND = "document_kind"
    BIRTH_CERTIFICATE = "birth_certificate"
    PERSONAL_NUMBER = "personal_number"
    ISSUED = "issued"
    EXPIRES = "expires"
    AUTHORITY = "authority"
    REGION = "region"
    DISTRICT = "district"
    ADDRESS = "address"
    PLACE_NOW = "place_now"
    PHONE = "phone"
    EMAIL = "email"
    RELATION = "relation"
    FAMILY_GROUP = "family_group"
    OCCUPATION = "occupation"
    NOTE = "note"
    TEST_SAMPLED = "test_sampled"
    TEST_RESULT = "test_result"
    TEST_NUMBER = "test_number"
    OTHER = "other"
    SKIP = "skip"


SEVERAL = frozenset(
    {
        Field.PHONE,
        Field.DOCUMENT,
        Field.BIRTH_CERTIFICATE,
        Field.NOTE,
        Field.ADDRESS,
        Field.OTHER,
        Field.SKIP,
    }
)
"""Meanings that more than one column of a list may have."""

NAME_FIELDS = frozenset(
    {
        Field.FULL_NAME,
        Field.FAMILY_NAME,
        Field.GIVEN_NAMES,
        Field.LATIN_FULL_NAME,
        Field.LATIN_FAMILY_NAME,
        Field.LATIN_GIVEN_NAMES,
    }
)
"""Columns of which at least one makes a row a person."""

LATIN_OF = {
    Field.FULL_NAME: Field.LATIN_FULL_NAME,
    Field.FAMILY_NAME: Field.LATIN_FAMILY_NAME,
    Field.GIVEN_NAMES: Field.LATIN_GIVEN_NAMES,
}
