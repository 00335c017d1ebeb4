"""What a column can mean, in words, and in which order meanings are offered."""

from desktop.domain.intake.fields import Field
from desktop.messages import N_
from reports.texts import Texts

FIELD_WORDS: dict[Field, str] = {
    Field.FULL_NAME: N_("Full name"),
    Field.FAMILY_NAME: N_("Family name"),
    Field.GIVEN_NAMES: N_("Given names"),
    Field.PATRONYMIC: N_("Patronymic"),
    Field.LATIN_FULL_NAME: N_("Passport name"),
    Field.LATIN_FAMILY_NAME: N_("Passport family name"),
    Field.LATIN_GIVEN_NAMES: N_("Passport given names"),
    Field.BIRTH_DATE: N_("Birth date"),
    Field.BIRTH_DAY: N_("Day of birth"),
    Field.BIRTH_MONTH: N_("Month of birth"),
    Field.BIRTH_YEAR: N_("Year of birth"),
    Field.AGE: N_("Age"),
    Field.BIRTH_PLACE: N_("Place of birth"),
    Field.SEX: N_("Sex"),
    Field.NATIONALITY: N_("Nationality"),
    Field.DOCUMENT: N_("Document"),
    Field.DOCUMENT_SERIES: N_("Document series"),
    Field.DOCUMENT_KIND: N_("Kind of document"),
    Field.BIRTH_CERTIFICATE: N_("Birth certificate"),
    Field.PERSONAL_NUMBER: N_("Personal number"),
    Field.ISSUED: N_("Date of issue"),
    Field.EXPIRES: N_("Expires"),
    Field.AUTHORITY: N_("Issued by"),
    Field.REGION: N_("Region"),
    Field.DISTRICT: N_("District"),
    Field.ADDRESS: N_("Home address"),
    Field.PLACE_NOW: N_("Where now"),
    Field.PHONE: N_("Phone"),
    Field.EMAIL: N_("E-mail"),
    Field.RELATION: N_("Relation"),
    Field.FAMILY_GROUP: N_("Family number"),
    Field.OCCUPATION: N_("Occupation"),
    Field.NOTE: N_("Note"),
    Field.TEST_SAMPLED: N_("Time of the sample"),
    Field.TEST_RESULT: N_("Test result"),
    Field.TEST_NUMBER: N_("Test number"),
    Field.RUNNING_NUMBER: N_("List no."),
    Field.REGISTRATION: N_("Registration number"),
    Field.OTHER: N_("Keep as it is"),
    Field.SKIP: N_("Skip"),
}
"""Every meaning once, in the order of a list that is read from the left."""

GROUP_ENDS = frozenset(
    {
        Field.LATIN_GIVEN_NAMES,
        Field.NATIONALITY,
        Field.AUTHORITY,
        Field.EMAIL,
        Field.NOTE,
        Field.TEST_NUMBER,
        Field.REGISTRATION,
    }
)
"""Meanings after which a line stands in the list of choices."""

ASIDE = frozenset({Field.OTHER, Field.SKIP})
"""Meanings of columns from which nothing is read."""


def field_word(texts: Texts, field: Field) -> str:
    """A meaning in words."""
    return texts.t(FIELD_WORDS[field])
