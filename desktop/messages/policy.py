"""Sentences about what an administrator has fixed for a computer."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "policy.unreadable": N_(
        "The file with your administrator's settings, {file}, cannot be read (line {line}). "
        "Nothing was opened and nothing was changed. Ask whoever looks after this computer to "
        "correct it."
    ),
    "policy.bad_value": N_(
        "Your administrator's settings have a value that cannot be used: {place}. "
        "Nothing was opened and nothing was changed. Ask whoever looks after this computer to "
        "correct it."
    ),
    "policy.password": N_(
        "The address of the database in your administrator's settings holds a password: {place}. "
        "Nothing was opened. Ask whoever looks after this computer to take it out; passwords are "
        "asked for and kept by the operating system."
    ),
    "policy.not_reached": N_(
        "Your administrator's settings cannot be opened: {place}. Nothing was opened and nothing "
        "was changed. Ask whoever looks after this computer whether you may read them."
    ),
}
