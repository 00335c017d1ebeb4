"""Reasons why two records may, or may not, mean one person."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "match.same_document": N_("Same document number {number}"),
    "match.document_slip": N_("Document numbers differ by one character: {one}, {other}"),
    "match.document_neighbour": N_(
        "Document numbers follow each other, as in one family: {one}, {other}"
    ),
    "match.other_document": N_("Different document numbers"),
    "match.names_same": N_("Family and given names agree"),
    "match.names_other_script": N_("Family and given names agree in another script"),
    "match.names_typed": N_("Family and given names agree but for letters a keyboard lacks"),
    "match.given_swapped": N_("Family and given names are exchanged"),
    "match.family_same": N_("Family names agree: {one}, {other}"),
    "match.family_typed": N_("Family names are spellings of one name: {one}, {other}"),
    "match.family_near": N_("Family names differ only in vowels or in a part: {one}, {other}"),
    "match.family_similar": N_("Family names are similar: {one}, {other}"),
    "match.family_different": N_("Family names differ: {one}, {other}"),
    "match.given_same": N_("Given names agree: {one}, {other}"),
    "match.given_typed": N_("Given names are spellings of one name: {one}, {other}"),
    "match.given_near": N_("Given names differ only in vowels or in a part: {one}, {other}"),
    "match.given_similar": N_("Given names are similar: {one}, {other}"),
    "match.given_different": N_("Given names differ: {one}, {other}"),
    "match.father_same": N_("Patronymics agree"),
    "match.father_typed": N_("Patronymics are spellings of one name"),
    "match.father_near": N_("Patronymics differ only in vowels or in a part"),
    "match.father_similar": N_("Patronymics are similar"),
    "match.father_different": N_("Patronymics differ"),
    "match.birth_same": N_("Same birth date {date}"),
    "match.day_month_exchanged": N_("Birth dates with day and month exchanged"),
    "match.birth_slip": N_("Birth dates differ by one digit: {one}, {other}"),
    "match.birth_overlaps": N_("Birth dates may be the same: {one}, {other}"),
    "match.birth_year_same": N_("Same birth year, different dates: {one}, {other}"),
    "match.birth_different": N_("Birth dates differ: {one}, {other}"),
    "match.sex_different": N_("Sex differs"),
    "match.same_phone": N_("Same telephone number {number}"),
}
