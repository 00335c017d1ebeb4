"""Sentences about seat plans and what seating could not do.

The screen fills `{who}` with the names of the travellers and `{vehicle}` with the vehicle.
"""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "seating.bad_plan": N_(
        "Row {row} of the seat plan cannot be read. Write a letter for each seat and _ for the "
        "aisle, with a / between rows: AB_CD/AB_CD/ABCDE."
    ),
}
