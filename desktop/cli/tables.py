"""Rows of the command line's JSON documents."""

from typing import Any

from desktop.domain.intake.model import Problem
from desktop.domain.intake.sheet import column_letters
from desktop.messages.sentences import sentence
from desktop.usecases.importing import RowOutcome
from desktop.usecases.views import PersonRow
from reports.texts import Texts


def problem_json(problem: Problem, words: Texts) -> dict[str, Any]:
    """A doubt with its place as a spreadsheet shows it: row from 1, column in letters."""
    return {
        "row": problem.row or None,
        "column": None if problem.column is None else column_letters(problem.column),
        "code": problem.code,
        "severity": problem.severity.value,
        "text": sentence(words, problem.code, **dict(problem.params)),
    }


def row_json(outcome: RowOutcome, words: Texts) -> dict[str, Any]:
    """What became of one row that is a person."""
    form = outcome.form
    paper = next((paper for paper in form.documents if paper.number), None) if form else None
    document: dict[str, Any] = {
        "row": outcome.row,
        "person_id": str(outcome.person_id) if outcome.person_id else None,
        "outcome": outcome.outcome.value,
        "family_name": form.family_name if form else "",
        "given_names": form.given_names if form else "",
        "patronymic": form.patronymic if form else "",
        "latin_family_name": form.latin_family_name if form else "",
        "latin_given_names": form.latin_given_names if form else "",
        "birth_date": form.birth.iso if form and form.birth else None,
        "sex": form.sex.value if form and form.sex else None,
        "sex_inferred": form.sex_inferred if form else False,
        "document_number": paper.number if paper else None,
        "phone": (form.phones[0][1] or form.phones[0][0]) if form and form.phones else None,
        "group": outcome.group or None,
    }
    if outcome.candidates:
        document["candidates"] = [str(candidate) for candidate in outcome.candidates]
    if outcome.reason:
        document["reason"] = outcome.reason
        document["text"] = sentence(words, outcome.reason)
    return document


def person_json(row: PersonRow) -> dict[str, Any]:
    """A person as the search returns it."""
    return {
        "person_id": str(row.id),
        "reg_no": row.reg_no,
        "family_name": row.family_name,
        "given_names": row.given_names,
        "patronymic": row.patronymic,
        "latin_family_name": row.latin_family_name,
        "latin_given_names": row.latin_given_names,
        "sex": row.sex.value if row.sex else None,
        "birth_date": row.birth.iso if row.birth else None,
        "nationality": row.nationality,
        "document_number": row.document.number if row.document else None,
        "phone": row.phone or None,
        "status": row.status or None,
        "group": row.group_label or None,
        "movement": row.movement_code or None,
    }
