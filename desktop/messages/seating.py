"""Sentences about seat plans and about what seating could not do.

The screen fills `{who}` with the names of the travellers and `{vehicle}` with the name of the
vehicle that stand in an `Unmet`; the other fields are its `params`.
"""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "seating.bad_plan": N_(
        "Row {row} of the seat plan cannot be read. Write a letter for each seat and _ for the "
        "aisle, with a / between rows: AB_CD/AB_CD/ABCDE."
    ),
    "seating.no_vehicle": N_("No vehicle has been added yet. Everybody waits for a seat."),
    "seating.no_seat": N_("{who}: all seats are taken."),
    "seating.no_room": N_(
        "{who}: {size} seats together were not left in any vehicle; the most in one is {left}."
    ),
    "seating.passed_over": N_(
        "{who}: {size} seats together were not left in any vehicle; the most in one is {left}. "
        "Smaller groups further down the list have seats."
    ),
    "seating.group_too_large": N_(
        "{who}: {size} people who stay together, and the largest vehicle holds {largest}. "
        "Divide the group, or add a larger vehicle."
    ),
    "seating.no_room_beside_fixed": N_(
        "{who}: a seat was fixed in a vehicle that has no room for the other {size} of the group."
    ),
    "seating.split_by_hand": N_(
        "{who}: the seats fixed by hand divide a group that stays together."
    ),
    "seating.group_divided": N_("{who}: the group did not find room in one vehicle."),
    "seating.no_such_seat": N_(
        "{who}: the fixed seat {seat} is not there or is kept free. Another seat was given."
    ),
    "seating.seat_taken": N_(
        "{who}: the fixed seat {seat} is fixed for somebody else. Another seat was given."
    ),
    "seating.no_lap": N_("{who}: nobody of the group can take the infant on the lap."),
    "seating.wheelchair_in_front": N_(
        "{who}: no wheelchair place in {vehicle}; a seat in the front row was given."
    ),
    "seating.no_wheelchair_place": N_(
        "{who}: no wheelchair place in {vehicle}, and the front row is taken."
    ),
    "seating.no_front_seat": N_("{who}: front seat in {vehicle}, all taken."),
    "seating.no_guardian": N_("{who}: the guardian to sit beside is not in {vehicle}."),
    "seating.not_beside_guardian": N_(
        "{who}: the seats beside the guardian in {vehicle} are taken."
    ),
    "seating.apart_from_guardian": N_("{who}: no seat near the guardian was left in {vehicle}."),
    "seating.child_unwatched": N_(
        "{who}: a child alone, and neither the front row nor a seat near an escort was left in "
        "{vehicle}."
    ),
    "seating.no_escort": N_("{vehicle}: no escort is left for it."),
}
