"""Every doubt that recognition can have: how grave it is and what mends it."""

from collections.abc import Mapping

from desktop.domain.intake.model import Problem, Remedy, Severity

_EDIT = (Remedy.EDIT,)
_ACCEPT = (Remedy.ACCEPT, Remedy.EDIT)
_SUGGESTED = (Remedy.SUGGESTION, Remedy.ACCEPT, Remedy.EDIT)
_EITHER = (Remedy.ACCEPT, Remedy.ALTERNATIVE, Remedy.EDIT)
_ORDER = (Remedy.DAY_FIRST, Remedy.MONTH_FIRST, Remedy.EDIT)

KINDS: dict[str, tuple[Severity, tuple[Remedy, ...]]] = {
    "intake.date_order": (Severity.DOUBT, _ORDER),
    "intake.date_order_mixed": (Severity.DOUBT, _ORDER),
    "intake.date_swapped": (Severity.DOUBT, _EITHER),
    "intake.date_serial": (Severity.WRONG, _SUGGESTED),
    "intake.date_look_alike": (Severity.WRONG, _SUGGESTED),
    "intake.date_solar_year": (Severity.DOUBT, _ACCEPT),
    "intake.date_future": (Severity.WRONG, (Remedy.ALTERNATIVE, Remedy.EDIT)),
    "intake.date_too_old": (Severity.WRONG, _EDIT),
    "intake.date_impossible": (Severity.WRONG, _EDIT),
    "intake.date_out_of_range": (Severity.WRONG, _EDIT),
    "intake.date_unreadable": (Severity.WRONG, _EDIT),
    "intake.birth_missing": (Severity.UNKNOWN, _ACCEPT),
    "intake.birth_year_only": (Severity.UNKNOWN, _ACCEPT),
    "intake.birth_month_only": (Severity.UNKNOWN, _ACCEPT),
    "intake.birth_estimated": (Severity.UNKNOWN, _ACCEPT),
    "intake.birth_from_age": (Severity.UNKNOWN, _ACCEPT),
    "intake.birth_first_january": (Severity.DOUBT, _SUGGESTED),
    "intake.birth_and_age_differ": (Severity.DOUBT, _ACCEPT),
    "intake.birth_and_role_differ": (Severity.DOUBT, _EITHER),
    "intake.name_order": (Severity.DOUBT, _SUGGESTED),
    "intake.name_incomplete": (Severity.DOUBT, _ACCEPT),
    "intake.name_unusual": (Severity.DOUBT, _ACCEPT),
    "intake.name_odd": (Severity.DOUBT, _ACCEPT),
    "intake.family_name_inferred": (Severity.DOUBT, _ACCEPT),
    "intake.companions_unnamed": (Severity.DOUBT, _ACCEPT),
    "intake.sex_unreadable": (Severity.DOUBT, _ACCEPT),
    "intake.sex_differs": (Severity.DOUBT, _SUGGESTED),
    "intake.sex_unknown": (Severity.UNKNOWN, _ACCEPT),
    "intake.nationality_unknown": (Severity.DOUBT, _ACCEPT),
    "intake.document_missing": (Severity.UNKNOWN, _ACCEPT),
    "intake.document_look_alike": (Severity.WRONG, _SUGGESTED),
    "intake.document_exponent": (Severity.WRONG, _EDIT),
    "intake.document_unreadable": (Severity.DOUBT, _ACCEPT),
    "intake.document_short": (Severity.DOUBT, _SUGGESTED),
    "intake.document_length": (Severity.DOUBT, _ACCEPT),
    "intake.document_repeated": (Severity.DOUBT, _ACCEPT),
    "intake.document_dates": (Severity.DOUBT, _ACCEPT),
    "intake.area_spelling": (Severity.DOUBT, _SUGGESTED),
    "intake.area_unknown": (Severity.DOUBT, _ACCEPT),
    "intake.phone_unclear": (Severity.DOUBT, _ACCEPT),
    "intake.relation_unknown": (Severity.DOUBT, _ACCEPT),
    "intake.relation_without_head": (Severity.DOUBT, _ACCEPT),
    "intake.group_filled_down": (Severity.DOUBT, _ACCEPT),
    "intake.group_by_blank_rows": (Severity.DOUBT, _ACCEPT),
    "intake.several_people": (Severity.WRONG, _EDIT),
    "intake.old_font": (Severity.DOUBT, (Remedy.ACCEPT,)),
    "intake.person_repeated": (Severity.DOUBT, _ACCEPT),
    "intake.row_no_name": (Severity.WRONG, _EDIT),
    "intake.row_joined": (Severity.DOUBT, _ACCEPT),
    "intake.row_remark": (Severity.DOUBT, _ACCEPT),
    "intake.total_differs": (Severity.DOUBT, (Remedy.ACCEPT,)),
    "intake.test_unreadable": (Severity.WRONG, _EDIT),
    "intake.no_people": (Severity.WRONG, ()),
    "intake.no_names": (Severity.WRONG, ()),
    "intake.people_beside": (Severity.WRONG, ()),
    "intake.more_lists": (Severity.DOUBT, (Remedy.ACCEPT,)),
}
"""Code -> severity and remedies, the first one the likeliest."""


class Problems:
    """Collects problems; what the officer accepted before is left out."""

    def __init__(self, accepted: frozenset[tuple[int, int | None, str]]) -> None:
        self._accepted = accepted
        self._found: list[Problem] = []

    def add(
        self,
        code: str,
        row: int = -1,
        column: int | None = None,
        *,
        params: Mapping[str, str | int] | None = None,
        suggestion: str = "",
        alternative: str = "",
    ) -> None:
        """Add a problem of `row`, counted from 0 (-1: of the whole list)."""
        if (row + 1, column, code) in self._accepted:
            return
        severity, remedies = KINDS[code]
        if not suggestion:
            remedies = tuple(remedy for remedy in remedies if remedy is not Remedy.SUGGESTION)
        if not alternative:
            remedies = tuple(remedy for remedy in remedies if remedy is not Remedy.ALTERNATIVE)
        self._found.append(
            Problem(
                code=code,
                severity=severity,
                row=row + 1,
                column=column,
                params=dict(params or {}),
                remedies=remedies,
                suggestion=suggestion,
                alternative=alternative,
            )
        )

    def result(self) -> tuple[Problem, ...]:
        """All problems in the order of the list."""
        return tuple(
            sorted(self._found, key=lambda p: (p.row, -1 if p.column is None else p.column))
        )
