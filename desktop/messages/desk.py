"""Sentences of what an officer does with people, movements and papers."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "person.no_name": N_("A person needs at least one name."),
    "import.unknown": N_("There is no such import."),
    "import.same_file": N_("Exactly this file was imported before."),
    "group.person_elsewhere": N_("This person already belongs to another travel group."),
    "case.already_open": N_("This person already has an open case."),
    "movement.unknown": N_("There is no movement “{movement}”."),
    "movement.no_legs": N_("A movement needs a start and an end."),
    "movement.legs_apart": N_("Each leg has to start where the one before it ended."),
    "movement.no_layout": N_("The seat layout “{layout}” is not known."),
    "movement.bad_time": N_("“{text}” is not a date and time such as 2020-11-12 23:30."),
    "movement.not_changeable": N_(
        "Travellers and seats of this movement can no longer be changed, because it has left."
    ),
    "movement.person_elsewhere": N_("A person can be on one active movement only."),
    "seats.taken": N_("This seat was given to somebody else meanwhile. Nothing was changed."),
    "seats.unknown": N_("There is no seat {seat} in this vehicle."),
    "manifest.nobody": N_("Nobody is on movement {movement} yet, so there is no list to issue."),
    "manifest.bad_recipient": N_("There is no list for “{recipient}”. Known are: {known}."),
    "manifest.bad_format": N_("The format “{format}” is not known. Known are: {known}."),
    "organisation.no_name": N_("A recipient in the directory needs a name."),
    "office.no_zone": N_("“{zone}” is not a time zone such as Asia/Tashkent."),
    "demo.imported": N_("{file}: {rows} rows, {created} people registered, {doubts} doubts"),
    "demo.movement": N_("Movement {movement} planned"),
    "demo.seated": N_("{seated} people seated, {unmet} wishes not met"),
    "demo.file": N_("Made {file}"),
    "demo.no_crossing": N_("The crossing points of the story are not in the reference data."),
    "demo.exists": N_(
        "The folder “{folder}” already holds a register. The story needs a folder of its own."
    ),
}
